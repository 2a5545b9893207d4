import type {
  Entry,
  LetterheadBlock,
  SectionSource,
  TaskSource,
  TextBlock,
  TextStyle,
  TimeCellSource,
  UnitCellSource,
  UnitSource,
} from "./document-source.ts";
import type { TimeMeaning } from "./time-meanings.ts";

/** Short words to write a document down with. */

export const unit = (
  name: string,
  kind: UnitSource["kind"],
  aliases: readonly string[] = [],
  short: string | null = null,
): UnitSource => ({ name, kind, short, aliases: [name, ...aliases], groupOf: null });

export const group = (
  name: string,
  groupOf: NonNullable<UnitSource["groupOf"]>,
  aliases: readonly string[] = [],
): UnitSource => ({ name, kind: "group", short: null, aliases: [name, ...aliases], groupOf });

/** A cell of units: the words, then whom they mean. */
export const who = (text: string, ...units: readonly UnitSource[]): UnitCellSource => ({ text, units });

export const when = (text: string, meaning: TimeMeaning): TimeCellSource => ({ text, meaning });

/** `number` is the path; what is printed is its last part, unless said otherwise. */
export const task = (
  number: string,
  title: string,
  rest: Omit<Partial<TaskSource>, "is" | "number" | "title"> = {},
): TaskSource => ({ is: "task", number, printed: number, title, ...rest });

export const section = (
  number: string,
  title: string,
  rest: Omit<Partial<SectionSource>, "is" | "number" | "title"> = {},
): SectionSource => ({ is: "section", number, printed: number, title, ...rest });

export const text = (style: TextStyle, words: string, heading?: number): TextBlock => ({
  is: "text",
  style,
  text: words,
  ...(heading !== undefined && { heading }),
});
export const paragraphs = (...words: readonly string[]): readonly TextBlock[] =>
  words.map((one) => text("body", one));
export const centred = (...words: readonly string[]): readonly TextBlock[] =>
  words.map((one) => text("centre-bold", one));
export const bases = (...words: readonly string[]): readonly TextBlock[] =>
  words.map((one) => text("italic", one));

export const letterhead = (
  left: readonly string[],
  number: string | null,
  place: string | null,
): LetterheadBlock => ({ is: "letterhead", left, number, place });

/** "1. Tiêu đề" for a section of a text without tables. */
export const headed = (entry: Entry): string =>
  entry.printed === null ? entry.title : `${entry.printed} ${entry.title}`;
