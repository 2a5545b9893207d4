import type { Description, Schema } from "./description.ts";

const DEEPEST = 6;

const OF_FORMAT: Readonly<Record<string, string>> = {
  uuid: "0199a1b2-0000-7000-8000-000000000001",
  date: "2026-09-14",
  "date-time": "2026-09-14T00:30:00Z",
  uri: "https://mot-cua.phuong-hai-an.example",
};

/** A value that the schema allows: its own example where it has one, else the plainest. */
export const exampleOf = (schema: Schema, resolve: Description["resolve"], depth = 0): unknown => {
  const found = resolve(schema);
  if (found.example !== undefined) return found.example;
  if (found.default !== undefined) return found.default;
  if (found.const !== undefined) return found.const;
  const choice = found.anyOf?.[0] ?? found.oneOf?.[0];
  if (choice !== undefined) return exampleOf(choice, resolve, depth);
  const value = found.enum?.find((one) => one !== null);
  if (value !== undefined) return value;
  const type = typeof found.type === "string" ? found.type : found.type?.find((one) => one !== "null");
  if (type === "array")
    return found.items === undefined || depth > DEEPEST ? [] : [exampleOf(found.items, resolve, depth + 1)];
  if (type === "object" || found.properties !== undefined)
    return depth > DEEPEST
      ? {}
      : Object.fromEntries(
          Object.entries(found.properties ?? {}).map(([name, field]) => [
            name,
            exampleOf(field, resolve, depth + 1),
          ]),
        );
  if (type === "integer" || type === "number") return Math.max(1, found.minimum ?? 1);
  if (type === "boolean") return true;
  if (type === "string") return OF_FORMAT[found.format ?? ""] ?? "…";
  return null;
};
