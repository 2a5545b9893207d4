import { dateFromParts, type LocalDate } from "../shared/local-date.ts";
import { monthPeriod, quarterPeriod, yearPeriod } from "./periods.ts";
import {
  beforeDate,
  fromYearOnward,
  joinParts,
  notAfterDate,
  recurrenceSchema,
  type TimeFrame,
  timeFrameSchema,
  undated,
  withinPeriod,
} from "./time-frame.ts";
import {
  BEFORE_SECONDARY,
  BETWEEN_PARTS,
  QUARTERS,
  RECURRENCE_WORDS,
  STANDING_WORDS,
} from "./time-frame-words.ts";
import { writeTimeFrame } from "./write-time-frame.ts";

const dateOf = (words: string): LocalDate | null => {
  const [day, month, year] = words.split("/");
  return dateFromParts(Number(year), Number(month), Number(day));
};
const onDate = (words: string, frameOf: (date: LocalDate) => TimeFrame | null): TimeFrame | null => {
  const date = dateOf(words);
  return date && frameOf(date);
};

const DATE = "(\\d{2}/\\d{1,2}/\\d{4})";
const MONTH = "(0[12]|[3-9]|1[0-2])";
const QUARTER = `(${QUARTERS.join("|")})`;
/** Of papers: the 20th to the 22nd century. */
const YEAR = "(19\\d{2}|2[01]\\d{2})";

/** A form of the canonical writing, and what its two blanks, filled in, mean. */
const forms: readonly (readonly [form: string, read: (one: string, two: string) => TimeFrame | null])[] = [
  [`Trước ngày ${DATE}`, (words) => onDate(words, beforeDate)],
  [`Chậm nhất ngày ${DATE}`, (words) => onDate(words, notAfterDate)],
  [
    `Từ ${DATE} đến ${DATE}`,
    (from, to) => onDate(from, (startOn) => onDate(to, (endOn) => withinPeriod("range", { startOn, endOn }))),
  ],
  [
    `Tháng ${MONTH}/${YEAR}`,
    (month, year) => withinPeriod("month", monthPeriod(Number(year), Number(month))),
  ],
  [
    `Quý ${QUARTER}/${YEAR}`,
    (quarter, year) => withinPeriod("quarter", quarterPeriod(Number(year), QUARTERS.indexOf(quarter) + 1)),
  ],
  [`Năm ${YEAR}`, (year) => withinPeriod("year", yearPeriod(Number(year)))],
  [`Cả năm ${YEAR}`, (year) => withinPeriod("all_year", yearPeriod(Number(year)))],
  [`Năm ${YEAR} và các năm tiếp theo`, (year) => fromYearOnward(yearPeriod(Number(year)).startOn)],
  [STANDING_WORDS.continuous, () => undated("continuous")],
  [STANDING_WORDS.on_direction, () => undated("on_direction")],
];

const readMeaning = (words: string): TimeFrame | null => {
  for (const [form, read] of forms) {
    const found = new RegExp(`^${form}$`).exec(words);
    if (found !== null) return read(found[1] ?? "", found[2] ?? "");
  }
  return null;
};

const readSingle = (words: string): TimeFrame | null => {
  const recurs =
    recurrenceSchema.options.find(
      (option) => option !== "none" && words.endsWith(RECURRENCE_WORDS[option]),
    ) ?? "none";
  const meaning = readMeaning(words.slice(0, words.length - RECURRENCE_WORDS[recurs].length));
  return meaning && { ...meaning, recurs };
};

/** Several parts in one cell are days or periods of one kind. */
const readParts = (words: string): TimeFrame | null => {
  const [first, ...others] = words.split(BETWEEN_PARTS).map(readSingle);
  if (first == null) return null;
  if (others.length === 0) return first;
  const alike = others.flatMap((part) => (part?.kind === first.kind ? [part] : []));
  return first.kind in STANDING_WORDS || alike.length < others.length ? null : joinParts(first, alike);
};

/** The frame of which these are the canonical words (`writeTimeFrame`); null for any other writing. */
export const parseTimeFrame = (text: string): TimeFrame | null => {
  if (text === STANDING_WORDS.none) return undated("none");
  const [main = "", second] = text.split(BEFORE_SECONDARY);
  const frame = readParts(main);
  const secondary = second === undefined ? undefined : readSingle(second);
  if (frame === null || secondary === null) return null;
  const whole = { ...frame, text, ...(secondary && { secondary }) };
  // What the forms let through and the writing would not say (a third meaning, "05/3 đến 01/3") is no canonical word.
  return timeFrameSchema.safeParse(whole).success && writeTimeFrame(whole) === text ? whole : null;
};
