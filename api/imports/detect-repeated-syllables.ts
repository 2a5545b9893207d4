import type { TypingSlip, Word } from "./typing-slip.ts";
import vocabulary from "./vocabulary/typing.json" with { type: "json" };

const REDUPLICATIONS = new Set(vocabulary.reduplications);
const REPEATED_WORDS = new Set(vocabulary.repeated_words);
const WORD_BEGINNINGS = new Set(vocabulary.word_beginnings);
const FUNCTION_WORDS = new Set(vocabulary.function_words);

const LETTERS = /^[\p{L}\p{M}]{2,}$/u;
const BLANK = /^\s+$/u;
const ROMAN = /^[ivxlc]+$/u;
/** "ở ở": a word of one letter that is no label of an item. */
const ACCENTED_LETTER = /^[^\0-\u007fđ]$/u;

/** "dân dân", "của của", "công tác công tác". A name begins anew with its capital: "xã Xã Đàn". */
export const detectRepeatedSyllables = (words: readonly Word[]): readonly TypingSlip[] =>
  words.flatMap((word, at): readonly TypingSlip[] => {
    const before = words[at - 1];
    if (before === undefined || !follows(word)) return [];
    if (isSame(before, word) && !REDUPLICATIONS.has(word.lower) && !isNextWord(words, at))
      return [slipOf(before, word)];
    const [first, second] = [words[at - 3], words[at - 2]];
    return first !== undefined &&
      second !== undefined &&
      [second, before].every(follows) &&
      isSame(first, before) &&
      isSame(second, word) &&
      second.lower !== before.lower &&
      !REPEATED_WORDS.has(`${before.lower} ${word.lower}`)
      ? [slipOf(first, word)]
      : [];
  });

const slipOf = (first: Word, last: Word): TypingSlip => ({
  code: "syllable-repeated",
  from: first.from,
  to: last.to,
});

const follows = ({ gap }: Word): boolean => BLANK.test(gap);

const isSame = (one: Word, other: Word): boolean =>
  one.lower === other.lower &&
  (LETTERS.test(other.text) || ACCENTED_LETTER.test(other.text)) &&
  !ROMAN.test(other.lower) &&
  (other.text === other.lower || (one.text === other.text && other.text === other.text.toUpperCase()));

/** "thực hiện hiện đại hóa": one word ends and another begins with the same syllable. */
const isNextWord = (words: readonly Word[], at: number): boolean => {
  const [before, word, after] = [words[at - 2], words[at], words[at + 1]];
  return (
    word !== undefined &&
    after !== undefined &&
    follows(after) &&
    (isNumberOf(word, after) ||
      (WORD_BEGINNINGS.has(`${word.lower} ${after.lower}`) &&
        before !== undefined &&
        !FUNCTION_WORDS.has(before.lower)))
  );
};

/** "Luật Công nghiệp công nghệ số số 71/2025/QH15". */
const isNumberOf = (word: Word, after: Word): boolean => word.lower === "số" && /^\d/u.test(after.text);
