import type { Span } from "../../outline.ts";
import type { ReadTask, ReadWarning, TaskField } from "../../reading.ts";
import { shortenText } from "../shorten-text.ts";
import { assessConfidence, SHORTEST_TITLE } from "./assess-confidence.ts";
import type { FieldText } from "./catalogue-entry.ts";
import { givenField, type TaskContext, warning } from "./given-field.ts";
import type { PlacedTask } from "./label-tasks.ts";
import { recogniseTargets } from "./recognise-targets.ts";
import { readFrameField } from "./recognise-task-frame.ts";
import { readTaskUnits } from "./recognise-task-units.ts";

export type ComposedTask = { readonly task: ReadTask; readonly warnings: readonly ReadWarning[] };

const lines = ({ from, to }: Span): [number, number] => [from, to];
const text = (field: FieldText | undefined): string | undefined =>
  shortenText(field?.paragraphs.join(" ").trim() ?? "") || undefined;

export const composeTask = (placed: PlacedTask, context: TaskContext): ComposedTask => {
  const { entry } = placed.node;
  const title = shortenText(entry.title.replace(/\s+/gu, " ").trim());
  const units = readTaskUnits(placed, title, context);
  const frame = readFrameField(placed, title, context);
  const product = text(givenField(placed, "product")?.field);
  const remarks = text(entry.fields.remarks);
  const method = text(givenField(placed, "method")?.field);
  const leader = text(givenField(placed, "leader")?.field) ?? units.leader;
  const year = context.time.year;
  const ownTargets = recogniseTargets(title, year);
  const targets = [
    ...ownTargets,
    ...recogniseTargets(product ?? "", year).map((target) => ({ ...target, where: "product" as const })),
    ...recogniseTargets(remarks ?? "", year).map((target) => ({ ...target, where: "remarks" as const })),
  ];
  const footnotes = context.footnotes.filter(({ mark }) => entry.marks.includes(mark));
  const spans: Partial<Record<TaskField, [number, number]>> = {
    title: lines(entry.titleSpan),
    ...(placed.printed !== null && { number: lines(entry.span) }),
    ...(units.leadSpan !== null && { lead_units: lines(units.leadSpan) }),
    ...(units.coordinatingSpan !== null && { coordinating_units: lines(units.coordinatingSpan) }),
    ...(frame.span !== null && { time_frame: lines(frame.span) }),
    ...(targets.length > 0 && { targets: lines(entry.titleSpan) }),
  };
  const task: ReadTask = {
    number: placed.number,
    number_in_document: placed.printed,
    section: placed.section,
    parent: placed.parent,
    title,
    is_heading_task: placed.isHeading && units.lead.length === 0 && frame.frame.kind === "none",
    lead_text: units.leadText,
    lead_units: [...units.lead],
    coordinating_text: units.coordinatingText,
    coordinating_units: [...units.coordinating],
    ...(units.roles.length > 0 && { coordination_roles: [...units.roles] }),
    ...(units.mentioned.length > 0 && { mentioned_units: [...units.mentioned] }),
    time_frame: frame.frame,
    targets,
    ...(product !== undefined && { product }),
    ...(remarks !== undefined && { remarks }),
    ...(method !== undefined && { method }),
    ...(leader !== undefined && { responsible_leader: leader }),
    ...(footnotes.length > 0 && {
      footnotes: footnotes.map((note) => ({ mark: note.mark, text: note.text, source_lines: lines(note) })),
    }),
    source_lines: lines(entry.span),
    confidence: assessConfidence(placed, title, units, frame, ownTargets.length),
    spans,
  };
  const warnings = [
    ...units.warnings,
    ...frame.warnings,
    ...(title.length < SHORTEST_TITLE
      ? [warning("title-short", placed.number, "title", entry.titleSpan, title)]
      : []),
  ];
  return { task, warnings };
};
