import { foldVietnamese } from "../shared/normalise-vietnamese.ts";

/** A word of a note: folded to be found by, typed (composed, small letters) to be told from its look-alikes. */
export type SpokenWord = { readonly folded: string; readonly typed: string };

type Syllable = { readonly folded: string; readonly letters: readonly string[]; readonly tone: string };
type Phrase = {
  readonly syllables: readonly Syllable[];
  readonly spelling: string;
  /** Without its marks it would be an everyday word of another meaning. */
  readonly needsMarks: boolean;
};

/** Phrases by their first folded word. */
export type Lexicon = ReadonlyMap<string, readonly Phrase[]>;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

const syllable = (word: SpokenWord): Syllable => {
  const apart = word.typed.normalize("NFD").replace(/\p{Cf}/gu, "");
  return {
    folded: word.folded,
    letters: [...apart.replace(TONES, "").normalize("NFC")],
    tone: (apart.match(TONES) ?? []).join(""),
  };
};

/**
 * Whether a typed word can be the one that is meant: every mark that was typed must be there, marks left out are
 * forgiven. So "dang" and "đang" may be *đang*, "Đảng" and "đăng" never are; where the tone sits does not matter.
 */
const canMean = (typed: SpokenWord, meant: Syllable): boolean => {
  if (typed.folded !== meant.folded) return false;
  if (typed.typed === typed.folded) return true;
  const { letters, tone } = syllable(typed);
  if (tone !== "" && tone !== meant.tone) return false;
  return letters.every(
    (letter, at) => letter === meant.letters[at] || letter === foldVietnamese(meant.letters[at] ?? ""),
  );
};

/** Letters and digits part: "m2" is two words, as in a note. */
const WORDS = /\p{L}+|\d+/gu;

/** *chờ* is not "cho", *khó* not "kho", *mốt* not "một" without its mark. Inside a longer phrase they are plain enough. */
const NEEDS_MARKS = new Set(["chờ", "khó", "mốt", "nhờ"]);

export const compileLexicon = (spellings: readonly string[]): Lexicon => {
  const lexicon = new Map<string, Phrase[]>();
  for (const spelling of spellings) {
    const words = spelling.normalize("NFC").match(WORDS) ?? [];
    const syllables = words.map((word) => syllable({ folded: foldVietnamese(word), typed: word }));
    const first = syllables[0]?.folded ?? "";
    lexicon.set(first, [
      ...(lexicon.get(first) ?? []),
      { syllables, spelling, needsMarks: NEEDS_MARKS.has(spelling) },
    ]);
  }
  for (const phrases of lexicon.values()) phrases.sort((a, b) => b.syllables.length - a.syllables.length);
  return lexicon;
};

export type PhraseMatch = { readonly from: number; readonly to: number; readonly spelling: string };

/** The longest phrase that begins at this word; null when none does. */
export const matchPhraseAt = (
  lexicon: Lexicon,
  words: readonly SpokenWord[],
  from: number,
): PhraseMatch | null => {
  const candidates = lexicon.get(words[from]?.folded ?? "");
  if (candidates === undefined) return null;
  const found = candidates.find(
    (phrase) =>
      phrase.syllables.every((meant, step) => {
        const word = words[from + step];
        return word !== undefined && canMean(word, meant);
      }) &&
      (!phrase.needsMarks || words[from]?.typed !== words[from]?.folded),
  );
  return found === undefined ? null : { from, to: from + found.syllables.length, spelling: found.spelling };
};

/** From left to right, the longest at each place, none inside another. */
export const matchPhrases = (lexicon: Lexicon, words: readonly SpokenWord[]): PhraseMatch[] => {
  const matches: PhraseMatch[] = [];
  for (let at = 0; at < words.length; ) {
    const match = matchPhraseAt(lexicon, words, at);
    if (match !== null) matches.push(match);
    at = match === null ? at + 1 : match.to;
  }
  return matches;
};

export const holdsPhrase = (lexicon: Lexicon, words: readonly SpokenWord[]): boolean =>
  words.some((_, at) => matchPhraseAt(lexicon, words, at) !== null);
