import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { z } from "zod";
import { incomingUpdate, outboxMessage } from "../../../db/schema/conversations.ts";
import { lease } from "../../../db/schema/installation.ts";
import { progressUpdate } from "../../../db/schema/progress.ts";
import type { Database } from "../../../db/scope.ts";
import { SERVICE_CENTRE } from "../../support/office.ts";
import { persistentWriter, writerFacts } from "../../support/persistent-writer.ts";
import {
  type Child,
  type Home,
  linkPeople,
  MONDAY_MORNING,
  POSTGRES,
  productHome,
  startChild,
  textOf,
} from "../../support/product.ts";
import { randomFrom } from "../../support/random.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/**
 * The product as a process of its own, killed with SIGKILL again and again while people write and while a morning's
 * digests go out. `KILLS=10` kills it ten times for each (`.ci/run` does), `SEED=…` repeats a run's moments.
 */

const KILLS = Number(process.env.KILLS ?? 2);
const SEED = Number(process.env.SEED ?? Math.floor(Math.random() * 2 ** 31));
const LONGEST_AFTER_MS = 120;

const UNITS = [
  "Phòng Văn hóa - Xã hội",
  "Phòng Kinh tế, Hạ tầng và Đô thị",
  "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
  "Ban Quản lý dự án đầu tư xây dựng",
  SERVICE_CENTRE,
  "Trung tâm phục vụ hành chính công",
];

const random = randomFrom(SEED);

let home: Home;
let server: TelegramServer;
let people: readonly TelegramPerson[];
let life: Child | null = null;
/** Where the product listens; null between two lives. */
let address: string | null = null;

beforeAll(async () => {
  console.log(`killed at the moments of SEED=${SEED}`);
  server = await startTelegramServer();
  home = await productHome();
  people = await linkPeople(
    home,
    server,
    UNITS.flatMap((unit, place) => [
      { role: "head" as const, unit, id: 6_000 + 10 * place },
      { role: "focal" as const, unit, id: 6_001 + 10 * place },
    ]),
  );
});
afterAll(async () => {
  await server?.close();
  await home?.drop();
});

/** Days go on while the process is dead. */
const clockFrom = (start: string): (() => Date) => {
  const begun = Date.now();
  return () => new Date(new Date(start).getTime() + Date.now() - begun);
};

const withDatabase = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
  const database = await home.open();
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

/** On a server the leases of the dead run out after twenty seconds, which nobody has to sit through. */
const endLeases = async (): Promise<void> => {
  if (POSTGRES === null) return;
  await withDatabase((database) => database.asOwner((db) => db.delete(lease)));
};

const start = (clock: Date): Child => {
  const child = startChild(home, server, { clock });
  life = child;
  const come = (found: string | null): void => {
    address = found;
  };
  child.ready.then(come).catch(() => undefined);
  void child.ended.then(() => come(null));
  return child;
};
/** A life that a failed test left behind would keep the folder. */
afterEach(async () => {
  await life?.kill();
});

const keySchema = z.object({ key: z.string() });

/** Writes through the API meanwhile; on a server alone, since the embedded database's walk is as long as it may be. */
const anotherSystem = async () => {
  if (POSTGRES === null) return null;
  const made = await home.command("key", "create", "--organization", "hai-an", "--scope", "admin");
  const facts = await withDatabase((database) => writerFacts(database, SERVICE_CENTRE));
  return persistentWriter({
    address: () => address,
    key: keySchema.parse(made).key,
    facts,
    random: randomFrom(SEED + 1),
  });
};

/** Lives until it has sent so many messages, or all it had to send, and a random moment after that. */
const liveAndDie = async (
  clock: Date,
  { messages, owed }: { readonly messages: number; readonly owed: number },
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const before = server.calls.length;
  const child = start(clock);
  await server.until(
    `the product to send ${messages} of ${owed}: ${child.printed()}`,
    () => {
      const calls = server.calls.slice(before);
      const sent = calls.filter(({ method }) => method === "sendMessage").length;
      return calls.length > 0 && sent >= Math.min(messages, owed) ? true : undefined;
    },
    // On a server a lease that the dead one was just taking may still have to run out.
    { timeoutMs: 40_000 },
  );
  const moment = random() * LONGEST_AFTER_MS;
  await Promise.all([meanwhile(), new Promise((resolve) => setTimeout(resolve, moment))]);
  expect((await child.kill()).signal).toBe("SIGKILL");
  await endLeases();
};

/** The last life: everybody asks something, and by the order of a chat has heard everything before the answer. */
const liveToTheEnd = async (
  clock: Date,
  question: string,
  answer: string,
  meanwhile: () => Promise<void> = async () => undefined,
): Promise<void> => {
  const child = start(clock);
  await child.ready;
  await meanwhile();
  for (const person of people) await person.say(question);
  for (const person of people)
    await server.until(
      `the last answer to ${person.id}: ${child.printed()}`,
      () => (textsOf(person).some((text) => text.startsWith(answer)) ? true : undefined),
      // One message a second to a chat: what forty lives left unanswered takes its time.
      { timeoutMs: 30_000 + KILLS * 1_000 },
    );
  await server.idle();
  expect((await child.kill("SIGTERM")).code).toBe(0);
  await endLeases();
};

