import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rows } from "../../../db/queries/rows.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office, SERVICE_CENTRE } from "../../support/office.ts";

const start = async () => haiAn(await freshDatabase());
const talkOf = (office: Office, role: "head" | "leader" = "head", unit?: string) =>
  chatOf(office.database, office.as(role, unit));

const acknowledgedIn = async (office: Office): Promise<readonly string[]> =>
  (
    await office.read((tx) =>
      rows<{ number: string }>(
        tx,
        sql`select t.number from task_acknowledgement a join task t on t.id = a.task_id order by t.number`,
      ),
    )
  ).map(({ number }) => number);
const notesIn = (office: Office) => office.read((tx) => rows(tx, sql`select id from progress_update`));

describe("“đã nhận” in words", () => {
  test("with its number, once and again", async () => {
    const office = await start();
    const head = talkOf(office);
    expect(await head.say("2.4 đã nhận")).toEqual(["Đã ghi nhận: đơn vị nhận nhiệm vụ 2.4."]);
    expect(await head.say("2.4 da nhan a")).toEqual(["Đơn vị đã nhận nhiệm vụ 2.4 từ trước."]);
    expect(await acknowledgedIn(office)).toEqual(["2.4"]);
    expect(await notesIn(office)).toEqual([]);
  });

  test("in English, as the English card asks for it", async () => {
    const office = await start();
    const head = talkOf(office);
    expect(await head.say("2.4 received")).toEqual(["Đã ghi nhận: đơn vị nhận nhiệm vụ 2.4."]);
    await head.say("2.4");
    expect(await head.say("Received")).toEqual(["Đơn vị đã nhận nhiệm vụ 2.4 từ trước."]);
    expect(await notesIn(office)).toEqual([]);
  });

  test("under the card that is open", async () => {
    const office = await start();
    const head = talkOf(office);
    await head.say("3.1");
    expect(await head.say("đã nhận")).toEqual(["Đã ghi nhận: đơn vị nhận nhiệm vụ 3.1."]);
    expect(await acknowledgedIn(office)).toEqual(["3.1"]);
  });

  test("several at once: what was received, what was before, what is nobody's of this unit", async () => {
    const office = await start();
    const head = talkOf(office);
    await head.say("2.3 đã nhận");
    const [answer] = await head.say("2.3, 2.4, 3.1, 9.9, 1.3 đã nhận");
    expect(answer?.split("\n")).toEqual([
      "Đã ghi nhận: đơn vị nhận nhiệm vụ 2.4, 3.1.",
      "Đơn vị đã nhận nhiệm vụ 2.3 từ trước.",
      expect.stringContaining("9.9"),
      "Đơn vị đồng chí không chủ trì nhiệm vụ 1.3 nên không cần xác nhận đã nhận.",
    ]);
    expect(await acknowledgedIn(office)).toEqual(["2.3", "2.4", "3.1"]);
  });

  test("by who does not lead it, and by a leader: nothing is recorded, and it is said why", async () => {
    const office = await start();
    for (const chat of [talkOf(office, "head", SERVICE_CENTRE), talkOf(office, "leader")])
      expect(await chat.say("2.4 đã nhận")).toEqual([
        "Đơn vị đồng chí không chủ trì nhiệm vụ 2.4 nên không cần xác nhận đã nhận.",
      ]);
    expect(await acknowledgedIn(office)).toEqual([]);
  });

  test("without a task it is asked about, never passed over", async () => {
    const office = await start();
    const [answer] = await talkOf(office).say("đã nhận");
    expect(answer).toBeTruthy();
    expect(await acknowledgedIn(office)).toEqual([]);
  });
});
