import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { is, sql } from "drizzle-orm";
import { getTableConfig, PgDialect, PgTable } from "drizzle-orm/pg-core";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { type DrizzleSnapshotJSON, generateDrizzleJson, generateMigration } from "../support/drizzle-kit.ts";
import { rowsOf, tenantTables } from "../support/two-offices.ts";

const DB = join(import.meta.dirname, "../../db");

/** Indexes and keys of an office's table that the organization does not lead, each with its reason. */
const NOT_LED: Readonly<Record<string, string>> = {
  organization_code: "an office is found by its code before it is known",
  organization_by_superior: "whose superior an office is, is asked across offices",
  appointment_by_start: "planning finds who was appointed in any office by its day",
  task_by_due: "planning finds what is due of every office by its day",
  reporting_round_by_due: "planning finds what is due of every office by its day",
  chat_link_of_chat: "a chat is found before its office is known, and speaks in one office alone",
  invitation_code: "a code is found before its office is known",
  group_chat_of_chat: "a group is found by its chat before its office is known",
  web_session_token: "a browser's token is found before its office is known",
  outbox_message_pkey: "a stranger's answer belongs to no office",
  outbox_message_due: "delivery finds what is due of every office in order of time",
  api_key_hash: "a key is found before its office is known",
  calendar_feed_token: "a calendar's address is found before its office is known",
  event_delivery_due: "delivery finds what is due of every office in order of time",
  answered_request_by_age: "answers that have had their day are swept across offices",
};

const schemaModules = async (): Promise<Record<string, unknown>> => {
  const all: Record<string, unknown> = {};
  for (const file of readdirSync(join(DB, "schema")))
    Object.assign(all, await import(join(DB, "schema", file)));
  return all;
};

let database: Database;
let schema: Record<string, unknown>;
let tables: readonly ReturnType<typeof getTableConfig>[];

beforeAll(async () => {
  database = await freshDatabase();
  schema = await schemaModules();
  tables = Object.values(schema)
    .filter((value): value is PgTable => is(value, PgTable))
    .map(getTableConfig);
});

type IndexRow = {
  name: string;
  table: string;
  unique: boolean;
  primary: boolean;
  columns: string[];
  where: string | null;
};
const indexes = (): Promise<IndexRow[]> =>
  database.asOwner((db) =>
    rowsOf<IndexRow>(
      db,
      sql`select i.relname as name, t.relname as "table", x.indisunique as "unique", x.indisprimary as "primary",
                 (select json_agg(a.attname order by k.place)
                    from unnest(x.indkey::int2[]) with ordinality as k(number, place)
                    join pg_attribute a on a.attrelid = t.oid and a.attnum = k.number) as columns,
                 pg_get_expr(x.indpred, x.indrelid) as "where"
            from pg_index x
            join pg_class i on i.oid = x.indexrelid
            join pg_class t on t.oid = x.indrelid
            join pg_namespace n on n.oid = t.relnamespace and n.nspname = 'public'
           where t.relname <> 'schema_migration' order by 1`,
    ),
  );

const columnName = (column: unknown): string =>
  typeof column === "object" && column !== null && "name" in column ? String(column.name) : "an expression";

