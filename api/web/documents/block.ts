import { type DecisionKey, parseDecisionKey } from "../../imports/decision.ts";
import type { Reading } from "../../imports/reading.ts";

/**
 * A block of the page that is shown, edited and replaced as one. Tasks, rounds and units are counted as they were
 * read, so that a name stays while the draft changes.
 */
export type Block =
  | { readonly kind: "document" }
  | { readonly kind: "task" | "round" | "unit"; readonly index: number };

export const blockName = (block: Block): string =>
  block.kind === "document" ? "document" : `${block.kind}-${block.index}`;

export const parseBlock = (name: string | undefined): Block | null => {
  if (name === "document") return { kind: "document" };
  const [, kind, index] = /^(task|round|unit)-(\d{1,6})$/.exec(name ?? "") ?? [];
  if (kind !== "task" && kind !== "round" && kind !== "unit") return null;
  return { kind, index: Number(index) };
};

/** The block that shows what a decision is about; null for a warning without a field. */
export const blockOf = (about: DecisionKey, read: Reading): Block | null => {
  if (about.on === "document" || about.on === "catalogue") return { kind: "document" };
  if (about.on === "task" || about.on === "round") return { kind: about.on, index: about.index };
  if (about.on === "warning") return null;
  const index = read.units.findIndex(({ name }) => name === about.name);
  return index === -1 ? null : { kind: "unit", index };
};

export const doubtName = (key: string): string => `doubt-${key.replaceAll(".", "-")}`;

export const keyOf = (text: unknown): string | null =>
  typeof text === "string" && parseDecisionKey(text) !== null ? text : null;
