import { sql } from "drizzle-orm";
import type { Db } from "../scope.ts";
import { rowsFor } from "./read-table.ts";
import { type ForeignKey, rowsOf, type StoredTable } from "./table-catalogue.ts";

/** What any start leaves in a database that is still empty. */
const MARKS_OF_A_START = ["installation", "lease", "tick"];

/** Rows as `readTable` gave them. */
export const writeRows = async (db: Db, table: StoredTable, rows: readonly string[]): Promise<void> => {
  if (rows.length === 0) return;
  const names = table.columns.map(({ name }) => sql.identifier(name));
  const values = table.columns.map(({ type }, index) => sql.raw(`(r.value ->> ${index})::${type}`));
  await db.execute(
    sql`insert into ${sql.identifier(table.name)} (${sql.join(names, sql`, `)}) overriding system value
        select ${sql.join(values, sql`, `)} from jsonb_array_elements(${`[${rows.join(",")}]`}::text::jsonb) as r(value)`,
  );
};

const alterKeys = async (db: Db, keys: readonly ForeignKey[], how: string): Promise<void> => {
  for (const { child, name } of keys)
    await db.execute(
      sql`alter table ${sql.identifier(child)} alter constraint ${sql.identifier(name)} ${sql.raw(how)}`,
    );
};

/** Rows may come in any order meanwhile; afterwards these keys are checked, and stand as before. */
export const withLateKeys = async (
  db: Db,
  keys: readonly ForeignKey[],
  work: () => Promise<void>,
): Promise<void> => {
  await alterKeys(db, keys, "deferrable initially deferred");
  await work();
  await db.execute(sql`set constraints all immediate`);
  await alterKeys(db, keys, "not deferrable");
};

/** The first of the tables with a row that stands in the way of a whole installation; null when there is none. */
export const findRowInTheWay = async (db: Db, tables: readonly StoredTable[]): Promise<string | null> => {
  for (const { name } of tables) {
    if (MARKS_OF_A_START.includes(name)) continue;
    const [found] = await rowsOf<{ there: boolean }>(
      db,
      sql`select exists (select from ${sql.identifier(name)}) as there`,
    );
    if (found?.there === true) return name;
  }
  return null;
};

/** Removes what a start leaves in an empty database: the installation that comes brings its own. */
export const clearMarksOfAStart = async (db: Db): Promise<void> => {
  for (const name of MARKS_OF_A_START) await db.execute(sql`delete from ${sql.identifier(name)}`);
};

/** Codes of offices that are here already, by code or by id. */
export const findOfficesHere = async (
  db: Db,
  offices: readonly { readonly id: string; readonly code: string }[],
): Promise<readonly string[]> =>
  (
    await rowsOf<{ code: string }>(
      db,
      sql`select o.code from organization o
            join jsonb_to_recordset(${JSON.stringify(offices)}::text::jsonb) as w(id uuid, code text)
              on w.id = o.id or w.code = o.code
           order by o.code`,
    )
  ).map(({ code }) => code);

export const countRows = async (
  db: Db,
  table: StoredTable,
  organizationId: string | null,
): Promise<number> => {
  const [found] = await rowsOf<{ count: string }>(
    db,
    sql`select count(*)::text as count from ${sql.identifier(table.name)} where ${rowsFor(table, organizationId)}`,
  );
  return Number(found?.count ?? -1);
};

/** New rows get numbers behind `last` and behind every row's; a sequence that is further already stays. */
export const continueNumbers = async (db: Db, table: string, column: string, last: string): Promise<void> => {
  await db.execute(
    sql`select setval(c.oid::regclass, greatest(${last}::bigint, coalesce(s.last_value, 0),
                                      (select max(${sql.identifier(column)}) from ${sql.identifier(table)})))
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
         where c.oid = pg_get_serial_sequence(${table}, ${column})::regclass`,
  );
};

/** What the planner of queries knows about the new rows. */
export const refreshStatistics = async (db: Db): Promise<void> => {
  await db.execute(sql`analyze`);
};
