import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { publishImport } from "../../../api/imports/publish-import.ts";
import type { Reading } from "../../../api/imports/reading.ts";
import { reviewField } from "../../../api/imports/review-field.ts";
import { showImport } from "../../../api/imports/show-import.ts";
import { storeImport } from "../../../api/imports/store-import.ts";
import { withdrawImport } from "../../../api/imports/withdraw-import.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, MONDAY, type Office, refusalOf } from "../../support/office.ts";
import { readTask, sampleReading } from "../../support/sample-reading.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const admin = () => office.at(MONDAY).as(office.as("admin"));
const outline = {
  format: "text" as const,
  pages: null,
  lines: ["I. NHIỆM VỤ", "1.1 …", "Phòng Văn hóa - Xã hội", "", "Báo cáo lần 1 trước ngày 15/6/2026"].map(
    (text) => ({
      text,
      page: null,
      row: null,
      cell: null,
    }),
  ),
  blocks: [],
  footnotes: [],
  remarks: [],
};
const store = async (reading: Reading, fileHash = "a".repeat(64)): Promise<string> =>
  (await admin().do(storeImport, { fileName: "kế hoạch.docx", fileHash, outline, reading })).importId;
const show = (importId: string) => admin().do(showImport, { importId });
const review = (importId: string, key: string, answer: string | null) =>
  admin().run(reviewField, { importId, revision: null, key, answer });
const publish = (importId: string) => admin().run(publishImport, { importId, revision: null });
const tasksOf = (catalogueId: string) =>
  office.read((tx) =>
    rows<{ number: string; wording: string; due_on: string | null; leads: string[] }>(
      tx,
      sql`select t.number, t.wording, t.due_on::text as due_on,
                 (select json_agg(coalesce(u.name, g.name) order by a.id)
                    from assignment a
                    left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
                    left join unit_group g on g.organization_id = a.organization_id and g.id = a.group_id
                   where a.organization_id = t.organization_id and a.task_id = t.id and a.role = 'lead') as leads
            from task t where t.catalogue_id = ${catalogueId}::uuid and t.withdrawn_at is null order by t.position`,
    ),
  );

const unsure = (field: keyof Reading["tasks"][number]["confidence"], confidence: number, own = {}) =>
  sampleReading((reading) => {
    const [first, ...others] = reading.tasks;
    if (first === undefined) throw new Error("two tasks");
    return {
      tasks: [{ ...first, ...own, confidence: { ...first.confidence, [field]: confidence } }, ...others],
    };
  });

describe("a document read without a doubt", () => {
  it("is published as it stands: wording, units by any spelling the office knows, the round", async () => {
    const importId = await store(sampleReading());
    const shown = await show(importId);
    expect(shown.draft.doubts).toEqual([]);
    const published = granted(await publish(importId));
    expect(published).toMatchObject({ version: 1, tasks: 2, rounds: 1 });
    expect(await tasksOf(published.catalogueId)).toEqual([
      {
        number: "1.1",
        wording: "Tổ chức hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân xã với Nhân dân.",
        due_on: null,
        leads: ["Phòng Văn hóa - Xã hội"],
      },
      {
        number: "1.2",
        wording: "Rà soát thủ tục hành chính thuộc thẩm quyền giải quyết của xã.",
        due_on: null,
        leads: ["Phòng Kinh tế"],
      },
    ]);
    const units = await office.read((tx) =>
      rows<{ n: number }>(tx, sql`select count(*)::int as n from unit where name = 'Phòng Văn hóa - Xã hội'`),
    );
    expect(units).toEqual([{ n: 1 }]);
    expect((await show(importId)).state).toBe("published");
    expect(refusalOf(await publish(importId))).toBe("import_published");
  });

  it("sent twice is one draft, and thrown away it is gone", async () => {
    const importId = await store(sampleReading());
    expect(await store(sampleReading())).toBe(importId);
    await admin().do(withdrawImport, { importId });
    expect(refusalOf(await admin().run(showImport, { importId }))).toBe("import_not_found");
    expect(await store(sampleReading())).not.toBe(importId);
  });
});

