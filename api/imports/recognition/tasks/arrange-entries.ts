import {
  type CatalogueEntry,
  type EntryNode,
  type Fields,
  type FieldText,
  type ItemNumber,
  mergeFields,
  mergeSpans,
} from "./catalogue-entry.ts";
import type { ListPiece } from "./segment-list.ts";

type FieldMark = { readonly mark: "fields"; readonly fields: Fields; readonly apart: boolean };
type Draft = {
  entry: CatalogueEntry;
  readonly key: string;
  readonly rank: number;
  readonly sequence: (Draft | FieldMark)[];
  refersToAnnex: boolean;
};

const isDraft = (item: Draft | FieldMark): item is Draft => !("mark" in item);

const RANKS = {
  capital: 0,
  roman: 1,
  heading: 2,
  section: 3,
  arabic: 4,
  enclosed: 9,
  letter: 10,
  small_roman: 11,
  bullet: 12,
  plain: 13,
} as const;

/** "1.", "1" and "1:" count together; "1)" and "(1)" are other series, where a list has both. */
const series = (number: ItemNumber): string =>
  number.sign === ")" || number.sign === "()" ? number.sign : "";

const keyOf = (entry: CatalogueEntry): { readonly key: string; readonly rank: number } => {
  const { number, heading } = entry;
  if (number === null)
    return heading ? { key: "heading", rank: RANKS.heading } : { key: "plain", rank: RANKS.plain };
  if (number.style === "bullet") return { key: `bullet ${number.printed}`, rank: RANKS.bullet };
  if (number.style !== "arabic") return { key: number.style, rank: RANKS[number.style] };
  if (number.path.length > 1)
    return { key: `arabic ${number.path.length}`, rank: RANKS.arabic + number.path.length - 1 };
  if (heading) return { key: "section", rank: RANKS.section };
  const sign = entry.from === "row" ? "" : series(number);
  return { key: `arabic${sign}`, rank: sign === "" ? RANKS.arabic : RANKS.enclosed };
};

const same = (one: readonly number[], other: readonly number[]): boolean =>
  one.length === other.length && one.every((part, at) => part === other[at]);

const follows = (draft: Draft, number: ItemNumber): boolean =>
  draft.entry.number?.style === "arabic" &&
  draft.entry.number.path.length === 1 &&
  draft.entry.number.path[0] === (number.path[0] ?? 0) - 1;

/**
 * How many of the open items stay open when the entry comes: it goes under the last of them. A path goes under the
 * item whose number it begins with; a number under what its own series went under; a new series goes deeper.
 */
const openAfter = (stack: readonly Draft[], entry: CatalogueEntry, key: string, rank: number): number => {
  const { number } = entry;
  if (number !== null && number.path.length > 1) {
    const prefix = number.path.slice(0, -1);
    const parent = stack.findLastIndex(
      (open) => open.entry.number?.style === "arabic" && same(open.entry.number.path, prefix),
    );
    if (parent >= 0) return parent + 1;
  }
  const own = stack.findLastIndex((open) => open.key === key);
  if (own >= 0) return own;
  // Headings of one series, of which only some are bold or span their row.
  if (number?.style === "arabic" && number.path.length === 1) {
    const twin = stack.findLastIndex((open) => follows(open, number));
    if (twin >= 0 && (key === "section" || stack[twin]?.key === "section")) return twin;
  }
  const top = stack.at(-1);
  if (key === "plain" && top?.entry.number?.style === "bullet") return stack.length - 1;
  let open = stack.length;
  const deeper = (draft: Draft | undefined): boolean =>
    draft !== undefined && (draft.rank > rank || (draft.rank === rank && rank !== RANKS.bullet));
  while (open > 0 && deeper(stack[open - 1])) open -= 1;
  return open;
};

