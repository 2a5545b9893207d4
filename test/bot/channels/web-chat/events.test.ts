import { describe, expect, test } from "vitest";
import { newId } from "../../../../api/shared/ids.ts";
import type { OutgoingMessage } from "../../../../bot/channels/channel.ts";
import { incomingUpdate, outboxMessage } from "../../../../db/schema/conversations.ts";
import { webSession } from "../../../../db/schema/members.ts";
import { MONDAY } from "../../../support/office.ts";
import { outgoing as plain } from "../../../support/outgoing.ts";
import { browser, loggedIn, type WebHouse, webHouse } from "./web-house.ts";

const outgoing = (text: string): OutgoingMessage =>
  plain({
    outboxId: newId(MONDAY),
    text,
    bold: [{ offset: 0, length: 2 }],
    buttons: [[{ label: "Sửa", data: "answer sua" }]],
  });

/** What a page reads from its stream, event by event. */
const listen = async (
  house: WebHouse,
  page: Awaited<ReturnType<typeof loggedIn>>,
  headers: Record<string, string> = {},
) => {
  const opened = house.nextPage();
  const answer = await page.request("/chat/events", { headers });
  expect(answer.headers.get("content-type")).toContain("text/event-stream");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (reader === undefined) throw new Error("no stream");
  let read = "";
  const next = async (): Promise<readonly { readonly id: string; readonly parts: unknown }[]> => {
    for (;;) {
      const found = /data: (.+)\n\n/.exec(read);
      if (found?.[1] !== undefined) {
        read = read.slice(found.index + found[0].length);
        return JSON.parse(found[1]);
      }
      const { done, value } = await reader.read();
      if (done) throw new Error("the stream ended");
      read += value;
    }
  };
  const ended = async (): Promise<boolean> => {
    for (;;) if ((await reader.read()).done) return true;
  };
  return { chatKey: await opened, next, ended, leave: () => reader.cancel() };
};

describe("delivery to open pages", () => {
  test("without a page a message waits", async () => {
    const house = await webHouse();
    expect(await house.web.channel.send({ chatKey: "nobody" }, outgoing("Xin chào"))).toEqual({
      kind: "waiting",
    });
  });

  test("is delivered when a page acknowledged it", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const stream = await listen(house, page);
    const message = outgoing("Đã ghi 2.4");
    const sent = house.web.channel.send({ chatKey: stream.chatKey }, message);
    expect(await stream.next()).toMatchObject([
      {
        id: message.outboxId,
        from: "bot",
        parts: [
          { text: "Đã", bold: true },
          { text: " ghi 2.4", bold: false },
        ],
        choices: [[{ label: "Sửa", data: "answer sua" }]],
      },
    ]);
    await page.post("/chat/ack", { ids: [message.outboxId] });
    expect(await sent).toEqual({ kind: "delivered", messageKeys: [message.outboxId] });
    await stream.leave();
    expect(await house.web.channel.send({ chatKey: stream.chatKey }, message)).toEqual({ kind: "waiting" });
  });

  test("many pages get it, one acknowledgement is enough", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const first = await listen(house, page);
    const streams = [first, await listen(house, page), await listen(house, await loggedIn(house))];
    const message = outgoing("Đã ghi");
    const sent = house.web.channel.send({ chatKey: first.chatKey }, message);
    for (const stream of streams) expect(await stream.next()).toMatchObject([{ id: message.outboxId }]);
    await page.post("/chat/ack", { ids: [message.outboxId] });
    expect(await sent).toMatchObject({ kind: "delivered" });
    await Promise.all(streams.map((stream) => stream.leave()));
  });

  test("a page that stays silent is closed, and the message waits; a late word still counts", async () => {
    const house = await webHouse({ acknowledgedWithinMs: 5 });
    const page = await loggedIn(house);
    const stream = await listen(house, page);
    const message = outgoing("Đã ghi");
    const to = { chatKey: stream.chatKey };
    expect(await house.web.channel.send(to, message)).toEqual({ kind: "waiting" });
    expect(await stream.ended()).toBe(true);
    await page.post("/chat/ack", { ids: [message.outboxId] });
    const again = await listen(house, page);
    expect(await house.web.channel.send(to, message)).toMatchObject({ kind: "delivered" });
    await again.leave();
  });

  test("the last words to somebody who left are acknowledged by the page that is still open", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const stream = await listen(house, page);
    await house.office.database.asOwner((db) => db.update(webSession).set({ revokedAt: MONDAY }));
    const message = outgoing("Đã xóa họ tên và các liên kết của đồng chí.");
    const sent = house.web.channel.send({ chatKey: stream.chatKey }, message);
    expect(await stream.next()).toMatchObject([{ id: message.outboxId }]);
    expect((await page.post("/chat/message", { key: "k-1", text: "xin chào" })).status).toBe(401);
    expect((await page.post("/chat/ack", { ids: [message.outboxId] })).status).toBe(200);
    expect(await sent).toMatchObject({ kind: "delivered" });
    await stream.leave();
    expect((await page.post("/chat/ack", { ids: [message.outboxId] })).status).toBe(401);
  });

  test("nobody acknowledges for another", async () => {
    const house = await webHouse({ acknowledgedWithinMs: 50 });
    const page = await loggedIn(house);
    const stream = await listen(house, page);
    const message = outgoing("Đã ghi");
    const sent = house.web.channel.send({ chatKey: stream.chatKey }, message);
    const other = await loggedInAsLeader(house);
    await other.post("/chat/ack", { ids: [message.outboxId] });
    expect(await sent).toEqual({ kind: "waiting" });
    await stream.leave();
  });

  test("what is written in one page appears in the other", async () => {
    const house = await webHouse();
    const phone = await loggedIn(house);
    const desk = await listen(house, await loggedIn(house));
    await phone.post("/chat/message", { key: "0123456789abcdef", text: "2.4 đã xong" });
    expect(await desk.next()).toMatchObject([{ from: "me", parts: [{ text: "2.4 đã xong" }] }]);
    await desk.leave();
  });

  test("a logged-out browser's stream ends at once", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const stream = await listen(house, page);
    await page.request("/logout", { method: "POST" });
    expect(await stream.ended()).toBe(true);
  });
});

