import {
  appendFileSync,
  cpSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import postgres from "postgres";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectEmbedded } from "../../db/connect-embedded.ts";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { MigrationError, type MigrationProblem, migrate } from "../../db/migrate.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { clonedPostgres, emptyCluster, testDatabase } from "../support/database.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { rowsOf } from "../support/two-offices.ts";

const OURS = join(import.meta.dirname, "../../db/migrations");
const NAMES = readdirSync(OURS)
  .filter((file) => file.endsWith(".sql"))
  .map((file) => file.replace(".sql", ""))
  .sort((one, other) => one.localeCompare(other));
const SERVER = process.env.TEST_DATABASE_URL || undefined;

let folder: string;
let closing: (() => Promise<unknown>)[];
beforeEach(() => {
  closing = [];
  folder = mkdtempSync(join(tmpdir(), "dondoc-migrations-"));
  cpSync(OURS, folder, { recursive: true });
});
afterEach(async () => {
  for (const close of closing.reverse()) await close();
  rmSync(folder, { recursive: true, force: true });
});

/** A migrated database of its own: what is done to it here is done to no one else. */
const migrated = async (): Promise<Database> => {
  const database = await testDatabase();
  closing.push(database.close);
  return database;
};

/** A database without anything. */
const emptyEmbedded = async (): Promise<{ readonly client: PGlite; readonly database: Database }> => {
  const client = await emptyCluster();
  const database = connectEmbedded(client);
  closing.push(database.close);
  return { client, database };
};

const problemOf = async (running: Promise<unknown>): Promise<MigrationProblem | null> => {
  try {
    await running;
    return null;
  } catch (error) {
    if (error instanceof MigrationError) return error.problem;
    throw error;
  }
};

const add = (name: string, text: string): void => writeFileSync(join(folder, `${name}.sql`), text);
const words = (database: Database): Promise<unknown[]> =>
  database.asOwner((db) => rowsOf(db, sql`select word from said order by place`));

describe("migrations", () => {
  it("run in the order of their names, statement by statement, and once", async () => {
    const database = await migrated();
    add(
      "9001_second",
      "insert into said (word) values ('hai');--> statement-breakpoint\ninsert into said (word) values ('ba');",
    );
    add(
      "9000_first",
      "create table said (place serial, word text);--> statement-breakpoint\ninsert into said (word) values ('một');",
    );
    expect(await migrate(database, folder)).toEqual(["9000_first", "9001_second"]);
    expect(await words(database)).toEqual([{ word: "một" }, { word: "hai" }, { word: "ba" }]);
    expect(await migrate(database, folder)).toEqual([]);
    expect(await words(database)).toHaveLength(3);
  });

  it("leave nothing behind when one of them fails, and run when it is mended", async () => {
    const database = await migrated();
    add("9000_first", "create table said (place serial, word text);");
    add("9001_second", "insert into unknown_table values (1);");
    await expect(migrate(database, folder)).rejects.toThrow();
    await expect(words(database)).rejects.toThrow();
    add("9001_second", "insert into said (word) values ('hai');");
    expect(await migrate(database, folder)).toEqual(["9000_first", "9001_second"]);
  });

  it("are refused when one was changed after it ran, also by a space; not for the line ends of Windows", async () => {
    const database = await migrated();
    const [first = ""] = NAMES;
    const file = join(folder, `${first}.sql`);
    writeFileSync(file, readFileSync(file, "utf8").replaceAll("\n", "\r\n"));
    expect(await migrate(database, folder)).toEqual([]);
    appendFileSync(file, " ");
    expect(await problemOf(migrate(database, folder))).toEqual({
      kind: "changed_after_run",
      migration: first,
    });
  });

  it("are refused when the database is newer than the program", async () => {
    const database = await migrated();
    add("9000_newer", "create table said (place serial, word text);");
    await migrate(database, folder);
    expect(await problemOf(migrate(database))).toEqual({
      kind: "unknown_migration",
      migration: "9000_newer",
    });
  });

  it("run once when four ask at once", async () => {
    add("9000_first", "create table said (place serial, word text);");
    const ran: string[][] = [];
    if (SERVER === undefined) {
      const database = await migrated();
      ran.push(...(await Promise.all([1, 2, 3, 4].map(() => migrate(database, folder)))));
    } else {
      const { url, drop } = await clonedPostgres(SERVER);
      closing.push(drop);
      const databases = [1, 2, 3, 4].map(() => connectPostgres(url, 2));
      closing.push(() => Promise.all(databases.map((database) => database.close())));
      ran.push(...(await Promise.all(databases.map((database) => migrate(database, folder)))));
    }
    expect(ran.flat()).toEqual(["9000_first"]);
  });
});

