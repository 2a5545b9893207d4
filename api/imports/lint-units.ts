import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { Reading, ReadTask, ReadWarning } from "./reading.ts";
import { shortenText } from "./recognition/shorten-text.ts";

const ROLES = [
  { field: "lead_units", text: "lead_text" },
  { field: "coordinating_units", text: "coordinating_text" },
] as const;

/** Tasks that nobody answers for, or that a group answers for, and units that the document leaves open. */
export const lintUnits = ({ tasks, units }: Reading): readonly ReadWarning[] => {
  const groups = new Map(
    units.filter(({ is_group: group }) => group).map((unit) => [unit.name, unit.group_of]),
  );
  return [
    ...missingLeads(tasks),
    ...tasks.flatMap((task): readonly ReadWarning[] => {
      const leading = task.lead_units.filter((name) => groups.has(name) && !isOpen(name, groups.get(name)));
      return [
        ...(leading.length > 0 ? [warnOf("group-leads", task, "lead_units", leading.join("; "))] : []),
        ...ROLES.flatMap(({ field, text }) =>
          isOpen(task[text] ?? "", null) || task[field].some((name) => isOpen(name, groups.get(name)))
            ? [warnOf("related-units-open", task, field, task[text] ?? task[field].join("; "))]
            : [],
        ),
      ];
    }),
  ];
};

const warnOf = (
  code: string,
  { number, spans, source_lines: lines }: ReadTask,
  field: "lead_units" | "coordinating_units",
  text: string,
): ReadWarning => ({ code, number, field, line: spans[field]?.[0] ?? lines[0], text });

/** "Các phòng, đơn vị có liên quan": which ones is for a person to say, and is never all. */
const isOpen = (words: string, groupOf: string | null | undefined): boolean =>
  (groupOf?.startsWith("related_") ?? false) || /\blien quan\b/.test(foldVietnamese(words));

const missingLeads = (tasks: readonly ReadTask[]): readonly ReadWarning[] => {
  const parents = new Set(tasks.map(({ parent }) => parent));
  // What only introduces its sub-items has no lead of its own.
  const leaves = tasks.filter(({ number, is_heading_task: heading }) => !heading && !parents.has(number));
  const without = leaves.filter(({ lead_units: leads }) => leads.length === 0);
  const [first] = without;
  if (first === undefined) return [];
  // A plan that names no lead at all is told so once.
  return without.length === leaves.length
    ? [{ code: "leads-missing", number: null, field: "lead_units", line: first.source_lines[0], text: "" }]
    : without.map((task) => ({
        ...warnOf("lead-missing", task, "lead_units", shortenText(task.title, 200)),
        line: task.source_lines[0],
      }));
};
