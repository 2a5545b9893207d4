type Json = null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

/** The same few hundred names come in every answer. */
const SNAKES = new Map<string, string>();
const MOST_SNAKES = 2_000;

/** The API's spelling of a field's name. */
export const snakeKey = (key: string): string => {
  const known = SNAKES.get(key);
  if (known !== undefined) return known;
  const made = /^[a-z][A-Za-z0-9]*$/.test(key)
    ? key.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`)
    : key;
  if (SNAKES.size < MOST_SNAKES) SNAKES.set(key, made);
  return made;
};
const camel = (key: string): string =>
  key.replace(/_([a-z0-9])/g, (_, letter: string) => letter.toUpperCase());

/** What leaves by the API is written `due_on`; inside it is `dueOn`. Instants leave as ISO 8601 in UTC. */
export const snakeKeys = (value: unknown): Json => {
  if (value === undefined || value === null) return null;
  if (typeof value === "string" || typeof value === "number" || typeof value === "boolean") return value;
  if (value instanceof Date) return value.toISOString();
  if (Array.isArray(value)) return value.map(snakeKeys);
  if (typeof value === "object") {
    const named: Record<string, Json> = {};
    // Every field of every answer comes through here: no pair is made for it.
    for (const key of Object.keys(value)) {
      const item: unknown = Reflect.get(value, key);
      if (item !== undefined) named[snakeKey(key)] = snakeKeys(item);
    }
    return named;
  }
  throw new TypeError(`a ${typeof value} does not leave by the API`);
};

type Camel<Key> = Key extends `${infer Head}_${infer Tail}` ? `${Head}${Capitalize<Camel<Tail>>}` : Key;
export type CamelKeys<Value> = Value extends string
  ? // A branded string is an object to the compiler, and would lose its name.
    Value
  : Value extends readonly (infer Item)[]
    ? CamelKeys<Item>[]
    : Value extends object
      ? { [Key in keyof Value as Camel<Key>]: CamelKeys<Value[Key]> }
      : Value;

/** What came in by the API, as the use cases name it. */
export const camelKeys = <Value>(value: Value): CamelKeys<Value> => camelised(value) as CamelKeys<Value>;

const camelised = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(camelised);
  if (typeof value === "object" && value !== null)
    return Object.fromEntries(Object.entries(value).map(([key, item]) => [camel(key), camelised(item)]));
  return value;
};
