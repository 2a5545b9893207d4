import { headAt } from "./match-name-starts.ts";
import { parseGroupPhrase } from "./parse-group-phrase.ts";
import type { GroupPhrase, UnitGrammar } from "./unit-phrase.ts";
import type { PhraseIndex } from "./unit-phrases.ts";
import {
  COMPOUNDS,
  DETERMINERS,
  GROUP_NOUNS,
  type GroupClass,
  HEADS,
  IN_EACH_SCHOOL,
  IN_EACH_VILLAGE,
  TITLES,
} from "./unit-vocabulary.ts";
import type { UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

/** Between the body's first word and the villages: "công nghệ số cộng đồng". */
const MOST_BETWEEN = 6;
const CERTAINTY = 0.9;
/** "Ban nhân dân ấp" may be one hamlet's or every hamlet's. */
const ONE_KIND = 0.82;

/** Places that have such a body each, by their class; "các" must stand before schools and firms. */
const PLACES: ReadonlyMap<GroupClass, PhraseIndex<string>> = new Map([
  ["residential", IN_EACH_VILLAGE],
  ["school", IN_EACH_SCHOOL],
  ["other", IN_EACH_SCHOOL],
]);

/** The first words of what every place has one of; "tổ chức" and "đội ngũ" are other words. */
const bodyAt = (words: Words, at: number): { readonly end: number } | null => {
  const body = IN_EACH_VILLAGE.at(words, at) ?? IN_EACH_SCHOOL.at(words, at);
  if (body === null) return null;
  if ((HEADS.at(words, at)?.end ?? 0) >= body.end && headAt(words, at) === null) return null;
  if ((COMPOUNDS.at(words, at)?.end ?? 0) > body.end) return null;
  const noun = GROUP_NOUNS.at(words, at);
  return noun?.value.class === "other" && noun.end > body.end ? noun : body;
};

/** "Tổ công nghệ số cộng đồng các thôn": one in each of them, so that all are one group and no two names. */
export const parseVillageBodies = (words: Words, at: number, grammar: UnitGrammar): GroupPhrase | null => {
  const start = DETERMINERS.at(words, at)?.end ?? at;
  const body = bodyAt(words, start);
  if (body === null || GROUP_NOUNS.at(words, start)?.value.class === "residential") return null;
  const title = TITLES.at(words, start);
  if (title !== null && title.end > body.end) return null;
  for (let place = body.end; place <= body.end + MOST_BETWEEN; place++) {
    const word = words[place];
    if (word === undefined || !(word.gap === "space" || word.gap === "hyphen")) return null;
    const villages = word.capital || word.gap !== "space" ? null : parseGroupPhrase(words, place, grammar);
    const [only, other] = villages?.parts ?? [];
    const many = DETERMINERS.at(words, place) !== null || (only?.nouns.length ?? 0) > 1;
    const next = words[villages?.end ?? words.length];
    const named = next?.gap === "space" && (next.capital || /^\d/.test(next.raw));
    const each = only === undefined ? undefined : PLACES.get(only.class);
    const hasBody = each !== undefined && each.at(words, start) !== null;
    const counted = only?.class === "residential" || DETERMINERS.at(words, place) !== null;
    if (
      villages !== null &&
      only !== undefined &&
      hasBody &&
      counted &&
      other === undefined &&
      !(named && !many)
    )
      return {
        what: "group",
        end: villages.end,
        parts: [
          {
            nouns: [...words.slice(start, place).map(({ spelt }) => spelt.shown), ...only.nouns],
            class: "other",
            qualifiers: [],
            related: only.related,
            limit: only.limit,
            words: words.slice(at, villages.end),
          },
        ],
        certainty: Math.min(many ? CERTAINTY : ONE_KIND, villages.certainty),
      };
    if (place > body.end && headAt(words, place) !== null) return null;
  }
  return null;
};
