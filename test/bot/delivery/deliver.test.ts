import { eq } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { leasesOf } from "../../../api/jobs/take-lease.ts";
import { outboxOf } from "../../../api/outbox/serve-outbox.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import { newId } from "../../../api/shared/ids.ts";
import type { Channel, SendOutcome } from "../../../bot/channels/channel.ts";
import { createDelivery } from "../../../bot/delivery/deliver.ts";
import { holdLease } from "../../../bot/delivery/hold-lease.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import { chatLink, member } from "../../../db/schema/members.ts";
import { organization } from "../../../db/schema/organizations.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";

const NOW = new Date("2026-09-14T00:30:00Z");
const later = (seconds: number) => new Date(NOW.getTime() + seconds * 1000);
const ORGANIZATION = newId(NOW);

let database: Database;
let logged: string[];
const log = {
  info: (fields: object, event: string) => void logged.push(JSON.stringify([fields, event])),
  warn: (fields: object, event: string) => void logged.push(JSON.stringify([fields, event])),
  error: (fields: object, event: string) => void logged.push(JSON.stringify([fields, event])),
};

type Sent = { readonly chat: string; readonly text: string };
/** A messenger that does what the test says; without a word it delivers. */
const messenger = (
  name: Channel["name"],
  answer: (sent: Sent, nth: number) => SendOutcome | Promise<SendOutcome> | undefined = () => undefined,
) => {
  const arrived: Sent[] = [];
  let attempts = 0;
  const channel: Channel = {
    name,
    account: "1",
    capabilities: {
      buttons: true,
      textLength: 4096,
      fileBytes: 0,
      files: false,
      unasked: true,
      pace: { bot: { everyMs: 40, burst: 5 }, chat: { everyMs: 1_000, burst: 3 } },
    },
    send: async ({ chatKey }, { text }) => {
      const sent = { chat: chatKey, text };
      attempts += 1;
      const outcome = await answer(sent, attempts);
      if (outcome !== undefined) return outcome;
      arrived.push(sent);
      return { kind: "delivered", messageKeys: [String(arrived.length)] };
    },
    download: async () => ({ kind: "gone" }),
    start: async () => undefined,
    stop: async () => undefined,
    invitationLink: () => null,
  };
  return { channel, arrived, attempts: () => attempts };
};

const delivery = (channels: readonly { readonly channel: Channel }[], holder = "p1") =>
  createDelivery({
    outbox: outboxOf(database),
    channels: new Map(channels.map(({ channel }) => [`${channel.name}:1`, channel])),
    render: (message, _locale, capabilities) => renderText(message, (key) => key, capabilities),
    clock: settableClock(NOW),
    holder,
    log,
  });

const addMember = async (
  chats: readonly { readonly channel: "telegram" | "web"; readonly chat: string }[],
  preferredChannel: "telegram" | "web" | null = null,
) => {
  const id = newId(NOW);
  await database.asOwner(async (db) => {
    await db
      .insert(member)
      .values({ organizationId: ORGANIZATION, id, locale: "vi", preferredChannel, createdAt: NOW });
    for (const { channel, chat } of chats)
      await db.insert(chatLink).values({
        organizationId: ORGANIZATION,
        id: newId(NOW),
        memberId: id,
        channel,
        account: "1",
        chatKey: chat,
        linkedAt: NOW,
      });
  });
  return id;
};
const queue = async (
  text: string,
  to: { readonly memberId?: string; readonly chat?: string; readonly purpose?: "reply" | "notice" | "nudge" },
) => {
  const id = newId(NOW);
  await database.asOwner((db) =>
    db.insert(outboxMessage).values({
      id,
      organizationId: to.memberId === undefined ? null : ORGANIZATION,
      memberId: to.memberId ?? null,
      ...(to.chat === undefined ? {} : { channel: "telegram", account: "1", chatKey: to.chat }),
      locale: "vi",
      purpose: to.purpose ?? "nudge",
      message: { paragraphs: [[{ key: text }]] },
      state: "queued",
      createdAt: NOW,
      notBefore: NOW,
      attempts: 0,
    }),
  );
  return id;
};
const row = async (id: string) => {
  const [found] = await database.asOwner((db) =>
    db.select().from(outboxMessage).where(eq(outboxMessage.id, id)),
  );
  if (found === undefined) throw new Error("no such message");
  return found;
};
const links = () => database.asOwner((db) => db.select().from(chatLink));

