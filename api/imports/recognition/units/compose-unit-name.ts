import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import synonyms from "../../vocabulary/unit-synonyms.json" with { type: "json" };
import { composeUnitKey } from "./compose-unit-key.ts";
import type { UnitSighting } from "./unit-sighting.ts";
import { GENERAL_NAMES, type GeneralName, LEVELS, SUPERIORS } from "./unit-vocabulary.ts";
import { spellPhrase, wordsOf } from "./unit-words.ts";

const capitalised = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);

/** As it is shown: composed letters, single spaces, hyphens of a list of fields with spaces round them. */
export const tidyUnitName = (text: string): string =>
  capitalised(
    text
      .normalize("NFC")
      .replace(/\s+/g, " ")
      .replace(/ ?[–—‑‐−-] ?/g, " - ")
      .replace(/^[\s,;.:-]+|[\s,;.:-]+$/g, ""),
  );

const GENERAL_BY_KEY: ReadonlyMap<string, readonly GeneralName[]> = (() => {
  const byKey = new Map<string, GeneralName[]>();
  for (const known of GENERAL_NAMES) {
    const key = composeUnitKey({
      name: wordsOf(known.words),
      kind: known.kind,
      superior: null,
      elsewhere: null,
    });
    byKey.set(key, [...(byKey.get(key) ?? []), known]);
  }
  return byKey;
})();

const ALWAYS_SHORT = /^(HĐND|UBND)$/;
/** Official papers write "Văn phòng HĐND và UBND"; other abbreviations are written out. */
const isSpeltOut = ({ words }: UnitSighting): boolean =>
  words.every(
    (word) => !word.abbreviated || word.raw.split(/[^\p{L}]+/u).every((one) => ALWAYS_SHORT.test(one)),
  );

const foldsOf = (sighting: UnitSighting): string => sighting.words.map(({ spelt }) => spelt.fold).join(" ");
const capitals = (text: string): number => (text.match(/\p{Lu}/gu) ?? []).length;

/** The fullest first; of those as full, the one with more capitals, unless all of it is in capitals. */
const fuller = (one: UnitSighting, other: UnitSighting): number =>
  other.words.length - one.words.length ||
  Number(one.text === one.text.toUpperCase()) - Number(other.text === other.text.toUpperCase()) ||
  capitals(other.text) - capitals(one.text);

const sayWords = ({ words }: UnitSighting): string => {
  const said: string[] = [];
  for (const word of words) {
    const before = word.gap === "and" && said.length > 0 ? "và " : "";
    const mark = word.gap === "hyphen" && said.length > 0 ? "- " : "";
    if (word.gap === "comma" && said.length > 0) said[said.length - 1] += ",";
    said.push(`${before}${mark}${word.abbreviated ? word.spelt.shown : word.raw}`);
  }
  return said.join(" ");
};

/** The official spelling of the general list when the words are the same: it has the hyphens and capitals right. */
const generalSpelling = (key: string, words: string): string | null => {
  const same = (GENERAL_BY_KEY.get(key) ?? []).find(
    (known) => known.words.map(({ fold }) => fold).join(" ") === words,
  );
  return same?.name ?? null;
};

/** "Công chức Tư pháp - Hộ tịch": the post as the general list writes it behind the word for who holds it. */
const sayPost = (said: string, key: string): string => {
  const holder = /^(?:công chức|cán bộ|bộ phận)(?= )/iu.exec(said.normalize("NFC"))?.[0];
  const post = holder === undefined ? undefined : GENERAL_BY_KEY.get(key)?.[0];
  return holder === undefined || post === undefined ? said : `${holder} ${post.name}`;
};

/** Bodies whose official name hardly anybody writes in a table. */
const OFFICIAL: ReadonlyMap<string, string> = new Map(
  Object.entries(synonyms.official).map(([words, name]) => [foldVietnamese(words), name]),
);

/** "THÀNH PHỐ" of a heading; a place's capitals are left as they are. */
const lowerLevel = (level: string | null): string | null => {
  const words = wordsOf(spellPhrase(level ?? ""));
  const alone = (LEVELS.at(words, 0) ?? SUPERIORS.at(words, 0))?.end === words.length;
  return alone ? (level?.toLowerCase() ?? null) : level;
};

/** The canonical name of a unit: the fullest official spelling seen, abbreviations written out, its level after it. */
export const composeUnitName = (
  key: string,
  sightings: readonly UnitSighting[],
  level: string | null,
): string => {
  const levels = sightings.flatMap((one) => one.level ?? []);
  const seen = levels.find((one) => one !== one.toUpperCase()) ?? lowerLevel(levels[0] ?? null);
  const after = (name: string, own: string | null): string => (own === null ? name : `${name} ${own}`);
  const official = OFFICIAL.get(key);
  if (official !== undefined) return after(official, seen ?? level);
  const spelt = sightings.filter(isSpeltOut).sort(fuller)[0];
  if (spelt !== undefined)
    return after(generalSpelling(key, foldsOf(spelt)) ?? tidyUnitName(spelt.text), seen);
  const headed = (GENERAL_BY_KEY.get(key) ?? []).find((known) => !known.headless);
  const [first] = [...sightings].sort(fuller);
  const general = first === undefined ? null : generalSpelling(key, foldsOf(first));
  return after(
    general ?? headed?.name ?? tidyUnitName(first === undefined ? key : sayPost(sayWords(first), key)),
    seen,
  );
};

/** Says that it is many, or needs no word for it: "người lao động", "lực lượng vũ trang". */
const PLURAL =
  /^(?:các|những|mọi|toàn|tất cả|một số|từng|mỗi|người|cán bộ|công chức|viên chức|lực lượng)(?!\p{L})/iu;

/** "ĐVSNCL trực thuộc" is shown as "Các đơn vị sự nghiệp công lập trực thuộc". */
export const composeGroupName = (sightings: readonly UnitSighting[]): string => {
  const first = sightings.filter(isSpeltOut).sort(fuller)[0] ?? [...sightings].sort(fuller)[0];
  if (first === undefined) return "";
  const text = tidyUnitName(isSpeltOut(first) ? first.text : sayWords(first));
  const plural = PLURAL.test(text) ? text : `Các ${text.charAt(0).toLowerCase()}${text.slice(1)}`;
  const related =
    first.group?.related === true &&
    first.group.limit === "" &&
    !/liên quan|được (giao|phân công)/iu.test(plural);
  return related ? `${plural} có liên quan` : plural;
};
