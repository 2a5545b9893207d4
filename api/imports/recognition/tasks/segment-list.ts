import type { Paragraph, Span } from "../../outline.ts";
import { isCapitals } from "../parts/judge-heading.ts";
import { splitItemNumber } from "../parts/parse-item-number.ts";
import { LONGEST_TEXT, withoutEnd } from "../shorten-text.ts";
import type { CatalogueEntry, FieldRole, Fields, FieldText, ItemNumber } from "./catalogue-entry.ts";
import { FIELD_ROLES, mergeSpans } from "./catalogue-entry.ts";
import { parseBracketedFields } from "./parse-bracketed-fields.ts";
import { splitAnnexReference } from "./split-annex-reference.ts";
import { type LabelledField, parseFieldLine, splitLabelledFields } from "./split-labelled-fields.ts";

/** A line that is nothing but fields, in its place among the items. */
export type FieldLine = {
  readonly kind: "fields";
  /** The bullet before it; null where there is none. */
  readonly number: ItemNumber | null;
  readonly fields: Fields;
  readonly span: Span;
};

/** "(Có Phụ lục chi tiết kèm theo)": the items of the heading above stand in an annex. */
export type AnnexReference = { readonly kind: "annex"; readonly span: Span };

export type ListPiece = (CatalogueEntry & { readonly kind: "entry" }) | FieldLine | AnnexReference;

export type SegmentedList = {
  readonly pieces: readonly ListPiece[];
  /** Sentences before the first item. */
  readonly introduction: readonly Paragraph[];
};

