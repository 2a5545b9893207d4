import type { CatalogueFile } from "../catalogues/catalogue-file.ts";
import { deriveLateDay } from "./derive-late-day.ts";
import type { Draft } from "./draft.ts";
import type { Reading, ReadTask, ReadUnit } from "./reading.ts";
import { shortenTitle } from "./shorten-title.ts";

const KINDS: Readonly<Record<Reading["document"]["kind"], CatalogueFile["document"]["kind"]>> = {
  quyet_dinh: "decision",
  ke_hoach: "plan",
  chuong_trinh: "programme",
  cong_van: "other",
  thong_bao: "other",
  khac: "other",
};

/** Which units of the draft a group is proposed to hold: by kind, until the administrator confirms. */
const MEMBERS: Readonly<Record<string, readonly ReadUnit["kind"][]>> = {
  all_departments: ["department"],
  all_service_units: ["service_unit"],
  armed_forces: ["armed_force"],
  residential_groups: ["residential_group"],
  mass_organisations: ["mass_organization"],
};

/**
 * A draft as the catalogue file that is published: the document's words kept whole as wording, names in place of ids.
 * What the schema of a catalogue file demands beyond this is checked by it; a draft without a period has none here.
 */
export const convertReading = (
  draft: Draft,
  organization: { readonly code: string; readonly name: string },
): unknown => {
  const { reading } = draft;
  const { document } = reading;
  const issuer = document.issuer ?? organization.name;
  const needed = namesInUse(reading);
  const units = reading.units.filter((unit) => !unit.is_group && needed.has(unit.name));
  const groups = reading.units.filter((unit) => unit.is_group && needed.has(unit.name));
  const taken = new Set<string>();
  const spellings = (unit: ReadUnit): string[] => freeSpellings(unit, taken);
  for (const { name } of [...units, ...groups]) taken.add(name.toLocaleLowerCase("vi"));
  const unitNames = new Set(units.map(({ name }) => name));
  const sections = sectionsOf(reading);
  const labels = labelRounds(reading.report_rounds);
  const tasks = orderTasks(reading.tasks).map((task) => convertTask(task, sections[0]?.number ?? "1"));
  const bodies = new Set([...needed, organization.name, issuer]);
  const unitOr = (name: string | null): string | null => (name !== null && unitNames.has(name) ? name : null);
  const bodyOr = (name: string | null): string =>
    name !== null && bodies.has(name) ? name : organization.name;
  const route = (found: Reading["adjustment_route"]) =>
    found === null
      ? null
      : {
          to: bodyOr(found.to),
          via: unitOr(found.via),
          decides: found.decides,
          text: found.text.slice(0, 1000),
        };
  return {
    organization: { ...organization, level: "commune", superior: null },
    units: units.map((unit) => ({
      name: unit.name,
      short: unit.short,
      kind: unit.kind === "group" ? "other" : unit.kind,
      aliases: spellings(unit),
    })),
    groups: groups.map((unit) => ({
      name: unit.name,
      short: unit.short,
      group_of: unit.group_of === "mass_organisations" ? "mass_organizations" : (unit.group_of ?? "other"),
      aliases: spellings(unit),
      members: units
        .filter(({ kind }) => MEMBERS[unit.group_of ?? ""]?.includes(kind))
        .map(({ name }) => name),
      confirmed: false,
    })),
    document: {
      kind: KINDS[document.kind],
      number: document.number,
      issued_on: document.issued_on,
      issuer,
      title: document.title.slice(0, 1000),
      short_title: shortenTitle(document.title),
      signer_position: document.signer_position?.slice(0, 200) ?? null,
      restricted: draft.restricted,
      parent_documents: document.parent_documents.slice(0, 20).map(namedDocument),
      basis_documents: document.basis_documents.slice(0, 50).map(namedDocument),
    },
    catalogue: {
      scope: document.scope_period && {
        ...document.scope_period,
        text:
          document.scope_period.text.trim() ||
          `${document.scope_period.start_on} – ${document.scope_period.end_on}`,
      },
      consolidating_unit: unitOr(reading.consolidating_unit),
      ad_hoc_reports: reading.ad_hoc_reports,
      adjustment_route: route(reading.adjustment_route),
      difficulty_route: route(reading.difficulty_route),
      sections,
      tasks,
      report_rounds: reading.report_rounds.map((round, at) => ({
        label: labels[at],
        ...dayOfRound(round),
        recurs: round.recurs,
        level: round.level ?? "internal",
        from_units: [...new Set((round.from_units ?? []).filter((name) => needed.has(name)))],
        via_unit: unitOr(round.via_unit),
        to_unit: bodyOr(round.to_unit),
        text: round.text.slice(0, 1000),
      })),
    },
  };
};

