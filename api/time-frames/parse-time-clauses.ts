import {
  type Found,
  matchCount,
  matchDigits,
  matchOrdinal,
  matchRoman,
  matchSign,
  matchWord,
  skipWord,
  type Tokens,
} from "./match-time-words.ts";
import { parseAlike, parseMoment } from "./parse-moment.ts";
import type { Recurrence } from "./time-frame.ts";
import { type Moment, momentOf } from "./time-moment.ts";
import type { TimeWord } from "./time-phrase-words.ts";

/** How a clause hangs on the one before it. */
export type Joint = "none" | "comma" | "semicolon" | "and" | "or" | "bracket";

export type Bound = "none" | "exclusive" | "inclusive" | "from" | "after" | "whole";

type Meaning =
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

export type Clause = Meaning & {
  readonly joint: Joint;
  /** Tokens. */
  readonly from: number;
  readonly to: number;
};

export type ParsedPhrase = {
  readonly clauses: readonly Clause[];
  /** Tokens that no rule took. */
  readonly unread: readonly number[];
};

const recurrence = (times: number, unit: Unit, every: number): Recurrence | null => {
  const months = { year: 12, quarter: 3, month: 1, week: 0, day: 0 }[unit] * every;
  if (unit === "week") return times === 1 && every === 1 ? "weekly" : null;
  switch (months / times) {
    case 12:
      return "yearly";
    case 6:
      return "half_yearly";
    case 3:
      return "quarterly";
    case 1:
      return "monthly";
    default:
      return null;
  }
};

const UNITS = ["year", "quarter", "month", "week", "day"] as const;
type Unit = (typeof UNITS)[number];

const matchUnit = (tokens: Tokens, at: number): Found<Unit> | null => {
  for (const unit of UNITS) {
    const next = matchWord(tokens, at, unit);
    if (next !== null) return { value: unit, next };
  }
  // "nửa năm" is a unit of its own, counted as six months by its caller.
  return null;
};

/** "một lần", "/lần", "2 lần", "(1 lần)". */
const matchTimes = (tokens: Tokens, at: number): Found<number> | null => {
  const slash = matchSign(tokens, at, "/");
  const once = slash === null ? null : matchWord(tokens, slash, "times");
  if (once !== null) return { value: 1, next: once };
  const open = matchSign(tokens, at, "(");
  const count = matchCount(tokens, slash ?? open ?? at);
  const times = count === null ? null : matchWord(tokens, count.next, "times");
  if (count === null || times === null) return null;
  const close = open === null ? times : matchSign(tokens, times, ")");
  return close === null ? null : { value: count.value, next: close };
};

