import type { PageWords } from "../page-frame.tsx";
import { type Description, describeBounds, describeType, type Schema } from "./description.ts";
import { Line } from "./marked-text.tsx";

const DEEPEST = 4;

type Field = {
  /** Null: what follows is one of several alternatives. */
  readonly name: string | null;
  /** Which of how many. */
  readonly place?: { readonly at: number; readonly of: number };
  readonly schema: Schema;
  readonly required: boolean;
  readonly depth: number;
};

/** Objects within objects as one list; what is repeated deeper than anybody reads is left to the named schema. */
const fieldsOf = (
  schema: Schema,
  resolve: Description["resolve"],
  depth = 0,
  seen: readonly string[] = [],
): readonly Field[] => {
  const found = resolve(schema);
  const path = schema.$ref === undefined ? seen : [...seen, schema.$ref];
  if (depth > DEEPEST || (schema.$ref !== undefined && seen.includes(schema.$ref))) return [];
  if (found.properties === undefined && found.allOf !== undefined)
    return found.allOf.flatMap((part) => fieldsOf(part, resolve, depth, path));
  const parts = (found.anyOf ?? found.oneOf)?.filter((part) => resolve(part).type !== "null");
  if (found.properties === undefined && parts !== undefined)
    return parts.flatMap((part, at) => {
      const fields = fieldsOf(part, resolve, depth, path);
      const isObject = resolve(part).properties !== undefined;
      return parts.length === 1 || !isObject
        ? fields
        : [
            { name: null, place: { at: at + 1, of: parts.length }, schema: part, required: false, depth },
            ...fields,
          ];
    });
  if (found.properties === undefined && found.items !== undefined)
    return fieldsOf(found.items, resolve, depth, path);
  return Object.entries(found.properties ?? {}).flatMap(([name, field]) => [
    { name, schema: field, required: found.required?.includes(name) ?? false, depth },
    ...fieldsOf(field, resolve, depth + 1, path),
  ]);
};

const Row = (props: {
  readonly name: string;
  readonly schema: Schema;
  readonly note: readonly string[];
  readonly required: boolean;
  readonly depth: number;
  readonly description: string | undefined;
  readonly resolve: Description["resolve"];
  readonly words: PageWords;
}) => {
  const schema = props.resolve(props.schema);
  const listed = schema.items === undefined ? [] : describeBounds(props.resolve(schema.items));
  const facts = [...props.note, ...describeBounds(schema), ...listed];
  return (
    <li class={`field depth-${Math.min(props.depth, DEEPEST)}`}>
      <span class="field-name">
        <code>{props.name}</code>
        {props.required ? <span class="required">{props.words.t("reference-required")}</span> : null}
      </span>
      <span class="field-facts">
        <span class="type">{describeType(props.schema, props.resolve)}</span>
        {facts.map((fact) => (
          <span class="fact">{fact}</span>
        ))}
      </span>
      {props.description === undefined ? null : (
        <span class="field-words">
          <Line text={props.description} />
        </span>
      )}
    </li>
  );
};

/** The fields of a body that is asked for, or of an answer. */
export const SchemaTable = (props: {
  readonly asked: boolean;
  readonly schema: Schema;
  readonly resolve: Description["resolve"];
  readonly words: PageWords;
}) => (
  <ul class="fields">
    {fieldsOf(props.schema, props.resolve).map(({ name, place, schema, required, depth }) =>
      name === null ? (
        <li class={`field alternative depth-${Math.min(depth, DEEPEST)}`}>
          <span>{props.words.t("reference-alternative", { ...place })}</span>
          {schema.description === undefined ? null : <Line text={schema.description} />}
        </li>
      ) : (
        <Row
          name={name}
          schema={schema}
          note={[]}
          required={props.asked && required}
          depth={depth}
          description={props.resolve(schema).description}
          resolve={props.resolve}
          words={props.words}
        />
      ),
    )}
  </ul>
);

/** One parameter, and where it stands in the request. */
export const ParameterRow = (props: {
  readonly name: string;
  readonly place: string;
  readonly required: boolean;
  readonly schema: Schema;
  readonly description: string | undefined;
  readonly resolve: Description["resolve"];
  readonly words: PageWords;
}) => <Row {...props} note={[props.place]} depth={0} />;
