import { composeCalendar } from "../../api/calendar/compose-calendar.ts";
import { describeWarning } from "../../api/imports/describe-warning.ts";
import { lintReading } from "../../api/imports/lint-reading.ts";
import type { OutlineLine } from "../../api/imports/outline.ts";
import { DOUBTFUL, type Reading, type ReadTask, type ReadWarning } from "../../api/imports/reading.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { yearOf } from "../../api/shared/local-date.ts";

/** What was read, task by task; then everything that a person has to look at, and what looks wrong in the document. */
export const describeReading = (
  reading: Reading,
  lines: readonly Pick<OutlineLine, "text">[],
): readonly MessageLine[] => {
  const { document, sections, tasks, units, report_rounds: rounds } = reading;
  const doubts = [
    ...reading.warnings.map(describePoint),
    ...tasks.flatMap((task) => {
      const fields = Object.entries(task.confidence).flatMap(([field, sure]) =>
        sure < DOUBTFUL ? [field] : [],
      );
      return fields.length === 0
        ? []
        : [{ key: "cli-read-unsure", args: { number: task.number, names: { list: fields } } }];
    }),
  ];
  const findings = lintReading(reading, composeCalendar(yearsOf(reading)), lines);
  return [
    { key: "cli-read-title", args: { text: document.title } },
    ...(document.number === null ? [] : [{ key: "cli-read-number", args: { number: document.number } }]),
    ...(document.issued_on === null
      ? []
      : [{ key: "cli-read-issued", args: { date: { date: document.issued_on } } }]),
    ...(document.issuer === null ? [] : [{ key: "cli-read-issuer", args: { name: document.issuer } }]),
    {
      key: "cli-read-counts",
      args: { tasks: tasks.length, sections: sections.length, units: units.length, rounds: rounds.length },
    },
    ...tasks.flatMap(describeTask),
    ...rounds.map(({ text }) => ({ key: "cli-read-round", args: { text } })),
    { key: "cli-read-doubts", args: { count: doubts.length } },
    ...doubts,
    { key: "cli-read-findings", args: { count: findings.length } },
    ...findings.map(describePoint),
  ];
};

/** Of a calendar: no plan runs longer. */
const MOST_YEARS = 20;

/** Of the document's scope and its issue; without either no day is known to be off. */
const yearsOf = ({ document }: Reading): { readonly first: number; readonly last: number } => {
  const years = [
    ...document.scope_years,
    ...(document.issued_on === null ? [] : [yearOf(document.issued_on)]),
  ];
  if (years.length === 0) return { first: 1, last: 0 };
  const first = Math.min(...years);
  return { first, last: Math.min(Math.max(...years), first + MOST_YEARS) };
};

const describePoint = (warning: ReadWarning): MessageLine => {
  const { number, line } = warning;
  const { key, args } = describeWarning(warning);
  const text = { term: key, ...(args === undefined ? {} : { args }) };
  if (number !== null) return { key: "cli-read-point-of-task", args: { number, line: line ?? "-", text } };
  return line === null
    ? { key: "cli-read-point", args: { text } }
    : { key: "cli-read-point-at-line", args: { line, text } };
};

const describeTask = ({ number, title, lead_units, coordinating_units, time_frame }: ReadTask) => [
  { key: "cli-read-task", args: { number, text: title } },
  ...(lead_units.length === 0 ? [] : [{ key: "cli-read-lead", args: { names: { list: lead_units } } }]),
  ...(coordinating_units.length === 0
    ? []
    : [{ key: "cli-read-coordinating", args: { names: { list: coordinating_units } } }]),
  ...(time_frame.text === null ? [] : [{ key: "cli-read-time", args: { text: time_frame.text } }]),
];
