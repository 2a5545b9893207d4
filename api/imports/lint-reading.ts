import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { detectRepeatedTasks } from "./detect-repeated-tasks.ts";
import { lintDueDates } from "./lint-due-dates.ts";
import { lintNumbering } from "./lint-numbering.ts";
import { lintRounds } from "./lint-rounds.ts";
import { lintTyping } from "./lint-typing.ts";
import { lintUnits } from "./lint-units.ts";
import type { OutlineLine } from "./outline.ts";
import type { Reading, ReadTask, ReadWarning } from "./reading.ts";
import { shortenText } from "./recognition/shorten-text.ts";

/**
 * What looks wrong in the document itself, whoever reads it: days off, days before the signing, work named twice,
 * gaps, nobody in the lead, reports that cannot be, slips of the pen. In the order of the document; nothing that the
 * reading has told already is told again. With the document's lines, slips are found outside of its tasks too.
 */
export const lintReading = (
  reading: Reading,
  calendar: WorkingCalendar,
  lines: readonly Pick<OutlineLine, "text">[] = [],
): readonly ReadWarning[] => {
  const told = new Set(reading.warnings.map(keyOf));
  return [
    ...lintRounds(reading, calendar),
    ...lintNumbering(reading),
    ...repeatedNumbers(reading.tasks),
    ...lintUnits(reading),
    ...lintDueDates(reading, calendar),
    ...repeatedTasks(reading.tasks),
    ...lintTyping(reading, lines),
  ]
    .filter((warning) => !told.has(keyOf(warning)))
    .sort((one, other) => (one.line ?? 0) - (other.line ?? 0));
};

/** Of the document itself several warnings may bear one name, each at its line. */
const keyOf = ({ code, number, field, line }: ReadWarning): string =>
  `${code} ${number === null && code !== "report-rounds-missing" ? `at ${line}` : number} ${field}`;

const repeatedNumbers = (tasks: readonly ReadTask[]): readonly ReadWarning[] => {
  const seen = new Set<string>();
  return tasks.flatMap(({ number, title, source_lines: [line] }) => {
    const twice = seen.has(number);
    seen.add(number);
    return twice
      ? [{ code: "number-twice", number, field: "number", line, text: shortenText(title, 200) }]
      : [];
  });
};

const repeatedTasks = (tasks: readonly ReadTask[]): readonly ReadWarning[] =>
  detectRepeatedTasks(tasks).map(({ task, earlier }) => {
    const sameTime =
      task.time_frame.kind === earlier.time_frame.kind &&
      (["date", "start_on", "end_on", "exclusive", "recurs"] as const).every(
        (name) => task.time_frame[name] === earlier.time_frame[name],
      );
    return {
      code: sameTime ? "task-repeated" : "task-repeated-at-another-time",
      number: task.number,
      field: sameTime ? "title" : "time_frame",
      line: task.source_lines[0],
      text: `${earlier.number}: ${shortenText(earlier.title, 160)}`,
    };
  });
