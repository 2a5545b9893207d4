import { afterAll, beforeAll, expect, test } from "vitest";
import { progressUpdate } from "../../../db/schema/progress.ts";
import { telegramLoopback, zaloLoopback } from "../../support/loopback.ts";
import { CULTURE } from "../../support/office.ts";
import { ask, type Home, type House, hears, productHome, startHere, textOf } from "../../support/product.ts";
import type { TelegramPerson } from "../../support/telegram-person.ts";
import { startTelegramServer, type TelegramServer } from "../../support/telegram-server.ts";
import type { ZaloPerson } from "../../support/zalo-person.ts";
import { startZaloServer, type ZaloServer } from "../../support/zalo-server.ts";

/**
 * One head with Telegram on one phone and Zalo on the other, through the real product and both messengers' servers.
 * Each test goes on where the one before it ended.
 */
let home: Home;
let house: House;
let telegramServer: TelegramServer;
let zaloServer: ZaloServer;
let telegram: TelegramPerson;
let zalo: ZaloPerson;

beforeAll(async () => {
  telegramServer = await startTelegramServer();
  zaloServer = await startZaloServer();
  home = await productHome();
  const code = await home.invite("head", CULTURE, "Trần Thị Bình");
  house = await startHere(home, [telegramLoopback(telegramServer), zaloLoopback(zaloServer)]);
  telegram = telegramServer.person({ id: 7_001, firstName: "Bình" });
  zalo = zaloServer.person({ name: "Bình" });
  expect(await ask(telegram, `/start ${code}`)).toContain("Trần Thị Bình");
});
afterAll(async () => {
  await house?.stop();
  await telegramServer?.close();
  await zaloServer?.close();
  await home?.drop();
});

const askOnZalo = async (words: string): Promise<string> => {
  await zalo.says(words);
  return (await zalo.next()).text ?? "";
};
/** Everything that was said so far is left behind. */
const listenAfresh = async (): Promise<void> => {
  while (telegram.untaken().length > 0) await telegram.next();
  while (zalo.untaken().length > 0) await zalo.next();
};

test("Zalo is linked by a code of one's own, and both channels are chosen", async () => {
  await telegram.say("/caidat");
  await telegram.next();
  await telegram.say("thêm thiết bị");
  const code = /Mã: (\S+)/.exec(textOf(await telegram.next()))?.[1] ?? "";
  expect(await askOnZalo(`/start ${code}`)).toContain("Trần Thị Bình");
  await askOnZalo("cài đặt");
  await askOnZalo("kênh ưu tiên");
  expect(await askOnZalo("Telegram")).toContain("Kênh nhận tin ưu tiên: Telegram");
  await askOnZalo("kênh dự phòng");
  expect(await askOnZalo("Zalo")).toContain("Kênh dự phòng khi kênh ưu tiên không gửi được: Zalo");
});

test("the same note in both is one note", async () => {
  await telegram.say("2.4 đang lấy ý kiến");
  await hears(telegram, /Đã ghi 2\.4/);
  expect(await askOnZalo("2.4 dang lay y kien")).toMatch(
    /đã được ghi lúc 07:\d\d hôm nay, không ghi thêm lần nữa/,
  );
  expect(await house.database.asOwner((db) => db.$count(progressUpdate))).toBe(1);
});

test("the morning's digest comes once, by Telegram", async () => {
  await listenAfresh();
  await house.moveTo("2026-09-08T07:30:00+07:00");
  expect(textOf(await telegram.next())).toContain("2.4");
  await house.moveTo("2026-09-08T07:31:00+07:00");
  expect(await askOnZalo("trợ giúp")).toContain("nhiệm vụ");
  expect([telegram.untaken().length, zalo.untaken().length]).toEqual([0, 0]);
});

test("Telegram was blocked: the morning of the report comes once, by Zalo, and answers go on there", async () => {
  await telegram.block();
  await listenAfresh();
  await house.moveTo("2026-09-14T07:30:00+07:00");
  const digest = (await zalo.next()).text ?? "";
  expect(digest).toContain("14/09");
  expect(await askOnZalo("4.8 không phát sinh")).toContain("Đã ghi 4.8");
  expect(zalo.untaken()).toEqual([]);
  expect(telegram.untaken()).toEqual([]);
});
