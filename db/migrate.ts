import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import type { Database, Db } from "./scope.ts";

export type MigrationProblem =
  /** The statements are to be run by somebody who may create roles; they name the connecting role. */
  | { readonly kind: "roles_missing"; readonly statements: readonly string[] }
  | { readonly kind: "changed_after_run"; readonly migration: string }
  | { readonly kind: "unknown_migration"; readonly migration: string };

export class MigrationError extends Error {
  constructor(readonly problem: MigrationProblem) {
    super(`migration: ${problem.kind}`);
    this.name = "MigrationError";
  }
}

type Migration = { readonly name: string; readonly checksum: string; readonly statements: readonly string[] };

/** One number for every process of the house; taken for the time of the migration. */
const ADVISORY_LOCK = 7_305_911_021;

const readMigrations = (folder: string): Migration[] =>
  readdirSync(folder)
    .filter((file) => file.endsWith(".sql"))
    .sort()
    .map((file) => {
      const text = readFileSync(join(folder, file), "utf8");
      return {
        name: file.replace(/\.sql$/, ""),
        checksum: createHash("sha256").update(text.replaceAll("\r\n", "\n")).digest("hex"),
        statements: text
          .split("--> statement-breakpoint")
          .map((statement) => statement.trim())
          .filter((statement) => statement !== ""),
      };
    });

const rowsOf = (result: unknown): Record<string, unknown>[] =>
  Array.isArray(result) ? result : (result as { rows: Record<string, unknown>[] }).rows;

const INSUFFICIENT_PRIVILEGE = "42501";

const isForbidden = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && cause.code === INSUFFICIENT_PRIVILEGE) return true;
  return false;
};

/** A statement about roles; another database of the cluster may be saying the same at this moment. */
const unlessDone = (statement: string) =>
  sql.raw(`do $$ begin ${statement} exception when duplicate_object or unique_violation then null; end $$`);

/**
 * Roles belong to the whole cluster: two databases may be migrated at once, and either may come first. Since
 * PostgreSQL 16 whoever creates a role is its member without the right to become it, so that right is asked for.
 */
const ensureRoles = async (db: Db): Promise<void> => {
  const [found] = rowsOf(
    await db.execute(
      sql`select quote_ident(current_user) as me, array_to_string(array(
            select name from unnest(array['dondoc_app', 'dondoc_system']) as wanted(name)
             where not exists (select from pg_roles where rolname = name)), ' ') as missing`,
    ),
  );
  const create = String(found?.missing)
    .split(" ")
    .filter((name) => name !== "")
    .map((name) => `create role ${name} nologin;`);
  const grant = `grant dondoc_app, dondoc_system to ${String(found?.me)};`;
  try {
    for (const statement of create) await db.execute(unlessDone(statement));
    const [may] = rowsOf(
      await db.execute(
        sql`with needed as (
              select case when current_setting('server_version_num')::int >= 160000 then 'SET' else 'MEMBER' end as kind)
            select pg_has_role(current_user, 'dondoc_app', kind)
               and pg_has_role(current_user, 'dondoc_system', kind) as granted from needed`,
      ),
    );
    if (may?.granted !== true) await db.execute(unlessDone(grant));
  } catch (error) {
    if (!isForbidden(error)) throw error;
    throw new MigrationError({ kind: "roles_missing", statements: [...create, grant] });
  }
};

/**
 * Brings the database to the newest migration, or no further than the one named: one process at a time, in order, all or none.
 * Returns the names of those that ran. Throws `MigrationError` when a migration that ran was changed since,
 * when the database is newer than this program, or when the two roles cannot be made.
 */
export const migrate = (
  database: Database,
  folder = join(import.meta.dirname, "migrations"),
  upTo: string | null = null,
): Promise<string[]> =>
  database.asOwner((db) =>
    db.transaction(async (tx) => {
      await tx.execute(sql`select pg_advisory_xact_lock(${ADVISORY_LOCK})`);
      await ensureRoles(tx);
      await tx.execute(
        sql`create table if not exists schema_migration (
              name text primary key, checksum text not null, ran_at timestamptz not null default now())`,
      );
      const ran = new Map(
        rowsOf(await tx.execute(sql`select name, checksum from schema_migration order by name`)).map(
          (row) => [String(row.name), String(row.checksum)],
        ),
      );
      const migrations = readMigrations(folder);
      const known = new Set(migrations.map((migration) => migration.name));
      for (const name of ran.keys())
        if (!known.has(name)) throw new MigrationError({ kind: "unknown_migration", migration: name });

      const applied: string[] = [];
      for (const migration of migrations) {
        const checksum = ran.get(migration.name);
        if (checksum !== undefined && checksum !== migration.checksum)
          throw new MigrationError({ kind: "changed_after_run", migration: migration.name });
        if (checksum !== undefined) continue;
        if (upTo !== null && migration.name > upTo) break;
        for (const statement of migration.statements) await tx.execute(sql.raw(statement));
        await tx.execute(
          sql`insert into schema_migration (name, checksum) values (${migration.name}, ${migration.checksum})`,
        );
        applied.push(migration.name);
      }
      return applied;
    }),
  );

/** The migrations that this program knows, in order. */
export const knownMigrations = (
  folder = join(import.meta.dirname, "migrations"),
): readonly { readonly name: string; readonly checksum: string }[] =>
  readMigrations(folder).map(({ name, checksum }) => ({ name, checksum }));

/**
 * Whether the database stands where this program left it: every migration ran as it is written here, and no newer
 * one. Changes nothing.
 */
export const isMigrated = (
  database: Database,
  folder = join(import.meta.dirname, "migrations"),
): Promise<boolean> =>
  database.asOwner(async (db) => {
    const ran = rowsOf(await db.execute(sql`select name, checksum from schema_migration`));
    const known = new Map(readMigrations(folder).map(({ name, checksum }) => [name, checksum]));
    return (
      ran.length === known.size && ran.every(({ name, checksum }) => known.get(String(name)) === checksum)
    );
  });
