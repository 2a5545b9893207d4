import { createHash, randomBytes } from "node:crypto";
import { existsSync, readdirSync, readFileSync, renameSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterAll } from "vitest";
import { connectEmbedded } from "../../db/connect-embedded.ts";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { migrate } from "../../db/migrate.ts";
import type { Database } from "../../db/scope.ts";
import manifest from "../../package.json" with { type: "json" };

/**
 * Databases for tests: real ones, migrated, made from a template that is built once for each state of the
 * migrations. TEST_DATABASE_URL names a PostgreSQL server; without it they are embedded, in memory.
 *
 * `freshDatabase()`  the test file's one database, emptied. For `beforeEach`: costs milliseconds. Closed after the file.
 * `testDatabase()`   a new database of its own (half a second embedded); the caller closes it.
 *                    For tests that close, kill or share a database.
 */

const MIGRATIONS = join(import.meta.dirname, "../../db/migrations");

/** Names the state of the migrations, so that a template of yesterday is never used. */
const stateOfMigrations = (): string => {
  const hash = createHash("sha256");
  for (const file of readdirSync(MIGRATIONS).sort())
    if (file.endsWith(".sql")) hash.update(file).update(readFileSync(join(MIGRATIONS, file)));
  return hash.digest("hex").slice(0, 16);
};

const START_PARAMS = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];
/** Another release's cluster may differ. */
const RELEASE = manifest.dependencies["@electric-sql/pglite"];

/** The cluster that `make` leaves, made once on this machine: making one takes four seconds, loading half of one. */
const keptCluster = async (name: string, make: () => Promise<PGlite>): Promise<PGlite> => {
  const path = join(tmpdir(), `dondoc-${name}-${process.getuid?.() ?? 0}.tar`);
  if (!existsSync(path)) {
    const client = await make();
    const dump = await client.dumpDataDir("none");
    await client.close();
    // Two workers may build it at once: each writes its own file, and the renaming is one step.
    const own = `${path}.${process.pid}`;
    writeFileSync(own, Buffer.from(await dump.arrayBuffer()));
    renameSync(own, path);
  }
  return PGlite.create({ loadDataDir: new Blob([readFileSync(path)]), startParams: START_PARAMS });
};

/** An embedded one without anything; the caller closes it. */
export const emptyCluster = (): Promise<PGlite> =>
  keptCluster(`cluster-${RELEASE}`, () => PGlite.create({ startParams: START_PARAMS }));

/** A new embedded one, migrated, whatever server there is; the caller closes it. */
export const embeddedDatabase = async (): Promise<Database> =>
  connectEmbedded(
    await keptCluster(`template-${RELEASE}-${stateOfMigrations()}`, async () => {
      const client = await emptyCluster();
      await migrate(connectEmbedded(client));
      return client;
    }),
  );

/** The PostgreSQL server of this run, for the stories of it alone (`*.postgres.test.ts`). */
export const postgresUrl = (): string => {
  const url = process.env.TEST_DATABASE_URL;
  if (url === undefined || url === "") throw new Error("TEST_DATABASE_URL names no server");
  return url;
};

const withDatabaseName = (url: string, name: string): string => {
  const named = new URL(url);
  named.pathname = `/${name}`;
  return named.toString();
};

const onServer = async <T>(url: string, work: (server: postgres.ReservedSql) => Promise<T>): Promise<T> => {
  const client = postgres(url, { max: 1, onnotice: () => undefined });
  // One session for the lock and what it guards; `end` would wait for a session that nobody released.
  const server = await client.reserve();
  try {
    return await work(server);
  } finally {
    server.release();
    await client.end();
  }
};

/** One worker builds the template, the others wait for it. */
const TEMPLATE_LOCK = 7_305_911_022;

const postgresTemplate = (url: string): Promise<string> =>
  onServer(url, async (server) => {
    const name = `dondoc_template_${stateOfMigrations()}`;
    await server`select pg_advisory_lock(${TEMPLATE_LOCK})`;
    const [known] = await server`select 1 from pg_database where datname = ${name}`;
    if (known) return name;
    const building = `${name}_building`;
    await server.unsafe(`drop database if exists ${building}`);
    await server.unsafe(`create database ${building}`);
    const database = connectPostgres(withDatabaseName(url, building), 1);
    try {
      await migrate(database);
    } finally {
      await database.close();
    }
    await server.unsafe(`alter database ${building} rename to ${name}`);
    return name;
  });

/** A clone of the template on the server, and its URL: for tests that start the product as a process. */
export const clonedPostgres = async (
  url: string,
): Promise<{ readonly url: string; readonly drop: () => Promise<void> }> => {
  const template = await postgresTemplate(url);
  const name = `dondoc_test_${randomBytes(6).toString("hex")}`;
  await onServer(url, (server) => server.unsafe(`create database ${name} template ${template}`));
  return {
    url: withDatabaseName(url, name),
    drop: () =>
      onServer(url, async (server) => {
        await server.unsafe(`drop database if exists ${name} with (force)`);
      }),
  };
};

const onPostgres = async (url: string): Promise<Database> => {
  const clone = await clonedPostgres(url);
  const database = connectPostgres(clone.url, 4);
  return {
    ...database,
    close: async () => {
      await database.close();
      await clone.drop();
    },
  };
};

/** A new, migrated, empty database; the caller closes it. */
export const testDatabase = (): Promise<Database> => {
  const url = process.env.TEST_DATABASE_URL;
  return url === undefined || url === "" ? embeddedDatabase() : onPostgres(url);
};

/**
 * Deleting from 40 small tables takes 2 ms where truncating them takes 40, or finding and planning it each time 15;
 * foreign keys need no order here.
 */
const learnToEmpty = sql`
  do $$ begin
    create schema emptied;
    execute format('create function emptied.empty_all() returns void language plpgsql as %L',
      'begin set local session_replication_role = replica; ' || (
        select string_agg(format('delete from public.%I;', tablename), ' ')
          from pg_tables where schemaname = 'public' and tablename <> 'schema_migration') || ' end');
  end $$`;
const emptyAll = sql`select emptied.empty_all()`;

let ofThisFile: Promise<Database> | null = null;

/** The test file's one database, empty again. */
export const freshDatabase = async (): Promise<Database> => {
  if (ofThisFile !== null) {
    const database = await ofThisFile;
    await database.asOwner((db) => db.transaction((tx) => tx.execute(emptyAll)));
    return database;
  }
  ofThisFile = testDatabase().then(async (database) => {
    await database.asOwner((db) => db.execute(learnToEmpty));
    return database;
  });
  return ofThisFile;
};

afterAll(async () => {
  await (await ofThisFile)?.close();
  ofThisFile = null;
});
