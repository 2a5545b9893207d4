import type { Reading, ReadWarning } from "./reading.ts";
import { parseItemNumber } from "./recognition/parts/parse-item-number.ts";
import { shortenText } from "./recognition/shorten-text.ts";

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
  /** As printed: "I" is a numeral, "i" mostly a letter. */
  readonly capital: boolean;
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
    capital: /^\p{Lu}/u.test(number.slice(dot + 1)),
    number,
    field,
    line,
    text,
  };
};

/** A series of one kind of numbers; each kind under one number counts by itself. */
type Series = "figures" | "letters" | "capitals" | "numerals" | "small numerals";

type Step = { readonly series: Series; readonly from: string | null };

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
    const step = stepOf(item, before);
    if (step === null) return [];
    before.set(`${item.prefix} ${step.series}`, item.last);
    const code = gapBetween(step, item.last);
    return code === null
      ? []
      : [
          {
            code,
            number: item.field === null ? null : item.number,
            field: item.field,
            line: item.line,
            text: shortenText(item.text, 200),
          },
        ];
  });
};

const DIGITS = /^\d{1,4}$/;
const LETTER = /^\p{L}$/u;
const NUMERAL = /^[ivx]{1,6}$/;
/** How far a letter may stand from the one before it and still be no numeral: "h" and "i". */
const NEAR = 3;

const stepOf = ({ prefix, last, capital }: Item, before: ReadonlyMap<string, string>): Step | null => {
  const inSeries = (series: Series): Step => ({ series, from: before.get(`${prefix} ${series}`) ?? null });
  if (DIGITS.test(last)) return inSeries("figures");
  const lettered = inSeries(capital ? "capitals" : "letters");
  const next = lettered.from === null ? -1 : placeOf(last) - placeOf(lettered.from);
  if (NUMERAL.test(last) && !(next > 0 && next <= NEAR))
    return inSeries(capital ? "numerals" : "small numerals");
  return LETTER.test(last) ? lettered : null;
};

const gapBetween = ({ series, from }: Step, last: string): string | null => {
  if (series === "letters" || series === "capitals") {
    const [before, to] = [from === null ? -1 : placeOf(from), placeOf(last)];
    if (to === -1 || (from !== null && before === -1)) return null;
    if (to < before) return "numbering-backwards";
    return LETTERS.slice(before + 1, to).some(({ optional }) => !optional) ? "numbering-gap" : null;
  }
  const step = ordinalOf(last) - ordinalOf(from);
  return step > 1 ? "numbering-gap" : step < 0 ? "numbering-backwards" : null;
};

const ordinalOf = (number: string | null): number =>
  number === null
    ? 0
    : DIGITS.test(number)
      ? Number(number)
      : (parseItemNumber(number.toUpperCase())?.path[0] ?? 0);

const placeOf = (letter: string): number => LETTERS.findIndex((known) => known.letter === letter);
