import { sql } from "drizzle-orm";
import { afterAll, beforeAll, expect, it, test } from "vitest";
import { runTick } from "../../api/jobs/run-tick.ts";
import { useCases } from "../../bot/use-cases.ts";
import type { Database } from "../../db/scope.ts";
import { type Deed, keyOf, type Life, operationDeed, useCaseDeed } from "../support/deeds.ts";
import { type FaultOffices, faultOffices } from "../support/fault-offices.ts";
import { announceFuzzing, LONG, SEED } from "../support/fuzz-cases.ts";
import { granted } from "../support/office.ts";
import { beyond, standingOf } from "../support/office-standing.ts";
import type { Twin } from "../support/office-twins.ts";
import { OPERATIONS } from "../support/operation-schemas.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { type Child, type Home, POSTGRES, productHome, startChild, textOf } from "../support/product.ts";
import { type ProofTwins, proofTwins } from "../support/proof-twins.ts";
import { randomFrom, someOf } from "../support/random.ts";
import { startTelegramServer, type TelegramServer } from "../support/telegram-server.ts";
import { rowsOf } from "../support/two-offices.ts";

/**
 * The product as a process of its own, killed with SIGKILL at random moments of every use case, by the API and by a
 * messenger, and asked again after its next start. Each use case has two copies of one office: in one it happens
 * undisturbed, in the other the process dies on the way; in the end both stand alike. Several die at once, each in an
 * office of its own. The short run draws some by its seed.
 */

const USE_CASES = LONG ? Number.POSITIVE_INFINITY : 4;
const TOGETHER = 8;
const KILLS = LONG ? 4 : 1;
/** Some die when everything was answered. */
const PAST_THE_ANSWER = 1.15;

type Case = { readonly deed: Deed; readonly calm: Twin; readonly killed: Twin };

const random = randomFrom(SEED);
const WRITING = OPERATIONS.filter(([, { method }]) => method !== "get").map(([name]) => name);
const DRAWN = [
  ...someOf(WRITING, USE_CASES, random).map((name) => ({ kind: "operation", name }) as const),
  ...someOf(Object.keys(useCases), USE_CASES, random).map((name) => ({ kind: "use case", name }) as const),
];
const LIVES = Math.ceil(DRAWN.length / TOGETHER) * KILLS + 1;

let server: PostgresServer | null = null;
let telegram: TelegramServer;
let home: Home;
let database: Database;
let house: FaultOffices;
let twins: ProofTwins;
const cases = new Map<string, Case>();
const counts = {
  operations: 0,
  useCases: 0,
  kills: 0,
  /** Transactions that were under way when the process was killed. */
  within: 0,
  /** Use cases that had not happened when it was killed, had without an answer that was heard, and had been answered. */
  before: 0,
  unheard: 0,
  heard: 0,
  /** Asked again and answered as what had happened. */
  again: 0,
  /** Messages that came twice. */
  twice: 0,
};

beforeAll(async () => {
  announceFuzzing("killed in use cases");
  if (POSTGRES === null) server = await startPostgres();
  telegram = await startTelegramServer();
  home = await productHome({ samples: false, postgres: server?.url ?? POSTGRES });
  database = await home.open();
  house = await faultOffices(database);
  twins = await proofTwins(database, house, telegram);
  for (const [at, { kind, name }] of DRAWN.entries()) {
    const deed =
      kind === "operation"
        ? await operationDeed(house, name)
        : await useCaseDeed(house, telegram, twins.personOf, name);
    cases.set(`${kind} ${name}`, {
      deed,
      calm: await twins.copy(2 * at + 1),
      killed: await twins.copy(2 * at + 2),
    });
  }
}, 300_000);
let child: Child | null = null;
afterAll(async () => {
  console.info(`killed in use cases: ${JSON.stringify(counts)}`);
  await child?.kill();
  await database?.close();
  await telegram?.close();
  await home?.drop();
  await server?.stop();
});

const asOwner = <Row>(statement: ReturnType<typeof sql>): Promise<Row[]> =>
  database.asOwner((db) => rowsOf<Row>(db, statement));
/** Transactions of the product that have begun and not ended, while it lives or behind its back. */
const underWay = async (): Promise<number> =>
  (
    await asOwner(
      sql`select from pg_stat_activity
           where datname = current_database() and pid <> pg_backend_pid()
             and backend_type = 'client backend' and xact_start is not null`,
    )
  ).length;

/** What happened later is the product's. */
const since = (): string => house.door.clock.now().toISOString();
/** Days go on while the process is dead. */
let begun = 0;
const now = (): Date => new Date(house.door.clock.now().getTime() + Date.now() - begun);

const begin = async (): Promise<Life> => {
  // The leases of the dead run out after twenty seconds, which nobody has to sit through.
  await asOwner(sql`delete from lease`);
  child = startChild(home, telegram, { clock: now(), program: "test/proofs/serve-asked-use-cases.ts" });
  return { address: await child.ready, ended: child.ended };
};

