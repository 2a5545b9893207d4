import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { readSample } from "../../../api/catalogues/load-samples.ts";
import { publishVersion } from "../../../api/catalogues/publish-version.ts";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { rehearseNudges } from "../../../api/nudges/rehearse-nudges.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, type Office, SERVICE_CENTRE, sampleOffice } from "../../support/office.ts";
import { rowsOf } from "../../support/two-offices.ts";
import { note } from "../progress/progress-story.ts";

let office: Office;
let api: ApiHouse;

type Round = {
  id: string;
  catalogue_id: string;
  label: string;
  window_start_on: string;
  due_on: string | null;
};
const rounds = async (): Promise<Round[]> => (await api.call("list-rounds")).items;
const byLabel = async (label: string): Promise<Round> => {
  const round = (await rounds()).find((one) => one.label === label);
  if (round === undefined) throw new Error(`no round ${label}`);
  return round;
};
const unitId = async (q: string): Promise<string> =>
  (await api.call("list-units", { query: { q } })).items[0].id;

/** The days on which units will hear of a round, with who hears. */
const nudgesOf = async (label: string, from: string, to: string) =>
  granted(
    await rehearseNudges(office.database, {
      organizationId: office.organizationId,
      from,
      to,
      now: api.clock.now(),
    }),
  )
    .filter((row) => row.subjectKind === "round" && row.subject === label)
    .map(({ at, unit }) => ({ on: at.slice(0, 10), unit }));

/** The office's document, issued once more under another number. */
const amend = async (code: string, amends: string) => {
  const file = structuredClone(readSample(code)) as { document: { number: string; issued_on: string } };
  file.document.number = "900/QĐ-UBND";
  file.document.issued_on = "2026-09-04";
  await office.at(api.clock.now()).as("operator").do(publishVersion, { file, amends });
};

