import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { assignTask } from "../../../api/catalogues/assign-task.ts";
import type { CatalogueFile } from "../../../api/catalogues/catalogue-file.ts";
import { publishVersion } from "../../../api/catalogues/publish-version.ts";
import { showTask } from "../../../api/overviews/show-task.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import haiAnFile from "../../../db/samples/hai-an.json" with { type: "json" };
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn, MONDAY, type Office, refusalOf, SERVICE_CENTRE } from "../../support/office.ts";

let office: Office;
let catalogueId: string;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  const [found] = await office.read((tx) => rows<{ id: string }>(tx, sql`select id from catalogue`));
  catalogueId = found?.id ?? "";
});

const ISSUED = "2026-09-04";
type FileTask = CatalogueFile["catalogue"]["tasks"][number];

/** Decision 673 as an amending decision would print it again, after `change`. */
const amended = (
  change: (tasks: FileTask[], file: CatalogueFile) => FileTask[] | undefined,
): CatalogueFile => {
  const file = structuredClone(haiAnFile) as unknown as CatalogueFile;
  file.document = { ...file.document, number: "900/QĐ-UBND", issued_on: ISSUED } as typeof file.document;
  file.catalogue.tasks = change(file.catalogue.tasks, file) ?? file.catalogue.tasks;
  return file;
};
const numbered = (tasks: readonly FileTask[], number: string): FileTask => {
  const task = tasks.find((one) => one.number === number);
  if (task === undefined) throw new Error(`no task ${number}`);
  return task;
};

const publish = (file: unknown, amends: string | null = catalogueId) =>
  office.at(MONDAY).as(office.as("admin")).run(publishVersion, { file, amends });
const idsByNumber = async () =>
  new Map(
    (
      await office.read((tx) =>
        rows<{ id: string; number: string }>(tx, sql`select id, number from task where withdrawn_at is null`),
      )
    ).map(({ id, number }) => [number, id]),
  );
const notices = (person: { readonly memberId: string }) =>
  office.read((tx) =>
    rows<{ key: string; args: Record<string, unknown> }>(
      tx,
      sql`select line ->> 'key' as key, line -> 'args' as args
            from outbox_message, jsonb_array_elements(message -> 'paragraphs' -> 0) with ordinality as lines (line, at)
           where purpose = 'notice' and member_id = ${person.memberId}::uuid order by at`,
    ),
  );
const keys = async (person: { readonly memberId: string }) => (await notices(person)).map(({ key }) => key);

