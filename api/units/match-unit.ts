import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { NamedUnit } from "./unit.ts";

type Spelled = Pick<NamedUnit, "spellings">;

export type UnitMatch<Unit extends Spelled = NamedUnit> =
  | { readonly kind: "found"; readonly unit: Unit }
  /** The spelling means several: the person chooses. */
  | { readonly kind: "ambiguous"; readonly candidates: readonly Unit[] }
  /** Nothing has that spelling; `close` holds those that share all its words, to be offered. */
  | { readonly kind: "unknown"; readonly close: readonly Unit[] };

const MOST_CANDIDATES = 8;

const wordsOf = (folded: string): readonly string[] => folded.match(/[\p{L}\p{N}]+/gu) ?? [];
const spoken = (text: string): string => wordsOf(foldVietnamese(text)).join(" ");

/**
 * Which unit or group a spelling means: by its name, its short name or an alias, without diacritics, case and
 * punctuation, or by the beginning of one name. Never guesses: words that only occur in a name make a candidate.
 */
export const matchUnit = <Unit extends Spelled>(
  spelling: string,
  units: readonly Unit[],
): UnitMatch<Unit> => {
  const wanted = spoken(spelling);
  if (wanted === "") return { kind: "unknown", close: [] };
  const read = units.map((unit) => ({ unit, spellings: unit.spellings.map(spoken) }));

  const exact = read.filter(({ spellings }) => spellings.includes(wanted)).map(({ unit }) => unit);
  const [first] = exact;
  if (first !== undefined && exact.length === 1) return { kind: "found", unit: first };
  if (exact.length > 1) return { kind: "ambiguous", candidates: exact };

  // "Văn phòng" is how people say "Văn phòng HĐND và UBND": the beginning of one name alone means that unit.
  const begun = read.filter(({ spellings }) => spellings.some((text) => text.startsWith(`${wanted} `)));
  const [only, another] = begun;
  if (only !== undefined && another === undefined) return { kind: "found", unit: only.unit };
  if (another !== undefined)
    return { kind: "ambiguous", candidates: begun.map(({ unit }) => unit).slice(0, MOST_CANDIDATES) };

  const words = wanted.split(" ");
  const close = read
    .filter(({ spellings }) =>
      spellings.some((text) => words.every((word) => text.split(" ").includes(word))),
    )
    .map(({ unit }) => unit);
  return { kind: "unknown", close: close.slice(0, MOST_CANDIDATES) };
};
