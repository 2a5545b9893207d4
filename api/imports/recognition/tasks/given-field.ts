import type { TimeContext } from "../../../time-frames/time-frame-reading.ts";
import type { Footnote, Span } from "../../outline.ts";
import type { ReadWarning } from "../../reading.ts";
import { clipText } from "../shorten-text.ts";
import type { UnitLexicon } from "../units/unit-lexicon.ts";
import type { FieldRole, FieldText } from "./catalogue-entry.ts";
import type { PlacedTask } from "./label-tasks.ts";

/** What a task is read with. */
export type TaskContext = {
  readonly lexicon: UnitLexicon;
  readonly time: TimeContext;
  readonly footnotes: readonly Footnote[];
  /** The catalogue has columns or labels of this field: an empty one was left empty by its author. */
  readonly gives: ReadonlySet<FieldRole>;
  /** Nearly every row of the catalogue has these. */
  readonly usual: ReadonlySet<FieldRole>;
};

/** A field of the task itself, or the one given once for it and others. */
export type GivenField = {
  readonly field: FieldText;
  /** The number of the task, or the section, that it was given at; null where it is the task's own. */
  readonly from: string | null;
};

export const givenField = (placed: PlacedTask, role: FieldRole): GivenField | null => {
  const own = placed.node.entry.fields[role] ?? placed.node.shared[role];
  if (own !== undefined) return { field: own, from: null };
  // A row's empty cell says "nobody", unless the items above were given theirs after them.
  const row = placed.node.entry.from === "row";
  const above = placed.inherited.find(({ fields, after }) => fields[role] !== undefined && (after || !row));
  const field = above?.fields[role];
  return field === undefined || above === undefined ? null : { field, from: above.from };
};

export const warning = (
  code: string,
  number: string | null,
  field: string | null,
  span: Span | null,
  words: string,
): ReadWarning => ({ code, number, field, line: span?.from ?? null, text: clipText(words, 500) });
