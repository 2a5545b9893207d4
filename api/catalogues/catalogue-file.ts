import { z } from "zod";
import { dateFromParts, localDateSchema } from "../shared/local-date.ts";
import { recurrenceSchema, timeFrameKindSchema } from "../time-frames/time-frame.ts";
import { UNIT_KINDS } from "../units/unit.ts";

/**
 * A catalogue as a file: what an office issued, read once and written down, ready to be loaded.
 * Names stand for units (not ids), so that a person can read, compare and correct the file.
 */

/** One line of text: composed form, so that "ò" typed on another machine is the same letter; no line breaks. */
const line = (max: number) =>
  z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(max)
    .regex(/^\P{Cc}*$/u, "a control character or a line break");

const name = line(200);
const code = line(40).regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, "lower-case letters, digits and single hyphens");
/** What a chat list shows; the bound is the width of a list line, not of a column. */
const shortTitle = line(80);
const itemNumber = line(30).regex(/^[\p{L}\p{N}]+(\.[\p{L}\p{N}]+)*$/u, "a path such as 3.5.a");
/** What the document leaves open, as a question to the administrator: never answered by a guess. */
const questions = z.array(line(300)).max(10).optional();

const levelSchema = z.enum(["commune", "district", "province"]);
const whereSchema = z.enum(["title", "time_cell", "product", "remarks"]);

/** 29 February is a day of some years, so a leap year is the measure. */
const monthDaySchema = line(5).refine((text) => {
  const parts = /^(\d{2})-(\d{2})$/.exec(text);
  return parts !== null && dateFromParts(2024, Number(parts[1]), Number(parts[2])) !== null;
}, "not a day of the year MM-DD");

const timeFrameExtras = {
  by: line(300).optional(),
  month_day: monthDaySchema.optional(),
  day_of_month: z.int().min(1).max(31).optional(),
  month_of_quarter: z.int().min(1).max(3).optional(),
  /** 1 Monday … 7 Sunday. */
  day_of_week: z.int().min(1).max(7).optional(),
  time_of_day: line(20).optional(),
  dates: z.array(localDateSchema).max(20).optional(),
  trigger: line(300).optional(),
  /** Negative: before the event. */
  offset_days: z.int().min(-3660).max(3660).optional(),
  offset_months: z.int().min(-120).max(120).optional(),
  offset_hours: z.int().min(-10_000).max(10_000).optional(),
  working_days: z.boolean().optional(),
  event: line(300).optional(),
  vague: z.boolean().optional(),
  /** The cell repeats the one above ("nt", "như trên"). */
  ditto: z.boolean().optional(),
  /** A day that does not exist keeps its spelling and gets no date. */
  invalid_date: z.boolean().optional(),
  date_as_written: line(60).optional(),
  where: whereSchema.optional(),
  inherited_from: line(60).optional(),
  inherits_to_children: z.boolean().optional(),
};

/** One of several days or periods in a cell, a second meaning, or another reading: only the fields that are its own. */
const timeFramePartSchema = z.strictObject({
  text: line(300).optional(),
  kind: timeFrameKindSchema.optional(),
  date: localDateSchema.nullable().optional(),
  exclusive: z.boolean().nullable().optional(),
  start_on: localDateSchema.nullable().optional(),
  end_on: localDateSchema.nullable().optional(),
  due_on: localDateSchema.nullable().optional(),
  recurs: recurrenceSchema.optional(),
  ...timeFrameExtras,
});

const boundedPeriods: readonly string[] = ["month", "quarter", "year", "range", "all_year"];

