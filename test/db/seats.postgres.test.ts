import { sql } from "drizzle-orm";
import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { connectPostgres } from "../../db/connect-postgres.ts";
import { type Database, type Db, tenantScope } from "../../db/scope.ts";
import { clonedPostgres, postgresUrl } from "../support/database.ts";
import { rowsOf } from "../support/two-offices.ts";
import { sqlStateOf } from "./sql-state.ts";

/**
 * The application's connections begin as `dondoc_app` and take roles without waiting for them: what a statement can
 * do that runs outside its transaction, and what a role does that cannot be taken.
 */

const SERVER = postgresUrl();
const OFFICE = tenantScope("00000000-0000-7000-8000-000000000001");

let clone: Awaited<ReturnType<typeof clonedPostgres>>;
let owner: Database;
let open: Database[];
const opened = (url: string): Database => {
  const database = connectPostgres(url, 1);
  open.push(database);
  return database;
};

const only = async <Row extends object>(rows: Promise<Row[]>): Promise<Row> => {
  const [row] = await rows;
  if (row === undefined) throw new Error("no row");
  return row;
};
const processOf = async (db: Db): Promise<number> =>
  (await only(rowsOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`))).pid;
const isAsleep = async (beside: Database, pid: number): Promise<boolean> =>
  (
    await only(
      beside.asOwner((db) =>
        rowsOf<{ asleep: boolean }>(
          db,
          sql`select wait_event is not distinct from 'PgSleep' as asleep from pg_stat_activity where pid = ${pid}`,
        ),
      ),
    )
  ).asleep;
const mark = (db: Db) =>
  db.execute(sql`insert into tick (at, queued, skipped, withdrawn) values (clock_timestamp(), 0, 0, 0)`);
const marks = () => owner.asOwner((db) => rowsOf(db, sql`select 1 from tick`));
const insertDay = (db: Db) =>
  db.execute(
    sql`insert into calendar_day (organization_id, date, kind, name, source) values (${OFFICE.organizationId}, '2026-09-02', 'day_off', 'Quốc khánh', '')`,
  );

describe("the connections of PostgreSQL", () => {
  beforeEach(async () => {
    open = [];
    clone = await clonedPostgres(SERVER);
    owner = opened(clone.url);
    await owner.asOwner((db) =>
      db.execute(
        sql`insert into organization (id, code, name, level, time_zone, policy, created_at)
            values (${OFFICE.organizationId}, 'hai-an', 'UBND phường Hải An', 'commune', 'Asia/Ho_Chi_Minh', '{}', now())`,
      ),
    );
  });
  afterEach(async () => {
    for (const database of open) await database.close();
    await clone.drop();
  });

  it("are the application's or the owner's, and the owner's serve nothing else", async () => {
    const database = opened(clone.url);
    const role = sql`select current_setting('role') as role`;
    expect(await database.asOwner((db) => rowsOf(db, role))).toEqual([{ role: "none" }]);
    const owners = await database.asOwner(processOf);
    for (let turn = 0; turn < 3; turn += 1) {
      expect(await database.inSystem(({ db }) => processOf(db))).not.toBe(owners);
      expect(await database.inTenant(OFFICE, ({ db }) => processOf(db))).not.toBe(owners);
      expect(await database.inBoth(({ system }) => processOf(system.db))).not.toBe(owners);
      expect(await database.asOwner(processOf)).toBe(owners);
    }
  });

  it("show no row and take none outside a transaction, whatever ran on them before", async () => {
    const database = opened(clone.url);
    const endings: readonly ((work: Database) => Promise<unknown>)[] = [
      ({ inTenant }) => inTenant(OFFICE, ({ db }) => processOf(db)),
      ({ inTenant }) => inTenant(OFFICE, () => Promise.reject(new Error("a bug"))),
      ({ inTenant }) => inTenant(OFFICE, ({ db }) => db.execute(sql`select 1 / 0`)),
      ({ inSystem }) => inSystem(({ db }) => processOf(db)),
      ({ inBoth }) => inBoth(({ asTenant }) => asTenant(OFFICE, ({ db }) => processOf(db))),
    ];
    for (const ending of endings) {
      await ending(database).catch(() => undefined);
      const seen = database.inTenant(OFFICE, async ({ db }) => {
        const within = await rowsOf(db, sql`select code from organization`);
        await db.execute(sql`commit`);
        const outside = await rowsOf(
          db,
          sql`select current_user::text as role, current_setting('dondoc.organization_id', true) as office,
                     (select count(*)::int from organization) as offices`,
        );
        return { within, outside };
      });
      expect(await seen).toEqual({
        within: [{ code: "hai-an" }],
        outside: [{ role: "dondoc_app", office: "", offices: 0 }],
      });
      const written = database.inTenant(OFFICE, async ({ db }) => {
        await db.execute(sql`commit`);
        await insertDay(db);
      });
      expect(sqlStateOf(await written.catch((error: unknown) => error))).toBe("42501");
    }
    expect(await owner.asOwner((db) => rowsOf(db, sql`select 1 from calendar_day`))).toEqual([]);
    await database.inTenant(OFFICE, ({ db }) => insertDay(db));
    expect(await owner.asOwner((db) => rowsOf(db, sql`select 1 from calendar_day`))).toHaveLength(1);
  });

  it("do nothing of what waits behind the statement at which they were lost", async () => {
    const database = opened(clone.url);
    const killer = opened(clone.url);
    for (let turn = 0; turn < 5; turn += 1) {
      const lost = database.inSystem(async ({ db }) => {
        const pid = await processOf(db);
        const asked = Promise.allSettled([
          // Described before it is executed, so that the marks wait in the client.
          db.execute(sql`select pg_sleep(${60}::float8), ${turn}::int as ${sql.identifier(`turn_${turn}`)}`),
          mark(db),
          mark(db),
        ]);
        while (!(await isAsleep(killer, pid)));
        await killer.asOwner((beside) => beside.execute(sql`select pg_terminate_backend(${pid})`));
        await asked;
      });
      await expect(lost).rejects.toThrow();
      expect(await database.inSystem(({ db }) => processOf(db))).toBeGreaterThan(0);
    }
    expect(await marks()).toEqual([]);
  });

  it("leave nothing of a transaction that could not take one of its roles", async () => {
    const login = `login_${new URL(clone.url).pathname.slice(1)}`;
    const asLogin = new URL(clone.url);
    asLogin.username = login;
    const say = (statement: string) => owner.asOwner((db) => db.execute(sql.raw(statement)));
    await say(`create role ${login} login`);
    await say(`grant dondoc_app, dondoc_system to ${login}`);
    try {
      const database = opened(asLogin.toString());
      const turned = database.inBoth(async ({ system, asTenant }) => {
        await mark(system.db);
        await say(`revoke dondoc_app from ${login}`);
        // A table that is met for the first time: the session hears of what was revoked.
        await system.db.execute(sql`select 1 from lease`);
        await asTenant(OFFICE, ({ db }) => processOf(db)).catch(() => undefined);
        await mark(system.db).catch(() => undefined);
      });
      expect(sqlStateOf(await turned.catch((error: unknown) => error))).toBe("42501");
      expect(await marks()).toEqual([]);
      // Of neither role, nobody gets in; of the application alone, nobody becomes the system.
      const late = opened(asLogin.toString());
      await expect(late.inSystem(async () => null)).rejects.toThrow();
      await say(`grant dondoc_app to ${login}`);
      await say(`revoke dondoc_system from ${login}`);
      const office = opened(asLogin.toString());
      await expect(office.inSystem(async () => null)).rejects.toThrow();
      expect(
        await office.inTenant(OFFICE, ({ db }) => rowsOf(db, sql`select code from organization`)),
      ).toEqual([{ code: "hai-an" }]);
    } finally {
      for (const database of open.splice(1)) await database.close();
      await say(`drop role ${login}`);
    }
  });

  it("name an office by its id alone, which is written into the statement", async () => {
    const database = opened(clone.url);
    const forged = tenantScope("x'; set role none; --");
    await expect(database.inTenant(forged, async () => null)).rejects.toThrow("named by its id");
    const within = database.inBoth(({ asTenant }) => asTenant(forged, async () => null));
    await expect(within).rejects.toThrow("named by its id");
  });

  it("say nothing any more for a transaction that is over", async () => {
    const database = opened(clone.url);
    const kept = await database.inSystem(async ({ db }) => ({ db }));
    await expect(mark(kept.db)).rejects.toThrow();
    expect(await marks()).toEqual([]);
  });

  it("wait for their roles behind pgbouncer, and whatever role the address names", async () => {
    for (const setting of ["pgbouncer=true", "role=dondoc_system", "pgbouncer=true&role=dondoc_app"]) {
      const database = opened(`${clone.url}?${setting}`);
      const standing = sql`select current_user::text as role`;
      expect(await database.inTenant(OFFICE, ({ db }) => rowsOf(db, standing))).toEqual([
        { role: "dondoc_app" },
      ]);
      expect(
        await database.inBoth(async ({ system, asTenant }) => [
          ...(await asTenant(OFFICE, ({ db }) => rowsOf(db, sql`select code from organization`))),
          ...(await rowsOf(system.db, standing)),
        ]),
      ).toEqual([{ code: "hai-an" }, { role: "dondoc_system" }]);
    }
  });
});
