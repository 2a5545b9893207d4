import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import type { Database, Db } from "../../db/scope.ts";
import { tenantScope } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { fingerprintOf, idsOf, UUID } from "../support/fingerprint.ts";
import { filesUnder } from "../support/source-imports.ts";
import {
  type Known,
  MARKER,
  rowsOf,
  type TenantTable,
  tenantTables,
  twoOffices,
} from "../support/two-offices.ts";
import { sqlStateOf } from "./sql-state.ts";
import { TENANT_CALLS, type TenantCall } from "./tenant-calls.ts";

const ROOT = join(import.meta.dirname, "../..");
const QUERIES = join(ROOT, "db/queries");

/** Rows that belong to no office: the application role may not even ask. */
const SYSTEM_TABLES = [
  "incoming_update",
  "installation",
  "lease",
  "link_attempt",
  "published_picture",
  "tick",
];

/** The one folder's files that read across offices. A new one is added here by somebody who has thought about it. */
const SYSTEM_QUERIES = [
  "system-answered-request-queries.ts",
  "system-attachment-queries.ts",
  "system-audit-queries.ts",
  "system-chat-queries.ts",
  "system-clock-queries.ts",
  "system-demonstration-queries.ts",
  "system-due-queries.ts",
  "system-event-queries.ts",
  "system-feed-queries.ts",
  "system-group-chat-queries.ts",
  "system-installation-queries.ts",
  "system-key-queries.ts",
  "system-lease-queries.ts",
  "system-metric-queries.ts",
  "system-nudge-queries.ts",
  "system-organization-queries.ts",
  "system-outbox-queries.ts",
  "system-picture-queries.ts",
  "system-planning-office-queries.ts",
  "system-planning-queries.ts",
  "system-settlement-queries.ts",
  "system-stranger-queries.ts",
  "system-update-queries.ts",
  "system-web-chat-queries.ts",
];

/** Where somebody was identified: the only files that may say whose rows are seen. */
const DOORS = [
  "api/calendar-feeds/read-feed.ts",
  "api/catalogues/load-samples.ts",
  "api/conversations/greet-linked-chat.ts",
  "api/conversations/handle-group-update.ts",
  "api/conversations/handle-next-update.ts",
  "api/conversations/list-web-history.ts",
  "api/demonstration/find-clock-stops.ts",
  "api/demonstration/find-personas.ts",
  "api/demonstration/seed-demonstration.ts",
  "api/group-chats/move-group.ts",
  "api/group-chats/queue-group-summaries.ts",
  "api/group-chats/release-lost-group.ts",
  "api/http/identify-caller.ts",
  "api/http/serve-routes.ts",
  "api/imports/read-waiting-documents.ts",
  "api/members/find-chat-member.ts",
  "api/members/find-web-session.ts",
  "api/members/link-chat.ts",
  "api/members/open-web-chat.ts",
  "api/nudges/rehearse-nudges.ts",
  "api/organizations/create-organization.ts",
  "api/subscriptions/queue-event-deliveries.ts",
  "api/subscriptions/serve-events.ts",
  "api/web/open-visitor-work.ts",
  "bot/commands/as-operator.ts",
];

/** What `dondoc_system` may read: whole tables, or the named columns. */
const SYSTEM_READS: Readonly<Record<string, "all" | readonly string[]>> = {
  answered_request: ["answered_at", "organization_id"],
  api_key: "all",
  appointment: "all",
  assignment: "all",
  attachment: ["sha256"],
  audit_entry: "all",
  calendar_day: "all",
  calendar_feed: ["id", "member_id", "organization_id", "revoked_at", "token_hash", "unit_id"],
  catalogue: "all",
  chat_link: "all",
  completion_claim: "all",
  document: ["id", "issued_on", "kind", "number", "organization_id", "restricted"],
  event_delivery: ["id", "not_before", "organization_id", "state", "subscription_id"],
  incoming_update: "all",
  installation: "all",
  group_chat: "all",
  group_summary: "all",
  invitation: "all",
  leader_charge: "all",
  lease: "all",
  link_attempt: "all",
  member: [
    "digest_at",
    "erased_at",
    "fallback_channel",
    "id",
    "locale",
    "organization_id",
    "preferred_channel",
  ],
  nudge: "all",
  obligation: "all",
  organization: "all",
  outbox_message: "all",
  progress_update: [
    "completed_on",
    "id",
    "noted_at",
    "noted_on",
    "organization_id",
    "replaced_by_id",
    "state",
    "task_id",
    "unit_id",
    "withdrawn_at",
  ],
  published_picture: "all",
  reporting_round: "all",
  round_reporter: "all",
  section: "all",
  subscription: ["ended_at", "followed_to", "id", "organization_id", "paused_at"],
  task: "all",
  task_acknowledgement: "all",
  task_revision: "all",
  tick: "all",
  unit: "all",
  unit_group: "all",
  unit_group_member: "all",
  web_session: "all",
};

