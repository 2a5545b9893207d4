import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { beginsName, headAt, titledEnd } from "./match-name-starts.ts";
import { parseElidedHead, parseElidedName } from "./parse-elided-name.ts";
import { parseNamePhrase } from "./parse-name-phrase.ts";
import type { NamePhrase, UnitGrammar, UnitPhrase } from "./unit-phrase.ts";
import { IDLE, JOINTS, LEADERS, REQUESTS, ROLES, SURNAMES } from "./unit-vocabulary.ts";
import type { Gap, UnitWord } from "./unit-words.ts";

type Words = readonly UnitWord[];

export type CellEntry = {
  readonly phrase: NamePhrase;
  readonly from: number;
  readonly to: number;
  readonly role: string | null;
};

/** A cell of units cut into what it says; nothing of it is left out. */
export type CellSegments = {
  readonly entries: readonly CellEntry[];
  /** Persons: "đ/c Nguyễn Văn A", "Chủ tịch UBND phường". */
  readonly leaders: readonly string[];
  readonly unread: readonly string[];
};

type OpenEntry = { phrase: NamePhrase; from: number; to: number; role: string | null };

const NEW_CLAUSE: ReadonlySet<Gap> = new Set<Gap>(["semicolon", "line", "stop"]);
const ENDS_PERSON: ReadonlySet<Gap> = new Set<Gap>([
  "comma",
  "hyphen",
  "semicolon",
  "line",
  "stop",
  "open",
  "and",
]);

/** Index after a person and the post behind it ("đ/c Nguyễn Văn A - Phó Chủ tịch UBND"). */
const leaderEnd = (words: Words, at: number, grammar: UnitGrammar): number | null => {
  const end = personEnd(words, at, grammar);
  const gap = words[end ?? words.length]?.gap;
  if (end === null || (gap !== "hyphen" && gap !== "comma") || COMRADES.test(spelt(words, end))) return end;
  return LEADERS.at(words, end) === null ? end : (personEnd(words, end, grammar) ?? end);
};

/** Opens another person, not the post of the one before. */
const COMRADES = /^(?:dong chi|d c|ong|ba) /;
const spelt = (words: Words, at: number): string =>
  words
    .slice(at, at + 3)
    .map(({ spelt: { fold } }) => fold)
    .join(" ");

/** Index after a person's words; null where no person is named. */
const personEnd = (words: Words, at: number, grammar: UnitGrammar): number | null => {
  const leader = LEADERS.at(words, at);
  const titled = titledEnd(words, at);
  const isPerson =
    SURNAMES.at(words, at) !== null && words[at + 1]?.capital === true && isPersonName(words, at, grammar);
  if (leader === null && !isPerson) return null;
  if (leader !== null && titled !== null && titled >= leader.end) return null;
  let end = leader?.end ?? at + 1;
  while (end < words.length) {
    const word = words[end];
    if (word === undefined || ENDS_PERSON.has(word.gap)) break;
    if (ROLES.at(words, end) !== null || JOINTS.at(words, end) !== null) break;
    end += 1;
  }
  return end;
};

const isPersonName = (words: Words, at: number, grammar: UnitGrammar): boolean => {
  let end = at;
  while (end < words.length && words[end]?.capital === true && (end === at || words[end]?.gap === "space")) {
    if (words[end]?.abbreviated === true || beginsName(words, end, grammar)) return false;
    end += 1;
  }
  return end - at >= 2 && end - at <= 5 && (end === words.length || words[end]?.gap !== "space");
};

/** "phối hợp các đơn vị liên quan": those named after it help. */
const helpsNamed = (words: Words, at: number, grammar: UnitGrammar): boolean => {
  const role = ROLES.at(words, at);
  return role?.value === "phối hợp" && beginsName(words, role.end, grammar);
};

/** Index after the words of a role: to the end of the clause, the next joint, or the next name of a list. */
const roleEnd = (words: Words, at: number, start: number, grammar: UnitGrammar): number => {
  let end = start;
  while (end < words.length) {
    const word = words[end];
    if (word === undefined || NEW_CLAUSE.has(word.gap) || word.gap === "open") break;
    if (JOINTS.at(words, end) !== null && end > at) break;
    if (end > at && helpsNamed(words, end, grammar)) break;
    const listed = word.gap === "comma" || word.gap === "and" || word.gap === "hyphen";
    if (listed && beginsName(words, end, grammar)) break;
    end += 1;
  }
  return end;
};

