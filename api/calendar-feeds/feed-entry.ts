import type { LocalDate } from "../shared/local-date.ts";

/** What one line of a calendar program shows; neither wording nor anybody's words or name. */
export type FeedEntry = {
  /** The same as long as it is about the same thing, whatever changes in it. */
  readonly uid: string;
  readonly what:
    | { readonly kind: "task"; readonly number: string; readonly title: string }
    | { readonly kind: "round"; readonly label: string };
  /** The last day in time by the document. */
  readonly dueOn: LocalDate;
  /** The last working day not after it. */
  readonly aimOn: LocalDate;
  /** Finished, or withdrawn: it is taken out of the calendar. */
  readonly cancelled: boolean;
  /** When any of this changed last. */
  readonly changedAt: Date;
  readonly alarms: readonly Date[];
};
