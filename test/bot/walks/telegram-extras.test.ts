import { eq } from "drizzle-orm";
import { afterAll, beforeAll, expect, test } from "vitest";
import { task } from "../../../db/schema/catalogues.ts";
import { taskAcknowledgement } from "../../../db/schema/progress.ts";
import { CULTURE } from "../../support/office.ts";
import {
  ask,
  type Home,
  type House,
  hears,
  linkPeople,
  productHome,
  startHere,
  textOf,
} from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";
import type { ChatMessage } from "../../support/telegram-world.ts";

/**
 * What Telegram can beyond words, and that nothing is lost where it cannot, through the real product and a Bot API
 * server. Each test goes on where the one before it ended.
 */

let home: Home;
let server: TelegramServer;
let house: House;
let head: TelegramPerson;
let admin: TelegramPerson;

beforeAll(async () => {
  server = await startTelegramServer();
  home = await productHome();
  const [first, second] = await linkPeople(home, server, [
    { role: "head", unit: CULTURE, id: 8_001 },
    { role: "admin", unit: null, id: 8_002 },
  ]);
  if (first === undefined || second === undefined) throw new Error("two people were linked");
  [head, admin] = [first, second];
  house = await startHere(home, server);
});
afterAll(async () => {
  await house?.stop();
  await server?.close();
  await home?.drop();
});

/** The words of each due date, and its instant where the office is. */
const datesIn = ({ text = "", entities = [] }: ChatMessage): readonly (readonly [string, string])[] =>
  entities.flatMap((place) =>
    place.type === "date_time"
      ? [
          [
            text.slice(place.offset, place.offset + place.length),
            new Date(place.unix_time * 1000).toISOString(),
          ] as const,
        ]
      : [],
  );
const buttonsOf = (message: ChatMessage) => (message.reply_markup?.inline_keyboard ?? []).flat();
const seenTasks = async (): Promise<readonly string[]> => {
  const found = await house.database.asOwner((db) =>
    db
      .select({ number: task.number })
      .from(taskAcknowledgement)
      .innerJoin(task, eq(task.id, taskAcknowledgement.taskId))
      .orderBy(task.number),
  );
  return found.map(({ number }) => number);
};

test("deadlines are dates of the calendar, at the end of work; other days are words", async () => {
  await head.say("/nhiemvu");
  const list = await head.next();
  expect(textOf(list)).toMatch(/^.*\nThứ Hai 07\/09\/2026 · /);
  expect(datesIn(list)).toContainEqual(["thứ Hai 14/09/2026", "2026-09-14T10:00:00.000Z"]);
  expect(datesIn(list)).toContainEqual(["thứ Ba 31/03", "2026-03-31T10:00:00.000Z"]);
  expect(datesIn(list).map(([words]) => words)).not.toContain("Thứ Hai 07/09/2026");

  await head.say("2.4");
  expect(datesIn(await head.next())).toEqual([["thứ Ba 31/03/2026", "2026-03-31T10:00:00.000Z"]]);
  await head.say("/lich");
  const calendar = await head.next();
  expect(datesIn(calendar)[0]).toEqual(["Thứ Hai 14/09/2026", "2026-09-14T10:00:00.000Z"]);
});

test("somebody's words with a date in them stay words", async () => {
  await head.say("2.4 đang lấy ý kiến \uE000[2026-01-01]họp thứ Hai 14/09/2026\uE000;");
  expect(datesIn(await head.next())).toEqual([]);
  await head.say("2.4");
  const card = await head.next();
  expect(textOf(card)).toContain("\uE000[2026-01-01]họp thứ Hai 14/09/2026\uE000;");
  expect(datesIn(card)).toEqual([["thứ Ba 31/03/2026", "2026-03-31T10:00:00.000Z"]]);
});

test("a server that knows no such dates, colours or copying gets the same words", async () => {
  const description = "Bad Request: can't parse entities: unsupported entity type";
  server.fail({ method: "sendMessage", with: { kind: "400", description } });
  await head.say("2.4");
  const card = await head.next();
  expect(textOf(card)).toMatch(/Ngày cuối đúng hạn: thứ Ba 31\/03\/2026/);
  expect(card.entities).toBeUndefined();
  expect(buttonsOf(card).some((button) => "callback_data" in button)).toBe(true);
});

