import { sql } from "drizzle-orm";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import { lease } from "../../../db/schema/installation.ts";
import { completionClaim, progressUpdate } from "../../../db/schema/progress.ts";
import { zaloLoopback } from "../../support/loopback.ts";
import { CULTURE } from "../../support/office.ts";
import {
  type Child,
  type Home,
  type House,
  MONDAY_MORNING,
  POSTGRES,
  productHome,
  startChild,
  startHere,
} from "../../support/product.ts";
import type { Fault } from "../../support/zalo-faults.ts";
import type { ZaloPerson } from "../../support/zalo-person.ts";
import { startZaloServer, type ZaloServer } from "../../support/zalo-server.ts";

/**
 * The main job on Zalo, in words alone, through the real product and a Bot Platform with its quirks: by polling one
 * reading of the documents, by webhook the other. Each test goes on where the one before it ended.
 */

const JPEG = Uint8Array.from(Buffer.from("ffd8ffe000104a46494600010100000100010000ffdb004300ffd9", "hex"));
const CODE = /\b[0-9A-Z]{5}-[0-9A-Z]{5}\b/;

const QUIRKS = {
  polling: { updatesAs: "array", refusalStatus: "200", imageUnder: "photo", envelope: "bare" },
  webhook: { envelope: "wrapped", refusalStatus: "real", imageUnder: "photo_url", probe: "without_secret" },
} as const;

