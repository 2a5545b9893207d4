import {
  type Found,
  matchCount,
  matchDigits,
  matchSign,
  matchUnit,
  matchWord,
  skipWord,
  type Tokens,
} from "./match-time-words.ts";
import { parseAlike, parseMoment } from "./parse-moment.ts";
import type { Bound, ClauseMeaning } from "./time-clause.ts";
import { type Moment, momentOf } from "./time-moment.ts";
import type { TimeWord } from "./time-phrase-words.ts";

/** "17 giờ 00", "16h30", "16:00": up to when on the day itself. */
const parseTimeOfDay = (tokens: Tokens, at: number): Found<string> | null => {
  const hour = matchDigits(tokens, at, 2);
  const mark =
    hour === null ? null : (matchWord(tokens, hour.next, "hour") ?? matchSign(tokens, hour.next, ":"));
  if (hour === null || mark === null || hour.value > 24) return null;
  const minutes = matchDigits(tokens, mark, 2);
  let next = minutes?.next ?? mark;
  if (tokens[next]?.text === "phut" || tokens[next]?.text === "p") next += 1;
  const onDay = matchSign(tokens, next, ",") ?? next;
  if (minutes !== null && parseMoment(tokens, onDay) === null && parseMoment(tokens, mark) !== null)
    return { value: `${String(hour.value).padStart(2, "0")}:00`, next: mark };
  const padded = [hour.value, minutes?.value ?? 0].map((part) => String(part).padStart(2, "0"));
  return { value: padded.join(":"), next: onDay };
};

const RANGE_WORDS = ["to", "end"] as const;

/** "A - B", "A đến B", "A đến hết B" behind a moment: where B begins. */
const matchUntil = (tokens: Tokens, at: number): number | null => {
  const comma = matchSign(tokens, at, ",") ?? at;
  const dash = matchSign(tokens, at, "-");
  let next = dash ?? matchWord(tokens, comma, ...RANGE_WORDS);
  if (next === null) return null;
  next = skipWord(tokens, next, ...RANGE_WORDS);
  // "đến cuối năm 2026": to its end.
  return next;
};

const untilMoment = (tokens: Tokens, at: number, like: Moment): Found<Moment> | null => {
  const last = matchWord(tokens, at, "last");
  const whole = last === null ? null : parseMoment(tokens, last);
  return parseMoment(tokens, at)?.value.unit === "day"
    ? parseMoment(tokens, at)
    : (parseAlike(tokens, at, like) ?? whole ?? parseMoment(tokens, at));
};

const MOST_ALIKE = 40;

/** Moments of one unit in a row, or from one to another. */
const parseRow = (
  tokens: Tokens,
  at: number,
): Found<{ readonly moments: readonly Moment[]; readonly until: Moment | null }> | null => {
  const first = parseMoment(tokens, at);
  if (first === null) return null;
  const moments = [first.value];
  let next = first.next;
  while (moments.length < MOST_ALIKE) {
    const joint =
      matchSign(tokens, next, ",;+&/") === null
        ? matchWord(tokens, next, "and")
        : skipWord(tokens, matchSign(tokens, next, ",;+&/") ?? next, "and");
    const more = joint === null ? null : parseAlike(tokens, joint, first.value);
    if (more === null) break;
    moments.push(more.value);
    next = more.next;
  }
  const start = matchUntil(tokens, next);
  const until = start === null ? null : untilMoment(tokens, start, moments.at(-1) ?? first.value);
  return until === null
    ? { value: { moments, until: null }, next }
    : { value: { moments, until: until.value }, next: until.next };
};

const BOUND_WORDS = [
  "before",
  "latest",
  "to",
  "end",
  "from",
  "after",
  "inside",
  "whole",
  "phase",
  "filler",
] as const satisfies readonly TimeWord[];

/** "đến đến đến …" is no phrase, and must not cost the square of its length. */
const MOST_BOUND_WORDS = 8;

const boundOf = (said: ReadonlySet<TimeWord>): Bound => {
  if (said.has("before")) return "exclusive";
  if (said.has("latest") || said.has("to") || said.has("end")) return "inclusive";
  if (said.has("from")) return "from";
  if (said.has("after")) return "after";
  return said.has("whole") ? "whole" : "none";
};