const sliceWords = (text: string, words: Words, from: number, to: number): string => {
  const [first, last] = [words[from], words[to - 1]];
  return first === undefined || last === undefined
    ? ""
    : text.slice(first.from, last.to).replace(/\s+/g, " ").normalize("NFC");
};

const isIdle = (part: string): boolean => IDLE.has(foldVietnamese(part));

export const segmentUnitCell = (text: string, words: Words, grammar: UnitGrammar): CellSegments => {
  const entries: OpenEntry[] = [];
  const leaders: string[] = [];
  const unread: string[] = [];
  let loose = -1;
  let clause = 0;
  let request = "";
  let before: string | null = null;
  let labelled = false;
  let elided: { readonly head: Words; readonly listed: boolean } | null = null;
  let at = 0;

  const closeLoose = (end: number): void => {
    if (loose >= 0) unread.push(sliceWords(text, words, loose, end));
    loose = -1;
  };

  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    if (NEW_CLAUSE.has(word.gap)) {
      closeLoose(at);
      const kept = elided?.listed === true && word.gap === "stop" && clause === entries.length;
      if (clause < entries.length && !(labelled && word.gap === "line")) before = null;
      if (word.gap !== "stop") request = "";
      clause = entries.length;
      if (!kept && word.gap !== "line") elided = null;
    }

    if (word.gap === "open") {
      closeLoose(at);
      let end = at + 1;
      const close = text.slice(word.from).search(/[)\]]/);
      const until = close < 0 ? text.length : word.from + close;
      while (end < words.length && (words[end]?.from ?? until) < until) end += 1;
      const last = entries.at(-1);
      if (last !== undefined && ROLES.at(words, at) !== null && last.role === null)
        last.role = sliceWords(text, words, at, end);
      else if (!words.slice(at, end).every(({ abbreviated }) => abbreviated))
        unread.push(sliceWords(text, words, at, end));
      at = end;
      continue;
    }

    const leader = leaderEnd(words, at, grammar);
    if (leader !== null) {
      closeLoose(at);
      leaders.push(sliceWords(text, words, at, leader));
      at = leader;
      continue;
    }
    const asked = REQUESTS.at(words, at);
    if (asked !== null) {
      closeLoose(at);
      request = asked.value;
      clause = entries.length;
      at = asked.end;
      continue;
    }
    const joint = JOINTS.at(words, at);
    if (joint !== null) {
      closeLoose(at);
      if (/phối hợp|kết hợp/.test(joint.value)) {
        before = "phối hợp";
        clause = entries.length;
      }
      at = joint.end;
      continue;
    }

    const short: UnitPhrase | null =
      elided === null ? null : parseElidedName(words, at, elided.head, elided.listed, grammar);
    const list: ReturnType<typeof parseElidedHead> =
      short === null ? parseElidedHead(words, at, grammar) : null;
    if (list !== null) {
      closeLoose(at);
      elided = { head: list.head, listed: true };
      at = list.end;
      continue;
    }
    const phrase: NamePhrase | null = short ?? parseNamePhrase(words, at, grammar);
    const role = ROLES.at(words, at);
    const isRole =
      role !== null && !word.capital && phrase?.what === "unit" && headAt(phrase.name, 0) === null;
    if (phrase !== null && !isRole) {
      closeLoose(at);
      entries.push({ phrase, from: word.from, to: words[phrase.end - 1]?.to ?? word.to, role: before });
      if (phrase.what === "unit" && short === null) elided = { head: phrase.name.slice(0, 1), listed: false };
      at = phrase.end;
      continue;
    }

    if (role !== null && helpsNamed(words, at, grammar)) {
      closeLoose(at);
      before = role.value;
      clause = entries.length;
      at = role.end;
      continue;
    }
    if (role !== null) {
      closeLoose(at);
      const end = roleEnd(words, at, role.end, grammar);
      const said = [request, sliceWords(text, words, at, end)].filter(Boolean).join(" ");
      const unsaid = entries.slice(clause).filter((entry) => entry.role === null);
      if (entries.length === clause) {
        before = said.charAt(0).toLowerCase() + said.slice(1);
        labelled = words[end]?.gap === "stop";
      }
      for (const entry of unsaid) entry.role = said;
      at = end;
      continue;
    }
    if (loose < 0) loose = at;
    at += 1;
  }
  closeLoose(words.length);
  return { entries, leaders, unread: unread.filter((part) => !isIdle(part)) };
};