const hasHappened = async ({ deed, killed }: Case): Promise<boolean> => {
  const office = killed.organizationId;
  const chats = sql.join(
    [...killed.chats.values()].map((key) => sql`${key}`),
    sql`, `,
  );
  const [row] = await asOwner<{ happened: boolean }>(
    deed.kind === "operation"
      ? sql`select exists (select from audit_entry where organization_id = ${office} and actor <> 'tick' and at > ${since()})
                or exists (select from answered_request
                            where organization_id = ${office} and idempotency_key = ${keyOf(deed.name)})
                as happened`
      : sql`select exists (select from outbox_message where (organization_id = ${office} or chat_key in (${chats}))
                             and purpose = 'reply' and created_at > ${since()}) as happened`,
  );
  return row?.happened === true;
};

/** How long it took. */
const happenCalmly = async (life: Life, { deed, calm }: Case): Promise<number> => {
  const asked = performance.now();
  expect(await deed.ask(calm, life)).toBe("done");
  return performance.now() - asked;
};

/** Sends all of them and kills the process before, while or right after one of them happens, by its usual time. */
const strike = async (life: Life, group: readonly Case[], usualMs: readonly number[]): Promise<void> => {
  const open: Case[] = [];
  for (const one of group) if (!(await hasHappened(one))) open.push(one);
  const asked = group.map(({ deed, killed }) => deed.ask(killed, life));
  const moment = random() * PAST_THE_ANSWER * (usualMs[Math.floor(random() * usualMs.length)] ?? 0);
  await new Promise((resolve) => setTimeout(resolve, moment));
  counts.within += await underWay();
  expect((await child?.kill())?.signal).toBe("SIGKILL");
  const answers = new Map((await Promise.all(asked)).map((answer, at) => [group[at], answer]));
  await expect.poll(underWay, { timeout: 10_000, interval: 5 }).toBe(0);
  counts.kills += 1;
  for (const one of open) {
    if (answers.get(one) !== null) counts.heard += 1;
    else if (await hasHappened(one)) counts.unheard += 1;
    else counts.before += 1;
  }
};

const finish = async (life: Life, group: readonly Case[]): Promise<void> => {
  for (const answer of await Promise.all(group.map(({ deed, killed }) => deed.ask(killed, life)))) {
    expect(answer).not.toBeNull();
    if (answer === "again") counts.again += 1;
  }
};

/** Nothing is left to be said that somebody would take now. */
const isSaid = async (): Promise<boolean> =>
  (
    await asOwner(
      sql`select from outbox_message
           where state = 'sending' or (state = 'queued' and not_before <= ${now().toISOString()})`,
    )
  ).length === 0;

test("the process is killed again and again, and what was asked is asked again", {
  timeout: 60_000 + LIVES * 30_000,
}, async () => {
  // A minute after everything that the offices remember.
  begun = Date.now() - 60_000;
  const all = [...cases.values()]
    .map((one) => ({ one, draw: random() }))
    .toSorted((one, other) => one.draw - other.draw)
    .map(({ one }) => one);
  let owed: readonly Case[] = [];
  for (let at = 0; at < all.length; at += TOGETHER) {
    const group = all.slice(at, at + TOGETHER);
    let usualMs: readonly number[] = [];
    for (let kill = 0; kill < KILLS; kill += 1) {
      const life = await begin();
      await finish(life, owed);
      owed = [];
      if (kill === 0) usualMs = await Promise.all(group.map((one) => happenCalmly(life, one)));
      await strike(life, group, usualMs);
    }
    owed = group;
  }
  const life = await begin();
  await finish(life, owed);
  granted(await runTick(database, now()));
  await expect.poll(isSaid, { timeout: 60_000, interval: 50 }).toBe(true);
  expect((await child?.kill("SIGTERM"))?.code).toBe(0);
  expect(await home.command("verify-audit")).toBeDefined();
  expect(await asOwner(sql`select from incoming_update where handled_at is null`)).toEqual([]);
  const [said] = await asOwner<{ messages: number }>(
    sql`select coalesce(sum(jsonb_array_length(sent_keys)), 0)::int as messages
          from outbox_message where sent_at > ${since()}`,
  );
  const sent = telegram.callsOf("sendMessage").filter(({ outcome }) => outcome === 200);
  counts.twice = sent.length - (said?.messages ?? 0);
});

const countsOf = (texts: readonly string[]): ReadonlyMap<string, number> => {
  const found = new Map<string, number>();
  for (const text of texts) found.set(text, (found.get(text) ?? 0) + 1);
  return found;
};

it.each(DRAWN)("$kind $name happened once", async ({ kind, name }) => {
  const one = cases.get(`${kind} ${name}`);
  if (one === undefined) throw new Error("never asked for");
  const { calm, killed } = one;
  const standing = (twin: Twin) => database.asOwner((db) => standingOf(db, house.tables, twin));
  const [after, usually] = [await standing(killed), await standing(calm)];
  expect({ more: beyond(after, usually), less: beyond(usually, after) }).toEqual({ more: [], less: [] });
  const heardBy = (twin: Twin) =>
    countsOf(twins.peopleOf(twin).flatMap((person) => person.messages().map(textOf)));
  const [heard, usual] = [heardBy(killed), heardBy(calm)];
  expect([...heard.keys()].toSorted()).toEqual([...usual.keys()].toSorted());
  // What both are owed alike may have been on its way to either when the process was killed.
  for (const [text, times] of heard) {
    expect(times, text).toBeLessThanOrEqual(2 * (usual.get(text) ?? 0));
    expect(usual.get(text), text).toBeLessThanOrEqual(2 * times);
  }
  counts[kind === "operation" ? "operations" : "useCases"] += 1;
});
