import { combineTimeClauses } from "./combine-time-clauses.ts";
import { matchWord, type Tokens } from "./match-time-words.ts";
import { mergeTimeDrafts } from "./merge-time-drafts.ts";
import { parseTimeClauses } from "./parse-time-clauses.ts";
import { meaning, type TimeContext, type TimeFrameReading } from "./time-frame-reading.ts";
import { tokeniseTimePhrase } from "./tokenise-time-phrase.ts";

/** Of characters: the longest cell of a real document has some 300. Longer text is no phrase and is handed back unread. */
const LONGEST_PHRASE = 5_000;

const NO_CONTEXT: TimeContext = { year: null, documentDate: null };

/**
 * What a phrase of an official document means. `context` fills in what the phrase leaves open, and `needs_context`
 * says so; what no rule understood is listed in `unread`. Figures and words of time among the unread words make the
 * whole reading `none`: they could turn its meaning round.
 */
export const recogniseTimeFrame = (phrase: string, context: TimeContext = NO_CONTEXT): TimeFrameReading => {
  const text = phrase.replace(/\s+/gu, " ").trim();
  const nothing: TimeFrameReading = {
    text: text === "" ? null : text,
    ...meaning({ kind: "none" }),
    needs_context: [],
  };
  if (text.length > LONGEST_PHRASE) return { ...nothing, unread: [text] };
  const tokens = tokeniseTimePhrase(text);
  const quote = (from: number, to: number): string =>
    to <= from ? "" : text.slice(tokens[from]?.from ?? 0, tokens[to - 1]?.to ?? 0);
  const { clauses, unread } = parseTimeClauses(tokens);
  const words = unreadWords(unread, quote, tokens);
  const drafts = mergeTimeDrafts(combineTimeClauses(clauses, text, quote, context));
  const [main, second, ...others] = drafts;
  const left = [...words, ...others.map(({ from, to }) => quote(from, to))];
  if (main === undefined || unread.some((at) => tellsTime(tokens, at)))
    return {
      ...nothing,
      ...(left.length === 0 && text === "" ? {} : { unread: left.length > 0 ? left : [text] }),
    };
  const needs = [...new Set([...main.needs, ...(second?.needs ?? [])])];
  return {
    text: nothing.text,
    ...main.meaning,
    ...(main.parts.length > 1 && { parts: main.parts }),
    ...(second && { secondary: { ...second.meaning, text: quote(second.from, second.to) } }),
    needs_context: needs,
    ...(left.length > 0 && { unread: left }),
  };
};

const unreadWords = (
  unread: readonly number[],
  quote: (from: number, to: number) => string,
  tokens: Tokens,
): readonly string[] => {
  const words: string[] = [];
  let start: number | null = null;
  for (const [index, at] of unread.entries()) {
    start ??= at;
    if (unread[index + 1] === at + 1) continue;
    words.push(quote(start, Math.min(at + 1, tokens.length)));
    start = null;
  }
  return words;
};

/** Whether an unread token could change the meaning of what was read. */
const tellsTime = (tokens: Tokens, at: number): boolean =>
  (tokens[at]?.kind === "number" && tokens[at + 1]?.text !== "%") ||
  ["tru", "khong", "chua", "ngoai"].includes(tokens[at]?.text ?? "") ||
  matchWord(
    tokens,
    at,
    "before",
    "latest",
    "end",
    "day",
    "month",
    "quarter",
    "year",
    "week",
    "phase",
    "every",
    "periodic",
    "weekday",
  ) !== null;
