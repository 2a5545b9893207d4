import { DOMAINS, HEADS } from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

/** Words of a time or of a task's state: a name that holds one has swallowed a piece of another cell. */
const ELSEWHERE: ReadonlySet<string> = new Set(["tháng", "quý", "quí", "trước", "năm"]);
const ELSEWHERE_PAIRS: ReadonlySet<string> = new Set([
  "thuong xuyen",
  "hoan thanh",
  "dang ky",
  "dinh ky",
  "dot xuat",
  "cham nhat",
]);
const SWALLOWED = 0.7;
/** Under the bound that sends a field to a person. */
const ASKED = 0.78;
/** "Ban", "Tổ", "Đội" take any words; other heads are followed by a field or by a proper name. */
const TAKES_ANY = /^(?:ban|to|doi|lien|nha)$/;

const isSwallowed = (name: readonly UnitWord[]): boolean =>
  name.some(({ raw, spelt }, at) => {
    // "Khu phố Năm" is a name, "năm 2026" a time.
    if (ELSEWHERE.has(spelt.shown)) return /^\p{Ll}/u.test(raw) || /^\d/.test(name[at + 1]?.raw ?? "");
    return ELSEWHERE_PAIRS.has(`${spelt.fold} ${name[at + 1]?.spelt.fold ?? ""}`);
  });

/** Whether words in small letters follow the head that are no field of an office. */
const holdsPlainWords = (name: readonly UnitWord[], from: number): boolean => {
  for (let at = from; at < name.length; ) {
    const domain = DOMAINS.at(name, at);
    if (domain === null && name[at]?.capital === false && !/^\d/.test(name[at]?.raw ?? "")) return true;
    at = domain?.end ?? at + 1;
  }
  return false;
};

/** How sure a name is that only this document gives: less where it begins small, is one word, or holds a time. */
export const assessUnitName = (name: readonly UnitWord[], certainty: number): number => {
  const [first] = name;
  if (first === undefined) return 0;
  if (isSwallowed(name)) return Math.min(SWALLOWED, certainty);
  const head = HEADS.at(name, 0);
  const plain = holdsPlainWords(name, head?.end ?? 0);
  if (name.length === 1 || (plain && !first.capital)) return Math.min(ASKED, certainty);
  return plain && head !== null && !TAKES_ANY.test(first.spelt.fold) && name[head.end]?.capital === false
    ? Math.min(ASKED, certainty)
    : certainty;
};
