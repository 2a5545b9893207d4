import { tidyText } from "../shared/normalise-vietnamese.ts";
import { readTaskNumberAt } from "./parse-task-number.ts";

export { normaliseTaskNumber } from "./parse-task-number.ts";

/** One note of a message; several that share their words are several lines with the same text. */
export type NoteLine = {
  /** In the document's form ("3.5.a"); null where no task was named. */
  readonly number: string | null;
  /** As typed, tidied, without the number; "" when nothing was said of it. */
  readonly text: string;
};
export type SplitNotes = { readonly lines: readonly NoteLine[] };

const BULLET = /[-•*+–—●▪]?[ \t]*/uy;
/** Between numbers that share their words: "2.3, 3.1 và 4.8 không phát sinh". */
const BETWEEN = /\s*(?:[,;&+]|v[àa](?!\p{L}))\s*/iuy;
/** Between the number and what is said of it. */
const AFTER = /[ \t]*[:.)\-–—=>;,]*[ \t]*/uy;
const NEXT_NOTE = /;[ \t]*/gu;

const skip = (pattern: RegExp, text: string, from: number): number => {
  pattern.lastIndex = from;
  return from + (pattern.exec(text)?.[0].length ?? 0);
};

type Head = { readonly numbers: readonly string[]; readonly end: number };

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
  return { numbers, end: numbers.length === 0 ? from : skip(AFTER, text, end) };
};

/** "2.3 xong; 3.1 đang làm": a semicolon parts two notes of one line when a number stands behind it. */
const cutAtNumbers = (line: string, known: ReadonlySet<string> | null): readonly string[] => {
  const cuts = [0];
  const first = readHead(line, skip(BULLET, line, 0), known);
  if (first.numbers.length === 0) return [line];
  for (const match of line.matchAll(NEXT_NOTE)) {
    const at = match.index + match[0].length;
    if (match.index >= first.end && readTaskNumberAt(line, at, known) !== null) cuts.push(at);
  }
  return cuts.map((cut, step) =>
    line.slice(cut, cuts[step + 1]).replace(/;[ \t]*$/, step + 1 < cuts.length ? "" : "$&"),
  );
};

/**
 * Parts a message into notes by the task numbers its lines begin with. A line without one goes on with the note
 * above it. Dates ("20/3 đã họp"), quantities ("3,5 tỷ đồng", "2.000 hộ") and percentages begin no note; a bare
 * integer does only when `knownNumbers` has it ("2 đã xong"), or after "nhiệm vụ", "mục". Numbers come out once
 * each in the order typed, whether or not the catalogue has them: to say that there is no 9.9 is the caller's part.
 */
export const splitNotes = (text: string, knownNumbers?: ReadonlySet<string>): SplitNotes => {
  const known = knownNumbers ?? null;
  const notes: { numbers: readonly string[]; words: string[] }[] = [];
  for (const line of tidyText(text).split("\n")) {
    for (const piece of cutAtNumbers(line, known)) {
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
  };
};