/** What a tenant's transaction runs under; throws when the connecting role may not become it. */
const roleInTenant = (database: Database): Promise<unknown> =>
  database.inTenant(tenantScope("00000000-0000-7000-8000-000000000000"), async ({ db }) =>
    rowsOf(db, sql`select current_user as role`),
  );

/** A database that the first program made keeps its people and their wishes when a newer one adds channels. */
const growsUp = async (database: Database): Promise<void> => {
  for (const name of NAMES.filter((name) => name > "0001_grants")) rmSync(join(folder, `${name}.sql`));
  expect(await migrate(database, folder)).toEqual(["0000_ground", "0001_grants"]);
  const office = "00000000-0000-4000-8000-000000000001";
  await database.asOwner(async (db) => {
    await db.execute(sql`insert into organization (id, code, name, level, time_zone, policy, created_at)
      values (${office}, 'a', 'Phường A', 'commune', 'Asia/Ho_Chi_Minh', '{}', now())`);
    await db.execute(sql`insert into member (organization_id, id, name, locale, preferred_channel, created_at)
      values (${office}, ${office}, 'Bình', 'vi', 'telegram', now())`);
  });
  expect(await migrate(database, OURS)).toEqual(NAMES.slice(2));
  const member = { preferred_channel: "telegram", fallback_channel: null };
  const read = sql`select preferred_channel, fallback_channel from member`;
  expect(await database.inSystem(({ db }) => rowsOf(db, read))).toEqual([member]);
  expect(await database.inTenant(tenantScope(office), ({ db }) => rowsOf(db, read))).toEqual([member]);
};

describe.skipIf(SERVER !== undefined)("an empty embedded database", () => {
  it("of the first program keeps what it has when a newer one adds channels", async () => {
    await growsUp((await emptyEmbedded()).database);
  });

  it("gets everything, also under a role that may create roles but is not almighty", async () => {
    const { client, database } = await emptyEmbedded();
    await client.exec(
      "create role maker login createrole; grant all on schema public to maker; set session authorization maker",
    );
    expect(await migrate(database)).toEqual(NAMES);
    expect(await migrate(database)).toEqual([]);
    expect(await roleInTenant(database)).toEqual([{ role: "dondoc_app" }]);
  });
});

describe.skipIf(SERVER === undefined)("a PostgreSQL of its own, where nobody has been", () => {
  let server: PostgresServer;
  beforeEach(async () => {
    server = await startPostgres();
    closing.push(server.stop);
  });

  const asSuperuser = async (...statements: readonly string[]): Promise<void> => {
    const client = postgres(server.url, { max: 1, onnotice: () => undefined });
    try {
      for (const statement of statements) await client.unsafe(statement);
    } finally {
      await client.end();
    }
  };

  const open = (role: string, name: string): Database => {
    const url = new URL(server.url);
    url.username = role;
    url.pathname = `/${name}`;
    const database = connectPostgres(url.toString(), 2);
    closing.push(database.close);
    return database;
  };

  it("makes the roles when the connecting role may create roles", async () => {
    await asSuperuser("create role maker login createrole", "create database office owner maker");
    const database = open("maker", "office");
    expect(await migrate(database)).toEqual(NAMES);
    expect(await roleInTenant(database)).toEqual([{ role: "dondoc_app" }]);
  });

  it("of the first program keeps what it has when a newer one adds channels", async () => {
    await asSuperuser("create role maker login createrole", "create database office owner maker");
    await growsUp(open("maker", "office"));
  });

  it("stops and says the statements when it may not, and goes on when they were run", async () => {
    await asSuperuser('create role "van-phong" login', 'create database office owner "van-phong"');
    const database = open("van-phong", "office");
    const problem = await problemOf(migrate(database));
    expect(problem).toEqual({
      kind: "roles_missing",
      statements: [
        "create role dondoc_app nologin;",
        "create role dondoc_system nologin;",
        'grant dondoc_app, dondoc_system to "van-phong";',
      ],
    });
    await asSuperuser(...(problem?.kind === "roles_missing" ? problem.statements : []));
    expect(await migrate(database)).toEqual(NAMES);
    expect(await roleInTenant(database)).toEqual([{ role: "dondoc_app" }]);
  });

  it("asks only for the grant where the roles are there already", async () => {
    await asSuperuser(
      "create role dondoc_app nologin",
      "create role dondoc_system nologin",
      "create role plain login",
      "create database office owner plain",
    );
    expect(await problemOf(migrate(open("plain", "office")))).toEqual({
      kind: "roles_missing",
      statements: ["grant dondoc_app, dondoc_system to plain;"],
    });
  });

  it("makes the roles once when four databases are migrated at the same moment", async () => {
    const names = ["one", "two", "three", "four"];
    await asSuperuser(
      "create role maker login createrole",
      ...names.map((name) => `create database ${name} owner maker`),
    );
    const ran = await Promise.all(names.map((name) => migrate(open("maker", name))));
    expect(ran).toEqual(names.map(() => NAMES));
  });
});