/** The document's phrase word for word, and what it means. "Trước ngày X" is `exclusive`: X itself is late. */
export const timeFrameFileSchema = z
  .strictObject({
    text: line(300).nullable(),
    kind: timeFrameKindSchema,
    date: localDateSchema.nullable(),
    exclusive: z.boolean().nullable(),
    start_on: localDateSchema.nullable(),
    end_on: localDateSchema.nullable(),
    due_on: localDateSchema.nullable(),
    recurs: recurrenceSchema,
    parts: z.array(timeFramePartSchema).max(20).optional(),
    secondary: timeFramePartSchema.optional(),
    also: z.array(timeFramePartSchema).max(5).optional(),
    ...timeFrameExtras,
  })
  .superRefine((frame, context) => {
    const refuse = (field: string, message: string) =>
      context.addIssue({ code: "custom", path: [field], message });
    if (frame.start_on !== null && frame.end_on !== null && frame.end_on < frame.start_on)
      refuse("end_on", "ends before it starts");
    if (frame.date !== null && frame.exclusive === null)
      refuse("exclusive", "a date is either the last day in time (false) or the first late one (true)");
    if (frame.exclusive === true && frame.due_on !== null)
      refuse("due_on", "must be null when the date is exclusive: the last day in time is the day before");
    if (frame.exclusive === false && frame.due_on !== frame.date)
      refuse("due_on", "must be the date when the date is inclusive");
    if (frame.recurs !== "none" || frame.vague === true || frame.invalid_date === true) return;
    if (frame.kind === "before_date" && frame.date === null) refuse("date", "missing");
    if (!boundedPeriods.includes(frame.kind)) return;
    if (frame.start_on === null) refuse("start_on", "missing");
    if (frame.end_on === null) refuse("end_on", "missing");
    if (frame.due_on !== frame.end_on) refuse("due_on", "must be the last day of the period");
  });

const targetSchema = z.strictObject({
  text: line(500),
  value: z.union([z.number(), line(60)]).nullable(),
  unit: line(60).nullable(),
  value_min: z.number().optional(),
  value_max: z.number().optional(),
  by: localDateSchema.optional(),
  where: whereSchema.optional(),
});

const organizationSchema = z.strictObject({
  code,
  name,
  level: levelSchema,
  superior: z.strictObject({ code, name, level: levelSchema }).nullable(),
});

const unitSchema = z.strictObject({
  name,
  short: line(60).nullable(),
  kind: z.enum(UNIT_KINDS),
  aliases: z.array(name).max(50),
  questions,
});

/** `members` is a proposal by kind of unit until somebody who knows the office has `confirmed` it. */
const groupSchema = z.strictObject({
  name,
  short: line(60).nullable(),
  group_of: z.enum([
    "all_departments",
    "all_service_units",
    "related_departments",
    "related_service_units",
    "armed_forces",
    "residential_groups",
    "mass_organizations",
    "other",
  ]),
  aliases: z.array(name).max(50),
  members: z.array(name).max(500),
  confirmed: z.boolean(),
  questions,
});

const namedDocumentSchema = z.strictObject({
  number: line(60).nullable(),
  date: localDateSchema.nullable(),
  issuer: name.nullable(),
  text: line(500).nullable(),
  questions,
});

const documentSchema = z.strictObject({
  kind: z.enum(["decision", "plan", "programme", "other"]),
  number: line(60).nullable(),
  issued_on: localDateSchema.nullable(),
  issuer: name,
  title: line(1000),
  short_title: shortTitle,
  signer_position: line(200).nullable(),
  /** A restricted document's wording never leaves through a messenger. */
  restricted: z.boolean(),
  parent_documents: z.array(namedDocumentSchema).max(20),
  basis_documents: z.array(namedDocumentSchema).max(50),
  questions,
});

const sectionSchema = z.strictObject({
  number: itemNumber,
  /** Null where the heading is printed without its number. */
  number_in_document: line(30).nullable(),
  title: line(500),
  short_title: shortTitle,
});

/** One task; a version keeps it as its document said it. */
export const fileTaskSchema = z.strictObject({
  number: itemNumber,
  /** Null where the item is printed without a number (a bullet). */
  number_in_document: line(30).nullable(),
  section: itemNumber,
  parent: itemNumber.nullable(),
  /** Only introduces its sub-items: nobody owes it. */
  is_heading: z.boolean(),
  short_title: shortTitle,
  /** The document's own words, where the office has chosen to keep them here. */
  wording: z.string().normalize("NFC").trim().min(1).max(10_000).optional(),
  lead_units: z.array(name).max(100),
  coordinating_units: z.array(name).max(100),
  coordination_roles: z
    .array(z.strictObject({ unit: name, role: line(300) }))
    .max(100)
    .optional(),
  mentioned_units: z.array(name).max(100).optional(),
  time_frame: timeFrameFileSchema,
  targets: z.array(targetSchema).max(50),
  questions,
});

