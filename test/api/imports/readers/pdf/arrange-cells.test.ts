import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { arrangeCells } from "../../../../../api/imports/readers/pdf/arrange-cells.ts";
import { detectRulings } from "../../../../../api/imports/readers/pdf/detect-rulings.ts";

const cellsOf = (...lines: readonly (readonly [number, number, number, number])[]) => {
  const segments = lines.map(([x0, y0, x1, y1]) => ({ x0, y0, x1, y1 }));
  return arrangeCells(detectRulings(segments)).map(({ cells }) =>
    cells.map(({ left, right, top, bottom }) => [left, right, top, bottom]),
  );
};

describe("cells from drawn lines", () => {
  test("a missing piece of a line merges the cells on both its sides", () => {
    expect(
      cellsOf(
        [0, 0, 200, 0],
        [0, 20, 100, 20],
        [0, 40, 200, 40],
        [0, 0, 0, 40],
        [100, 0, 100, 40],
        [200, 0, 200, 40],
      ),
    ).toEqual([
      [
        [0, 0, 0, 0],
        [1, 1, 0, 1],
        [0, 0, 1, 1],
      ],
    ]);
  });

  test("a table whose outer sides are not drawn has its outer columns all the same", () => {
    const [cells] = cellsOf([0, 0, 200, 0], [0, 20, 200, 20], [0, 40, 200, 40], [100, 0, 100, 40]);
    expect(cells).toHaveLength(4);
  });

  test("a frame round a text and a rule under a heading are no tables", () => {
    expect(cellsOf([0, 0, 200, 0], [0, 80, 200, 80], [0, 0, 0, 80], [200, 0, 200, 80])).toEqual([]);
    expect(cellsOf([50, 100, 120, 100])).toEqual([]);
  });

  test("a row that the page cuts is open below", () => {
    const [grid] = arrangeCells(
      detectRulings(
        [
          [0, 0, 200, 0],
          [0, 20, 200, 20],
          [0, 0, 0, 90],
          [100, 0, 100, 90],
          [200, 0, 200, 90],
        ].map(([x0 = 0, y0 = 0, x1 = 0, y1 = 0]) => ({ x0, y0, x1, y1 })),
      ),
    );
    expect(grid).toMatchObject({ openTop: false, openBottom: true });
    expect(grid?.cells).toHaveLength(4);
  });

  test("whatever lines are drawn, the cells of a table never overlap", () => {
    const place = fc.integer({ min: 0, max: 12 }).map((step) => step * 20);
    const segment = fc
      .tuple(place, place, place, fc.boolean())
      .map(([from, to, at, flat]) =>
        flat ? { x0: from, x1: to, y0: at, y1: at } : { x0: at, x1: at, y0: from, y1: to },
      );
    fc.assert(
      fc.property(fc.array(segment, { maxLength: 40 }), (segments) => {
        for (const { cells, xs, ys } of arrangeCells(detectRulings(segments))) {
          const covered = cells.reduce(
            (sum, { left, right, top, bottom }) => sum + (right - left + 1) * (bottom - top + 1),
            0,
          );
          expect(covered).toBe((xs.length - 1) * (ys.length - 1));
        }
      }),
    );
  });
});
