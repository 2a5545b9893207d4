import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { announceFuzzing, LONG, SEED } from "../support/fuzz-cases.ts";
import { telegramLoopback, zaloLoopback } from "../support/loopback.ts";
import { CULTURE, SERVICE_CENTRE } from "../support/office.ts";
import { type Home, type House, linkPeople, productHome, startHere, textOf } from "../support/product.ts";
import { randomFrom } from "../support/random.ts";
import { startTelegramServer, type TelegramServer } from "../support/telegram-server.ts";
import { rowsOf } from "../support/two-offices.ts";
import { startZaloServer, type ZaloServer } from "../support/zalo-server.ts";

/**
 * Both messengers at once answer every second call with 429, 500, garbage or nothing, while people write and while
 * a morning's digests go out: every message arrives, and again only where nobody could know whether it had.
 */

const ROUNDS = LONG ? 20 : 1;
const SHARE = 0.5;
const HUGE = `{"ok":true,"result":"${"x".repeat(3_000_000)}`;

type Person = {
  readonly id: string;
  readonly say: (text: string) => Promise<void>;
  /** All that has arrived, oldest first. */
  readonly arrived: () => readonly string[];
};

let home: Home;
let telegram: TelegramServer;
let zalo: ZaloServer;
let house: House;
let people: readonly Person[];

const random = randomFrom(SEED);
const pick = <Item>(items: readonly Item[]): Item => {
  const item = items[Math.floor(random() * items.length)];
  if (item === undefined) throw new Error("nothing to pick from");
  return item;
};
const counts: Record<string, number> = {};
const count = (what: string): void => {
  counts[what] = (counts[what] ?? 0) + 1;
};

/** The messenger says no, and means it. */
const NO = [{ kind: "429", retryAfter: 3 }, { kind: "429" }, { kind: "500" }] as const;
/** Nobody can know what became of the message. */
const UNKNOWN = [
  { kind: "cut" },
  { kind: "garbage" },
  { kind: "garbage", body: '{"ok":true,"resu' },
  { kind: "garbage", body: '{"weather":"fine"}' },
  { kind: "garbage", body: HUGE },
  // The bot gives up after twenty seconds of its own.
  ...(LONG ? ([{ kind: "hang" }] as const) : []),
] as const;

/** By chat and words: how often they arrived though the messenger's answer was lost. */
const unheard = new Map<string, number>();
const doubtful = new Set<string>();

const chooseFault =
  (of: "telegram" | "zalo") => (method: string, params: Readonly<Record<string, unknown>>) => {
    if (random() >= SHARE) return null;
    if (/^getupdates$/i.test(method)) {
      count(`${of} updates`);
      return { with: pick([{ kind: "500" }, { kind: "cut" }, { kind: "garbage" }] as const) };
    }
    if (!/^sendmessage$/i.test(method)) return null;
    const place = `${String(params.chat_id)} ${String(params.text)}`;
    // What may have arrived is repeated once: a second doubt would be the end of it, and is another story.
    if (doubtful.has(place) || random() < 0.5) {
      const fault = pick(NO);
      count(`${of} ${fault.kind}`);
      return { with: fault };
    }
    doubtful.add(place);
    const fault = pick(UNKNOWN);
    const after = pick(["before_recording", "after_recording"] as const);
    count(`${of} ${fault.kind}${after === "after_recording" ? ", arrived" : ""}`);
    if (after === "after_recording") unheard.set(place, (unheard.get(place) ?? 0) + 1);
    return { with: fault, after };
  };

