import { dateFromParts } from "../shared/local-date.ts";
import type { TypingSlip } from "./typing-slip.ts";

const SLASHED = /(?<![\d/.])(\d{1,2})\s?\/\s?(\d{1,2})\s?\/\s?(\d{3,12})(?!\d)/gu;
const DOTTED = /(?<![\d/.-])(\d{1,2})([.-])(\d{1,2})\2(\d{4})(?![\d.-])/gu;
const WORDED =
  /(?<!\d\s?)ngày\s{1,3}(\d{1,4})\s{1,3}tháng\s{1,3}(\d{1,4})(?:\s{1,3}năm\s{1,3}(\d{3,12}))?(?!\d)/giu;
const WITHOUT_YEAR = /(?<!\d\s?)(?:ngày|trước)\s{1,3}(\d{1,2})\/(\d{1,2})(?![\d/]|\s\/)/giu;
/** "ngày 32 hằng tháng"; not "mỗi ngày 50 lượt". */
const DAY_ALONE =
  /(?<!(?:\d|mỗi|một)\s?)ngày\s{1,3}(\d{1,3})(?=\s{0,3}(?:[,.;)]\s|[.;)]?$|(?:hằng|hàng|của)\s{1,3}tháng))/giu;
const MONTH = /(?<!(?:\d|mỗi)\s?)tháng\s{1,3}(\d{1,2})(?=\s?\/\s?\d{4}|\s{1,3}năm\s{1,3}\d{4})/giu;
const QUARTER = /qu[ýí]\s{1,3}(?:V|VI{1,3}|[5-9])(?=\s?\/\s?\d{4}|\s{1,3}năm\s)/giu;
const YEAR = /(?:năm\s{1,3}|\/\s?|(?:19|20)\d\d\s?[-–]\s?)(\d{4})(?![\d/]|[-–]\p{L})/giu;

/** No plan of today reaches beyond, and no document that it cites lies before. */
const YEARS = { first: 1900, last: 2100 };

/** Days that no calendar has and years that nobody meant: "31/11/2025", "20/10/20222333", "năm 2203". */
export const detectImpossibleDates = (text: string): readonly TypingSlip[] => [
  ...place(text, SLASHED, ([, day, month, year]) => judge(day, month, year)),
  ...place(text, DOTTED, ([, day, , month, year]) => judge(day, month, year)),
  ...place(text, WORDED, ([, day, month, year]) => judge(day, month, year)),
  ...place(text, WITHOUT_YEAR, ([, day, month]) => judge(day, month)),
  ...place(text, DAY_ALONE, ([, day]) => judge(day, "1")),
  ...place(text, MONTH, ([, month]) => judge("1", month)),
  ...place(text, QUARTER, () => "text-date-impossible"),
  ...place(text, YEAR, ([, year]) => (Number(year) > YEARS.last ? "year-far-off" : null)),
];

const place = (
  text: string,
  pattern: RegExp,
  codeOf: (found: readonly (string | undefined)[]) => string | null,
): readonly TypingSlip[] =>
  [...text.matchAll(pattern)].flatMap((found) => {
    const code = codeOf([...found]);
    return code === null ? [] : [{ code, from: found.index, to: found.index + found[0].length }];
  });

const judge = (day = "1", month = "1", year = "2024"): string | null => {
  if (year.length !== 4) return "text-date-impossible";
  if (Number(year) < YEARS.first || Number(year) > YEARS.last) return "year-far-off";
  return dateFromParts(Number(year), Number(month), Number(day)) === null ? "text-date-impossible" : null;
};
