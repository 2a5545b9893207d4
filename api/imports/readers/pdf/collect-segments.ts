import { type Matrix, movePoint } from "./matrix.ts";
import type { Segment } from "./page-drawing.ts";

/** A filled shape thinner than this, in points, is a line that a printer drew as a box. */
const THIN = 3.2;

const STROKES = new Set([
  "stroke",
  "closeStroke",
  "fillStroke",
  "eoFillStroke",
  "closeFillStroke",
  "closeEOFillStroke",
]);
const FILLS = new Set(["fill", "eoFill"]);
/** Operands of a path's steps: move, line, cubic curve, quadratic curve, close. */
const OPERANDS = [2, 2, 6, 4, 0] as const;

type Point = readonly [x: number, y: number];

/** The straight lines of a path that is stroked, and the middle line of one that is filled and thin. */
export const drawnSegments = (
  path: readonly unknown[],
  painted: string,
  matrix: Matrix,
): readonly Segment[] => {
  if (STROKES.has(painted)) {
    return outlines(path, matrix).flatMap((points) =>
      points.slice(1).map((point, at) => between(points[at] ?? point, point)),
    );
  }
  if (!FILLS.has(painted)) return [];
  return outlines(path, matrix).flatMap((points) => {
    const middle = middleLine(points);
    return middle === null ? [] : [middle];
  });
};

const between = ([x0, y0]: Point, [x1, y1]: Point): Segment => ({ x0, y0, x1, y1 });

const middleLine = (points: readonly Point[]): Segment | null => {
  if (points.length < 3 || points.length > 12) return null;
  const xs = points.map(([x]) => x);
  const ys = points.map(([, y]) => y);
  const [x0, x1, y0, y1] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)];
  if (y1 - y0 <= THIN && x1 - x0 > y1 - y0) {
    return { x0, x1, y0: (y0 + y1) / 2, y1: (y0 + y1) / 2 };
  }
  if (x1 - x0 <= THIN) return { x0: (x0 + x1) / 2, x1: (x0 + x1) / 2, y0, y1 };
  return null;
};

const outlines = (path: readonly unknown[], matrix: Matrix): readonly (readonly Point[])[] => {
  const all: Point[][] = [];
  let current: Point[] = [];
  let at = 0;
  while (at < path.length) {
    const step = path[at];
    const operands = typeof step === "number" ? OPERANDS[step] : undefined;
    if (operands === undefined) return all;
    const end = at + 1 + operands;
    if (step === 4) {
      const [start] = current;
      if (start !== undefined) current.push(start);
    } else {
      const [x, y] = [path[end - 2], path[end - 1]];
      if (typeof x !== "number" || typeof y !== "number") return all;
      if (step === 0) {
        current = [];
        all.push(current);
      }
      current.push(movePoint(matrix, x, y));
    }
    at = end;
  }
  return all;
};
