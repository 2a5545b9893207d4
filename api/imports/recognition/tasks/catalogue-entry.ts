import type { Span } from "../../outline.ts";
import type { ColumnRole } from "../parts/match-header.ts";

/** What a number before a title looks like. "1.2" is arabic with a path of two; "-" is a bullet. */
export type NumberStyle = "capital" | "roman" | "arabic" | "letter" | "small_roman" | "bullet";

export type ItemNumber = {
  readonly style: NumberStyle;
  /** Ordinals; a letter's is its place in the alphabet; empty for a bullet. */
  readonly path: readonly number[];
  /** As printed, without the sign that closes it: "3.5", "a", "IV"; a bullet's own sign. */
  readonly printed: string;
  /** What closes or encloses it: ".", ")", "()", ""; tells "1." from "1)". */
  readonly sign: string;
  /** It is not printed: its place among the others gave it. */
  readonly inferred?: boolean;
};

export type FieldRole = Exclude<ColumnRole, "number" | "task">;

/** What a column or a labelled line says of an item, not yet understood. */
export type FieldText = {
  readonly paragraphs: readonly string[];
  readonly span: Span;
  /** The cell is merged with the one above: what it says was said there. */
  readonly continued: boolean;
  /** 1 where the document draws or names the field; less where it was taken from a sentence or inferred. */
  readonly certainty: number;
  /** The document's own words where `paragraphs` are those that it points to ("-nt-"). */
  readonly written?: string;
};

export type Fields = Partial<Readonly<Record<FieldRole, FieldText>>>;

/** One numbered row, numbered paragraph or bullet of a catalogue, in the order of the document. */
export type CatalogueEntry = {
  readonly number: ItemNumber | null;
  readonly title: string;
  readonly titleSpan: Span;
  readonly span: Span;
  readonly fields: Fields;
  readonly marks: readonly string[];
  readonly from: "row" | "paragraph";
  /** It looks like a heading: one cell over the row, capitals, bold, a heading style. */
  readonly heading: boolean;
  /** 1 where the format draws the cells or the item is a paragraph of its own. */
  readonly certainty: number;
};

/** An entry in its place under others. */
export type EntryNode = {
  readonly entry: CatalogueEntry;
  readonly children: readonly EntryNode[];
  /** Given once, after the children, for all of them. */
  readonly shared: Fields;
  /** "(Có Phụ lục chi tiết kèm theo)" stands under it. */
  readonly refersToAnnex: boolean;
};

export const mergeSpans = (one: Span, other: Span): Span => ({
  from: Math.min(one.from, other.from),
  to: Math.max(one.to, other.to),
});

export const FIELD_ROLES: readonly FieldRole[] = [
  "lead",
  "coordinating",
  "time_frame",
  "product",
  "leader",
  "remarks",
  "method",
];

/** What both say, the first's paragraphs before the second's. */
export const mergeFields = (one: Fields, other: Fields): Fields => {
  const merged: Partial<Record<FieldRole, FieldText>> = { ...one };
  for (const role of FIELD_ROLES) {
    const [before, more] = [one[role], other[role]];
    if (more === undefined) continue;
    merged[role] =
      before === undefined
        ? more
        : {
            paragraphs: [...before.paragraphs, ...more.paragraphs],
            span: mergeSpans(before.span, more.span),
            continued: before.continued,
            certainty: Math.min(before.certainty, more.certainty),
          };
  }
  return merged;
};
