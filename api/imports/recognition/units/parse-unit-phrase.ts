import { assessUnitName } from "./assess-unit-name.ts";
import { beginsName, headAt, levelEnd } from "./match-name-starts.ts";
import { isProper, parseNameTail } from "./parse-name-tail.ts";
import { GENERAL_NAMES_INDEX } from "./unit-grammar.ts";
import type { UnitGrammar, UnitPhrase } from "./unit-phrase.ts";
import { WITHIN_NAME } from "./unit-phrases.ts";
import {
  BELONGING,
  DETERMINERS,
  DOMAINS,
  JOINTS,
  REQUESTS,
  ROLES,
  SUPERIORS,
  TOPICAL,
} from "./unit-vocabulary.ts";
import { CLOSE, type Gap, type UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

const MOST_WORDS = 16;
const MOST_TOPICAL = 28;
const LISTING: ReadonlySet<Gap> = new Set<Gap>(["comma", "and", "line"]);

const stopsName = (words: Words, at: number): boolean =>
  ROLES.at(words, at) !== null || JOINTS.at(words, at) !== null || REQUESTS.at(words, at) !== null;

/** What a board is for is said by verbs ("Ban Chỉ đạo thực hiện …"); these say what it does in this task. */
const TAKES_PART =
  /^(?:là|làm|chủ trì|đầu mối|phối hợp|tham mưu|theo dõi|đôn đốc|tổng hợp|báo cáo|cung cấp|có trách nhiệm|chịu trách nhiệm|cơ quan|đơn vị)(?: |$)/;
const stopsTopic = (words: Words, at: number): boolean => {
  if (JOINTS.at(words, at) !== null || REQUESTS.at(words, at) !== null) return true;
  return words[at]?.capital === false && TAKES_PART.test(ROLES.at(words, at)?.value ?? "");
};

/** "Ban Chỉ đạo phòng, chống tham nhũng, lãng phí": a comma inside the topic, before a word that names nobody. */
const goesOnInTopic = (words: Words, at: number, grammar: UnitGrammar): boolean =>
  words[at]?.gap !== "line" &&
  words[at]?.capital === false &&
  grammar.names.at(words, at, WITHIN_NAME) === null;

/** Whether the document or the office knows "Phòng Hạ tầng" where a list goes on with "…, Hạ tầng". */
const isElided = (words: Words, head: Words, at: number, grammar: UnitGrammar): boolean => {
  const known = grammar.names.at([...head, ...words.slice(at, at + MOST_WORDS)], 0, WITHIN_NAME);
  return known !== null && known.end > head.length;
};

type Body = { readonly end: number; readonly known: boolean; readonly joined: boolean };

const readBody = (words: Words, from: number, start: number, grammar: UnitGrammar): Body => {
  const head = words.slice(from, start);
  const whole = headAt(words, from)?.value.alone === true;
  // "Trạm Y tế, Tư pháp" is a station and a post; "Phòng Kinh tế, Hạ tầng" is one office.
  const ofDepartments = /^(phong|trung|ban|bo)$/.test(head[0]?.spelt.fold ?? "");
  let at = start;
  let known = true;
  let joined = false;
  const topical = !grammar.running && TOPICAL.at(words, from) !== null;
  const stops = topical ? stopsTopic : stopsName;
  while (at < words.length && at - from < (topical ? MOST_TOPICAL : MOST_WORDS)) {
    const word = words[at];
    if (word === undefined) break;
    const close = CLOSE.has(word.gap);
    if (!close && !LISTING.has(word.gap)) break;
    if (at > start && stops(words, at)) break;
    if ((at > start || whole) && partyEnd(words, at) > at) break;
    // "Văn phòng tổng hợp": a name that is whole with its head, and a verb in small letters.
    if (at === start && whole && !word.capital && stopsName(words, at)) break;
    if (levelEnd(words, at, grammar) !== null || SUPERIORS.at(words, at) !== null) break;
    const domain = DOMAINS.at(words, at);
    if (word.gap !== "space") {
      if (at === start && word.gap !== "hyphen") break;
      if (beginsName(words, at, grammar)) break;
      if (LISTING.has(word.gap)) {
        if (domain === null && !(topical && goesOnInTopic(words, at, grammar))) break;
        if (isElided(words, head, at, grammar)) break;
        if (!ofDepartments && grammar.names.at(words, at, WITHIN_NAME) !== null) break;
        joined ||= word.gap === "comma" || word.gap === "line";
      }
    } else if ((at > start || whole) && DETERMINERS.at(words, at) !== null && beginsName(words, at, grammar))
      break;
    if (grammar.running && domain === null && !isProper(word)) break;
    if (domain === null) known = false;
    at = domain?.end ?? at + 1;
  }
  // "Ban quản trị các …": what was counted is not understood.
  const unfinished = at > start + 1 && DETERMINERS.at(words, at - 1)?.end === at;
  return { end: unfinished ? at - 1 : at, known: known && !unfinished, joined: joined || unfinished };
};

/** "trực thuộc UBND phường" after a unit; index after it, or where it began. */
const belongingEnd = (words: Words, at: number, grammar: UnitGrammar): number => {
  const word = words[at];
  if (word === undefined || word.gap !== "space") return at;
  const first = BELONGING.at(words, at);
  if (first === null || !/^(trực )?thuộc$|^trên địa bàn$|^của$/.test(first.value)) return at;
  let end = first.end;
  const owner = BELONGING.at(words, end);
  if (owner !== null && words[end]?.gap === "space") end = owner.end;
  return levelEnd(words, end, grammar) ?? (owner === null ? at : end);
};

/** "Phòng Văn phòng", "Bộ phận Công an": the head is said twice. */
const isNamedOffice = (words: Words, at: number): boolean =>
  words[at]?.gap === "space" && headAt(words, at)?.value.alone === true && words[at]?.spelt.tone !== "công";

/** The unit that a text names at one of its words; null where none begins. */
export const parseUnitPhrase = (words: Words, at: number, grammar: UnitGrammar): UnitPhrase | null => {
  const head = headAt(words, at);
  if (head !== null && !head.value.alone && isNamedOffice(words, head.end))
    return parseUnitPhrase(words, head.end, grammar);
  const found = grammar.names.at(words, at, WITHIN_NAME);
  // "VHXH" names a unit wherever it stands, "văn hóa - xã hội" only in a cell.
  const known = found?.value.headless && grammar.running && words[at]?.abbreviated !== true ? null : found;
  if (known === null && grammar.running && words[at]?.abbreviated === true) return null;
  let end = known?.end ?? 0;
  let certainty = known?.value.certainty ?? 0;
  let kind = known?.value.kind ?? head?.value.kind ?? "other";
  if (head !== null) {
    const body = readBody(words, at, head.end, grammar);
    const named = head.value.alone || body.end > head.end || levelEnd(words, head.end, grammar) !== null;
    const goesOn = known === null || known.value.source === "general";
    if (named && goesOn && body.end > end) {
      end = body.end;
      kind = known?.value.kind ?? head.value.kind;
      certainty = body.end === head.end ? 0.93 : body.joined ? 0.78 : body.known ? 0.93 : 0.85;
    }
  } else if (known === null && !grammar.running) {
    const body = readPost(words, at, grammar);
    if (body !== null) {
      end = body.end;
      kind = "department";
      certainty = body.certainty;
    }
  }
  if (end <= at) return null;
  const party = partyEnd(words, end);
  const name = words.slice(at, end);
  const tail = parseNameTail(words, party, grammar);
  const general = known?.value.source === "document" ? GENERAL_NAMES_INDEX.at(words, at, WITHIN_NAME) : null;
  const isGiven = known !== null && (known.value.source !== "document" || general?.end === end);
  return {
    what: "unit",
    end: belongingEnd(words, tail.end, grammar),
    kind,
    name: [...name, ...words.slice(end, party)],
    level: tail.level,
    superior: tail.superior,
    elsewhere: tail.elsewhere,
    shared: 0,
    certainty: isGiven ? certainty : assessUnitName(name, certainty),
  };
};

const partyEnd = (words: Words, at: number): number => {
  const [first, second] = [words[at], words[at + 1]];
  const follows = first !== undefined && CLOSE.has(first.gap) && second?.gap === "space";
  return follows && first.spelt.fold === "dang" && second.spelt.fold === "uy" ? at + 2 : at;
};

const POST = 0.85;
/** "Văn hóa" alone, or with words behind it that no rule understands, may be a matter and no post. */
const PERHAPS_POST = 0.75;

/** "Địa chính - Môi trường" without "Công chức": domains joined by hyphens or "và". */
const readPost = (
  words: Words,
  at: number,
  grammar: UnitGrammar,
): { readonly end: number; readonly certainty: number } | null => {
  let end = DOMAINS.at(words, at)?.end ?? null;
  if (end === null) return null;
  let domains = 1;
  for (;;) {
    const word = words[end];
    const goesOn = word !== undefined && (CLOSE.has(word.gap) || word.gap === "and");
    if (!goesOn || end - at > MOST_WORDS || beginsName(words, end, grammar) || stopsName(words, end)) break;
    const next = DOMAINS.at(words, end);
    if (next === null) {
      const told =
        (levelEnd(words, end, grammar) ?? SUPERIORS.at(words, end) ?? BELONGING.at(words, end)) !== null;
      if (word.gap !== "space" || told) break;
      return words[at]?.capital === true ? { end, certainty: PERHAPS_POST } : null;
    }
    end = next.end;
    domains += 1;
  }
  return { end, certainty: domains > 1 ? POST : PERHAPS_POST };
};