beforeEach(async () => {
  logged = [];
  database = await freshDatabase();
  await database.asOwner((db) =>
    db.insert(organization).values({
      id: ORGANIZATION,
      code: "hai-an",
      name: "Hải An",
      level: "commune",
      timeZone: "Asia/Ho_Chi_Minh",
      policy: {},
      createdAt: NOW,
    }),
  );
});

describe("delivering", () => {
  test("sends what is due, records where it went, and nothing twice", async () => {
    const telegram = messenger("telegram");
    const memberId = await addMember([{ channel: "telegram", chat: "901" }]);
    const id = await queue("digest", { memberId });
    const strange = await queue("who are you", { chat: "77", purpose: "reply" });
    const counts = await delivery([telegram]).deliverDue(NOW);
    expect(counts).toEqual({ sent: 2, waiting: 0, retried: 0, failed: 0 });
    // Chats are served side by side, so which of the two comes first is nobody's promise.
    const arrived = telegram.arrived.map(({ chat }) => chat);
    expect(new Set(arrived)).toEqual(new Set(["77", "901"]));
    expect(telegram.arrived).toContainEqual({ chat: "77", text: "who are you" });
    expect(telegram.arrived).toContainEqual({ chat: "901", text: "digest" });
    const [link] = await links();
    expect(await row(id)).toMatchObject({
      state: "sent",
      sentAt: NOW,
      sentKeys: [`${arrived.indexOf("901") + 1}`],
      sentLinkId: link?.id,
      claimedBy: null,
    });
    expect(await row(strange)).toMatchObject({ state: "sent", sentLinkId: null });
    expect((await delivery([telegram], "p2").deliverDue(later(60))).sent).toBe(0);
    expect(logged.join()).not.toContain("digest");
  });

  test("an office's message knows in which zone its days are, a stranger's does not", async () => {
    const { channel } = messenger("telegram");
    const zones = new Map<string, string | undefined>();
    const listening: Channel = {
      ...channel,
      send: async ({ chatKey }, { timeZone }) => {
        zones.set(chatKey, timeZone);
        return { kind: "delivered", messageKeys: ["1"] };
      },
    };
    await queue("digest", { memberId: await addMember([{ channel: "telegram", chat: "901" }]) });
    await queue("who are you", { chat: "77", purpose: "reply" });
    await delivery([{ channel: listening }]).deliverDue(NOW);
    expect([zones.get("901"), zones.get("77")]).toEqual(["Asia/Ho_Chi_Minh", undefined]);
    expect(zones.size).toBe(2);
  });

  test("what is not due yet stays", async () => {
    const telegram = messenger("telegram");
    await queue("a", { chat: "77" });
    expect((await delivery([telegram]).deliverDue(later(-1))).sent).toBe(0);
  });

  test("429 is obeyed: not before the time it names, in the order of saying", async () => {
    const telegram = messenger("telegram", (_, nth) =>
      nth === 1 ? { kind: "retry_after", seconds: 7 } : undefined,
    );
    const first = await queue("một", { chat: "77", purpose: "reply" });
    await queue("hai", { chat: "77", purpose: "reply" });
    const one = delivery([telegram]);
    expect(await one.deliverDue(NOW)).toMatchObject({ sent: 0, retried: 1 });
    expect(await row(first)).toMatchObject({
      state: "queued",
      attempts: 1,
      notBefore: later(7),
      sentAt: null,
    });
    expect(await delivery([telegram]).deliverDue(later(6))).toMatchObject({ sent: 0 });
    expect(telegram.attempts()).toBe(1);
    expect(await delivery([telegram]).deliverDue(later(7))).toMatchObject({ sent: 2 });
    expect(telegram.arrived.map(({ text }) => text)).toEqual(["một", "hai"]);
  });

  test("a blocked chat is closed and the next one gets it at once; none left is recorded", async () => {
    const telegram = messenger("telegram", () => ({ kind: "blocked", code: "blocked_by_user" }));
    const web = messenger("web");
    const both = await addMember(
      [
        { channel: "telegram", chat: "901" },
        { channel: "web", chat: "w1" },
      ],
      "telegram",
    );
    const lone = await addMember([{ channel: "telegram", chat: "902" }]);
    await queue("a", { memberId: both });
    const lost = await queue("b", { memberId: lone });
    const nobody = await queue("c", { memberId: await addMember([]) });
    expect(await delivery([telegram, web]).deliverDue(NOW)).toMatchObject({ sent: 1, failed: 2 });
    expect(web.arrived).toEqual([{ chat: "w1", text: "a" }]);
    for (const id of [lost, nobody])
      expect(await row(id)).toMatchObject({ state: "failed", failure: "nobody_reachable", sentAt: null });
    const closed = (await links()).filter(({ unreachableSince }) => unreachableSince !== null);
    expect(closed.map(({ chatKey }) => chatKey).sort()).toEqual(["901", "902"]);
    await queue("d", { memberId: both });
    await delivery([telegram, web]).deliverDue(NOW);
    expect(telegram.attempts()).toBe(2);
    expect(web.arrived).toHaveLength(2);
  });

  test("a closed page waits without counting an attempt; opening it wakes the message", async () => {
    const page: { open: boolean } = { open: false };
    const web = messenger("web", () => (page.open ? undefined : { kind: "waiting" }));
    const id = await queue("a", { memberId: await addMember([{ channel: "web", chat: "w1" }]) });
    const one = delivery([web]);
    expect(await one.deliverDue(NOW)).toMatchObject({ waiting: 1 });
    expect(await row(id)).toMatchObject({ state: "queued", attempts: 0 });
    expect((await one.deliverDue(later(1))).waiting).toBe(0);
    page.open = true;
    await one.wake({ channel: "web", account: "1", chatKey: "w1" });
    expect(await one.deliverDue(NOW)).toMatchObject({ sent: 1 });
  });

  test("a message without words and a channel with a bug do not hold up the others", async () => {
    const telegram = messenger("telegram", ({ text }) => {
      if (text === "boom") throw new Error("bug");
      return undefined;
    });
    const broken = await queue("x", { chat: "1" });
    await database.asOwner((db) =>
      db.update(outboxMessage).set({ message: 5 }).where(eq(outboxMessage.id, broken)),
    );
    const thrown = await queue("boom", { chat: "2" });
    await queue("c", { chat: "3" });
    expect(await delivery([telegram]).deliverDue(NOW)).toMatchObject({ sent: 1, failed: 2 });
    expect((await row(broken)).failure).toBe("render_failed");
    expect((await row(thrown)).failure).toBe("channel_failed");
  });

  test("an unsure send is repeated once", async () => {
    const telegram = messenger("telegram", () => ({ kind: "ambiguous", code: "timeout" }));
    const id = await queue("a", { chat: "77" });
    const one = delivery([telegram]);
    for (const at of [0, 60, 600, 6000]) await one.deliverDue(later(at));
    expect(telegram.attempts()).toBe(2);
    expect(await row(id)).toMatchObject({ state: "failed", failure: "ambiguous", attempts: 2 });
  });

  test("a bot whose token is refused rests with all it has to say; a person's other chat gets it", async () => {
    const telegram = messenger("telegram", () => ({ kind: "channel_down", code: "telegram_401" }));
    const web = messenger("web");
    const ids = [
      await queue("a", { chat: "1" }),
      await queue("b", { chat: "2" }),
      await queue("c", { chat: "3" }),
    ];
    const both = await addMember(
      [
        { channel: "telegram", chat: "901" },
        { channel: "web", chat: "w1" },
      ],
      "telegram",
    );
    await queue("d", { memberId: both });
    const one = delivery([telegram, web]);
    expect(await one.deliverDue(NOW)).toMatchObject({ sent: 1, failed: 0 });
    expect(telegram.attempts()).toBe(1);
    expect(web.arrived).toEqual([{ chat: "w1", text: "d" }]);
    for (const id of ids) {
      const { state, attempts, notBefore } = await row(id);
      expect([state, attempts]).toEqual(["queued", 0]);
      expect(notBefore.getTime()).toBeGreaterThan(later(890).getTime());
    }
    const restarted = delivery([telegram, web], "p2");
    expect(await restarted.deliverDue(later(901))).toMatchObject({ failed: 0 });
  });

  test("the loop outlives a database that goes away", async () => {
    const telegram = messenger("telegram");
    const outbox = outboxOf(database);
    let tries = 0;
    const one = createDelivery({
      outbox: {
        ...outbox,
        due: async (...args) => {
          tries += 1;
          if (tries < 3) throw new Error("away");
          return outbox.due(...args);
        },
      },
      channels: new Map([["telegram:1", telegram.channel]]),
      render: (message, _locale, capabilities) => renderText(message, (key) => key, capabilities),
      clock: settableClock(NOW),
      holder: "p1",
      log,
      everyMs: 1,
    });
    await queue("a", { chat: "77" });
    one.start();
    one.start();
    while (telegram.arrived.length === 0) await new Promise((resolve) => setImmediate(resolve));
    await one.stop();
    expect(logged.filter((line) => line.includes("interrupted"))).toHaveLength(1);
  });

  test("a kick brings an answer out while the loop runs, and stop ends in good order", async () => {
    let seen = (): void => undefined;
    const arrived = new Promise<void>((resolve) => {
      seen = resolve;
    });
    const telegram = messenger("telegram", () => void seen());
    const one = delivery([telegram]);
    one.start();
    await queue("a", { chat: "77", purpose: "reply" });
    one.kick();
    await arrived;
    await one.stop();
    expect(telegram.arrived).toHaveLength(1);
  });
});

