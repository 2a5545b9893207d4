/**
 * What a file holds, before anything is understood: paragraphs and tables in reading order, each with its place.
 * Every reader gives this shape; recognition knows no format.
 */

export const FORMATS = ["docx", "pdf", "xlsx", "text", "markdown"] as const;
export type Format = (typeof FORMATS)[number];

/**
 * One line of the file as a person sees it: a line of a text or a PDF, a paragraph of a .docx (in a cell or outside),
 * a cell of a spreadsheet. Lines are numbered from 1 by their position in `Outline.lines`; blank ones count.
 */
export type OutlineLine = {
  readonly text: string;
  /** From 1; null where the format has no pages. */
  readonly page: number | null;
  /** Row and cell of the table it stands in, from 1. */
  readonly row: number | null;
  readonly cell: number | null;
};

/** First and last line, inclusive. */
export type Span = { readonly from: number; readonly to: number };

export type Paragraph = Span & {
  readonly kind: "paragraph";
  /** On one line in composed form, spaces single, words joined that a line end had cut at a hyphen, footnote marks out. */
  readonly text: string;
  /** What the format itself draws before the text: "1.1.", "a)", "-", "•"; null where it stands in the text or nowhere. */
  readonly label: string | null;
  readonly bold: boolean;
  readonly italic: boolean;
  readonly centred: boolean;
  /** Level of a heading style, from 1. */
  readonly heading: number | null;
  /** Footnote marks that stand in it. */
  readonly marks: readonly string[];
};

export type Cell = {
  /** From 1. */
  readonly column: number;
  /** Columns that it covers. */
  readonly columns: number;
  /** A vertically merged cell: the paragraphs are those of the cell above, repeated. */
  readonly continued: boolean;
  readonly paragraphs: readonly Paragraph[];
};

/** A row cut by a page break is one row again, and a header repeated on the next page is left out. */
export type Row = Span & {
  readonly cells: readonly Cell[];
  /** The format marks it as a header. */
  readonly header: boolean;
  /** 0 to 1, of a row rebuilt from loose lines: how likely its lines belong to other cells than they were put in. */
  readonly doubt?: number;
};

export type Table = Span & {
  readonly kind: "table";
  readonly columns: number;
  readonly rows: readonly Row[];
  /** 1 where the format draws the cells; less where columns were inferred from positions or words. */
  readonly certainty: number;
};

export type Block = Paragraph | Table;

export type Footnote = Span & { readonly mark: string; readonly text: string };

/** What a reader left out or saw: told to the administrator, never silently dropped. */
export type ReaderRemark = {
  readonly code:
    | "macros_ignored"
    | "external_ignored"
    | "embedded_ignored"
    | "page_without_text"
    | "hidden_sheet"
    | "tracked_changes"
    | "encoding_converted"
    /** A number of a spreadsheet that lost the zero at its end: 1.10 kept as 1.1. */
    | "number_shortened"
    /** A table was copied column by column: which cell belongs to which row is lost. */
    | "columns_scrambled"
    /** A text that was taken out of a PDF with spaces inside its words. */
    | "words_torn";
  readonly line: number | null;
  readonly detail: string;
};

export type Outline = {
  readonly format: Format;
  readonly pages: number | null;
  readonly lines: readonly OutlineLine[];
  readonly blocks: readonly Block[];
  readonly footnotes: readonly Footnote[];
  readonly remarks: readonly ReaderRemark[];
};

/** Bounds of what is read, whatever the format. Real documents: 40 pages, 2,000 lines, 200,000 characters. */
export const LIMITS = {
  /** Of the file as it came. */
  fileBytes: 20 * 1024 * 1024,
  /** Of all unpacked parts together, and of one. */
  unpackedBytes: 100 * 1024 * 1024,
  partBytes: 40 * 1024 * 1024,
  parts: 2_000,
  pages: 300,
  lines: 50_000,
  characters: 3_000_000,
  nesting: 200,
} as const;

/** Why a file is refused; each is a refusal of `api/shared/refusals.ts`. */
export type ReadRefusal =
  | "file_empty"
  | "file_too_large"
  | "file_kind_unknown"
  /** A text whose code page its words do not tell. */
  | "file_encoding_unknown"
  | "file_kind_old"
  | "file_damaged"
  | "file_protected"
  | "file_scanned"
  | "file_too_long"
  | "file_reading_too_slow";
