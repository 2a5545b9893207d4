import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { changeMemberSettings } from "../../../api/members/change-member-settings.ts";
import { revokeChat } from "../../../api/members/revoke-chat.ts";
import { queueMessage } from "../../../api/outbox/queue-message.ts";
import { outboxOf } from "../../../api/outbox/serve-outbox.ts";
import { type Clock, settableClock } from "../../../api/shared/clock.ts";
import { ok } from "../../../api/shared/result.ts";
import type { Channel, SendOutcome } from "../../../bot/channels/channel.ts";
import { createDelivery } from "../../../bot/delivery/deliver.ts";
import { oneLine } from "../../../bot/messages/lines.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { rows } from "../../../db/queries/rows.ts";
import { translatorFor } from "../../../locales/translate.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, granted, haiAn, type Office } from "../../support/office.ts";
import { linkSecond, type SecondChat } from "../../support/second-chat.ts";

/** The first morning of an office: its head has Telegram, preferred, and Zalo beside it. */
const MORNING = new Date("2026-09-07T07:30:00+07:00");
const later = (minutes: number) => new Date(MORNING.getTime() + minutes * 60_000);

let office: Office;
let zalo: SecondChat;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  zalo = await linkSecond(office, office.as("head"), "zalo");
  await office.at(MORNING).as(office.as("head")).do(changeMemberSettings, { preferredChannel: "telegram" });
  granted(await runTick(office.database, MORNING));
});

/** A messenger that answers what the test says to the head, and delivers to everybody else. */
const messenger = (name: string, answer: () => SendOutcome | undefined = () => undefined) => {
  const heard: string[] = [];
  let attempts = 0;
  const channel: Channel = {
    name,
    account: ACCOUNT,
    capabilities: {
      buttons: false,
      textLength: 2_000,
      fileBytes: 0,
      files: false,
      unasked: true,
      pace: { bot: { everyMs: 1, burst: 100 }, chat: { everyMs: 1, burst: 100 } },
    },
    send: async ({ chatKey }, { text }) => {
      const isHead = chatKey === office.as("head").chatKey || chatKey === zalo.chatKey;
      if (isHead) attempts += 1;
      const outcome = isHead ? answer() : undefined;
      if (outcome !== undefined) return outcome;
      if (isHead) heard.push(text);
      return { kind: "delivered", messageKeys: [`${name} ${heard.length}`] };
    },
    download: async () => ({ kind: "gone" }),
    start: async () => undefined,
    stop: async () => undefined,
    invitationLink: () => null,
  };
  return { channel, heard, attempts: () => attempts };
};

const silent = { info: () => undefined, warn: () => undefined, error: () => undefined };
const delivering = (clock: Clock, ...messengers: readonly { readonly channel: Channel }[]) =>
  createDelivery({
    outbox: outboxOf(office.database),
    channels: new Map(messengers.map(({ channel }) => [`${channel.name}:${ACCOUNT}`, channel])),
    render: (message, locale, capabilities) => renderText(message, translatorFor(locale), capabilities),
    clock,
    world: clock,
    holder: `p ${clock.now().toISOString()}`,
    log: silent,
  });
const deliver = (at: Date, ...messengers: readonly { readonly channel: Channel }[]) =>
  delivering(settableClock(at), ...messengers).deliverDue(at);

const digest = async () => {
  const { memberId } = office.as("head");
  const found = await office.read((tx) =>
    rows<{ state: string; failure: string | null; sent_link_id: string | null }>(
      tx,
      sql`select state, failure, sent_link_id from outbox_message
           where purpose = 'nudge' and member_id = ${memberId}::uuid`,
    ),
  );
  expect(found).toHaveLength(1);
  return found[0];
};
const unreachable = async (): Promise<readonly string[]> =>
  (
    await office.read((tx) =>
      rows<{ channel: string }>(
        tx,
        sql`select channel from chat_link where unreachable_since is not null order by channel`,
      ),
    )
  ).map(({ channel }) => channel);

