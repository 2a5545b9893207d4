import { sql } from "drizzle-orm";
import type { Db } from "../scope.ts";

export type TableColumn = {
  readonly name: string;
  /** As PostgreSQL writes it: "timestamp with time zone", "jsonb". */
  readonly type: string;
  readonly collated: boolean;
  /** Its values come from a sequence of its own. */
  readonly identity: boolean;
};

export type StoredTable = {
  readonly name: string;
  /** Without those that the database computes itself. */
  readonly columns: readonly TableColumn[];
  readonly key: readonly string[];
  /** Which column says whose the row is; null: rows of the installation. */
  readonly owner: "id" | "organization_id" | null;
};

export type ForeignKey = { readonly name: string; readonly child: string; readonly parent: string };

export type TableCatalogue = {
  /** Each after the tables that its rows refer to. */
  readonly tables: readonly StoredTable[];
  /** Keys that no order of tables satisfies, as a row's to another of its own table: checked when all rows are there. */
  readonly lateKeys: readonly ForeignKey[];
};

/** Rows of a statement: postgres.js answers with an array, PGlite with `{ rows }`. */
export const rowsOf = async <Row>(db: Db, statement: ReturnType<typeof sql>): Promise<Row[]> => {
  const answer: unknown = await db.execute(statement);
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Row[];
};

/** Tables so that parents come first, alphabetically where nothing else decides; and the keys that stay behind. */
export const orderTables = (
  names: readonly string[],
  keys: readonly ForeignKey[],
): { readonly order: readonly string[]; readonly late: readonly ForeignKey[] } => {
  const order: string[] = [];
  const waiting = new Set([...names].sort());
  const blocks = (name: string): boolean =>
    keys.some(({ child, parent }) => child === name && parent !== name && waiting.has(parent));
  while (waiting.size > 0) {
    // In a ring one has to be first; its keys into the ring are then late ones.
    const next = [...waiting].find((name) => !blocks(name)) ?? [...waiting][0] ?? "";
    waiting.delete(next);
    order.push(next);
  }
  const place = new Map(order.map((name, index) => [name, index]));
  const at = (name: string): number => place.get(name) ?? -1;
  return { order, late: keys.filter(({ child, parent }) => at(parent) >= at(child)) };
};

const ownerOf = (name: string, columns: readonly TableColumn[]): StoredTable["owner"] => {
  if (name === "organization") return "id";
  return columns.some((column) => column.name === "organization_id") ? "organization_id" : null;
};

/** Every table of the database but the list of its migrations, as the database itself describes them. */
export const readTableCatalogue = async (db: Db): Promise<TableCatalogue> => {
  const found = await rowsOf<Omit<StoredTable, "owner">>(
    db,
    sql`select c.relname as name,
               (select json_agg(json_build_object(
                         'name', a.attname, 'type', format_type(a.atttypid, a.atttypmod),
                         'collated', a.attcollation <> 0, 'identity', a.attidentity <> '') order by a.attnum)
                  from pg_attribute a
                 where a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped and a.attgenerated = '') as columns,
               coalesce((select json_agg(a.attname order by k.place)
                  from pg_index i
                 cross join lateral unnest(i.indkey) with ordinality as k(attnum, place)
                  join pg_attribute a on a.attrelid = i.indrelid and a.attnum = k.attnum
                 where i.indrelid = c.oid and i.indisprimary), '[]') as key
          from pg_class c
          join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
         where c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'schema_migration'`,
  );
  const keys = await rowsOf<ForeignKey>(
    db,
    sql`select k.conname as name, child.relname as child, parent.relname as parent
          from pg_constraint k
          join pg_class child on child.oid = k.conrelid
          join pg_class parent on parent.oid = k.confrelid
          join pg_namespace n on n.oid = child.relnamespace and n.nspname = 'public'
         where k.contype = 'f' and k.conparentid = 0`,
  );
  const byName = new Map(found.map((table) => [table.name, table]));
  const { order, late } = orderTables([...byName.keys()], keys);
  return {
    tables: order.flatMap((name) => {
      const table = byName.get(name);
      return table === undefined ? [] : [{ ...table, owner: ownerOf(name, table.columns) }];
    }),
    lateKeys: late,
  };
};
