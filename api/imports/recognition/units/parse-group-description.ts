import { beginsName, levelEnd } from "./match-name-starts.ts";
import type { UnitGrammar } from "./unit-phrase.ts";
import { BELONGING, OWNERS, QUALIFIERS, RELATED, REQUESTS, ROLES, SUPERIORS } from "./unit-vocabulary.ts";
import { CLOSE, type UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

const NEEDS_OWNER = /^(thuộc|của|ở|tại|trong|trong toàn|toàn|cấp|thuộc quyền quản lý|thuộc thẩm quyền)$/;
const isOwnerAt = (words: Words, at: number, grammar: UnitGrammar): boolean =>
  words[at]?.gap === "space" &&
  (OWNERS.at(words, at) ??
    SUPERIORS.at(words, at) ??
    QUALIFIERS.at(words, at) ??
    levelEnd(words, at, grammar)) !== null;

export type GroupDescription = {
  readonly end: number;
  readonly qualifiers: readonly string[];
  /** Only those of them that the task concerns. */
  readonly related: boolean;
  /** The folded words that say which ("co du an"); empty where "có liên quan" says nothing more. */
  readonly limit: string;
};

/** Index after "có dự án", "chủ trì soạn thảo": to the end of the clause; null where a name comes before it. */
const limitEnd = (words: Words, from: number, grammar: UnitGrammar): number | null => {
  if (grammar.running || words[from]?.gap !== "space" || words[from]?.capital) return null;
  let end = from;
  while (CLOSE.has(words[end]?.gap ?? "stop")) {
    if (beginsName(words, end, grammar) || REQUESTS.at(words, end) !== null) return null;
    end += 1;
  }
  return end;
};

const HAS = "có";
const ASSIGNED = /^được /;

/** What follows the noun of a group: whose they are, of what kind, and which of them are meant. */
export const parseGroupDescription = (words: Words, from: number, grammar: UnitGrammar): GroupDescription => {
  let end = from;
  let related = false;
  let owned = false;
  let limit = "";
  const qualifiers: string[] = [];
  const limitTo = (to: number): void => {
    limit = words
      .slice(end, to)
      .map(({ spelt }) => spelt.fold)
      .join(" ");
    related = true;
    end = to;
  };
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
      const more = ASSIGNED.test(marks.value) && ROLES.at(words, end) !== null;
      const stop = more ? limitEnd(words, end, grammar) : null;
      if (stop !== null) limitTo(stop);
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
    } else {
      const stop = words[end]?.spelt.shown === HAS ? limitEnd(words, end, grammar) : null;
      if (stop === null || stop < end + 2) break;
      limitTo(stop);
    }
  }
  return { end, qualifiers, related, limit };
};
