import { sql } from "drizzle-orm";
import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import { chatLink } from "../../../db/schema/members.ts";
import { progressUpdate } from "../../../db/schema/progress.ts";
import { CULTURE } from "../../support/office.ts";
import {
  ask,
  type Home,
  type House,
  linkPeople,
  productHome,
  startChild,
  startHere,
  textOf,
} from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { type Fault, startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";

/** What the product stands on goes away and comes back: nothing is lost, nothing said twice, nobody left unanswered. */

const MORNING = "2026-09-14T07:30:00+07:00";

let home: Home;
let server: TelegramServer;
let house: House;
let head: TelegramPerson;
let deputy: TelegramPerson;

beforeAll(async () => {
  server = await startTelegramServer();
  home = await productHome();
  const [first, second] = await linkPeople(home, server, [
    { role: "head", unit: CULTURE, id: 5_001 },
    { role: "deputy", unit: CULTURE, id: 5_002 },
  ]);
  if (first === undefined || second === undefined) throw new Error("two people were linked");
  [head, deputy] = [first, second];
  house = await startHere(home, server);
});
afterEach(() => server.heal());
afterAll(async () => {
  await house?.stop();
  await server?.close();
  await home?.drop();
});

/** How often these words are recorded. */
const notes = (words: string): Promise<number> =>
  house.database.asOwner((db) => db.$count(progressUpdate, sql`text = ${words}`));
const heard = (words: string): number =>
  head.messages().filter((message) => textOf(message).includes(words)).length;
const failures = (outcome: number | string): number =>
  server.callsOf("sendMessage").filter((call) => call.outcome === outcome).length;

/** Says it while Telegram fails; ends when the failure is written down, and with it when to try again. */
const sayInto = async (words: string, fault: Fault, after: "before_recording" | "after_recording") => {
  const before = failures(fault.kind);
  server.fail({ method: "sendMessage", with: fault, after });
  await head.say(`2.3 ${words}`);
  await server.until("the failure", () => (failures(fault.kind) > before ? true : undefined));
  const waiting = () =>
    house.database.asOwner((db) => db.$count(outboxMessage, sql`state = 'queued' and attempts = 1`));
  await expect.poll(waiting, { timeout: 5_000 }).toBe(1);
};
const later = (ms: number): Promise<void> =>
  house.moveTo(new Date(house.clock.now().getTime() + ms).toISOString());

test("“retry after” is obeyed to the second, then the answer comes once", async () => {
  const words = "đang làm (khi bị hãm)";
  await sayInto(words, { kind: "429", retryAfter: 30 }, "before_recording");
  const asked = server.callsOf("sendMessage").length;
  await later(20_000);
  expect(await notes(words)).toBe(1);
  expect(server.callsOf("sendMessage")).toHaveLength(asked);
  await later(11_000);
  expect(textOf(await head.next())).toContain(words);
  expect(heard(words)).toBe(1);
});

test.each([
  ["a server's error", { kind: "500" }, "before_recording", 1],
  ["a cut connection", { kind: "cut" }, "before_recording", 1],
  ["garbage", { kind: "garbage" }, "before_recording", 1],
  // It arrived, but nobody can know: what may have arrived is repeated, once.
  ["an answer that got lost", { kind: "cut" }, "after_recording", 2],
] as const)("%s: the answer is sent again, once", async (what, fault, after, times) => {
  const words = `đang làm (${what})`;
  await sayInto(words, fault, after);
  await later(60_000);
  for (let time = 0; time < times; time += 1) expect(textOf(await head.next())).toContain(words);
  expect(await ask(head, "trợ giúp")).toMatch(/^Trợ giúp/);
  expect(heard(words)).toBe(times);
  expect(await notes(words)).toBe(1);
});

test("updates that cannot be fetched now are fetched later", async () => {
  for (const kind of ["500", "garbage", "cut"] as const)
    server.fail({ method: "getUpdates", with: { kind } });
  await head.say("2.3 đang làm (khi không nhận được)");
  expect(textOf(await head.next({ timeoutMs: 20_000 }))).toContain("Đã ghi 2.3");
  expect(await notes("đang làm (khi không nhận được)")).toBe(1);
});

test("a second process on the same folder is refused in one sentence", async () => {
  const folder = await productHome({ postgres: null });
  const first = await folder.open();
  const second = startChild(folder, server, { clock: new Date(MORNING) });
  expect((await second.ended).code).toBe(1);
  expect(second.printed().trim().split("\n")).toHaveLength(1);
  expect(second.printed()).toContain("đang được một tiến trình khác sử dụng");
  // The first one has not noticed.
  expect(await first.asOwner((db) => db.$count(progressUpdate))).toBe(0);
  await first.close();
  await folder.drop();
});

test("a database that is not there stops the start in one sentence", async () => {
  const lost = startChild(home, server, {
    clock: new Date(MORNING),
    environment: { DATABASE_URL: "postgres://nobody@127.0.0.1:1/none" },
  });
  expect((await lost.ended).code).toBe(1);
  expect(lost.printed().trim().split("\n")).toHaveLength(1);
  expect(lost.printed()).toContain("chưa truy cập được dữ liệu");
});

test("who has blocked the bot is marked, not asked again, and the deputy is told", async () => {
  const unreachable = () =>
    house.database.asOwner((db) => db.$count(chatLink, sql`unreachable_since is not null`));
  head.chat.reach = "blocked";
  await house.moveTo(MORNING);
  await server.until("the block", () => (failures(403) > 0 ? true : undefined));
  await expect.poll(unreachable).toBe(1);
  // Nothing is marked sent that was not.
  const digests = () =>
    house.database.asOwner((db) =>
      db
        .select({ state: outboxMessage.state, failure: outboxMessage.failure })
        .from(outboxMessage)
        .where(sql`purpose = 'nudge'`),
    );
  await expect.poll(digests).toEqual([{ state: "failed", failure: "nobody_reachable" }]);
  // The next tick finds the deputy in the head's place.
  await house.moveTo("2026-09-14T07:31:00+07:00");
  expect(textOf(await deputy.next())).toContain("ngày cuối cùng để báo cáo lần 1");
  const asked = server.callsOf("sendMessage").length;
  await house.product.tick();
  expect(server.callsOf("sendMessage")).toHaveLength(asked);
  // Whoever writes again is answered, and can be reached again.
  expect(await ask(head, "trợ giúp")).toMatch(/^Trợ giúp/);
  expect(await unreachable()).toBe(0);
});
