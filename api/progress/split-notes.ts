import { tidyText } from "../shared/normalise-vietnamese.ts";
import { normaliseNoteHead, opensNote } from "./normalise-note-head.ts";
import { NOTE_MAX_LENGTH } from "./note.ts";
import { readTaskNumberAt } from "./parse-task-number.ts";

export { normaliseTaskNumber } from "./parse-task-number.ts";

/** One note of a message; several that share their words are several lines with the same text. */
export type NoteLine = {
  /** In the document's form ("3.5.a"); null where no task was named. */
  readonly number: string | null;
  /** As typed, tidied, without the number; "" when nothing was said of it. */
  readonly text: string;
};
export type SplitNotes = {
  readonly lines: readonly NoteLine[];
  /** Numbers in the middle of a line that were taken for tasks by what stands round them. */
  readonly inner: readonly string[];
};

const BULLET = /[-•*+–—●▪]?[ \t]*/uy;
/** Between numbers that share their words: "2.3, 3.1 và 4.8 không phát sinh". */
const BETWEEN = /\s*(?:[,;&+]|v(?:[àa]|[ớo]i)(?!\p{L}))\s*/iuy;
const SPACE = /[ \t]+/uy;
/** Between the number and what is said of it. */
const AFTER = /[ \t]*[:.)\-–—=>;,]*[ \t]*/uy;
/** Where the next task of the same line may begin: "2.4 xong và 4.7 xong", "2.4 xong. Còn 4.7 đang làm". */
const NEXT_NOTE =
  /(?:;[ \t]*|(?<!\d),[ \t]*|,[ \t]+|\.[ \t]+)(?:(?:v[àa]|c[òo]n|ri[êe]ng)[ \t]+)?|[ \t](?:v[àa]|c[òo]n|ri[êe]ng)[ \t]+/giu;
/** Of a paragraph of some document, not of the catalogue: "và mục 3.1 đã sửa". */
const REFERENCE = /(?:mục|muc|số|so|stt)(?!\p{L})/iuy;
/** "các bản 1.1, 1.2 đã xong" counts something that only looks like tasks. */
const NUMBER_BEFORE = /\d\.\d{1,2}(?:\.?[a-zđ])?$/iu;

const skip = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
};

type Head = { readonly numbers: readonly string[]; readonly end: number };

/** "2.3 3.1 4.8 không phát sinh": numbers with nothing between them, where a note or nothing stands behind them. */
const readRow = (text: string, from: number, known: ReadonlySet<string> | null): Head | null => {
  const numbers: string[] = [];
  let end = from;
  for (;;) {
    const at = skip(SPACE, text, end);
    const read = at === end ? null : readTaskNumberAt(text, at, known);
    if (read === null || !read.number.includes(".")) break;
    numbers.push(read.number);
    end = read.end;
  }
  const behind = skip(AFTER, text, end);
  const said = text.slice(behind);
  return numbers.length > 0 && (said.trim() === "" || opensNote(said)) ? { numbers, end: behind } : null;
};

/** The numbers a stretch begins with; none when it begins with words, a date or a quantity. */
const readHead = (text: string, from: number, known: ReadonlySet<string> | null): Head => {
  const numbers: string[] = [];
  let end = from;
  let at = from;
  for (;;) {
    const read = readTaskNumberAt(text, at, known);
    if (read === null) break;
    numbers.push(read.number);
    end = read.end;
    at = skip(BETWEEN, text, end);
    if (at === end) break;
  }
  const row = numbers.length === 1 ? readRow(text, end, known) : null;
  if (row !== null) return { numbers: [...numbers, ...row.numbers], end: row.end };
  return { numbers, end: numbers.length === 0 ? from : skip(AFTER, text, end) };
};

const isOpen = (text: string, opening: RegExp, closing: RegExp): boolean =>
  (text.match(opening)?.length ?? 0) > (text.match(closing)?.length ?? 0);

