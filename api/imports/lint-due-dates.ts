import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { isWorkingDay } from "../calendar/working-days.ts";
import { addDays, daysBetween, type LocalDate, weekday, yearOf } from "../shared/local-date.ts";
import { extractDueDates } from "./extract-due-dates.ts";
import type { ReadDocument, Reading, ReadTask, ReadWarning } from "./reading.ts";
import { shortenText } from "./recognition/shorten-text.ts";

/** Calendar days from the signing that leave no time to begin. */
const VERY_NEAR = 3;
/** Due dates of one unit in one week that somebody should look at. */
const CROWDED = 3;
/** Where nearly every task has a time, one without may have been forgotten. */
const NEARLY_ALL = 0.8;
const FEWEST_TASKS = 5;

/** Due dates that cannot be met, or that nobody meant. */
export const lintDueDates = (reading: Reading, calendar: WorkingCalendar): readonly ReadWarning[] => [
  ...reading.tasks.flatMap((task) => lintTask(task, reading.document, calendar)),
  ...missingFrames(reading.tasks),
  ...crowdedWeeks(reading),
];

const warnOf = (
  code: string,
  { number, time_frame: frame, spans, source_lines: lines }: ReadTask,
): ReadWarning => ({
  code,
  number,
  field: "time_frame",
  line: spans.time_frame?.[0] ?? lines[0],
  text: frame.text ?? "",
});

const lintTask = (
  task: ReadTask,
  document: ReadDocument,
  calendar: WorkingCalendar,
): readonly ReadWarning[] => {
  if (task.time_frame.invalid_date === true) return [warnOf("date-impossible", task)];
  const codes = extractDueDates(task.time_frame).flatMap(({ dueOn, named }): readonly string[] => {
    const days = document.issued_on === null ? null : daysBetween(document.issued_on, dueOn);
    return [
      ...(days !== null && days < 0 ? ["due-before-signing"] : []),
      ...(days !== null && days >= 0 && days <= VERY_NEAR ? ["due-soon-after-signing"] : []),
      ...(named && !isWorkingDay(calendar, dueOn) ? ["due-on-day-off"] : []),
      ...((days === null || days >= 0) && isOutsideScope(dueOn, document) ? ["due-outside-scope"] : []),
    ];
  });
  return [...new Set(codes)].map((code) => warnOf(code, task));
};

/** By the scope's days, else by its years; a document without either has no outside. */
export const isOutsideScope = (day: LocalDate, document: ReadDocument): boolean => {
  const { scope_period: period, scope_years: years } = document;
  if (period !== null) return day < period.start_on || day > period.end_on;
  return years.length > 0 && (yearOf(day) < Math.min(...years) || yearOf(day) > Math.max(...years));
};

const missingFrames = (tasks: readonly ReadTask[]): readonly ReadWarning[] => {
  const own = tasks.filter(({ is_heading_task: heading }) => !heading);
  const parents = new Set(own.map(({ parent }) => parent));
  const leaves = own.filter(({ number }) => !parents.has(number));
  const without = leaves.filter(({ time_frame: frame }) => frame.kind === "none" && frame.text === null);
  return leaves.length < FEWEST_TASKS || without.length > leaves.length * (1 - NEARLY_ALL)
    ? []
    : without.map((task) => ({
        ...warnOf("time-frame-missing", task),
        line: task.source_lines[0],
        text: shortenText(task.title, 200),
      }));
};

const mondayOf = (day: LocalDate): LocalDate => addDays(day, 1 - weekday(day));

/** Several works of one unit that fall due in one week; what is counted in whole years crowds every last of December. */
const crowdedWeeks = ({ tasks }: Reading): readonly ReadWarning[] => {
  const weeks = new Map<string, { readonly unit: string; readonly tasks: ReadTask[] }>();
  for (const task of tasks)
    for (const { dueOn, ofYear } of extractDueDates(task.time_frame)) {
      if (ofYear) continue;
      for (const unit of task.lead_units) {
        const key = `${mondayOf(dueOn)} ${unit}`;
        const week = weeks.get(key) ?? { unit, tasks: [] };
        if (!week.tasks.includes(task)) week.tasks.push(task);
        weeks.set(key, week);
      }
    }
  return [...weeks.values()].flatMap(({ unit, tasks: due }) => {
    const [first] = due;
    return first === undefined || due.length < CROWDED
      ? []
      : [
          {
            ...warnOf("week-crowded", first),
            number: null,
            text: `${unit}: ${due.map(({ number }) => number).join(", ")}`,
          },
        ];
  });
};
