import { headAt, levelEnd } from "./match-name-starts.ts";
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
  OWNERS,
  QUALIFIERS,
  RELATED,
  SUPERIORS,
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

const NEEDS_OWNER = /^(thuộc|của|ở|tại|trong|trong toàn|toàn|cấp|thuộc quyền quản lý|thuộc thẩm quyền)$/;
const isOwnerAt = (words: Words, at: number, grammar: UnitGrammar): boolean =>
  words[at]?.gap === "space" &&
  (OWNERS.at(words, at) ??
    SUPERIORS.at(words, at) ??
    QUALIFIERS.at(words, at) ??
    levelEnd(words, at, grammar)) !== null;

type Described = { readonly end: number; readonly qualifiers: readonly string[]; readonly related: boolean };

const readDescription = (words: Words, from: number, grammar: UnitGrammar): Described => {
  let end = from;
  let related = false;
  let owned = false;
  const qualifiers: string[] = [];
  for (;;) {
    const gap = words[end]?.gap;
    if (gap !== "space" && gap !== "hyphen") break;
    const marks = RELATED.at(words, end);
    const level = marks === null ? levelEnd(words, end, grammar) : null;
    const belongs = BELONGING.at(words, end);
    const owner = owned ? OWNERS.at(words, end) : null;
    const quality = QUALIFIERS.at(words, end);
    const above = SUPERIORS.at(words, end);
    if (marks !== null) {
      related = true;
      end = marks.end;
    } else if (level !== null) end = level;
    else if (
      belongs !== null &&
      (!NEEDS_OWNER.test(belongs.value) || isOwnerAt(words, belongs.end, grammar))
    ) {
      owned = true;
      end = belongs.end;
    } else if (owner !== null) {
      if (owner.value === "đảng ủy") qualifiers.push("đảng");
      end = owner.end;
    } else if (quality !== null) {
      qualifiers.push(quality.value);
      end = quality.end;
    } else if (above !== null) {
      qualifiers.push(above.value);
      end = above.end;
    } else break;
  }
  return { end, qualifiers, related };
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
  from: number;
  to: number;
};

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
  while (noun !== null && count < MOST_NOUNS) {
    const last = parts.at(-1);
    const together = last === undefined ? null : classTogether(last.class, noun.value.class, described);
    bare ||= noun.value.bare;
    count += 1;
    const description = readDescription(words, noun.end, grammar);
    if (last !== undefined && together !== null) {
      last.class = together;
      last.nouns.push(noun.value.words);
      last.qualifiers.push(...description.qualifiers);
      last.to = description.end;
    } else
      parts.push({
        nouns: [noun.value.words],
        class: noun.value.class,
        qualifiers: [...description.qualifiers],
        related: false,
        from,
        to: description.end,
      });
    // "có liên quan" at the end says it of all that one "các" holds together.
    if (description.related) for (const part of parts) part.related = true;
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
        words: words.slice(part.from, part.to),
      }),
    ),
    certainty: determiner === null && !bare ? 0.85 : 0.95,
  };
};