/** "hằng quý", "mỗi tháng 01 lần", "định kỳ 6 tháng", "02 lần/năm", "6 tháng/lần", "06 tháng", "một năm". */
const parseRhythm = (tokens: Tokens, at: number, inRow: boolean): Found<Meaning> | null => {
  const found = (recurs: Recurrence | null, next: number, label = false): Found<Meaning> | null =>
    recurs === null ? null : { value: { type: "rhythm", recurs, label }, next };

  const periodic = matchWord(tokens, at, "periodic");
  const afterPeriodic = periodic ?? at;
  const timesFirst = matchCount(tokens, afterPeriodic);
  const timesWord = timesFirst === null ? null : matchWord(tokens, timesFirst.next, "times");
  if (timesFirst !== null && timesWord !== null) {
    const per = matchSign(tokens, timesWord, "/") ?? skipWord(tokens, timesWord, "every", "inside");
    const number = matchCount(tokens, per);
    const unit = matchUnit(tokens, number?.next ?? per);
    return unit === null
      ? null
      : found(recurrence(timesFirst.value, unit.value, number?.value ?? 1), unit.next);
  }
  const every =
    matchWord(tokens, afterPeriodic, "every") ??
    (matchUnit(tokens, matchWord(tokens, afterPeriodic, "by") ?? tokens.length) === null
      ? null
      : matchWord(tokens, afterPeriodic, "by"));
  const start = every ?? afterPeriodic;
  const half = matchWord(tokens, start, "half");
  const halfYear = half === null ? null : matchWord(tokens, half, "year");
  if (halfYear !== null && (every !== null || periodic !== null || matchTimes(tokens, halfYear) !== null)) {
    const times = matchTimes(tokens, halfYear);
    return found(recurrence(times?.value ?? 1, "month", 6), times?.next ?? halfYear);
  }
  const number = matchCount(tokens, start);
  const unit = matchUnit(tokens, number?.next ?? start);
  if (unit === null) return null;
  const times = matchTimes(tokens, unit.next);
  if (times !== null) {
    // "quý 1 lần" says how often, "quý 1" alone would be a quarter.
    return found(recurrence(times.value, unit.value, number?.value ?? 1), times.next);
  }
  if (unit.value === "day") return null;
  const numbered =
    (every === null &&
      number === null &&
      (matchRoman(tokens, unit.next) ?? matchOrdinal(tokens, unit.next)) !== null) ||
    (matchDigits(tokens, unit.next, 4)?.value ?? 0) >= 1900;
  const placed = matchWord(tokens, unit.next, "first", "last", "middle");
  if (every !== null) {
    if (numbered && unit.value !== "year") return null;
    const exact = recurrence(1, unit.value, number?.value ?? 1);
    return found(exact, unit.next);
  }
  // "từ 6 tháng" and "trong 3 tháng" count, they name no round; so does what has a place in the year.
  if (placed !== null && number !== null) return null;
  if (numbered) return null;
  if (number !== null) {
    const exact = recurrence(1, unit.value, number.value);
    const nine = unit.value === "month" && number.value === 9 ? "yearly" : null;
    return found(exact ?? nine, unit.next, true);
  }
  return periodic !== null || inRow
    ? found(recurrence(1, unit.value, 1), unit.next, periodic === null)
    : null;
};

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

