import { foldWithOffsets } from "../shared/normalise-vietnamese.ts";
import { type FoundDocument, findDocuments } from "./extract-documents.ts";
import { compileLexicon, matchPhraseAt } from "./match-phrases.ts";
import { findSpokenDates, type SpokenDate } from "./parse-spoken-date.ts";

/** What stands at a place of a note. Everything but a word has no folded words, so that no phrase runs across it. */
export type TokenMeaning =
  | { readonly kind: "word" }
  | { readonly kind: "number" }
  | { readonly kind: "symbol" }
  | { readonly kind: "date"; readonly date: SpokenDate }
  | { readonly kind: "document"; readonly document: FoundDocument }
  | { readonly kind: "percent"; readonly value: number }
  | { readonly kind: "share"; readonly value: number; readonly outOf: number };

export type NoteToken = TokenMeaning & {
  readonly folded: string;
  readonly typed: string;
  /** Places in the tidied text. */
  readonly start: number;
  readonly end: number;
};

/** What lies between two pauses. */
export type Clause = {
  readonly tokens: readonly NoteToken[];
  /** The sign that ended it; "" at the end of the note and before "nhưng". */
  readonly endedBy: string;
};

const TENS = ["hai", "ba", "bon", "nam", "sau", "bay", "tam", "chin"];
const UNITS: ReadonlyMap<string, number> = new Map([
  ["mot", 1],
  ...TENS.map((word, index) => [word, index + 2] as const),
  ["tu", 4],
  ["lam", 5],
]);
const PERCENT = /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,3}(?:[.,]\d{1,2})?) ?(?:%|phan tram(?!\p{L}))/gu;
/** "năm mươi phần trăm", "bảy mươi lăm phần trăm", "một trăm phần trăm". */
const SPELLED_PERCENT = new RegExp(
  `(?<![\\p{L}\\p{N}])(?:(mot tram)|(?:(${TENS.join("|")}) )?muoi(?: (${[...UNITS.keys()].join("|")}))?) (?:%|phan tram(?!\\p{L}))`,
  "gu",
);
const readSpelledPercent = ([, hundred, tens, units]: RegExpMatchArray): number => {
  if (hundred !== undefined) return 100;
  return 10 * (UNITS.get(tens ?? "mot") ?? 1) + (UNITS.get(units ?? "") ?? 0);
};
/** "70 - 80%", "70 đến 80%": a range is not one figure. */
const RANGE_BEFORE = /\d ?%? ?(?:-|den|toi) ?$/u;
const RANGE_REACH = 8;
const SHARE = /(?<![\p{L}\p{N}]|\d[.,/-])(\d{1,6}) ?\/ ?(\d{1,6})(?![\p{L}\p{N}/%]|[.,]\d)/gu;
const PIECE = /(\p{L}+)|(\d+(?:[.,]\d+)*)|(\n|[^\p{L}\p{N}\s])/gu;

type Span = { readonly start: number; readonly end: number; readonly meaning: TokenMeaning };

/** Dates, numbers of documents, shares and percentages; where two claim a place, the first kind has it. */
const findSpans = (folded: string, typed: (start: number, end: number) => string): Map<number, Span> => {
  const spans = new Map<number, Span>();
  const taken = new Uint8Array(folded.length);
  const add = (start: number, end: number, meaning: TokenMeaning): void => {
    if (taken.subarray(start, end).includes(1)) return;
    taken.fill(1, start, end);
    spans.set(start, { start, end, meaning });
  };
  for (const document of findDocuments(folded, typed))
    add(document.start, document.end, { kind: "document", document });
  for (const { start, end, date } of findSpokenDates(folded)) add(start, end, { kind: "date", date });
  for (const match of folded.matchAll(PERCENT)) {
    if (RANGE_BEFORE.test(folded.slice(Math.max(0, match.index - RANGE_REACH), match.index))) continue;
    const value = Number((match[1] ?? "").replace(",", "."));
    add(match.index, match.index + match[0].length, { kind: "percent", value });
  }
  for (const match of folded.matchAll(SPELLED_PERCENT))
    add(match.index, match.index + match[0].length, { kind: "percent", value: readSpelledPercent(match) });
  for (const match of folded.matchAll(SHARE)) {
    const meaning = { kind: "share", value: Number(match[1]), outOf: Number(match[2]) } as const;
    add(match.index, match.index + match[0].length, meaning);
  }
  return spans;
};

const kindOf = (piece: RegExpExecArray): "word" | "number" | "symbol" => {
  if (piece[1] !== undefined) return "word";
  return piece[2] === undefined ? "symbol" : "number";
};

export const tokeniseNote = (text: string): NoteToken[] => {
  const { folded, offsets } = foldWithOffsets(text);
  const place = (at: number): number => offsets[at] ?? text.length;
  const typed = (start: number, end: number): string => text.slice(place(start), place(end));
  const spans = findSpans(folded, typed);
  const tokens: NoteToken[] = [];
  PIECE.lastIndex = 0;
  for (let match = PIECE.exec(folded); match !== null; match = PIECE.exec(folded)) {
    const span = spans.get(match.index);
    const end = span?.end ?? match.index + match[0].length;
    PIECE.lastIndex = end;
    const words = typed(match.index, end).trimEnd();
    const start = place(match.index);
    const placed = { typed: words.toLowerCase(), start, end: start + words.length };
    if (span !== undefined) tokens.push({ ...span.meaning, folded: "", ...placed });
    else tokens.push({ kind: kindOf(match), folded: match[0], ...placed });
  }
  return tokens;
};

/** Signs inside a thought; a hyphen pauses only with a space beside it. */
const NO_PAUSE = new Set(["/", "'", '"', "&", "%", "+", "_", "\ufffd"]);
const BUT = compileLexicon(["nhưng", "tuy nhiên", "nhưng mà"]);
/** Without its hook "nhung" is also *những*: a pause only before one of these. */
const AFTER_BUT = new Set(["da", "chua", "van", "hien", "dang"]);

const isPause = (text: string, token: NoteToken): boolean => {
  if (token.kind !== "symbol" || NO_PAUSE.has(token.folded)) return false;
  if (token.folded !== "-") return true;
  return /\s/.test(text.charAt(token.start - 1)) || /\s/.test(text.charAt(token.end));
};

/** Parts tokens at every pause: commas, stops, line ends, brackets, dashes, emoji, "nhưng". */
export const splitClauses = (text: string, tokens: readonly NoteToken[]): Clause[] => {
  const clauses: Clause[] = [];
  let open: NoteToken[] = [];
  const close = (endedBy: string): void => {
    if (open.length > 0) clauses.push({ tokens: open, endedBy });
    open = [];
  };
  for (const [at, token] of tokens.entries()) {
    if (isPause(text, token)) {
      close(token.folded);
      continue;
    }
    const next = tokens[at + 1];
    const but = matchPhraseAt(BUT, next === undefined ? [token] : [token, next], 0);
    if (
      but !== null &&
      (token.typed !== token.folded || token.folded === "tuy" || AFTER_BUT.has(next?.folded ?? ""))
    )
      close("");
    open.push(token);
  }
  close("");
  return clauses;
};