/** Queries that say nothing and change nothing even at home. */
const SILENT_AT_HOME = new Set([
  // Take a lock and answer nothing.
  "answered-request-queries.ts lockRequest",
  "organization-queries.ts lockOrganization",
  "member-queries.ts lockMember",
  // Answers a number, which is alike in two offices to which the same happened.
  "audit-queries.ts countUnchained",
  // The office exists, so that inserting it again is refused.
  "organization-queries.ts insertOrganization",
  // Places and actions alone: the twins did the same things in the same order.
  "subscription-queries.ts selectChainEnd",
  "subscription-queries.ts selectLinksAfter",
  "subscription-queries.ts selectActionsAt",
]);

let database: Database;
let a: Known;
let b: Known;
let tables: readonly TenantTable[];
/** Every id that stands in a row of B and in none of A. */
let idsOfB: ReadonlySet<string>;
/** B's rows as they must stay. */
let untouched: unknown;

beforeAll(async () => {
  database = await freshDatabase();
  ({ a, b } = await twoOffices(database));
  tables = await database.asOwner(tenantTables);
  const ofA = await database.asOwner((db) => idsOf(db, tables, a.organizationId));
  const ofB = await database.asOwner((db) => idsOf(db, tables, b.organizationId));
  idsOfB = new Set([...ofB].filter((id) => !ofA.has(id)));
  untouched = await database.asOwner((db) => fingerprint(db, b.organizationId));
});

const count = async (db: Db, { name, key }: TenantTable, organizationId?: string): Promise<number> => {
  const where = organizationId === undefined ? sql`` : sql`where ${sql.identifier(key)} = ${organizationId}`;
  const [row] = await rowsOf<{ n: number }>(
    db,
    sql`select count(*)::int as n from ${sql.identifier(name)} ${where}`,
  );
  return row?.n ?? -1;
};

/** Thrown to undo what was tried. */
class Undo extends Error {}

/** Tries something and takes it back; a statement that PostgreSQL refused is answered with its code. */
const tried = async (
  work: (db: Db) => Promise<unknown>,
  scope: string | null = a.organizationId,
): Promise<{ readonly refused: string } | { readonly value: unknown }> => {
  let value: unknown;
  try {
    await database.asOwner((owner) =>
      owner.transaction(async (db) => {
        if (scope !== null)
          await db.execute(sql`select set_config('dondoc.organization_id', ${scope}, true)`);
        await db.execute(sql`set local role dondoc_app`);
        value = await work(db);
        throw new Undo();
      }),
    );
  } catch (error) {
    if (error instanceof Undo) return { value };
    const refused = sqlStateOf(error);
    if (refused === null) throw error;
    return { refused };
  }
  throw new Error("nothing was undone");
};

const DENIED = { refused: "42501" };
const touched = (rows: readonly unknown[]) => rows.length;

