import { recogniseTimeFrame } from "../../../time-frames/recognise-time-frame.ts";
import type { TimeContext, TimeFrameReading } from "../../../time-frames/time-frame-reading.ts";
import type { Span } from "../../outline.ts";
import type { ReadTimeFrame, ReadWarning } from "../../reading.ts";
import { shortenText } from "../shorten-text.ts";
import type { FieldText } from "./catalogue-entry.ts";
import { givenField, type TaskContext, warning } from "./given-field.ts";
import type { PlacedTask } from "./label-tasks.ts";
import { recogniseTitleFrame } from "./recognise-title-frames.ts";

export type ReadFrame = {
  readonly frame: ReadTimeFrame;
  readonly confidence: number;
  readonly span: Span | null;
  readonly warnings: readonly ReadWarning[];
};

const NOTHING: ReadTimeFrame = {
  text: null,
  kind: "none",
  due_on: null,
  date: null,
  exclusive: null,
  start_on: null,
  end_on: null,
  recurs: "none",
};
/** Words that repeat work without saying by when. */
const RHYTHM = /(?<![\p{L}])(?:hằng|hàng|mỗi|từng) (?:tháng|quý|quí|tuần)(?![\p{L}])/iu;

/** What the time cell or labelled line says; else a completion phrase of the sentence; else none. */
export const readFrameField = (placed: PlacedTask, title: string, context: TaskContext): ReadFrame => {
  const given = givenField(placed, "time_frame");
  if (given === null) return fromTitle(placed, title, context);
  const { field, from } = given;
  const reading = readCell(field, context.time);
  const problems = problemsOf(reading, placed.number, field.span);
  const frame = {
    ...withoutReader(reading),
    text: shortenText(field.written ?? reading.text ?? "") || null,
    ...(from !== null && { inherited_from: from }),
  };
  const base = sureness(reading) * field.certainty * placed.node.entry.certainty * (from === null ? 1 : 0.92);
  return {
    frame,
    confidence: round(field.written === undefined ? base : Math.min(0.85, base)),
    span: field.span,
    warnings: problems,
  };
};

/** Lines of a cell are one phrase that was cut, or phrases of their own: the reading that leaves nothing unread wins. */
const readCell = (field: FieldText, time: TimeContext): TimeFrameReading => {
  const joined = recogniseTimeFrame(field.paragraphs.join(" "), time);
  if (field.paragraphs.length < 2 || (joined.kind !== "none" && joined.unread === undefined)) return joined;
  const apart = recogniseTimeFrame(field.paragraphs.join("; "), time);
  return apart.kind !== "none" && apart.unread === undefined ? { ...apart, text: joined.text } : joined;
};

const round = (value: number): number => Math.max(0, Math.min(0.98, Math.round(value * 1000) / 1000));

const withoutReader = (reading: TimeFrameReading): ReadTimeFrame => {
  const { unread: _unread, ...frame } = reading;
  return structuredClone(frame) as ReadTimeFrame;
};

/** "Tháng 10 hoặc tháng 11/2025": which of the two is for a person to say. */
const isEither = ({ text, due_on: due, date, secondary }: TimeFrameReading): boolean => {
  if (text === null || (due ?? date) === null) return false;
  if (secondary === undefined || (secondary.due_on ?? secondary.date ?? null) === null) return false;
  const at = text.lastIndexOf(secondary.text ?? "");
  return (
    at > 0 &&
    /(?<!\p{L})(?:hoặc|hay)\s*(?:là\s*)?$/iu.test(text.slice(Math.max(0, at - 16), at).normalize("NFC"))
  );
};

const sureness = (reading: TimeFrameReading): number => {
  if (reading.kind === "none") return 0.3;
  if (reading.invalid_date === true) return 0.4;
  if (reading.unread !== undefined || isEither(reading)) return 0.6;
  const missing = reading.needs_context;
  if (missing.includes("correction") || missing.includes("lunar_calendar")) return 0.6;
  return reading.vague === true ? 0.75 : 0.97;
};

const problemsOf = (reading: TimeFrameReading, number: string, span: Span): readonly ReadWarning[] => [
  ...(reading.invalid_date === true
    ? [warning("date-impossible", number, "time_frame", span, reading.date_as_written ?? reading.text ?? "")]
    : []),
  ...(isEither(reading)
    ? [warning("time-frame-either", number, "time_frame", span, reading.text ?? "")]
    : []),
  ...(reading.kind === "none" && reading.invalid_date !== true
    ? [warning("time-frame-not-understood", number, "time_frame", span, reading.text ?? "")]
    : (reading.unread ?? []).map((words) =>
        warning("time-frame-unread-words", number, "time_frame", span, words),
      )),
];

const fromTitle = (placed: PlacedTask, title: string, context: TaskContext): ReadFrame => {
  const { entry } = placed.node;
  const found = recogniseTitleFrame(title, context.time);
  if (found !== null)
    return {
      frame: { ...withoutReader(found.frame), where: "title" },
      confidence: found.confidence,
      span: entry.titleSpan,
      warnings: [],
    };
  const drawn = context.gives.has("time_frame") && !placed.isHeading && placed.node.children.length === 0;
  const rebuilt = entry.from === "row" && entry.certainty < 1;
  const base = drawn ? (rebuilt ? 0.7 : 0.9) : RHYTHM.test(title) ? 0.8 : 0.95;
  return {
    frame: NOTHING,
    confidence: round(base * (entry.from === "row" ? entry.certainty : 1)),
    span: null,
    warnings: [],
  };
};
