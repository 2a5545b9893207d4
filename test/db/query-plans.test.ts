import { sql } from "drizzle-orm";
import { drizzle } from "drizzle-orm/pg-proxy";
import { beforeAll, describe, expect, it } from "vitest";
import { selectPost } from "../../db/queries/appointment-queries.ts";
import { selectStandingOfDay } from "../../db/queries/progress-queries.ts";
import { rows } from "../../db/queries/rows.ts";
import { findChatLink } from "../../db/queries/system-chat-queries.ts";
import { tasksDue } from "../../db/queries/system-due-queries.ts";
import { findOfficeOfKey } from "../../db/queries/system-key-queries.ts";
import { listDueMessages } from "../../db/queries/system-outbox-queries.ts";
import { lockNextUpdate } from "../../db/queries/system-update-queries.ts";
import { selectTaskPage } from "../../db/queries/task-page-queries.ts";
import {
  selectTasksInForce,
  selectTaskWithGroups,
  selectUnitProgress,
} from "../../db/queries/task-queries.ts";
import { type Database, type Db, type SystemTx, type TenantTx, tenantScope } from "../../db/scope.ts";
import { SPREAD_DUE, seedOffices } from "../bench/load/seed-offices.ts";
import { BOT_ID, chatKeyOf, idOf, taskNumber, unitNumber } from "../bench/load/seeded-ids.ts";
import { testDatabase } from "../support/database.ts";

const OFFICES = 200;
const OFFICE = 117;
const ORGANIZATION = idOf("office", OFFICE);
const UNIT = idOf("unit", unitNumber(OFFICE, 3));
const TASK = idOf("task", taskNumber(OFFICE, 0, 3));
const TODAY = "2026-09-07";
const NOW = new Date("2026-09-07T09:00:00+07:00");

/** What grows with offices and years: none of them is ever read from its beginning to its end. */
const GROWING =
  /^(task|progress_update|completion_claim|assignment|time_frame|appointment|member|chat_link|api_key|incoming_update|outbox_message|section|catalogue)$/;

let database: Database;
beforeAll(async () => {
  database = await testDatabase();
  await database.asOwner(async (db) => {
    const run = (statement: string) => db.execute(sql.raw(statement));
    await run(`insert into incoming_update (id, channel, account, update_key, received_at, handled_at, failures)
      select gen_random_uuid(), 'telegram', '${BOT_ID}', n::text, '2026-09-01', '2026-09-01', 0
        from generate_series(1, 20000) n`);
    await run(`insert into outbox_message (id, organization_id, locale, purpose, message, state, created_at, not_before,
                                           attempts, sent_at)
      select gen_random_uuid(), null, 'vi', 'reply', '{}', 'sent', '2026-09-01', '2026-09-01', 1, '2026-09-01'
        from generate_series(1, 20000) n`);
    await seedOffices(run, {
      offices: OFFICES,
      units: 8,
      tasks: 40,
      years: 3,
      notes: true,
      liveOn: "2027-01-01",
      dueOn: SPREAD_DUE,
      lastTick: "2026-09-07T08:59:00+07:00",
    });
    // Keys that were replaced over the years.
    await run(`insert into api_key (organization_id, id, name, scope, key_hash, hint, created_at, revoked_at)
      select o.id, gen_random_uuid(), 'Bench', 'read', encode(sha256((o.id || ' ' || n)::bytea), 'hex'), 'dondoc_benc…',
             '2025-01-01', '2026-01-01' from organization o, generate_series(1, 10) n`);
    await run("analyze");
  });
  return () => database.close();
}, 240_000);

type Statement = { readonly text: string; readonly values: readonly unknown[] };

/** The statements that a query says, without a database: so the plan is that of the very words. */
const wordsOf = async (ask: (db: Db) => Promise<unknown>): Promise<readonly Statement[]> => {
  const said: Statement[] = [];
  const recorder = drizzle(async (text, values) => {
    said.push({ text, values });
    return { rows: [] };
  });
  await ask(recorder as unknown as Db);
  return said;
};

type Node = {
  readonly "Node Type": string;
  readonly "Relation Name"?: string;
  readonly "Index Name"?: string;
  readonly Plans?: readonly Node[];
};
const nodesOf = (node: Node): readonly Node[] => [node, ...(node.Plans ?? []).flatMap(nodesOf)];

