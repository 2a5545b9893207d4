import syllables from "../vocabulary/syllables.json" with { type: "json" };

const RIMES = new Set(syllables.rimes);
const ONSETS = new Set(syllables.onsets);
/** Longest first: "ngh" before "ng" before "n". */
const LONGEST_ONSET = 3;

const TONES = /[\u0300\u0301\u0303\u0309\u0323]/gu;

export type Syllable = { readonly onset: string; readonly rime: string };

/** Null for what Vietnamese spelling does not put together; its tone is not looked at. */
export const parseSyllable = (word: string): Syllable | null => {
  const bare = word.toLowerCase().normalize("NFD").replace(TONES, "").normalize("NFC");
  for (let length = Math.min(LONGEST_ONSET, bare.length); length >= 0; length -= 1) {
    const [onset, rime] = [bare.slice(0, length), bare.slice(length)];
    if (ONSETS.has(onset) && RIMES.has(rime)) return { onset, rime };
  }
  return null;
};
