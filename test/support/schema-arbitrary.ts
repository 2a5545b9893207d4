import fc from "fast-check";
import { hostileJson } from "./hostile-values.ts";

type Schema = { readonly [keyword: string]: unknown };
const isSchema = (value: unknown): value is Schema =>
  typeof value === "object" && value !== null && !Array.isArray(value);
const schemasOf = (value: unknown): readonly Schema[] => (Array.isArray(value) ? value.filter(isSchema) : []);
const numberOf = (value: unknown, otherwise: number): number =>
  typeof value === "number" ? value : otherwise;

export type Wishes = {
  /** The document that `$ref` points into. */
  readonly document: unknown;
  /** Values that mean something in a field of that name. */
  readonly known: (field: string) => readonly unknown[];
  /** How often, of ten, anything at all stands where the schema wants something. */
  readonly spoilt: number;
};

const WORDS = ["2.4", "Phòng Văn hóa - Xã hội", "hai-an", "ke hoach", "unit-added", "07:30", "x"];
const DAYS = ["2026-09-14", "2026-10-01", "2025-12-31", "2024-02-29", "2030-01-01", "1970-01-01"];
/** Well-formed days that arithmetic leaves the calendar from, and slips of the keyboard. */
const EXTREME_DAYS = ["0001-01-01", "0001-01-03", "0206-11-01", "9999-12-20", "9999-12-30", "9999-12-31"];
const CALENDAR = { min: new Date("0001-01-01"), max: new Date("9999-12-31"), noInvalidDate: true };

const text = (schema: Schema): fc.Arbitrary<unknown> => {
  if (schema.format === "uuid") return fc.uuid();
  if (schema.format === "date")
    return fc.oneof(
      fc.constantFrom(...DAYS),
      fc.constantFrom(...EXTREME_DAYS),
      fc.date(CALENDAR).map((date) => date.toISOString().slice(0, 10)),
    );
  if (schema.format === "date-time")
    return fc.constantFrom("2026-09-14T00:00:00.000Z", "2026-09-14T00:00:00Z");
  const lengths = {
    minLength: numberOf(schema.minLength, 0),
    maxLength: Math.min(numberOf(schema.maxLength, 30), 60),
  };
  const plain = fc.oneof(
    fc.constantFrom(...WORDS),
    fc.constantFrom(...DAYS),
    fc.string({ unit: "grapheme", ...lengths }),
    fc.string({ unit: "binary", ...lengths }),
  );
  if (typeof schema.pattern !== "string") return plain;
  const pattern = new RegExp(schema.pattern, "u");
  const fitting = [...WORDS, ...DAYS].filter((word) => pattern.test(word));
  return fitting.length > 0
    ? fc.oneof(
        fc.constantFrom(...fitting),
        plain.filter((word) => pattern.test(word)),
      )
    : fc.stringMatching(new RegExp(schema.pattern));
};

const number = (schema: Schema): fc.Arbitrary<unknown> => {
  const min = numberOf(schema.minimum, -1000);
  return fc.integer({ min, max: Math.max(min, numberOf(schema.maximum, 3000)) });
};

const resolved = (schema: Schema, { document }: Wishes): Schema => {
  if (typeof schema.$ref !== "string") return schema;
  let found: unknown = document;
  for (const step of schema.$ref.replace("#/", "").split("/"))
    found = isSchema(found) ? found[step] : undefined;
  if (!isSchema(found)) throw new Error(`nothing stands at ${schema.$ref}`);
  return found;
};

/** Values of a schema of the OpenAPI document; `spoilt` ones break it here or there. */
export const arbitraryOf = (given: Schema, wishes: Wishes, field = ""): fc.Arbitrary<unknown> => {
  const schema = resolved(given, wishes);
  const known = wishes.known(field);
  const proper = properOf(schema, wishes, field);
  const meant = known.length === 0 ? proper : fc.oneof(fc.constantFrom(...known), proper);
  return wishes.spoilt === 0
    ? meant
    : fc.oneof(
        { weight: 10 - wishes.spoilt, arbitrary: meant },
        { weight: wishes.spoilt, arbitrary: hostileJson },
      );
};

const properOf = (schema: Schema, wishes: Wishes, field: string): fc.Arbitrary<unknown> => {
  if (Array.isArray(schema.enum)) return fc.constantFrom<unknown>(...schema.enum);
  if ("const" in schema) return fc.constant(schema.const);
  const choices = schemasOf(schema.anyOf ?? schema.oneOf);
  if (choices.length > 0) return fc.oneof(...choices.map((choice) => arbitraryOf(choice, wishes, field)));
  const all = schemasOf(schema.allOf);
  if (all.length > 0)
    return arbitraryOf(Object.assign({}, schema, { allOf: undefined }, ...all), wishes, field);
  const types = Array.isArray(schema.type) ? schema.type : [schema.type];
  return fc.oneof(...types.map((type) => ofType(type, schema, wishes, field)));
};

const ofType = (type: unknown, schema: Schema, wishes: Wishes, field: string): fc.Arbitrary<unknown> => {
  switch (type) {
    case "null":
      return fc.constant(null);
    case "boolean":
      return fc.boolean();
    case "integer":
    case "number":
      return number(schema);
    case "string":
      return text(schema);
    case "array":
      return list(schema, wishes, field);
    default:
      return object(schema, wishes);
  }
};

const list = (schema: Schema, wishes: Wishes, field: string): fc.Arbitrary<unknown> => {
  const fixed = schemasOf(schema.prefixItems);
  if (fixed.length > 0) return fc.tuple(...fixed.map((item) => arbitraryOf(item, wishes, field)));
  const item = isSchema(schema.items) ? arbitraryOf(schema.items, wishes, field) : hostileJson;
  const minLength = numberOf(schema.minItems, 0);
  return fc.array(item, {
    minLength,
    maxLength: Math.max(minLength, Math.min(numberOf(schema.maxItems, 4), 4)),
  });
};

const object = (schema: Schema, wishes: Wishes): fc.Arbitrary<unknown> => {
  const properties = isSchema(schema.properties) ? schema.properties : {};
  const required = new Set(Array.isArray(schema.required) ? schema.required : []);
  const fields = Object.entries(properties)
    .filter((entry): entry is [string, Schema] => isSchema(entry[1]))
    .map(([name, property]) => [name, arbitraryOf(property, wishes, name)] as const);
  const whole = fc.record(Object.fromEntries(fields), {
    requiredKeys: fields.map(([name]) => name).filter((name) => wishes.spoilt === 0 && required.has(name)),
  });
  return wishes.spoilt === 0
    ? whole
    : fc.oneof(
        { weight: 4, arbitrary: whole },
        {
          weight: 1,
          arbitrary: fc
            .tuple(whole, fc.object({ maxDepth: 1 }))
            .map(([one, other]) => ({ ...one, ...other })),
        },
      );
};