const loggedInAsLeader = async (house: WebHouse) => {
  const page = browser(house);
  await page.login(await house.invite("leader", "Vũ Thị Giang"));
  return page;
};

describe("a page that comes back", () => {
  test("gets what it missed, in order, with the words of the button that was pressed", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const first = await listen(house, page);
    await first.leave();
    const { chatKey } = first;
    const chatLinkId = /data-chat="([^"]+)"/.exec(await (await page.request("/")).text())?.[1] ?? "";
    const at = (minute: number): Date => new Date(MONDAY.getTime() + minute * 60_000);
    const said = {
      organizationId: house.office.organizationId,
      chatLinkId,
      locale: "vi" as const,
      purpose: "reply" as const,
      message: {
        paragraphs: [[{ key: "web-name", style: "heading" }]],
        choices: [[{ label: { key: "web-quick-help" }, data: "command trogiup" }]],
      },
      attempts: 0,
    };
    const sent = {
      ...said,
      id: newId(at(1)),
      state: "sent" as const,
      createdAt: at(1),
      notBefore: at(1),
      sentAt: at(1),
      sentLinkId: chatLinkId,
    };
    const waiting = {
      ...said,
      id: newId(at(3)),
      state: "queued" as const,
      failure: "waiting",
      createdAt: at(3),
      notBefore: at(8),
    };
    const later = {
      ...said,
      id: newId(at(4)),
      state: "queued" as const,
      createdAt: at(4),
      notBefore: at(60),
    };
    const withdrawn = {
      ...said,
      id: newId(at(4)),
      state: "withdrawn" as const,
      createdAt: at(4),
      notBefore: at(4),
    };
    const pressed = {
      updateKey: `${chatKey}:press-01`,
      chatKey,
      userKey: chatKey,
      group: false,
      messageKey: null,
      replyToKey: null,
      languageCode: "vi",
      content: { kind: "button", data: "command trogiup", messageKey: sent.id },
      callbackKey: null,
    };
    await house.office.database.asOwner(async (db) => {
      for (const row of [sent, waiting, later, withdrawn]) await db.insert(outboxMessage).values(row);
      await db.insert(incomingUpdate).values({
        id: newId(at(2)),
        channel: "web",
        account: "web",
        updateKey: pressed.updateKey,
        chatKey,
        content: pressed,
        receivedAt: at(2),
        failures: 0,
      });
    });
    house.clock.set(at(5));
    const all = await listen(house, page);
    const items = await all.next();
    expect(items.map(({ id }) => id)).toEqual([sent.id, "press-01", waiting.id]);
    expect(items[1]?.parts).toEqual([{ text: "Trợ giúp", bold: false }]);
    await all.leave();
    const rest = await listen(house, page, { "last-event-id": "press-01" });
    expect((await rest.next()).map(({ id }) => id)).toEqual([waiting.id]);
    await rest.leave();
  });
});
