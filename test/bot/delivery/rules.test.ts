import { describe, expect, test } from "vitest";
import { chooseLinks, type Link } from "../../../bot/delivery/choose-link.ts";
import { backOffMs, decideSettlement } from "../../../bot/delivery/decide-settlement.ts";
import {
  addRest,
  addRestOfBot,
  type Candidate,
  NEW_PACE,
  type Pace,
  planSends,
} from "../../../bot/delivery/plan-sends.ts";

const NOW = new Date("2026-09-14T00:30:00Z");

describe("which chat", () => {
  const link = (id: string, more: Partial<Link> = {}): Link => ({
    id,
    channel: "telegram",
    account: "1",
    chatKey: id,
    linkedAt: NOW,
    unreachableSince: null,
    preferredChannel: null,
    fallbackChannel: null,
    ...more,
  });
  const everywhere = () => true;
  const notice = { chatLinkId: null, channel: null, account: null, chatKey: null, sentLinkId: null };
  const ids = (links: readonly Link[], works = everywhere as (channel: string) => boolean, to = {}) =>
    chooseLinks({ ...notice, ...to, links }, works).map(({ linkId }) => linkId);

  test("the preferred channel, then the chat that was linked last", () => {
    const later = new Date(NOW.getTime() + 1);
    const preferredChannel = "web";
    const links = [
      link("old", { preferredChannel }),
      link("new", { linkedAt: later, preferredChannel }),
      link("web", { channel: "web", preferredChannel }),
    ];
    expect(ids(links)).toEqual(["web", "new", "old"]);
  });

  describe("somebody with Telegram, Zalo and the web chat, linked in this order", () => {
    const chats = (wishes: Partial<Link>, closed: readonly string[] = []) =>
      ["telegram", "zalo", "web"].map((channel, at) =>
        link(channel, {
          channel,
          linkedAt: new Date(NOW.getTime() + at),
          unreachableSince: closed.includes(channel) ? NOW : null,
          ...wishes,
        }),
      );
    test.each([
      ["no wish", {}, ["web", "zalo", "telegram"]],
      ["a preferred channel", { preferredChannel: "telegram" }, ["telegram", "web", "zalo"]],
      [
        "and a fallback",
        { preferredChannel: "telegram", fallbackChannel: "zalo" },
        ["telegram", "zalo", "web"],
      ],
      ["a fallback alone", { fallbackChannel: "telegram" }, ["web", "telegram", "zalo"]],
      ["a preferred channel that was cut off", { preferredChannel: "sms" }, ["web", "zalo", "telegram"]],
      [
        "one that was cut off, and a fallback",
        { preferredChannel: "sms", fallbackChannel: "telegram" },
        ["telegram", "web", "zalo"],
      ],
      [
        "a fallback that was cut off",
        { preferredChannel: "zalo", fallbackChannel: "sms" },
        ["zalo", "web", "telegram"],
      ],
    ] as const)("%s", (_name, wishes, order) => {
      expect(ids(chats(wishes))).toEqual(order);
    });

    test("the fallback comes next when the first one is closed", () => {
      expect(ids(chats({ preferredChannel: "web", fallbackChannel: "telegram" }, ["web"]))).toEqual([
        "telegram",
        "zalo",
      ]);
      expect(ids(chats({ fallbackChannel: "telegram" }, ["web"]))).toEqual(["telegram", "zalo"]);
    });

    test("what may have been read in one chat goes to no other, closed or not", () => {
      expect(ids(chats({ preferredChannel: "web" }), everywhere, { sentLinkId: "zalo" })).toEqual(["zalo"]);
      expect(ids(chats({}, ["zalo"]), everywhere, { sentLinkId: "zalo" })).toEqual([]);
    });
  });

  test("chats that refused, have no key or belong to a messenger that is off are left out", () => {
    const links = [
      link("refused", { unreachableSince: NOW }),
      link("erased", { chatKey: null }),
      link("zalo", { channel: "zalo" }),
    ];
    expect(ids(links, (channel) => channel !== "zalo")).toEqual([]);
  });

  test("an answer goes back to its chat and nowhere else", () => {
    const links = [link("a"), link("b", { unreachableSince: NOW })];
    expect(ids(links, everywhere, { chatLinkId: "b" })).toEqual(["b"]);
    expect(ids(links, everywhere, { chatLinkId: "c" })).toEqual([]);
  });

  test("a stranger's answer carries its address", () => {
    const to = { channel: "telegram", account: "1", chatKey: "77" };
    expect(chooseLinks({ ...notice, ...to, links: [] }, everywhere)).toEqual([{ linkId: null, ...to }]);
    expect(chooseLinks({ ...notice, ...to, links: [] }, () => false)).toEqual([]);
  });
});

/** Telegram's. */
const SHARE = () => ({ bot: { everyMs: 40, burst: 5 }, chat: { everyMs: 1_000, burst: 3 } });

