import { dateFromParts, type LocalDate } from "../../../shared/local-date.ts";

export type WrittenDate = {
  /** Null for a day that does not exist. */
  readonly date: LocalDate | null;
  readonly text: string;
  readonly from: number;
  readonly to: number;
};

const FULL =
  /(?:ngày\s{0,3})?(?<![\d/.-])(\d{1,2})\s?(?:[/.-]\s?(\d{1,2})\s?[/.-]|\s?tháng\s{0,3}(\d{1,2})\s{0,3}năm|\s?tháng\s{0,3}(\d{1,2})\s?[/.-])\s?((?:19|20)\d{2})(?!\d)/giu;

/** Days with a year: "12/02/2026", "ngày 14 tháng 11 năm 2025", "ngày 12 /02/2026". */
export const findWrittenDates = (text: string): readonly WrittenDate[] =>
  [...text.matchAll(FULL)].map((found) => {
    const [whole, day, slashed, worded, mixed, year] = found;
    return {
      date: dateFromParts(Number(year), Number(slashed ?? worded ?? mixed), Number(day)),
      text: whole,
      from: found.index,
      to: found.index + whole.length,
    };
  });

/** "ngày … tháng … năm 2026", "ngày    tháng 3 năm 2026": left for the registry. */
export const BLANK_DATE =
  /ngày[\s….·_]{0,40}tháng[\s\d….·_]{0,40}năm|ngày\s{0,3}\d{0,2}[\s….·_]{0,40}tháng[\s….·_]{0,40}năm/iu;
