import { headAt, levelEnd } from "./match-name-starts.ts";
import { parseGroupDescription } from "./parse-group-description.ts";
import type { GroupPart, GroupPhrase, UnitGrammar } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import {
  BELONGING,
  DETERMINERS,
  DOMAINS,
  GROUP_NOUNS,
  type GroupClass,
  type GroupNoun,
  HEADS,
  QUALIFIERS,
  RELATED,
} from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];
type Noun = { readonly value: GroupNoun; readonly end: number };

/** "hội" opens "Hội Nông dân", too: then it is one unit's name and no noun of a group. */
const opensOneName = (
  words: Words,
  noun: Noun,
  at: number,
  grammar: UnitGrammar,
  counted: boolean,
): boolean => {
  const known = grammar.names.at(words, at, WITHIN_NAME);
  const after = words[known?.end ?? words.length];
  // "Các trường TH, THCS trên địa bàn" are kinds of school, "Các trường Tiểu học Kim Đồng, …" names.
  const kinds = counted && noun.value.class === "school" && !(after?.gap === "space" && after.capital);
  if (known !== null && known.end > noun.end && !known.value.headless && !kinds) return true;
  const next = words[noun.end];
  if (next === undefined || next.gap !== "space") return false;
  if (noun.value.class === "residential" && (/^\d/.test(next.raw) || next.spelt.tone === "số")) return true;
  if (headAt(words, at) === null && noun.value.class !== "school") return false;
  const describes =
    QUALIFIERS.at(words, noun.end) ?? BELONGING.at(words, noun.end) ?? RELATED.at(words, noun.end);
  if (describes !== null || levelEnd(words, noun.end, grammar) !== null) return false;
  return next.capital || DOMAINS.at(words, noun.end) !== null;
};

const nounAt = (words: Words, at: number, grammar: UnitGrammar, counted = false): Noun | null => {
  const noun = GROUP_NOUNS.at(words, at);
  if (noun === null || opensOneName(words, noun, at, grammar, counted)) return null;
  // "tổ chức hội họp": the noun's last word belongs to the next.
  const other = words[noun.end]?.gap === "space" ? HEADS.at(words, noun.end - 1) : null;
  return other?.end === noun.end && other.value.not.at(words, noun.end) !== null ? null : noun;
};

/** "Già làng, trưởng buôn": after the elders the head of a village is one of them, and no unit of his own. */
const villageHeadAt = (words: Words, at: number, before: string | undefined): Noun | null => {
  if (before === undefined || !/^(?:già làng|người có uy tín|chức sắc)/.test(before)) return null;
  const place = words[at]?.spelt.shown === "trưởng" ? GROUP_NOUNS.at(words, at + 1) : null;
  if (place?.value.class !== "residential") return null;
  return { value: { words: `trưởng ${place.value.words}`, class: "other", bare: true }, end: place.end };
};

const CENTRES = "trung tâm";

/** "Các phòng, trung tâm, đơn vị sự nghiệp": who names both counts the centres to the offices. */
const classAt = (words: Words, noun: Noun, grammar: UnitGrammar): GroupClass => {
  const listed = noun.value.words === CENTRES && words[noun.end]?.gap === "comma";
  const next = listed ? nounAt(words, noun.end, grammar) : null;
  return next?.value.class === "service" ? "department" : noun.value.class;
};

/** "ban, ngành, đoàn thể" is one group, "phòng, đơn vị và đơn vị sự nghiệp" are two. */
const classTogether = (one: GroupClass, other: GroupClass, described: boolean): GroupClass | null => {
  if (one === other) return one;
  if (described) return null;
  if (one === "department" && (other === "mass" || other === "other")) return other === "mass" ? one : other;
  if (one === "mass" && other === "department") return other;
  return one === "other" && other === "department" ? one : null;
};

/** "Lực lượng vũ trang" and "Đơn vị sự nghiệp công lập" need no "các"; "khu dân cư" may be any. */
const isBareInRunning = (words: Words, from: number, end: number): boolean => {
  const noun = GROUP_NOUNS.at(words, from);
  if (noun?.value.bare !== true || noun.end - from < 2) return false;
  const sure = noun.value.class === "service" || noun.value.class === "armed" || noun.value.class === "mass";
  return sure || (words[from]?.capital === true && end > from && noun.value.class !== "other");
};

/** Real phrases list up to ten. */
const MOST_NOUNS = 24;

type DraftPart = {
  nouns: string[];
  class: GroupClass;
  qualifiers: string[];
  related: boolean;
  limit: string;
  from: number;
  to: number;
};

const SURELY_GROUP = 0.95;
const UNSURELY_GROUP = 0.85;
/** Just under the bound that sends a field to a person: which units are meant, only the office knows. */
const UNSETTLED = 0.78;

/** "Các phòng, trung tâm, đơn vị sự nghiệp": whether the centres go with what stands before or behind them. */
const isOpenList = (parts: readonly DraftPart[]): boolean =>
  parts.some(
    (part, at) =>
      part.class === "department" && part.nouns.at(-1) === CENTRES && parts[at + 1]?.class === "service",
  );

/** A phrase that names units together ("Các phòng, đơn vị trực thuộc phường và ĐVSNCL trực thuộc có liên quan"). */
export const parseGroupPhrase = (words: Words, at: number, grammar: UnitGrammar): GroupPhrase | null => {
  const determiner = DETERMINERS.at(words, at);
  const start = determiner?.end ?? at;
  let noun = nounAt(words, start, grammar, determiner !== null);
  if (noun === null) return null;
  const parts: DraftPart[] = [];
  let end = noun.end;
  let count = 0;
  let described = false;
  let from = at;
  let bare = false;
  let limited = false;
  while (noun !== null && count < MOST_NOUNS) {
    const last = parts.at(-1);
    const own = last?.class === "department" ? classAt(words, noun, grammar) : noun.value.class;
    const together = last === undefined ? null : classTogether(last.class, own, described);
    bare ||= noun.value.bare;
    count += 1;
    const description = parseGroupDescription(words, noun.end, grammar);
    if (last !== undefined && together !== null) {
      last.class = together;
      last.nouns.push(noun.value.words);
      last.qualifiers.push(...description.qualifiers);
      last.to = description.end;
    } else
      parts.push({
        nouns: [noun.value.words],
        class: own,
        qualifiers: [...description.qualifiers],
        related: false,
        limit: "",
        from,
        to: description.end,
      });
    // "có liên quan" at the end says it of all that one "các" holds together.
    if (description.related)
      for (const part of parts) {
        part.related = true;
        part.limit = description.limit;
      }
    limited ||= description.limit !== "";
    described = description.end > noun.end;
    end = description.end;
    const next = words[end];
    if (next === undefined || !["comma", "and", "hyphen"].includes(next.gap)) break;
    from = end;
    noun = nounAt(words, end, grammar) ?? villageHeadAt(words, end, parts.at(-1)?.nouns.at(-1));
    if (noun === null && DETERMINERS.at(words, end) === null) break;
  }
  if (determiner === null && !(grammar.running ? isBareInRunning(words, start, end) : bare || count > 1))
    return null;
  return {
    what: "group",
    end,
    parts: parts.map(
      (part): GroupPart => ({
        nouns: part.nouns,
        class: part.qualifiers.includes("đảng") ? "other" : part.class,
        qualifiers: part.qualifiers,
        related: part.related,
        limit: part.limit,
        words: words.slice(part.from, part.to),
      }),
    ),
    certainty:
      limited || isOpenList(parts) ? UNSETTLED : determiner === null && !bare ? UNSURELY_GROUP : SURELY_GROUP,
  };
};