/** "trước ngày …", "chậm nhất đến hết …", "từ … đến …", "trong cả năm …", or a moment alone. */
export const parseMoments = (tokens: Tokens, at: number): Found<ClauseMeaning> | null => {
  const said = new Set<TimeWord>();
  let next = at;
  let fromNow = false;
  for (let words = 0; words < MOST_BOUND_WORDS; words += 1) {
    // "sáu tháng đầu năm" without its marks looks like "sau".
    if (matchCount(tokens, next) !== null) break;
    const step = BOUND_WORDS.map((word) => ({ word, to: matchWord(tokens, next, word) }))
      .filter(({ to }) => to !== null)
      .reduce<{ word: TimeWord; to: number | null } | null>(
        (best, one) => ((one.to ?? 0) > (best?.to ?? 0) ? one : best),
        null,
      );
    if (step === null || step.to === null) break;
    said.add(step.word);
    next = step.to;
    const now = said.has("from") ? matchWord(tokens, next, "now") : null;
    if (now !== null) {
      fromNow = true;
      next = matchSign(tokens, now, ",-") ?? now;
      next = skipWord(tokens, next, "onward");
    }
    next = matchSign(tokens, next, ":") ?? next;
  }
  if (said.has("phase") && !said.has("from")) {
    // "giai đoạn 5 năm 2026-2030".
    const count = matchCount(tokens, next);
    const years = count === null || count.value > 20 ? null : matchWord(tokens, count.next, "year");
    if (years !== null && matchDigits(tokens, years, 4) !== null) next = years;
  } else {
    // "trong 02 năm 2026 - 2027".
    const count = matchCount(tokens, next);
    const years = count === null || count.value > 20 ? null : matchWord(tokens, count.next, "year");
    const row = years === null ? null : parseRow(tokens, years);
    if (row !== null && (row.value.until !== null || row.value.moments.length > 1)) next = years ?? next;
  }
  const time = parseTimeOfDay(tokens, next);
  const start = time?.next ?? next;
  const plain =
    parseBoundedEnd(tokens, start, said) ?? parseRow(tokens, start) ?? parseThis(tokens, start, said);
  if (plain === null) return null;
  // "thứ Sáu, ngày 15/3/2026": the date says it all.
  const dated =
    plain.value.moments.some(({ unit }) => unit === "weekday") && plain.value.until === null
      ? parseRow(tokens, matchSign(tokens, plain.next, ",(") ?? plain.next)
      : null;
  const read = dated?.value.moments[0]?.unit === "day" ? dated : plain;
  return {
    value: {
      type: "moments",
      bound: boundOf(said),
      fromNow,
      timeOfDay: time?.value ?? null,
      ...read.value,
    },
    next: read.next,
  };
};

/** "đến cuối năm 2026", "chậm nhất cuối quý II": a bound makes the vague end the last day. */
const parseBoundedEnd = (tokens: Tokens, at: number, said: ReadonlySet<TimeWord>) => {
  const last = matchWord(tokens, at, "last");
  if (last === null || boundOf(said) !== "inclusive") return null;
  return parseRow(tokens, skipWord(tokens, last, "owner")) ?? parseThis(tokens, last, new Set(["whole"]));
};

/** "trong năm", "hết năm", "cả năm", "trong tháng": without a number, behind a word that asks for one. */
const parseThis = (tokens: Tokens, at: number, said: ReadonlySet<TimeWord>) => {
  if (said.size === 0 || [...said].every((word) => word === "filler")) return null;
  const unit = matchUnit(tokens, at);
  if (unit === null || unit.value === "day" || unit.value === "week") return null;
  const current = skipWord(tokens, unit.next, "current");
  const following = current === unit.next ? matchWord(tokens, current, "following") : null;
  const moment = momentOf({
    unit: unit.value,
    yearShift: unit.value === "year" ? (following === null ? 0 : 1) : null,
  });
  if (following !== null && unit.value !== "year") return null;
  return { value: { moments: [moment], until: null }, next: following ?? current };
};
