import { attachAccents, type Letter } from "./attach-accents.ts";
import type { PageDrawing, Word } from "./page-drawing.ts";
import { squareAt, squaresAlong } from "./page-squares.ts";
import { turnOf } from "./place-upright.ts";

/** In parts of the type's size: a wider gap, or a step back, ends a run of letters. */
const GAP = 0.12;
const STEP_BACK = 0.3;
const LIGATURES = /[\ufb00-\ufb06]/gu;
const UNSEEN = /[\u00ad\u200b-\u200f\u2060\ufeff\p{Cc}]/gu;

export type PlacedText = {
  readonly words: readonly Word[];
  /** Text that stands askew over the page, a watermark. */
  readonly askew: string;
};

/** Joins the glyphs of a page to words, in the order in which they are drawn. */
export const placeTextRuns = (page: PageDrawing): PlacedText => {
  const words: Word[] = [];
  const askew: string[] = [];
  const letters = attachAccents(page.glyphs);
  const spaces = spacesOf(letters);
  let run: Letter[] = [];
  const close = () => {
    const word = wordOf(run, spaces);
    if (word !== null && isOnPage(word, page)) words.push(word);
    run = [];
  };
  for (const letter of letters) {
    if (turnOf(letter) === null) {
      askew.push(letter.text);
      continue;
    }
    if (letter.text.trim() === "") {
      close();
      continue;
    }
    const last = run.at(-1);
    if (last !== undefined && !follows(last, letter)) close();
    run.push(letter);
  }
  close();
  return { words, askew: askew.join("").trim() };
};

const isOnPage = ({ x0, x1, y, size }: Word, { width, height }: PageDrawing): boolean =>
  x1 > -1 && x0 < width + 1 && y > 0 && y < height + size;

type Spaces = { readonly starts: ReadonlySet<number>; readonly ends: ReadonlySet<number> };

/**
 * Where drawn spaces begin and end. They are found by their place: letters that a font lacks are drawn from another
 * one after the rest of the line.
 */
const spacesOf = (letters: readonly Letter[]): Spaces => {
  const starts = new Set<number>();
  const ends = new Set<number>();
  for (const letter of letters) {
    if (letter.dx < 0.9 || letter.text.trim() !== "") continue;
    starts.add(squareAt(letter.x, letter.y));
    ends.add(squareAt(letter.x + letter.width, letter.y));
  }
  return { starts, ends };
};

const isNear = (squares: ReadonlySet<number>, x: number, y: number): boolean =>
  squaresAlong(x, y).some((square) => squares.has(square));

const follows = (last: Letter, next: Letter): boolean => {
  if (turnOf(last) !== turnOf(next) || last.font !== next.font) return false;
  if (Math.abs(last.size - next.size) > 0.3) return false;
  const along = (next.x - last.x) * last.dx + (next.y - last.y) * last.dy - last.width;
  const across = (next.x - last.x) * -last.dy + (next.y - last.y) * last.dx;
  return Math.abs(across) < last.size * 0.05 && along < last.size * GAP && along > -last.size * STEP_BACK;
};

const wordOf = (run: readonly Letter[], spaces: Spaces): Word | null => {
  const [first] = run;
  const last = run.at(-1);
  if (first === undefined || last === undefined) return null;
  const drawn = run.map((letter) => letter.text).join("");
  const text = (first.font.convert?.(drawn) ?? drawn)
    .replace(LIGATURES, (ligature) => ligature.normalize("NFKC"))
    .replace(UNSEEN, "")
    .normalize("NFC");
  if (text.trim() === "") return null;
  const upright = turnOf(first) === 0;
  const ends = [first.x, last.x + last.width * last.dx];
  const x0 = Math.min(...ends);
  const x1 = Math.max(...ends);
  const { bold, italic } = first.font;
  if (upright) {
    return {
      text,
      x0,
      x1,
      y: first.y,
      size: first.size,
      bold,
      italic,
      spaceBefore: isNear(spaces.ends, x0, first.y),
      spaceAfter: isNear(spaces.starts, x1, first.y),
      raised: false,
    };
  }
  // Text that runs up or down in a narrow column is one word of its column, as high as it is long.
  const middle = (first.y + last.y + last.width * last.dy) / 2;
  const half = first.size / 2;
  return {
    text,
    x0: x0 - half,
    x1: x1 + half,
    y: middle + half * 0.6,
    size: first.size,
    bold,
    italic,
    spaceBefore: true,
    spaceAfter: true,
    raised: false,
  };
};
