import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  rmSync,
  writeFileSync,
} from "node:fs";
import { createServer } from "node:net";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connect } from "../../db/connect.ts";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { DataFolderBusyError, lockByPidFile, lockDataFolder } from "../../db/lock-data-folder.ts";
import { type Database, type Db, tenantScope } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { preparedFolder } from "../support/product.ts";
import { rowsOf } from "../support/two-offices.ts";
import { problemCode } from "./problem-code.ts";

const ROOT = join(import.meta.dirname, "../..");
const OFFICE = tenantScope("00000000-0000-7000-8000-000000000000");

let folder: string;
let children: ChildProcess[];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "dondoc-data-"));
  children = [];
});
afterEach(() => {
  for (const child of children) child.kill("SIGKILL");
  rmSync(folder, { recursive: true, force: true, maxRetries: 3 });
});

/** Another process on the folder, and the first thing it says. */
const another = async (): Promise<{ readonly child: ChildProcess; readonly said: string }> => {
  const program = join(import.meta.dirname, "hold-data-folder.ts");
  const child = spawn(process.execPath, ["--import", "tsx", program, folder], {
    cwd: ROOT,
    stdio: ["ignore", "pipe", "inherit"],
  });
  children.push(child);
  const [said] = await once(child.stdout, "data");
  return { child, said: String(said).trim() };
};

/** Making a cluster takes five seconds: only where that is the story it is made. */
const madeBefore = async (): Promise<void> =>
  cpSync(await preparedFolder("migrate"), folder, { recursive: true });

const killed = async (child: ChildProcess): Promise<void> => {
  const gone = once(child, "exit");
  child.kill("SIGKILL");
  await gone;
};

// Processes that make clusters: slow where others work too.
describe("the data folder", { timeout: 120_000 }, () => {
  it("belongs to one process: a second is refused, and takes it when the first was killed", async () => {
    const first = await another();
    expect(first.said).toMatch(/^held /);
    await expect(connect({ dataDir: folder })).rejects.toBeInstanceOf(DataFolderBusyError);
    expect((await another()).said).toBe("refused DataFolderBusyError");

    await killed(first.child);
    const database = await connect({ dataDir: folder });
    expect(await database.asOwner((db) => rowsOf(db, sql`select 1 as one`))).toEqual([{ one: 1 }]);
    expect((await another()).said).toBe("refused DataFolderBusyError");
    await database.close();
    expect((await another()).said).toMatch(/^held /);
  });

  it("keeps what is written, start after start", async () => {
    await madeBefore();
    const first = await another();
    await killed(first.child);
    for (const said of ["một", "hai"]) {
      const database = await connect({ dataDir: folder });
      await database.asOwner((db) => db.execute(sql`create table if not exists said (word text)`));
      await database.asOwner((db) => db.execute(sql`insert into said values (${said})`));
      await database.close();
    }
    const database = await connect({ dataDir: folder });
    expect(await database.asOwner((db) => rowsOf(db, sql`select word from said`))).toHaveLength(2);
    await database.close();
  });

  it("is made anew when the first start was killed half-way", async () => {
    const half = join(folder, "database-being-made-x");
    mkdirSync(half);
    writeFileSync(join(half, "PG_VERSION"), "17\n");
    mkdirSync(join(folder, "database"));
    const database = await connect({ dataDir: folder });
    expect(await database.asOwner((db) => rowsOf(db, sql`select 1 as one`))).toEqual([{ one: 1 }]);
    expect(readdirSync(folder)).toEqual(["database"]);
    await database.close();
  });

  it("is given back when it cannot be opened", async () => {
    writeFileSync(join(folder, "database"), "a file where the folder should be");
    await expect(connect({ dataDir: folder })).rejects.toThrow();
    const lock = await lockDataFolder(folder);
    await expect(lockDataFolder(folder)).rejects.toBeInstanceOf(DataFolderBusyError);
    await lock.release();
    await (await lockDataFolder(folder)).release();
  });
});

describe("the pid file, where the kernel has no better lock", () => {
  const file = (): string => join(folder, "dondoc.pid");

  it("is held by a living process, and free when it was released", async () => {
    const lock = lockByPidFile(folder);
    expect(readFileSync(file(), "utf8")).toBe(String(process.pid));
    expect(() => lockByPidFile(folder)).toThrow(DataFolderBusyError);
    await lock.release();
    expect(existsSync(file())).toBe(false);
    await lockByPidFile(folder).release();
  });

  it("is held by somebody else's process too", () => {
    // Process 1 lives, and may not be ours to signal.
    writeFileSync(file(), "1");
    expect(() => lockByPidFile(folder)).toThrow(DataFolderBusyError);
  });

  it.each(["", "no number", "-1", "0", "999999999"])("is taken over from %j", async (left) => {
    writeFileSync(file(), left);
    await lockByPidFile(folder).release();
  });
});