/** The pieces of a catalogue in their places: what stands under what, and whose the labelled lines are. */
export const arrangeEntries = (pieces: readonly ListPiece[]): readonly EntryNode[] => {
  const roots: (Draft | FieldMark)[] = [];
  const stack: Draft[] = [];
  for (const piece of pieces) {
    const top = stack.at(-1);
    if (piece.kind === "annex") {
      if (top !== undefined) top.refersToAnnex = true;
    } else if (piece.kind === "entry") {
      const { key, rank } = keyOf(piece);
      stack.length = openAfter(stack, piece, key, rank);
      const draft: Draft = { entry: piece, key, rank, sequence: [], refersToAnnex: false };
      (stack.at(-1)?.sequence ?? roots).push(draft);
      stack.push(draft);
    } else if (top !== undefined) {
      const { key } = keyOf({ ...top.entry, number: piece.number, heading: false, from: "paragraph" });
      const sibling = piece.number === null ? -1 : stack.findLastIndex((open) => open.key === key);
      const loose = piece.number === null && (top.rank === RANKS.bullet || top.rank === RANKS.plain);
      const under = sibling >= 0 ? sibling : loose ? stack.length - 1 : stack.length;
      const mark: FieldMark = { mark: "fields", fields: piece.fields, apart: loose };
      (stack[under - 1]?.sequence ?? roots).push(mark);
      if (sibling >= 0) stack.length = sibling;
    }
  }
  return settle(roots).children;
};

type Settled = {
  readonly own: Fields;
  readonly shared: Fields;
  readonly children: readonly EntryNode[];
};

/**
 * Lines before the first child are the parent's own. One run of lines after all children is for all of them; several
 * runs belong each to the children since the run before.
 */
const settle = (sequence: readonly (Draft | FieldMark)[]): Settled => {
  const first = sequence.findIndex(isDraft);
  const before = first < 0 ? sequence : sequence.slice(0, first);
  const own = fieldsOf(before);
  if (first < 0) return { own, shared: {}, children: [] };
  const rest = sequence.slice(first);
  const last = rest.findLastIndex(isDraft);
  const inner = rest.slice(0, last).some((item) => !isDraft(item));
  const single = rest.filter(isDraft).length === 1 && rest.some((item) => !isDraft(item) && item.apart);
  if (!inner && !single)
    return { own, shared: fieldsOf(rest.slice(last + 1)), children: rest.filter(isDraft).map(nodeOf) };
  const children: EntryNode[] = [];
  let waiting: Draft[] = [];
  let marks: FieldMark[] = [];
  const close = (): void => {
    const fields = fieldsOf(marks);
    children.push(...waiting.map((draft) => withFields(nodeOf(draft), fields, waiting.length > 1)));
    waiting = [];
    marks = [];
  };
  for (const item of rest) {
    if (!isDraft(item)) marks.push(item);
    else {
      if (marks.length > 0) close();
      waiting.push(item);
    }
  }
  close();
  return { own, shared: {}, children };
};

const fieldsOf = (items: readonly (Draft | FieldMark)[]): Fields =>
  items.reduce<Fields>((all, item) => (isDraft(item) ? all : mergeFields(all, item.fields)), {});

const nodeOf = (draft: Draft): EntryNode => {
  const { own, shared, children } = settle(draft.sequence);
  const node: EntryNode = { entry: draft.entry, children, shared, refersToAnnex: draft.refersToAnnex };
  return withFields(node, own, false);
};

/** What is said after several items and belongs to each of them is less sure than what is said of one. */
const SEVERAL = 0.8;

const withFields = (node: EntryNode, fields: Fields, several: boolean): EntryNode => {
  const given = Object.fromEntries(
    Object.entries(fields).map(([role, field]: [string, FieldText]) => [
      role,
      several ? { ...field, certainty: field.certainty * SEVERAL } : field,
    ]),
  );
  const spans = Object.values(fields).map(({ span }: FieldText) => span);
  return {
    ...node,
    entry: {
      ...node.entry,
      fields: mergeFields(node.entry.fields, given),
      span: spans.reduce(mergeSpans, node.entry.span),
    },
  };
};
