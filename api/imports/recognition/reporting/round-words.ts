/** A period or an order that a report is named by. */
export type RoundLabel = {
  readonly is: "label";
  readonly kind: "ordinal" | "months" | "year" | "quarter" | "monthly" | "quarterly" | "weekly";
  /** Months of a "months" label, number of a quarter; 0 elsewhere. */
  readonly count: number;
  readonly from: number;
  readonly to: number;
};

/** A day by which a report is due. */
export type RoundDay = {
  readonly is: "day";
  readonly year: number | null;
  /** Null where only the day of a repeated month is said. */
  readonly month: number | null;
  /** Null where only the month is said ("trong tháng 6"). */
  readonly day: number | null;
  /** "tháng cuối quý", "tháng đầu quý sau", "tháng cuối kỳ", "hằng tháng", "năm sau". */
  readonly relation:
    | "each-month"
    | "last-of-quarter"
    | "next-quarter"
    | "last-of-period"
    | "next-year"
    | null;
  /** "trước ngày": a report on that day is late. Null where no word says which. */
  readonly exclusive: boolean | null;
  /** Where the bound's words begin, else the day's own. */
  readonly from: number;
  readonly to: number;
};

export type RoundWord = RoundLabel | RoundDay;
