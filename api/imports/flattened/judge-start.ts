import type { ColumnRole } from "../recognition/parts/match-header.ts";
import words from "../vocabulary/cell-starts.json" with { type: "json" };
import people from "../vocabulary/unit-cell-words.json" with { type: "json" };
import { keyPhrase, keyWords } from "./tone-keys.ts";

const LISTS = ["unit", "leader", "product", "time", "task", "nameGoesOn"] as const;
type StartList = (typeof LISTS)[number];

/** Each phrase that begins a cell, and what it may begin. */
const STARTS: ReadonlyMap<string, ReadonlySet<StartList>> = (() => {
  const starts = new Map<string, Set<StartList>>();
  for (const list of LISTS)
    for (const phrase of words[list]) {
      const key = keyPhrase(phrase);
      starts.set(key, (starts.get(key) ?? new Set<StartList>()).add(list));
    }
  return starts;
})();
const NO_UNIT: ReadonlySet<string> = new Set(words.noUnit.map(keyPhrase));
const LONGEST_START = 4;

type Reach = Readonly<Record<StartList, number>>;
const NOWHERE: Reach = { unit: 0, leader: 0, product: 0, time: 0, task: 0, nameGoesOn: 0 };

/** How many words of the longest start of each kind the text begins with. */
const reachOf = (text: string): Reach => {
  const first = keyWords(text.slice(0, 60)).slice(0, LONGEST_START);
  let reach: Record<StartList, number> | null = null;
  let key = "";
  for (const [index, word] of first.entries()) {
    key = index === 0 ? word : `${key} ${word}`;
    for (const list of STARTS.get(key) ?? []) {
      reach ??= { ...NOWHERE };
      reach[list] = index + 1;
    }
  }
  return reach ?? NOWHERE;
};

/** Words of the longest unit, person or product that the text begins with. */
export const countStartWords = (text: string): number => {
  const { unit, leader, product } = reachOf(text);
  return Math.max(unit, leader, product);
};

/** What the first words of a line could begin. */
export type CellStart = {
  readonly unit: boolean;
  readonly leader: boolean;
  readonly product: boolean;
  readonly time: boolean;
  readonly task: boolean;
  /** "UBND", "Đảng ủy": may be the second half of a name, after "Văn phòng". */
  readonly nameGoesOn: boolean;
  /** A unit for no other reason than that it is all capitals: "ĐTXD" may go on with "Ban QLDA". */
  readonly byLetters: boolean;
  readonly lower: boolean;
  readonly dashed: boolean;
  /** "-nt-", "như trên": stands alone in a cell of any column but the tasks'. */
  readonly ditto: boolean;
  /** "Các …": several units, which coordinate more often than they lead. */
  readonly several: boolean;
};

const DASHED = /^[-–—+•*]\s*/u;
/** "02 lần/năm", "6 tháng/lần". */
const OFTEN = /^\d{1,2}\s?(?:lần\s?\/\s?(?:năm|quý|tháng|tuần)|(?:tháng|tuần|năm)\s?\/\s?lần)(?!\p{L})/u;
const DATE_START =
  /^(?:\d{1,2}\/\d|\d{4}\b|\d{1,2}\s*-\s*\d{1,2}\/|0?\d{1,2} (?:tháng|ngày)|[IVX]{1,3}\/\d{4})/u;
/** "Phú Quý; …": no quarter of a year. */
const QUARTER_IN_NAME = /^Qu[ýí](?:[;,.:]|\s\p{Lu}\p{Ll})/u;
/** "UBMTTQVN", "TTPVHCC", "VH-XH": units by their letters. */
const ACRONYM = /^(?:\p{Lu}{3,}(?:[&-]\p{Lu}{2,})*|\p{Lu}{2,}(?:[&-]\p{Lu}{2,})+)(?![\p{L}\d])/u;

const SURNAMES: ReadonlySet<string> = new Set(people.surnames.map(keyPhrase));
const NAME = /^(\p{Lu}\p{Ll}*) \p{Lu}\p{Ll}* \p{Lu}\p{Ll}*/u;

/** "Lê Văn Tám": a surname and two more names; whoever gave theirs to a campaign is no official. */
const beginsWithPerson = (text: string): boolean => {
  const name = NAME.exec(text);
  return name !== null && SURNAMES.has(keyPhrase(name[1] ?? "")) && !/^Hồ Chí Minh/u.test(text);
};

export const judgeStart = (text: string, spellings: ReadonlySet<string>): CellStart => {
  const ditto = isDitto(text);
  const dashed = !ditto && DASHED.test(text);
  const bare = text.replace(DASHED, "");
  const reach = reachOf(bare);
  const person = beginsWithPerson(bare);
  const named = reach.unit > 0 || person || beginsWithOne(bare, spellings);
  const acronym = named ? undefined : ACRONYM.exec(bare)?.[0];
  const byLetters = acronym !== undefined && !NO_UNIT.has(keyPhrase(acronym));
  return {
    unit: named || byLetters,
    leader: reach.leader > 0 || person,
    product: reach.product > 0,
    time:
      (reach.time > 0 && !QUARTER_IN_NAME.test(bare)) || DATE_START.test(bare) || OFTEN.test(bare) || ditto,
    task: reach.task > 0,
    nameGoesOn: reach.nameGoesOn > 0 || byLetters,
    byLetters,
    lower: /^[“"'(]?\p{Ll}/u.test(bare) && !ditto,
    dashed,
    ditto,
    several: /^Các\s/u.test(bare),
  };
};

const beginsWithOne = (text: string, spellings: ReadonlySet<string>): boolean => {
  if (spellings.size === 0) return false;
  const lowered = text.toLowerCase();
  for (const name of spellings) if (lowered.startsWith(name)) return true;
  return false;
};

const DITTO = /^[-–"“”'\s/]*(?:nt|n\.t|như trên|như mục \d{1,3}|tương tự(?: như trên)?)[-–"“”'\s/.]*$/iu;
/** "//", "-//-", "nt": nothing but marks that point upward. */
const DITTO_MARK = /^(?:[-–]?\s?\/\/\s?[-–]?|["”]{1,2}|''|〃)$/u;

/** Whether the whole text says "as above". */
export const isDitto = (text: string): boolean => DITTO.test(text) || DITTO_MARK.test(text);

/** How a cell's first line fits a column, in natural logarithms of odds. */
export const scoreStart = (role: ColumnRole, start: CellStart, hasLeader: boolean): number => {
  if (start.ditto) return role === "task" || role === "number" ? -6 : role === "remarks" ? -0.5 : 1.5;
  const lower = start.lower && role !== "time_frame" ? (role === "task" ? -3 : -5) : 0;
  switch (role) {
    case "lead":
    case "coordinating":
      return (
        lower +
        (role === "lead" && start.several ? -0.3 : 0) +
        (start.unit
          ? start.leader && hasLeader
            ? -0.5
            : start.byLetters
              ? 1.8
              : 3
          : start.task
            ? -3.5
            : -1.5)
      );
    case "leader":
      return lower + (start.leader ? 3 : start.unit ? -2.5 : -1);
    case "product":
      return lower + (start.product ? 2.5 : start.unit && !start.task ? -2 : -0.5);
    case "time_frame":
      return start.time ? (start.lower ? -1.5 : 0.5) : -4;
    case "task":
      return lower + (start.task ? 1 : start.unit ? -1 : 0);
    default:
      return lower - 1 - (start.unit ? 1 : 0);
  }
};
