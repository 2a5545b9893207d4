import type { Clause, Joint } from "./time-clause.ts";
import type { Recurrence } from "./time-frame.ts";
import type { MissingFact, ReadingMeaning, ReadingPart } from "./time-frame-reading.ts";

/** What one or more clauses were understood to mean so far. */
export type Draft = {
  readonly meaning: ReadingMeaning;
  /** The last clause that it took in. */
  readonly made: "moments" | "rhythm" | "continuous" | "onward" | "direction" | "ditto";
  /** How it hangs on the draft before it. */
  readonly joint: Joint;
  readonly parts: readonly ReadingPart[];
  readonly needs: readonly MissingFact[];
  /** Of a rhythm: only the name of a round. */
  readonly label: boolean;
  /** Of a day or period: whether the phrase itself says its year. */
  readonly dated: boolean;
  readonly day: boolean;
  /** The rhythm that stood before it holds for the rest of its row as well. */
  readonly led?: { readonly recurs: Recurrence; readonly label: boolean };
  readonly from: number;
  readonly to: number;
};

/** A draft of that clause alone. */
export const draftOf = (
  { joint, from, to }: Clause,
  own: Partial<Draft> & Pick<Draft, "meaning" | "made">,
): Draft => ({
  joint,
  from,
  to,
  parts: [],
  needs: [],
  label: false,
  dated: false,
  day: false,
  ...own,
});

/** In place: the clause in hand changes what the one before it meant. */
export const replaceLast = (drafts: Draft[], draft: Draft): void => {
  drafts.splice(-1, 1, draft);
};
