import type { EntryNode } from "./catalogue-entry.ts";

/** A numbered heading that carries its own units and time is a section and its only task at once. */
export type EntryRole = "section" | "task" | "heading_task" | "section_and_task";

/** What an item's siblings are like, counted once for all of them. */
export type SiblingFacts = {
  readonly count: number;
  /** Those that have items under them. */
  readonly parents: number;
  /** Those of the parents that have no units and time of their own. */
  readonly bareParents: number;
  /** Parents, and those whose items stand in an annex. */
  readonly openings: number;
  /** Each that has a figure for a number is a heading or has items under it. */
  readonly allHeadings: boolean;
};

const hasOwn = ({ entry }: EntryNode): boolean =>
  entry.fields.lead !== undefined ||
  entry.fields.coordinating !== undefined ||
  entry.fields.time_frame !== undefined;

const isLoneFigure = ({ entry }: EntryNode): boolean =>
  entry.number?.style === "arabic" && entry.number.path.length === 1;

export const countSiblings = (nodes: readonly EntryNode[]): SiblingFacts => {
  const parents = nodes.filter(({ children }) => children.length > 0);
  return {
    count: nodes.length,
    parents: parents.length,
    bareParents: parents.filter((node) => !hasOwn(node)).length,
    openings: nodes.filter(({ children, refersToAnnex }) => children.length > 0 || refersToAnnex).length,
    allHeadings: nodes.every((node) => !isLoneFigure(node) || node.entry.heading || node.children.length > 0),
  };
};

const HEADING_LENGTH = 250;
const readsLikeHeading = (title: string): boolean =>
  title.length < HEADING_LENGTH && !/[.;…]\s*$/.test(title);

/** Stands over others by its kind: a roman numeral, a capital letter, or a heading without a number. */
const isOuter = ({ entry }: EntryNode): boolean =>
  entry.number === null ? entry.heading : entry.number.style === "roman" || entry.number.style === "capital";

/** What an item is among its siblings: `top` where nothing stands over it. */
export const classifyEntry = (node: EntryNode, siblings: SiblingFacts, top: boolean): EntryRole =>
  node.children.length > 0 ? classifyParent(node, siblings, top) : classifyLeaf(node, siblings, top);

const classifyParent = (node: EntryNode, siblings: SiblingFacts, top: boolean): EntryRole => {
  const { entry } = node;
  if (hasOwn(node)) return "task";
  if (isOuter(node) || (entry.heading && isLoneFigure(node) && siblings.allHeadings)) return "section";
  if (entry.from === "row")
    return top && isLoneFigure(node) && siblings.parents === siblings.count ? "section" : "heading_task";
  const style = entry.number?.style ?? null;
  if (style === "letter" || style === "small_roman") return "heading_task";
  if ((style === "bullet" || style === null) && !entry.heading) return "heading_task";
  const heads = readsLikeHeading(entry.title);
  const half = siblings.openings * 2 - siblings.count;
  if (half < 0 || (half === 0 && !heads)) return "heading_task";
  return top || isLoneFigure(node) || heads ? "section" : "heading_task";
};

const classifyLeaf = (node: EntryNode, siblings: SiblingFacts, top: boolean): EntryRole => {
  const { entry } = node;
  if (node.refersToAnnex) return "section";
  if (entry.from === "row")
    return entry.heading && !hasOwn(node) && (isOuter(node) || isLoneFigure(node)) ? "section" : "task";
  const amongSections =
    top &&
    siblings.count > 1 &&
    siblings.parents * 2 >= siblings.count &&
    siblings.bareParents * 2 > siblings.parents;
  if (!hasOwn(node) && entry.heading && (isOuter(node) || amongSections) && readsLikeHeading(entry.title))
    return "section";
  return amongSections && entry.number !== null && entry.number.style !== "bullet"
    ? "section_and_task"
    : "task";
};
