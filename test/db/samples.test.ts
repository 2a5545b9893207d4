import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { type CatalogueFile, catalogueFileSchema } from "../../api/catalogues/catalogue-file.ts";

/** Five documents of the field, as data. What must hold of them is counted here by hand. */

const samples = join(import.meta.dirname, "../../db/samples");
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const load = (code: string): CatalogueFile =>
  catalogueFileSchema.parse(readJson(join(samples, `${code}.json`)));

const columns = ["sections", "tasks", "lead", "coordinating", "timed", "targets", "units", "rounds", "open"];
const facts = [
  { code: "le-chan-2025", counts: [5, 21, 21, 5, 1, 2, 11, 3, 1] },
  { code: "kim-thanh", counts: [5, 23, 0, 0, 0, 1, 10, 3, 0] },
  { code: "hai-an", counts: [5, 31, 30, 23, 30, 1, 15, 2, 2] },
  { code: "le-chan", counts: [4, 15, 12, 9, 15, 1, 13, 4, 6] },
  { code: "lam-ha", counts: [5, 16, 0, 0, 0, 0, 8, 0, 2] },
] as const;

it("holds the five offices and nothing else", () => {
  expect(new Set(readdirSync(samples))).toEqual(new Set(facts.map(({ code }) => `${code}.json`)));
});

describe.each(facts)("$code", ({ code, counts }) => {
  const file = load(code);
  const { tasks, sections, report_rounds } = file.catalogue;

  it("is as large as the document", () => {
    const count = (holds: (task: (typeof tasks)[number]) => boolean) => tasks.filter(holds).length;
    expect(file.organization.code).toBe(code);
    expect({
      sections: sections.length,
      tasks: tasks.length,
      lead: count((task) => task.lead_units.length > 0),
      coordinating: count((task) => task.coordinating_units.length > 0),
      timed: count((task) => task.time_frame.kind !== "none"),
      targets: tasks.flatMap((task) => task.targets).length,
      units: file.units.length + file.groups.length,
      rounds: report_rounds.length,
      open: count((task) => (task.questions ?? []).length > 0),
    }).toEqual(Object.fromEntries(columns.map((column, at) => [column, counts[at]])));
  });

  it("has a short title of our own for every task and none of the document's wording", () => {
    const titles = tasks.map((task) => task.short_title);
    for (const title of [...titles, ...sections.map((section) => section.short_title)]) {
      expect(title.length).toBeLessThanOrEqual(80);
      expect(title).not.toMatch(/[.;,…]$|\s{2}|["']/u);
    }
    expect(new Set(titles).size).toBe(titles.length);
    expect(tasks.filter((task) => task.wording !== undefined)).toEqual([]);
  });

  it("does not decide what 'có liên quan' means", () => {
    for (const group of file.groups.filter(({ name }) => name.includes("liên quan")))
      expect(group).toMatchObject({ members: [], confirmed: false, questions: [expect.any(String)] });
    for (const group of file.groups.filter(({ confirmed }) => !confirmed))
      expect(group.questions).toBeDefined();
  });
});

describe("Hải An", () => {
  const { catalogue, groups, units } = load("hai-an");
  const led = (name: string) => catalogue.tasks.filter((task) => task.lead_units.includes(name)).length;

  it("lets Phòng Văn hóa - Xã hội lead 12 tasks by itself and 17 with the group it belongs to", () => {
    const own = "Phòng Văn hóa - Xã hội";
    expect(led(own)).toBe(12);
    const names = [own, ...groups.filter((group) => group.members.includes(own)).map((group) => group.name)];
    const all = catalogue.tasks.filter((task) => task.lead_units.some((name) => names.includes(name)));
    expect(all).toHaveLength(17);
  });

  it("confirms exactly the departments and the service units", () => {
    const ofKind = (kind: string) => units.filter((unit) => unit.kind === kind).map((unit) => unit.name);
    const confirmed = groups.filter((group) => group.confirmed);
    expect(confirmed.map((group) => [group.group_of, [...group.members].sort()])).toEqual([
      ["all_departments", ofKind("department").sort()],
      ["all_service_units", ofKind("service_unit").sort()],
    ]);
  });
});

describe("a file that cannot be right is refused with its place", () => {
  const refusals = (spoil: (file: CatalogueFile) => unknown): string[] => {
    const file = load("hai-an");
    spoil(file);
    const result = catalogueFileSchema.safeParse(file);
    return result.success ? [] : result.error.issues.map((issue) => issue.path.join("."));
  };
  const first = (file: CatalogueFile) => {
    const [task] = file.catalogue.tasks;
    if (task === undefined) throw new Error("no task");
    return task;
  };

  it.each<[string, string, (file: CatalogueFile) => unknown]>([
    [
      "a lead that nobody named",
      "catalogue.tasks.0.lead_units.0",
      (file) => first(file).lead_units.splice(0, 1, "Phòng Nội vụ"),
    ],
    [
      "a number that stands twice",
      "catalogue.tasks.1.number",
      (file) => Object.assign(file.catalogue.tasks[1] ?? {}, { number: "1.1" }),
    ],
    [
      "a section that is not there",
      "catalogue.tasks.0.section",
      (file) => Object.assign(first(file), { section: "9" }),
    ],
    [
      "a task that is its own parent",
      "catalogue.tasks.0.parent",
      (file) => Object.assign(first(file), { parent: "1.1" }),
    ],
    [
      "a day that does not exist",
      "document.issued_on",
      (file) => Object.assign(file.document, { issued_on: "2026-02-30" }),
    ],
    [
      "a short title of 81 letters",
      "catalogue.tasks.0.short_title",
      (file) => Object.assign(first(file), { short_title: "ộ".repeat(81) }),
    ],
    ["a field that nobody reads", "", (file) => Object.assign(file, { secret: true })],
    ["one spelling for two units", "units.1.aliases.1", (file) => file.units[1]?.aliases.push("vhxh")],
    [
      "a group confirmed without members",
      "groups.2.confirmed",
      (file) => Object.assign(file.groups[2] ?? {}, { confirmed: true }),
    ],
    [
      "a consolidating unit that is a group",
      "catalogue.consolidating_unit",
      (file) => Object.assign(file.catalogue, { consolidating_unit: file.groups[0]?.name }),
    ],
    [
      "more than 2000 tasks",
      "catalogue.tasks",
      (file) => file.catalogue.tasks.push(...Array.from({ length: 2000 }, () => first(file))),
    ],
  ])("%s", (_, path, spoil) => {
    expect(refusals(spoil)).toEqual([path]);
  });

  it("reads letters in decomposed form as the same name", () => {
    const file = load("hai-an");
    const decomposed: unknown = JSON.parse(JSON.stringify(file).normalize("NFD"));
    expect(catalogueFileSchema.parse(decomposed)).toEqual(file);
  });
});
