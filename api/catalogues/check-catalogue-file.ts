import { isPaperDay, localDateSchema } from "../shared/local-date.ts";
import type { CatalogueShape } from "./catalogue-shape.ts";

type Path = (string | number)[];
/** What is wrong in a catalogue file; the sentences of `catalogue_wrong_at` say each in words. */
export type CatalogueProblem =
  | "twice"
  | "means-another"
  | "section-unknown"
  | "parent-unknown"
  | "parent-elsewhere"
  | "heading-with-units"
  | "name-unknown"
  | "group-empty"
  | "ends-before-start"
  | "day-of-no-paper";
/** `path` leads to the field that is wrong; `name` is the name, number or day that it is about. */
type Refuse = (path: Path, problem: CatalogueProblem, name?: string) => void;

const fold = (text: string): string => text.toLocaleLowerCase("vi");

/** Spelled twice is read twice: one name or alias must lead to one unit or group. */
const checkNames = (file: CatalogueShape, refuse: Refuse): void => {
  const owners = new Map<string, string>();
  for (const list of ["units", "groups"] as const)
    for (const [at, { name: owner }] of file[list].entries()) {
      if (owners.get(fold(owner)) !== undefined) refuse([list, at, "name"], "twice", owner);
      owners.set(fold(owner), owner);
    }
  for (const list of ["units", "groups"] as const)
    for (const [at, { name: owner, aliases }] of file[list].entries())
      for (const [position, alias] of aliases.entries()) {
        const other = owners.get(fold(alias));
        if (other !== undefined && other !== owner)
          refuse([list, at, "aliases", position], "means-another", alias);
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
    if (seen.has(number)) refuse(["catalogue", list, at, "number"], "twice", number);
    seen.add(number);
  }
  return seen;
};

const checkHierarchy = ({ catalogue }: CatalogueShape, refuse: Refuse): void => {
  const sections = numbersOf("sections", catalogue.sections, refuse);
  numbersOf("tasks", catalogue.tasks, refuse);
  const earlier = new Map<string, string>();
  for (const [at, task] of catalogue.tasks.entries()) {
    const path: Path = ["catalogue", "tasks", at];
    if (!sections.has(task.section)) refuse([...path, "section"], "section-unknown", task.section);
    // A parent stands before its children, as on paper; so no chain of parents can close.
    if (task.parent !== null && !earlier.has(task.parent))
      refuse([...path, "parent"], "parent-unknown", task.parent);
    else if (task.parent !== null && earlier.get(task.parent) !== task.section)
      refuse([...path, "parent"], "parent-elsewhere", task.parent);
    if (task.is_heading && task.lead_units.length + task.coordinating_units.length > 0)
      refuse([...path, "is_heading"], "heading-with-units");
    earlier.set(task.number, task.section);
  }
};

const checkReferences = (file: CatalogueShape, refuse: Refuse): void => {
  const units = new Set(file.units.map((unit) => unit.name));
  const groups = new Set(file.groups.map((group) => group.name));
  const either = new Set([...units, ...groups]);
  const bodies = new Set([...either, file.organization.name, file.document.issuer]);
  const one = (path: Path, value: string | null, known: ReadonlySet<string>): void => {
    if (value !== null && !known.has(value)) refuse(path, "name-unknown", value);
  };
  const each = (path: Path, values: readonly string[], known: ReadonlySet<string>): void => {
    for (const [at, value] of values.entries()) {
      one([...path, at], value, known);
      if (values.indexOf(value) < at) refuse([...path, at], "twice", value);
    }
  };

  for (const [at, group] of file.groups.entries()) {
    each(["groups", at, "members"], group.members, units);
    if (group.confirmed && group.members.length === 0) refuse(["groups", at, "confirmed"], "group-empty");
  }
  for (const [at, composite] of (file.composites ?? []).entries())
    each(["composites", at, "groups"], composite.groups, groups);

  for (const [at, task] of file.catalogue.tasks.entries()) {
    const path: Path = ["catalogue", "tasks", at];
    each([...path, "lead_units"], task.lead_units, either);
    each([...path, "coordinating_units"], task.coordinating_units, either);
    each([...path, "mentioned_units"], task.mentioned_units ?? [], either);
    for (const [position, { unit }] of (task.coordination_roles ?? []).entries())
      one([...path, "coordination_roles", position, "unit"], unit, new Set(task.coordinating_units));
  }

  const { catalogue } = file;
  one(["catalogue", "consolidating_unit"], catalogue.consolidating_unit, units);
  for (const key of ["adjustment_route", "difficulty_route"] as const) {
    one(["catalogue", key, "to"], catalogue[key]?.to ?? null, bodies);
    one(["catalogue", key, "via"], catalogue[key]?.via ?? null, units);
  }
  for (const [at, round] of catalogue.report_rounds.entries()) {
    const path: Path = ["catalogue", "report_rounds", at];
    each([...path, "from_units"], round.from_units, either);
    one([...path, "via_unit"], round.via_unit, units);
    one([...path, "to_unit"], round.to_unit, bodies);
  }
};

const checkRoundsAndScope = ({ catalogue }: CatalogueShape, refuse: Refuse): void => {
  if (catalogue.scope.end_on < catalogue.scope.start_on)
    refuse(["catalogue", "scope", "end_on"], "ends-before-start");
  const labels = new Set<string>();
  for (const [at, { label, level }] of catalogue.report_rounds.entries()) {
    const key = `${level} ${fold(label)}`;
    if (labels.has(key)) refuse(["catalogue", "report_rounds", at, "label"], "twice", label);
    labels.add(key);
  }
};

/** Whatever field it stands in: a day of a year that no paper means is a slip of the keyboard. */
const checkDays = (value: unknown, path: Path, refuse: Refuse): void => {
  if (typeof value === "string") {
    const date = localDateSchema.safeParse(value).data;
    if (date !== undefined && !isPaperDay(date)) refuse(path, "day-of-no-paper", date);
  } else if (typeof value === "object" && value !== null)
    for (const [key, part] of Object.entries(value))
      checkDays(part, [...path, Array.isArray(value) ? Number(key) : key], refuse);
};

/** What the fields of a file must say of each other: names that lead somewhere, numbers and labels once, an order. */
export const checkCatalogueFile = (file: CatalogueShape, refuse: Refuse): void => {
  checkDays(file, [], refuse);
  checkNames(file, refuse);
  checkHierarchy(file, refuse);
  checkReferences(file, refuse);
  checkRoundsAndScope(file, refuse);
};