describe("an amended decision", () => {
  it("that says the same again is a version without a change, and nobody is disturbed", async () => {
    const before = await idsByNumber();
    const published = await publish(amended(() => undefined));
    expect(published).toMatchObject({ ok: true, value: { version: 2, told: 0 } });
    expect(await idsByNumber()).toEqual(before);
    const assignments = await office.read((tx) =>
      rows<{ open: number; ended: number }>(
        tx,
        sql`select count(*) filter (where to_on is null)::int as open,
                   count(*) filter (where to_on is not null)::int as ended from assignment`,
      ),
    );
    expect(assignments).toEqual([{ open: expect.any(Number), ended: 0 }]);
  });

  it("moves a task with its notes, also where two tasks change numbers with each other", async () => {
    const before = await idsByNumber();
    const head = office.as("head");
    await office
      .at(MONDAY)
      .as(head)
      .do(submitProgressUpdate, {
        taskId: before.get("2.4") ?? "",
        text: "đang lấy ý kiến",
        messageKey: "n1",
      });
    const published = await publish(
      amended((tasks) => {
        numbered(tasks, "2.4").number = "2.x";
        numbered(tasks, "2.5").number = "2.4";
        numbered(tasks, "2.x").number = "2.5";
        return tasks;
      }),
    );
    expect(published.ok).toBe(true);
    const after = await idsByNumber();
    expect(after.get("2.5")).toBe(before.get("2.4"));
    expect(after.get("2.4")).toBe(before.get("2.5"));
    const shown = await office.at(MONDAY).as(head).do(showTask, { number: "2.5" });
    expect(JSON.stringify(shown)).toContain("đang lấy ý kiến");
  });

  it("is found again by its sentences where the catalogue held short titles alone, and keeps the notes", async () => {
    const before = await idsByNumber();
    const sentence = (title: string) =>
      `Tham mưu Ủy ban nhân dân phường ${title.replaceAll(/((?:\S+ ){4})/gu, "$1kịp thời ")} theo quy định.`;
    const published = await publish(
      amended((tasks) => {
        const printed = tasks.map((task) => ({
          ...task,
          wording: sentence(task.short_title),
          short_title: "Tham mưu Ủy ban nhân dân phường…",
        }));
        numbered(printed, "2.4").number = "2.x";
        numbered(printed, "2.5").number = "2.4";
        numbered(printed, "2.x").number = "2.5";
        return printed;
      }),
    );
    expect(published).toMatchObject({ ok: true, value: { version: 2 } });
    const after = await idsByNumber();
    expect([after.get("2.4"), after.get("2.5")]).toEqual([before.get("2.5"), before.get("2.4")]);
    expect([...after.values()].sort()).toEqual([...before.values()].sort());
    // Nobody can tell from a short title whether its sentence was rewritten: only the new numbers are told.
    const told = (await notices(office.as("head"))).filter(({ key }) => key === "notice-catalogue-reworded");
    expect(told.map(({ args }) => args.numbers)).toEqual([{ list: ["2.4", "2.5"] }]);
  });

  it("takes out, adds and reassigns, and tells each unit only its own part", async () => {
    const before = await idsByNumber();
    const published = await publish(
      amended((tasks) => {
        const plan = numbered(tasks, "2.4");
        plan.time_frame = {
          ...plan.time_frame,
          text: "Quý II/2026",
          start_on: "2026-04-01",
          end_on: "2026-06-30",
          due_on: "2026-06-30",
        } as FileTask["time_frame"];
        const model = numbered(tasks, "2.5");
        model.lead_units = [SERVICE_CENTRE];
        const propaganda = numbered(tasks, "1.3");
        const extra: FileTask = {
          ...structuredClone(propaganda),
          number: "1.4",
          number_in_document: "1.4",
          short_title: "Mở chuyên trang dân vận trên cổng thông tin điện tử",
        };
        return [...tasks.filter(({ number }) => number !== "3.1"), extra];
      }),
    );
    expect(published).toMatchObject({ ok: true, value: { version: 2 } });
    const after = await idsByNumber();
    expect(after.has("3.1")).toBe(false);
    expect(after.has("1.4")).toBe(true);
    expect(
      [...before.keys()]
        .filter((number) => number !== "3.1")
        .every((number) => after.get(number) === before.get(number)),
    ).toBe(true);

    expect(await notices(office.as("head"))).toEqual([
      expect.objectContaining({ key: "notice-catalogue-amended" }),
      { key: "notice-catalogue-lost", args: { count: 2, numbers: { list: ["2.5", "3.1"] } } },
      {
        key: "notice-catalogue-due-changed",
        args: { number: "2.4", due: { date: "2026-06-30", due: true } },
      },
      expect.objectContaining({ key: "notice-catalogue-how" }),
    ]);
    expect(await keys(office.as("head", SERVICE_CENTRE))).toEqual([
      "notice-catalogue-amended",
      "notice-catalogue-gained",
      "notice-catalogue-how",
      "notice-catalogue-received",
    ]);
  });

  it("keeps whom the administrator assigned beside the document", async () => {
    const admin = office.at(MONDAY).as(office.as("admin"));
    await admin.do(assignTask, {
      taskId: (await idsByNumber()).get("1.3") ?? "",
      role: "lead",
      unit: CULTURE,
    });
    await publish(
      amended((tasks) => {
        numbered(tasks, "1.3").short_title = "Tuyên truyền chủ trương đến Nhân dân";
        return tasks;
      }),
    );
    const leads = await office.read((tx) =>
      rows<{ name: string }>(
        tx,
        sql`select u.name from assignment a join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
             join task t on t.organization_id = a.organization_id and t.id = a.task_id
            where t.number = '1.3' and a.role = 'lead' and a.to_on is null order by u.name`,
      ),
    );
    expect(leads.map(({ name }) => name)).toEqual([CULTURE, SERVICE_CENTRE]);
  });

  it("moves a round, adds one, closes one that it no longer names", async () => {
    await publish(
      amended((_tasks, file) => {
        const [first, second] = file.catalogue.report_rounds;
        if (first === undefined || second === undefined) throw new Error("two rounds");
        file.catalogue.report_rounds = [
          { ...first, before: "2026-09-20" as typeof first.before },
          { ...second, label: "lần cuối", before: "2026-12-10" as typeof second.before },
        ];
        return undefined;
      }),
    );
    const rounds = await office.read((tx) =>
      rows<{ label: string; due_on: string; closed: boolean; version: number }>(
        tx,
        sql`select label, due_on::text as due_on, closed_at is not null as closed from reporting_round order by due_on`,
      ),
    );
    expect(rounds).toEqual([
      { label: "lần 1", due_on: "2026-09-19", closed: false },
      { label: "lần 2", due_on: "2026-11-19", closed: true },
      { label: "lần cuối", due_on: "2026-12-09", closed: false },
    ]);
  });
});

describe("refused, with nothing changed", () => {
  it("for a head, for a broken file, for a catalogue that is not there", async () => {
    const count = () =>
      office.read((tx) => rows<{ n: number }>(tx, sql`select count(*)::int as n from catalogue_version`));
    const before = await count();
    const file = amended(() => undefined);
    const head = await office
      .at(MONDAY)
      .as(office.as("head"))
      .run(publishVersion, { file, amends: catalogueId });
    expect(refusalOf(head)).toBe("not_allowed");
    expect(refusalOf(await publish({ ...file, catalogue: { ...file.catalogue, tasks: [] } }))).toBe(
      "catalogue_invalid",
    );
    expect(refusalOf(await publish(file, "00000000-0000-7000-8000-000000000000"))).toBe(
      "catalogue_not_found",
    );
    expect(refusalOf(await publish(file, "không phải mã"))).toBe("catalogue_not_found");
    expect(await count()).toEqual(before);
  });
});

describe("a first version", () => {
  it("tells every linked head what the unit leads and coordinates, with the next due date", async () => {
    const file = amended((tasks, whole) => {
      whole.document.title = "Ban hành danh mục nhiệm vụ bổ sung";
      return tasks;
    });
    const published = await publish(file, null);
    expect(published).toMatchObject({ ok: true, value: { version: 1, told: expect.any(Number) } });
    expect(await keys(office.as("head"))).toEqual([
      "notice-catalogue-published",
      "notice-catalogue-leads",
      "notice-catalogue-coordinates",
      "notice-catalogue-first-due",
      "notice-catalogue-how",
      "notice-catalogue-received",
    ]);
  });
});
