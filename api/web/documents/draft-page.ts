import { describeWarning } from "../../imports/describe-warning.ts";
import type { ReadWarning } from "../../imports/reading.ts";
import type { ShownImport } from "../../imports/show-import.ts";
import type { PageWords } from "../page-frame.tsx";

/** What did not go well, to be said where it was tried. */
export type Problem = {
  readonly sentence: string;
  /** The decision that was refused, and what was typed; null where it concerns the whole draft. */
  readonly key: string | null;
  readonly typed: readonly string[];
};

/** Everything that the blocks of the review page are drawn from. */
export type DraftPage = {
  readonly words: PageWords;
  readonly shown: ShownImport;
  /** The block that stands open for corrections. */
  readonly editing: string | null;
  /** The doubt in hand: its lines are marked. */
  readonly at: string | null;
  readonly problem: Problem | null;
};

export const importPath = ({ importId }: Pick<ShownImport, "importId">): string => `/documents/${importId}`;

/** Text of several messages in the reader's language, one after another. */
export const spoken = (
  { t }: PageWords,
  lines: readonly { readonly key: string; readonly args?: Parameters<PageWords["t"]>[1] }[],
): string => lines.map(({ key, args }) => t(key, args)).join("; ");

/** The sentence of a warning; of one that this version no longer knows, the document's words that it was about. */
export const sayWarning = ({ t }: PageWords, warning: ReadWarning): string => {
  const { key, args } = describeWarning(warning);
  try {
    return t(key, args);
  } catch {
    return t("review-remark-unknown", { text: warning.text.slice(0, 200) });
  }
};