/** The numbers that begin another note in the middle of a line; none where it is not plain. */
const readInnerHead = (
  line: string,
  said: string,
  at: number,
  facts: { readonly known: ReadonlySet<string> | null; readonly tasks: ReadonlySet<string> | null },
): Head => {
  const none: Head = { numbers: [], end: at };
  REFERENCE.lastIndex = at;
  // A longer line is refused by whoever stores it: reading it would only cost time.
  if (line.length > NOTE_MAX_LENGTH || NUMBER_BEFORE.test(said.slice(-12)) || REFERENCE.test(line))
    return none;
  const head = readHead(line, at, facts.known);
  if (head.numbers.length === 0 || !/\p{L}|%/u.test(said)) return none;
  if (isOpen(said, /\(/g, /\)/g) || isOpen(said, /“/g, /”/g)) return none;
  const isTask = (number: string): boolean =>
    /\D/.test(number) && (facts.tasks === null || facts.tasks.has(number.toLowerCase()));
  return head.numbers.every(isTask) && opensNote(line.slice(head.end)) ? head : none;
};

/**
 * Parts two notes of one line. A semicolon does when a number stands behind it; a comma, a stop, "và", "còn" when it
 * is another task's number and words follow that begin a note.
 */
const cutAtNumbers = (
  line: string,
  known: ReadonlySet<string> | null,
  tasks: ReadonlySet<string> | null,
): { readonly pieces: readonly string[]; readonly inner: readonly string[] } => {
  let head = readHead(line, skip(BULLET, line, 0), known);
  if (head.numbers.length === 0) return { pieces: [line], inner: [] };
  const pieces: string[] = [];
  const inner: string[] = [];
  let from = 0;
  for (const match of line.matchAll(NEXT_NOTE)) {
    if (match.index < head.end) continue;
    const at = match.index + match[0].length;
    const plain = /^;[ \t]*$/.test(match[0]) ? readHead(line, at, known) : null;
    const next =
      plain !== null && plain.numbers.length > 0
        ? plain
        : readInnerHead(line, line.slice(head.end, match.index), at, { known, tasks });
    const { numbers: open } = head;
    if (next.numbers.length === 0 || (next !== plain && next.numbers.some((one) => open.includes(one))))
      continue;
    if (next !== plain) inner.push(...next.numbers);
    pieces.push(line.slice(from, match.index));
    from = at;
    head = next;
  }
  return { pieces: [...pieces, line.slice(from)], inner };
};

/**
 * Parts a message into notes by the task numbers its lines begin with. A line without one goes on with the note
 * above it. Dates ("20/3 đã họp"), quantities ("3,5 tỷ đồng", "2.000 hộ") and percentages begin no note; a bare
 * integer does only when `knownNumbers` has it ("2 đã xong"), or after "nhiệm vụ", "mục". Numbers come out once
 * each in the order typed, whether or not the catalogue has them: to say that there is no 9.9 is the caller's part.
 * A number in the middle of a line begins a note only where that is plain, and, with `tasks` (in small letters), only
 * if it is one of those. Courtesy before the number, a comma in it and a number in words are read as people mean them.
 */
export const splitNotes = (
  text: string,
  knownNumbers?: ReadonlySet<string>,
  tasks?: ReadonlySet<string>,
): SplitNotes => {
  const known = knownNumbers ?? null;
  const notes: { numbers: readonly string[]; words: string[] }[] = [];
  const found: string[] = [];
  const typed = tidyText(text).split("\n");
  for (const [place, words] of typed.entries()) {
    const line = normaliseNoteHead(words, { first: place === 0, only: typed.length === 1 }, known);
    const { pieces, inner } = cutAtNumbers(line, known, tasks ?? null);
    found.push(...inner);
    for (const piece of pieces) {
      const { numbers, end } = readHead(piece, skip(BULLET, piece, 0), known);
      const open = notes.at(-1);
      if (numbers.length > 0 || open === undefined) notes.push({ numbers, words: [piece.slice(end)] });
      else open.words.push(piece);
    }
  }
  return {
    lines: notes.flatMap(({ numbers, words }): NoteLine[] => {
      const said = tidyText(words.join("\n"));
      return numbers.length === 0
        ? [{ number: null, text: said }]
        : [...new Set(numbers)].map((number) => ({ number, text: said }));
    }),
    inner: found,
  };
};
