/**
 * Squares over a page, to find what stands near a point. Numbers as keys: a page has some thousand glyphs, and each
 * is looked up.
 */
const SQUARE = 1.5;
const ROW = 1 << 15;

/** The square's number; points off the page share the ones at its edge. */
export const squareAt = (x: number, y: number): number =>
  (Math.round(y / SQUARE) & (ROW - 1)) * ROW + (Math.round(x / SQUARE) & (ROW - 1));

/** The squares within about two points to the left and right, on the same baseline. */
export const squaresAlong = (x: number, y: number): readonly number[] => {
  const low = squareAt(x, y - 0.2);
  const high = squareAt(x, y + 0.2);
  return low === high ? [low - 1, low, low + 1] : [low - 1, low, low + 1, high - 1, high, high + 1];
};
