/**
 * What stands on a page, in points from its upper left corner, upright as a person holds it. `y` of a glyph or a word
 * is its baseline.
 */

export type Style = { readonly bold: boolean; readonly italic: boolean };

export type PdfFont = Style & {
  /** Size of a unit of its glyph widths: 0.001, but for fonts whose letters are drawings. */
  readonly unit: number;
  /** Puts the letters of a font older than Unicode in place. */
  readonly convert: ((text: string) => string) | null;
};

export type Glyph = {
  /** As the font maps it: one letter, a ligature, a lone accent, a space. */
  readonly text: string;
  readonly x: number;
  readonly y: number;
  /** Unit vector in which the text runs: (1, 0) is upright. */
  readonly dx: number;
  readonly dy: number;
  /** Along the direction; an accent of its own may have none. */
  readonly width: number;
  readonly size: number;
  readonly font: PdfFont;
};

/** A drawn straight line, of whatever it is the edge. */
export type Segment = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};

export type PageDrawing = {
  /** From 1. */
  readonly number: number;
  readonly width: number;
  readonly height: number;
  readonly glyphs: readonly Glyph[];
  readonly segments: readonly Segment[];
};

/** Letters without a space or a break between them, drawn in one go. */
export type Word = Style & {
  readonly text: string;
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  readonly size: number;
  /** A space is drawn before or after it. */
  readonly spaceBefore: boolean;
  readonly spaceAfter: boolean;
  /** Smaller and above the line, as the mark of a footnote is. */
  readonly raised: boolean;
};

/** One visual line of a column or of a cell. */
export type TextLine = {
  readonly page: number;
  readonly words: readonly Word[];
  readonly x0: number;
  readonly x1: number;
  readonly y: number;
  /** That most of its letters have. */
  readonly size: number;
};

export type Box = {
  readonly x0: number;
  readonly y0: number;
  readonly x1: number;
  readonly y1: number;
};
