import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { type CatalogueFile, catalogueFileSchema } from "../../../api/catalogues/catalogue-file.ts";
import { timeFrameFileSchema } from "../../../api/catalogues/file-time-frame.ts";
import { yearOf } from "../../../api/shared/local-date.ts";
import { SAMPLE_OF_DOCUMENT } from "../../support/catalogue-standing.ts";
import { DOCUMENTS, type Fact, phrases, truthOf } from "../corpus.ts";

/** Each sample with a document that it was made from. */
const READINGS = Object.entries(SAMPLE_OF_DOCUMENT).map(([start, code]) => ({
  code,
  document: DOCUMENTS.find((name) => name.startsWith(start)) ?? start,
}));

type Facts = { [key: string]: Fact };

const asFacts = (fact: Fact | undefined): Facts => {
  if (fact === undefined || fact === null || typeof fact !== "object" || Array.isArray(fact))
    throw new TypeError(`not an object: ${JSON.stringify(fact)}`);
  return fact;
};
const listOf = (fact: Fact | undefined): Facts[] => (Array.isArray(fact) ? fact.map(asFacts) : []);
const without = (facts: object, ...keys: string[]): Facts =>
  Object.fromEntries(Object.entries(facts).filter(([key]) => !keys.includes(key)));
const squeeze = (text: string): string =>
  text
    .toLocaleLowerCase("vi")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe.each(READINGS)("$code, compared with the hand-made reading", ({ code, document }) => {
  const file = catalogueFileSchema.parse(
    JSON.parse(readFileSync(new URL(`../../../db/samples/${code}.json`, import.meta.url), "utf8")),
  );
  const truth = asFacts(truthOf(document));
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
    expect(file.organization.name).toBe(expected.issuer);
    expect(file.document).toMatchObject({
      kind: kinds[String(expected.kind)],
      number: expected.number,
      issued_on: expected.issued_on,
      issuer: expected.issuer,
      title: expected.title,
      signer_position: expected.signer_position,
    });
    expect(ours(file.document.parent_documents)).toEqual(named(expected.parent_documents));
    expect(ours(file.document.basis_documents)).toEqual(named(expected.basis_documents));
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
  const aboutThePhrase = ["needs_context", "sources", "context", "note", "ambiguous", "ambiguous_reason"];
  for (const phrase of listOf(phrases())) {
    // A cell broken over several lines is one phrase.
    const frame = {
      ...without(phrase, ...aboutThePhrase),
      text: String(phrase.text).replace(/\s+/gu, " "),
    };
    const result = timeFrameFileSchema.safeParse(frame);
    expect(result.error?.issues, JSON.stringify(frame)).toBeUndefined();
  }
});
