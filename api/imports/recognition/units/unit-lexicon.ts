import type { ReadUnit } from "../../reading.ts";
import type { UnitReader } from "./unit-grammar.ts";

/** The units and groups that one document names, learned from itself, the office's names and general vocabulary. */
export type UnitLexicon = {
  readonly units: readonly ReadUnit[];
  /** Phrases that name several groups at once, and which. */
  readonly composites: Readonly<Record<string, readonly string[]>>;
  /** Folded spelling → the canonical name in `units`. */
  readonly spellings: ReadonlyMap<string, string>;
  /** Keys of `spellings` that are taken for a name only because nothing else in the document is like it. */
  readonly doubtful: ReadonlySet<string>;
  /** Reads a text with these names. */
  readonly reader: UnitReader;
};

/** A unit named in running text. */
export type UnitMention = {
  /** Canonical, in `UnitLexicon.units`. */
  readonly name: string;
  /** Offsets in the text, end exclusive. */
  readonly from: number;
  readonly to: number;
};

/** What a cell of units says. */
export type UnitCell = {
  /** Canonical names in the cell's order, groups expanded from composite phrases, each once. */
  readonly units: readonly string[];
  /** What the cell's sentence says of a unit's part ("tổng hợp, theo dõi chung"). */
  readonly roles: readonly { readonly unit: string; readonly role: string }[];
  /** Persons whom the cell names instead of or beside units ("đ/c Nguyễn Văn A", "Chủ tịch UBND phường"). */
  readonly leaders: readonly string[];
  /** Words that no rule understood. */
  readonly unread: readonly string[];
  /** Two names stand side by side without a separator: they may be of two cells. */
  readonly glued: boolean;
  readonly confidence: number;
};
