import type { Glyph, PageDrawing, Segment } from "./page-drawing.ts";

type Turn = 0 | 1 | 2 | 3;

/** Quarter turns clockwise in which a glyph's text runs; null for text askew, such as a watermark. */
export const turnOf = ({ dx, dy }: Pick<Glyph, "dx" | "dy">): Turn | null => {
  if (Math.abs(dy) < 0.1) return dx > 0 ? 0 : 2;
  if (Math.abs(dx) < 0.1) return dy > 0 ? 1 : 3;
  return null;
};

/**
 * A page whose text mostly runs along another edge (a landscape table drawn on an upright sheet) is turned so that
 * it reads from left to right.
 */
export const placeUpright = (page: PageDrawing): PageDrawing => {
  const counts = [0, 0, 0, 0];
  for (const glyph of page.glyphs) {
    const turn = turnOf(glyph);
    if (turn !== null) counts[turn] = (counts[turn] ?? 0) + 1;
  }
  const most = Math.max(...counts);
  const turn = counts.indexOf(most);
  if (turn === 0 || counts[0] === most) return page;
  const { width, height } = page;
  const point = (x: number, y: number): readonly [number, number] =>
    turn === 1 ? [y, width - x] : turn === 2 ? [width - x, height - y] : [height - y, x];
  const vector = (dx: number, dy: number): readonly [number, number] =>
    turn === 1 ? [dy, -dx] : turn === 2 ? [-dx, -dy] : [-dy, dx];
  return {
    ...page,
    width: turn === 2 ? width : height,
    height: turn === 2 ? height : width,
    glyphs: page.glyphs.map((glyph): Glyph => {
      const [x, y] = point(glyph.x, glyph.y);
      const [dx, dy] = vector(glyph.dx, glyph.dy);
      return { ...glyph, x, y, dx, dy };
    }),
    segments: page.segments.map((segment): Segment => {
      const [x0, y0] = point(segment.x0, segment.y0);
      const [x1, y1] = point(segment.x1, segment.y1);
      return { x0, y0, x1, y1 };
    }),
  };
};
