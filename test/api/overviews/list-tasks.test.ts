import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { type ListTasksInput, listTasks } from "../../../api/overviews/list-tasks.ts";
import { settleClaim } from "../../../api/progress/settle-claim.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  haiAn,
  MONDAY,
  type Office,
  type Person,
  refusalOf,
  SERVICE_CENTRE,
  sampleOffice,
} from "../../support/office.ts";
import { arrange, ECONOMY, FRONT, note, OFFICE_UNIT } from "../progress/progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const ALL: ListTasksInput = { filter: "all", keyword: null, unitId: null, unitName: null };
const run = (who: Person | "operator", input: Partial<ListTasksInput> = {}, at: string | Date = MONDAY) =>
  office
    .at(at)
    .as(who)
    .run(listTasks, { ...ALL, ...input });
const list = async (who: Person, input: Partial<ListTasksInput> = {}, at: string | Date = MONDAY) => {
  const result = await run(who, input, at);
  if (!result.ok) throw new Error(result.refusal.code);
  return result.value;
};
const head = () => office.as("head");
const numbers = async (...story: Parameters<typeof list>) =>
  (await list(...story)).items.map(({ number }) => number);

describe("the head of Phòng Văn hóa - Xã hội on 07/09/2026", () => {
  it("leads 17, 5 of them overdue, coordinates 4, 6 wait to be determined, and owes 17", async () => {
    const { counts, round, unit, nothingBecause } = await list(head());
    expect(unit.name).toBe(CULTURE);
    expect(counts).toEqual({ lead: 17, overdue: 5, dueThisMonth: 0, coordinating: 4, undetermined: 6 });
    expect(round).toMatchObject({ label: "lần 1", dueOn: "2026-09-14", workingDaysLeft: 5 });
    expect(round?.obligation.missing).toHaveLength(17);
    expect(nothingBecause).toBeNull();
  });

  it("sees overdue ones first, by due date, then what the round asks for, in the document's order", async () => {
    expect(await numbers(head())).toEqual([
      "1.2",
      "3.5.a",
      "3.5.b",
      "2.4",
      "4.7",
      "1.1",
      "2.1",
      "2.3",
      "2.5",
      "3.1",
      "3.2",
      "3.5.c",
      "4.1",
      "4.8",
      "4.10",
      "5.1",
      "5.2",
    ]);
  });

  it("sees what is due soon before what the round asks for", async () => {
    expect((await numbers(head(), {}, "2026-11-20T08:00:00+07:00")).slice(5, 7)).toEqual(["5.1", "1.1"]);
  });

  it("sees what was answered after what is owed, what waits after the open ones, what is done last", async () => {
    await note(office, head(), "2.3", "không phát sinh");
    const claimed = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    const before = await list(head());
    expect(before.counts.overdue).toBe(4);
    expect(before.items.map(({ number }) => number).slice(-2)).toEqual(["2.3", "2.4"]);
    expect(before.items.find(({ number }) => number === "2.3")).toMatchObject({
      owedInRound: false,
      lastNote: { text: "không phát sinh" },
    });
    await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(settleClaim, { claimId: claimed.claim?.id ?? "", decision: "confirm" });
    const after = await list(head());
    expect(after.items.at(-1)).toMatchObject({ number: "2.4", status: { class: "done_on_time" } });
    expect(after.round?.obligation.missing).toHaveLength(15);
  });
});

describe("filters", () => {
  it.each([
    ["overdue", MONDAY, ["1.2", "3.5.a", "3.5.b", "2.4", "4.7"]],
    ["due_soon", MONDAY, []],
    ["due_soon", "2026-11-20T08:00:00+07:00", ["5.1"]],
    ["continuous", MONDAY, ["1.1", "2.1", "2.3"]],
    ["coordinating", MONDAY, ["1.3", "2.6", "3.4", "3.5.d"]],
    ["undetermined", MONDAY, ["3.3", "4.3", "4.4", "4.5", "4.6", "4.9"]],
  ] as const)("%s", async (filter, at, expected) => {
    expect(await numbers(head(), { filter }, at)).toEqual(expected);
  });

  it("a keyword is found without diacritics, in whatever the unit has a part in", async () => {
    expect(await numbers(head(), { keyword: "quy che dan chu" })).toEqual(["3.5.b"]);
    expect(await numbers(head(), { keyword: "4.10" })).toEqual(["4.10"]);
    const coordinated = await list(head(), { keyword: "2.6" });
    expect(coordinated.items).toMatchObject([{ number: "2.6", role: "coordinating" }]);
    expect(await numbers(head(), { keyword: "2.4", filter: "coordinating" })).toEqual([]);
    expect(await numbers(head(), { keyword: "xyz" })).toEqual([]);
  });
});