const reportRoundSchema = z.strictObject({
  label: line(100),
  /** The date as written in "trước ngày …": a report on that day is late. Null until the administrator sets it. */
  before: localDateSchema.nullable(),
  /** False where the document names a day without a year and the plan's year was filled in. */
  year_stated: z.boolean().optional(),
  month_day: monthDaySchema.optional(),
  recurs: recurrenceSchema,
  /** `outgoing` is the consolidated report that goes upward. */
  level: z.enum(["internal", "outgoing"]),
  from_units: z.array(name).max(100),
  via_unit: name.nullable(),
  to_unit: name,
  text: line(1000),
  questions,
});

const routeSchema = z.strictObject({
  to: name,
  via: name.nullable(),
  decides: name.nullable(),
  text: line(1000),
});

const catalogueSchema = z.strictObject({
  scope: z.strictObject({ text: line(200), start_on: localDateSchema, end_on: localDateSchema }),
  consolidating_unit: name.nullable(),
  ad_hoc_reports: z.boolean(),
  adjustment_route: routeSchema.nullable(),
  difficulty_route: routeSchema.nullable(),
  sections: z.array(sectionSchema).min(1).max(100),
  tasks: z.array(fileTaskSchema).min(1).max(2000),
  report_rounds: z.array(reportRoundSchema).max(100),
});

const shapeSchema = z.strictObject({
  organization: organizationSchema,
  units: z.array(unitSchema).max(500),
  groups: z.array(groupSchema).max(200),
  /** Phrases that name several groups at once, and which. */
  composites: z
    .array(z.strictObject({ phrase: name, groups: z.array(name).min(2).max(20) }))
    .max(100)
    .optional(),
  document: documentSchema,
  catalogue: catalogueSchema,
});

type Shape = z.infer<typeof shapeSchema>;
type Path = (string | number)[];
type Refuse = (path: Path, message: string) => void;

const fold = (text: string): string => text.toLocaleLowerCase("vi");

/** Spelled twice is read twice: one name or alias must lead to one unit or group. */
const checkNames = (file: Shape, refuse: Refuse): void => {
  const owners = new Map<string, string>();
  for (const list of ["units", "groups"] as const)
    for (const [at, { name: owner }] of file[list].entries()) {
      if (owners.get(fold(owner)) !== undefined) refuse([list, at, "name"], `"${owner}" is named twice`);
      owners.set(fold(owner), owner);
    }
  for (const list of ["units", "groups"] as const)
    for (const [at, { name: owner, aliases }] of file[list].entries())
      for (const [position, alias] of aliases.entries()) {
        const other = owners.get(fold(alias));
        if (other !== undefined && other !== owner)
          refuse([list, at, "aliases", position], `"${alias}" also means "${other}"`);
        owners.set(fold(alias), owner);
      }
};

/** Every number once; answers which numbers there are. */
const numbersOf = (
  list: "sections" | "tasks",
  items: readonly { readonly number: string }[],
  refuse: Refuse,
): ReadonlySet<string> => {
  const seen = new Set<string>();
  for (const [at, { number }] of items.entries()) {
    if (seen.has(number)) refuse(["catalogue", list, at, "number"], `${number} stands twice`);
    seen.add(number);
  }
  return seen;
};

const checkHierarchy = ({ catalogue }: Shape, refuse: Refuse): void => {
  const sections = numbersOf("sections", catalogue.sections, refuse);
  numbersOf("tasks", catalogue.tasks, refuse);
  const earlier = new Map<string, string>();
  for (const [at, task] of catalogue.tasks.entries()) {
    const path: Path = ["catalogue", "tasks", at];
    if (!sections.has(task.section)) refuse([...path, "section"], `no section ${task.section}`);
    // A parent stands before its children, as on paper; so no chain of parents can close.
    if (task.parent !== null && !earlier.has(task.parent))
      refuse([...path, "parent"], `no task ${task.parent} before this one`);
    else if (task.parent !== null && earlier.get(task.parent) !== task.section)
      refuse([...path, "parent"], `task ${task.parent} stands in another section`);
    if (task.is_heading && task.lead_units.length + task.coordinating_units.length > 0)
      refuse([...path, "is_heading"], "a heading row has no units: who would owe it?");
    earlier.set(task.number, task.section);
  }
};