describe.each(["polling", "webhook"] as const)("by %s", (mode) => {
  let home: Home;
  let server: ZaloServer;
  let house: House;
  let head: ZaloPerson;
  let leader: ZaloPerson;
  let admin: ZaloPerson;
  let typed = 0;
  const codes = { head: "", admin: "" };

  const start = async (clock?: Date): Promise<House> =>
    startHere(home, [zaloLoopback(server)], {
      mode,
      outside: true,
      ...(clock === undefined ? {} : { clock: clock.toISOString() }),
    });
  beforeAll(async () => {
    // Its own messages come back to the bot all the time; what nobody takes comes again until somebody does.
    server = await startZaloServer({
      ...QUIRKS[mode],
      echoes: true,
      pollHoldMs: 30_000,
      attempts: 10_000,
      verification: { code: "unknown" },
    });
    home = await productHome();
    codes.head = await home.invite("head", CULTURE, "Trần Thị Bình");
    codes.admin = await home.invite("admin", null, "Đỗ Văn Hải");
    house = await start();
    [head, leader, admin] = [
      server.person({ name: "Bình" }),
      server.person({ name: "Giang" }),
      server.person({ name: "Hải" }),
    ];
  });
  afterAll(async () => {
    await house?.stop();
    await server?.close();
    await home?.drop();
  });

  const say = async (person: ZaloPerson, words: string): Promise<void> => {
    typed += 1;
    await person.says(words);
  };
  /** What is heard from now on, message by message, until all of it together fits. */
  const hears = async (person: ZaloPerson, pattern: RegExp): Promise<string> => {
    let heard = "";
    while (!pattern.test(heard)) {
      const { text, caption } = await person.next().catch((cause: unknown) => {
        throw new Error(`waited for ${pattern}, heard: ${heard}`, { cause });
      });
      expect((text ?? caption ?? "").length).toBeLessThanOrEqual(2_000);
      heard += `${text ?? caption ?? ""}\n`;
    }
    return heard;
  };
  const ask = async (person: ZaloPerson, words: string, pattern: RegExp): Promise<string> => {
    await say(person, words);
    return hears(person, pattern);
  };
  const notes = (words: string): Promise<number> =>
    house.database.asOwner((db) => db.$count(progressUpdate, sql`text = ${words}`));
  const heardOften = (words: string): number =>
    head.messages().filter(({ text }) => text?.includes(words) === true).length;
  const later = (ms: number): Promise<void> =>
    house.moveTo(new Date(house.clock.now().getTime() + ms).toISOString());

  test("from a stranger's first word to the first note in at most four typed messages", async () => {
    await ask(head, "xin chào", /quản trị[\s\S]*mã/i);
    await ask(head, codes.head.toLowerCase(), /Kính chào đồng chí Trần Thị Bình[\s\S]*thủ trưởng đơn vị/);
    await ask(head, "nhiệm vụ", /17 nhiệm vụ chủ trì: 5 quá hạn[\s\S]*2\.4[\s\S]*Trang 1\/3/);
    await ask(
      head,
      "2.4 da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%",
      /Đã ghi 2\.4[\s\S]*Hoàn thành ngày 20\/03\/2026 \(đúng hạn\) · 100% · văn bản 12\/KH-UBND/,
    );
    expect(typed).toBeLessThanOrEqual(4);
  });

  test("pages, a card, notes in several ways, a photo, a correction and a withdrawal, in words", async () => {
    await ask(head, "tiếp", /Trang 2\/3/);
    await ask(head, "tiep", /Trang 3\/3/);
    await ask(head, "3.1", /3\.1[\s\S]*673\/QĐ-UBND/);
    await ask(head, "đang thực hiện, đạt 40%", /Đã ghi 3\.1[\s\S]*40%/);
    await ask(head, "2.3 không phát sinh\n4.8: đang làm 30%", /Đã ghi 2 nội dung/);
    await head.sendsPhoto(JPEG, "4.7 đã chấm điểm xong ngày 28/8");
    await hears(head, /Đã ghi 4\.7[\s\S]*28\/08\/2026 \(đúng hạn\) · 1 tệp minh chứng/);
    await ask(head, "sửa đã chấm điểm xong ngày 29/8", /Đã sửa 4\.7[\s\S]*29\/08\/2026/);
    await ask(head, "2.5 đang làm", /Đã ghi 2\.5/);
    await ask(head, "thu hồi", /Đã thu hồi nội dung ghi ở 2\.5/);
    await head.sendsSticker();
    await hears(head, /gửi bằng chữ/);
    await head.sendsUnsupported();
    await hears(head, /gửi bằng chữ/);
    // Nobody can be answered who is not named.
    await head.sendsUnsupported({ withMessage: false });
    await head.sendsUnknown();
    await ask(head, "trợ giúp", /Trợ giúp/);
    expect(head.untaken()).toEqual([]);
  });

  test("the administrator invites; the code as a picture stays where Zalo may fetch it again", async () => {
    await ask(admin, `/start ${codes.admin}`, /Kính chào đồng chí Đỗ Văn Hải/);
    await ask(admin, "mời", /Mời người của đơn vị nào/);
    await ask(admin, "lãnh đạo UBND", /Mời ai làm lãnh đạo/);
    const letter = await ask(admin, "Vũ Thị Giang", new RegExp(`Kính gửi[\\s\\S]*${CODE.source}`));
    await ask(leader, `/start ${CODE.exec(letter)?.[0]}`, /Kính chào đồng chí Vũ Thị Giang/);
    const [again] = await admin.openPictures();
    expect(again?.image?.mime).toBe("image/png");
    expect((await admin.openPictures())[0]?.status).toBe(200);
  });

  test("the leader confirms by a number and returns with a reason; the head hears both in the morning", async () => {
    await ask(leader, "duyệt", /2\.4[\s\S]*báo đã hoàn thành[\s\S]*1\. Xác nhận[\s\S]*2\. Trả lại/);
    await ask(leader, "một", /Đã xác nhận hoàn thành 2\.4[\s\S]*4\.7[\s\S]*báo đã hoàn thành/);
    await ask(leader, "2", /lý do/);
    await ask(leader, "Chưa có biên bản", /Đã trả lại 4\.7[\s\S]*Không còn đề nghị/);
    await house.moveTo("2026-09-07T08:00:00+07:00");
    await hears(
      head,
      /2\.4[\s\S]*đã được xác nhận[\s\S]*4\.7[\s\S]*“Chưa có biên bản”[\s\S]*Kính gửi[\s\S]*còn 5 ngày làm việc/,
    );
    const claims = await house.database.asOwner((db) =>
      db.select({ state: completionClaim.state }).from(completionClaim),
    );
    expect(claims.map(({ state }) => state).toSorted()).toEqual(["confirmed", "returned", "withdrawn"]);
  });

  test("delivered twice, or late and out of order: each note once, each answer once", async () => {
    await ask(head, "3.2 đã có 2 mô hình", /Đã ghi 3\.2/);
    await head.repeatLast();
    server.hold();
    await say(head, "4.1 đang làm phần một");
    await say(leader, "nhiệm vụ");
    await say(head, "4.1 đang làm phần hai");
    await head.repeatLast();
    server.release();
    await hears(head, /phần một[\s\S]*phần hai/);
    await hears(leader, /đơn vị chủ trì/);
    await ask(head, "trợ giúp", /Trợ giúp/);
    expect(head.untaken()).toEqual([]);
    for (const words of ["đã có 2 mô hình", "đang làm phần một", "đang làm phần hai"]) {
      expect(await notes(words), words).toBe(1);
      expect(heardOften(words), words).toBe(1);
    }
  });

  test.each<readonly [string, Fault, "before_recording" | "after_recording", number]>([
    ["403, which is an internal error", { kind: "403" }, "before_recording", 1],
    ["429 with a pause", { kind: "429", retryAfter: 30 }, "before_recording", 1],
    ["a gateway's page", { kind: "503" }, "before_recording", 1],
    ["an answer that got lost", { kind: "cut" }, "after_recording", 2],
  ])("%s: the answer comes later, and the note stays one", async (what, fault, after, times) => {
    const words = `đang làm (${what})`;
    const failed = (): number =>
      server.callsOf("sendMessage").filter(({ outcome }) => outcome === fault.kind).length;
    const before = failed();
    server.fail({ method: "sendMessage", with: fault, after });
    await say(head, `5.1 ${words}`);
    await server.until("the failure", () => (failed() > before ? true : undefined));
    const waiting = () =>
      house.database.asOwner((db) => db.$count(outboxMessage, sql`state = 'queued' and attempts = 1`));
    await expect.poll(waiting, { interval: 5 }).toBe(1);
    await later(5 * 60_000);
    for (let time = 0; time < times; time += 1) await hears(head, /Đã ghi 5\.1/);
    await ask(head, "trợ giúp", /Trợ giúp/);
    expect(heardOften(words)).toBe(times);
    expect(await notes(words)).toBe(1);
  });

  test("stopped while somebody writes: the next start answers, and the talk goes on where it was", async () => {
    await ask(admin, "mời", /Mời người của đơn vị nào/);
    const clock = house.clock.now();
    await house.stop();
    await admin.says("lãnh đạo UBND");
    await head.says("5.2 không phát sinh");
    house = await start(clock);
    await hears(admin, /Mời ai làm lãnh đạo/);
    await hears(head, /Đã ghi 5\.2/);
    await ask(admin, "hủy", /Đã thôi/);
  });

  test("on the morning of the report one digest, split nowhere within a task; nothing was complained about", async () => {
    await ask(head, "trợ giúp", /Trợ giúp/);
    expect(head.untaken()).toEqual([]);
    await house.moveTo("2026-09-14T07:30:00+07:00");
    await hears(
      head,
      /Hôm nay, thứ Hai 14\/09\/2026, là ngày cuối cùng để báo cáo lần 1[\s\S]*mục chưa báo cáo/,
    );
    await house.moveTo("2026-09-14T07:31:00+07:00");
    await house.product.tick();
    await ask(head, "trợ giúp", /Trợ giúp/);
    expect(head.untaken()).toEqual([]);
    expect(house.complaints).toEqual([]);
  });
});

