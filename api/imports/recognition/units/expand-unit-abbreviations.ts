import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import general from "../../vocabulary/unit-abbreviations.json" with { type: "json" };
import fields from "../../vocabulary/unit-field-letters.json" with { type: "json" };
import { type Gap, type SpeltWord, spellPhrase, spellWord } from "./unit-words.ts";

/** `letters`: those of an abbreviation, null for a plain word. */
type Pieces = readonly {
  readonly raw: string;
  readonly gap: Gap;
  readonly tight: boolean;
  readonly letters: string | null;
}[];

export type Abbreviations = {
  /**
   * The words that the first pieces stand for, and how many pieces those are; null when the first is a plain word
   * or its letters are unknown. `before`: the words just before it, because "KT" after "Phòng" is "Kinh tế".
   */
  readonly expand: (
    pieces: Pieces,
    before: readonly SpeltWord[],
    after: string | null,
  ) => { readonly words: readonly SpeltWord[]; readonly pieces: number } | null;
};

/** Capitals without a marked vowel: "QLDAĐTXD", "TDP". A syllable in capitals ("AN") only counts when it is known. */
const LETTERS = /^[A-ZĐ]{2,14}$/;
export const abbreviationLetters = (raw: string): string | null =>
  LETTERS.test(raw.normalize("NFC")) ? lettersOf(raw) : null;

const lettersOf = (text: string): string => foldVietnamese(text).replace(/[^a-z]/g, "");
const initialsOf = (words: readonly SpeltWord[]): string => words.map(({ fold }) => fold.charAt(0)).join("");

const GENERAL: ReadonlyMap<string, readonly SpeltWord[]> = new Map(
  Object.entries(general).map(([letters, words]) => [lettersOf(letters), spellPhrase(words)]),
);

/** "Địa chính - MT" is about the environment, "MT" alone is the Front. */
const FIELDS: ReadonlyMap<string, readonly SpeltWord[]> = new Map(
  Object.entries(fields.letters).map(([letters, words]) => [lettersOf(letters), spellPhrase(words)]),
);
const AFTER_FIELDS: ReadonlySet<string> = new Set(fields.after.map((words) => foldVietnamese(words)));
const isAfterField = (before: readonly SpeltWord[]): boolean =>
  AFTER_FIELDS.has(
    before
      .slice(-2)
      .map(({ fold }) => fold)
      .join(" "),
  );

const ROOM = spellWord("phòng");
const COMRADE = spellPhrase("đồng chí");

/** Initials of each name, whole ("bqldadtxd") and by the word that it opens with ("phong" → "vhxh"). */
const indexByInitials = (names: readonly (readonly SpeltWord[])[]) => {
  const whole = new Map<string, readonly SpeltWord[]>();
  const afterHead = new Map<string, readonly SpeltWord[]>();
  for (const words of names) {
    if (words.length >= 3) whole.set(initialsOf(words), whole.get(initialsOf(words)) ?? words);
    for (let head = 1; head <= 3 && head < words.length; head += 1) {
      const opening = words.slice(0, head).map(({ fold }) => fold);
      const key = `${opening.join(" ")}|${initialsOf(words.slice(head))}`;
      if (!afterHead.has(key)) afterHead.set(key, words.slice(head));
    }
  }
  return (letters: string, before: readonly SpeltWord[], alone: boolean): readonly SpeltWord[] | null => {
    for (let head = Math.min(3, before.length); head >= 1; head -= 1) {
      const opening = before.slice(-head).map(({ fold }) => fold);
      const found = afterHead.get(`${opening.join(" ")}|${letters}`);
      if (found !== undefined) return found;
    }
    return alone && letters.length >= 3 ? (whole.get(letters) ?? null) : null;
  };
};

/** "Hội CCB" is not "Hội Hội cựu chiến binh": what stands before is not said again. */
const withoutRepeat = (words: readonly SpeltWord[], before: readonly SpeltWord[]): readonly SpeltWord[] => {
  for (let many = Math.min(words.length - 1, before.length); many >= 1; many -= 1) {
    const end = before.slice(-many);
    if (end.every(({ fold }, at) => fold === words[at]?.fold)) return words.slice(many);
  }
  return words;
};

/** "Hội đồng BT, HT&TĐC": one name only where a head before it has a name with all these letters. */
export const isListed = ({ gap, tight }: Pieces[number]): boolean =>
  !tight && (gap === "comma" || gap === "and");

/**
 * Abbreviations are resolved by the initials of a name in the document first, then by the general list, then by the
 * initials of names that every office has.
 */
export const collectAbbreviations = (
  documentNames: readonly (readonly SpeltWord[])[],
  generalNames: readonly (readonly SpeltWord[])[],
): Abbreviations => {
  const inDocument = indexByInitials(documentNames);
  const inGeneral = indexByInitials(generalNames);
  const resolve = (letters: string, before: readonly SpeltWord[]): readonly SpeltWord[] | null =>
    inDocument(letters, before, !GENERAL.has(letters)) ??
    GENERAL.get(letters) ??
    inGeneral(letters, before, true);
  const resolveField = (letters: string, before: readonly SpeltWord[]): readonly SpeltWord[] | null =>
    inDocument(letters, before, false) ?? inGeneral(letters, before, false) ?? FIELDS.get(letters) ?? null;

  return {
    expand: (pieces, near, after) => {
      const [first] = pieces;
      if (first === undefined) return null;
      // Behind "và" stands another name, unless it goes on with the fields of a post.
      const before = first.gap === "and" && !isAfterField(near) ? [] : near;
      if (first.raw === "P" && after !== null && /^\p{Lu}/u.test(after)) return { words: [ROOM], pieces: 1 };
      if (first.raw.toLowerCase() === "đ" && after?.toLowerCase() === "c")
        return { words: COMRADE, pieces: 2 };
      if (first.letters === null) return null;
      const joined = (first.gap === "hyphen" || first.gap === "and") && isAfterField(before);
      for (let many = pieces.length; many >= 1; many -= 1) {
        const run = pieces.slice(0, many);
        const letters = run.map((piece) => piece.letters ?? "").join("");
        if (run.slice(1).some(isListed)) {
          const named = inDocument(letters, before, false) ?? inGeneral(letters, before, false);
          if (named === null) continue;
          return { words: named, pieces: many };
        }
        const field = joined ? resolveField(letters, before) : null;
        if (field !== null) return { words: field, pieces: many };
        // "HĐND&UBND" is two known abbreviations, "KT,HT&ĐT" one unknown one.
        const apart = many > 1 && run.every((piece) => GENERAL.has(piece.letters ?? ""));
        const tight = run.slice(1).every((piece) => piece.tight);
        if (apart && !GENERAL.has(letters)) continue;
        const hyphened = run.slice(1).every(({ gap }) => gap === "hyphen");
        const whole = hyphened ? inGeneral(letters, before, true) : null;
        if (!tight && !GENERAL.has(letters) && whole === null) continue;
        const words = resolve(letters, before);
        if (words !== null) return { words: withoutRepeat(words, before), pieces: many };
      }
      return null;
    },
  };
};
