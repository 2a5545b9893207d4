import { parseSyllable } from "./readers/parse-syllable.ts";
import type { TypingSlip, Word } from "./typing-slip.ts";

const UNSPACED = /(?<=[\p{L}\p{M}\d”")\]])[,;](?=\p{L}[\p{L}\p{M}])/gu;
const SPACED = /(?<=[\p{L}\p{M}\d”")\]])[ \u00a0]{1,9}(?:[,;]|\.(?=\s|$))/gu;
const RUN = /[.,;:…]{2,}/gu;
const APART = /[,;][ \u00a0]{1,9}[,;.](?=\s|$)/gu;

/** "...", "…;", dots that leave room for what is filled in by hand. */
const RIGHT_RUN = /^(?:\.\.\.|…)[,;:]?$|^[.…]{4,}$|^…{2,}$/u;
const AT_THE_END = /^[\s”")]*$/u;

/** A blank that is missing or too many, punctuation typed twice: "phường,cộng đồng", "xã ,phường", ".;". */
export const detectPunctuationSlips = (text: string, words: readonly Word[]): readonly TypingSlip[] => [
  ...doubled(text),
  ...place(text, UNSPACED, "punctuation-unspaced"),
  ...joinedSentences(words),
  ...place(text, SPACED, "punctuation-spaced"),
];

/** "Quý I/2026,": something was to follow, or nothing was. */
export const detectDanglingComma = (text: string): readonly TypingSlip[] => {
  const end = text.trimEnd().length;
  return text.charAt(end - 1) === "," ? [{ code: "punctuation-dangling", from: end - 1, to: end }] : [];
};

const place = (text: string, pattern: RegExp, code: string): readonly TypingSlip[] =>
  [...text.matchAll(pattern)].map(({ 0: found, index }) => ({
    code,
    from: index,
    to: index + found.length,
  }));

const doubled = (text: string): readonly TypingSlip[] => [
  ...place(text, RUN, "punctuation-doubled").filter(({ from, to }) => isWrongRun(text, from, to)),
  ...place(text, APART, "punctuation-doubled"),
];

const isWrongRun = (text: string, from: number, to: number): boolean => {
  const run = text.slice(from, to);
  const before = text.slice(Math.max(0, from - 12), from);
  const after = text.slice(to, to + 12);
  // "…." ends a sentence twice; elsewhere it leaves room: "Số: …./KH-UBND".
  if (run === "…." || run === "....") return run === "…." && AT_THE_END.test(after);
  if (RIGHT_RUN.test(run)) return false;
  // "../../2026", "ngày .. tháng".
  if (/[\s/]$/u.test(before) || /^\s?\//u.test(after)) return false;
  // The dot belongs to an abbreviation: "v.v.,", "TP.;".
  return !(run.length === 2 && run.startsWith(".") && /(?:^|[\s.(/])(?:\p{L}|\p{Lu}{1,4})$/u.test(before));
};

/** "phường.Tổ chức"; not an address or an abbreviation: "Tp.Huế", "gov.vn". */
const joinedSentences = (words: readonly Word[]): readonly TypingSlip[] =>
  words.flatMap((word, at) => {
    const before = words[at - 1];
    if (word.gap !== "." || before === undefined) return [];
    const alone = !/[.@/_-]/u.test(`${before.gap.slice(-1)}${words[at + 1]?.gap.slice(0, 1) ?? ""}`);
    const capital = /^\p{Lu}/u.test(word.text) || /[^\0-\u007f]/u.test(before.lower + word.lower);
    return alone && capital && [before, word].every(isPlainSyllable)
      ? [{ code: "punctuation-unspaced", from: before.to, to: word.from }]
      : [];
  });

const isPlainSyllable = ({ text, lower }: Word): boolean =>
  text.length > 1 && text.slice(1) === lower.slice(1) && parseSyllable(lower) !== null;
