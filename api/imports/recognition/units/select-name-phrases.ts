import { parseNamePhrase } from "./parse-name-phrase.ts";
import type { NamePhrase, UnitGrammar } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import { COMPOUNDS, DOMAINS } from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

/** All names in a running text, in order, none inside another. */
export const selectNamePhrases = (
  words: readonly UnitWord[],
  grammar: UnitGrammar,
): readonly { readonly phrase: NamePhrase; readonly at: number }[] => {
  const found: { readonly phrase: NamePhrase; readonly at: number }[] = [];
  for (let at = 0; at < words.length; ) {
    const compound = COMPOUNDS.at(words, at);
    const known = compound === null ? null : grammar.names.at(words, at, WITHIN_NAME);
    if (compound !== null && (known?.end ?? 0) <= compound.end) {
      at = compound.end;
      continue;
    }
    const phrase = parseNamePhrase(words, at, grammar);
    if (phrase !== null) found.push({ phrase, at });
    at = phrase?.end ?? DOMAINS.at(words, at)?.end ?? at + 1;
  }
  return found;
};