describe("rounds of Hải An", () => {
  beforeEach(async () => {
    office = await haiAn(await freshDatabase());
    api = await apiHouse(office);
  });

  it("are listed by their due date, by catalogue, openness and day, page by page", async () => {
    const all = await rounds();
    expect(all.map(({ label, due_on }) => [label, due_on])).toEqual([
      ["lần 1", "2026-09-14"],
      ["lần 2", "2026-11-19"],
    ]);
    const first = await api.call("list-rounds", { query: { limit: 1 } });
    const second = await api.call("list-rounds", { query: { limit: 1, cursor: first.next_cursor } });
    expect([...first.items, ...second.items]).toEqual(all);
    expect(second.next_cursor).toBeNull();
    const find = async (query: Record<string, string>) =>
      (await api.call("list-rounds", { query })).items.map(({ label }: Round) => label);
    expect(await find({ due_from: "2026-09-15" })).toEqual(["lần 2"]);
    expect(await find({ due_to: "2026-09-14", open: "true" })).toEqual(["lần 1"]);
    expect(await find({ open: "false" })).toEqual([]);
    expect(await find({ catalogue_id: all[0]?.id ?? "" })).toEqual([]);
    expect((await api.in(office.as("head")).call("list-rounds")).items).toEqual(all);
  });

  it("an ad hoc one asks the named units for what happens from today on, and they are reminded", async () => {
    const { catalogue_id } = await byLabel("lần 1");
    const culture = await unitId("phong van hoa");
    await note(office, office.as("head"), "2.4", "đã họp");
    api.clock.set(new Date("2026-09-08T08:00:00+07:00"));
    const opened = await api.call("open-round", {
      body: {
        catalogue_id,
        label: "đột xuất về bão",
        due_on: "2026-09-18",
        upward_due_on: "2026-09-21",
        reporters: [{ unit_id: culture }],
      },
    });
    expect(opened).toMatchObject({
      ad_hoc: true,
      phrase: "đột xuất về bão",
      window_start_on: "2026-09-08",
      reporters: [{ kind: "unit", id: culture, name: CULTURE }],
    });
    // It stands beside the others: their windows stay.
    expect((await byLabel("lần 2")).window_start_on).toBe("2026-09-14");
    const owed = await api.call("list-obligations", { params: { round_id: opened.id } });
    expect(owed.items).toMatchObject([{ unit: { name: CULTURE }, owed: 17, met: 0, all_met: false }]);
    const nudges = await nudgesOf("đột xuất về bão", "2026-09-08", "2026-09-30");
    expect(nudges.length).toBeGreaterThan(2);
    expect(new Set(nudges.map(({ unit }) => unit))).toEqual(new Set([CULTURE]));
    expect(nudges.map(({ on }) => on)).toContain("2026-09-18");
  });

  it("one of the rhythm takes its place: its window begins where the one before ends, the next one's on its day", async () => {
    const { catalogue_id } = await byLabel("lần 1");
    const opened = await api.call("open-round", {
      body: { catalogue_id, label: "lần 1b", ad_hoc: false, due_on: "2026-10-15", cut_off_on: "2026-10-12" },
    });
    expect(opened).toMatchObject({ ad_hoc: false, window_start_on: "2026-09-14", reporters: [] });
    expect((await byLabel("lần 2")).window_start_on).toBe("2026-10-15");
    expect((await byLabel("lần 1")).window_start_on).toBe("2026-02-12");
    const params = { round_id: opened.id };
    // The cut-off would lie before the window that the new day brings.
    expect(await api.refused("change-round", { params, body: { due_on: "2026-12-10" } })).toMatchObject({
      code: "round_date_invalid",
    });
    await api.call("change-round", { params, body: { due_on: "2026-12-10", cut_off_on: null } });
    expect(await rounds()).toMatchObject([
      { label: "lần 1", window_start_on: "2026-02-12" },
      { label: "lần 2", window_start_on: "2026-09-14" },
      { label: "lần 1b", window_start_on: "2026-11-19" },
    ]);
  });

  it("of a year that no paper means is not opened; one that stands already stops neither forecast, feed nor tick", async () => {
    const { catalogue_id, id } = await byLabel("lần 1");
    const body = { catalogue_id, label: "đột xuất", due_on: "9999-12-31" };
    expect(await api.refused("open-round", { body })).toMatchObject({
      code: "request_invalid",
      errors: [{ in: "body", path: "due_on", code: "date_out_of_years" }],
    });
    const params = { round_id: id };
    expect(
      await api.refused("change-round", { params, body: { upward_due_on: "9999-12-31" } }),
    ).toMatchObject({ code: "request_invalid" });

    const forecast = { query: { from: "2026-09-07", to: "2026-09-30", limit: 1000 } };
    const whole = await api.call("forecast-nudges", forecast);
    const feed = await api.call("create-calendar-feed", { body: { unit_id: await unitId("phong van hoa") } });
    await office.database.asOwner((db) =>
      db.execute(sql`
        update reporting_round set window_start_on = '0001-01-01', due_on = '9999-12-31' where label = 'lần 2'`),
    );
    await office.database.asOwner((db) =>
      db.execute(sql`update task set due_on = '0001-01-01' where number = '2.4'`),
    );
    const told = (await api.call("forecast-nudges", forecast)).items;
    expect(told.length).toBeGreaterThan(whole.items.length / 2);
    const calendar = await api.app.request(feed.address);
    expect(await calendar.text()).toContain("DTSTART;VALUE=DATE:99991231");
    await api.call("list-tasks", { query: { due_to: "9999-12-31" } });
    await api.call("list-due-dates");
    granted(await runTick(office.database, new Date("2026-09-08T07:30:00+07:00")));
    granted(await runTick(office.database, new Date("2026-09-09T07:30:00+07:00")));
  });

  it("that has not begun is not closed; a period backwards and a change of nothing say so, and write nothing", async () => {
    const { id } = await byLabel("lần 2");
    expect(await api.refused("close-round", { params: { round_id: id } })).toMatchObject({
      status: 409,
      code: "round_not_begun",
    });
    const before = await byLabel("lần 2");
    await api.call("change-round", { params: { round_id: id }, body: {} });
    expect(await byLabel("lần 2")).toEqual(before);
    const changes = await office.database.asOwner((db) =>
      rowsOf(db, sql`select 1 from audit_entry where action = 'round-changed'`),
    );
    expect(changes).toEqual([]);
    for (const name of ["list-rounds", "list-tasks"])
      expect(
        await api.refused(name, { query: { due_from: "2026-09-15", due_to: "2026-09-14" } }),
      ).toMatchObject({ code: "period_invalid" });
    const due = (await api.call("list-due-dates")).entries.find(
      ({ kind }: { kind: string }) => kind === "round",
    );
    expect(await api.call("show-round", { params: { round_id: due.round_id } })).toMatchObject({
      label: due.label,
      catalogue_id: due.catalogue_id,
    });
  });

  it("with dates that do not fit, in the past, of nobody or in no catalogue are not opened", async () => {
    const { catalogue_id, id } = await byLabel("lần 1");
    const before = await rounds();
    const good = { catalogue_id, label: "đột xuất", due_on: "2026-09-18" };
    for (const [body, code] of [
      [{ ...good, due_on: "2026-09-06" }, "round_date_past"],
      [{ ...good, cut_off_on: "2026-09-19" }, "round_date_invalid"],
      [{ ...good, upward_due_on: "2026-09-17" }, "round_date_invalid"],
      [{ ...good, window_start_on: "2026-09-19" }, "round_date_invalid"],
      [{ ...good, ad_hoc: false, window_start_on: "2026-09-01" }, "round_date_invalid"],
      [{ ...good, reporters: [{ unit_id: id }] }, "unit_not_found"],
      [{ ...good, reporters: [{ group_id: id }] }, "group_not_found"],
      [{ ...good, catalogue_id: id }, "catalogue_not_found"],
      [{ ...good, label: " " }, "request_invalid"],
      [{ ...good, due_on: "2026-02-30" }, "request_invalid"],
    ] as const)
      expect(await api.refused("open-round", { body }), JSON.stringify(body)).toMatchObject({ code });
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("open-round", { body: good })).toMatchObject({ code: "scope_too_small" });
    expect(await api.in(office.as("leader")).refused("open-round", { body: good })).toMatchObject({
      code: "not_allowed",
    });
    expect(await rounds()).toEqual(before);
    api.clock.set(new Date("2027-01-04T08:00:00+07:00"));
    expect(await api.refused("open-round", { body: { ...good, due_on: "2027-01-18" } })).toMatchObject({
      code: "catalogue_closed",
    });
  });

  it("of two changes on one reading the second is refused", async () => {
    const params = { round_id: (await byLabel("lần 2")).id };
    const etag = (await api.ask("show-round", { params })).headers.get("etag") ?? "";
    const headers = { "if-match": etag };
    await api.call("change-round", { params, headers, body: { upward_due_on: "2026-11-25" } });
    expect(
      await api.refused("change-round", { params, headers, body: { upward_due_on: "2026-11-26" } }),
    ).toMatchObject({ status: 409, code: "revision_conflict" });
    expect(await api.call("show-round", { params })).toMatchObject({ upward_due_on: "2026-11-25" });
  });

  it("say per unit what is owed and met; a unit's post sees its own line alone", async () => {
    await note(office, office.as("head"), "2.4", "không phát sinh");
    await note(office, office.as("head"), "1.1", "đang làm");
    const params = { round_id: (await byLabel("lần 1")).id };
    const { items } = await api.call("list-obligations", { params });
    expect(
      items.map(({ unit, owed, met }: { unit: { name: string }; owed: number; met: number }) => [
        unit.name,
        owed,
        met,
      ]),
    ).toContainEqual([CULTURE, 17, 2]);
    expect(items).toHaveLength(6);
    const first = await api.call("list-obligations", { params, query: { limit: 4 } });
    const next = await api.call("list-obligations", {
      params,
      query: { limit: 4, cursor: first.next_cursor },
    });
    expect([...first.items, ...next.items]).toEqual(items);
    const open = await api.call("list-obligations", { params, query: { met: "false" } });
    expect(open.items).toEqual(items.filter(({ all_met }: { all_met: boolean }) => !all_met));
    const settled = await api.call("list-obligations", { params, query: { met: "true" } });
    expect([...open.items, ...settled.items]).toHaveLength(items.length);
    const own = await api.in(office.as("head", SERVICE_CENTRE)).call("list-obligations", { params });
    expect(own.items).toMatchObject([{ unit: { name: SERVICE_CENTRE }, owed: 5, met: 0 }]);
    // What the list of tasks in a chat says is missing is what is not met here.
    expect(
      items[0].items
        .filter(({ met }: { met: boolean }) => met)
        .map((item: { number: string }) => item.number),
    ).toEqual(["1.1", "2.4"]);
  });

  it("a unit is excluded for a reason: it owes nothing and hears nothing, until it is taken back", async () => {
    const round_id = (await byLabel("lần 1")).id;
    const params = { round_id, unit_id: await unitId("trung tam dich vu") };
    const ofCentre = async () =>
      (await nudgesOf("lần 1", "2026-09-07", "2026-09-20")).filter(({ unit }) => unit === SERVICE_CENTRE);
    expect(await ofCentre()).not.toEqual([]);
    expect(await api.refused("exclude-unit", { params, body: { reason: " \u200b" } })).toMatchObject({
      code: "reason_required",
    });
    await api.call("exclude-unit", { params, body: { reason: "Đang sắp xếp lại" } });
    const line = async () =>
      (await api.call("list-obligations", { params: { round_id } })).items.find(
        ({ unit }: { unit: { name: string } }) => unit.name === SERVICE_CENTRE,
      );
    expect(await line()).toMatchObject({ owed: 0, excluded_reason: "Đang sắp xếp lại" });
    expect(await api.call("show-round", { params: { round_id } })).toMatchObject({ excluded: 1 });
    expect(await ofCentre()).toEqual([]);
    await api.call("end-exclusion", { params });
    await api.call("end-exclusion", { params });
    expect(await line()).toMatchObject({ owed: 5, excluded_reason: null });
    expect(await ofCentre()).not.toEqual([]);
    const stranger = { ...params, unit_id: round_id };
    expect(await api.refused("exclude-unit", { params: stranger, body: { reason: "x" } })).toMatchObject({
      code: "unit_not_found",
    });
  });

  it("closed, one is over: no reminder, no change, its notes locked; early, it is cut off that day", async () => {
    const round = await byLabel("lần 1");
    const params = { round_id: round.id };
    const head = api.in(office.as("head"));
    const { note_id } = await head.call("submit-progress-update", {
      body: { number: "2.3", text: "đang làm" },
    });
    expect(await nudgesOf("lần 1", "2026-09-08", "2026-09-20")).not.toEqual([]);
    expect(await api.call("close-round", { params })).toMatchObject({
      cut_off_on: "2026-09-07",
      closed_at: "2026-09-07T00:01:00.000Z",
    });
    expect(await nudgesOf("lần 1", "2026-09-08", "2026-09-20")).toEqual([]);
    expect(await api.refused("close-round", { params })).toMatchObject({ status: 409, code: "round_closed" });
    expect(await api.refused("change-round", { params, body: { due_on: "2026-09-30" } })).toMatchObject({
      code: "round_closed",
    });
    expect(
      await api.refused("exclude-unit", {
        params: { ...params, unit_id: await unitId("trung tam dich vu") },
        body: { reason: "muộn" },
      }),
    ).toMatchObject({ code: "round_closed" });
    expect(await head.refused("withdraw-progress-update", { params: { note_id } })).toMatchObject({
      code: "note_locked",
    });
    // What is said after the cut-off no longer counts for it.
    api.clock.set(new Date("2026-09-08T08:00:00+07:00"));
    await head.call("submit-progress-update", { body: { number: "2.4", text: "đang làm" } });
    const [own] = (await head.call("list-obligations", { params })).items;
    expect(own).toMatchObject({ met: 1 });
  });

  it("opened by the office outlive a new version of the document", async () => {
    const { catalogue_id } = await byLabel("lần 1");
    await api.call("open-round", { body: { catalogue_id, label: "đột xuất", due_on: "2026-09-18" } });
    await amend("hai-an", catalogue_id);
    expect(await rounds()).toMatchObject([
      { label: "lần 1", closed_at: null },
      { label: "đột xuất", closed_at: null, due_on: "2026-09-18", window_start_on: "2026-09-07" },
      { label: "lần 2", closed_at: null },
    ]);
  });
});

