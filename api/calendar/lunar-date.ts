import { type LocalDate, localDate, yearOf } from "../shared/local-date.ts";
import { dateOfDayNumber, dayNumber } from "./day-number.ts";

/**
 * The Vietnamese lunar calendar, from the sky as seen at UTC+7: a month starts on the day of the new moon, month 11
 * holds the winter solstice, and in a year of thirteen moons the first month without a major solar term is a leap
 * month. Series after Jean Meeus, "Astronomical Algorithms" (1998), cut off as in Hồ Ngọc Đức's computation of the
 * calendar; good for the years 1900–2100.
 */
export type LunarDate = {
  readonly year: number;
  readonly month: number;
  readonly day: number;
  readonly leap: boolean;
};

type LunarMonth = Omit<LunarDate, "day"> & { readonly start: number; readonly end: number };

const ZONE_DAYS = 7 / 24;
const MOON_DAYS = 29.530588853;
/** The day number of the first new moon counted, 1900-01-01 (Greenwich). */
const FIRST_MOON = 2_415_021;

const sin = (degrees: number): number => Math.sin((degrees * Math.PI) / 180);

/** The day on which the `nth` new moon since 1900 falls. */
const newMoonDay = (nth: number): number => {
  const t = nth / 1236.85;
  const [t2, t3] = [t ** 2, t ** 3];
  const sun = 359.2242 + 29.10535608 * nth - 0.0000333 * t2 - 0.00000347 * t3;
  const moon = 306.0253 + 385.81691806 * nth + 0.0107306 * t2 + 0.00001236 * t3;
  const latitude = 21.2964 + 390.67050646 * nth - 0.0016528 * t2 - 0.00000239 * t3;
  const mean =
    2415020.75933 +
    29.53058868 * nth +
    0.0001178 * t2 -
    0.000000155 * t3 +
    0.00033 * sin(166.56 + 132.87 * t - 0.009173 * t2);
  const correction =
    (0.1734 - 0.000393 * t) * sin(sun) +
    0.0021 * sin(2 * sun) -
    0.4068 * sin(moon) +
    0.0161 * sin(2 * moon) -
    0.0004 * sin(3 * moon) +
    0.0104 * sin(2 * latitude) -
    0.0051 * sin(sun + moon) -
    0.0074 * sin(sun - moon) +
    0.0004 * sin(2 * latitude + sun) -
    0.0004 * sin(2 * latitude - sun) -
    0.0006 * sin(2 * latitude + moon) +
    0.001 * sin(2 * latitude - moon) +
    0.0005 * sin(2 * moon + sun);
  /** Dynamical time runs ahead of the clock. */
  const ahead = -0.000278 + 0.000265 * t + 0.000262 * t2;
  return Math.floor(mean + correction - ahead + 0.5 + ZONE_DAYS);
};

/** In which twelfth of its yearly way the sun stands as the day begins: 0 from the spring equinox, 9 from the winter solstice. */
const sunSector = (day: number): number => {
  const t = (day - 2451545.5 - ZONE_DAYS) / 36525;
  const [t2, t3] = [t ** 2, t ** 3];
  const anomaly = 357.5291 + 35999.0503 * t - 0.0001559 * t2 - 0.00000048 * t3;
  const longitude =
    280.46645 +
    36000.76983 * t +
    0.0003032 * t2 +
    (1.9146 - 0.004817 * t - 0.000014 * t2) * sin(anomaly) +
    (0.019993 - 0.000101 * t) * sin(2 * anomaly) +
    0.00029 * sin(3 * anomaly);
  return Math.floor((((longitude % 360) + 360) % 360) / 30);
};

/** Which new moon begins month 11 of the lunar year. */
const moonOfMonth11 = (year: number): number => {
  const nth = Math.floor((dayNumber(localDate(`${year}-12-31`)) - FIRST_MOON) / MOON_DAYS);
  return sunSector(newMoonDay(nth)) >= 9 ? nth - 1 : nth;
};

/** The months from month 11 of the year before up to month 10 of `year`. */
const monthsTo = (year: number): readonly LunarMonth[] => {
  const [first, next] = [moonOfMonth11(year - 1), moonOfMonth11(year)];
  const bounds = Array.from({ length: next - first }, (_, at) => ({
    start: newMoonDay(first + at),
    end: newMoonDay(first + at + 1),
  }));
  const leapAt =
    bounds.length === 13
      ? bounds.findIndex(({ start, end }, at) => at > 0 && sunSector(start) === sunSector(end))
      : bounds.length;
  return bounds.map(({ start, end }, at) => {
    const month = ((at - (at >= leapAt ? 1 : 0) + 10) % 12) + 1;
    return { year: month >= 11 ? year - 1 : year, month, leap: at === leapAt, start, end };
  });
};

/** Null when the month has no such day, or the year no such leap month. */
export const dateOfLunarDate = ({ year, month, day, leap }: LunarDate): LocalDate | null => {
  const found = monthsTo(month >= 11 ? year + 1 : year).find(
    (candidate) => candidate.month === month && candidate.leap === leap,
  );
  if (found === undefined || day < 1 || day > found.end - found.start) return null;
  return dateOfDayNumber(found.start + day - 1);
};

export const lunarDateOf = (date: LocalDate): LunarDate => {
  const day = dayNumber(date);
  // Month 11 starts in the solar year of its solstice: December may lie in the next row of months.
  const months = [...monthsTo(yearOf(date)), ...monthsTo(yearOf(date) + 1)];
  const { start, end: _, ...month } = months.reduce((found, next) => (next.start <= day ? next : found));
  return { ...month, day: day - start + 1 };
};
