import { detectCitationSlips } from "./detect-citation-slips.ts";
import { detectSuperiorWords } from "./detect-superior-words.ts";
import { detectTypingSlips, detectTypingSlipsInLine } from "./detect-typing-slips.ts";
import type { OutlineLine } from "./outline.ts";
import type { Reading, ReadTask, ReadWarning } from "./reading.ts";
import { findOffices, isCommune } from "./recognition/units/name-office.ts";
import type { TypingSlip } from "./typing-slip.ts";

type Place = Pick<ReadWarning, "number" | "field" | "line">;
/** In composed form; `loose`: a line that no field was read from. */
type Passage = Place & { readonly text: string; readonly to: number | null; readonly loose: boolean };

/** Of a finding's words. */
const AROUND = 30;
const LONGEST = 160;
/** Of one passage: one with more is no prose. */
const MOST_SLIPS = 20;
/** Of one passage, among which its slip is looked for. */
const MOST_LINES = 200;

/**
 * Slips of the pen in the words that were read and, where the document's lines are given, in the others. They are
 * kept as they stand; nothing is taken for less sure because of them.
 */
export const lintTyping = (
  reading: Reading,
  lines: readonly Pick<OutlineLine, "text">[] = [],
): readonly ReadWarning[] => {
  const passages = [...passagesOf(reading), ...loosePassages(reading, lines)];
  const commune = isOfCommune(reading);
  const told = new Set<string>();
  const once = (text: string, { code, from }: TypingSlip): boolean => {
    // A merged cell stands in every row that it covers.
    const key = `${code} ${from} ${text}`;
    const first = !told.has(key);
    told.add(key);
    return first;
  };
  return [
    ...passages.flatMap((passage) => {
      const { text, loose } = passage;
      const slips = [
        ...(loose ? detectTypingSlipsInLine(text) : detectTypingSlips(text)),
        ...(commune && !loose ? detectSuperiorWords(text) : []),
      ]
        .slice(0, MOST_SLIPS)
        .filter((slip) => once(text, slip) && !isToldOfTime(reading, passage, slip));
      return slips.map((slip) => warnOf(slip.code, passage, slip, lines, null));
    }),
    ...detectCitationSlips(passages.map(({ text }) => text)).flatMap((slip) => {
      const passage = passages[slip.at];
      return passage === undefined || !once(passage.text, slip)
        ? []
        : [warnOf(slip.code, passage, slip, lines, slip.other)];
    }),
  ];
};

const isOfCommune = ({ document: { issuer } }: Reading): boolean => {
  const office = issuer === null ? undefined : findOffices(issuer)[0];
  return office !== undefined && isCommune(office.level);
};

const passagesOf = ({ document, sections, tasks }: Reading): readonly Passage[] => {
  const titleAt = document.spans.title ?? null;
  return [
    passage(document.title, null, "title", titleAt),
    ...sections.map(({ title, source_lines: at }) => passage(title, null, null, at)),
    ...tasks.flatMap(passagesOfTask),
  ].filter(({ text }) => text !== "");
};

const passage = (
  text: string | null | undefined,
  number: string | null,
  field: string | null,
  at: readonly [number, number] | null,
): Passage => ({
  text: (text ?? "").normalize("NFC"),
  number,
  field,
  line: at?.[0] ?? null,
  to: at?.[1] ?? null,
  loose: false,
});

const passagesOfTask = (task: ReadTask): readonly Passage[] => {
  const { number, spans, source_lines: own } = task;
  return [
    passage(task.title, number, "title", spans.title ?? own),
    passage(task.lead_text, number, "lead_units", spans.lead_units ?? own),
    passage(task.coordinating_text, number, "coordinating_units", spans.coordinating_units ?? own),
    passage(task.time_frame.text, number, "time_frame", spans.time_frame ?? own),
    passage(task.product, number, "product", own),
    passage(task.remarks, number, "remarks", own),
    passage(task.method, number, "method", own),
    passage(task.responsible_leader, number, "responsible_leader", own),
    ...(task.footnotes ?? []).map((note) => passage(note.text, number, "footnotes", note.source_lines)),
  ];
};

/** Lines between and around what was read as fields. */
const loosePassages = (
  { document, sections, tasks }: Reading,
  lines: readonly Pick<OutlineLine, "text">[],
): readonly Passage[] => {
  const read = new Set<number>();
  const spans = [
    document.spans.title,
    ...sections.map(({ source_lines: at }) => at),
    ...tasks.flatMap(({ source_lines: at, footnotes }) => [
      at,
      ...(footnotes ?? []).map((note) => note.source_lines),
    ]),
  ];
  for (const span of spans)
    for (let line = span?.[0] ?? 1; line <= Math.min(span?.[1] ?? 0, lines.length); line += 1) read.add(line);
  return lines.flatMap(({ text }, at) =>
    read.has(at + 1) || text.trim() === ""
      ? []
      : [{ ...passage(text, null, null, [at + 1, at + 1]), loose: true }],
  );
};

/** A date that the reading has told as a time or as a round. */
const isToldOfTime = (
  { tasks, warnings }: Reading,
  { number, field, text }: Passage,
  { code, from, to }: TypingSlip,
): boolean => {
  if (code !== "text-date-impossible") return false;
  if (field === "time_frame") return true;
  const words = text.slice(from, to);
  const task = number === null ? undefined : tasks.find((one) => one.number === number);
  return (
    (task?.time_frame.invalid_date === true && (task.time_frame.text ?? "").includes(words)) ||
    warnings.some((warning) => warning.code.endsWith("-impossible") && warning.text.includes(words))
  );
};

const warnOf = (
  code: string,
  { text, number, field, line, to }: Passage,
  slip: TypingSlip,
  lines: readonly Pick<OutlineLine, "text">[],
  other: string | null,
): ReadWarning => {
  const words = wordsAround(text, slip);
  return {
    code,
    number,
    field,
    line: lineOf(text, slip, line, to, lines),
    text: other === null ? words : `${text.slice(slip.from, slip.to)} / ${other}`,
  };
};

/** Whole words; where a word never ends, letters. */
const wordsAround = (text: string, { from, to }: TypingSlip): string => {
  const before = text.slice(Math.max(0, from - AROUND), from);
  const after = text.slice(to, to + AROUND);
  const start = from > AROUND ? before.replace(/^\S{0,12}\s/u, "") : before;
  const end = to + AROUND < text.length ? after.replace(/\s\S{0,12}$/u, "") : after;
  return `${start}${text.slice(from, to)}${end}`.trim().slice(0, LONGEST);
};

/** More of the words first: one mark alone may stand in several lines. */
const TOLD_APART_BY = [12, 5, 0];

/** The line of a passage that holds the slip; its first where the words are spread over several. */
const lineOf = (
  text: string,
  slip: TypingSlip,
  from: number | null,
  to: number | null,
  lines: readonly Pick<OutlineLine, "text">[],
): number | null => {
  if (from === null || to === null) return from;
  const own = lines
    .slice(from - 1, Math.min(to, from + MOST_LINES))
    .map((line) => line.text.normalize("NFC"));
  for (const more of TOLD_APART_BY) {
    const words = text.slice(Math.max(0, slip.from - more), slip.to);
    const found = words.length > 2 ? own.findIndex((line) => line.includes(words)) : -1;
    if (found >= 0) return from + found;
  }
  return from;
};
