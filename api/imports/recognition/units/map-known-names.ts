import type { KnownNames } from "../../known-names.ts";
import type { ReadUnit } from "../../reading.ts";
import { composeGroupKey, composeSuperiorKey, composeUnitKey } from "./compose-unit-key.ts";
import { parseGroupPhrase } from "./parse-group-phrase.ts";
import { learnSpelling } from "./prepare-lexicon-reader.ts";
import { tokeniseUnitText } from "./tokenise-unit-text.ts";
import { GENERAL_ABBREVIATIONS, GENERAL_NAMES_INDEX } from "./unit-grammar.ts";
import type { HomePlace } from "./unit-phrase.ts";
import { wordsOf } from "./unit-words.ts";

/** Whose document it is. */
export type Home = {
  readonly organization: string | null;
  readonly place: HomePlace | null;
  /** Another commune's than the one whose names are known. */
  readonly foreign: boolean;
};

type Known = { readonly name: string; readonly kind: ReadUnit["kind"] };
export type KnownIndex = ReadonlyMap<string, Known>;

/** Of "UBND phường", the commune itself. */
export const COMMUNE_KEY = "uy ban nhan dan";
/** Behind the key of a body above: the office knows it without whose it is ("UBND thành phố"). */
export const ANYWHERE = " *";

type Spelling = {
  readonly bare: string;
  readonly key: string;
  readonly above: string | null;
  readonly placed: boolean;
};

/** Every spelling that is of the same level and place as the unit's name: "UBND phường" is none of the city's. */
const spellingsOf = (unit: KnownNames["units"][number], place: HomePlace | null): readonly Spelling[] => {
  const read = [unit.name, ...unit.spellings].flatMap((spelling) => {
    const learned = learnSpelling(spelling, unit.kind, "office", place);
    if (learned === null) return [];
    const phrase = { ...learned, name: wordsOf(learned.words) };
    return {
      bare: composeUnitKey({ ...phrase, superior: null, elsewhere: null }),
      key: composeUnitKey(phrase),
      above: composeSuperiorKey(phrase),
      placed: learned.elsewhere !== null,
    };
  });
  const [name] = read;
  return read.filter(
    ({ bare, above, key, placed }) =>
      bare !== name?.bare ||
      (above === name.above && (key === name.key || (above !== null && !(placed && name.placed)))),
  );
};

/** Key → the office's own name for it. In another commune's document "UBND phường" and "UBND tỉnh" are that one's. */
export const mapKnownNames = (known: KnownNames, { place, foreign }: Home): KnownIndex => {
  const index = new Map<string, Known>();
  const sole = new Map<string, Known | null>();
  for (const { unit, spellings } of known.units.map((one) => ({
    unit: one,
    spellings: spellingsOf(one, place),
  }))) {
    const own = { name: unit.name, kind: unit.kind };
    for (const { key, above, placed } of spellings)
      if ((!foreign || above === null || placed) && (key !== COMMUNE_KEY || (place !== null && !foreign)))
        index.set(key, own);
    if (foreign) continue;
    for (const above of new Set(spellings.map((one) => one.above)))
      if (above !== null) {
        if (!spellings.some((one) => one.above === above && one.placed)) index.set(above + ANYWHERE, own);
        sole.set(above, sole.has(above) ? null : own);
      }
  }
  for (const [above, own] of sole) if (own !== null && !index.has(above)) index.set(above, own);
  for (const { name, spellings } of known.groups)
    for (const spelling of [name, ...spellings]) {
      const words = tokeniseUnitText(spelling, GENERAL_ABBREVIATIONS);
      const phrase = parseGroupPhrase(words, 0, { names: GENERAL_NAMES_INDEX, home: place, running: false });
      const [only, other] = phrase?.parts ?? [];
      if (only !== undefined && other === undefined)
        index.set(composeGroupKey(only), { name, kind: "group" });
    }
  return index;
};
