const TONES = /[\u0300\u0301\u0303\u0309\u0323]/g;

/** Most words of a document stand in it many times; what is remembered of them is bounded. */
const MOST_REMEMBERED = 20_000;
const remembered = new Map<string, string>();

/** A word with its tone behind it, so that "uỷ" and "ủy" are one and "đội" and "đổi" are two. */
const toneKey = (word: string): string => {
  const known = remembered.get(word);
  if (known !== undefined) return known;
  const parts = word.toLowerCase().normalize("NFD");
  const key = parts.replace(TONES, "").normalize("NFC") + (parts.match(TONES)?.join("") ?? "");
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  if (word.length <= 40) remembered.set(word, key);
  return key;
};

export const keyWords = (text: string): readonly string[] =>
  (text.match(/[\p{L}\p{M}\p{N}&/]+/gu) ?? []).map(toneKey);

/** A phrase as one key. */
export const keyPhrase = (text: string): string => keyWords(text).join(" ");