describe("two processes and sudden ends", () => {
  test("two who deliver at once send each message once", async () => {
    const telegram = messenger("telegram");
    for (let chat = 0; chat < 20; chat += 1)
      await queue(`m${chat}`, { chat: String(chat), purpose: "reply" });
    const outbox = outboxOf(database);
    const due = await outbox.due(NOW, 100);
    const claims = await Promise.all(
      ["p1", "p2"].flatMap((holder) => due.map(({ id }) => outbox.claim({ id, holder, now: NOW }))),
    );
    expect(claims.filter((claim) => claim !== null)).toHaveLength(20);
    expect(telegram.arrived).toEqual([]);
  });

  test("killed after sending, before recording: repeated once, then it is settled", async () => {
    const telegram = messenger("telegram");
    const id = await queue("a", { chat: "77" });
    const dying = outboxOf(database);
    const cut = createDelivery({
      outbox: { ...dying, sent: () => new Promise(() => undefined) },
      channels: new Map([["telegram:1", telegram.channel]]),
      render: (message, _locale, capabilities) => renderText(message, (key) => key, capabilities),
      clock: settableClock(NOW),
      holder: "dead",
      log,
    });
    void cut.deliverDue(NOW);
    while (telegram.arrived.length === 0) await new Promise((resolve) => setImmediate(resolve));
    expect(await row(id)).toMatchObject({ state: "sending", claimedBy: "dead" });
    expect(await delivery([telegram]).deliverDue(later(1))).toMatchObject({ sent: 1 });
    expect(telegram.arrived).toHaveLength(2);
    expect(await row(id)).toMatchObject({ state: "sent", attempts: 1 });
    expect(await delivery([telegram], "p3").deliverDue(later(2))).toMatchObject({ sent: 0 });
  });

  test("killed twice with the same message in flight: no third try, and it is listed as failed", async () => {
    const id = await queue("a", { chat: "77" });
    const outbox = outboxOf(database);
    await outbox.claim({ id, holder: "dead 1", now: NOW });
    expect(await outbox.releaseForeign("dead 2")).toBe(1);
    expect(await row(id)).toMatchObject({ state: "queued", failure: "unknown_after_restart" });
    await outbox.claim({ id, holder: "dead 2", now: NOW });
    await outbox.releaseForeign("p3");
    expect(await row(id)).toMatchObject({ state: "failed", failure: "ambiguous" });
  });

  test("only what was in flight is in doubt: a kill leaves the others untouched", async () => {
    for (let chat = 0; chat < 5; chat += 1) await queue(`m${chat}`, { chat: String(chat) });
    const stuck = messenger("telegram", () => new Promise<SendOutcome>(() => undefined));
    void delivery([stuck], "dead").deliverDue(NOW);
    while (stuck.attempts() === 0) await new Promise((resolve) => setImmediate(resolve));
    const telegram = messenger("telegram");
    expect(await delivery([telegram]).deliverDue(later(1))).toMatchObject({ sent: 5 });
    const all = await database.asOwner((db) => db.select().from(outboxMessage));
    expect(all.map(({ attempts }) => attempts).sort()).toEqual([0, 0, 0, 0, 1]);
  });

  test("the database goes away between sending and recording: recorded when it is back, not sent again", async () => {
    const telegram = messenger("telegram");
    const id = await queue("a", { chat: "77" });
    const outbox = outboxOf(database);
    const state: { away: boolean } = { away: true };
    const one = createDelivery({
      outbox: {
        ...outbox,
        sent: (sent) => (state.away ? Promise.reject(new Error("away")) : outbox.sent(sent)),
      },
      channels: new Map([["telegram:1", telegram.channel]]),
      render: (message, _locale, capabilities) => renderText(message, (key) => key, capabilities),
      clock: settableClock(NOW),
      holder: "p1",
      log,
    });
    await expect(one.deliverDue(NOW)).rejects.toThrow("away");
    state.away = false;
    await one.deliverDue(later(1));
    expect(telegram.arrived).toHaveLength(1);
    expect(await row(id)).toMatchObject({ state: "sent", sentAt: NOW });
  });
});

