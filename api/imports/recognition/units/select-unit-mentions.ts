import { composeGroupKey, composeUnitKey } from "./compose-unit-key.ts";
import { selectNamePhrases } from "./select-name-phrases.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import type { UnitLexicon, UnitMention } from "./unit-lexicon.ts";

/** The units and groups of the lexicon that a running text names, in order, none inside another. */
export const findUnits = (text: string, lexicon: UnitLexicon): readonly UnitMention[] => {
  const { reader } = lexicon;
  const words = tokeniseUnitText(text, reader.abbreviations);
  return selectNamePhrases(words, reader.running).flatMap(({ phrase, at }) => {
    const from = words[at]?.from ?? 0;
    const to = words[phrase.end - 1]?.to ?? from;
    const keys = phrase.what === "unit" ? [composeUnitKey(phrase)] : phrase.parts.map(composeGroupKey);
    return keys.flatMap((key) => {
      const name = lexicon.spellings.get(key);
      return name === undefined ? [] : [{ name, from, to }];
    });
  });
};
