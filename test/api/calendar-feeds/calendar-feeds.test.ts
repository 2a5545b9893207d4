import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { createFeed } from "../../../api/calendar-feeds/create-feed.ts";
import { listFeeds } from "../../../api/calendar-feeds/list-feeds.ts";
import { revokeFeed } from "../../../api/calendar-feeds/revoke-feed.ts";
import type { CatalogueFile } from "../../../api/catalogues/catalogue-file.ts";
import { publishVersion } from "../../../api/catalogues/publish-version.ts";
import { changeMemberSettings } from "../../../api/members/change-member-settings.ts";
import { leaveOffice } from "../../../api/members/leave-office.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { findUnit } from "../../../api/units/list-units.ts";
import haiAnFile from "../../../db/samples/hai-an.json" with { type: "json" };
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  granted,
  haiAn,
  type Office,
  refusalOf,
  SERVICE_CENTRE,
  sampleOffice,
} from "../../support/office.ts";
import { type Component, only, readCalendar, textOf } from "../../support/read-calendar.ts";
import { rowsOf } from "../../support/two-offices.ts";
import { arrange, note, taskIdOf } from "../progress/progress-story.ts";

let office: Office;
let api: ApiHouse;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
});

const as = (role: Parameters<Office["as"]>[0], unit?: string) =>
  office.at(api.clock.now()).as(office.as(role, unit));
const read = (address: string, headers: Record<string, string> = {}) => api.app.request(address, { headers });
const eventsAt = async (address: string): Promise<readonly Component[]> => {
  const answer = await read(address);
  expect(answer.status).toBe(200);
  return readCalendar(new Uint8Array(await answer.arrayBuffer())).parts;
};
const own = async (role: Parameters<Office["as"]>[0] = "head", unit?: string) =>
  (await as(role, unit).do(createFeed, {})).path;
const eventOf = (events: readonly Component[], number: string): Component => {
  const found = events.find((event) => textOf(event, "SUMMARY").startsWith(`${number}  `));
  if (found === undefined) throw new Error(`no ${number} in the calendar`);
  return found;
};
const roundOf = (events: readonly Component[]): Component => {
  const found = events.find((event) => textOf(event, "SUMMARY").startsWith("Báo cáo"));
  if (found === undefined) throw new Error("no round in the calendar");
  return found;
};
const day = (event: Component): string => only(event, "DTSTART").value;
const sequence = (event: Component): number => Number(only(event, "SEQUENCE").value);
const status = (event: Component): string => only(event, "STATUS").value;
const later = (days: number): void => api.clock.set(new Date(api.clock.now().getTime() + days * 86_400_000));

const CLAIMED = "2026-09-08T09:00:00+07:00";

