import type { ReadTask } from "../reading.ts";
import { shortenTitle } from "../shorten-title.ts";

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

/** A task of the reading as one of the file; `firstSection` is for one that stands in none. */
export const convertTask = (task: ReadTask, firstSection: string): unknown => {
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
