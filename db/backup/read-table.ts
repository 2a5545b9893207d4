import { type SQL, sql } from "drizzle-orm";
import type { Database, Db } from "../scope.ts";
import { rowsOf, type StoredTable } from "./table-catalogue.ts";

/**
 * One way of writing each value, whatever the server prefers; and an error instead of a part of the rows, should
 * the connecting role be one that row-level security applies to.
 */
const EXACT = sql`
  select set_config('TimeZone', 'UTC', true), set_config('DateStyle', 'ISO, YMD', true),
         set_config('IntervalStyle', 'iso_8601', true), set_config('bytea_output', 'hex', true),
         set_config('extra_float_digits', '1', true), set_config('row_security', 'off', true)`;

/** As the connecting role, in one transaction that writes. */
export const inExactWrite = <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> =>
  database.asOwner((owner) =>
    owner.transaction(async (db) => {
      await db.execute(EXACT);
      return work(db);
    }),
  );

/** As the connecting role, all reads at one and the same moment. */
export const inSnapshot = <T>(database: Database, work: (db: Db) => Promise<T>): Promise<T> =>
  database.asOwner((owner) =>
    owner.transaction(
      async (db) => {
        await db.execute(EXACT);
        return work(db);
      },
      { isolationLevel: "repeatable read", accessMode: "read only" },
    ),
  );

/** Rows of that office, or all; a table of the installation has none of an office. */
export const rowsFor = (table: StoredTable, organizationId: string | null): SQL => {
  if (organizationId === null) return sql`true`;
  return table.owner === null
    ? sql`false`
    : sql`${sql.identifier(table.owner)} = ${sql.raw(`'${organizationId.replaceAll("'", "")}'`)}::uuid`;
};

/** What is held in memory of a table at once, about; a row can be larger than that. */
const BATCH_BYTES = 2 * 1024 * 1024;
const MOST_ROWS = 1_000;
const FIRST_ROWS = 16;

/**
 * The rows of a table in the order of its key, each as a JSON array of the columns' texts (null for null): exact to
 * the last digit for every type, and the same text from both engines. In batches, inside the caller's transaction.
 */
export async function* readTable(
  db: Db,
  table: StoredTable,
  organizationId: string | null,
): AsyncGenerator<readonly string[]> {
  const texts = table.columns.map(({ name }) => sql`${sql.identifier(name)}::text`);
  const byKey = table.columns.filter(({ name }) => table.key.includes(name));
  const order = (byKey.length > 0 ? byKey : table.columns).map(({ name, collated }) =>
    collated ? sql`${sql.identifier(name)} collate "C"` : sql`${sql.identifier(name)}`,
  );
  await db.execute(
    sql`declare backup_rows no scroll cursor for
        select json_build_array(${sql.join(texts, sql`, `)})::text as row
          from ${sql.identifier(table.name)} where ${rowsFor(table, organizationId)}
         order by ${sql.join(order, sql`, `)}`,
  );
  let wanted = FIRST_ROWS;
  for (;;) {
    const batch = await rowsOf<{ row: string }>(db, sql.raw(`fetch ${wanted} from backup_rows`));
    if (batch.length === 0) break;
    yield batch.map(({ row }) => row);
    const bytes = batch.reduce((sum, { row }) => sum + row.length, 0);
    const fitting = Math.floor((BATCH_BYTES * batch.length) / Math.max(bytes, 1));
    wanted = Math.max(1, Math.min(MOST_ROWS, wanted * 4, fitting));
  }
  await db.execute(sql.raw("close backup_rows"));
}

/** The number that the sequence behind an identity column gave last; null when it gave none yet. */
export const readLastNumber = async (db: Db, table: string, column: string): Promise<string | null> => {
  const [found] = await rowsOf<{ last: string | null }>(
    db,
    sql`select s.last_value::text as last
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace
          join pg_sequences s on s.schemaname = n.nspname and s.sequencename = c.relname
         where c.oid = pg_get_serial_sequence(${table}, ${column})::regclass`,
  );
  return found?.last ?? null;
};

export type RanMigration = { readonly name: string; readonly checksum: string };

/** The migrations that made these tables, in order; none in a database that was never migrated. */
export const readRanMigrations = async (db: Db): Promise<readonly RanMigration[]> => {
  const [found] = await rowsOf<{ there: boolean }>(
    db,
    sql`select to_regclass('public.schema_migration') is not null as there`,
  );
  if (found?.there !== true) return [];
  return rowsOf<RanMigration>(db, sql`select name, checksum from schema_migration order by name`);
};

/** SHA-256 names of the evidence that the notes of an office, or of all, mention. */
export const readEvidenceNames = async (db: Db, organizationId: string | null): Promise<readonly string[]> =>
  (
    await rowsOf<{ sha256: string }>(
      db,
      sql`select distinct sha256 from attachment
           where ${organizationId}::text is null or organization_id::text = ${organizationId}
           order by sha256`,
    )
  ).map(({ sha256 }) => sha256);