const SIGNS_BETWEEN: Readonly<Record<string, Joint>> = {
  ",": "comma",
  ";": "semicolon",
  "&": "and",
  "+": "and",
  "(": "bracket",
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
const parseMoments = (tokens: Tokens, at: number): Found<Meaning> | null => {
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

const startsQuietly = (tokens: Tokens, at: number): boolean => {
  let next = at;
  for (let step = 0; step < 4; step += 1) {
    const filler = matchWord(tokens, next, "filler");
    if (filler === null) break;
    next = filler;
  }
  return (
    parseRhythm(tokens, next, false) !== null ||
    parseMoments(tokens, next) !== null ||
    matchWord(tokens, next, "continuous", "direction", "occasion", "onward") !== null
  );
};

/** Where a free tail ends: at a semicolon, at "hoặc", or at a comma, bracket or "và" with a clause of its own behind. */
const endOfTail = (tokens: Tokens, at: number): number => {
  let next = at;
  for (; next < tokens.length; next += 1) {
    if (matchSign(tokens, next, ";") !== null) break;
    const or = next === at ? null : matchWord(tokens, next, "or");
    if (or !== null && startsQuietly(tokens, or)) break;
    const joint = matchSign(tokens, next, ",(") ?? (next === at ? null : matchWord(tokens, next, "and"));
    if (joint !== null && startsQuietly(tokens, joint)) break;
  }
  let end = next;
  while (end > at && tokens[end - 1]?.kind === "sign" && matchSign(tokens, end - 1, ")") === null) end -= 1;
  return end;
};

const hasWords = (tokens: Tokens, from: number, to: number): boolean => {
  for (let at = from; at < to; at += 1) if (tokens[at]?.kind === "word") return true;
  return false;
};

/** "khi có chỉ đạo của …", "theo hướng dẫn …", "sau Đại hội …", "dịp Tết". */
const parseDirection = (tokens: Tokens, at: number): Found<Meaning> | null => {
  const occasion = matchWord(
    tokens,
    skipWord(tokens, at, "before", "after", "inside", "to", "latest"),
    "occasion",
  );
  const direction = matchWord(tokens, at, "direction");
  const after = direction === null ? (matchWord(tokens, at, "after", "before") ?? null) : null;
  const event = occasion !== null || after !== null;
  const start = occasion ?? direction ?? after;
  if (start === null) return null;
  if (after !== null && occasion === null && tokens[start]?.kind !== "word") return null;
  const end = endOfTail(tokens, start);
  const said = tokens[at]?.text ?? "";
  // "Sau", "theo", "khi" alone name nothing.
  if (
    ["sau", "truoc", "theo", "khi", "tuy", "can"].includes(said) &&
    occasion === null &&
    !hasWords(tokens, start, end)
  )
    return null;
  let owner: readonly [number, number] | null = null;
  for (let place = start; place < Math.min(end, start + 30); place += 1) {
    const behind = matchWord(tokens, place, "owner");
    if (behind !== null && behind < end) {
      owner = [behind, end];
      break;
    }
  }
  const lunar = tokens.slice(at, Math.min(end, at + 12)).some(({ text }) => text === "tet");
  return {
    value: {
      type: "direction",
      tail: [event && occasion !== null && tokens[occasion - 1]?.text === "tet" ? occasion - 1 : start, end],
      owner,
      event,
      happening: occasion === null && matchWord(tokens, at, "happening") !== null,
      lunar,
    },
    next: end,
  };
};

const COUNT_BOUNDS = ["within", "latest", "after", "inside", "filler"] as const;

/** "trong vòng 05 ngày làm việc kể từ ngày …", "10 ngày sau khi …", "không quá 24 giờ kể từ khi …". */
const parseCount = (tokens: Tokens, at: number): Found<Meaning> | null => {
  let start = at;
  let counting = false;
  for (let step = 0; step < 6; step += 1) {
    const next = matchWord(tokens, start, ...COUNT_BOUNDS);
    if (next === null) break;
    counting ||= matchWord(tokens, start, "within", "latest", "after") !== null;
    start = next;
  }
  const count = matchCount(tokens, start);
  if (count === null) return null;
  const hours = matchWord(tokens, count.next, "hour");
  const unit = hours === null ? matchUnit(tokens, count.next) : null;
  const afterUnit = hours ?? unit?.next ?? null;
  if (afterUnit === null || unit?.value === "quarter") return null;
  if (matchWord(tokens, afterUnit, "first", "last", "middle") !== null) return null;
  const working = matchWord(tokens, afterUnit, "working");
  const behind = matchSign(tokens, working ?? afterUnit, ",") ?? working ?? afterUnit;
  const since = matchWord(tokens, behind, "since");
  const until = since === null && unit?.value === "day" ? matchWord(tokens, behind, "until") : null;
  const sized = {
    days:
      unit?.value === "day"
        ? count.value
        : unit?.value === "week"
          ? count.value * 7
          : hours !== null && count.value % 24 === 0
            ? count.value / 24
            : null,
    months: unit?.value === "month" ? count.value : unit?.value === "year" ? count.value * 12 : null,
    hours: hours !== null && count.value % 24 !== 0 ? count.value : null,
    workingDays: working !== null,
  };
  const trigger = since ?? until;
  if (trigger === null) {
    // A count with nothing to count from: only behind "trong vòng", "không quá", "sau", and never of a year's part.
    const next = working ?? afterUnit;
    const timed = unit?.value === "day" || hours !== null;
    const alone = (counting || (timed && start > at)) && matchOrdinal(tokens, next) === null;
    return alone ? { value: { type: "count", ...sized, anchor: null, tail: [next, next] }, next } : null;
  }
  const backwards = until === null ? 1 : -1;
  const signed = { ...sized, days: sized.days === null ? null : backwards * sized.days };
  const anchor = parseMoment(tokens, trigger);
  if (anchor?.value.unit === "day" && anchor.value.month !== null)
    return {
      value: { type: "count", ...signed, anchor: anchor.value, tail: [trigger, anchor.next] },
      next: anchor.next,
    };
  const end = endOfTail(tokens, trigger);
  if (!hasWords(tokens, trigger, end)) return null;
  return { value: { type: "count", ...signed, anchor: null, tail: [trigger, end] }, next: end };
};

const parseContinuous = (tokens: Tokens, at: number): Found<Meaning> | null => {
  const next = matchWord(tokens, skipWord(tokens, at, "filler"), "continuous");
  if (next !== null && !/^(trong|suot)$/.test(tokens[at]?.text ?? "")) {
    // "hằng ngày 15" names a day, "thường xuyên" none.
    return tokens[at + 1]?.text === "ngay" && tokens[next]?.kind === "number"
      ? null
      : { value: { type: "continuous" }, next };
  }
  const throughout = next ?? matchWord(tokens, at, "whole");
  if (throughout === null || parseMoments(tokens, at) !== null) return null;
  const end = endOfTail(tokens, throughout);
  return next !== null || hasWords(tokens, throughout, end)
    ? { value: { type: "continuous" }, next: end }
    : null;
};

const parseOne = (tokens: Tokens, at: number, inRow: boolean): Found<Meaning> | null => {
  const ditto = matchWord(tokens, at, "ditto");
  if (ditto !== null && !hasWords(tokens, ditto, tokens.length))
    return { value: { type: "ditto" }, next: ditto };
  const onward = matchWord(tokens, at, "onward");
  if (onward !== null) return { value: { type: "onward" }, next: onward };
  return (
    parseCount(tokens, at) ??
    parseContinuous(tokens, at) ??
    parseRhythm(tokens, at, inRow) ??
    parseMoments(tokens, at) ??
    parseDirection(tokens, at)
  );
};

/** The clauses of a phrase in their order, and every token that belongs to none. */
export const parseTimeClauses = (tokens: Tokens): ParsedPhrase => {
  const clauses: Clause[] = [];
  const unread: number[] = [];
  let joint: Joint = "none";
  let at = 0;
  let inRow = false;
  while (at < tokens.length) {
    // "6 tháng (trước ngày 15/6), năm (trước ngày 15/12)": the row of rounds goes on behind the day of the first.
    const goesOn = joint !== "none" && joint !== "or" && clauses.some(({ type }) => type === "rhythm");
    const found = parseOne(tokens, at, inRow || goesOn);
    if (found !== null && found.next > at) {
      clauses.push({ ...found.value, joint, from: at, to: found.next });
      inRow = found.value.type === "rhythm";
      joint = "none";
      at = found.next;
      continue;
    }
    const or = matchWord(tokens, at, "or");
    const and = or ?? matchWord(tokens, at, "and");
    if (and !== null) {
      joint = or === null ? "and" : "or";
      at = and;
      continue;
    }
    const label = matchWord(tokens, at, "label");
    const labelled = label === null ? null : matchOrdinal(tokens, label);
    const filler = labelled?.next ?? matchWord(tokens, at, "filler", "inside");
    if (filler !== null) {
      inRow ||= tokens[at]?.text === "bao" && tokens[at + 1]?.text === "cao";
      at = filler;
      continue;
    }
    const token = tokens[at];
    if (token?.kind === "sign") {
      const between = SIGNS_BETWEEN[token.text];
      if (between !== undefined && joint !== "or" && joint !== "and") joint = between;
      if (!QUIET_SIGNS.includes(token.text)) unread.push(at);
    } else {
      unread.push(at);
      inRow = false;
    }
    at += 1;
  }
  return { clauses, unread };
};

/** Signs that say nothing between clauses. */
const QUIET_SIGNS = ".,;:()[]-+&\"'*•…!/";