describe("the catalogue of the database", () => {
  it("knows whose every table is", async () => {
    const all = await database.asOwner((db) =>
      rowsOf<{ name: string }>(
        db,
        sql`select tablename as name from pg_tables where schemaname = 'public' order by 1`,
      ),
    );
    expect(all.map(({ name }) => name)).toEqual(
      [...tables.map(({ name }) => name), ...SYSTEM_TABLES, "schema_migration"].sort(),
    );
  });

  it("guards every table by row-level security and a policy of each role", async () => {
    const guarded = await database.asOwner((db) =>
      rowsOf<{ name: string; enabled: boolean; app: boolean; system: boolean }>(
        db,
        sql`select c.relname as name, c.relrowsecurity as enabled,
                   exists (select from pg_policies p where p.tablename = c.relname and roles = '{dondoc_app}'
                              and cmd = 'ALL' and qual like '%dondoc.organization_id%' and with_check = qual) as app,
                   exists (select from pg_policies p where p.tablename = c.relname and roles = '{dondoc_system}') as system
              from pg_class c join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
             where c.relkind in ('r', 'p') and c.relname <> 'schema_migration' order by 1`,
      ),
    );
    const tenant = new Set(tables.map(({ name }) => name));
    expect(guarded).toEqual(
      guarded.map(({ name }) => ({ name, enabled: true, app: tenant.has(name), system: true })),
    );
  });

  it("lets neither role own, bypass or log in", async () => {
    const roles = await database.asOwner((db) =>
      rowsOf(
        db,
        sql`select rolname, rolsuper or rolbypassrls or rolcreaterole or rolcreatedb or rolcanlogin as mighty,
                   exists (select from pg_class where relowner = r.oid) as owns
              from pg_roles r where rolname in ('dondoc_app', 'dondoc_system') order by 1`,
      ),
    );
    expect(roles).toEqual([
      { rolname: "dondoc_app", mighty: false, owns: false },
      { rolname: "dondoc_system", mighty: false, owns: false },
    ]);
  });

  it("has a row of both offices in every table of an office", async () => {
    for (const table of tables)
      for (const { organizationId } of [a, b])
        expect(await database.asOwner((db) => count(db, table, organizationId)), table.name).toBeGreaterThan(
          0,
        );
  });
});

describe("office A, asking for office B by plain SQL", () => {
  it("sees its own rows and no other, in every table", async () => {
    for (const table of tables) {
      const own = await database.asOwner((db) => count(db, table, a.organizationId));
      expect(await tried((db) => count(db, table)), table.name).toEqual({ value: own });
      expect(await tried((db) => count(db, table, b.organizationId)), table.name).toEqual({ value: 0 });
    }
  });

  it("sees nothing without a scope, nor with an empty one", async () => {
    for (const table of tables)
      for (const scope of [null, ""])
        expect(await tried((db) => count(db, table), scope), table.name).toEqual({ value: 0 });
  });

  it("keeps no scope after the transaction, in any connection", async () => {
    await database.inTenant(tenantScope(a.organizationId), (tx) => tx.db.execute(sql`select 1`));
    for (let turn = 0; turn < 12; turn += 1)
      expect(await tried((db) => count(db, { name: "task", key: "organization_id" }), null)).toEqual({
        value: 0,
      });
  });

  it("updates and deletes none of B's rows", async () => {
    for (const { name, key } of tables) {
      const [column] = await database.asOwner((db) =>
        rowsOf<{ name: string }>(
          db,
          sql`select column_name as name from information_schema.column_privileges
               where grantee = 'dondoc_app' and table_name = ${name} and privilege_type = 'UPDATE'
                 and column_name <> 'sequence' order by 1 limit 1`,
        ),
      );
      const its = sql`where ${sql.identifier(key)} = ${b.organizationId} returning 1`;
      const table = sql.identifier(name);
      const columnName = sql.identifier(column?.name ?? key);
      const updated = await tried(async (db) =>
        touched(await rowsOf(db, sql`update ${table} set ${columnName} = ${columnName} ${its}`)),
      );
      expect(updated, `update ${name}`).toEqual(column === undefined ? DENIED : { value: 0 });
      const deleted = await tried(async (db) => touched(await rowsOf(db, sql`delete from ${table} ${its}`)));
      expect([DENIED, { value: 0 }], `delete ${name}`).toContainEqual(deleted);
    }
  });

  it("may not insert a row of B, nor make one of its own B's", async () => {
    for (const { name, key } of tables) {
      const table = sql.identifier(name);
      const [row] = await database.asOwner((db) =>
        rowsOf<{ row: string }>(
          db,
          sql`select to_jsonb(t)::text as row from ${table} t where ${sql.identifier(key)} = ${b.organizationId} limit 1`,
        ),
      );
      const inserted = await tried((db) =>
        db.execute(
          sql`insert into ${table} overriding system value
              select (jsonb_populate_record(null::${table}, ${row?.row ?? ""}::jsonb)).*`,
        ),
      );
      expect(inserted, `insert into ${name}`).toEqual(DENIED);
      const given = await tried((db) =>
        db.execute(sql`update ${table} set ${sql.identifier(key)} = ${b.organizationId}`),
      );
      expect(given, `update ${name}`).toEqual(DENIED);
    }
  });

  it("is denied the rows that belong to no office", async () => {
    for (const name of SYSTEM_TABLES) {
      expect(await database.asOwner((db) => count(db, { name, key: "id" })), name).toBeGreaterThan(0);
      for (const statement of [
        sql`select from ${sql.identifier(name)}`,
        sql`delete from ${sql.identifier(name)}`,
        sql`insert into ${sql.identifier(name)} default values`,
      ])
        expect(await tried((db) => db.execute(statement)), name).toEqual(DENIED);
    }
  });

  it("may not become anybody else's role for good, nor the owner of a table", async () => {
    for (const statement of [
      sql`alter table task disable row level security`,
      sql`create policy everything on task to dondoc_app using (true)`,
      sql`grant select on tick to dondoc_app`,
      sql`truncate task`,
    ])
      expect(await tried((db) => db.execute(statement))).toEqual(DENIED);
  });
});

