import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import vocabulary from "../../vocabulary/table-headers.json" with { type: "json" };

/** What a column of a task table holds. */
export type ColumnRole =
  | "number"
  | "task"
  | "lead"
  | "coordinating"
  | "time_frame"
  | "product"
  | "leader"
  | "remarks"
  | "method";

const ROLES: ReadonlySet<string> = new Set<ColumnRole>([
  "number",
  "task",
  "lead",
  "coordinating",
  "time_frame",
  "product",
  "leader",
  "remarks",
  "method",
]);
const isRole = (word: string): word is ColumnRole => ROLES.has(word);

/** Headings are short; a longer cell is a task. */
const LONGEST_HEADING = 90;

/** The words that headings are compared by. */
export const headingWords = (text: string): readonly string[] =>
  foldVietnamese(text)
    .split(/[^\p{L}\p{N}&]+/u)
    .filter((word) => word !== "");

const phrase = (text: string): string => headingWords(text).join(" ");

type Column = {
  readonly role: ColumnRole;
  readonly names: readonly string[];
  readonly words: readonly string[];
  readonly without: readonly string[];
  readonly whole: boolean;
};

const COLUMNS: readonly Column[] = vocabulary.columns.flatMap((column) =>
  isRole(column.role)
    ? [
        {
          role: column.role,
          names: column.names.map(phrase),
          words: column.words,
          without: column.without ?? [],
          whole: column.whole ?? false,
        },
      ]
    : [],
);
const FILLERS: ReadonlySet<string> = new Set(vocabulary.fillers.map(phrase));
const SPANNING: ReadonlySet<string> = new Set(vocabulary.spanning.map(phrase));
const NAMES: ReadonlyMap<string, ColumnRole> = new Map(
  COLUMNS.flatMap(({ role, names }) => names.map((name) => [name, role] as const)),
);
const UNIT_HEADS: ReadonlySet<string> = new Set(vocabulary.unitHeads.map(phrase));
const LEADING: ReadonlySet<string> = new Set(vocabulary.leading.map(phrase));
const COORDINATING: ReadonlySet<string> = new Set(vocabulary.coordinating.map(phrase));

/** The role that a heading cell gives its column; null where it is no heading that any rule knows. */
export const matchHeader = (cellText: string): ColumnRole | null => {
  if (cellText.length > LONGEST_HEADING) return null;
  const text = phrase(cellText);
  const exact = NAMES.get(text);
  if (exact !== undefined) return exact;
  if (SPANNING.has(text)) return null;
  const padded = ` ${text} `;
  const holds = (word: string): boolean => padded.includes(` ${word} `);
  return (
    COLUMNS.find(
      ({ words, without, whole }) =>
        words.some((word) => (whole ? text === word : holds(word))) && !without.some(holds),
    )?.role ?? null
  );
};

/** A heading over several columns, whose own names stand in the next row of the header. */
export const OVER_COLUMNS = "spanning";

export type Heading = {
  readonly role: ColumnRole | typeof OVER_COLUMNS;
  /** 0: a heading that the vocabulary names; less, in natural logarithms of odds: one made of its words. */
  readonly strength: number;
};

const EXACT = 0;
const WITH_FILLERS = -0.4;
const COMPOSED = -0.4;
/** Worth it only where more columns follow. */
const BY_A_WORD = -4;
const LONGEST_BY_A_WORD = 6;

/**
 * What words of a header that lost its lines would name as one heading; null where they are none. `lenient`: a word
 * that stands in such headings is enough.
 */
export const judgeHeading = (words: readonly string[], lenient: boolean): Heading | null => {
  const text = words.join(" ");
  const remembered = (lenient ? LENIENTLY : STRICTLY).get(text);
  if (remembered !== undefined) return remembered;
  const heading = judgeAnew(words, text, lenient);
  const memory = lenient ? LENIENTLY : STRICTLY;
  if (memory.size >= MOST_REMEMBERED) memory.clear();
  memory.set(text, heading);
  return heading;
};

/** The same words are judged again for each line that a header could begin with; what is remembered is bounded. */
const MOST_REMEMBERED = 10_000;
const STRICTLY = new Map<string, Heading | null>();
const LENIENTLY = new Map<string, Heading | null>();

const judgeAnew = (words: readonly string[], text: string, lenient: boolean): Heading | null => {
  const exact = NAMES.get(text);
  if (exact !== undefined) return { role: exact, strength: EXACT };
  if (SPANNING.has(text)) return { role: OVER_COLUMNS, strength: EXACT };
  for (let length = words.length - 1; length > 0; length--) {
    const role = NAMES.get(words.slice(0, length).join(" "));
    if (role !== undefined && isMadeOf(words.slice(length), FILLERS)) return { role, strength: WITH_FILLERS };
  }
  const composed = composeUnitHeading(words);
  if (composed !== null) return { role: composed, strength: COMPOSED };
  const role = !lenient || words.length > LONGEST_BY_A_WORD ? null : matchHeader(text);
  return role === null ? null : { role, strength: BY_A_WORD };
};

