import { type SQL, sql } from "drizzle-orm";
import { PgDialect, type PgTable } from "drizzle-orm/pg-core";
import type { SystemTx, TenantTx } from "../scope.ts";

/** The rows of a written-out statement; postgres.js answers with an array, PGlite with `{ rows }`. */
export const rows = async <Row>(tx: TenantTx | SystemTx, statement: SQL): Promise<Row[]> => {
  return rowsIn<Row>(await tx.db.execute(statement));
};

const rowsIn = <Row>(answer: unknown): Row[] =>
  (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Row[];

const DIALECT = new PgDialect();

/**
 * A statement whose wording is always the same, composed once; each run binds its `sql.placeholder`s. For what every
 * request asks: to compose a long statement costs as much as to answer it.
 */
export const composed = <Row>(statement: SQL) => {
  const query = DIALECT.sqlToQuery(statement);
  return async (
    { db }: TenantTx | SystemTx,
    values: Readonly<Record<string, string | number | null>>,
  ): Promise<Row[]> =>
    rowsIn<Row>(await db._.session.prepareQuery(query, undefined, undefined, false).execute(values));
};

/** The same as one value of JSON: thousands of rows come without a thought for each of them. Instants and days are text. */
export const records = async <Row>(tx: TenantTx | SystemTx, statement: SQL): Promise<readonly Row[]> => {
  const [answer] = await rows<{ all: Row[] | null }>(
    tx,
    sql`select json_agg(one) as "all" from (${statement}) one`,
  );
  return answer?.all ?? [];
};

/** Ids as one value: as thousands of parameters they cost more than what they ask for. */
export const listOf = (ids: readonly string[]): SQL => sql`array(select ${textsIn(ids)}::uuid)`;

export const daysOf = (days: readonly string[]): SQL => sql`array(select ${textsIn(days)}::date)`;

const textsIn = (list: readonly string[]): SQL =>
  sql`jsonb_array_elements_text(${JSON.stringify(list)}::jsonb)`;

/** Characters that no id, day or instant holds, and that JSON writes otherwise. */
const BETWEEN = "\x1e";
const NOTHING = "\x15";

const written = (value: unknown): string => {
  if (value === null || value === undefined) return NOTHING;
  if (typeof value === "string") return value;
  return value instanceof Date ? value.toISOString() : JSON.stringify(value);
};

/**
 * Thousands of rows as a set to read from, `made`: each column is one text that the database splits, which costs it half of
 * what reading them as JSON does. Every value arrives as text, objects as JSON's.
 */
export const setOf = <Name extends string>(
  list: readonly Readonly<Partial<Record<Name, unknown>>>[],
  names: readonly Name[],
): SQL => {
  const columns = names.map(
    (name) =>
      sql`string_to_table(${list.map((row) => written(row[name])).join(BETWEEN)}::text, ${BETWEEN}::text, ${NOTHING}::text)`,
  );
  const titles = names.map((name) => sql.identifier(name));
  return sql`rows from (${sql.join(columns, sql`, `)}) as made(${sql.join(titles, sql`, `)})`;
};

/** A statement carries at most 65,535 values; a row here has fewer than 20 columns. */
const ROWS_PER_STATEMENT = 1000;

/** A row without the office, which the scope gives. */
export type Row<Table extends PgTable> = Omit<Table["$inferInsert"], "organizationId">;

/** Rows of this office, in as many statements as they need. */
export const insertRows = async <Table extends PgTable>(
  { db, organizationId }: TenantTx,
  table: Table,
  list: readonly Row<Table>[],
): Promise<void> => {
  for (let from = 0; from < list.length; from += ROWS_PER_STATEMENT) {
    const rows = list.slice(from, from + ROWS_PER_STATEMENT).map((row) => ({ ...row, organizationId }));
    // The compiler cannot see that every table here has the column that is added.
    await db.insert(table).values(rows as unknown as Table["$inferInsert"][]);
  }
};
