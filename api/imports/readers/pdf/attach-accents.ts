import type { Glyph } from "./page-drawing.ts";
import { squareAt, squaresAlong } from "./page-squares.ts";

/** A letter with all its accents. */
export type Letter = Glyph;

/** Accents that some printers draw as signs of their own, over the letter. */
const SIGNS: ReadonlyMap<string, string> = new Map([
  ["´", "\u0301"],
  ["`", "\u0300"],
  ["˜", "\u0303"],
  ["ˆ", "\u0302"],
  ["˘", "\u0306"],
  ["˙", "\u0307"],
]);
const ONLY_ACCENTS = /^\p{M}+$/u;
const LETTER = /\p{L}/u;

/**
 * Puts accents that are drawn apart onto the letters they stand over, wherever in the page's order they come, and
 * takes what is drawn twice in one place (the bold of some printers) once.
 */
export const attachAccents = (glyphs: readonly Glyph[]): readonly Letter[] => {
  const letters: Glyph[] = [];
  const squares = new Map<number, number>();
  const accents: { readonly accent: Glyph; readonly after: number }[] = [];
  for (const glyph of glyphs) {
    const { text, x, y } = glyph;
    if (text >= "\u0300" ? ONLY_ACCENTS.test(text) : SIGNS.has(text)) {
      accents.push({ accent: glyph, after: letters.length - 1 });
      continue;
    }
    const blank = text.trim() === "";
    if (!blank && squaresAlong(x, y).some((square) => isSame(letters[squares.get(square) ?? -1], glyph)))
      continue;
    if (!blank) squares.set(squareAt(x, y), letters.length);
    letters.push(glyph);
  }
  return accents.length === 0 ? letters : withAccents(letters, accents);
};

const isSame = (one: Glyph | undefined, other: Glyph): boolean =>
  one !== undefined &&
  one.text === other.text &&
  Math.abs(one.x - other.x) < other.size * 0.1 &&
  Math.abs(one.y - other.y) < other.size * 0.1;

type Placed = { readonly accent: Glyph; readonly after: number };

const withAccents = (letters: readonly Glyph[], accents: readonly Placed[]): readonly Letter[] => {
  const byHeight = new Map<number, number[]>();
  for (const [at, { y }] of letters.entries()) {
    const row = Math.round(y / ROW);
    const inRow = byHeight.get(row);
    if (inRow === undefined) byHeight.set(row, [at]);
    else if (inRow.length < MOST_IN_ROW) inRow.push(at);
  }
  const texts = letters.map(({ text }) => text);
  const alone = new Map<number, Glyph[]>();
  for (const { accent, after } of accents) {
    const sign = SIGNS.get(accent.text);
    const row = Math.round(accent.y / ROW);
    const at = isUnder(letters[after], accent)
      ? after
      : ([row, row - 1, row + 1]
          .flatMap((near) => byHeight.get(near) ?? [])
          .find((place) => isUnder(letters[place], accent)) ?? (sign === undefined ? after : -1));
    const text = texts[at];
    if (text === undefined) alone.set(after, [...(alone.get(after) ?? []), accent]);
    else texts[at] = (text + (sign ?? accent.text)).normalize("NFC");
  }
  return [
    ...(alone.get(-1) ?? []),
    ...letters.flatMap((letter, at) => [
      { ...letter, text: texts[at] ?? letter.text },
      ...(alone.get(at) ?? []),
    ]),
  ];
};

/** Points: letters are looked up in strips of this height; a strip holds a line or two. */
const ROW = 8;
const MOST_IN_ROW = 600;

/** An accent without a width of its own is drawn leftward of where it is set. */
const isUnder = (letter: Glyph | undefined, accent: Glyph): boolean => {
  if (letter === undefined || !LETTER.test(letter.text)) return false;
  if (Math.abs(letter.y - accent.y) > letter.size * 0.6) return false;
  const middle =
    accent.width > accent.size * 0.05 ? accent.x + accent.width / 2 : accent.x - letter.size * 0.1;
  return middle > letter.x - letter.size * 0.05 && middle < letter.x + letter.width + letter.size * 0.05;
};
