import type { LocalDate } from "../shared/local-date.ts";
import type { Recurrence, TimeFrameKind } from "./time-frame.ts";

/** What the phrase alone does not say. */
export type TimeContext = { readonly year: number | null; readonly documentDate: LocalDate | null };

export type MissingFact =
  | "year"
  | "document_date"
  | "trigger_date"
  | "event_date"
  | "lunar_calendar"
  | "correction";

/** Fields that a reading has only where the phrase gives them. */
type ReadingExtras = {
  readonly by?: string;
  readonly month_day?: string;
  readonly day_of_month?: number;
  readonly month_of_quarter?: number;
  /** 1 Monday … 7 Sunday. */
  readonly day_of_week?: number;
  /** On the day itself, up to then. */
  readonly time_of_day?: string;
  readonly dates?: readonly LocalDate[];
  readonly trigger?: string;
  /** Negative: before the event. */
  readonly offset_days?: number;
  readonly offset_months?: number;
  readonly offset_hours?: number;
  readonly working_days?: boolean;
  readonly event?: string;
  readonly vague?: boolean;
  readonly ditto?: boolean;
  readonly invalid_date?: boolean;
  readonly date_as_written?: string;
};

/** One meaning: the field names are those of a catalogue file. */
export type ReadingMeaning = ReadingExtras & {
  readonly kind: TimeFrameKind;
  readonly start_on: LocalDate | null;
  readonly end_on: LocalDate | null;
  readonly date: LocalDate | null;
  readonly exclusive: boolean | null;
  readonly due_on: LocalDate | null;
  readonly recurs: Recurrence;
};

export type ReadingPart = Partial<ReadingMeaning> & { readonly text?: string | null };

/** What a phrase was understood to mean, and what of it was not. */
export type TimeFrameReading = ReadingMeaning & {
  /** The phrase on one line; null where there is none. */
  readonly text: string | null;
  readonly parts?: readonly ReadingPart[];
  readonly secondary?: ReadingPart;
  readonly needs_context: readonly MissingFact[];
  /** Words of the phrase that no rule understood, as they stand. */
  readonly unread?: readonly string[];
};

export const meaning = (own: Partial<ReadingMeaning> & Pick<ReadingMeaning, "kind">): ReadingMeaning => ({
  start_on: null,
  end_on: null,
  date: null,
  exclusive: null,
  due_on: null,
  recurs: "none",
  ...own,
});
