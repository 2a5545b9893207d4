import type { UnitKind } from "../../../units/unit.ts";
import type { ReadUnit } from "../../reading.ts";
import { parseUnitPhrase } from "./parse-unit-phrase.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import {
  GENERAL_ABBREVIATIONS,
  GENERAL_NAMES_INDEX,
  type LearnedName,
  prepareUnitReader,
  type UnitReader,
} from "./unit-grammar.ts";
import type { HomePlace, UnitPhrase } from "./unit-phrase.ts";

/** Of a spelling that general vocabulary does not understand. */
const UNKNOWN = 0.82;

/** A spelling as a name to look for, without title and level, and the bodies above or elsewhere that those tell of. */
export const learnSpelling = (
  spelling: string,
  kind: UnitKind,
  source: LearnedName["source"],
  home: HomePlace | null,
): (LearnedName & Pick<UnitPhrase, "superior" | "elsewhere">) | null => {
  const words = tokeniseUnitText(spelling, GENERAL_ABBREVIATIONS);
  const phrase = parseUnitPhrase(words, 0, { names: GENERAL_NAMES_INDEX, home, running: false });
  const whole = phrase?.end === words.length ? phrase : null;
  const named = whole?.name ?? words;
  const certainty = source === "office" ? 0.97 : (phrase?.certainty ?? UNKNOWN);
  if (named.length === 0) return null;
  const { superior, elsewhere } = whole ?? { superior: null, elsewhere: null };
  return { words: named.map(({ spelt }) => spelt), kind, source, certainty, superior, elsewhere };
};

/** The reader that knows what one document names. */
export const prepareLexiconReader = (units: readonly ReadUnit[], home: HomePlace | null): UnitReader => {
  const learned = units.flatMap((unit) => {
    const { kind } = unit;
    if (unit.is_group || kind === "group") return [];
    const spellings = new Set([unit.name, ...unit.aliases]);
    return [...spellings].flatMap((spelling) => learnSpelling(spelling, kind, "document", home) ?? []);
  });
  return prepareUnitReader(learned, home);
};