describe("a doubtful field", () => {
  it("holds the publication until somebody has looked at it", async () => {
    const importId = await store(unsure("lead_units", 0.5));
    expect((await show(importId)).draft.doubts).toMatchObject([
      { key: "task.0.lead_units", number: "1.1", confidence: 0.5, lines: [3, 3], blocking: false },
    ]);
    expect(await publish(importId)).toMatchObject({
      ok: false,
      refusal: { code: "import_doubts_left", args: { count: 1 } },
    });
    granted(await review(importId, "task.0.lead_units", null));
    expect(granted(await publish(importId)).tasks).toBe(2);
  });

  it("is corrected in the words of the field, and a wrong word changes nothing", async () => {
    const importId = await store(unsure("time_frame", 0.3));
    expect(await review(importId, "task.0.time_frame", "trước ngày 31/11/2026")).toMatchObject({
      ok: false,
      refusal: { code: "date_not_understood" },
    });
    expect(await review(importId, "task.0.time_frame", "mai mốt gì đó")).toMatchObject({
      ok: false,
      refusal: { code: "time_frame_not_understood" },
    });
    granted(await review(importId, "task.0.time_frame", "trước ngày 15/10/2026"));
    granted(await review(importId, "task.1.lead_units", "VHXH; Công an xã"));
    const { catalogueId } = granted(await publish(importId));
    expect(await tasksOf(catalogueId)).toMatchObject([
      { number: "1.1", due_on: "2026-10-14" },
      { number: "1.2", leads: ["Phòng Văn hóa - Xã hội", "Công an xã"] },
    ]);
  });

  it("is taken as read with all the others, but not what no catalogue can do without", async () => {
    const importId = await store(
      sampleReading((reading) => ({
        document: { ...reading.document, scope_period: null, scope_years: [] },
        tasks: [...reading.tasks, readTask("1.2", "Việc thứ ba mang số của việc thứ hai.")],
      })),
    );
    granted(await review(importId, "rest", null));
    expect(await publish(importId)).toMatchObject({ ok: false, refusal: { code: "import_not_ready" } });
    granted(await review(importId, "document.scope_start_on", "1/1/2026"));
    granted(await review(importId, "document.scope_end_on", "2026-12-31"));
    expect(await publish(importId)).toMatchObject({ ok: false, refusal: { code: "import_not_ready" } });
    granted(await review(importId, "task.2.number", "1.3"));
    const { catalogueId } = granted(await publish(importId));
    expect((await tasksOf(catalogueId)).map(({ number }) => number)).toEqual(["1.1", "1.2", "1.3"]);
  });

  it("does not take more than can be read again", async () => {
    const importId = await store(unsure("targets", 0.3));
    const many = Array.from({ length: 120 }, (_, at) => `Tổ ${at}`).join("; ");
    expect(refusalOf(await review(importId, "task.0.targets", many))).toBe("request_invalid");
    expect(refusalOf(await review(importId, "task.0.lead_units", many))).toBe("request_invalid");
    expect((await show(importId)).revision).toBe(1);
  });

  it("of a report is asked about once, with the reason that the reading gave", async () => {
    const importId = await store(
      sampleReading((reading) => {
        const [round] = reading.report_rounds;
        if (round === undefined) throw new Error("a round");
        const undated = { ...round, before: null, text: "báo cáo 06 tháng, 01 năm", confidence: 0.75 };
        const warning = {
          code: "round-undated",
          number: null,
          field: "report_rounds",
          line: 5,
          text: undated.text,
        };
        return {
          report_rounds: [
            { ...undated, label: "06 tháng" },
            { ...undated, label: "01 năm" },
          ],
          warnings: [warning, warning],
        };
      }),
    );
    const { doubts } = (await show(importId)).draft;
    expect(doubts.map(({ key, warnings }) => [key, warnings.map(({ code }) => code)])).toEqual([
      ["round.0.before", ["round-undated"]],
      ["round.1.before", ["round-undated"]],
    ]);
    granted(await review(importId, "round.0.before", "15/6/2026"));
    granted(await review(importId, "round.1.before", null));
    expect((await show(importId)).draft.doubts).toEqual([]);
  });

  it("of a round that names its last day is none, and that day is the last in time once published", async () => {
    const importId = await store(
      sampleReading((reading) => ({
        report_rounds: reading.report_rounds.slice(0, 1).flatMap((round) => [
          { ...round, label: "lần 1", before: localDate("2026-06-15"), inclusive: true as const },
          { ...round, label: "lần 2", before: localDate("2026-11-20"), inclusive: true as const },
        ]),
      })),
    );
    expect((await show(importId)).draft.doubts).toEqual([]);
    // Whoever corrects the day types one before which the report is in time.
    granted(await review(importId, "round.1.before", "25/11/2026"));
    const { catalogueId } = granted(await publish(importId));
    const due = await office.read((tx) =>
      rows<{ label: string; due_on: string }>(
        tx,
        sql`select label, due_on::text as due_on from reporting_round
             where catalogue_id = ${catalogueId}::uuid order by due_on`,
      ),
    );
    expect(due).toEqual([
      { label: "lần 1", due_on: "2026-06-15" },
      { label: "lần 2", due_on: "2026-11-24" },
    ]);
  });

  it("is not overwritten by somebody who saw an older draft", async () => {
    const importId = await store(unsure("title", 0.4));
    const { revision } = await show(importId);
    const at = (answer: string) =>
      admin().run(reviewField, { importId, revision, key: "task.0.title", answer });
    expect(await at("Đối thoại với Nhân dân quý I.")).toMatchObject({ ok: true });
    expect(refusalOf(await at("Đối thoại."))).toBe("import_changed");
    expect((await show(importId)).draft.reading.tasks[0]?.title).toBe("Đối thoại với Nhân dân quý I.");
  });
});

