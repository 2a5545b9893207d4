import { compileLexicon, type Lexicon, matchPhraseAt } from "./match-phrases.ts";
import { COUNTED_UNITS, MEASURED_UNITS, TIME_UNITS } from "./note-vocabulary.ts";
import { tokeniseNote } from "./tokenise-note.ts";

/**
 * The document's own numbers: 2.4, 4.11, 3.5.a, 1.c.2, PL.1, and a bare 2. No group of a task number has three
 * figures (2.000 is two thousand).
 */
const NUMBER =
  /(?:(pl)[ .-]?(\d{1,2})|(\d{1,2}(?:\.\d{1,2}){0,3}))((?:\.?[a-zđ](?:\.?\d{1,2})?)|(?: [a-eđ]))?(?![\p{L}\p{M}\p{N}%/]|[.-]\d|,\d(?!\d?\.\d)| ?%)/iuy;
/** Glued to a figure these are chat for "không", "rồi", "triệu", "hours", not a sub-item. */
const NO_SUB_ITEM = new Set(["k", "r", "m", "h", "x", "t"]);
/** "nv 2.4", "nhiệm vụ số 2", "mục 3.5.b". */
const PREFIX =
  /(?:(?:nhiệm vụ|nhiem vu|nv|mục|muc|stt|đầu việc|dau viec)(?: số| so)?|số|so)[ .:]{0,3}(?=\d|pl)/iuy;

const MEASURES = compileLexicon([...MEASURED_UNITS, "độ", "điểm", "lần"]);
const QUANTITIES = compileLexicon([...MEASURED_UNITS, ...COUNTED_UNITS, ...TIME_UNITS]);
const UNIT_REACH = 40;

/** "3.5a" → "3.5.a", "pl1" → "PL.1"; null when the text is no task number. */
export const normaliseTaskNumber = (text: string): string | null => {
  const typed = text.normalize("NFC").trim();
  NUMBER.lastIndex = 0;
  const match = NUMBER.exec(typed);
  if (match === null || match[0].length !== typed.length) return null;
  return canonical(match);
};

const canonical = (match: RegExpExecArray): string => {
  const [, annex, annexNumber, groups, sub] = match;
  const head = annex === undefined ? (groups ?? "") : `PL.${annexNumber ?? ""}`;
  const parts = (sub ?? "").toLowerCase().match(/[a-zđ]|\d+/gu) ?? [];
  return [head, ...parts].join(".");
};

export type ReadNumber = { readonly number: string; readonly end: number };

const startsUnit = (units: Lexicon, text: string, from: number): boolean =>
  /^ ?\p{L}/u.test(text.slice(from, from + 3)) &&
  matchPhraseAt(units, tokeniseNote(text.slice(from, from + UNIT_REACH)), 0) !== null;

/** "3,5 tỷ", "2,5 mô hình", "1,5 tháng": what stands here counts or measures. */
export const startsQuantity = (text: string, from: number): boolean => startsUnit(QUANTITIES, text, from);

/** The same place without the letter: "2.4 c đã xong" is task 2.4 told by *chị* when there is no 2.4.c. */
const withoutSub = (match: RegExpExecArray): ReadNumber => {
  const sub = match[4] ?? "";
  return {
    number: canonical(match)
      .split(".")
      .slice(0, -(sub.match(/[a-zđ]|\d+/giu) ?? []).length)
      .join("."),
    end: match.index + match[0].length - sub.length,
  };
};

/**
 * The task number that begins at this place. A quantity is none ("3.5 tỷ đồng"); a bare integer is one only where
 * the catalogue knows it, or after "nhiệm vụ", and something is said of it.
 */
export const readTaskNumberAt = (
  text: string,
  from: number,
  known: ReadonlySet<string> | null,
): ReadNumber | null => {
  PREFIX.lastIndex = from;
  const prefix = PREFIX.exec(text)?.[0] ?? "";
  NUMBER.lastIndex = from + prefix.length;
  const match = NUMBER.exec(text);
  if (match === null) return null;
  const sub = match[4] ?? "";
  const whole = { number: canonical(match), end: match.index + match[0].length };
  const letter = sub.replace(/[^a-zđ]/giu, "").toLowerCase();
  const isSpaced = sub.startsWith(" ");
  const isBare = !(match[3] ?? ".").includes(".");
  const spoken =
    known === null ? isSpaced && (isBare || letter === "e") : isSpaced && !known.has(whole.number);
  const isGlued = letter !== "" && !isSpaced && !sub.startsWith(".");
  if (isGlued && (isBare || NO_SUB_ITEM.has(letter)) && known?.has(whole.number) !== true) return null;
  const read = spoken ? withoutSub(match) : whole;
  const isExplicit = /\p{L}{2}/u.test(prefix) && !/^s[oố]/iu.test(prefix);
  if (/^\d+$/.test(read.number)) {
    if (isExplicit) return read;
    const rest = text.slice(read.end, read.end + UNIT_REACH);
    const saysSomething = /^(?: ?[:.)-])? ?[\p{L}\d]/u.test(rest);
    if (known?.has(read.number) !== true || !saysSomething) return null;
    return startsUnit(QUANTITIES, text, read.end) ? null : read;
  }
  return !isExplicit && startsUnit(MEASURES, text, read.end) ? null : read;
};