const explain = async (
  tx: TenantTx | SystemTx,
  { text, values }: Statement,
): Promise<{ readonly indexes: readonly string[]; readonly readThrough: readonly string[] }> => {
  const parts = text.split(/\$\d+/);
  const order = [...text.matchAll(/\$(\d+)/g)].map(([, number]) => Number(number) - 1);
  const statement = sql.join(
    parts.flatMap((part, at) => {
      const place = order[at];
      return place === undefined ? [sql.raw(part)] : [sql.raw(part), sql`${values[place]}`];
    }),
  );
  const [row] = await rows<{ "QUERY PLAN": readonly { readonly Plan: Node }[] }>(
    tx,
    sql`explain (format json) ${statement}`,
  );
  const nodes = (row?.["QUERY PLAN"] ?? []).flatMap(({ Plan }) => nodesOf(Plan));
  return {
    indexes: nodes.flatMap((node) => node["Index Name"] ?? []),
    readThrough: nodes
      .filter((node) => node["Node Type"] === "Seq Scan" && GROWING.test(node["Relation Name"] ?? ""))
      .map((node) => node["Relation Name"] ?? ""),
  };
};

const asOffice = (ask: (tx: TenantTx) => Promise<unknown>) => async () => {
  const said = await wordsOf((db) => ask({ kind: "tenant", db, organizationId: ORGANIZATION }));
  return database.inTenant(tenantScope(ORGANIZATION), (tx) => planAll(tx, said));
};
const asSystem = (ask: (tx: SystemTx) => Promise<unknown>) => async () => {
  const said = await wordsOf((db) => ask({ kind: "system", db }));
  return database.inSystem((tx) => planAll(tx, said));
};
const planAll = async (tx: TenantTx | SystemTx, said: readonly Statement[]) => {
  expect(said).not.toHaveLength(0);
  const plans = [];
  for (const statement of said) plans.push(await explain(tx, statement));
  return plans;
};

const chat = { channel: "telegram", account: BOT_ID, chatKey: chatKeyOf(OFFICE, 3) };

const day = { from: TODAY, to: TODAY };

describe("the hottest queries go by their indexes, with three years of notes in the tables:", () => {
  it.each([
    ["whose key it is", "api_key_hash", asSystem((tx) => findOfficeOfKey(tx, "0".repeat(64)))],
    ["whose chat it is", "chat_link_of_chat", asSystem((tx) => findChatLink(tx, chat))],
    ["the next update", "incoming_update_waiting", asSystem((tx) => lockNextUpdate(tx, NOW))],
    ["what may be sent", "outbox_message_due", asSystem((tx) => listDueMessages(tx, NOW, 200))],
    ["tasks with something to say", "task_by_due", asSystem((tx) => tasksDue(tx, ["2026-09-21"], day))],
    [
      "a post",
      "appointment_pkey",
      asOffice((tx) => selectPost(tx, idOf("appointment", unitNumber(OFFICE, 3)))),
    ],
    ["a task with its groups", "task_pkey", asOffice((tx) => selectTaskWithGroups(tx, TASK))],
    ["the tasks in force", "time_frame_pkey", asOffice((tx) => selectTasksInForce(tx, TODAY))],
    [
      "a page of tasks with their notes",
      "progress_update_standing",
      asOffice((tx) => selectTaskPage(tx, { on: TODAY, limit: 51 })),
    ],
    [
      "where units stand with tasks",
      "progress_update_standing",
      asOffice((tx) => selectUnitProgress(tx, [TASK], null)),
    ],
    [
      "what a unit wrote that day",
      "progress_update_standing or progress_update_of_unit",
      asOffice((tx) => selectStandingOfDay(tx, TASK, UNIT, TODAY)),
    ],
  ])("%s (%s)", async (what, index, plansOf) => {
    const plans = await plansOf();
    const readThrough = plans.flatMap((plan) => plan.readThrough);
    // Where every office has something due, every catalogue in force is wanted.
    const wanted = what === "tasks with something to say" ? ["catalogue"] : [];
    expect(readThrough.filter((table) => !wanted.includes(table))).toEqual([]);
    const used = plans.flatMap(({ indexes }) => indexes).join(" ");
    const named = index.replace(/_pkey$/, "").split(" or ");
    expect(
      named.filter((name) => used.includes(name)),
      used,
    ).not.toEqual([]);
  });
});