describe("rounds that a document leaves undated", () => {
  it("are silent until the administrator sets their day; then they remind and count from each other", async () => {
    office = await sampleOffice(await freshDatabase(), "le-chan");
    api = await apiHouse(office);
    expect(await rounds()).toMatchObject([
      { label: "06 tháng", due_on: null, window_start_on: "2025-11-14" },
      { label: "01 năm", due_on: null, window_start_on: "2025-11-14" },
    ]);
    const year = { round_id: (await byLabel("01 năm")).id };
    expect((await api.call("list-obligations", { params: year })).items).toEqual([]);
    expect(await api.refused("close-round", { params: year })).toMatchObject({ code: "round_undated" });
    expect(await nudgesOf("01 năm", "2026-09-07", "2026-12-31")).toEqual([]);

    await api.call("change-round", { params: year, body: { due_on: "2026-12-14" } });
    expect((await byLabel("01 năm")).window_start_on).toBe("2025-11-14");
    const half = { round_id: (await byLabel("06 tháng")).id };
    // Its day has passed in September: a unit must not be late the moment it is asked.
    expect(await api.refused("change-round", { params: half, body: { due_on: "2026-06-14" } })).toMatchObject(
      { code: "round_date_past" },
    );
    await api.call("change-round", { params: half, body: { due_on: "2026-10-14" } });
    expect((await byLabel("01 năm")).window_start_on).toBe("2026-10-14");
    expect((await nudgesOf("01 năm", "2026-09-07", "2026-12-31")).map(({ on }) => on)).toContain(
      "2026-12-14",
    );

    // The amended document leaves them undated as before: what the office has set stays.
    await amend("le-chan", (await byLabel("01 năm")).catalogue_id);
    expect(await rounds()).toMatchObject([
      { label: "06 tháng", due_on: "2026-10-14" },
      { label: "01 năm", due_on: "2026-12-14", window_start_on: "2026-10-14" },
    ]);

    await api.call("change-round", { params: half, body: { due_on: null } });
    expect(await rounds()).toMatchObject([
      { label: "01 năm", window_start_on: "2025-11-14" },
      { label: "06 tháng", due_on: null, window_start_on: "2026-12-14" },
    ]);
    expect(await nudgesOf("06 tháng", "2026-09-07", "2026-12-31")).toEqual([]);
  });
});