/** PostgreSQL writes a condition back with brackets and casts of its own. */
const bare = (condition: string): string =>
  condition
    .toLowerCase()
    .replaceAll(/::[a-z]+(\[\])?/g, "")
    .replaceAll(/= any \(array\[(.*?)\]\)/g, "in ($1)")
    .replaceAll(/[()\s"]/g, "");

describe("the schema and the migrated database", () => {
  it("have the same tables", async () => {
    const migrated = await database.asOwner((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select tablename as name from pg_tables where schemaname = 'public' and tablename <> 'schema_migration'`,
      ),
    );
    expect(new Set(migrated.map(({ name }) => name))).toEqual(new Set(tables.map(({ name }) => name)));
  });

  it("have the same columns, of the same types, null or not, generated alike", async () => {
    const migrated = await database.asOwner((db) =>
      rowsOf(
        db,
        sql`select c.relname as "table", a.attname as name, format_type(a.atttypid, a.atttypmod) as type,
                   a.attnotnull as required, a.attidentity <> '' as identity, a.atthasdef as defaulted
              from pg_attribute a
              join pg_class c on c.oid = a.attrelid and c.relkind = 'r' and c.relname <> 'schema_migration'
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
             where a.attnum > 0 and not a.attisdropped`,
      ),
    );
    const described = tables.flatMap(({ name: table, columns }) =>
      columns.map((column) => ({
        table,
        name: column.name,
        type: column.getSQLType(),
        required: column.notNull,
        identity: column.generatedIdentity !== undefined,
        defaulted: column.default !== undefined,
      })),
    );
    expect(new Set(migrated)).toEqual(new Set(described));
  });

  it("have the same keys and indexes, on the same columns and conditions", async () => {
    const dialect = new PgDialect();
    const described = tables.flatMap((table) => [
      ...table.indexes.map(({ config }) => ({
        name: config.name ?? "",
        unique: config.unique,
        columns: config.columns.map(columnName),
        where: config.where === undefined ? null : bare(dialect.sqlToQuery(config.where).sql),
      })),
      ...table.uniqueConstraints.map(({ name, columns }) => ({
        name: name ?? "",
        unique: true,
        columns: columns.map(columnName),
        where: null,
      })),
      ...table.primaryKeys.map((key) => ({
        name: key.getName(),
        unique: true,
        columns: key.columns.map(columnName),
        where: null,
      })),
      ...table.columns
        .filter(({ primary }) => primary)
        .map((column) => ({ name: `${table.name}_pkey`, unique: true, columns: [column.name], where: null })),
    ]);
    const migrated = (await indexes()).map(({ name, unique, columns, where }) => ({
      name,
      unique,
      columns,
      where: where === null ? null : bare(where),
    }));
    expect(new Set(migrated)).toEqual(new Set(described));
  });

  it("have the same foreign keys", async () => {
    const migrated = await database.asOwner((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select conname as name from pg_constraint c
              join pg_namespace n on n.oid = c.connamespace and n.nspname = 'public' where contype = 'f'`,
      ),
    );
    const described = tables.flatMap(({ foreignKeys }) => foreignKeys.map((key) => key.getName()));
    expect(new Set(migrated.map(({ name }) => name))).toEqual(new Set(described));
  });

  it("leave `drizzle-kit generate` nothing to do", async () => {
    const meta = join(DB, "migrations/meta");
    const newest = readdirSync(meta)
      .filter((file) => file.endsWith("_snapshot.json"))
      .sort((one, other) => one.localeCompare(other))
      .at(-1);
    const before: DrizzleSnapshotJSON = JSON.parse(readFileSync(join(meta, newest ?? ""), "utf8"));
    expect(await generateMigration(before, generateDrizzleJson(schema))).toEqual([]);
  });

  it("list every migration in the journal, in order", () => {
    const journal: { entries: { tag: string }[] } = JSON.parse(
      readFileSync(join(DB, "migrations/meta/_journal.json"), "utf8"),
    );
    const files = readdirSync(join(DB, "migrations")).filter((file) => file.endsWith(".sql"));
    expect(journal.entries.map(({ tag }) => `${tag}.sql`)).toEqual(
      files.sort((one, other) => one.localeCompare(other)),
    );
  });
});

describe("an office's table", () => {
  it("is led by the organization in every key and index, but for the ones that are named", async () => {
    const keys = new Map((await database.asOwner(tenantTables)).map(({ name, key }) => [name, key]));
    const strays = (await indexes())
      .filter(({ table }) => keys.has(table))
      .filter(({ table, columns }) => columns[0] !== keys.get(table))
      .map(({ name }) => name);
    expect(new Set(strays)).toEqual(new Set(Object.keys(NOT_LED)));
  });

  it("points only at rows of its own office", async () => {
    const crossing = await database.asOwner((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select c.conname as name from pg_constraint c
              join pg_attribute own on own.attrelid = c.conrelid and own.attnum = c.conkey[1]
              join pg_attribute other on other.attrelid = c.confrelid and other.attnum = c.confkey[1]
              join pg_class t on t.oid = c.confrelid
             where c.contype = 'f' and own.attname <> 'organization_id'
                or c.contype = 'f' and other.attname <> case t.relname when 'organization' then 'id' else 'organization_id' end`,
      ),
    );
    expect(crossing).toEqual([]);
  });
});
