import type { Reading, ReadWarning } from "./reading.ts";

/** As officials letter their items (Nghị định 30/2020/NĐ-CP, Phụ lục I); those in brackets many leave out. */
const LETTERS = "a b c d (đ) e (f) g h i (j) k l m n o p q r s t u v (w) x y (z)"
  .split(" ")
  .map((letter) => ({
    letter: letter.replace(/[()]/g, ""),
    optional: letter.startsWith("("),
  }));

type Item = {
  /** What stands before the last step: "3.5" of "3.5.a". */
  readonly prefix: string;
  readonly last: string;
  readonly number: string;
  readonly field: "number" | null;
  readonly line: number;
  readonly text: string;
};

const itemOf = (number: string, text: string, line: number, field: Item["field"]): Item => {
  const dot = number.lastIndexOf(".");
  return {
    prefix: number.slice(0, dot + 1),
    last: number.slice(dot + 1).toLowerCase(),
    number,
    field,
    line,
    text,
  };
};

/** Numbers that are missing between two neighbours: 3.2 then 3.4; a, b, d. Numbers that the reader gave are its own. */
export const lintNumbering = ({ tasks, sections }: Reading): readonly ReadWarning[] => {
  const items = [
    ...sections
      .filter(({ number_in_document: printed }) => printed !== null)
      .map(({ number, title, source_lines: [line] }) => itemOf(number, title, line, null)),
    ...tasks
      .filter(({ number_in_document: printed }) => printed !== null)
      .map(({ number, title, source_lines: [line] }) => itemOf(number, title, line, "number")),
  ].sort((one, other) => one.line - other.line);
  const before = new Map<string, string>();
  return items.flatMap((item) => {
    const previous = before.get(item.prefix) ?? null;
    before.set(item.prefix, item.last);
    const code = gapBetween(previous, item.last);
    return code === null
      ? []
      : [
          {
            code,
            number: item.field === null ? null : item.number,
            field: item.field,
            line: item.line,
            text: item.text.slice(0, 200),
          },
        ];
  });
};

const DIGITS = /^\d{1,4}$/;
const LETTER = /^\p{L}$/u;

const gapBetween = (previous: string | null, last: string): string | null => {
  if (DIGITS.test(last)) {
    if (previous !== null && !DIGITS.test(previous)) return null;
    const step = Number(last) - Number(previous ?? "0");
    return step > 1 ? "numbering-gap" : step < 0 ? "numbering-backwards" : null;
  }
  if (!LETTER.test(last) || (previous !== null && !LETTER.test(previous))) return null;
  const [from, to] = [previous === null ? -1 : placeOf(previous), placeOf(last)];
  if (to === -1 || (previous !== null && from === -1)) return null;
  if (to < from) return "numbering-backwards";
  return LETTERS.slice(from + 1, to).some(({ optional }) => !optional) ? "numbering-gap" : null;
};

const placeOf = (letter: string): number => LETTERS.findIndex((known) => known.letter === letter);
