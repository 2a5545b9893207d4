import { existsSync } from "node:fs";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { z } from "zod";
import { connectPostgres } from "../../db/connect-postgres.ts";
import type { Database } from "../../db/scope.ts";
import { announceFuzzing, LONG, SEED } from "../support/fuzz-cases.ts";
import { CULTURE, SERVICE_CENTRE } from "../support/office.ts";
import { persistentWriter, writerFacts } from "../support/persistent-writer.ts";
import { type PostgresServer, startPostgres } from "../support/postgres-server.ts";
import { type Home, type House, linkPeople, productHome, startHere, textOf } from "../support/product.ts";
import { randomFrom } from "../support/random.ts";
import type { TelegramPerson } from "../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../support/telegram-server.ts";
import { rowsOf } from "../support/two-offices.ts";
import { type WebhookReceiver, webhookReceiver } from "../support/webhook-receiver.ts";

/**
 * The database's server crashes and comes back, and all of its connections are cut, while the API is written through,
 * people talk, mornings are planned and delivered, events go to another system and a backup is made. On PostgreSQL:
 * the embedded database goes away with its process (`test/bot/walks/kill.test.ts`).
 */

const FAULTS = LONG ? 40 : 2;
const MORNINGS = ["2026-09-08", "2026-09-10", "2026-09-14"].map((day) => `${day}T07:30:00+07:00`);
const keySchema = z.object({ key: z.string() });
const readinessSchema = z.looseObject({ dependencies: z.record(z.string(), z.string()) });

let server: PostgresServer;
let telegram: TelegramServer;
let receiver: WebhookReceiver;
let home: Home;
let house: House;
let key: string;
let people: readonly TelegramPerson[];
const random = randomFrom(SEED);

