import { filled, middleOf, narrowed, type Strip } from "./column-strips.ts";
import { gapsOf, type VisualRow } from "./order-visual-rows.ts";

/** In parts of the type's size: the widest gap between the words of a sentence. */
const WORD_GAP = 0.8;

export const isCapitals = ({ words }: VisualRow): boolean => {
  const text = words.map((word) => word.text).join("");
  return /\p{L}{2}/u.test(text) && text === text.toUpperCase();
};

/** Words of a sentence may happen to part where columns do; a row of a table has a wide gap somewhere. */
export const runsThrough = (row: VisualRow, strips: readonly Strip[]): boolean =>
  filled(row, strips) >= 3 && gapsOf(row, row.size * WORD_GAP).length === 0;

/** A line of running text: it closes the gaps between the columns, or has no wide one; it is no title in bold or capitals. */
export const isProse = (row: VisualRow | undefined, strips: readonly Strip[]): boolean =>
  row !== undefined &&
  (narrowed(row, strips).length * 2 <= strips.length || runsThrough(row, strips)) &&
  row.x0 < Math.min(...strips.map(middleOf)) + row.size * 4 &&
  row.x1 > Math.max(...strips.map(middleOf)) &&
  !row.words.every(({ bold }) => bold) &&
  !isCapitals(row);

/** The heading of what follows a table, under one of its columns. */
export const isHeadingBelow = (row: VisualRow | undefined, strips: readonly Strip[]): boolean =>
  row !== undefined && isCapitals(row) && filled(row, strips) === 1 && row.words.length > 1;