test("one person, two chats, one digest: by the preferred channel", async () => {
  const [telegram, other] = [messenger("telegram"), messenger("zalo")];
  await deliver(MORNING, telegram, other);
  await deliver(later(60), telegram, other);
  expect(telegram.heard).toHaveLength(1);
  expect(telegram.heard[0]).toContain("2.4");
  expect(other.attempts()).toBe(0);
  expect(await digest()).toMatchObject({ state: "sent", sent_link_id: office.as("head").chatLinkId });
});

describe("Telegram fails: Zalo gets it, once", () => {
  test.each([
    ["blocked by the person", { kind: "blocked", code: "blocked_by_user" }],
    ["refused for good", { kind: "rejected", code: "too_long" }],
    ["the bot's token was revoked", { kind: "channel_down", code: "telegram_401" }],
    ["nobody is there", { kind: "waiting" }],
  ] as const)("%s", async (_name, outcome) => {
    const [telegram, other] = [messenger("telegram", () => outcome), messenger("zalo")];
    await deliver(MORNING, telegram, other);
    await deliver(later(60), telegram, other);
    expect(other.heard).toHaveLength(1);
    expect(telegram.attempts()).toBe(1);
    expect(await digest()).toMatchObject({ state: "sent", sent_link_id: zalo.chatLinkId });
  });

  test("told to wait: Telegram has it to itself, and gets it then", async () => {
    const state: { busy: boolean } = { busy: true };
    const telegram = messenger("telegram", () =>
      state.busy ? { kind: "retry_after", seconds: 7 } : undefined,
    );
    const other = messenger("zalo");
    await deliver(MORNING, telegram, other);
    state.busy = false;
    await deliver(later(1), telegram, other);
    expect([telegram.heard.length, other.attempts()]).toEqual([1, 0]);
  });

  test("the whole bot told to wait: what is said next waits for it as well", async () => {
    const busy: { until: number } = { until: later(1).getTime() };
    const clock = settableClock(MORNING);
    const telegram = messenger("telegram", () =>
      clock.now().getTime() < busy.until ? { kind: "retry_after", seconds: 60, scope: "bot" } : undefined,
    );
    const other = messenger("zalo");
    const delivery = delivering(clock, telegram, other);
    await delivery.deliverDue(MORNING);
    await office
      .at(MORNING)
      .as("operator")
      .do(
        async (work, to) =>
          ok(await queueMessage(work, to, { purpose: "notice", message: oneLine("cancelled") })),
        { memberId: office.as("head").memberId, locale: "vi" as const },
      );
    await delivery.deliverDue(MORNING);
    expect([telegram.attempts(), other.attempts()]).toEqual([1, 0]);
    clock.set(later(2));
    await delivery.deliverDue(later(2));
    expect([telegram.heard.length, other.attempts()]).toEqual([2, 0]);
  });

  test("told to wait for an hour and more: the digest is for this morning, Zalo gets it", async () => {
    const telegram = messenger("telegram", () => ({ kind: "retry_after", seconds: 1 }));
    const other = messenger("zalo");
    for (let minutes = 0; minutes <= 120; minutes += 1) await deliver(later(minutes), telegram, other);
    expect(other.heard).toHaveLength(1);
    expect(telegram.attempts()).toBe(18);
    expect(await digest()).toMatchObject({ state: "sent", sent_link_id: zalo.chatLinkId });
  });

  test("told to wait for an hour, and Zalo refuses: Telegram is asked on", async () => {
    const state: { busy: boolean } = { busy: true };
    const telegram = messenger("telegram", () =>
      state.busy ? { kind: "retry_after", seconds: 1 } : undefined,
    );
    const other = messenger("zalo", () => ({ kind: "rejected", code: "zalo_400" }));
    for (let minutes = 0; minutes <= 120; minutes += 1) await deliver(later(minutes), telegram, other);
    expect(await digest()).toMatchObject({ state: "queued", failure: "retry_after" });
    expect(other.attempts()).toBe(1);
    state.busy = false;
    await deliver(later(130), telegram, other);
    expect(telegram.heard).toHaveLength(1);
  });
});