describe("the database", () => {
  beforeAll(async () => {
    announceFuzzing("faults of the database");
    server = await startPostgres({ durable: true });
    telegram = await startTelegramServer();
    receiver = await webhookReceiver();
    home = await productHome({ postgres: server.url });
    people = await linkPeople(home, telegram, [
      { role: "head", unit: CULTURE, id: 9_001 },
      { role: "head", unit: SERVICE_CENTRE, id: 9_002 },
      { role: "consolidator", unit: CULTURE, id: 9_003 },
    ]);
    key = keySchema.parse(
      await home.command("key", "create", "--organization", "hai-an", "--scope", "admin"),
    ).key;
    house = await startHere(home, telegram);
  }, 120_000);
  afterAll(async () => {
    await house?.stop();
    await receiver?.close();
    await telegram?.close();
    await home?.drop();
    await server?.stop();
  });

  const beside = async <T>(work: (database: Database) => Promise<T>): Promise<T> => {
    const database = connectPostgres(server.url, 1);
    try {
      return await work(database);
    } finally {
      await database.close();
    }
  };
  const cutAll = (): Promise<unknown> =>
    beside((database) =>
      database.asOwner((db) =>
        db.execute(
          sql`select pg_terminate_backend(pid) from pg_stat_activity
               where pid <> pg_backend_pid() and datname like 'dondoc_test_%'`,
        ),
      ),
    );
  const readiness = async () => {
    const answer = await fetch(`${house.product.listensAt}/readyz`);
    return { ...readinessSchema.parse(await answer.json()), status: answer.status };
  };

  test("goes away and comes back: nothing is lost or doubled, and /readyz says what is down", {
    timeout: 120_000 + FAULTS * 30_000,
  }, async () => {
    const api = (path: string, body: unknown): Promise<Response> =>
      fetch(`${house.product.listensAt}/api/v1${path}`, {
        method: "POST",
        headers: { authorization: `Bearer ${key}`, "content-type": "application/json" },
        body: JSON.stringify(body),
      });
    expect((await api("/subscriptions", { url: receiver.url })).status).toBe(201);
    let over = false;
    const writer = persistentWriter({
      address: () => house.product.listensAt,
      key,
      facts: await writerFacts(house.database, CULTURE),
      random,
    });
    const writing = writer.write(() => over);
    const said: { readonly person: TelegramPerson; readonly words: string }[] = [];
    const talk = async (): Promise<void> => {
      for (const person of people.slice(0, 2)) {
        const words = `đang làm, lượt số ${said.length} của ${person.id}.`;
        said.push({ person, words });
        await person.say(`${person === people[0] ? "2.1" : "5.1"} ${words}`);
      }
    };
    const answered = (): number =>
      said.filter(({ person, words }) => person.messages().some((message) => textOf(message).includes(words)))
        .length;

    const counts = { cut: 0, crashed: 0, backups: 0, backupsFailed: 0 };
    for (let fault = 0; fault < FAULTS; fault += 1) {
      await talk();
      const morning = MORNINGS[fault % MORNINGS.length];
      const planning =
        morning === undefined || fault >= MORNINGS.length ? house.product.tick() : house.moveTo(morning);
      const out = join(home.dataDir, `backup-${fault}`);
      const backup = home.command("backup", "--out", out).then(
        () => true,
        () => false,
      );
      const heard = writer.counts.requests + Math.floor(random() * 6);
      await expect
        .poll(() => writer.counts.requests, { timeout: 30_000, interval: 5 })
        .toBeGreaterThanOrEqual(heard);
      if (fault % 2 === 0) {
        await cutAll();
        counts.cut += 1;
      } else {
        await server.crash();
        counts.crashed += 1;
        expect(await readiness()).toMatchObject({
          status: 503,
          dependencies: { database: "down", data_folder: "up" },
        });
        await server.resume();
      }
      await planning;
      const whole = await backup;
      counts[whole ? "backups" : "backupsFailed"] += 1;
      // Half a backup is none: the file stands under its name when it is whole.
      expect(existsSync(out)).toBe(whole);
      await expect.poll(answered, { timeout: 60_000 }).toBe(said.length);
    }
    over = true;
    await writing;
    await expect.poll(async () => (await readiness()).status, { timeout: 30_000 }).toBe(200);
    await house.product.tick();
    await expect
      .poll(
        async () => {
          await house.product.tick();
          return house.database.asOwner((db) =>
            rowsOf(
              db,
              sql`select state from outbox_message where state in ('queued', 'sending')
                  union all select state from event_delivery e join subscription s on s.id = e.subscription_id
                   where e.state = 'waiting' and s.url = ${receiver.url}`,
            ),
          );
        },
        { timeout: 60_000, interval: 500 },
      )
      .toEqual([]);

    expect(await writer.wrong(house.database)).toEqual([]);
    let twice = 0;
    for (const { person, words } of said)
      twice += person.messages().filter((message) => textOf(message).includes(words)).length - 1;
    const notes = await house.database.asOwner((db) =>
      rowsOf<{ text: string }>(db, sql`select text from progress_update where text like '%lượt số%'`),
    );
    expect(notes.map(({ text }) => text).sort()).toEqual(said.map(({ words }) => words).sort());
    for (const person of people) {
      const digests = person
        .messages()
        .map(textOf)
        .filter((text) => text.startsWith("Kính gửi"));
      expect(digests.length).toBeGreaterThan(0);
      twice += digests.length - new Set(digests).size;
    }
    // What was sent when the connection went is settled when it is back, not sent again.
    expect(twice).toBeLessThanOrEqual(FAULTS);
    const events = receiver.heard.map(({ headers }) => String(headers["webhook-id"]));
    const chained = await house.database.asOwner((db) =>
      rowsOf<{ id: string }>(
        db,
        sql`select e.id from event_delivery e join subscription s on s.id = e.subscription_id where s.url = ${receiver.url}`,
      ),
    );
    expect(new Set(events).size).toBe(chained.length);
    expect(await home.command("verify-audit")).toBeDefined();
    expect(await home.command("backup", "--out", join(home.dataDir, "backup-after"))).toBeDefined();
    console.info(
      `faults of the database: ${JSON.stringify({
        ...counts,
        ...writer.counts,
        said: said.length,
        twice,
        events: chained.length,
        eventsAgain: events.length - chained.length,
      })}`,
    );
  });
});