describe("units of the draft", () => {
  it("become the office's own, and the document's spelling is kept for the next one", async () => {
    const importId = await store(
      sampleReading((reading) => ({
        units: [
          ...reading.units,
          { ...(reading.units[0] as Reading["units"][number]), name: "Bộ phận Một cửa", aliases: [] },
        ],
        tasks: [
          readTask("1.1", "Niêm yết công khai thủ tục hành chính.", { lead_units: ["Bộ phận Một cửa"] }),
        ],
      })),
    );
    granted(await review(importId, "unit.Bộ phận Một cửa", "Trung tâm phục vụ hành chính công"));
    const { catalogueId } = granted(await publish(importId));
    expect(await tasksOf(catalogueId)).toMatchObject([{ leads: ["Trung tâm phục vụ hành chính công"] }]);
    const aliases = await office.read((tx) =>
      rows<{ n: number }>(tx, sql`select count(*)::int as n from unit_alias where alias = 'Bộ phận Một cửa'`),
    );
    expect(aliases).toEqual([{ n: 1 }]);
  });
});

describe("an amended document", () => {
  it("asks whether it amends the catalogue that it resembles, shows what changes, and then does", async () => {
    const first = granted(await publish(await store(sampleReading())));
    const importId = await store(
      sampleReading((reading) => ({
        document: {
          ...reading.document,
          number: "40/KH-UBND",
          title: "Điều chỉnh công tác dân vận năm 2026",
        },
        tasks: [
          ...reading.tasks.slice(1),
          readTask("1.3", "Mở chuyên mục dân vận khéo trên trang thông tin của xã."),
        ],
      })),
      "b".repeat(64),
    );
    expect(await show(importId)).toMatchObject({
      amends: undefined,
      amendable: expect.arrayContaining([
        expect.objectContaining({ catalogueId: first.catalogueId, likely: true }),
      ]),
    });
    expect(refusalOf(await publish(importId))).toBe("import_amends_undecided");
    granted(await review(importId, "catalogue.amends", first.catalogueId));
    const { comparison } = await show(importId);
    expect(comparison?.removed.map(({ content }) => content.number)).toEqual(["1.1"]);
    expect(
      comparison?.tasks.map(({ before, after, changes }) => [before?.content.number, after.number, changes]),
    ).toEqual([
      ["1.2", "1.2", []],
      [undefined, "1.3", []],
    ]);
    expect(granted(await publish(importId))).toMatchObject({ catalogueId: first.catalogueId, version: 2 });
    expect((await tasksOf(first.catalogueId)).map(({ number }) => number)).toEqual(["1.2", "1.3"]);
  });
});

it("what looks wrong in the document is told with its line, also where nothing was read from that line", async () => {
  const lines = [
    ...outline.lines,
    {
      ...outline.lines[0],
      text: "Yêu cầu các đơn vị của của xã thực hiện.",
      page: null,
      row: null,
      cell: null,
    },
  ];
  const { importId } = await admin().do(storeImport, {
    fileName: "kế hoạch.docx",
    fileHash: "d".repeat(64),
    outline: { ...outline, lines },
    reading: sampleReading(),
  });
  const { findings } = await show(importId);
  expect(findings.map(({ code, line }) => [code, line])).toContainEqual(["syllable-repeated", lines.length]);
});

describe("refused, with nothing written", () => {
  it("for whoever does not administer, for what is no key, for a document without tasks", async () => {
    const importId = await store(sampleReading());
    const head = office.at(MONDAY).as(office.as("head"));
    expect(refusalOf(await head.run(showImport, { importId }))).toBe("not_allowed");
    expect(refusalOf(await head.run(publishImport, { importId, revision: null }))).toBe("not_allowed");
    expect(refusalOf(await admin().run(showImport, { importId: "x" }))).toBe("import_not_found");
    for (const key of ["", "task", "task.1", "task.x.title", "document.lines", "__proto__", "round.0.text"])
      expect(refusalOf(await review(importId, key, "a")), key).toBe("request_invalid");
    const empty = sampleReading(() => ({ tasks: [] }));
    const stored = await admin().run(storeImport, {
      fileName: "a.txt",
      fileHash: "c".repeat(64),
      outline,
      reading: empty,
    });
    expect(refusalOf(stored)).toBe("import_without_tasks");
    expect((await show(importId)).revision).toBe(1);
  });
});
