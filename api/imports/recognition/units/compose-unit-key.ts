import synonyms from "../../vocabulary/unit-synonyms.json" with { type: "json" };
import type { GroupPart, UnitPhrase } from "./unit-phrase.ts";
import { spellPhrase } from "./unit-words.ts";

const folded = (phrase: string): string =>
  spellPhrase(phrase)
    .map(({ fold }) => fold)
    .join(" ");

const DROPPED = synonyms.drop_before_department
  .map((words) => `${folded(words)} `)
  .sort((one, other) => other.length - one.length);
const SAME: ReadonlyMap<string, string> = new Map(
  Object.entries(synonyms.same).map(([words, same]) => [folded(words), folded(same)]),
);

const sameWords = (words: string): string => {
  const same = SAME.get(words);
  if (same !== undefined) return same;
  const start = DROPPED.find((dropped) => words.startsWith(dropped) && words.length > dropped.length);
  if (start === undefined) return words;
  const rest = words.slice(start.length);
  return SAME.get(rest) ?? rest;
};

const PARTY_TAIL = " dang uy";

/**
 * One key for all spellings of a unit: no "Phòng", "Bộ phận", "Công chức" before it, no commas, hyphens and "và" in
 * it, no level and no "Đảng ủy" after it. A body of the province or of another commune has its own.
 */
export const composeUnitKey = (
  phrase: Pick<UnitPhrase, "name" | "kind" | "superior" | "elsewhere">,
): string => {
  const words = phrase.name.map(({ spelt }) => spelt.fold).join(" ");
  const party = words.endsWith(PARTY_TAIL) && !/^(van phong|thuong truc|ban thuong vu)\b/.test(words);
  const own = sameWords(party ? words.slice(0, -PARTY_TAIL.length) : words);
  const above = phrase.superior === null ? own : `${own} ${folded(phrase.superior)}`;
  return phrase.elsewhere === null ? above : `${above} ${phrase.elsewhere}`;
};

/** Of a body of the province: the key without whose it is, since its document mostly says "UBND thành phố" alone. */
export const composeSuperiorKey = (phrase: Pick<UnitPhrase, "name" | "kind" | "superior">): string | null =>
  phrase.superior === null ? null : composeUnitKey({ ...phrase, elsewhere: null });

const WHOLE_CLASSES: ReadonlySet<string> = new Set(["service", "armed", "mass"]);

/** One key for all spellings of a group: what it holds, and whether only those concerned. */
export const composeGroupKey = (
  part: Pick<GroupPart, "class" | "nouns" | "qualifiers" | "related" | "limit">,
): string => {
  const words = WHOLE_CLASSES.has(part.class)
    ? []
    : [
        ...part.nouns,
        ...part.qualifiers.filter((words) => part.class !== "residential" || words.includes("vùng")),
      ].flatMap((phrase) => spellPhrase(phrase).map(({ fold }) => fold));
  const kept = [...new Set(words)].sort().join(" ");
  return `nhom:${part.class}:${kept}${part.related ? `:${part.limit || "lien quan"}` : ""}`;
};
