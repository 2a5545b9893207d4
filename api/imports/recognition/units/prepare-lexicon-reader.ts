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

/** Of a spelling that general vocabulary does not understand. */
const UNKNOWN = 0.82;

/** A spelling as a name to look for: without title and level. */
export const learnSpelling = (
  spelling: string,
  kind: UnitKind,
  source: LearnedName["source"],
  place: readonly string[] | null,
): LearnedName | null => {
  const words = tokeniseUnitText(spelling, GENERAL_ABBREVIATIONS);
  const phrase = parseUnitPhrase(words, 0, { names: GENERAL_NAMES_INDEX, place, running: false });
  const named = phrase?.end === words.length ? phrase.name : words;
  const certainty = source === "office" ? 0.97 : (phrase?.certainty ?? UNKNOWN);
  return named.length === 0 ? null : { words: named.map(({ spelt }) => spelt), kind, source, certainty };
};

/** The reader that knows what one document names. */
export const prepareLexiconReader = (
  units: readonly ReadUnit[],
  place: readonly string[] | null,
): UnitReader => {
  const learned = units.flatMap((unit) => {
    const { kind } = unit;
    if (unit.is_group || kind === "group") return [];
    const spellings = new Set([unit.name, ...unit.aliases]);
    return [...spellings].flatMap((spelling) => learnSpelling(spelling, kind, "document", place) ?? []);
  });
  return prepareUnitReader(learned, place);
};
