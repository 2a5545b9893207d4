import { sql } from "drizzle-orm";
import type { Db } from "../../db/scope.ts";
import { rowsOf, type TenantTable } from "./two-offices.ts";

export const UUID = /[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}/g;

/** One office's rows of every table, as one hash each. */
export const fingerprintOf = (
  db: Db,
  tables: readonly TenantTable[],
  organizationId: string,
): Promise<unknown> =>
  rowsOf(
    db,
    sql`${sql.join(
      tables.map(
        ({ name, key }) =>
          sql`select ${name}::text as name, md5(coalesce(string_agg(to_jsonb(t)::text, '' order by to_jsonb(t)::text), '')) as hash
                from ${sql.identifier(name)} t where ${sql.identifier(key)} = ${organizationId}`,
      ),
      sql` union all `,
    )} order by name`,
  );

/** Every id that stands in a row of that office. */
export const idsOf = async (
  db: Db,
  tables: readonly TenantTable[],
  organizationId: string,
): Promise<Set<string>> => {
  const ids = new Set<string>();
  for (const { name, key } of tables)
    for (const { row } of await rowsOf<{ row: string }>(
      db,
      sql`select to_jsonb(t)::text as row from ${sql.identifier(name)} t where ${sql.identifier(key)} = ${organizationId}`,
    ))
      for (const [id] of row.matchAll(UUID)) ids.add(id);
  return ids;
};
