import { type Abbreviations, abbreviationLetters, isListed } from "./expand-unit-abbreviations.ts";
import { type Gap, isAnd, spellWord, type UnitWord } from "./unit-words.ts";

type Piece = {
  readonly raw: string;
  readonly gap: Gap;
  readonly tight: boolean;
  readonly from: number;
  readonly letters: string | null;
};

const PIECE = /[\p{L}\p{N}][\p{L}\p{M}\p{N}]*|\n|[^\s]/gu;
const GAP_OF: Readonly<Record<string, Gap>> = {
  "&": "and",
  "+": "and",
  "/": "and",
  ",": "comma",
  ";": "semicolon",
  "…": "stop",
  "\n": "line",
  "(": "open",
  "[": "open",
  ":": "stop",
  ".": "stop",
  "•": "semicolon",
  "*": "semicolon",
  "–": "hyphen",
  "—": "hyphen",
  "‑": "hyphen",
  "‐": "hyphen",
  "−": "hyphen",
  "-": "hyphen",
  "“": "stop",
  "”": "stop",
  '"': "stop",
  ")": "stop",
  "]": "stop",
};
const STRENGTH: readonly Gap[] = ["space", "hyphen", "comma", "and", "line", "open", "semicolon", "stop"];
const stronger = (one: Gap, other: Gap): Gap => {
  // A hyphen at a line's end cuts a name in two; one at a line's start lists.
  if (one === "hyphen" && other === "line") return "hyphen";
  return STRENGTH.indexOf(other) > STRENGTH.indexOf(one) ? other : one;
};

/** Words with the gap before each; "và" and "&" are gaps. */
const cutPieces = (text: string): readonly Piece[] => {
  const pieces: Piece[] = [];
  let gap: Gap = "line";
  let end = 0;
  let lastMark = -1;
  for (const { 0: raw, index: from } of text.matchAll(PIECE)) {
    const mark = GAP_OF[raw];
    // "P.VHXH" and "TT. Phục vụ": the point belongs to the abbreviation.
    if (raw === "." && end === from && ABBREVIATED.test(pieces.at(-1)?.raw ?? "")) {
      end = from + 1;
    } else if (mark !== undefined) {
      gap = stronger(gap, mark);
      lastMark = from;
    } else if (isAnd(raw)) {
      gap = stronger(gap, "and");
      lastMark = -1;
      end = -1;
    } else if (/^[\p{L}\p{N}]/u.test(raw)) {
      // "HĐND&UBND", "VH-XH" and "KT,HT&ĐT" have nothing but the mark between them.
      const tight = gap !== "space" && lastMark === end && lastMark === from - 1;
      pieces.push({ raw, gap, tight, from, letters: abbreviationLetters(raw) });
      gap = "space";
      end = from + raw.length;
      lastMark = -1;
    }
  }
  return pieces;
};

const ABBREVIATED = /^(P|CC|TT|BCH|VP|UB|TP|Đ|đ|BQL|TDP|KP)$/;
/** "01-CTr/BXDĐ", "371/QĐ-UBND": the letters of a document's number name nobody. */
const DOCUMENT_NUMBER = /(?<!\d)\d{1,8}\s{0,2}[-/–]\s?\p{Lu}[^\s,;)]*/gu;
/** "Ban Chỉ đạo phong trào “Toàn dân …”": the quoted words belong to the name. */
const QUOTED_SUBJECT =
  /(?:phong trào|cuộc vận động|chương trình|đề án|mô hình|cuộc thi|hội thi)\s{1,3}[“"][^”“"\n]{1,160}[”"]/giu;
const MARKED_LETTER = /(?![a-z])\p{Ll}|\p{M}/u;
const MOST_PIECES = 8;

const wordOf = (piece: Piece, unmarked: boolean): UnitWord => ({
  spelt: spellWord(piece.raw),
  raw: piece.raw,
  gap: piece.gap,
  from: piece.from,
  to: piece.from + piece.raw.length,
  capital: /^\p{Lu}/u.test(piece.raw),
  abbreviated: false,
  unmarked,
});

/** The words of a text in order, abbreviations written out where their letters are known. */
export const tokeniseUnitText = (text: string, abbreviations: Abbreviations): readonly UnitWord[] => {
  const pieces = cutPieces(
    text
      .replaceAll("(bà)", " bà ")
      .replace(DOCUMENT_NUMBER, (number) => "#".repeat(number.length))
      .replace(QUOTED_SUBJECT, (subject) => subject.replace(/[“”"]/g, " ")),
  );
  const unmarked = !MARKED_LETTER.test(text);
  const words: UnitWord[] = [];
  for (let at = 0; at < pieces.length; ) {
    const piece = pieces[at];
    if (piece === undefined) break;
    const run = [piece];
    if (piece.letters !== null) {
      while (run.length < MOST_PIECES) {
        const next = pieces[at + run.length];
        if (next === undefined || next.letters === null) break;
        if (next.gap !== "space" && next.gap !== "hyphen" && !next.tight && !isListed(next)) break;
        run.push(next);
      }
    }
    const found = abbreviations.expand(
      run,
      piece.gap === "space" || piece.gap === "stop" || piece.gap === "hyphen" || piece.gap === "and"
        ? words.slice(-3).map(({ spelt }) => spelt)
        : [],
      pieces[at + 1]?.raw ?? null,
    );
    if (found === null) {
      words.push(wordOf(piece, unmarked));
      at += 1;
      continue;
    }
    const last = pieces[at + found.pieces - 1] ?? piece;
    found.words.forEach((spelt, position) => {
      words.push({
        spelt,
        raw: text.slice(piece.from, last.from + last.raw.length),
        gap: position === 0 ? piece.gap : "space",
        from: piece.from,
        to: last.from + last.raw.length,
        capital: true,
        abbreviated: true,
        unmarked: false,
      });
    });
    at += found.pieces;
  }
  return words;
};
