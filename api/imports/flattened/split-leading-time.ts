import { endsOpen, judgeTime } from "./judge-cell-text.ts";
import type { VisualLine } from "./visual-line.ts";

/** In a table whose first column is the time, a quarter stands before the number of the first row that is due in it. */

const MOST_LINES = 3;
const MOST_WORDS = 6;

/** How many of the lines before a row's number are the time of the row, and not the end of the row above. */
export const countTimeLines = (lines: readonly VisualLine[]): number => {
  for (let count = Math.min(MOST_LINES, lines.length); count > 0; count--) {
    const own = lines.slice(-count).map(({ text }) => text);
    const before = lines.at(-count - 1)?.text ?? "";
    if (
      /^[\p{Lu}\d]/u.test(own[0] ?? "") &&
      (before === "" || endsOpen(before) === 0) &&
      judgeTime(own.join(" ")) === 1
    )
      return count;
  }
  return 0;
};

/** "Quý I 1 Ban hành …": the time, and the line from the row's number on. Null where no time leads. */
export const splitLeadingTime = (text: string): { readonly time: string; readonly rest: string } | null => {
  const words = text.split(" ", MOST_WORDS + 1);
  for (let count = Math.min(MOST_WORDS, words.length); count > 0; count--) {
    const time = words.slice(0, count).join(" ");
    const rest = text.slice(time.length + 1);
    if (/^\d{1,3}(?:\.\d{1,2})*[.)]?(?:\s+["“(]?\p{Lu}|$)/u.test(rest) && judgeTime(time) === 1)
      return { time, rest };
  }
  return null;
};