const namedDocument = (named: Reading["document"]["parent_documents"][number]) => ({
  number: named.number?.slice(0, 60) ?? null,
  date: named.date,
  issuer: named.issuer?.slice(0, 200) ?? null,
  text: named.text?.slice(0, 500) ?? null,
});

/** Names that a task, a round or a route refers to. A unit that is only thanked at the end is none of the office's. */
const namesInUse = (reading: Reading): ReadonlySet<string> => {
  const names = new Set(
    [
      ...reading.tasks.flatMap((task) => [
        ...task.lead_units,
        ...task.coordinating_units,
        ...(task.mentioned_units ?? []),
      ]),
      ...reading.report_rounds.flatMap((round) => [...(round.from_units ?? []), round.via_unit]),
      reading.consolidating_unit,
      reading.adjustment_route?.via ?? null,
      reading.difficulty_route?.via ?? null,
      ...reading.other_duties.map(({ unit }) => unit),
    ].filter((name) => name !== null),
  );
  // A group of units is proposed out of all units of its kind, named by a task or not.
  for (const unit of reading.units) if (!unit.is_group) names.add(unit.name);
  return names;
};

/** Spellings that nobody else has; the first to claim one keeps it. */
const freeSpellings = (unit: ReadUnit, taken: Set<string>): string[] =>
  [...new Set(unit.aliases.map((alias) => alias.normalize("NFC").replace(/\s+/gu, " ").trim()))].filter(
    (alias) => {
      const key = alias.toLocaleLowerCase("vi");
      if (alias === "" || alias.length > 200 || taken.has(key)) return false;
      taken.add(key);
      return true;
    },
  );

/** Every section that a task stands in; a document without sections is one. */
const sectionsOf = (reading: Reading): CatalogueFile["catalogue"]["sections"] => {
  const used = new Set(reading.tasks.map(({ section }) => section));
  const sections = reading.sections
    .filter(({ number }) => used.has(number))
    .map(({ number, number_in_document, title }) => ({
      number,
      number_in_document: number_in_document?.slice(0, 30) ?? null,
      title: title.slice(0, 500) || number,
      short_title: shortenTitle(title) || number,
    }));
  const missing = [...used].filter(
    (number): number is string => number !== null && !sections.some((one) => one.number === number),
  );
  const title = reading.document.title.slice(0, 500) || "–";
  const extra = missing.map((number) => ({
    number,
    number_in_document: null,
    title,
    short_title: shortenTitle(title),
  }));
  const all = [...sections, ...extra];
  return used.has(null) && all.length === 0
    ? [{ number: "1", number_in_document: null, title, short_title: shortenTitle(title) }]
    : all;
};

/**
 * A parent stands before its children, whatever the reading's order. One that was left out, stands in another section
 * or is its own descendant is none.
 */
