import { drawnSegments } from "./collect-segments.ts";
import { type Matrix, multiply } from "./matrix.ts";
import type { Glyph, PdfFont, Segment } from "./page-drawing.ts";

/** A page as the library lists it: operator numbers beside their operands. */
export type OperatorList = {
  readonly fnArray: readonly number[];
  readonly argsArray: readonly unknown[];
};

type Interpretation = {
  readonly glyphs: readonly Glyph[];
  readonly segments: readonly Segment[];
  /** Text of annotations (signature stamps, comments), which lies over the page and is none of it. */
  readonly overlaid: string;
};

type State = {
  matrix: Matrix;
  text: Matrix;
  lineX: number;
  lineY: number;
  x: number;
  charSpacing: number;
  wordSpacing: number;
  scale: number;
  leading: number;
  rise: number;
  font: PdfFont;
  size: number;
};

const PLAIN: PdfFont = { bold: false, italic: false, unit: 0.001, convert: null };
const IDENTITY: Matrix = [1, 0, 0, 1, 0, 0];
/** A page of text has some thousand; what has more is a drawing. */
const MOST_SEGMENTS = 20_000;

/**
 * Plays a page's operators and notes where every glyph and every straight line comes to stand. `page` turns the
 * file's coordinates into those of the upright page.
 */
export const interpretOperators = (
  list: OperatorList,
  operators: Readonly<Record<string, number>>,
  fontOf: (id: string) => PdfFont | null,
  page: Matrix,
): Interpretation => {
  const names = new Map(Object.entries(operators).map(([name, number]) => [number, name]));
  const glyphs: Glyph[] = [];
  const segments: Segment[] = [];
  const overlaid: string[] = [];
  let annotations = 0;
  const saved: State[] = [];
  let state: State = {
    matrix: page,
    text: IDENTITY,
    lineX: 0,
    lineY: 0,
    x: 0,
    charSpacing: 0,
    wordSpacing: 0,
    scale: 1,
    leading: 0,
    rise: 0,
    font: PLAIN,
    size: 0,
  };
  const save = () => saved.push({ ...state });
  const restore = () => {
    state = saved.pop() ?? state;
  };
  const move = (x: number, y: number) => {
    state.lineX += x;
    state.lineY += y;
    state.x = state.lineX;
  };
  const show = (items: readonly unknown[]) => {
    if (annotations > 0) overlaid.push(...items.map((item) => (isGlyph(item) ? item.unicode : "")), "\n");
    else showGlyphs(state, items, glyphs);
  };
  const actions: Readonly<Record<string, (args: readonly unknown[]) => void>> = {
    save,
    restore,
    transform: (args) => {
      state.matrix = multiply(state.matrix, matrixOf(args));
    },
    paintFormXObjectBegin: ([matrix]) => {
      save();
      if (isList(matrix)) state.matrix = multiply(state.matrix, matrixOf(matrix));
    },
    paintFormXObjectEnd: restore,
    beginGroup: save,
    endGroup: restore,
    beginAnnotation: () => {
      annotations += 1;
      save();
    },
    endAnnotation: () => {
      annotations -= 1;
      restore();
    },
    beginText: () => {
      state.text = IDENTITY;
      state.lineX = 0;
      state.lineY = 0;
      state.x = 0;
    },
    setCharSpacing: ([value]) => {
      state.charSpacing = number(value);
    },
    setWordSpacing: ([value]) => {
      state.wordSpacing = number(value);
    },
    setHScale: ([value]) => {
      state.scale = number(value) / 100;
    },
    setLeading: ([value]) => {
      state.leading = -number(value);
    },
    setTextRise: ([value]) => {
      state.rise = number(value);
    },
    setFont: ([id, size]) => {
      state.font = (typeof id === "string" ? fontOf(id) : null) ?? PLAIN;
      state.size = number(size);
    },
    setGState: ([settings]) => {
      for (const setting of isList(settings) ? settings : []) {
        if (!isList(setting) || setting[0] !== "Font" || !isList(setting[1])) continue;
        const [id, size] = setting[1];
        state.font = (typeof id === "string" ? fontOf(id) : null) ?? PLAIN;
        state.size = number(size);
      }
    },
    moveText: ([x, y]) => move(number(x), number(y)),
    setLeadingMoveText: ([x, y]) => {
      state.leading = number(y);
      move(number(x), number(y));
    },
    nextLine: () => move(0, state.leading),
    setTextMatrix: (args) => {
      const [first] = args;
      state.text = matrixOf(isList(first) ? first : args);
      state.lineX = 0;
      state.lineY = 0;
      state.x = 0;
    },
    showText: ([items]) => show(isList(items) ? items : []),
    constructPath: ([paint, data]) => {
      if (annotations > 0 || segments.length > MOST_SEGMENTS) return;
      const painted = names.get(number(paint)) ?? "";
      const [path] = isList(data) ? data : [];
      if (isList(path))
        for (const segment of drawnSegments(path, painted, state.matrix)) segments.push(segment);
    },
  };
  for (const [at, operator] of list.fnArray.entries()) {
    const args = list.argsArray[at];
    actions[names.get(operator) ?? ""]?.(isList(args) ? args : []);
  }
  return { glyphs, segments, overlaid: overlaid.join("").trim() };
};

const showGlyphs = (state: State, items: readonly unknown[], glyphs: Glyph[]): void => {
  const { font, size, scale } = state;
  const matrix = multiply(state.matrix, state.text);
  const [a, b] = matrix;
  const along = Math.hypot(a, b);
  if (along === 0 || !Number.isFinite(along)) return;
  const turn = size < 0 ? -1 : 1;
  const height = Math.hypot(matrix[2], matrix[3]) * Math.abs(size);
  for (const item of items) {
    if (typeof item === "number") {
      state.x -= (item / 1000) * size * scale;
      continue;
    }
    if (!isGlyph(item)) continue;
    const width = item.width * font.unit * size * scale;
    const y = state.lineY + state.rise;
    glyphs.push({
      text: item.unicode,
      x: matrix[0] * state.x + matrix[2] * y + matrix[4],
      y: matrix[1] * state.x + matrix[3] * y + matrix[5],
      dx: (a / along) * turn,
      dy: (b / along) * turn,
      width: Math.abs(width) * along,
      size: height,
      font,
    });
    state.x += width + (state.charSpacing + (item.isSpace ? state.wordSpacing : 0)) * scale;
  }
};

type PdfGlyph = { readonly unicode: string; readonly width: number; readonly isSpace: boolean };

const isGlyph = (item: unknown): item is PdfGlyph =>
  typeof item === "object" &&
  item !== null &&
  "unicode" in item &&
  typeof item.unicode === "string" &&
  "width" in item &&
  typeof item.width === "number";

/** The library hands operands over as arrays and as typed arrays. */
const isList = (value: unknown): value is readonly unknown[] =>
  Array.isArray(value) || value instanceof Float32Array || value instanceof Float64Array;

const number = (value: unknown): number => (typeof value === "number" && Number.isFinite(value) ? value : 0);

const matrixOf = (args: readonly unknown[]): Matrix => [
  number(args[0]),
  number(args[1]),
  number(args[2]),
  number(args[3]),
  number(args[4]),
  number(args[5]),
];
