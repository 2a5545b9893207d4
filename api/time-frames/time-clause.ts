import type { Recurrence } from "./time-frame.ts";
import type { Moment } from "./time-moment.ts";

/** How a clause hangs on the one before it. */
export type Joint = "none" | "comma" | "semicolon" | "and" | "or" | "bracket";

export type Bound = "none" | "exclusive" | "inclusive" | "from" | "after" | "whole";

/** What a clause says by itself. */
export type ClauseMeaning =
  | {
      readonly type: "moments";
      readonly bound: Bound;
      readonly moments: readonly Moment[];
      /** "từ … đến …": the moments end here. */
      readonly until: Moment | null;
      /** "từ nay đến …". */
      readonly fromNow: boolean;
      readonly timeOfDay: string | null;
    }
  | {
      readonly type: "rhythm";
      readonly recurs: Recurrence;
      /** "6 tháng", "một năm" without "hằng" or "một lần": the name of a round. */
      readonly label: boolean;
    }
  | { readonly type: "continuous" }
  | { readonly type: "onward" }
  | { readonly type: "ditto" }
  | {
      readonly type: "direction";
      /** Tokens of what must happen or who must speak. */
      readonly tail: readonly [from: number, to: number];
      readonly owner: readonly [from: number, to: number] | null;
      readonly event: boolean;
      /** "sau khi …": it counts from there. */
      readonly happening: boolean;
      readonly lunar: boolean;
    }
  | {
      readonly type: "count";
      readonly days: number | null;
      readonly months: number | null;
      readonly hours: number | null;
      readonly workingDays: boolean;
      /** The day that is counted from, where the phrase names it. */
      readonly anchor: Moment | null;
      readonly tail: readonly [from: number, to: number];
    };

export type Clause = ClauseMeaning & {
  readonly joint: Joint;
  /** Tokens. */
  readonly from: number;
  readonly to: number;
};

export type MomentsClause = Extract<Clause, { type: "moments" }>;
export type RhythmClause = Extract<Clause, { type: "rhythm" }>;
export type DirectionClause = Extract<Clause, { type: "direction" }>;
export type CountClause = Extract<Clause, { type: "count" }>;

/** Whether it says more of what stands before it, and nothing beside it. */
export const hangsOn = ({ joint }: Clause): boolean => ["none", "comma", "bracket"].includes(joint);