describe("the system's role", () => {
  it("may read exactly the columns that are listed", async () => {
    const columns = await database.asOwner((db) =>
      rowsOf<{ name: string; readable: string[]; total: number }>(
        db,
        sql`select c.relname as name, count(*)::int as total,
                   coalesce(json_agg(a.attname order by a.attname)
                     filter (where has_column_privilege('dondoc_system', c.oid, a.attnum, 'SELECT')), '[]') as readable
              from pg_class c
              join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
              join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
             where c.relkind in ('r', 'p') group by 1 order by 1`,
      ),
    );
    expect(
      Object.fromEntries(
        columns
          .filter(({ readable }) => readable.length > 0)
          .map(({ name, readable, total }) => [name, readable.length === total ? "all" : readable]),
      ),
    ).toEqual(SYSTEM_READS);
  });

  it("is denied names and words", async () => {
    for (const statement of [
      sql`select name from member`,
      sql`select text from progress_update`,
      sql`select understood from progress_update`,
      sql`select title from document`,
      sql`select * from attachment`,
      sql`select * from conversation`,
      sql`select * from unit_alias`,
    ]) {
      const answer = database.inSystem((tx) => tx.db.execute(statement));
      expect(await answer.then(() => null, sqlStateOf)).toBe("42501");
    }
  });

  it("may write only what planning, delivery and linking need", async () => {
    const writable = await database.asOwner((db) =>
      rowsOf<{ name: string; verb: string }>(
        db,
        sql`select table_name as name, lower(privilege_type) as verb from information_schema.table_privileges
             where grantee = 'dondoc_system' and table_schema = 'public' and privilege_type <> 'SELECT' order by 1, 2`,
      ),
    );
    const whole = [...SYSTEM_TABLES, "nudge", "outbox_message"].sort();
    const verbsOn = (name: string) =>
      name === "published_picture" ? ["delete", "insert"] : ["delete", "insert", "update"];
    expect(writable).toEqual([
      { name: "answered_request", verb: "delete" },
      { name: "audit_entry", verb: "insert" },
      ...whole.flatMap((name) => verbsOn(name).map((verb) => ({ name, verb }))),
    ]);
    const columns = await database.asOwner((db) =>
      rowsOf(
        db,
        sql`select table_name || '.' || column_name as column from information_schema.column_privileges
             where grantee = 'dondoc_system' and privilege_type = 'UPDATE'
               and table_name not in (${sql.join(
                 whole.map((name) => sql`${name}`),
                 sql`, `,
               )}) order by 1`,
      ),
    );
    expect(columns).toEqual([
      { column: "audit_entry.chain_position" },
      { column: "audit_entry.hash" },
      { column: "chat_link.unreachable_since" },
      { column: "organization.live_on" },
      { column: "organization.look_again_on" },
    ]);
  });
});

