import type { ItemNumber } from "../recognition/tasks/catalogue-entry.ts";

/** Where the numbering of a table stands: the last number of each style that is still open. */
export type Numbering = {
  readonly capital: number | null;
  readonly roman: number | null;
  /** Path of the last arabic number: [3], [3, 5], [3, 5, 1]. */
  readonly arabic: readonly number[];
  readonly letter: number | null;
  readonly style: ItemNumber["style"] | null;
};

export const NOT_NUMBERED: Numbering = { capital: null, roman: null, arabic: [], letter: null, style: null };

/** How far a number may run ahead: documents leave numbers out. */
const LARGEST_GAP = 3;

/** What a number does to the numbering; `gap` 0 is the next one. Null where it cannot follow. */
export const followNumber = (
  last: Numbering,
  number: ItemNumber,
): { readonly numbering: Numbering; readonly gap: number } | null => {
  const [first = 0] = number.path;
  switch (number.style) {
    case "capital":
    case "roman": {
      const before = last[number.style];
      const gap = before === null ? first - 1 : first - before - 1;
      if (gap < 0 || gap > 1) return null;
      return { numbering: { ...last, [number.style]: first, letter: null, style: number.style }, gap };
    }
    case "arabic":
      return followArabic(last, number.path);
    case "letter": {
      if (number.path.length > 1) {
        const letter = number.path.at(-1) ?? 0;
        return {
          numbering: { ...last, arabic: number.path.slice(0, -1), letter, style: "letter" },
          gap: 0,
        };
      }
      const before = last.style === "letter" ? last.letter : null;
      const gap = before === null ? first - 1 : first - before - 1;
      // "d" may stand for "đ", and "c, đ" leaves "d" out.
      if (gap < 0 || gap > 2) return null;
      return { numbering: { ...last, letter: first, style: "letter" }, gap: gap > 1 ? 1 : 0 };
    }
    default:
      return null;
  }
};

const followArabic = (
  last: Numbering,
  path: readonly number[],
): { readonly numbering: Numbering; readonly gap: number } | null => {
  const next = { ...last, arabic: path, letter: null, style: "arabic" as const };
  const before = last.arabic;
  const own = path.at(-1) ?? 0;
  const level = path.length;
  if (before.length === 0)
    return own <= 1 || level === 1 ? { numbering: next, gap: Math.max(0, own - 1) } : null;
  const parent = path.slice(0, -1);
  const known = parent.every((part, index) => part === before[index]);
  if (known && before.length >= level) {
    const gap = own - (before[level - 1] ?? 0) - 1;
    if (gap >= 0 && gap <= LARGEST_GAP) return { numbering: next, gap };
  }
  // One level down; or a level down under a section that prints no number of its own.
  if (own === 1 && level > 1) {
    const above = path[level - 2] ?? 0;
    if (known) return { numbering: next, gap: 0 };
    const sibling = before[level - 2] ?? 0;
    const samePlace = path.slice(0, -2).every((part, index) => part === before[index]);
    if (samePlace && above > sibling && above - sibling <= 1 + LARGEST_GAP)
      return { numbering: next, gap: above - sibling - 1 };
  }
  // Numbering starts again in a new section.
  if (own === 1 && level === 1 && (last.style === "roman" || last.style === "capital"))
    return { numbering: next, gap: 0 };
  return null;
};
