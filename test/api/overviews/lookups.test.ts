import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { listDocuments } from "../../../api/overviews/list-documents.ts";
import { listDueDates } from "../../../api/overviews/list-due-dates.ts";
import { countUnits } from "../../../api/overviews/list-unit-counts.ts";
import { searchTasks } from "../../../api/overviews/search-tasks.ts";
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
import { arrange, FRONT, note } from "../progress/progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});
const head = () => office.as("head");

describe("counts per unit", () => {
  const counts = (who: Person | "operator", at: string | Date = MONDAY) =>
    office.at(at).as(who).run(countUnits, {});

  it("are for those who see all", async () => {
    for (const role of ["consolidator", "leader", "admin"] as const)
      expect(refusalOf(await counts(office.as(role)))).toBeNull();
    expect(refusalOf(await counts("operator"))).toBeNull();
    for (const role of ["head", "deputy"] as const)
      expect(refusalOf(await counts(office.as(role)))).toBe("not_allowed");
  });

  it("tell lead, done, overdue, due soon, and what nobody leads yet", async () => {
    const claim = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    await note(office, head(), "4.7", "đã hoàn thành ngày 30/8");
    await office
      .at(MONDAY)
      .as(office.as("leader"))
      .do(settleClaim, { claimId: claim.claim?.id ?? "", decision: "confirm" });
    const result = await counts(office.as("leader"));
    if (!result.ok) throw new Error(result.refusal.code);
    const { units, inForce, withoutLead, undeterminedGroups } = result.value;
    expect(units.map(({ name }) => name)).toHaveLength(6);
    expect(units.find(({ name }) => name === CULTURE)).toMatchObject({
      lead: 17,
      done: 1,
      overdue: 3,
      dueSoon: 0,
    });
    expect({ inForce, withoutLead }).toEqual({ inForce: 30, withoutLead: [] });
    expect(undeterminedGroups).toHaveLength(4);
    const november = await counts(office.as("leader"), "2026-11-20T08:00:00+07:00");
    expect(november).toMatchObject({
      value: { units: expect.arrayContaining([expect.objectContaining({ name: CULTURE, dueSoon: 1 })]) },
    });
  });

  it("name the tasks of a plan that names no lead units", async () => {
    const lamHa = await sampleOffice(office.database, "lam-ha");
    const shown = await lamHa.at("2024-06-03T08:00:00+07:00").as("operator").do(countUnits, {});
    expect(shown.units).toEqual([]);
    expect(shown.withoutLead.length).toBe(shown.inForce);
    expect(shown.inForce).toBeGreaterThan(0);
  });
});

describe("search", () => {
  const search = (who: Person | "operator", query: string) =>
    office.at(MONDAY).as(who).run(searchTasks, { query });
  const numbers = async (who: Person, query: string) => {
    const result = await search(who, query);
    return result.ok ? result.value.tasks.map(({ number }) => number) : result.refusal.code;
  };

  it("without diacritics, in the document's order", async () => {
    expect(await numbers(head(), "chinh quyen than thien")).toEqual(["2.4", "2.5"]);
    expect(await numbers(head(), "CHÍNH QUYỀN thân thiện".normalize("NFD"))).toEqual(["2.4", "2.5"]);
    expect(await numbers(head(), "chuyen doi so")).toEqual(["2.3", "4.10"]);
  });

  it("a unit finds its own, an overseer all, headings nobody", async () => {
    expect(await numbers(head(), "2.2")).toEqual([]);
    expect(await numbers(office.as("leader"), "2.2")).toEqual(["2.2"]);
    expect(await numbers(office.as("leader"), "3.5")).not.toContain("3.5");
    expect(await numbers(head(), "4.9")).toEqual(["4.9"]);
  });

  it("in the newest catalogue where none is in force", async () => {
    const later = office.at("2027-02-01T08:00:00+07:00").as(office.as("leader"));
    const { tasks } = await later.do(searchTasks, { query: "chinh quyen than thien" });
    expect(tasks.map(({ number }) => number)).toEqual(["2.4", "2.5"]);
  });

  it("refuses an empty query and whoever is no member; a huge or broken one finds nothing", async () => {
    for (const query of ["", " \n "]) expect(await numbers(head(), query)).toBe("query_empty");
    expect(refusalOf(await search("operator", "x"))).toBe("not_allowed");
    expect(await numbers(head(), "a".repeat(20_001))).toBe("request_invalid");
    expect(await numbers(head(), "😀")).toEqual([]);
    const result = await search(head(), `a${"👨‍👩‍👧".repeat(40)}`);
    expect(result.ok && /\p{Surrogate}/u.test(result.value.query)).toBe(false);
  });
});