describe("a group's lead", () => {
  it("shows n/m, and each unit its own state", async () => {
    const claim = await note(office, office.as("head", SERVICE_CENTRE), "3.2", "đã hoàn thành");
    await office
      .at(MONDAY)
      .as(office.as("consolidator"))
      .do(settleClaim, { claimId: claim.claim?.id ?? "", decision: "confirm" });
    const mine = (await list(head())).items.find(({ number }) => number === "3.2");
    expect(mine).toMatchObject({
      parts: { done: 1, all: 6 },
      status: { class: "open_in_time" },
      lastNote: null,
    });
    const theirs = (await list(office.as("head", SERVICE_CENTRE))).items.find(
      ({ number }) => number === "3.2",
    );
    expect(theirs).toMatchObject({ parts: { done: 1, all: 6 }, status: { class: "done_on_time" } });
  });

  it("a coordinator owes nothing", async () => {
    const front = await office.link("focal", FRONT);
    const { counts, round } = await list(front, { filter: "coordinating" });
    expect(counts).toMatchObject({ lead: 0, overdue: 0 });
    expect(round).toBeNull();
  });
});

describe("a unit that only coordinates", () => {
  it("opens on what it coordinates; a unit that leads does not", async () => {
    const front = await office.link("focal", FRONT);
    const opened = await list(front);
    expect(opened).toMatchObject({ filter: "coordinating", counts: { lead: 0 } });
    expect(opened.items).toHaveLength(opened.counts.coordinating);
    expect((await list(front, { keyword: "2.4" })).filter).toBe("all");
    expect((await list(front, { filter: "overdue" })).filter).toBe("overdue");
    expect((await list(head())).filter).toBe("all");
  });
});

describe("whose list", () => {
  it("a head asks for no other unit, by id or by name", async () => {
    const other = await list(office.as("head", SERVICE_CENTRE));
    expect(refusalOf(await run(head(), { unitId: other.unit.id }))).toBe("not_allowed");
    expect(refusalOf(await run(head(), { unitName: "Trung tâm" }))).toBe("not_allowed");
    const own = (await list(head())).unit.id;
    expect(refusalOf(await run(head(), { unitId: own }))).toBeNull();
  });

  it("whoever sees all names a unit", async () => {
    for (const role of ["consolidator", "leader", "admin"] as const) {
      expect(await list(office.as(role), { unitName: "trung tam dich vu" })).toMatchObject({
        unit: { name: SERVICE_CENTRE },
      });
      expect(await list(office.as(role), { unitName: ECONOMY })).toMatchObject({ counts: { lead: 9 } });
    }
    const leader = office.as("leader");
    expect(refusalOf(await run(leader))).toBe("unit_required");
    expect(refusalOf(await run(leader, { unitName: "Sở Nội vụ" }))).toBe("unit_not_found");
    expect(await run(leader, { unitName: "trung tam" })).toMatchObject({
      refusal: { code: "unit_ambiguous" },
    });
    expect(refusalOf(await run(leader, { unitId: crypto.randomUUID() }))).toBe("unit_not_found");
    expect((await list(office.as("consolidator"))).unit.name).toBe(CULTURE);
  });

  it("the operator names a unit as well; wrong input is refused", async () => {
    expect(refusalOf(await run("operator", { unitName: OFFICE_UNIT }))).toBeNull();
    expect(refusalOf(await run("operator"))).toBe("unit_required");
    expect(refusalOf(await run(head(), { keyword: "k".repeat(201) }))).toBe("request_invalid");
  });
});

describe("nothing to show", () => {
  it("outside every catalogue's scope", async () => {
    const { items, counts, round, nothingBecause } = await list(head(), {}, "2027-02-01T08:00:00+07:00");
    expect({ items, round, nothingBecause }).toEqual({
      items: [],
      round: null,
      nothingBecause: "no_catalogue",
    });
    expect(counts.lead).toBe(0);
  });

  it("in a plan that names no lead units", async () => {
    const kimThanh = await sampleOffice(office.database, "kim-thanh");
    const then = "2025-09-03T08:00:00+07:00";
    const unitName = "Văn phòng HĐND và UBND xã";
    const shown = await kimThanh
      .at(then)
      .as("operator")
      .do(listTasks, { ...ALL, unitName });
    expect(shown).toMatchObject({ nothingBecause: "no_lead_units", items: [] });
  });

  it("of a restricted document's words", async () => {
    await arrange(office, sql`update document set restricted = true`);
    const { items } = await list(head());
    expect(new Set(items.map(({ title }) => title))).toEqual(new Set(["673/QĐ-UBND"]));
  });
});