/** Every function of every query file that is not the system's, as the folder has them today. */
const exportedQueries = async (): Promise<Set<string>> => {
  const found = new Set<string>();
  for (const file of readdirSync(QUERIES)) {
    if (file.startsWith("system-") || file === "rows.ts") continue;
    const module: Record<string, unknown> = await import(join(QUERIES, file));
    for (const [name, value] of Object.entries(module))
      if (typeof value === "function") found.add(`${file} ${name}`);
  }
  return found;
};

const CALLS: readonly (readonly [string, TenantCall])[] = Object.entries(TENANT_CALLS).flatMap(
  ([file, calls]) => Object.entries(calls).map(([name, call]) => [`${file} ${name}`, call] as const),
);

const fingerprint = (db: Db, organizationId: string) => fingerprintOf(db, tables, organizationId);

/** What a call answered, as text, and whether B's rows are as they were; everything is taken back. */
const called = async (call: TenantCall, scope: Known) => {
  let answer = "";
  let after = untouched;
  let refused: string | null = null;
  try {
    await database.inTenant(tenantScope(scope.organizationId), async (tx) => {
      const value = await call(tx, b);
      answer = JSON.stringify(value instanceof Map ? [...value] : (value ?? null));
      await tx.db.execute(sql`set local role none`);
      after = await fingerprint(tx.db, b.organizationId);
      throw new Undo();
    });
  } catch (error) {
    if (!(error instanceof Undo)) {
      refused = sqlStateOf(error);
      if (refused === null) throw error;
    }
  }
  return { answer, refused, changed: JSON.stringify(after) !== JSON.stringify(untouched) };
};

/** Foreign key, unique key, row-level security: "no such row of yours". */
const HONEST_REFUSALS = ["23503", "23505", "42501"];

describe("every query of an office", () => {
  it("is asked below", async () => {
    expect(new Set(CALLS.map(([name]) => name))).toEqual(await exportedQueries());
  });

  it.each(CALLS)("%s, asked in office A for B's ids, tells and changes nothing of B", async (name, call) => {
    const abroad = await called(call, a);
    expect(abroad.changed).toBe(false);
    if (abroad.refused !== null) expect(HONEST_REFUSALS).toContain(abroad.refused);
    expect(abroad.answer).not.toContain(MARKER);
    expect([...abroad.answer.matchAll(UUID)].map(([id]) => id).filter((id) => idsOfB.has(id))).toEqual([]);

    // The same call finds or changes something at home: it did not find nothing because it asked for nothing.
    if (SILENT_AT_HOME.has(name)) return;
    const home = await called(call, b);
    expect(home.refused).toBeNull();
    expect(home.changed || home.answer !== abroad.answer).toBe(true);
  });

  it("has left B as it was", async () => {
    expect(await database.asOwner((db) => fingerprint(db, b.organizationId))).toEqual(untouched);
  });
});

describe("the house", () => {
  it("reads across offices in the named files alone", () => {
    expect(
      readdirSync(QUERIES)
        .filter((file) => file.startsWith("system-"))
        .sort(),
    ).toEqual(SYSTEM_QUERIES);
    for (const file of readdirSync(QUERIES)) {
      if (file.startsWith("system-") || file === "rows.ts") continue;
      expect(readFileSync(join(QUERIES, file), "utf8"), file).not.toMatch(/\bSystemTx\b/);
    }
  });

  it("opens an office in the named doors alone", () => {
    const opening = ["api", "bot", "db", "locales"]
      .flatMap((folder) => filesUnder(ROOT, folder))
      .filter((file) => /\.tsx?$/.test(file) && file !== "db/scope.ts")
      .filter((file) => /\btenantScope\b|madeAtADoor/.test(readFileSync(join(ROOT, file), "utf8")));
    expect(opening.sort()).toEqual(DOORS);
  });
});
