import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { connectGroup } from "../../../api/group-chats/connect-group.ts";
import { disconnectGroup } from "../../../api/group-chats/disconnect-group.ts";
import { moveGroup } from "../../../api/group-chats/move-group.ts";
import { releaseLostGroup } from "../../../api/group-chats/release-lost-group.ts";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { messageSchema } from "../../../api/outbox/message.ts";
import { countUnits } from "../../../api/overviews/list-unit-counts.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { auditEntry } from "../../../db/schema/audit.ts";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import type { Database } from "../../../db/scope.ts";
import { placedTranslatorFor } from "../../../locales/translate.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, type Office, refusalOf, sampleOffice } from "../../support/office.ts";
import { rowsOf } from "../../support/two-offices.ts";

/** Phường Hải An connects its group and is told its weeks; each test has a database of its own. */

const GROUP = { channel: "telegram", account: "test", chatKey: "-5001/17" };
const EARLY = "2026-09-07T07:10:00+07:00";
const MORNING = "2026-09-07T07:30:00+07:00";

let database: Database;
let office: Office;

beforeEach(async () => {
  database = await freshDatabase();
  office = await haiAn(database);
});

const connect = (instant: string, group = GROUP) =>
  office.at(instant).as(office.as("admin")).do(connectGroup, group);
const disconnect = (instant: string, group = GROUP) =>
  office.at(instant).as(office.as("admin")).run(disconnectGroup, group);
const tick = async (instant: string): Promise<void> => {
  granted(await runTick(database, new Date(instant)));
};
/** What was queued for groups, oldest first. */
const said = (chatKey = GROUP.chatKey) =>
  database.asOwner((db) =>
    db
      .select()
      .from(outboxMessage)
      .where(sql`chat_key = ${chatKey} and chat_link_id is null`)
      .orderBy(outboxMessage.sequence),
  );
const weeks = () =>
  database.asOwner((db) =>
    rowsOf<{ week: string }>(db, sql`select week_of::text as week from group_summary`),
  );
const audited = async (): Promise<readonly string[]> =>
  (
    await database.asOwner((db) =>
      db.select().from(auditEntry).where(sql`subject_kind = 'group_chat'`).orderBy(auditEntry.sequence),
    )
  ).map(({ action, actor, details }) => `${action} ${actor} ${JSON.stringify(details)}`);

describe("connecting", () => {
  test("tells when the next summary comes; asked again it changes nothing", async () => {
    expect(await connect("2026-09-09T10:00:00+07:00")).toMatchObject({
      organizationName: "Ủy ban nhân dân phường Hải An",
      already: false,
      summaryOn: "2026-09-14",
      summaryAt: "07:30",
    });
    expect(await connect("2026-09-09T10:01:00+07:00")).toMatchObject({ already: true });
    expect(await audited()).toEqual([
      `group-connected ${office.as("admin").appointmentId} {"channel":"telegram"}`,
    ]);
  });

  test("is for administrators", async () => {
    for (const role of ["head", "consolidator", "leader"] as const) {
      const at = office.at(EARLY).as(office.as(role));
      expect(refusalOf(await at.run(connectGroup, GROUP))).toBe("not_allowed");
      expect(refusalOf(await at.run(disconnectGroup, GROUP))).toBe("not_allowed");
    }
    expect(await audited()).toEqual([]);
  });

  test("a group of one office is not taken by another, nor ended by it, until it is free", async () => {
    await connect(EARLY);
    // Both administrators would write from a chat of the same key.
    await database.asOwner((db) =>
      db.execute(
        sql`update chat_link set account = 'aside' where organization_id = ${office.organizationId}`,
      ),
    );
    const other = await sampleOffice(database, "kim-thanh");
    const at = other.at(EARLY).as(await other.link("admin", null, "Ngô Thị Khánh"));
    expect(refusalOf(await at.run(connectGroup, GROUP))).toBe("group_connected_elsewhere");
    expect(refusalOf(await at.run(disconnectGroup, GROUP))).toBe("group_not_connected");
    await database.inBoth((both) => releaseLostGroup(both, GROUP, "removed", new Date(EARLY)));
    expect(await at.do(connectGroup, GROUP)).toMatchObject({ already: false });
  });
});

