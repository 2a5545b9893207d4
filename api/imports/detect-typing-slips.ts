import { detectImpossibleDates } from "./detect-impossible-dates.ts";
import { detectImpossibleSyllables } from "./detect-impossible-syllables.ts";
import { detectLostCapitals } from "./detect-lost-capitals.ts";
import { detectDanglingComma, detectPunctuationSlips } from "./detect-punctuation-slips.ts";
import { detectRepeatedSyllables } from "./detect-repeated-syllables.ts";
import { detectUnpairedMarks } from "./detect-unpaired-marks.ts";
import { tokeniseWords } from "./tokenise-words.ts";
import type { TypingSlip } from "./typing-slip.ts";

/** What a proofreader would underline in a text in composed form, in its order; nothing is underlined twice. */
export const detectTypingSlips = (text: string): readonly TypingSlip[] =>
  withoutOverlaps([...detectWithinLine(text), ...detectUnpairedMarks(text), ...detectDanglingComma(text)]);

/** For one line of a longer text: a quotation that opens there may end in another. */
export const detectTypingSlipsInLine = (line: string): readonly TypingSlip[] =>
  withoutOverlaps(detectWithinLine(line));

const detectWithinLine = (text: string): readonly TypingSlip[] => {
  const words = tokeniseWords(text);
  return [
    ...detectImpossibleDates(text),
    ...detectRepeatedSyllables(words),
    ...detectImpossibleSyllables(text, words),
    ...detectLostCapitals(words),
    ...detectPunctuationSlips(text, words),
  ];
};

/** Of two at one place the one that begins first, the earlier rule before the later. */
const withoutOverlaps = (slips: readonly TypingSlip[]): readonly TypingSlip[] => {
  let end = 0;
  return slips
    .toSorted((one, other) => one.from - other.from)
    .filter(({ from, to }) => {
      const free = from >= end;
      if (free) end = to;
      return free;
    });
};
