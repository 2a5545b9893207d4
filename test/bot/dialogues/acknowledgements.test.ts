import { sql } from "drizzle-orm";
import { describe, expect, test } from "vitest";
import { rows } from "../../../db/queries/rows.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office, SERVICE_CENTRE } from "../../support/office.ts";
import { planDocx } from "../../support/plan-docx.ts";

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

describe("“đã nhận” to the notice of a published catalogue", () => {
  /** The administrator published; the notice has arrived in the head's chat, as the last thing that was said there. */
  const published = async () => {
    const office = await start();
    const admin = chatOf(office.database, office.as("admin"));
    for (const step of [
      () => admin.sendDocument("a.docx", planDocx()),
      () => admin.say("Chấp nhận tất cả"),
      () => admin.say("Công bố"),
      () => admin.say("có"),
    ])
      await step();
    await office.database.asOwner((db) =>
      db.execute(
        sql`update outbox_message set state = 'sent', sent_at = '2026-09-07T07:30:00+07:00', sent_keys = '["n1"]'::jsonb,
                   sent_link_id = ${office.as("head").chatLinkId}::uuid
             where purpose = 'notice' and member_id = ${office.as("head").memberId}::uuid`,
      ),
    );
    return { office, head: talkOf(office) };
  };
  const ANSWER = "Đã ghi nhận: đơn vị nhận 2 nhiệm vụ của Kế hoạch số 88/KH-UBND.";

  test("bare, right under it; said again, it was before", async () => {
    const { office, head } = await published();
    // Another card is open from before: what was said last counts.
    await head.say("3.1");
    expect(await head.say("đã nhận ạ")).toEqual([ANSWER]);
    expect(await acknowledgedIn(office)).toEqual(["1.1", "2.1"]);
    expect(await head.say("da nhan")).toEqual([
      "Đơn vị đã nhận cả 2 nhiệm vụ của Kế hoạch số 88/KH-UBND từ trước.",
    ]);
    expect(await notesIn(office)).toEqual([]);
  });

  test("by the button under it", async () => {
    const { office, head } = await published();
    const [notice] = await office.read((tx) =>
      rows<{ data: string }>(
        tx,
        sql`select message -> 'choices' -> 0 -> 0 ->> 'data' as data from outbox_message where purpose = 'notice'`,
      ),
    );
    expect(await head.tap(notice?.data ?? "")).toEqual([ANSWER]);
    expect(await acknowledgedIn(office)).toEqual(["1.1", "2.1"]);
  });

  test("after something else was said, a bare word is about that", async () => {
    const { office, head } = await published();
    await office.database.asOwner((db) =>
      db.execute(
        sql`update outbox_message set sent_at = '2026-09-07T06:00:00+07:00' where purpose = 'notice'`,
      ),
    );
    await head.say("3.1");
    await office.database.asOwner((db) =>
      db.execute(
        sql`update outbox_message set state = 'sent', sent_at = '2026-09-07T07:40:00+07:00',
                   sent_link_id = chat_link_id, sent_keys = '["r1"]'::jsonb
             where purpose = 'reply' and chat_link_id = ${office.as("head").chatLinkId}::uuid`,
      ),
    );
    expect(await head.say("đã nhận")).toEqual(["Đã ghi nhận: đơn vị nhận nhiệm vụ 3.1."]);
    expect(await acknowledgedIn(office)).toEqual(["3.1"]);
  });

  test("with a number, it is that task alone", async () => {
    const { office, head } = await published();
    await head.say("3.1 đã nhận");
    expect(await acknowledgedIn(office)).toEqual(["3.1"]);
  });
});