describe("the roles", () => {
  let database: Database;
  beforeEach(async () => {
    database = await freshDatabase();
  });
  const standing = async (db: Db): Promise<string> => {
    const [row] = await rowsOf<{ standing: string }>(
      db,
      sql`select current_user || ' ' || coalesce(current_setting('dondoc.organization_id', true), '') as standing`,
    );
    return (row?.standing ?? "").trim();
  };
  const APP = `dondoc_app ${OFFICE.organizationId}`;

  it("are the office's, the system's and the owner's, each for its transaction", async () => {
    const owner = await database.asOwner(standing);
    expect(owner).not.toMatch(/dondoc/);
    expect(await database.inTenant(OFFICE, ({ db }) => standing(db))).toBe(APP);
    expect(await database.inSystem(({ db }) => standing(db))).toBe("dondoc_system");
    expect(await database.asOwner(standing)).toBe(owner);
  });

  it("change within one transaction and back", async () => {
    const stood = await database.inBoth(async ({ system, asTenant }) => [
      await standing(system.db),
      await asTenant(OFFICE, ({ db }) => standing(db)),
      await standing(system.db),
    ]);
    expect(stood).toEqual(["dondoc_system", APP, "dondoc_system"]);
  });

  it("are turned back to where they were, however deep one lies in another", async () => {
    const stood = await database.inBoth(({ system, asSystem, asTenant }) =>
      asTenant(OFFICE, async (office) => [
        await standing(office.db),
        await asSystem(({ db }) => standing(db)),
        ...(await Promise.all([standing(office.db), standing(office.db)])),
      ]).then(async (within) => [...within, await standing(system.db)]),
    );
    expect(stood).toEqual([APP, "dondoc_system", APP, APP, "dondoc_system"]);
  });

  it("fall back to the system when the office's part throws and somebody catches it", async () => {
    const stood = await database.inBoth(async ({ system, asTenant }) => {
      await asTenant(OFFICE, () => Promise.reject(new Error("a bug"))).catch(() => undefined);
      return standing(system.db);
    });
    expect(stood).toBe("dondoc_system");
  });

  const mark = (db: Db) =>
    db.execute(sql`insert into tick (at, queued, skipped, withdrawn) values (now(), 0, 0, 0)`);
  const marks = () => database.inSystem(({ db }) => rowsOf(db, sql`select 1 from tick`));

  it("leave nothing when the transaction throws", async () => {
    const throwing = database.inBoth(async ({ system, asTenant }) => {
      await mark(system.db);
      await asTenant(OFFICE, () => Promise.reject(new Error("a bug")));
    });
    await expect(throwing).rejects.toThrow("a bug");
    expect(await marks()).toHaveLength(0);
  });

  it("commit nothing after an error of SQL, not even when it was caught", async () => {
    const caught = database.inBoth(async ({ system, asTenant }) => {
      await mark(system.db);
      await asTenant(OFFICE, ({ db }) => db.execute(sql`select from tick`)).catch(() => undefined);
      await mark(system.db);
    });
    await expect(caught).rejects.toThrow();
    expect(await marks()).toHaveLength(0);
    expect(await database.inTenant(OFFICE, ({ db }) => standing(db))).toBe(APP);
  });

  it("serve many at once, each with its own", async () => {
    const many = Array.from({ length: 40 }, (_, turn) =>
      turn % 2 === 0
        ? database.inTenant(OFFICE, ({ db }) => standing(db))
        : database.inSystem(({ db }) => standing(db)),
    );
    expect(await Promise.all(many)).toEqual(many.map((_, turn) => (turn % 2 === 0 ? APP : "dondoc_system")));
  });
});

describe("a database that is not there", () => {
  it("is recognised: nobody listens at the address", async () => {
    const listener = createServer().listen(0, "127.0.0.1");
    await once(listener, "listening");
    const address = listener.address();
    const port = typeof address === "object" && address !== null ? address.port : 0;
    listener.close();
    await once(listener, "close");
    const database = connectPostgres(`postgres://nobody@127.0.0.1:${port}/office`, 1);
    expect(await problemCode(database.inSystem(async () => null))).toBe("database_unavailable");
    await database.close();
  });
});