const checkReferences = (file: Shape, refuse: Refuse): void => {
  const units = new Set(file.units.map((unit) => unit.name));
  const groups = new Set(file.groups.map((group) => group.name));
  const either = new Set([...units, ...groups]);
  const bodies = new Set([...either, file.organization.name, file.document.issuer]);
  const one = (path: Path, value: string | null, known: ReadonlySet<string>, what: string): void => {
    if (value !== null && !known.has(value)) refuse(path, `no ${what} is named "${value}"`);
  };
  const each = (path: Path, values: readonly string[], known: ReadonlySet<string>, what: string): void => {
    for (const [at, value] of values.entries()) {
      one([...path, at], value, known, what);
      if (values.indexOf(value) < at) refuse([...path, at], `"${value}" stands twice`);
    }
  };

  for (const [at, group] of file.groups.entries()) {
    each(["groups", at, "members"], group.members, units, "unit");
    if (group.confirmed && group.members.length === 0)
      refuse(["groups", at, "confirmed"], "a group without members cannot be confirmed");
  }
  for (const [at, composite] of (file.composites ?? []).entries())
    each(["composites", at, "groups"], composite.groups, groups, "group");

  for (const [at, task] of file.catalogue.tasks.entries()) {
    const path: Path = ["catalogue", "tasks", at];
    each([...path, "lead_units"], task.lead_units, either, "unit or group");
    each([...path, "coordinating_units"], task.coordinating_units, either, "unit or group");
    each([...path, "mentioned_units"], task.mentioned_units ?? [], either, "unit or group");
    for (const [position, { unit }] of (task.coordination_roles ?? []).entries())
      one(
        [...path, "coordination_roles", position, "unit"],
        unit,
        new Set(task.coordinating_units),
        "coordinating unit of this task",
      );
  }

  const { catalogue } = file;
  one(["catalogue", "consolidating_unit"], catalogue.consolidating_unit, units, "unit");
  for (const key of ["adjustment_route", "difficulty_route"] as const) {
    one(["catalogue", key, "to"], catalogue[key]?.to ?? null, bodies, "unit, group or office");
    one(["catalogue", key, "via"], catalogue[key]?.via ?? null, units, "unit");
  }
  for (const [at, round] of catalogue.report_rounds.entries()) {
    const path: Path = ["catalogue", "report_rounds", at];
    each([...path, "from_units"], round.from_units, either, "unit or group");
    one([...path, "via_unit"], round.via_unit, units, "unit");
    one([...path, "to_unit"], round.to_unit, bodies, "unit, group or office");
  }
};

const checkRoundsAndScope = ({ catalogue }: Shape, refuse: Refuse): void => {
  if (catalogue.scope.end_on < catalogue.scope.start_on)
    refuse(["catalogue", "scope", "end_on"], "ends before it starts");
  const labels = new Set<string>();
  for (const [at, { label, level }] of catalogue.report_rounds.entries()) {
    const key = `${level} ${fold(label)}`;
    if (labels.has(key)) refuse(["catalogue", "report_rounds", at, "label"], `"${label}" stands twice`);
    labels.add(key);
  }
};

export const catalogueFileSchema = shapeSchema.superRefine((file, context) => {
  const refuse: Refuse = (path, message) => context.addIssue({ code: "custom", path, message });
  checkNames(file, refuse);
  checkHierarchy(file, refuse);
  checkReferences(file, refuse);
  checkRoundsAndScope(file, refuse);
});

export type TimeFrameFile = z.infer<typeof timeFrameFileSchema>;
export type CatalogueFile = z.infer<typeof catalogueFileSchema>;
