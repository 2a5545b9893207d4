import type { PGlite } from "@electric-sql/pglite";

/** Arrays that our statements answer: bool, name, int2, int4, text, varchar, int8, float8, oid, uuid, jsonb. */
const ARRAYS = [1000, 1003, 1005, 1007, 1009, 1015, 1016, 1022, 1028, 2951, 3807];

/**
 * PGlite knows the array of every type, those of the catalogue's own tables' rows too, and drizzle's parsers make it
 * copy all of them for every statement: half of a short one's time. What is not an array it knows without these.
 */
export const keepFewParsers = (client: PGlite): PGlite => {
  client.parsers = Object.fromEntries(
    ARRAYS.flatMap((type) => {
      const parser = client.parsers[type];
      return parser === undefined ? [] : [[type, parser]];
    }),
  );
  return client;
};
