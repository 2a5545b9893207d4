import { z } from "zod";
import { API_ROUTES } from "../../api/api-routes.ts";
import type { AnyRoute } from "../../api/http/api-route.ts";

type Node = { readonly [key: string]: unknown };
const isNode = (value: unknown): value is Node =>
  typeof value === "object" && value !== null && !Array.isArray(value);

/** A field that takes an id: by its name, or because a schema wants a UUID there. */
const isId = (name: string, schema: Node): boolean =>
  /(^|_)ids?$/.test(name) || JSON.stringify(schema).includes('"format":"uuid"');

const propertiesIn = function* (schema: Node): Generator<readonly [string, Node]> {
  for (const [key, value] of Object.entries(schema)) {
    if (key === "properties" && isNode(value))
      for (const [name, property] of Object.entries(value)) if (isNode(property)) yield [name, property];
    for (const child of Array.isArray(value) ? value : [value]) if (isNode(child)) yield* propertiesIn(child);
  }
};

/** The fields of params, query and body that take ids, at whatever depth. */
export const idFieldsOf = (route: AnyRoute): ReadonlySet<string> => {
  const schemas = [
    "params" in route ? route.params : undefined,
    "query" in route ? route.query : undefined,
    route.body,
  ].filter((schema) => schema !== undefined);
  const fields = schemas.flatMap((schema) => [
    ...propertiesIn(z.toJSONSchema(schema, { io: "input", unrepresentable: "any" }) as Node),
  ]);
  return new Set(fields.filter(([name, schema]) => isId(name, schema)).map(([name]) => name));
};

export const OPERATIONS: readonly (readonly [string, AnyRoute])[] = API_ROUTES.map((route) => [
  route.name,
  route,
]);

/** Every named field of what is sent, at whatever depth. */
export const fieldsIn = (
  value: unknown,
  found = new Map<string, unknown>(),
): ReadonlyMap<string, unknown> => {
  for (const [key, item] of typeof value === "object" && value !== null ? Object.entries(value) : []) {
    if (!Array.isArray(value)) found.set(key, item);
    fieldsIn(item, found);
  }
  return found;
};