describe("a calendar program", () => {
  it("reads a unit head's due dates and report dates, as all-day events with their alarms", async () => {
    const answer = await read(await own());
    expect(Object.fromEntries(answer.headers)).toMatchObject({
      "content-type": "text/calendar; charset=utf-8",
      "cache-control": "private, no-cache",
      "x-content-type-options": "nosniff",
    });
    const calendar = readCalendar(new Uint8Array(await answer.arrayBuffer()));
    expect(["VERSION", "METHOD"].map((name) => only(calendar, name).value)).toEqual(["2.0", "PUBLISH"]);
    expect(textOf(calendar, "X-WR-CALNAME")).toContain("Hải An");
    expect(calendar.parts.every(({ name }) => name === "VEVENT")).toBe(true);
    const uids = calendar.parts.map((event) => only(event, "UID").value);
    expect(new Set(uids).size).toBe(uids.length);

    // "Trước ngày 15/9/2026": the 14th is the last day in time, a Monday.
    const round = roundOf(calendar.parts);
    expect(only(round, "DTSTART")).toEqual({ name: "DTSTART", params: { VALUE: "DATE" }, value: "20260914" });
    expect(only(round, "DTEND").value).toBe("20260915");
    expect(status(round)).toBe("CONFIRMED");
    expect(textOf(round, "DESCRIPTION")).toContain("thứ Hai 14/09/2026");
    const alarms = round.parts.map((alarm) => {
      expect([alarm.name, only(alarm, "ACTION").value]).toEqual(["VALARM", "DISPLAY"]);
      expect(only(alarm, "TRIGGER").params).toEqual({ VALUE: "DATE-TIME" });
      return only(alarm, "TRIGGER").value;
    });
    // 10, 5, 3 and 1 working days before and on its morning, 07:30 in Việt Nam; the first days of September are off.
    expect(alarms.slice(-4)).toEqual([
      "20260907T003000Z",
      "20260909T003000Z",
      "20260911T003000Z",
      "20260914T003000Z",
    ]);
    expect(alarms).toHaveLength(5);
  });

  it("sees number and short title, never the wording, and of a restricted document its number alone", async () => {
    await arrange(office, sql`update task set wording = 'NGUYÊN VĂN của văn bản'`);
    const address = await own();
    const text = await (await read(address)).text();
    expect(text).not.toContain("NGUYÊN VĂN");
    expect(text).not.toContain("Trần Thị Bình");
    const event = eventOf(await eventsAt(address), "2.4");
    expect(textOf(event, "SUMMARY")).toContain("Chính quyền thân thiện");
    expect(only(event, "CLASS").value).toBe("PRIVATE");
    await arrange(office, sql`update document set restricted = true`);
    expect(textOf(eventOf(await eventsAt(address), "2.4"), "SUMMARY")).toBe("2.4  673/QĐ-UBND");
  });

  it("whatever a document prints: long lines, commas, line breaks and signs beyond the plane stay whole", async () => {
    const title = `Đẩy mạnh; tuyên truyền, vận động \\ “😀” ${"ủy ban nhân dân phường ".repeat(9)}`.trim();
    await arrange(
      office,
      sql`update task set short_title = ${`${title}\n\u0007BEGIN:VEVENT`} where number = '2.4'`,
    );
    const event = eventOf(await eventsAt(await own()), "2.4");
    expect(textOf(event, "SUMMARY")).toBe(`2.4  ${title} BEGIN:VEVENT`);
  });

  it("loads it only when it has changed", async () => {
    const address = await own();
    const first = await read(address);
    const etag = first.headers.get("etag") ?? "";
    // A week without news is a week without a byte.
    later(7);
    const again = await read(address, { "if-none-match": etag });
    expect([again.status, await again.text()]).toEqual([304, ""]);
    await note(office, office.as("head"), "2.4", "đã hoàn thành ngày 20/3", { at: CLAIMED });
    const changed = await read(address, { "if-none-match": etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.get("etag")).not.toBe(etag);
  });

  it("takes out what is finished, and brings it back when the note is taken back", async () => {
    const address = await own();
    const before = eventOf(await eventsAt(address), "2.4");
    const claimed = await note(office, office.as("head"), "2.4", "đã hoàn thành ngày 20/3", { at: CLAIMED });
    const done = eventOf(await eventsAt(address), "2.4");
    expect([status(before), status(done)]).toEqual(["CONFIRMED", "CANCELLED"]);
    expect(done.parts).toEqual([]);
    expect(sequence(done)).toBeGreaterThan(sequence(before));
    expect(only(done, "UID")).toEqual(only(before, "UID"));
    expect(only(done, "LAST-MODIFIED").value).toBe("20260908T020000Z");
    await office
      .at("2026-09-08T10:00:00+07:00")
      .as(office.as("head"))
      .do(withdrawProgressUpdate, { noteId: claimed.noteId });
    const back = eventOf(await eventsAt(address), "2.4");
    expect(status(back)).toBe("CONFIRMED");
    expect(sequence(back)).toBeGreaterThan(sequence(done));
  });

  it("moves what an amended decision moves, and takes out what it leaves out", async () => {
    const address = await own();
    const before = await eventsAt(address);
    const file = structuredClone(haiAnFile) as unknown as CatalogueFile;
    file.document = {
      ...file.document,
      number: "900/QĐ-UBND",
      issued_on: "2026-09-04",
    } as typeof file.document;
    const tasks = file.catalogue.tasks.filter(({ number }) => number !== "4.7");
    const moved = tasks.find(({ number }) => number === "2.4");
    if (moved === undefined) throw new Error("no task 2.4");
    moved.time_frame = {
      ...moved.time_frame,
      text: "Quý II/2026",
      start_on: "2026-04-01",
      end_on: "2026-06-30",
      due_on: "2026-06-30",
    } as typeof moved.time_frame;
    file.catalogue.tasks = tasks;
    const [catalogue] = await office.database.asOwner((db) =>
      rowsOf<{ id: string }>(db, sql`select id from catalogue`),
    );
    later(1);
    await as("admin").do(publishVersion, { file, amends: catalogue?.id ?? "" });
    const after = await eventsAt(address);
    const [old, now] = [eventOf(before, "2.4"), eventOf(after, "2.4")];
    expect([day(old), day(now)]).toEqual(["20260331", "20260630"]);
    expect(only(now, "UID")).toEqual(only(old, "UID"));
    expect(sequence(now)).toBeGreaterThan(sequence(old));
    expect(status(eventOf(before, "4.7"))).toBe("CONFIRMED");
    const gone = eventOf(after, "4.7");
    expect(status(gone)).toBe("CANCELLED");
    expect(only(gone, "UID")).toEqual(only(eventOf(before, "4.7"), "UID"));
    expect(sequence(gone)).toBeGreaterThan(sequence(eventOf(before, "4.7")));
  });

  it("no longer rings for a report once every item has an answer, or the round is closed", async () => {
    const address = await own("head", SERVICE_CENTRE);
    const before = roundOf(await eventsAt(address));
    const led = await office.database.asOwner((db) =>
      rowsOf<{ number: string }>(
        db,
        sql`select distinct t.number from task t
              join assignment a on a.task_id = t.id and a.role = 'lead'
              left join unit_group_member m on m.group_id = a.group_id
              join unit u on u.id = coalesce(a.unit_id, m.unit_id)
             where u.name = ${SERVICE_CENTRE} and not t.is_heading`,
      ),
    );
    expect(led.length).toBeGreaterThan(0);
    for (const { number } of led)
      await note(office, office.as("head", SERVICE_CENTRE), number, "không phát sinh", { at: CLAIMED });
    const met = roundOf(await eventsAt(address));
    expect([status(before), status(met)]).toEqual(["CONFIRMED", "CANCELLED"]);
    expect(sequence(met)).toBeGreaterThan(sequence(before));
    // Another unit still owes its own.
    const other = await own("head", CULTURE);
    expect(status(roundOf(await eventsAt(other)))).toBe("CONFIRMED");
    await arrange(
      office,
      sql`update reporting_round set closed_at = '2026-09-16T00:00:00Z' where due_on = '2026-09-14'`,
    );
    expect(status(roundOf(await eventsAt(other)))).toBe("CANCELLED");
  });

  it("a leader's holds the whole office and rings only for the rounds; a unit's only what it leads", async () => {
    const all = await eventsAt(await own("leader"));
    const culture = await eventsAt(await own("head"));
    const centre = await eventsAt(await own("head", SERVICE_CENTRE));
    expect(all.length).toBeGreaterThan(culture.length);
    expect(() => eventOf(centre, "2.4")).toThrow();
    expect(eventOf(all, "2.4").parts).toEqual([]);
    expect(eventOf(culture, "2.4").parts).toHaveLength(5);
    expect(roundOf(all).parts).toHaveLength(5);
  });

  it("speaks the person's language; a unit's calendar is Vietnamese", async () => {
    const address = await own();
    await as("head").do(changeMemberSettings, { locale: "en" });
    expect((await eventsAt(address)).map((event) => textOf(event, "SUMMARY")).join()).toContain(
      "Report lần 1",
    );
    const unit = granted(await office.read((tx) => findUnit(tx, CULTURE)));
    const made = await api.call("create-calendar-feed", { body: { unit_id: unit.id } });
    expect(textOf(roundOf(await eventsAt(made.address)), "SUMMARY")).toContain("Báo cáo");
  });

  it("opens nothing under a wrong, a revoked, or a leaver's address", async () => {
    const path = await own();
    const wrong = `/feed/${"A".repeat(43)}.ics`;
    for (const address of [wrong, "/feed/x.ics", "/feed/.ics", path.replace(".ics", ""), path.slice(0, -5)])
      expect(await (await read(address)).json(), address).toMatchObject({ status: 404, code: "not_found" });
    const { items } = await as("head").do(listFeeds, {});
    await as("head").do(revokeFeed, { feedId: items[0]?.id ?? "" });
    expect((await read(path)).status).toBe(404);

    const other = await own("deputy");
    await as("deputy").do(leaveOffice, {});
    expect((await read(other)).status).toBe(404);
  });

  it("whose posts have gone to somebody else shows nothing of them", async () => {
    const path = await own();
    expect((await eventsAt(path)).length).toBeGreaterThan(0);
    await arrange(
      office,
      sql`update appointment set to_on = '2026-09-06', from_on = '2026-09-01' where id = ${office.as("head").appointmentId}`,
    );
    expect(await eventsAt(path)).toEqual([]);
  });

  it("is seen in no log, and only its hash is kept", async () => {
    const path = await own();
    await read(path);
    const token = /\/feed\/(.+)\.ics/.exec(path)?.[1] ?? "";
    expect(Buffer.from(token, "base64url")).toHaveLength(32);
    expect(api.logged.join("\n")).toContain("/feed/…");
    expect(api.logged.join("\n")).not.toContain(token);
    const stored = await office.database.asOwner((db) =>
      rowsOf<{ row: string }>(
        db,
        sql`select to_jsonb(f)::text as row from calendar_feed f union all select to_jsonb(e)::text from audit_entry e`,
      ),
    );
    expect(stored.map(({ row }) => row).join()).not.toContain(token);
  });
});

describe("calendar addresses", () => {
  it("a person makes, lists and revokes their own; whose is another's, they never learn", async () => {
    for (let nth = 1; nth <= 5; nth += 1) await own();
    expect(refusalOf(await as("head").run(createFeed, {}))).toBe("calendar_feeds_too_many");
    const mine = (await as("head").do(listFeeds, {})).items;
    expect(mine).toHaveLength(5);
    expect((await as("deputy").do(listFeeds, {})).items).toEqual([]);
    const [first] = mine;
    expect(refusalOf(await as("deputy").run(revokeFeed, { feedId: first?.id ?? "" }))).toBe(
      "calendar_feed_not_found",
    );
    const { memberId } = office.as("head");
    expect(refusalOf(await as("deputy").run(createFeed, { memberId }))).toBe("not_allowed");
    expect(refusalOf(await as("deputy").run(listFeeds, { of: "all" }))).toBe("not_allowed");
    expect(refusalOf(await as("admin").run(revokeFeed, { feedId: first?.id ?? "" }))).toBeNull();
  });

  it("an administering key makes them for any member or unit of the office, and of no other", async () => {
    const unit = granted(await office.read((tx) => findUnit(tx, CULTURE)));
    const { memberId } = office.as("deputy");
    const made = await api.call("create-calendar-feed", { body: { member_id: memberId } });
    expect(made).toMatchObject({ member_id: memberId, unit_id: null, last_read_at: null });
    expect(status(roundOf(await eventsAt(made.address)))).toBe("CONFIRMED");
    await api.call("create-calendar-feed", { body: { unit_id: unit.id } });
    const page = await api.call("list-calendar-feeds", { query: { limit: 1 } });
    const rest = await api.call("list-calendar-feeds", { query: { limit: 1, cursor: page.next_cursor } });
    expect([page.items[0].last_read_at, rest.items[0].unit_id, rest.next_cursor]).toEqual([
      api.clock.now().toISOString(),
      unit.id,
      null,
    ]);
    for (const body of [{}, { member_id: memberId, unit_id: unit.id }])
      expect(await api.refused("create-calendar-feed", { body })).toMatchObject({ code: "request_invalid" });
    // A key that acts in a post is not the person: what is theirs alone, it does not make.
    expect(await api.in(office.as("head")).refused("create-calendar-feed", { body: {} })).toMatchObject({
      code: "not_allowed",
    });

    const abroad = api.with(await api.key("admin", await sampleOffice(office.database, "kim-thanh")));
    expect(await abroad.refused("create-calendar-feed", { body: { member_id: memberId } })).toMatchObject({
      code: "member_not_found",
    });
    expect(await abroad.refused("create-calendar-feed", { body: { unit_id: unit.id } })).toMatchObject({
      code: "unit_not_found",
    });
    expect(await abroad.refused("revoke-calendar-feed", { params: { feed_id: made.id } })).toMatchObject({
      code: "calendar_feed_not_found",
    });
    expect((await abroad.call("list-calendar-feeds")).items).toEqual([]);
    await api.call("revoke-calendar-feed", { params: { feed_id: made.id } });
    expect((await read(made.address)).status).toBe(404);
  });

  it("a task that is in force has an id that stays, whichever address is asked", async () => {
    const [one, two] = [await own(), await own()];
    const id = await taskIdOf(office, "2.4");
    const uid = only(eventOf(await eventsAt(one), "2.4"), "UID").value;
    expect(uid.startsWith(id)).toBe(true);
    expect(only(eventOf(await eventsAt(two), "2.4"), "UID").value).toBe(uid);
  });
});
