import { type DocumentSource, entriesOf, type TaskSource, type UnitSource } from "./document-source.ts";
import { none } from "./time-meanings.ts";

/** The hand-made reading of a document in the form that readings are judged by. */
export const deriveTruth = (source: DocumentSource): Record<string, unknown> => {
  const { composites, consolidating_unit, consolidating_units, ...understood } = source.understood;
  const entries = entriesOf(source);
  let section: string | null = null;
  const tasks: Record<string, unknown>[] = [];
  for (const entry of entries) {
    if (entry.is === "section") section = entry.number;
    else tasks.push(taskTruth(entry, section, source));
  }
  return {
    meta: { source: "invented office", made: "by hand, before any reader saw it", layout: source.layout },
    ...understood,
    units: source.units.map(unitTruth),
    composites: Object.fromEntries(
      Object.entries(composites ?? {}).map(([phrase, units]) => [phrase, names(units)]),
    ),
    sections: entries.flatMap((entry) =>
      entry.is === "section"
        ? [{ number: entry.number, title: plain(entry.title), number_in_document: entry.printed }]
        : [],
    ),
    tasks,
    consolidating_unit: consolidating_unit?.name ?? null,
    ...(consolidating_units && { consolidating_units: names(consolidating_units) }),
    adjustment_route: source.understood.adjustment_route ?? null,
    difficulty_route: source.understood.difficulty_route ?? null,
    other_duties: source.understood.other_duties ?? [],
  };
};

const names = (units: readonly UnitSource[]): readonly string[] => units.map(({ name }) => name);

/** Without the marks of footnotes. */
const plain = (words: string): string => words.replace(/\{\d+\}/g, "");

const unitTruth = ({ groupOf, ...unit }: UnitSource) => ({
  ...unit,
  is_group: groupOf !== null,
  group_of: groupOf,
});

const taskTruth = (entry: TaskSource, section: string | null, source: DocumentSource) => {
  const marks = [...entry.title.matchAll(/\{(\d+)\}/g)].map(([, mark]) => mark ?? "");
  return {
    number: entry.number,
    number_in_document: entry.printed?.replace(/[.)]$/, "") ?? null,
    section,
    parent: entry.parent ?? null,
    title: plain(entry.title),
    ...(entry.heading && { is_heading_task: true }),
    lead_text: entry.lead?.text ?? null,
    lead_units: names(entry.lead?.units ?? []),
    coordinating_text: entry.with?.text ?? null,
    coordinating_units: names(entry.with?.units ?? []),
    ...(entry.roles && {
      coordination_roles: entry.roles.map(({ unit, role }) => ({ unit: unit.name, role })),
    }),
    ...(entry.mentioned && { mentioned_units: names(entry.mentioned) }),
    time_frame: { text: entry.time?.text ?? null, ...(entry.time?.meaning ?? none) },
    targets: entry.targets ?? [],
    ...(entry.product !== undefined && { product: entry.product }),
    ...(entry.remarks !== undefined && { remarks: entry.remarks }),
    ...(entry.leader !== undefined && { responsible_leader: entry.leader }),
    ...(marks.length > 0 && {
      footnotes: marks.map((mark) => ({ mark, text: source.footnotes?.[mark] ?? "" })),
    }),
    notes: entry.notes ?? null,
    ambiguous: entry.ambiguous !== undefined,
    ...(entry.ambiguous !== undefined && { ambiguous_reason: entry.ambiguous }),
  };
};
