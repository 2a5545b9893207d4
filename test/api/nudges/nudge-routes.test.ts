import { beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, type Office, sampleOffice } from "../../support/office.ts";

const REPORT_MORNING = new Date("2026-09-14T07:30:00+07:00");

type Row = Readonly<Record<string, unknown>> & {
  readonly id: string;
  readonly at: string;
  readonly outcome: string;
  readonly reason: string;
  readonly subject: {
    readonly kind: string;
    readonly id: string;
    readonly label: string;
    readonly unit_name: string;
  };
  readonly recipient: {
    readonly role: string;
    readonly member_id: string | null;
    readonly name: string | null;
  };
};

let office: Office;
let api: ApiHouse;

describe("the ledger of nudges", () => {
  beforeEach(async () => {
    office = await haiAn(await freshDatabase());
    api = await apiHouse(office);
    granted(await runTick(office.database, REPORT_MORNING));
    api.clock.set(REPORT_MORNING);
  });

  it("says of each reminder why it was sent and of each silence why not, page by page without a gap", async () => {
    const all: Row[] = (await api.call("list-nudges", { query: { limit: 200 } })).items;
    expect(all.length).toBeGreaterThan(20);
    const paged: Row[] = [];
    let cursor: string | null = null;
    for (let page = 0; page < 3; page += 1) {
      const answer: { items: Row[]; next_cursor: string | null } = await api.call("list-nudges", {
        query: { limit: 7, ...(cursor === null ? {} : { cursor }) },
      });
      paged.push(...answer.items);
      cursor = answer.next_cursor;
    }
    expect(paged).toEqual(all.slice(0, 21));

    const round = all.find(({ subject, recipient }) => subject.kind === "round" && recipient.role === "head");
    expect(round).toMatchObject({ outcome: "waiting", reason: "last_working_day", rung: "0" });
    const silent: Row[] = (await api.call("list-nudges", { query: { outcome: "silent", limit: 200 } })).items;
    expect(silent.length).toBeGreaterThan(0);
    for (const { reason, message } of silent) {
      expect(reason).toMatch(/^(nobody_linked|superseded|before_go_live)$/);
      expect(message).toBeNull();
    }
  });

  it("is asked for by unit, person, task and day", async () => {
    const head = office.as("head");
    const mine: Row[] = (await api.call("list-nudges", { query: { member_id: head.memberId, limit: 200 } }))
      .items;
    expect(mine.length).toBeGreaterThan(0);
    for (const { recipient } of mine)
      expect(recipient).toMatchObject({ member_id: head.memberId, name: head.name });
    const task = mine.find(({ subject }) => subject.kind === "task");
    const ofTask: Row[] = (await api.call("list-nudges", { query: { task_id: task?.subject.id ?? "" } }))
      .items;
    expect(ofTask.map(({ id }) => id)).toContain(task?.id);
    expect(new Set(ofTask.map(({ subject }) => subject.label))).toEqual(new Set([task?.subject.label]));
    const always = { from: "0001-01-01", to: "9999-12-31", limit: 200 };
    expect((await api.call("list-nudges", { query: always })).items.length).toBeGreaterThanOrEqual(
      mine.length,
    );
    const from = { from: "2026-09-15" };
    expect((await api.call("list-nudges", { query: from })).items).toEqual([]);
    const day = { from: "2026-09-14", to: "2026-09-14", limit: 200 };
    expect((await api.call("list-nudges", { query: day })).items.length).toBeGreaterThan(0);
    expect(
      await api.refused("list-nudges", { query: { from: "2026-09-15", to: "2026-09-14" } }),
    ).toMatchObject({
      status: 422,
      code: "period_invalid",
    });
  });

  it("names posts to the consolidator, not people, and is closed to the unit itself", async () => {
    const seen: Row[] = (await api.in(office.as("consolidator")).call("list-nudges")).items;
    expect(seen.length).toBeGreaterThan(0);
    expect(seen.map(({ recipient }) => recipient.name)).toEqual(seen.map(() => null));
    expect(await api.in(office.as("head")).refused("list-nudges")).toMatchObject({ code: "not_allowed" });
  });
});

describe("the forecast", () => {
  it("of an office without anybody linked says which post would be told, in digests, page by page", async () => {
    office = await sampleOffice(await freshDatabase(), "hai-an");
    api = await apiHouse(office);
    const query = { from: "2026-09-07", to: "2026-09-14", limit: 1000 };
    const whole = await api.call("forecast-nudges", { query });
    expect(whole).toMatchObject({ basis: "rehearsal", next_cursor: null });
    const rows: Row[] = whole.items;
    expect(new Set(rows.map(({ outcome }) => outcome))).toEqual(new Set(["unlinked", "silent"]));
    const last = rows.filter(
      ({ at, subject, outcome }) =>
        at === "2026-09-14T07:30:00+07:00" && subject.kind === "round" && outcome === "unlinked",
    );
    expect(last.map(({ subject }) => subject.unit_name)).toContain(CULTURE);
    for (const row of last) expect(row).toMatchObject({ reason: "last_working_day", rung: "0" });

    const paged: Row[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: Row[]; next_cursor: string | null } = await api.call("forecast-nudges", {
        query: { ...query, limit: 37, ...(cursor === null ? {} : { cursor }) },
      });
      paged.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(rows);
  });

  it("of a live office goes on from what was said, and is what the tick then does", async () => {
    office = await haiAn(await freshDatabase());
    api = await apiHouse(office);
    granted(await runTick(office.database, new Date("2026-09-07T07:30:00+07:00")));
    api.clock.set(new Date("2026-09-08T10:00:00+07:00"));
    granted(await runTick(office.database, api.clock.now()));

    const query = { from: "2026-09-09", to: "2026-09-09", limit: 1000, outcome: "sent" };
    const foreseen = await api.call("forecast-nudges", { query });
    expect(foreseen.basis).toBe("ledger");
    const morning = new Date("2026-09-09T07:30:00+07:00");
    granted(await runTick(office.database, morning));
    api.clock.set(morning);
    const said: Row[] = (
      await api.call("list-nudges", { query: { from: "2026-09-09", outcome: "waiting", limit: 200 } })
    ).items;
    const keyOf = ({ subject, recipient, reason }: Row): string =>
      `${subject.kind} ${subject.label} ${subject.unit_name} ${recipient.member_id} ${reason}`;
    expect(foreseen.items.map(keyOf).sort()).toEqual(said.map(keyOf).sort());
    // Nothing said on Monday is foreseen for today once more.
    expect(said.length).toBe(foreseen.items.length);
  });

  it("is refused for more than 400 days, backwards and far away, and writes nothing", async () => {
    office = await haiAn(await freshDatabase());
    api = await apiHouse(office);
    for (const [from, to, code] of [
      ["2026-09-07", "2027-12-31", "period_too_long"],
      ["2026-09-07", "2026-09-06", "period_invalid"],
      ["1990-01-01", "1990-01-02", "date_out_of_years"],
      ["2026-09-07", "9999-12-31", "period_too_long"],
    ] as const)
      expect(await api.refused("forecast-nudges", { query: { from, to } }), to).toMatchObject({ code });
    expect(await api.refused("forecast-nudges", { query: { from: "2026-02-30", to: "x" } })).toMatchObject({
      code: "request_invalid",
    });
    await api.call("forecast-nudges", { query: { from: "2026-09-07", to: "2027-10-11", limit: 1000 } });
    expect((await api.call("list-nudges")).items).toEqual([]);
  });
});