describe("the tick", () => {
  test("queues Monday's summary once, with ledger row and audit entry, however often it looks", async () => {
    await connect(EARLY);
    await tick("2026-09-07T07:29:00+07:00");
    expect(await said()).toEqual([]);
    await tick(MORNING);
    await tick(MORNING);
    await tick("2026-09-07T07:31:00+07:00");
    await tick("2026-09-08T07:30:00+07:00");
    const messages = await said();
    expect(messages).toHaveLength(1);
    expect(messages[0]).toMatchObject({
      organizationId: office.organizationId,
      ...GROUP,
      memberId: null,
      purpose: "notice",
      locale: "vi",
      state: "queued",
    });
    expect(await weeks()).toEqual([{ week: "2026-09-07" }]);
    expect((await audited()).at(-1)).toBe(
      `group-summary-queued tick ${JSON.stringify({ weekOf: "2026-09-07", outboxId: messages[0]?.id })}`,
    );
  });

  test("says what the board says, and nobody's name", async () => {
    await connect(EARLY);
    await tick(MORNING);
    const board = await office.at(MORNING).as(office.as("leader")).do(countUnits, {});
    const [message] = await said();
    const { text } = renderText(messageSchema.parse(message?.message), placedTranslatorFor("vi"), {
      buttons: false,
    });
    expect(text).toContain(`Đang theo dõi ${board.inForce} nhiệm vụ`);
    expect(text).toContain("Từ thứ Hai 07/09 đến Chủ nhật 13/09/2026");
    expect(text).toContain("Báo cáo lần 1: chậm nhất thứ Hai 14/09/2026, còn 5 ngày làm việc; 0/");
    expect(text.length).toBeLessThanOrEqual(2_000);
    for (const { name } of [office.as("head"), office.as("consolidator"), office.as("admin")])
      expect(text).not.toContain(name);
  });

  test("after days of outage in the same week; never for a week that is over", async () => {
    await connect(EARLY);
    await tick("2026-09-10T09:00:00+07:00");
    expect(await weeks()).toEqual([{ week: "2026-09-07" }]);
    // Two weeks later: one message, of that week; what had not left until then is taken back.
    await tick("2026-09-22T09:00:00+07:00");
    expect(await weeks()).toEqual([{ week: "2026-09-07" }, { week: "2026-09-21" }]);
    expect((await said()).map(({ state }) => state)).toEqual(["withdrawn", "queued"]);
  });

  test("on Tuesday where the office's own calendar takes Monday off", async () => {
    await connect(EARLY);
    await database.asOwner((db) =>
      db.execute(
        sql`insert into calendar_day values (${office.organizationId}, '2026-09-14', 'day_off', 'Ngày truyền thống', 'Thông báo')`,
      ),
    );
    await tick("2026-09-14T08:00:00+07:00");
    expect(await said()).toEqual([]);
    await tick("2026-09-15T07:30:00+07:00");
    expect(await weeks()).toEqual([{ week: "2026-09-14" }]);
  });

  test("two groups of an office, each once; none where no catalogue is in force", async () => {
    await connect(EARLY);
    await connect(EARLY, { ...GROUP, chatKey: "-5002" });
    await tick(MORNING);
    expect([(await said()).length, (await said("-5002")).length]).toEqual([1, 1]);
    await tick("2027-01-04T08:00:00+07:00");
    expect([(await said()).length, (await said("-5002")).length]).toEqual([1, 1]);
  });
});

describe("a group that leaves", () => {
  test("is told nothing more, not even what was queued", async () => {
    await connect(EARLY);
    await tick(MORNING);
    granted(await disconnect("2026-09-07T07:30:30+07:00"));
    expect((await said()).map(({ state }) => state)).toEqual(["withdrawn"]);
    expect(refusalOf(await disconnect("2026-09-07T07:30:40+07:00"))).toBe("group_not_connected");
    await tick("2026-09-14T07:30:00+07:00");
    expect(await said()).toHaveLength(1);
    expect((await audited()).at(-1)).toBe(
      `group-disconnected ${office.as("admin").appointmentId} {"reason":"asked"}`,
    );
  });

  test("without asking is found by its address alone; an unknown one changes nothing", async () => {
    await connect(EARLY);
    const now = new Date(MORNING);
    await database.inBoth((both) => releaseLostGroup(both, { ...GROUP, chatKey: "-9" }, "removed", now));
    await database.inBoth((both) => releaseLostGroup(both, GROUP, "removed", now));
    await database.inBoth((both) => releaseLostGroup(both, GROUP, "removed", now));
    await tick(MORNING);
    expect(await said()).toEqual([]);
    expect((await audited()).slice(1)).toEqual([`group-disconnected tick {"reason":"removed"}`]);
  });

  test("may come back in the same week and begins with the next", async () => {
    await connect(EARLY);
    await tick(MORNING);
    granted(await disconnect("2026-09-07T09:00:00+07:00"));
    expect(await connect("2026-09-07T09:05:00+07:00")).toMatchObject({ summaryOn: "2026-09-14" });
    await tick("2026-09-08T08:00:00+07:00");
    await tick("2026-09-14T07:30:00+07:00");
    expect((await said()).map(({ state }) => state)).toEqual(["withdrawn", "queued"]);
  });
});

describe("a group that becomes a supergroup", () => {
  const NEW_KEY = "-1009001";
  const move = () =>
    database.inBoth((both) => moveGroup(both, GROUP, NEW_KEY, new Date("2026-09-07T08:00:00+07:00")));

  test("stays connected under its new key, and what waits goes with it", async () => {
    await connect(EARLY);
    await tick(MORNING);
    await move();
    expect(await said()).toEqual([]);
    expect(await said(NEW_KEY)).toHaveLength(1);
    expect(await audited()).toContainEqual(expect.stringMatching(/^group-moved tick/));
    await tick("2026-09-14T07:30:00+07:00");
    // Last week's, which was never sent, is taken back when this week's is queued.
    expect((await said(NEW_KEY)).map(({ state }) => state)).toEqual(["withdrawn", "queued"]);
    expect(await disconnect("2026-09-14T09:00:00+07:00", { ...GROUP, chatKey: NEW_KEY })).toMatchObject({
      ok: true,
    });
  });

  test("that was connected anew meanwhile, or never, changes nothing else", async () => {
    await move();
    expect(await audited()).toEqual([]);
    await connect(EARLY);
    await connect(EARLY, { ...GROUP, chatKey: NEW_KEY });
    await move();
    expect((await audited()).at(-1)).toMatch(/^group-disconnected tick/);
    await tick(MORNING);
    expect([await said(), await said(NEW_KEY)].map(({ length }) => length)).toEqual([0, 1]);
  });
});
