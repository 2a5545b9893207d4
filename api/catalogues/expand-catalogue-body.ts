import { yearOf } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { recogniseTimeFrame } from "../time-frames/recognise-time-frame.ts";
import type { TimeContext } from "../time-frames/time-frame-reading.ts";
import type { CatalogueBody } from "./catalogue-body.ts";
import { timeFrameFileSchema } from "./file-time-frame.ts";

/** What the office knows: units and groups as a file names them, and every spelling by its folded form. */
export type KnownBodies = {
  readonly organization: { readonly code: string; readonly name: string };
  readonly units: ReadonlyMap<string, { readonly name: string; readonly kind: string }>;
  readonly groups: ReadonlyMap<string, { readonly name: string; readonly groupOf: string }>;
  readonly fold: (text: string) => string;
};

const TITLE_WIDTH = 80;
const shorten = (title: string): string =>
  title.length <= TITLE_WIDTH ? title : `${title.slice(0, TITLE_WIDTH - 1).trimEnd()}…`;

/**
 * The catalogue file that a body stands for. Names that the body does not explain are looked up in the office, by any
 * spelling; what is known nowhere is left for the file's rules to refuse.
 * Refuses `time_frame_not_understood`, `date_not_understood`.
 */
export const expandCatalogueBody = (body: CatalogueBody, known: KnownBodies): Result<unknown> => {
  const { document, catalogue } = body;
  const own = new Set([...body.units, ...body.groups].map(({ name }) => name));
  const borrowed = { units: new Map<string, unknown>(), groups: new Map<string, unknown>() };
  const nameOf = (name: string): string => {
    if (own.has(name)) return name;
    const folded = known.fold(name);
    const unit = known.units.get(folded);
    if (unit !== undefined) {
      if (!own.has(unit.name))
        borrowed.units.set(unit.name, { name: unit.name, short: null, kind: unit.kind, aliases: [] });
      return unit.name;
    }
    const group = known.groups.get(folded);
    if (group === undefined) return name;
    if (!own.has(group.name))
      borrowed.groups.set(group.name, {
        name: group.name,
        short: null,
        group_of: group.groupOf,
        aliases: [],
        members: [],
        confirmed: false,
      });
    return group.name;
  };
  const office = body.organization ?? { ...known.organization, level: "commune", superior: null };
  /** The office and the issuer may be named too, where a report goes. */
  const receiver = (name: string): string =>
    name === office.name || name === document.issuer ? name : nameOf(name);
  const route = <Route extends { to: string; via: string | null; decides: string | null }>(
    given: Route | null,
  ) =>
    given === null
      ? null
      : {
          ...given,
          to: receiver(given.to),
          via: given.via === null ? null : nameOf(given.via),
        };

  const sections =
    catalogue.sections.length > 0
      ? catalogue.sections.map((section) => ({
          ...section,
          number_in_document: section.number_in_document ?? section.number,
          short_title: section.short_title ?? shorten(section.title),
        }))
      : [
          {
            number: "1",
            number_in_document: null,
            title: document.title.slice(0, 500),
            short_title: shorten(document.title),
          },
        ];
  const [only, another] = sections;
  const sectionOf = (number: string): string =>
    only !== undefined && another === undefined
      ? only.number
      : (sections
          .map((section) => section.number)
          .filter((section) => number === section || number.startsWith(`${section}.`))
          .sort((one, other) => other.length - one.length)[0] ?? "?");

  const context: TimeContext = {
    year: yearOf(catalogue.scope.start_on),
    documentDate: document.issued_on,
  };
  const tasks: unknown[] = [];
  for (const task of catalogue.tasks) {
    const frame = frameOf(task, context);
    if (!frame.ok) return frame;
    tasks.push({
      ...task,
      number_in_document: task.number_in_document === undefined ? task.number : task.number_in_document,
      section: task.section ?? sectionOf(task.number),
      lead_units: task.lead_units.map(nameOf),
      coordinating_units: task.coordinating_units.map(nameOf),
      ...(task.coordination_roles && {
        coordination_roles: task.coordination_roles.map((one) => ({ ...one, unit: nameOf(one.unit) })),
      }),
      ...(task.mentioned_units && { mentioned_units: task.mentioned_units.map(nameOf) }),
      time_frame: frame.value,
      targets: task.targets.map((target) =>
        typeof target === "string" ? { text: target, value: null, unit: null } : target,
      ),
    });
  }

  const groups = body.groups.map((group) => ({ ...group, members: group.members.map(nameOf) }));
  const consolidating = catalogue.consolidating_unit === null ? null : nameOf(catalogue.consolidating_unit);
  const rounds = catalogue.report_rounds.map((round) => ({
    ...round,
    from_units: round.from_units.map(nameOf),
    via_unit: round.via_unit === null ? null : nameOf(round.via_unit),
    to_unit: round.to_unit === undefined ? (consolidating ?? office.name) : receiver(round.to_unit),
    text: round.text ?? round.label,
  }));
  const { start_on, end_on, text } = catalogue.scope;
  return ok({
    organization: office,
    units: [...body.units, ...borrowed.units.values()],
    groups: [...groups, ...borrowed.groups.values()],
    ...(body.composites && { composites: body.composites }),
    document: {
      ...document,
      issuer: document.issuer ?? office.name,
      short_title: document.short_title ?? shorten(document.title),
    },
    catalogue: {
      ...catalogue,
      scope: { start_on, end_on, text: text ?? `${start_on} - ${end_on}` },
      consolidating_unit: consolidating,
      adjustment_route: route(catalogue.adjustment_route),
      difficulty_route: route(catalogue.difficulty_route),
      sections,
      tasks,
      report_rounds: rounds,
    },
  });
};

type GivenTask = Pick<CatalogueBody["catalogue"]["tasks"][number], "number" | "time_frame">;

/** A phrase is read as in a document that is imported; one that is read only in part is refused, never guessed. */
const frameOf = ({ number, time_frame: given }: GivenTask, context: TimeContext): Result<unknown> => {
  if (given !== null && typeof given !== "string") return ok(given);
  const { needs_context: _needs, unread, ...frame } = recogniseTimeFrame(given ?? "", context);
  const text = (given ?? "").slice(0, 100);
  if (frame.invalid_date === true) return refuse("date_not_understood", { number, text });
  if (unread !== undefined)
    return refuse("time_frame_not_understood", { number, text, words: unread.join("; ").slice(0, 200) });
  const read = timeFrameFileSchema.safeParse(frame);
  return read.success ? ok(read.data) : refuse("time_frame_not_understood", { number, text, words: text });
};