describe("rate and order", () => {
  const candidate = (
    sequence: number,
    chat: string,
    purpose: Candidate["purpose"] = "reply",
    account = "1",
  ): Candidate => ({
    id: String(sequence),
    sequence,
    purpose,
    to: { channel: "telegram", account, chatKey: chat },
  });
  /** When each message leaves, if nothing takes time. */
  const run = (waiting: readonly Candidate[], pace: Pace = NEW_PACE) => {
    const left: { id: string; at: number; chat: string }[] = [];
    let rest = [...waiting];
    let now = 0;
    let after = pace;
    while (rest.length > 0) {
      const plan = planSends(rest, [], after, SHARE, now);
      after = plan.pace;
      for (const { id, to } of plan.send) left.push({ id, at: now, chat: to.chatKey });
      rest = rest.filter(({ id }) => !plan.send.some((sent) => sent.id === id));
      if (plan.send.length > 0) continue;
      if (plan.lookAgainAt === null) break;
      now = plan.lookAgainAt;
    }
    return left;
  };

  test("three answers to one chat at once, then one a second, in order", () => {
    const left = run([5, 3, 1, 2, 4].map((sequence) => candidate(sequence, "a")));
    expect(left.map(({ id }) => id)).toEqual(["1", "2", "3", "4", "5"]);
    expect(left.map(({ at }) => at)).toEqual([0, 0, 0, 1000, 2000]);
  });

  test("never more than 30 in any second over all chats", () => {
    const left = run(Array.from({ length: 120 }, (_, at) => candidate(at, `c${at}`)));
    for (const { at } of left)
      expect(left.filter((other) => other.at >= at && other.at < at + 1000).length).toBeLessThanOrEqual(30);
    expect(left.at(-1)?.at).toBeLessThan(5_000);
  });

  test("answers before nudges; within one chat the order stays", () => {
    const left = run([
      candidate(1, "a", "nudge"),
      candidate(2, "b", "nudge"),
      candidate(3, "b"),
      candidate(4, "c"),
    ]);
    expect(left.map(({ id }) => id)).toEqual(["2", "4", "3", "1"]);
  });

  test("one unasked message of a bot is in flight, answers beside it; a busy chat waits", () => {
    const flying = [candidate(1, "a", "nudge")];
    const waiting = [
      candidate(2, "b", "nudge"),
      candidate(3, "c"),
      candidate(4, "a"),
      candidate(5, "d", "nudge", "2"),
    ];
    expect(planSends(waiting, flying, NEW_PACE, SHARE, 0).send.map(({ id }) => id)).toEqual(["3", "5"]);
  });

  test("a chat that has to rest goes back into the outbox, others go on; two of them rest the bot", () => {
    const to = (chat: string) => candidate(0, chat).to;
    const one = addRest(NEW_PACE, to("a"), 60_000, 0);
    const waiting = [candidate(1, "a"), candidate(2, "a"), candidate(3, "b")];
    const plan = planSends(waiting, [], one, SHARE, 0);
    expect(plan.send.map(({ id }) => id)).toEqual(["3"]);
    expect(plan.postpone.map(({ candidate: { id }, untilMs }) => [id, untilMs])).toEqual([
      ["1", 60_000],
      ["2", 60_000],
    ]);
    const both = addRest(one, to("b"), 30_000, 0);
    expect(planSends([candidate(9, "c")], [], both, SHARE, 0).postpone).toHaveLength(1);
    expect(planSends([candidate(9, "c")], [], both, SHARE, 30_001).send).toHaveLength(1);
    expect(planSends([candidate(9, "c", "reply", "2")], [], both, SHARE, 0).send).toHaveLength(1);
    expect(planSends([candidate(9, "c")], [], addRestOfBot(NEW_PACE, to("a"), 9_000), SHARE, 0).send).toEqual(
      [],
    );
  });

  test("a short rest is waited for", () => {
    const pace = addRest(NEW_PACE, candidate(0, "a").to, 3_000, 0);
    expect(planSends([candidate(1, "a")], [], pace, SHARE, 0)).toMatchObject({
      send: [],
      postpone: [],
      lookAgainAt: 3_000,
    });
  });
});

