import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../api/catalogues/load-catalogue.ts";
import { loadSamples, readSample, SAMPLE_CODES } from "../../../api/catalogues/load-samples.ts";
import { rows } from "../../../db/queries/rows.ts";
import type { Database, TenantTx } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, MONDAY, refusalOf, sampleOffice } from "../../support/office.ts";

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});

const roundsOf = (tx: TenantTx) =>
  rows<{ label: string; due: string | null; starts: string; reporters: number }>(
    tx,
    sql`select label, due_on::text as due, window_start_on::text as starts,
               (select count(*)::int from round_reporter p where p.round_id = r.id) as reporters
          from reporting_round r order by position`,
  );

describe("the five real catalogues", () => {
  it("load with their offices, and a second time change nothing and say so", async () => {
    const first = granted(await loadSamples(database, MONDAY));
    expect(first.map(({ code, loaded }) => [code, loaded?.tasks, loaded?.rounds, loaded?.closed])).toEqual([
      ["hai-an", 30, 2, false],
      ["kim-thanh", 23, 2, true],
      ["lam-ha", 16, 0, true],
      ["le-chan", 15, 2, false],
      ["le-chan-2025", 21, 3, true],
    ]);
    const again = granted(await loadSamples(database, MONDAY));
    expect(again.map(({ organizationId }) => organizationId)).toEqual(
      first.map(({ organizationId }) => organizationId),
    );
    expect(again.map(({ loaded }) => loaded)).toEqual(SAMPLE_CODES.map(() => null));
  });

  it("gives Hải An its two rounds: the last day in time is the day before", async () => {
    const office = await sampleOffice(database, "hai-an");
    expect(await office.read(roundsOf)).toEqual([
      { label: "lần 1", due: "2026-09-14", starts: "2026-02-12", reporters: 2 },
      { label: "lần 2", due: "2026-11-19", starts: "2026-09-14", reporters: 2 },
    ]);
  });

  it("makes no round of a rhythm whose day lies before the plan, and leaves undated ones undated", async () => {
    const kimThanh = await sampleOffice(database, "kim-thanh");
    expect(await kimThanh.read(roundsOf)).toEqual([
      { label: "9 tháng", due: "2025-08-31", starts: "2025-07-01", reporters: 1 },
      { label: "một năm", due: "2025-11-30", starts: "2025-08-31", reporters: 1 },
    ]);
    const leChan = await sampleOffice(database, "le-chan");
    expect(await leChan.read(roundsOf)).toEqual([
      { label: "06 tháng", due: null, starts: "2025-11-14", reporters: 3 },
      { label: "01 năm", due: null, starts: "2025-11-14", reporters: 3 },
    ]);
  });

  it("tells what the document leaves open", async () => {
    const samples = granted(await loadSamples(database, MONDAY));
    const warnings = (code: string) =>
      (samples.find((sample) => sample.code === code)?.loaded?.warnings ?? []).map(
        (warning) => `${warning.code} ${warning.count}`,
      );
    expect(warnings("kim-thanh")).toEqual([
      "lead-missing 23",
      "group-unconfirmed 4",
      "round-outside-scope 1",
    ]);
    expect(warnings("lam-ha")).toContain("round-missing 0");
    expect(warnings("le-chan")).toContain("round-undated 2");
  });
});

describe("what a document says of a task", () => {
  it("stands in columns: due date, ladder, roles of outside bodies, the search text", async () => {
    const office = await sampleOffice(database, "hai-an");
    const [task] = await office.read((tx) =>
      rows<Record<string, unknown>>(
        tx,
        sql`select t.due_on::text as due, t.has_ladder, t.search_text,
                   (select jsonb_agg(a.role order by a.role) from assignment a where a.task_id = t.id) as roles
              from task t where t.number = '1.2'`,
      ),
    );
    expect(task).toMatchObject({
      due: "2026-02-14",
      has_ladder: true,
      roles: ["invited", "lead", "lead"],
      search_text: expect.stringMatching(/^lap ke hoach dan van/),
    });
  });
});

describe("bad files", () => {
  it("is refused with its place, and nothing is written", async () => {
    const office = await sampleOffice(database, "hai-an");
    const load = (file: unknown) => office.at(MONDAY).as("operator").run(loadCatalogue, file);
    expect(refusalOf(await load(readSample("hai-an")))).toBe("catalogue_exists");
    for (const file of [null, 7, "{}", [], {}, { organization: {} }])
      expect(refusalOf(await load(file))).toBe("catalogue_invalid");
    const file = structuredClone(readSample("lam-ha")) as {
      catalogue: { tasks: { lead_units: string[] }[] };
    };
    file.catalogue.tasks[0]?.lead_units.push("Phòng không có");
    const result = await load(file);
    expect(result).toMatchObject({
      refusal: { code: "catalogue_invalid", args: { path: "catalogue.tasks.0.lead_units.0" } },
    });
    const [count] = await office.read((tx) =>
      rows<{ documents: number }>(tx, sql`select count(*)::int as documents from document`),
    );
    expect(count?.documents).toBe(1);
  });

  it("knows a unit again by any spelling when a second document comes", async () => {
    const office = await sampleOffice(database, "hai-an");
    const file = structuredClone(readSample("hai-an")) as {
      document: { title: string };
      units: { name: string; aliases: string[] }[];
    };
    file.document.title = "Một văn bản khác";
    granted(await office.at(MONDAY).as("operator").run(loadCatalogue, file));
    const [count] = await office.read((tx) =>
      rows<{ units: number; groups: number; tasks: number }>(
        tx,
        sql`select (select count(*)::int from unit) as units, (select count(*)::int from unit_group) as groups,
                   (select count(*)::int from task) as tasks`,
      ),
    );
    expect(count).toEqual({ units: 9, groups: 6, tasks: 62 });
  });
});