const textsOf = (person: TelegramPerson): readonly string[] => person.messages().map(textOf);
const inOrder = (texts: readonly string[]): readonly string[] =>
  texts.toSorted((one, other) => one.localeCompare(other));

test("while people write: every note recorded once, every message answered", {
  timeout: 60_000 + KILLS * 10_000,
}, async () => {
  const now = clockFrom(MONDAY_MORNING);
  let over = false;
  const writer = await anotherSystem();
  const writing = writer?.write(() => over);
  const said: { readonly person: TelegramPerson; readonly words: string }[] = [];
  const write = async (share: number): Promise<void> => {
    for (const person of people) {
      if (random() > share) continue;
      const words = `đang làm, lượt số ${said.length} của ${person.id}.`;
      said.push({ person, words });
      await person.say(`2.1 ${words}`);
    }
  };
  for (let kill = 0; kill < KILLS; kill += 1) {
    await write(0.7);
    const owed = said.filter(({ person, words }) => !textsOf(person).some((text) => text.includes(words)));
    await liveAndDie(now(), { messages: Math.floor(random() * 10), owed: owed.length }, async () => {
      await write(0.3);
      if (writer === null) return;
      const enough = writer.counts.requests + Math.floor(random() * 6);
      await expect
        .poll(() => writer.counts.requests, { timeout: 30_000, interval: 5 })
        .toBeGreaterThanOrEqual(enough);
    });
  }
  await liveToTheEnd(now(), "trợ giúp", "Trợ giúp", async () => {
    over = true;
    await writing;
  });

  const again = new Map<TelegramPerson, number>();
  for (const { person, words } of said) {
    const times = textsOf(person).filter((text) => text.includes(words)).length;
    expect(times, words).toBeGreaterThanOrEqual(1);
    again.set(person, (again.get(person) ?? 0) + times - 1);
  }
  // One message may be on its way to each chat that waits for an answer.
  for (const times of again.values()) expect(times).toBeLessThanOrEqual(KILLS);
  await withDatabase((database) =>
    database.asOwner(async (db) => {
      const recorded = await db
        .select({ text: progressUpdate.text })
        .from(progressUpdate)
        .where(sql`text like '%lượt số%'`);
      expect(inOrder(recorded.map(({ text }) => text))).toEqual(inOrder(said.map(({ words }) => words)));
      expect(await db.$count(incomingUpdate, sql`handled_at is null`)).toBe(0);
      expect(await db.$count(incomingUpdate)).toBe(said.length + people.length);
      // One answer for each, no more: whatever came twice was the same message.
      expect(await db.$count(outboxMessage, sql`purpose = 'reply'`)).toBe(said.length + people.length);
      expect(await db.$count(outboxMessage, sql`state in ('queued', 'sending')`)).toBe(0);
    }),
  );
  if (writer !== null) expect(await withDatabase(writer.wrong)).toEqual([]);
  expect(await home.command("verify-audit")).toBeDefined();
  const twice = [...again.values()].reduce((sum, times) => sum + times, 0);
  console.info(
    `killed while people write: ${JSON.stringify({ kills: KILLS, said: said.length, twice, api: writer?.counts })}`,
  );
});

test("while a morning's digests go out: each arrives once, and only what was on its way may come twice", {
  timeout: 60_000 + KILLS * 10_000,
}, async () => {
  const now = clockFrom("2026-09-14T07:30:00+07:00");
  const digestsOf = (person: TelegramPerson): readonly string[] =>
    textsOf(person).filter((text) => text.startsWith("Kính gửi"));
  // The first dies while it plans, the others with a few more digests gone.
  for (let kill = 0; kill < KILLS; kill += 1)
    await liveAndDie(now(), {
      messages: kill === 0 ? 0 : Math.floor(random() * 4),
      owed: people.filter((person) => digestsOf(person).length === 0).length,
    });
  await liveToTheEnd(now(), "văn bản", "CÁC VĂN BẢN");

  let again = 0;
  for (const person of people) {
    const digests = digestsOf(person);
    expect(new Set(digests).size, `${person.id}: ${digests.join("\n---\n")}`).toBe(1);
    expect(digests[0]).toContain("Hôm nay, thứ Hai 14/09/2026, là ngày cuối cùng để báo cáo lần 1");
    again += digests.length - 1;
  }
  expect(again).toBeLessThanOrEqual(KILLS);
  await withDatabase((database) =>
    database.asOwner(async (db) => {
      expect(await db.$count(outboxMessage, sql`purpose = 'nudge'`)).toBe(people.length);
      expect(await db.$count(outboxMessage, sql`state in ('queued', 'sending')`)).toBe(0);
    }),
  );
  expect(await home.command("verify-audit")).toBeDefined();
  console.info(
    `killed while digests go out: ${JSON.stringify({ kills: KILLS, digests: people.length, twice: again })}`,
  );
});
