import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import {
  type CatalogueFile,
  catalogueFileSchema,
  timeFrameFileSchema,
} from "../../api/catalogues/catalogue-file.ts";
import { yearOf } from "../../api/shared/local-date.ts";

/**
 * Five documents of the field, as data. What must hold of them is counted here by hand; a folder with the
 * hand-made reading of the same documents (`CORPUS`), where there is one, is compared field by field.
 */

const samples = join(import.meta.dirname, "../../db/samples");
const readJson = (path: string): unknown => JSON.parse(readFileSync(path, "utf8"));
const load = (code: string): CatalogueFile =>
  catalogueFileSchema.parse(readJson(join(samples, `${code}.json`)));

const columns = ["sections", "tasks", "lead", "coordinating", "timed", "targets", "units", "rounds", "open"];
const facts = [
  { code: "le-chan-2025", reading: "000_a9d2c07115e6cd48", counts: [5, 21, 21, 5, 1, 2, 11, 3, 1] },
  { code: "kim-thanh", reading: "001_1cfb62cbd5e534ac", counts: [5, 23, 0, 0, 0, 1, 10, 3, 0] },
  { code: "hai-an", reading: "002_1e5dc06f100ea243", counts: [5, 31, 30, 23, 30, 1, 15, 2, 2] },
  { code: "le-chan", reading: "003_2f5acdee053d372f", counts: [4, 15, 12, 9, 15, 1, 13, 4, 6] },
  { code: "lam-ha", reading: "004_09e8b167c0733129", counts: [5, 16, 0, 0, 0, 0, 8, 0, 2] },
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

const corpus = process.env.CORPUS;
if (!corpus)
  console.info(
    "NOT RUN: the samples were not compared with the hand-made reading of the documents. " +
      "To run it: CORPUS=<folder that holds truth/> npx vitest run test/db/samples.test.ts",
  );

type Fact = null | boolean | number | string | Fact[] | { [key: string]: Fact };
type Facts = { [key: string]: Fact };

const asFacts = (fact: Fact | undefined): Facts => {
  if (fact === undefined || fact === null || typeof fact !== "object" || Array.isArray(fact))
    throw new TypeError(`not an object: ${JSON.stringify(fact)}`);
  return fact;
};
const listOf = (fact: Fact | undefined): Facts[] => (Array.isArray(fact) ? fact.map(asFacts) : []);
const readFacts = (path: string): Fact => JSON.parse(readFileSync(path, "utf8"));
const without = (facts: object, ...keys: string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)));
const squeeze = (text: string): string =>
  text
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe.runIf(corpus)("compared with the hand-made reading", () => {
  describe.each(facts)("$code", ({ code, reading }) => {
    const file = load(code);
    // Suites are collected even when they are not to run: without a corpus there is nothing to read.
    const truth = corpus ? asFacts(readFacts(join(corpus, "truth", `${reading}.json`))) : {};
    const truthTasks = listOf(truth.tasks);

    it("the document", () => {
      const expected = asFacts(truth.document);
      const kinds: Record<string, string> = { quyet_dinh: "decision", ke_hoach: "plan" };
      const named = (list: Fact | undefined) =>
        listOf(list).map(({ number = null, date = null, issuer = null, text = null }) => ({
          number,
          date,
          issuer,
          text,
        }));
      const ours = (list: CatalogueFile["document"]["parent_documents"]) =>
        list.map((named) => without(named, "questions"));
      const { document, organization } = file;
      expect(organization.name).toBe(expected.issuer);
      expect(document).toMatchObject({
        kind: kinds[String(expected.kind)],
        number: expected.number,
        issued_on: expected.issued_on,
        issuer: expected.issuer,
        title: expected.title,
        signer_position: expected.signer_position,
      });
      expect(ours(document.parent_documents)).toEqual(named(expected.parent_documents));
      expect(ours(document.basis_documents)).toEqual(named(expected.basis_documents));
    });

    it("the scope and its years", () => {
      const { scope } = file.catalogue;
      const expected = asFacts(truth.document);
      expect(scope).toEqual(expected.scope_period);
      const first = yearOf(scope.start_on);
      expect(Array.from({ length: yearOf(scope.end_on) - first + 1 }, (_, at) => first + at)).toEqual(
        expected.scope_years,
      );
    });

    it("the units and the groups", () => {
      const kinds: Record<string, string> = {
        // The reading's own note: an administrative body under the ward committee in the two-tier model.
        "Trung tâm phục vụ hành chính công": "department",
      };
      // Named only among the recipients: the document does not say that it is the same body, so nobody merges it.
      const aliases = (unit: Facts) =>
        Array.isArray(unit.aliases) ? unit.aliases.filter((alias) => alias !== "Ban TG&DV Đảng ủy") : [];
      const all = listOf(truth.units);
      expect(file.units.map((unit) => without(unit, "questions"))).toEqual(
        all
          .filter((unit) => unit.is_group === false)
          .map((unit) => ({
            name: unit.name,
            short: unit.short,
            kind: kinds[String(unit.name)] ?? unit.kind,
            aliases: aliases(unit),
          })),
      );
      expect(
        file.groups.map(({ name, short, group_of, aliases }) => ({ name, short, group_of, aliases })),
      ).toEqual(
        all
          .filter((unit) => unit.is_group === true)
          .map((unit) => ({
            name: unit.name,
            short: unit.short,
            group_of: String(unit.group_of).replace("organisations", "organizations"),
            aliases: aliases(unit),
          })),
      );
      const composites = (file.composites ?? []).map(({ phrase, groups }) => [phrase, groups] as const);
      expect(Object.fromEntries(composites)).toEqual(truth.composites ?? {});
    });

    it("the sections", () => {
      expect(file.catalogue.sections.map((section) => without(section, "short_title"))).toEqual(
        listOf(truth.sections).map(({ number, title, number_in_document }) => ({
          number,
          title,
          number_in_document: number_in_document === undefined ? number : number_in_document,
        })),
      );
    });

    it("the tasks: numbers, units, time frames, targets, what was left open", () => {
      expect(
        file.catalogue.tasks.map((task) => ({
          ...without(task, "short_title", "questions"),
          open: task.questions !== undefined,
        })),
      ).toEqual(
        truthTasks.map((task) => ({
          number: task.number,
          number_in_document: task.number_in_document,
          section: task.section,
          parent: task.parent,
          is_heading: task.is_heading_task ?? false,
          lead_units: task.lead_units,
          coordinating_units: task.coordinating_units,
          ...(task.coordination_roles === undefined ? {} : { coordination_roles: task.coordination_roles }),
          ...(task.mentioned_units === undefined ? {} : { mentioned_units: task.mentioned_units }),
          time_frame: task.time_frame,
          targets: task.targets,
          open: task.ambiguous,
        })),
      );
    });

    it("the short titles are our own words", () => {
      for (const [at, { title }] of truthTasks.entries()) {
        const ours = squeeze(file.catalogue.tasks[at]?.short_title ?? "");
        expect(ours).not.toBe("");
        // The spelled-out form too: an abbreviation does not make a quotation ours.
        for (const original of [String(title), String(title).replaceAll("Ủy ban nhân dân", "UBND")])
          expect(squeeze(original)).not.toContain(ours);
      }
    });

    it("the rounds, the routes and the consolidating unit", () => {
      const whole = (at: number, rounds: Facts[]): Fact | undefined =>
        rounds[at]?.text === "(cùng câu)" ? whole(at - 1, rounds) : rounds[at]?.text;
      expect(
        file.catalogue.report_rounds.map((round) => ({
          ...without(round, "questions"),
          open: round.questions !== undefined,
        })),
      ).toEqual(
        listOf(truth.report_rounds).map((round, at, rounds) => {
          const { from, from_units, via_unit, level } = round;
          return {
            ...without(round, "from", "notes", "ambiguous", "ambiguous_reason"),
            level: level ?? "internal",
            via_unit: via_unit ?? null,
            from_units: from_units ?? [from],
            text: whole(at, rounds),
            open: round.ambiguous ?? false,
          };
        }),
      );
      const route = (fact: Fact | undefined) => {
        if (fact === null) return null;
        const { decides, ...rest } = asFacts(fact);
        return { ...rest, decides: String(decides).replace(" or ", " hoặc ") };
      };
      const { consolidating_unit, ad_hoc_reports, adjustment_route, difficulty_route } = file.catalogue;
      expect({ consolidating_unit, ad_hoc_reports, adjustment_route, difficulty_route }).toEqual({
        consolidating_unit: truth.consolidating_unit,
        ad_hoc_reports: truth.ad_hoc_reports,
        adjustment_route: route(truth.adjustment_route),
        difficulty_route: route(truth.difficulty_route),
      });
    });
  });

  it("every phrase of the collection fits the file's time frame", () => {
    const phrases = readFacts(join(corpus ?? "", "time-frames.json"));
    const aboutThePhrase = ["needs_context", "sources", "context", "note", "ambiguous", "ambiguous_reason"];
    for (const phrase of listOf(phrases)) {
      // A cell broken over several lines is one phrase.
      const frame = {
        ...without(phrase, ...aboutThePhrase),
        text: String(phrase.text).replace(/\s+/gu, " "),
      };
      const result = timeFrameFileSchema.safeParse(frame);
      expect(result.error?.issues, JSON.stringify(frame)).toBeUndefined();
    }
  });
});
