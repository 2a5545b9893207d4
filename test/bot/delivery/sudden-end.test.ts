import { beforeEach, expect, test } from "vitest";
import { type Outbox, outboxOf } from "../../../api/outbox/serve-outbox.ts";
import { settableClock } from "../../../api/shared/clock.ts";
import { newId } from "../../../api/shared/ids.ts";
import type { Channel } from "../../../bot/channels/channel.ts";
import { createDelivery } from "../../../bot/delivery/deliver.ts";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { outgoing } from "../../support/outgoing.ts";

const NOW = new Date("2026-09-14T00:30:00Z");
const MESSAGES = ["a", "b", "c"];
const log = { info: () => undefined, warn: () => undefined, error: () => undefined };

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const queueAll = () =>
  database.asOwner((db) =>
    db.insert(outboxMessage).values(
      MESSAGES.map((key) => ({
        id: newId(NOW),
        channel: "telegram" as const,
        account: "1",
        chatKey: `chat ${key}`,
        locale: "vi" as const,
        purpose: "nudge" as const,
        message: { paragraphs: [[{ key }]] },
        state: "queued" as const,
        createdAt: NOW,
        notBefore: NOW,
        attempts: 0,
      })),
    ),
  );

/** Counts every step; at the step `last` the process is gone, just before it or just after it was done. */
const mortal = (last: number, when: "before" | "after") => {
  let steps = 0;
  let end = (): void => undefined;
  const ended = new Promise<void>((resolve) => {
    end = resolve;
  });
  const never = <T>(): Promise<T> => {
    end();
    return new Promise<T>(() => undefined);
  };
  const step =
    <A extends unknown[], T>(work: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      steps += 1;
      if (steps === last && when === "before") return never();
      const mine = steps;
      const result = await work(...args);
      return mine === last ? never() : result;
    };
  return { step, ended, steps: () => steps };
};

const process = (holder: string, arrived: string[], life: ReturnType<typeof mortal>) => {
  const outbox = outboxOf(database);
  const channel: Channel = {
    name: "telegram",
    account: "1",
    capabilities: {
      buttons: true,
      textLength: 4096,
      fileBytes: 0,
      files: false,
      unasked: true,
      pace: { bot: { everyMs: 40, burst: 5 }, chat: { everyMs: 1_000, burst: 3 } },
    },
    send: life.step(async (_to, { text }) => {
      arrived.push(text);
      return { kind: "delivered" as const, messageKeys: ["1"] };
    }),
    download: async () => ({ kind: "gone" }),
    start: async () => undefined,
    stop: async () => undefined,
    invitationLink: () => null,
  };
  const watched: Outbox = {
    ...outbox,
    due: life.step(outbox.due),
    claim: life.step(outbox.claim),
    sent: life.step(outbox.sent),
    releaseForeign: life.step(outbox.releaseForeign),
  };
  return createDelivery({
    outbox: watched,
    channels: new Map([["telegram:1", channel]]),
    render: ({ paragraphs }) => outgoing({ text: paragraphs[0]?.[0]?.key ?? "" }),
    clock: settableClock(NOW),
    holder,
    log,
  });
};

test.each(["before", "after"] as const)(
  "killed just %s any step: everything arrives, at most the one in flight twice",
  async (when) => {
    let wholeLife = Number.POSITIVE_INFINITY;
    for (let last = 1; last <= wholeLife; last += 1) {
      database = await freshDatabase();
      await queueAll();
      const arrived: string[] = [];
      const life = mortal(last, when);
      const dying = process("dead", arrived, life);
      const finished = dying.deliverDue(NOW).then(() => {
        wholeLife = life.steps();
      });
      await Promise.race([life.ended, finished]);
      await process("alive", arrived, mortal(0, "before")).deliverDue(NOW);
      expect([...new Set(arrived)].sort()).toEqual(MESSAGES);
      expect(arrived.length).toBeLessThanOrEqual(MESSAGES.length + 1);
      const states = await database.asOwner((db) =>
        db.select({ state: outboxMessage.state }).from(outboxMessage),
      );
      expect(states).toEqual(MESSAGES.map(() => ({ state: "sent" })));
    }
    expect(wholeLife).toBeGreaterThanOrEqual(11);
  },
);