const ENDS = /[.;:!?…”"’)]\s*$/;
/** Characters at the end of a title that tell whether its sentence is complete. */
const ENDING = 8;
/** A figure alone says nothing of any task. */
const PAGE_NUMBER = /^\d{1,3}$/;
const STARTS_SMALL = /^[\p{Ll}(]/u;
/** Longer bold text is a task that someone has set in bold, not a heading. */
const LONGEST_HEADING = 300;

export const segmentList = (paragraphs: readonly Paragraph[]): SegmentedList => {
  const pieces: ListPiece[] = [];
  const introduction: Paragraph[] = [];
  const numbered = paragraphs.some((paragraph) => splitItemNumber(rawText(paragraph)) !== null);
  for (const paragraph of paragraphs) {
    const raw = rawText(paragraph);
    if (raw === "" || PAGE_NUMBER.test(raw)) continue;
    const split = splitItemNumber(raw) ?? countOn(raw, pieces.at(-1));
    const fields = parseFieldLine(split?.rest ?? raw);
    const annex = splitAnnexReference(split?.rest ?? raw);
    const last = pieces.at(-1);
    if (fields !== null) pieces.push(fieldLine(paragraph, split?.number ?? null, fields));
    else if (annex?.title === "") pieces.push({ kind: "annex", span: paragraph });
    else if (annex !== null && split !== null)
      pieces.push(entry(paragraph, split.number, annex.title), { kind: "annex", span: paragraph });
    else if (split !== null) pieces.push(entry(paragraph, split.number, split.rest));
    else if (last?.kind === "entry" && continues(raw, last, paragraph))
      pieces[pieces.length - 1] = joined(last, raw, paragraph);
    else if (last?.kind === "fields" && STARTS_SMALL.test(raw))
      pieces[pieces.length - 1] = longer(last, raw, paragraph);
    else if (pieces.length === 0 && numbered && !isHeading(paragraph, raw)) introduction.push(paragraph);
    else pieces.push(entry(paragraph, null, raw));
  }
  return { pieces, introduction };
};

const LARGE = /^(\d{3,5})([.)])\s+(?=\S)/u;

/** A figure too large for an item's number is one where it counts on from the item before. */
const countOn = (
  raw: string,
  last: ListPiece | undefined,
): { readonly number: ItemNumber; readonly rest: string } | null => {
  const [before, figure = "", sign = ""] = LARGE.exec(raw) ?? [];
  if (before === undefined || last?.kind !== "entry" || last.number?.style !== "arabic") return null;
  const [first = 0, ...deeper] = last.number.path;
  if (deeper.length > 0 || Number(figure) !== first + 1) return null;
  return {
    number: { style: "arabic", path: [Number(figure)], printed: figure, sign },
    rest: raw.slice(before.length),
  };
};

const rawText = ({ label, text }: Paragraph): string =>
  (label === null ? text : `${label} ${text}`).replace(/\s+/gu, " ").trim();

const isHeading = ({ bold, heading }: Paragraph, text: string): boolean =>
  text.length < LONGEST_HEADING && (heading !== null || bold || isCapitals(text));

const entry = (
  paragraph: Paragraph,
  number: ItemNumber | null,
  whole: string,
): CatalogueEntry & { readonly kind: "entry" } => {
  const { title, labelled } = withoutLabelled(whole);
  return {
    kind: "entry",
    number,
    title,
    titleSpan: { from: paragraph.from, to: paragraph.to },
    span: { from: paragraph.from, to: paragraph.to },
    fields: labelled.length === 0 ? bracketed(title, paragraph) : fieldLine(paragraph, null, labelled).fields,
    marks: paragraph.marks,
    from: "paragraph",
    heading: isHeading(paragraph, title),
    certainty: number === null ? 0.92 : 1,
  };
};

/** What a sentence says in its last bracket is less sure than a label or a cell. */
const BRACKETED = 0.88;

const bracketed = (title: string, { from, to }: Paragraph): Fields =>
  Object.fromEntries(
    Object.entries(parseBracketedFields(title)).map(([role, text]) => [
      role,
      { paragraphs: [text], span: { from, to }, continued: false, certainty: BRACKETED },
    ]),
  );

/** "… (Thời gian: Quý II; đơn vị chủ trì: Phòng Kinh tế)": the sentence, and the fields in the bracket or behind it. */
const withoutLabelled = (
  whole: string,
): { readonly title: string; readonly labelled: readonly LabelledField[] } => {
  const labelled = splitLabelledFields(whole);
  const [first] = labelled;
  if (first === undefined || labelled.some(({ value }) => value === "" || value.length > 300))
    return { title: whole, labelled: [] };
  const before = whole.slice(0, first.at).trimEnd();
  if (!/[.;(]$/.test(before)) return { title: whole, labelled: [] };
  return { title: withoutEnd(before, "("), labelled };
};

const fieldLine = (
  paragraph: Paragraph,
  number: ItemNumber | null,
  found: NonNullable<ReturnType<typeof parseFieldLine>>,
): FieldLine => {
  const fields: Partial<Record<FieldRole, FieldText>> = {};
  const span = { from: paragraph.from, to: paragraph.to };
  for (const { role, value } of found) {
    if (value === "") continue;
    const before = fields[role]?.paragraphs ?? [];
    fields[role] = { paragraphs: [...before, value], span, continued: false, certainty: 1 };
  }
  return { kind: "fields", number, fields, span };
};

/** A paragraph without a number goes on with the item above when that one was cut, or this one is no beginning. */
const continues = (raw: string, last: CatalogueEntry, paragraph: Paragraph): boolean => {
  if (isHeading(paragraph, raw) || last.heading || last.title.length + raw.length > LONGEST_TEXT)
    return false;
  if (STARTS_SMALL.test(raw) || !ENDS.test(last.title.slice(-ENDING))) return true;
  return last.number !== null && last.number.style !== "bullet" && !last.title.trimEnd().endsWith(":");
};

const joined = (
  last: CatalogueEntry & { readonly kind: "entry" },
  raw: string,
  paragraph: Paragraph,
): CatalogueEntry & { readonly kind: "entry" } => ({
  ...last,
  title: `${last.title} ${raw}`,
  titleSpan: mergeSpans(last.titleSpan, paragraph),
  span: mergeSpans(last.span, paragraph),
  marks: [...last.marks, ...paragraph.marks],
  certainty: Math.min(last.certainty, STARTS_SMALL.test(raw) ? 0.9 : 0.75),
});

const longer = (last: FieldLine, raw: string, paragraph: Paragraph): FieldLine => {
  const latest = Object.keys(last.fields).at(-1);
  const role = FIELD_ROLES.find((one) => one === latest);
  const field = role === undefined ? undefined : last.fields[role];
  if (role === undefined || field === undefined) return last;
  const [tail = "", ...before] = field.paragraphs.toReversed();
  return {
    ...last,
    fields: {
      ...last.fields,
      [role]: {
        ...field,
        paragraphs: [...before.toReversed(), `${tail} ${raw}`],
        span: mergeSpans(field.span, paragraph),
        certainty: 0.85,
      },
    },
    span: mergeSpans(last.span, paragraph),
  };
};