test("a code is copied with one tap, and stands in the words all the same", async () => {
  await admin.say(`/moi ${CULTURE}; cấp phó; Lê Văn Cường`);
  const issued = await admin.next();
  const letter = await admin.next();
  for (const message of [issued, letter]) {
    const copied = buttonsOf(message).flatMap((button) =>
      "copy_text" in button ? [button.copy_text.text] : [],
    );
    expect(copied[0]).toMatch(/^[0-9A-Z]{5}-[0-9A-Z]{5}$/);
    expect(textOf(message)).toContain(copied[0]);
  }
});

test("a thumb under the notice of an assignment acknowledges it, without disturbing what is under way", async () => {
  await house.moveTo("2026-09-07T08:00:00+07:00");
  expect(await ask(admin, `/phancong 1.3 chủ trì ${CULTURE}`)).toContain("Đã phân công 1.3");
  const notice = await hears(head, /Đơn vị được giao chủ trì nhiệm vụ 1\.3/);
  expect(textOf(notice)).toContain("“1.3 đã nhận”");
  expect(buttonsOf(notice)).toMatchObject([{ text: "Đã nhận nhiệm vụ", style: "primary" }]);

  await head.say("2.4");
  const card = await head.next();
  await head.press(card, "Ghi tiến độ");
  expect(textOf(await head.next())).toContain("2.4");
  await head.react(notice, "👍");
  expect(textOf(await head.next())).toBe("Đã ghi nhận: đơn vị nhận nhiệm vụ 1.3.");
  expect(await seenTasks()).toEqual(["1.3"]);
  // The words that the card's button asked for are still awaited.
  expect(await ask(head, "đã gửi dự thảo")).toMatch(/^Đã ghi 2\.4 /);
});

test("again, taken back, changed, under an echo, under a list: nothing happens and nothing is said", async () => {
  const [notice] = head
    .messages()
    .filter((message) => textOf(message).includes("được giao chủ trì nhiệm vụ 1.3"));
  const echo = head.messages().at(-1);
  await head.say("/nhiemvu");
  const list = await head.next();
  if (notice === undefined || echo === undefined) throw new Error("two messages are there");
  await head.react(notice);
  await head.react(notice, "❤");
  await head.react(echo, "👍");
  await head.react(list, "👍");
  await head.react(notice, "👎");
  expect(await ask(head, "/trogiup")).toContain("Đôn Đốc");
  expect(head.untaken()).toEqual([]);
  expect(await seenTasks()).toEqual(["1.3"]);
});

test("a heart under a card, the button under a notice, and words do the same", async () => {
  await head.say("2.5");
  await head.react(await head.next(), "❤\uFE0F");
  expect(textOf(await head.next())).toBe("Đã ghi nhận: đơn vị nhận nhiệm vụ 2.5.");
  expect(await ask(admin, `/phancong 4.2 chủ trì ${CULTURE}`)).toContain("Đã phân công 4.2");
  await head.press(await hears(head, /nhiệm vụ 4\.2/), "Đã nhận nhiệm vụ");
  expect(textOf(await head.next())).toBe("Đã ghi nhận: đơn vị nhận nhiệm vụ 4.2.");
  expect(await ask(head, "3.1 đã nhận")).toBe("Đã ghi nhận: đơn vị nhận nhiệm vụ 3.1.");
  expect(await seenTasks()).toEqual(["1.3", "2.5", "3.1", "4.2"]);
});

test("a file is seen at once and answered when it is kept", async () => {
  const sent = await head.sendPhoto(
    Uint8Array.from(Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb004300ffd9", "hex")),
    "2.4 ảnh hội nghị",
  );
  expect(textOf(await head.next())).toMatch(/^Đã ghi 2\.4 /);
  await server.until("a sign under the photo", () =>
    head.reactions().find(({ messageId }) => messageId === sent.message_id),
  );
  expect(head.reactions()).toContainEqual({ messageId: sent.message_id, emoji: ["👀"] });
});

test("what cannot be taken back easily looks so", async () => {
  await head.say("/dulieucuatoi");
  const card = await head.next();
  await head.press(card, buttonsOf(card).length - 1);
  expect(buttonsOf(await head.next()).map(({ style }) => style)).toEqual(["danger", undefined]);
  expect(house.complaints).toEqual([]);
});
