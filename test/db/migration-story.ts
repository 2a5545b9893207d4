import { cpSync, mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { expect } from "vitest";
import { MigrationError, type MigrationProblem, migrate } from "../../db/migrate.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { rowsOf } from "../support/two-offices.ts";

export const OURS = join(import.meta.dirname, "../../db/migrations");
export const NAMES = readdirSync(OURS)
  .filter((file) => file.endsWith(".sql"))
  .map((file) => file.replace(".sql", ""))
  .sort((one, other) => one.localeCompare(other));

export const problemOf = async (running: Promise<unknown>): Promise<MigrationProblem | null> => {
  try {
    await running;
    return null;
  } catch (error) {
    if (error instanceof MigrationError) return error.problem;
    throw error;
  }
};

/** What a tenant's transaction runs under; throws when the connecting role may not become it. */
export const roleInTenant = (database: Database): Promise<unknown> =>
  database.inTenant(tenantScope("00000000-0000-7000-8000-000000000000"), async ({ db }) =>
    rowsOf(db, sql`select current_user as role`),
  );

/** A database that the first program made keeps its people and their wishes when a newer one adds channels. */
export const growsUp = async (database: Database): Promise<void> => {
  const folder = mkdtempSync(join(tmpdir(), "dondoc-first-program-"));
  try {
    for (const name of NAMES.slice(0, 2)) cpSync(join(OURS, `${name}.sql`), join(folder, `${name}.sql`));
    expect(await migrate(database, folder)).toEqual(["0000_ground", "0001_grants"]);
  } finally {
    rmSync(folder, { recursive: true });
  }
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