/** On a server the leases of the dead run out after twenty seconds, which nobody has to sit through. */
const endLeases = async (home: Home): Promise<void> => {
  if (POSTGRES === null) return;
  const database = await home.open();
  await database.asOwner((db) => db.delete(lease));
  await database.close();
};

test("killed while the answer is on its way: the next start goes on, and the note is one", {
  timeout: 60_000,
}, async () => {
  const server = await startZaloServer({ pollHoldMs: 30_000 });
  const home = await productHome();
  const head = server.person({ name: "Bình" });
  const heard = (words: string): Promise<true> =>
    server.until(
      words,
      () => (head.messages().some(({ text }) => text?.includes(words)) ? true : undefined),
      { timeoutMs: 30_000 },
    );
  let life: Pick<Child, "kill"> | null = null;
  let house: House | null = null;
  try {
    await head.says(`/start ${await home.invite("head", CULTURE, "Trần Thị Bình")}`);
    life = startChild(home, [zaloLoopback(server)], { clock: new Date(MONDAY_MORNING) });
    await heard("Kính chào");
    server.fail({ method: "sendMessage", with: { kind: "hang" }, after: "after_recording" });
    await head.says("2.3 không phát sinh");
    await heard("Đã ghi 2.3");
    await life.kill();
    await endLeases(home);
    house = await startHere(home, [zaloLoopback(server)], { clock: "2026-09-07T07:05:00+07:00" });
    await head.says("trợ giúp");
    await heard("Trợ giúp");
    expect(await house.database.asOwner((db) => db.$count(progressUpdate))).toBe(1);
    // What was on its way may have come a second time, nothing else.
    expect(head.messages().length).toBeLessThanOrEqual(4);
  } finally {
    await life?.kill();
    await house?.stop();
    await server.close();
    await home.drop();
  }
});
