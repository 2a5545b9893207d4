import type { ColumnRole } from "../recognition/parts/match-header.ts";
import { joinLines } from "./join-lines.ts";
import { endsOpen, judgeTime } from "./judge-cell-text.ts";
import { judgeStart } from "./judge-start.ts";
import type { VisualLine } from "./visual-line.ts";

/** Whether the cells of a row make so little sense that a line may have been cut in the wrong place. */
export const isOddRow = (
  roles: readonly (ColumnRole | null)[],
  cells: readonly (readonly VisualLine[])[],
): boolean =>
  roles.some((role, column) => isOdd(role, cells[column] ?? [])) ||
  (cells[roles.indexOf("lead")]?.length === 0 && holdsUnit(textOf(cells[roles.indexOf("task")] ?? [])));

const textOf = (lines: readonly VisualLine[]): string => joinLines(lines.map(({ text }) => text));

/** Whether a unit may begin inside a title: its cell, or the lead's where that is empty. Capitals alone tell nothing. */
export const holdsUnit = (title: string): boolean => {
  const words = title.split(" ");
  return words.some(
    (word, at) =>
      at > 0 &&
      /^\p{Lu}\p{Ll}/u.test(word) &&
      judgeStart(words.slice(at, at + 4).join(" "), NOTHING_KNOWN).unit,
  );
};
const NOTHING_KNOWN: ReadonlySet<string> = new Set();

/** A cell that begins or ends in the middle of something, or tells no time where it should. */
const isOdd = (role: ColumnRole | null, lines: readonly VisualLine[]): boolean => {
  const text = textOf(lines);
  if (role === null || role === "number" || role === "remarks" || text === "") return role === "task";
  if (role === "time_frame") return judgeTime(text) < 0.7;
  return /^(?:\p{Ll}|\d[\d.]*\s)/u.test(text) || endsOpen(text) >= 3;
};
