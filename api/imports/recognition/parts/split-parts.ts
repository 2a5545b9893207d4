import type { Block } from "../../outline.ts";
import { chooseHeadings } from "./choose-headings.ts";
import { kindWords } from "./classify-line.ts";
import { type BlockView, describeBlock } from "./describe-block.ts";
import { divideJoinedTitle } from "./divide-joined-title.ts";
import type { DocumentParts } from "./document-parts.ts";
import type { PartHeading } from "./parse-part-heading.ts";
import { type CatalogueMark, type Cursor, type PartName, placeBlock, START } from "./place-block.ts";
import { linesOfBlock } from "./text-line.ts";

/** Blocks that are looked at ahead: an annex's heading has no more lines. */
const AHEAD = 6;

/** What tells that a text is a document, and not the list alone that someone took out of one. */
const FORM: ReadonlySet<string> = new Set([
  "motto",
  "office",
  "number",
  "kind",
  "article",
  "letterhead_table",
]);
/** Items of a list that nothing stands over. */
const FEWEST_ITEMS = 3;

/** Cuts a document at its joints. Nothing is left out: what belongs nowhere else stays in the part it follows. */
export const splitParts = (blocks: readonly Block[]): DocumentParts => {
  const views = divideTitles(blocks).map(describeBlock);
  const headings = chooseHeadings(views);
  const parts = placeViews(views, headings, START);
  const bare =
    parts.catalogues.length === 0 &&
    !views.some(({ role }) => FORM.has(role)) &&
    views.filter(({ numbered }) => numbered).length >= FEWEST_ITEMS;
  return bare
    ? placeViews(
        views,
        views.map(() => null),
        { ...START, opened: true },
      )
    : parts;
};

const placeViews = (
  views: readonly BlockView[],
  headings: readonly (PartHeading | null)[],
  start: Cursor,
): DocumentParts => {
  const placed: Record<Exclude<PartName, "tasks">, Block[]> = {
    head: [],
    body: [],
    organisation: [],
    recipients: [],
    signature: [],
  };
  const catalogues = new Map<CatalogueMark, Block[]>();
  let cursor = start;
  for (const [at, view] of views.entries()) {
    cursor = placeBlock(cursor, view, headings[at] ?? null, views.slice(at + 1, at + 1 + AHEAD));
    const { into, catalogue } = cursor;
    if (into !== "tasks") placed[into].push(view.block);
    else if (catalogue !== null) {
      const own = catalogues.get(catalogue);
      if (own === undefined) catalogues.set(catalogue, [view.block]);
      else own.push(view.block);
    }
  }
  return {
    ...placed,
    catalogues: [...catalogues].map(([mark, own]) => ({ ...mark, blocks: own })),
  };
};

/** A title has few lines. */
const UNDER_KIND = 4;

const divideTitles = (blocks: readonly Block[]): readonly Block[] => {
  let below = Number.POSITIVE_INFINITY;
  return blocks.flatMap((block) => {
    const [line] = block.kind === "paragraph" ? linesOfBlock(block) : [];
    below = line !== undefined && kindWords(line) !== null ? 0 : below + 1;
    return divideJoinedTitle(block, below <= UNDER_KIND);
  });
};