/** Words of a phrase in one of the lists. */
const LONGEST_PART = 5;

const isMadeOf = (words: readonly string[], parts: ReadonlySet<string>): boolean => {
  if (words.length === 0) return true;
  for (let length = Math.min(LONGEST_PART, words.length); length > 0; length--)
    if (parts.has(words.slice(0, length).join(" ")) && isMadeOf(words.slice(length), parts)) return true;
  return false;
};

/** "Chủ trì", "Phối hợp thực hiện": what is done, without who does it. */
export const isDeedAlone = (words: readonly string[]): boolean => {
  const text = words.join(" ");
  return LEADING.has(text) || COORDINATING.has(text);
};

const JOINTS: ReadonlySet<string> = new Set(["va", "cac", "hoac"]);

/** "Người/bộ phận tham mưu, thực hiện", "CQ phối hợp": names of bodies, then what they do. */
const composeUnitHeading = (words: readonly string[]): ColumnRole | null => {
  let at = 0;
  let heads = 0;
  const deeds = new Set<ColumnRole>();
  while (at < words.length) {
    if (JOINTS.has(words[at] ?? "") && at + 1 < words.length) {
      at += 1;
      continue;
    }
    const found = partAt(words, at, deeds.size === 0);
    if (found === null) return null;
    if (found.role === null) heads += 1;
    else deeds.add(found.role);
    at = found.next;
  }
  return heads === 0 || deeds.size !== 1 ? null : ([...deeds][0] ?? null);
};

const partAt = (
  words: readonly string[],
  at: number,
  mayBeHead: boolean,
): { readonly role: ColumnRole | null; readonly next: number } | null => {
  for (let length = Math.min(LONGEST_PART, words.length - at); length > 0; length--) {
    const part = words.slice(at, at + length).join(" ");
    const next = at + length;
    if (mayBeHead && UNIT_HEADS.has(part)) return { role: null, next };
    if (LEADING.has(part)) return { role: "lead", next };
    if (COORDINATING.has(part)) return { role: "coordinating", next };
    if (!mayBeHead && FILLERS.has(part)) return { role: null, next };
  }
  return null;
};

const HEADING_WORDS: ReadonlySet<string> = new Set(
  [...NAMES.keys(), ...FILLERS, ...SPANNING, ...UNIT_HEADS, ...LEADING, ...COORDINATING].flatMap((name) =>
    name.split(" "),
  ),
);

/** Whether each word stands in some heading. */
export const holdsHeadingWords = (text: string): boolean =>
  headingWords(text).every((word) => HEADING_WORDS.has(word));

const FIRST_WORDS: ReadonlySet<string> = new Set(
  COLUMNS.filter(({ role }) => role === "number" || role === "task").flatMap(({ names }) =>
    names.map((name) => name.split(" ", 1)[0] ?? ""),
  ),
);

/** "Đơn vị chủ trì": not the bare "Đơn vị", which begins many a sentence. */
const FULL_LEADS: readonly string[] = COLUMNS.filter(({ role }) => role === "lead").flatMap(({ names }) =>
  names.filter((name) => name.split(" ").length > 2),
);
const LONGEST_OPENING = 120;

/** Whether a table of the units' tasks may begin here: it names the units first, and has no numbers. */
const opensWithLead = (text: string): boolean => {
  if (text.length > LONGEST_OPENING || /[.;:]/u.test(text)) return false;
  const folded = phrase(text);
  return FULL_LEADS.some((name) => folded === name || folded.startsWith(`${name} `));
};

const namesOf = (role: ColumnRole): readonly string[] =>
  COLUMNS.filter((column) => column.role === role).flatMap(({ names }) => names);
const TIMES = namesOf("time_frame");
const NUMBERS = namesOf("number");

/** "Thời gian", alone in its line or before "STT": the column that groups the rows by quarter or month. */
const opensWithTime = (text: string): boolean => {
  if (text.length > LONGEST_OPENING || /[.;:]/u.test(text)) return false;
  const folded = phrase(text);
  return TIMES.some(
    (name) =>
      folded === name ||
      (folded.startsWith(`${name} `) &&
        NUMBERS.some((number) => `${folded.slice(name.length)} `.startsWith(` ${number} `))),
  );
};

/**
 * A quick look, before the whole of a line is taken apart: a task table begins with its numbers, its tasks, who leads
 * them, or the time that groups them.
 */
export const mayOpenHeader = (text: string): boolean =>
  text.length <= 400 &&
  /^[^\p{Ll}]/u.test(text) &&
  (FIRST_WORDS.has(foldVietnamese(/[\p{L}\p{N}&]+/u.exec(text.slice(0, 40))?.[0] ?? "")) ||
    opensWithLead(text) ||
    opensWithTime(text));
