import {
  type Found,
  matchCount,
  matchOrdinal,
  matchSign,
  matchUnit,
  matchWord,
  skipWord,
  type Tokens,
} from "./match-time-words.ts";
import { parseMoments } from "./parse-bounded-moments.ts";
import { parseMoment } from "./parse-moment.ts";
import { parseRhythm } from "./parse-rhythm.ts";
import type { Clause, ClauseMeaning, Joint } from "./time-clause.ts";

export type ParsedPhrase = {
  readonly clauses: readonly Clause[];
  /** Tokens that no rule took. */
  readonly unread: readonly number[];
};

const SIGNS_BETWEEN: Readonly<Record<string, Joint>> = {
  ",": "comma",
  ";": "semicolon",
  "&": "and",
  "+": "and",
  "(": "bracket",
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
const parseDirection = (tokens: Tokens, at: number): Found<ClauseMeaning> | null => {
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
  // "Khi nào rảnh", "lúc nào cũng được" asks when; it says nothing.
  if (occasion === null && tokens[start]?.text === "nao") return null;
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
const parseCount = (tokens: Tokens, at: number): Found<ClauseMeaning> | null => {
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

const parseContinuous = (tokens: Tokens, at: number): Found<ClauseMeaning> | null => {
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

const parseOne = (tokens: Tokens, at: number, inRow: boolean): Found<ClauseMeaning> | null => {
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