const orderTasks = (tasks: readonly ReadTask[]): readonly ReadTask[] => {
  const byNumber = new Map(tasks.map((task) => [task.number, task]));
  const ordered = new Set<ReadTask>();
  const place = (task: ReadTask, above: readonly string[]): void => {
    const parent = byNumber.get(task.parent ?? "");
    if (parent !== undefined && !ordered.has(parent) && !above.includes(parent.number))
      place(parent, [...above, task.number]);
    ordered.add(task);
  };
  for (const task of tasks) place(task, []);
  const sections = new Map<string, string | null>();
  return [...ordered].map((task) => {
    const parent = sections.get(task.parent ?? "") === task.section ? task.parent : null;
    sections.set(task.number, task.section);
    return { ...task, parent };
  });
};

/** Two rounds of one name ("6 tháng" of two sentences) are told apart by a count. */
const labelRounds = (rounds: Reading["report_rounds"]): readonly string[] => {
  const seen = new Map<string, number>();
  return rounds.map(({ label, level }) => {
    const key = `${level ?? ""} ${label.toLocaleLowerCase("vi")}`;
    const times = (seen.get(key) ?? 0) + 1;
    seen.set(key, times);
    return times === 1 ? label.slice(0, 100) : `${label.slice(0, 90)} (${times})`;
  });
};

/** A catalogue's `before` is always exclusive: of "chậm nhất ngày 20/11" it is the 21st. */
const dayOfRound = (round: Reading["report_rounds"][number]) => {
  const before = deriveLateDay(round);
  const shifted = round.inclusive === true && before !== null ? before.slice(5) : round.month_day;
  return {
    before,
    ...(round.year_stated === false && { year_stated: false }),
    ...(round.month_day !== undefined && { month_day: shifted }),
  };
};

const TIME_KEYS = [
  "by",
  "month_day",
  "day_of_month",
  "month_of_quarter",
  "day_of_week",
  "time_of_day",
  "dates",
  "trigger",
  "offset_days",
  "offset_months",
  "offset_hours",
  "working_days",
  "event",
  "vague",
  "ditto",
  "invalid_date",
  "date_as_written",
  "where",
  "inherited_from",
  "inherits_to_children",
  "kind",
  "date",
  "exclusive",
  "start_on",
  "end_on",
  "due_on",
  "recurs",
  "text",
];

/** Only what a catalogue keeps: `needs_context` and `unread` were questions of the reading. */
const timeFields = (frame: Readonly<Record<string, unknown>>): Record<string, unknown> =>
  Object.fromEntries(
    TIME_KEYS.flatMap((key) => (frame[key] === undefined ? [] : [[key, frame[key]] as const])),
  );

const convertTask = (task: ReadTask, firstSection: string): unknown => {
  const heading = task.is_heading_task && task.lead_units.length + task.coordinating_units.length === 0;
  const { parts, secondary, also, ...frame } = task.time_frame as Record<string, unknown>;
  const each = (list: unknown): unknown =>
    Array.isArray(list) ? list.map((one) => timeFields(one as Record<string, unknown>)) : undefined;
  // Also who leads: "lead only" is the expansion's rule, for the units of a group alike.
  const coordinating = [...new Set(task.coordinating_units)];
  return {
    number: task.number,
    number_in_document: task.number_in_document?.slice(0, 30) ?? null,
    section: task.section ?? firstSection,
    parent: task.parent,
    is_heading: heading,
    short_title: shortenTitle(task.title),
    wording: task.title.slice(0, 10_000),
    lead_units: [...new Set(task.lead_units)],
    coordinating_units: coordinating,
    ...(task.coordination_roles && {
      coordination_roles: task.coordination_roles
        .filter(({ unit }) => coordinating.includes(unit))
        .map(({ unit, role }) => ({ unit, role: role.slice(0, 300) })),
    }),
    ...(task.mentioned_units && { mentioned_units: [...new Set(task.mentioned_units)] }),
    time_frame: {
      ...timeFields(frame),
      ...(parts !== undefined && { parts: each(parts) }),
      ...(also !== undefined && { also: each(also) }),
      ...(secondary !== undefined && { secondary: timeFields(secondary as Record<string, unknown>) }),
    },
    targets: task.targets.map((target) => ({ ...target, text: target.text.slice(0, 500) })),
  };
};
