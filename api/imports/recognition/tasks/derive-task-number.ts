import type { EntryNode, ItemNumber } from "./catalogue-entry.ts";

export type DerivedNumber = { readonly number: string; readonly confidence: number };

/** What has no number is counted among its siblings: a name for it, not the document's. */
const COUNTED = 0.85;
/** A path that does not begin with the number above it: one of the two was mistyped. */
const OUT_OF_PLACE = 0.7;
const PRINTED = 0.98;
const LONGEST_NUMBER = 60;

/**
 * The path of an item: a figure or a letter goes under the number above it, a printed path ("3.5", "3.5.a") stands
 * for itself. `above` is null where what stands over it has no number, or one that this number needs not.
 */
export const deriveTaskNumber = (
  { entry }: EntryNode,
  index: number,
  above: string | null,
  prefix: string,
): DerivedNumber => {
  const { number } = entry;
  // A paragraph's title may go on in doubt; its number stands where it stands.
  const certainty = entry.from === "row" ? entry.certainty : 1;
  const under = (own: string): string =>
    (above === null ? `${prefix}${own}` : `${above}.${own}`).slice(0, LONGEST_NUMBER);
  if (number === null || number.style === "bullet")
    return {
      number: under(String(index + 1)),
      confidence: Math.min(number === null ? 0.78 : COUNTED, certainty),
    };
  const confidence = Math.min(PRINTED, certainty);
  if (number.path.length < 2) return { number: under(number.printed), confidence };
  const { parent, last } = splitPath(number);
  const bare = above === null ? "" : above.slice(prefix.length);
  const figures = /(?:^|\.)(\d+(?:\.\d+)*)$/.exec(bare)?.[1] ?? "";
  if (figures === parent || figures.endsWith(`.${parent}`))
    return { number: `${above}.${last}`.slice(0, LONGEST_NUMBER), confidence };
  if (figures !== "")
    return { number: `${prefix}${parent}.${last}`, confidence: Math.min(confidence, OUT_OF_PLACE) };
  return { number: under(`${parent}.${last}`), confidence };
};

/** "3.5.a" and "3.5a" are "3.5" and "a". */
const splitPath = ({
  printed,
  path,
  style,
}: ItemNumber): { readonly parent: string; readonly last: string } => ({
  parent: path.slice(0, -1).join("."),
  last: style === "letter" ? printed.slice(-1) : String(path.at(-1) ?? ""),
});
