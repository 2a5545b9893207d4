import { groupNear, type Ruling, type Rulings } from "./detect-rulings.ts";

/** A cell as ruled: the grid's columns and rows it covers, counted from 0, the last one included. */
export type GridCell = {
  readonly left: number;
  readonly right: number;
  readonly top: number;
  readonly bottom: number;
};

/** A ruled table: where the edges of its columns and rows stand, and its cells. */
export type Grid = {
  readonly xs: readonly number[];
  readonly ys: readonly number[];
  readonly cells: readonly GridCell[];
  /** The sides run on beyond the last or the first line across: the page cuts a row there. */
  readonly openTop: boolean;
  readonly openBottom: boolean;
};

/** Points by which lines that should meet may miss each other. */
const REACH = 3.5;
const NARROWEST = 5;
/** A page with more lines is a drawing; a table of 100 rows and 12 columns drawn cell by cell is far below. */
const MOST_RULINGS = 3_000;
const MOST_CELLS = 20_000;

/** The tables that the rulings of a page draw. A frame round a text is none. */
export const arrangeCells = ({ across, down }: Rulings): readonly Grid[] => {
  if (across.length + down.length > MOST_RULINGS) return [];
  return connected(across, down).flatMap((component) => {
    const grid = gridOf({ across: component.across, down: within(component, down) });
    return grid !== null && grid.cells.length > 1 && grid.xs.length > 2 ? [grid] : [];
  });
};

const meets = (flat: Ruling, upright: Ruling): boolean =>
  flat.from - REACH <= upright.at &&
  upright.at <= flat.to + REACH &&
  upright.from - REACH <= flat.at &&
  flat.at <= upright.to + REACH;

/** Lines that meet, directly or through others. */
const connected = (across: readonly Ruling[], down: readonly Ruling[]): readonly Rulings[] => {
  const flatLeft = new Set(across);
  const uprightLeft = new Set(down);
  const components: Rulings[] = [];
  for (const start of down) {
    if (!uprightLeft.delete(start)) continue;
    const component = { across: [] as Ruling[], down: [start] };
    const open: { readonly line: Ruling; readonly upright: boolean }[] = [{ line: start, upright: true }];
    for (let next = open.pop(); next !== undefined; next = open.pop()) {
      const { line, upright } = next;
      for (const other of upright ? flatLeft : uprightLeft) {
        if (!(upright ? meets(other, line) : meets(line, other))) continue;
        (upright ? flatLeft : uprightLeft).delete(other);
        (upright ? component.across : component.down).push(other);
        open.push({ line: other, upright: !upright });
      }
    }
    if (component.across.length > 0) components.push(component);
  }
  return components;
};

/** Upright lines that begin under a title over all columns may meet no line across. */
const within = ({ across, down }: Rulings, all: readonly Ruling[]): readonly Ruling[] => {
  const [top, bottom] = [Math.min(...down.map(({ from }) => from)), Math.max(...down.map(({ to }) => to))];
  const [left, right] = [
    Math.min(...across.map(({ from }) => from)),
    Math.max(...across.map(({ to }) => to)),
  ];
  return all.filter(
    ({ at, from, to }) =>
      at >= left - REACH && at <= right + REACH && from >= top - REACH && to <= bottom + REACH,
  );
};

const middles = (rulings: readonly Ruling[]): readonly number[] =>
  groupNear(rulings, ({ at }) => at, REACH).map(
    (group) => group.reduce((sum, { at }) => sum + at, 0) / group.length,
  );

const gridOf = ({ across, down }: Rulings): Grid | null => {
  const [top, bottom] = [Math.min(...down.map(({ from }) => from)), Math.max(...down.map(({ to }) => to))];
  const [left, right] = [
    Math.min(...across.map(({ from }) => from)),
    Math.max(...across.map(({ to }) => to)),
  ];
  // Where nothing but the ends of the upright lines tells rows apart, no line need be drawn there.
  const undrawn = down
    .flatMap(({ from, to }) => [from, to])
    .filter((end) => !across.some(({ at }) => Math.abs(at - end) <= REACH))
    .map((at) => ({ at, from: left, to: right }));
  const edges = [...across, ...undrawn];
  const ys = middles(edges);
  const xs = withEnds(middles(down), left, right);
  if (xs.length < 2 || ys.length < 2 || xs.length * ys.length > MOST_CELLS) return null;
  const firstAcross = Math.min(...across.map(({ at }) => at));
  const lastAcross = Math.max(...across.map(({ at }) => at));
  return {
    xs,
    ys,
    cells: cellsOf(xs, ys, edges, down),
    openTop: firstAcross - top > NARROWEST,
    openBottom: bottom - lastAcross > NARROWEST,
  };
};

/** A table need not be closed: lines that run on beyond the last one across them end at an edge that is not drawn. */
const withEnds = (places: readonly number[], start: number, end: number): readonly number[] => {
  const first = places[0] ?? start;
  const last = places.at(-1) ?? end;
  return [...(first - start > NARROWEST ? [start] : []), ...places, ...(end - last > NARROWEST ? [end] : [])];
};

const cellsOf = (
  xs: readonly number[],
  ys: readonly number[],
  across: readonly Ruling[],
  down: readonly Ruling[],
): readonly GridCell[] => {
  const columns = xs.length - 1;
  const rows = ys.length - 1;
  const edge = (column: number, row: number) => row * (columns + 1) + column;
  const rightOf = drawnPieces(down, xs, ys, (column, row) => edge(column, row));
  const below = drawnPieces(across, ys, xs, (row, column) => edge(column, row));
  const taken = new Set<number>();
  const cells: GridCell[] = [];
  for (let top = 0; top < rows; top += 1) {
    for (let left = 0; left < columns; left += 1) {
      if (taken.has(edge(left, top))) continue;
      let right = left;
      while (right + 1 < columns && !rightOf.has(edge(right + 1, top)) && !taken.has(edge(right + 1, top))) {
        right += 1;
      }
      let bottom = top;
      const sameSides = () =>
        [left, right + 1].every(
          (place) => rightOf.has(edge(place, bottom + 1)) === rightOf.has(edge(place, top)),
        );
      const opensDown = () => {
        if (!sameSides()) return false;
        for (let column = left; column <= right; column += 1) {
          if (below.has(edge(column, bottom + 1)) || taken.has(edge(column, bottom + 1))) return false;
          if (column < right && rightOf.has(edge(column + 1, bottom + 1))) return false;
        }
        return true;
      };
      while (bottom + 1 < rows && opensDown()) bottom += 1;
      for (let row = top; row <= bottom; row += 1) {
        for (let column = left; column <= right; column += 1) taken.add(edge(column, row));
      }
      cells.push({ left, right, top, bottom });
    }
  }
  return cells;
};

/** Which pieces of the grid's lines are drawn, for the lines at `places`, between neighbours of `stops`. */
const drawnPieces = (
  rulings: readonly Ruling[],
  places: readonly number[],
  stops: readonly number[],
  key: (place: number, piece: number) => number,
): ReadonlySet<number> => {
  const drawn = new Set<number>();
  for (const ruling of rulings) {
    const place = places.findIndex((at) => Math.abs(at - ruling.at) <= REACH);
    for (let piece = 0; piece + 1 < stops.length; piece += 1) {
      const from = stops[piece] ?? 0;
      const to = stops[piece + 1] ?? 0;
      const covered = Math.min(to, ruling.to) - Math.max(from, ruling.from);
      if (place >= 0 && covered > (to - from) * 0.5) drawn.add(key(place, piece));
    }
  }
  return drawn;
};
