import { appendFileSync, cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { PGlite } from "@electric-sql/pglite";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectEmbedded } from "../../db/connect-embedded.ts";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { migrate } from "../../db/migrate.ts";
import type { Database } from "../../db/scope.ts";
import { clonedPostgres, emptyCluster, testDatabase } from "../support/database.ts";
import { rowsOf } from "../support/two-offices.ts";
import { growsUp, NAMES, OURS, problemOf, roleInTenant } from "./migration-story.ts";

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

describe("an empty embedded database", () => {
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