describe("after an attempt", () => {
  const tried = {
    purpose: "nudge",
    attempts: 0,
    failure: null,
    linked: true,
    otherLink: false,
    held: null,
  } as const;
  const retry = { kind: "retry_after", seconds: 7 } as const;
  const unsure = { kind: "ambiguous", code: "timeout" } as const;

  test("delivered is sent", () => {
    expect(decideSettlement(tried, { kind: "delivered", messageKeys: ["5"] }, NOW)).toEqual({
      kind: "sent",
      keys: ["5"],
    });
  });

  test("retry after is obeyed, and lengthened when it goes on", () => {
    expect(decideSettlement(tried, retry, NOW)).toEqual({
      kind: "again",
      notBefore: new Date(NOW.getTime() + 7_000),
      attempts: 1,
      failure: "retry_after",
      rest: "chat",
    });
    expect(decideSettlement({ ...tried, attempts: 3 }, retry, NOW)).toMatchObject({
      notBefore: new Date(NOW.getTime() + 40_000),
    });
    expect(decideSettlement(tried, { ...retry, scope: "bot" }, NOW)).toMatchObject({ rest: "bot" });
    expect([1, 2, 8, 9, 50].map(backOffMs)).toEqual([5_000, 10_000, 300_000, 300_000, 300_000]);
  });

  test("an answer is given up after about an hour, a nudge after about a day", () => {
    const hours = (purpose: "reply" | "nudge") => {
      let attempts = 0;
      let ms = 0;
      for (;;) {
        const next = decideSettlement({ ...tried, purpose, attempts }, { ...retry, seconds: 1 }, NOW);
        if (next.kind !== "again") return [next, ms / 3_600_000] as const;
        attempts = next.attempts;
        ms += next.notBefore.getTime() - NOW.getTime();
      }
    };
    const [answer, hour] = hours("reply");
    expect(answer).toMatchObject({ kind: "failed", failure: "gave_up" });
    expect(hour).toBeGreaterThan(0.7);
    expect(hour).toBeLessThan(1.1);
    const [, day] = hours("nudge");
    expect(day).toBeGreaterThan(23);
    expect(day).toBeLessThan(25);
  });

  test("what may have arrived is repeated once, never to another chat; a refusal in between changes nothing", () => {
    const first = decideSettlement({ ...tried, otherLink: true }, unsure, NOW);
    expect(first).toMatchObject({ kind: "again", failure: "ambiguous", attempts: 1 });
    expect(decideSettlement({ ...tried, failure: "ambiguous" }, retry, NOW)).toMatchObject({
      failure: "ambiguous",
    });
    for (const failure of ["ambiguous", "unknown_after_restart"])
      expect(decideSettlement({ ...tried, attempts: 1, failure }, unsure, NOW)).toEqual({
        kind: "failed",
        attempts: 2,
        failure: "ambiguous",
      });
    expect(decideSettlement({ ...tried, failure: "retry_after" }, unsure, NOW).kind).toBe("again");
  });

  test("a closed page waits without an attempt, unless another chat is open", () => {
    expect(decideSettlement(tried, { kind: "waiting" }, NOW)).toMatchObject({
      kind: "again",
      attempts: 0,
      failure: "waiting",
    });
    // The last words to somebody who has left: nobody will ever open that chat again.
    expect(decideSettlement({ ...tried, linked: false }, { kind: "waiting" }, NOW)).toMatchObject({
      kind: "failed",
      failure: "nobody_there",
    });
    expect(decideSettlement({ ...tried, otherLink: true }, { kind: "waiting" }, NOW)).toEqual({
      kind: "next_link",
    });
  });

  test.each([
    { kind: "blocked", code: "blocked_by_user" },
    { kind: "rejected", code: "too_long" },
    { kind: "channel_down", code: "telegram_401" },
  ] as const)("$kind tries the next chat", (outcome) => {
    expect(decideSettlement({ ...tried, otherLink: true }, outcome, NOW)).toEqual({ kind: "next_link" });
  });

  test.each([
    { kind: "blocked", code: "blocked_by_user" },
    { kind: "rejected", code: "too_long" },
  ] as const)(
    "$kind by the last chat, while an earlier one may still take it: it waits for that one",
    (last) => {
      const waits = decideSettlement({ ...tried, held: { kind: "waiting" } }, last, NOW);
      expect(waits).toMatchObject({ kind: "again", attempts: 0, failure: "waiting", rest: "none" });
      const down = { kind: "channel_down", code: "telegram_401" } as const;
      expect(decideSettlement({ ...tried, held: down }, last, NOW)).toMatchObject({
        kind: "again",
        failure: "telegram_401",
        rest: "none",
      });
      expect(decideSettlement({ ...tried, otherLink: true, held: down }, last, NOW)).toEqual({
        kind: "next_link",
      });
    },
  );

  test("without another chat: nobody reachable, rejected with its code, or waiting for the operator", () => {
    const blocked = { kind: "blocked", code: "blocked_by_user" } as const;
    expect(decideSettlement(tried, blocked, NOW)).toMatchObject({
      kind: "failed",
      failure: "nobody_reachable",
    });
    expect(decideSettlement({ ...tried, purpose: "reply" }, blocked, NOW)).toMatchObject({
      failure: "blocked_by_user",
    });
    expect(decideSettlement(tried, { kind: "rejected", code: "too_long" }, NOW)).toMatchObject({
      failure: "too_long",
    });
    expect(decideSettlement(tried, { kind: "channel_down", code: "telegram_401" }, NOW)).toMatchObject({
      kind: "again",
      attempts: 0,
      rest: "bot",
    });
  });
});