describe("the lease", () => {
  const world = settableClock(NOW);
  const holder = (name: string, events: string[]) =>
    holdLease({
      leases: {
        ...leasesOf(database),
        take: (...args) => leasesOf({ ...database, engine: "postgres" }).take(...args),
      },
      name: "deliver",
      holder: name,
      world,
      log,
      taken: async () => void events.push(`${name} taken`),
      lost: async () => void events.push(`${name} lost`),
    });

  test("one holds it, another takes over when it runs out or is given back", async () => {
    const events: string[] = [];
    world.set(NOW);
    const [one, other] = [holder("one", events), holder("other", events)];
    expect(await one.renew()).toBe(true);
    expect(await other.renew()).toBe(false);
    world.set(later(15));
    expect(await one.renew()).toBe(true);
    world.set(later(34));
    expect(await other.renew()).toBe(false);
    world.set(later(35));
    expect(one.isHeld()).toBe(false);
    expect(await other.renew()).toBe(true);
    expect(await one.renew()).toBe(false);
    await other.stop();
    expect(await one.renew()).toBe(true);
    expect(events).toEqual(["one taken", "other taken", "one lost", "other lost", "one taken"]);
  });

  test("the embedded database belongs to one process: a restart does not wait", async () => {
    const leases = leasesOf({ ...database, engine: "embedded" });
    expect(await leases.take("deliver", "dead", NOW, later(20), true)).toBe(true);
    expect(await leases.take("deliver", "new", later(1), later(21), true)).toBe(true);
    expect(await leases.take("deliver", "third", later(2), later(22), false)).toBe(false);
  });

  test("without the database the lease is kept until shortly before its end, then given up", async () => {
    const events: string[] = [];
    world.set(NOW);
    const state: { away: boolean } = { away: false };
    const leases = leasesOf(database);
    const one = holdLease({
      leases: {
        ...leases,
        take: (...args) => (state.away ? Promise.reject(new Error("away")) : leases.take(...args)),
      },
      name: "deliver",
      holder: "one",
      world,
      log,
      taken: async () => void events.push("taken"),
      lost: async () => void events.push("lost"),
    });
    await one.renew();
    state.away = true;
    world.set(later(10));
    expect(await one.renew()).toBe(true);
    world.set(later(16));
    expect(await one.renew()).toBe(false);
    expect(events).toEqual(["taken", "lost"]);
  });
});
