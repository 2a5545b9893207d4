import { z } from "zod";

/** What this page reads of the OpenAPI document; whatever else stands in it is left alone. */
export type Schema = {
  readonly $ref?: string;
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly description?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly default?: unknown;
  readonly example?: unknown;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
  readonly items?: Schema;
  readonly properties?: Readonly<Record<string, Schema>>;
  readonly required?: readonly string[];
  readonly additionalProperties?: boolean | Schema;
  readonly anyOf?: readonly Schema[];
  readonly oneOf?: readonly Schema[];
  readonly allOf?: readonly Schema[];
};

const schemaSchema = z.custom<Schema>((value) => typeof value === "object" && value !== null);

const contentSchema = z.record(z.string(), z.object({ schema: schemaSchema.optional() }));

const operationSchema = z.object({
  operationId: z.string(),
  tags: z.array(z.string()).min(1),
  summary: z.string(),
  description: z.string().optional(),
  "x-scope": z.string().optional(),
  parameters: z
    .array(
      z.object({
        name: z.string(),
        in: z.enum(["path", "query", "header"]),
        required: z.boolean().optional(),
        description: z.string().optional(),
        schema: schemaSchema.optional(),
      }),
    )
    .default([]),
  requestBody: z.object({ description: z.string().optional(), content: contentSchema }).optional(),
  responses: z.record(z.string(), z.object({ description: z.string(), content: contentSchema.optional() })),
});

const descriptionSchema = z.object({
  components: z.object({ schemas: z.record(z.string(), schemaSchema).default({}) }).default({ schemas: {} }),
  paths: z.record(z.string(), z.record(z.string(), operationSchema)),
  webhooks: z.record(z.string(), z.object({ post: z.object({ summary: z.string() }) })).default({}),
});

export type Operation = z.output<typeof operationSchema> & {
  readonly method: string;
  readonly path: string;
};

/** The API's operations by room, in the order of the list that they are served from. */
export type Description = {
  readonly rooms: readonly { readonly name: string; readonly operations: readonly Operation[] }[];
  /** What is told to those who subscribe. */
  readonly events: readonly { readonly name: string; readonly summary: string }[];
  /** What a reference to a named schema stands for. */
  readonly resolve: (schema: Schema) => Schema;
};

const NAMED = "#/components/schemas/";

export const parseDescription = (document: object): Description => {
  const { components, paths, webhooks } = descriptionSchema.parse(document);
  const rooms = new Map<string, Operation[]>();
  for (const [path, methods] of Object.entries(paths))
    for (const [method, operation] of Object.entries(methods)) {
      const room = operation.tags[0] ?? "";
      rooms.set(room, [...(rooms.get(room) ?? []), { ...operation, method, path }]);
    }
  return {
    rooms: [...rooms].map(([name, operations]) => ({ name, operations })),
    events: Object.entries(webhooks).map(([name, { post }]) => ({ name, summary: post.summary })),
    resolve: (schema) => {
      const name = schema.$ref?.startsWith(NAMED) ? schema.$ref.slice(NAMED.length) : null;
      const named = name === null ? undefined : components.schemas[name];
      if (named === undefined) return schema;
      const { $ref: _, ...own } = schema;
      return { ...named, ...own };
    },
  };
};

/** A schema in a few words: "string (uuid), null", "array of “a”, “b”". */
export const describeType = (schema: Schema, resolve: Description["resolve"]): string => {
  const found = resolve(schema);
  const choices = found.anyOf ?? found.oneOf;
  if (choices !== undefined)
    return [...new Set(choices.map((choice) => describeType(choice, resolve)))].join(" | ");
  if (found.const !== undefined) return JSON.stringify(found.const);
  const types = (typeof found.type === "string" ? [found.type] : (found.type ?? [])).map((type) =>
    type === "array" && found.items !== undefined
      ? `array of ${describeType(found.items, resolve)}`
      : type === "string" && found.format !== undefined
        ? found.format
        : type,
  );
  if (found.allOf !== undefined && types.length === 0) return "object";
  return types.length === 0 ? "any" : types.join(" | ");
};

/** Stands where a schema of whole numbers means no bound. */
const NO_BOUND = Number.MAX_SAFE_INTEGER;

const describeRange = (low: number | undefined, high: number | undefined, what: string): string[] => {
  const least = low === undefined || low <= -NO_BOUND ? null : low;
  const most = high === undefined || high >= NO_BOUND ? null : high;
  if (most === null) return least === null || (least === 0 && what !== "") ? [] : [`≥ ${least}${what}`];
  return [least === null || (least === 0 && what !== "") ? `≤ ${most}${what}` : `${least}–${most}${what}`];
};

/** Bounds and choices that a caller has to keep. */
export const describeBounds = (schema: Schema): readonly string[] => {
  const values = schema.enum?.filter((value) => value !== null).map(String) ?? [];
  return [
    ...(values.length > 0 ? [values.join(" · ")] : []),
    ...describeRange(schema.minimum, schema.maximum, ""),
    ...describeRange(schema.minLength, schema.maxLength, " characters"),
    ...describeRange(schema.minItems, schema.maxItems, " items"),
    ...(schema.default === undefined ? [] : [`= ${JSON.stringify(schema.default)}`]),
  ];
};