describe("due dates", () => {
  const dates = (who: Person, at: string | Date = MONDAY) => office.at(at).as(who).do(listDueDates, {});
  const lines = async (...story: Parameters<typeof dates>) =>
    (await dates(...story)).entries.map(
      (entry) => `${entry.on} ${entry.kind === "round" ? entry.label : entry.number}`,
    );

  it("a unit's own and the rounds, by day, as far as the calendar looks", async () => {
    expect(await lines(head())).toEqual([
      "2026-09-14 lần 1",
      "2026-11-19 lần 2",
      "2026-11-30 5.1",
      "2026-12-31 2.5",
      "2026-12-31 3.1",
      "2026-12-31 4.8",
    ]);
    expect(await dates(head())).toMatchObject({ unit: CULTURE, until: "2027-01-05", undated: [] });
  });

  it("what was claimed is gone for the unit, and for overseers once every lead has claimed", async () => {
    await note(office, head(), "5.1", "đã hoàn thành");
    expect(await lines(head())).not.toContain("2026-11-30 5.1");
    expect(await lines(office.as("leader"))).not.toContain("2026-11-30 5.1");
    expect((await dates(office.as("leader"))).unit).toBeNull();
    await note(office, office.as("head", SERVICE_CENTRE), "3.2", "đã hoàn thành");
    expect(await lines(office.as("admin"))).toContain("2026-12-31 2.5");
  });

  it("rounds without a day are named; closed and past ones are not shown", async () => {
    await arrange(office, sql`update reporting_round set due_on = null where label = 'lần 2'`);
    await arrange(office, sql`update reporting_round set closed_at = now() where label = 'lần 1'`);
    expect(await dates(head())).toMatchObject({ undated: ["lần 2"] });
    expect((await lines(head())).some((line) => line.includes("lần"))).toBe(false);
  });

  it("rounds are not shown to whom they do not ask: invited bodies, excluded by the document, without a lead", async () => {
    const rounds = async (who: Person) =>
      (await dates(who)).entries.filter(({ kind }) => kind === "round").length;
    const front = await office.link("focal", FRONT);
    expect([await rounds(front), await rounds(head())]).toEqual([0, 2]);
    await arrange(office, sql`update reporting_round set due_on = null where label = 'lần 2'`);
    expect((await dates(front)).undated).toEqual([]);
    await arrange(office, sql`delete from round_reporter`);
    expect([await rounds(front), await rounds(head())]).toEqual([0, 1]);
    await arrange(
      office,
      sql`insert into round_reporter
          select (jsonb_populate_record(null::round_reporter, jsonb_build_object(
                   'id', gen_random_uuid(), 'organization_id', r.organization_id, 'round_id', r.id,
                   'unit_id', (select u.id from unit u
                                where u.organization_id = r.organization_id and u.name = ${SERVICE_CENTRE})))).*
            from reporting_round r`,
    );
    expect([await rounds(head()), await rounds(office.as("head", SERVICE_CENTRE))]).toEqual([0, 1]);
    expect(await rounds(office.as("leader"))).toBe(1);
  });

  it("only members ask", async () => {
    expect(refusalOf(await office.at(MONDAY).as("operator").run(listDueDates, {}))).toBe("not_allowed");
  });
});

describe("documents", () => {
  it("those in force with what is missing", async () => {
    expect(await office.at(MONDAY).as(head()).do(listDocuments, {})).toMatchObject([
      {
        number: "673/QĐ-UBND",
        issuedOn: "2026-02-12",
        tasks: 30,
        withoutLead: 0,
        rounds: 2,
        inForce: true,
        consolidatingUnit: CULTURE,
      },
    ]);
    expect(refusalOf(await office.at(MONDAY).as("operator").run(listDocuments, {}))).toBe("not_allowed");
  });

  it.each([
    ["kim-thanh", { leads: false, rounds: true }],
    ["lam-ha", { leads: false, rounds: false }],
  ] as const)("%s says that leads or rounds are missing, and is closed", async (code, names) => {
    const past = await sampleOffice(await haiAnEmptied(), code);
    const admin = await past.link("admin", null);
    const [document] = await past.at(MONDAY).as(admin).do(listDocuments, {});
    expect(document?.inForce).toBe(false);
    expect(document?.withoutLead === document?.tasks).toBe(!names.leads);
    expect((document?.rounds ?? 0) > 0).toBe(names.rounds);
  });
});

/** Chats belong to one office: the other's administrator needs a database without Hải An's. */
const haiAnEmptied = () => freshDatabase();
