import { beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, type Office } from "../../support/office.ts";

let office: Office;
let api: ApiHouse;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
});

const BODY = { kind: "day_off", name: "Nghỉ khắc phục bão số 9", source: "Công điện số 12/CĐ-UBND" };

describe("calendar days", () => {
  it("of a year are the national ones with their sources, until the office says otherwise", async () => {
    const year = { from: "2026-01-01", to: "2026-12-31" };
    const { items } = await api.call("list-calendar-days", { query: year });
    const swapped = items.find(({ date }: { date: string }) => date === "2026-01-10");
    expect(swapped).toEqual({
      date: "2026-01-10",
      works: true,
      kind: "working",
      name: "Làm bù ngày 02/01/2026",
      source: "Thông báo của Bộ Nội vụ ngày 25/12/2025",
      of: "nation",
      instead: null,
    });
    const params = { date: "2026-01-10" };
    const body = { ...BODY, kind: "day_off" };
    expect(await api.call("set-calendar-day", { params, body })).toEqual({
      ...body,
      date: "2026-01-10",
      works: false,
      of: "office",
      instead: { kind: "working", name: swapped.name, source: swapped.source },
    });
    await api.call("remove-calendar-day", { params });
    expect((await api.call("list-calendar-days", { query: year })).items).toEqual(items);
    expect(await api.refused("remove-calendar-day", { params })).toMatchObject({
      status: 404,
      code: "calendar_day_not_found",
    });
  });

  it("a day off moves the reminder that the last working day would have brought", async () => {
    // Monday 14/09 is the last day in time of the first report; now nobody works on it.
    const params = { date: "2026-09-14" };
    const plain = await api.ask("show-calendar-day", { params });
    expect(await plain.json()).toMatchObject({ works: true, kind: null, of: null });
    const put = { params, body: BODY, headers: { "if-match": plain.headers.get("etag") ?? "" } };
    expect(await api.call("set-calendar-day", put)).toMatchObject({ works: false });
    expect(await api.refused("set-calendar-day", put)).toMatchObject({
      status: 409,
      code: "revision_conflict",
    });

    granted(await runTick(office.database, new Date("2026-09-11T07:30:00+07:00")));
    api.clock.set(new Date("2026-09-11T07:30:00+07:00"));
    const { items } = await api.call("list-nudges", { query: { outcome: "waiting", limit: 200 } });
    const rounds = items.filter(({ subject }: { subject: { kind: string } }) => subject.kind === "round");
    expect(rounds.length).toBeGreaterThan(0);
    for (const round of rounds) expect(round).toMatchObject({ reason: "last_working_day", rung: "0" });
    expect(
      (await api.call("list-audit-entries", { query: { action: "calendar-day-set" } })).items,
    ).toMatchObject([{ details: { date: "2026-09-14", kind: "day_off" } }]);
  });

  it("are nobody's to change but the administrator's, and reach as far as calendars do", async () => {
    const params = { date: "2026-09-14" };
    const reader = api.with(await api.key("read"));
    expect(await reader.refused("set-calendar-day", { params, body: BODY })).toMatchObject({
      code: "scope_too_small",
    });
    expect(
      await api.in(office.as("consolidator")).refused("set-calendar-day", { params, body: BODY }),
    ).toMatchObject({ code: "not_allowed" });
    expect(
      await api.refused("set-calendar-day", { params: { date: "2050-01-01" }, body: BODY }),
    ).toMatchObject({
      code: "date_out_of_years",
      detail: "Ngày nêu ra quá xa. Ngày phải từ 2021-01-01 đến 2033-12-31.",
    });
    expect(await api.refused("show-calendar-day", { params: { date: "2020-12-30" } })).toMatchObject({
      code: "date_out_of_years",
    });
    for (const date of ["2026-02-30", "hôm nay", "2026-9-1"])
      expect(await api.refused("set-calendar-day", { params: { date }, body: BODY }), date).toMatchObject({
        code: "request_invalid",
      });
    for (const body of [
      { ...BODY, name: " " },
      { ...BODY, kind: "off" },
      { ...BODY, source: "a\nb" },
    ])
      expect(await api.refused("set-calendar-day", { params, body })).toMatchObject({
        code: "request_invalid",
      });
    expect(
      await api.refused("list-calendar-days", { query: { from: "2026-01-01", to: "2028-01-01" } }),
    ).toMatchObject({ code: "period_too_long" });
    expect(await api.call("show-calendar-day", { params })).toMatchObject({ of: null });
  });
});
