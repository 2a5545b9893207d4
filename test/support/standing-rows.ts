import { sql } from "drizzle-orm";
import type { Database } from "../../db/scope.ts";
import { rowsOf } from "./two-offices.ts";

/** Of a table: how many rows there are more than before, and how many were written. */
export type Change = { readonly more: number; readonly written: number };
export type Changes = Readonly<Record<string, Change>>;

type Mark = { readonly name: string; readonly count: number; readonly youngest: number };

/**
 * The whole database as it stands, to see by table what was written since, and to bring back what was:
 *
 *   const rows = await standingRows(database);
 *   await rows.changes();      // {} while nothing was committed that wrote or deleted a row
 *   await rows.mark();         // the same string as long as nothing is written
 *   await rows.bringBack();
 *
 * Rows are known by the transaction that wrote them, so that a look costs milliseconds.
 */
export const standingRows = async (database: Database) => {
  const tables = await database.asOwner((db) =>
    rowsOf<{ name: string; columns: string }>(
      db,
      sql`select relname as name, string_agg(quote_ident(attname), ', ' order by attnum) as columns
            from pg_attribute join pg_class on pg_class.oid = attrelid
           where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'schema_migration'
             and attnum > 0 and not attisdropped and attgenerated = ''
           group by relname order by relname`,
    ),
  );
  const run = (statements: readonly string[]): Promise<void> =>
    database.asOwner((db) =>
      db.transaction(async (tx) => {
        for (const statement of statements) await tx.execute(sql.raw(statement));
      }),
    );
  await run([
    "create schema standing",
    ...tables.map(({ name }) => `create table standing.${name} as table public.${name}`),
  ]);

  const look = (): Promise<Mark[]> =>
    database.asOwner((db) =>
      rowsOf<Mark>(
        db,
        // The parts of a union come in whatever order the server likes.
        sql.raw(
          `${tables
            .map(
              ({ name }) =>
                `select '${name}' as name, count(*)::int as count,
                        coalesce(max(xmin::text::bigint), 0)::int as youngest from ${name}`,
            )
            .join(" union all ")} order by name`,
        ),
      ),
    );
  let before = new Map<string, Mark>();
  const remember = async (): Promise<void> => {
    before = new Map((await look()).map((mark) => [mark.name, mark]));
  };
  await remember();

  const changed = async (): Promise<readonly (Mark & { readonly since: Mark })[]> =>
    (await look()).flatMap((mark) => {
      const since = before.get(mark.name);
      if (since === undefined) throw new Error(`no table ${mark.name} stood before`);
      return since.count === mark.count && since.youngest === mark.youngest ? [] : [{ ...mark, since }];
    });

  const changes = async (): Promise<Changes> => {
    const found: Record<string, Change> = {};
    for (const { name, count, since } of await changed()) {
      const [row] = await database.asOwner((db) =>
        rowsOf<{ written: number }>(
          db,
          sql.raw(
            `select count(*)::int as written from ${name} where xmin::text::bigint > ${since.youngest}`,
          ),
        ),
      );
      found[name] = { more: count - since.count, written: row?.written ?? 0 };
    }
    return found;
  };

  return {
    changes,
    mark: async (): Promise<string> => JSON.stringify(await look()),
    bringBack: async (): Promise<void> => {
      const names = new Set((await changed()).map(({ name }) => name));
      const ours = tables.filter(({ name }) => names.has(name));
      if (ours.length === 0) return;
      await run([
        "set local session_replication_role = replica",
        ...ours.map(({ name }) => `delete from ${name}`),
        ...ours.map(
          ({ name, columns }) =>
            `insert into ${name} (${columns}) overriding system value select ${columns} from standing.${name}`,
        ),
      ]);
      await remember();
    },
  };
};
export type StandingRows = Awaited<ReturnType<typeof standingRows>>;