describe("it may have arrived on Telegram", () => {
  const lost = { kind: "ambiguous", code: "timeout" } as const;

  test("never said on Zalo: repeated once where it may be, then listed as unsure", async () => {
    const [telegram, other] = [messenger("telegram", () => lost), messenger("zalo")];
    for (const minutes of [0, 10, 60, 600]) await deliver(later(minutes), telegram, other);
    expect([telegram.attempts(), other.attempts()]).toEqual([2, 0]);
    expect(await digest()).toMatchObject({ state: "failed", failure: "ambiguous" });
  });

  test("not even when Telegram refuses the repetition, or another channel is preferred in between", async () => {
    let outcome: SendOutcome = lost;
    const telegram = messenger("telegram", () => outcome);
    const other = messenger("zalo");
    await deliver(MORNING, telegram, other);
    await office.at(MORNING).as(office.as("head")).do(changeMemberSettings, { preferredChannel: "zalo" });
    outcome = { kind: "blocked", code: "blocked_by_user" };
    await deliver(later(10), telegram, other);
    await deliver(later(60), telegram, other);
    expect([telegram.attempts(), other.attempts()]).toEqual([2, 0]);
    expect((await digest())?.state).toBe("failed");
  });

  test("a chat that is cut off meanwhile: unsure, and said so", async () => {
    const [telegram, other] = [messenger("telegram", () => lost), messenger("zalo")];
    await office.at(MORNING).as(office.as("head")).do(changeMemberSettings, { preferredChannel: "zalo" });
    const uncertain = messenger("zalo", () => lost);
    await deliver(MORNING, telegram, uncertain);
    await office.at(MORNING).as(office.as("head")).do(revokeChat, { chatLinkId: zalo.chatLinkId });
    await deliver(later(10), telegram, other);
    expect([telegram.attempts(), uncertain.attempts(), other.attempts()]).toEqual([0, 1, 0]);
    expect(await digest()).toMatchObject({ state: "failed", failure: "ambiguous" });
  });
});

describe("both fail", () => {
  test("both are closed: failed, with nobody reachable, and listed", async () => {
    const gone = { kind: "blocked", code: "blocked_by_user" } as const;
    const [telegram, other] = [messenger("telegram", () => gone), messenger("zalo", () => gone)];
    await deliver(MORNING, telegram, other);
    await deliver(later(60), telegram, other);
    expect([telegram.attempts(), other.attempts()]).toEqual([1, 1]);
    expect(await digest()).toMatchObject({
      state: "failed",
      failure: "nobody_reachable",
      sent_link_id: null,
    });
    expect(await unreachable()).toEqual(["telegram", "zalo"]);
  });

  test("one page is only closed and the other chat refuses: it waits for the page", async () => {
    const page: { open: boolean } = { open: false };
    const telegram = messenger("telegram", () => (page.open ? undefined : { kind: "waiting" }));
    const other = messenger("zalo", () => ({ kind: "blocked", code: "gone" }));
    await deliver(MORNING, telegram, other);
    expect(await digest()).toMatchObject({ state: "queued", failure: "waiting" });
    page.open = true;
    await deliver(later(6), telegram, other);
    expect([telegram.heard.length, other.attempts()]).toEqual([1, 1]);
    expect((await digest())?.state).toBe("sent");
  });
});

test("a closed chat opens again when the person writes there, not when they answer elsewhere", async () => {
  const head = office.as("head");
  const blocked = messenger("telegram", () => ({ kind: "blocked", code: "blocked_by_user" }));
  await deliver(MORNING, blocked, messenger("zalo"));
  expect(await unreachable()).toEqual(["telegram"]);
  const onZalo = chatOf(office.database, zalo, { channel: "zalo", now: later(1) });
  expect((await onZalo.say("2.4 đang lấy ý kiến"))[0]).toContain("Đã ghi 2.4");
  expect(await unreachable()).toEqual(["telegram"]);
  await chatOf(office.database, head, { now: later(2) }).say("2.4 dang lay y kien");
  expect(await unreachable()).toEqual([]);
});