describe("messengers that fail at random", () => {
  beforeAll(async () => {
    announceFuzzing("failing messengers");
    telegram = await startTelegramServer();
    zalo = await startZaloServer();
    home = await productHome();
    const onTelegram = await linkPeople(
      home,
      telegram,
      [CULTURE, SERVICE_CENTRE, "Phòng Kinh tế, Hạ tầng và Đô thị"].map((unit, place) => ({
        role: "head" as const,
        unit,
        id: 8_000 + place,
      })),
    );
    const codes = [await home.invite("focal", CULTURE), await home.invite("focal", SERVICE_CENTRE)];
    house = await startHere(home, [telegramLoopback(telegram), zaloLoopback(zalo)]);
    const onZalo: Person[] = [];
    for (const code of codes) {
      const person = zalo.person();
      await person.says(code);
      await person.next();
      onZalo.push({
        id: person.id,
        say: async (text) => void (await person.says(text)),
        arrived: () => person.messages().map(({ text }) => text ?? ""),
      });
    }
    people = [
      ...onTelegram.map((person) => ({
        id: String(person.id),
        say: async (text: string) => void (await person.say(text)),
        arrived: () => person.messages().map(textOf),
      })),
      ...onZalo,
    ];
  });
  afterAll(async () => {
    await house?.stop();
    await telegram?.close();
    await zalo?.close();
    await home?.drop();
  });

  const left = async (): Promise<number> => {
    const [row] = await house.database.asOwner((db) =>
      rowsOf<{ waiting: number }>(
        db,
        sql`select (select count(*) from outbox_message where state in ('queued', 'sending'))::int
                 + (select count(*) from incoming_update where handled_at is null)::int as waiting`,
      ),
    );
    return row?.waiting ?? 0;
  };

  test("every message arrives, in order, and twice only where nobody could know", {
    timeout: 600_000,
  }, async () => {
    telegram.failBy(chooseFault("telegram"));
    zalo.failBy(chooseFault("zalo"));
    const said = new Map<Person, string[]>();
    for (let round = 0; round < ROUNDS; round += 1)
      for (const person of people) {
        const words = `đang làm, lượt số ${round} của ${person.id}.`;
        said.set(person, [...(said.get(person) ?? []), words]);
        await person.say(`2.1 ${words}`);
      }
    await house.moveTo("2026-09-14T07:30:00+07:00");
    const everythingSaid = ROUNDS * people.length;
    const answers = (): Promise<number> =>
      house.database.asOwner(async (db) => {
        const [row] = await rowsOf<{ count: number }>(
          db,
          sql`select count(*)::int as count from progress_update`,
        );
        return row?.count ?? 0;
      });
    const step = async (): Promise<boolean> => {
      // Pauses between two attempts pass at once.
      await house.moveTo(new Date(house.clock.now().getTime() + 10_000).toISOString());
      return (await answers()) === everythingSaid && (await left()) === 0;
    };
    await expect.poll(step, { timeout: 500_000, interval: 200 }).toBe(true);
    telegram.heal();
    zalo.heal();

    const tally = { notes: everythingSaid, digests: 0, attempts: 0, twice: 0 };
    for (const person of people) {
      const arrived = person.arrived();
      const places: number[] = [];
      for (const words of said.get(person) ?? []) {
        const times = arrived.filter((text) => text.includes(words)).length;
        const text = arrived.find((one) => one.includes(words)) ?? "";
        const lost = unheard.get(`${person.id} ${text}`) ?? 0;
        expect(times, `${words} ${arrived.join("\n---\n")}`).toBe(1 + lost);
        places.push(arrived.indexOf(text));
        tally.twice += times - 1;
      }
      expect(places).toEqual(places.toSorted((one, other) => one - other));
      const digests = arrived.filter((text) => text.startsWith("Kính gửi"));
      for (const digest of new Set(digests)) {
        const times = digests.filter((text) => text === digest).length;
        expect(times).toBe(1 + (unheard.get(`${person.id} ${digest}`) ?? 0));
        tally.digests += 1;
        tally.twice += times - 1;
      }
      expect(digests.length).toBeGreaterThan(0);
    }
    tally.attempts = telegram.callsOf("sendMessage").length + zalo.callsOf("sendMessage").length;
    const states = await house.database.asOwner((db) =>
      rowsOf<{ state: string; count: number }>(
        db,
        sql`select state, count(*)::int as count from outbox_message group by state order by state`,
      ),
    );
    expect(states.filter(({ state }) => state !== "sent" && state !== "withdrawn")).toEqual([]);
    console.info(`failing messengers: ${JSON.stringify({ ...tally, faults: counts })}`);
  });
});
