import type { RoundDay, RoundLabel, RoundWord } from "./round-words.ts";

/** All patterns look at folded text (small letters without marks). */
const NUMBERS: Readonly<Record<string, number>> = {
  mot: 1,
  hai: 2,
  ba: 3,
  bon: 4,
  tu: 4,
  nam: 5,
  sau: 6,
  chin: 9,
  nhat: 1,
};
const ROMAN: Readonly<Record<string, number>> = { i: 1, ii: 2, iii: 3, iv: 4 };
const value = (word: string): number => NUMBERS[word] ?? ROMAN[word] ?? Number(word);

const BOUND_BEFORE = /(?:^|[\s(,:;-])(?:xong )?(truoc)(?: cac)?(?: ngay)? ?$/;
/** "trước 16h00 ngày …": on the day itself, up to then. */
const BOUND_BY_HOUR =
  /(?:^|[\s(,:;-])(truoc|cham nhat) \d{1,2} ?(?:h|g|gio)(?: ?\d{2})?(?: phut)?,?(?: ngay)? ?$/;
const BOUND_UNTIL =
  /(?:^|[\s(,:;-])(cham nhat(?: la)?(?: vao)?|muon nhat(?: la)?(?: vao)?|khong (?:muon|cham) hon|khong qua|khong sau|den het|het|den|vao|la|trong|han cuoi(?: la)?)(?: cac)?(?: ngay)? ?$/;
/** Between the days of one list; the bound of the first holds for all. */
const LIST = /^[\s,;]*(?:\([^()]{0,40}\))?[\s,;)]*(?:va|hoac)?(?: truoc)?[\s,]*(?:ngay )?[\s(]*$/;

const RELATION =
  "(?: ?,? ?(?:(hang thang|moi thang|cua moi thang|cua thang tiep theo)|((?:cua )?(?:cac )?thang (?:cuoi|cuoi cung)(?: cua)?(?: moi| tung)? quy|cuoi (?:moi )?quy)|((?:cua )?thang dau(?: tien)?(?: cua)? quy (?:sau|tiep theo|ke tiep))|((?:cua )?thang (?:cuoi|cuoi cung)(?: cua)?(?: moi)? ky(?: bao cao)?)|(cua? ?nam (?:sau|tiep theo|ke tiep)|nam sau)))?";
const DAY = new RegExp(
  [
    // 15/9/2026, 15-9-2026
    "(?<![\\d/.-])(\\d{1,2}) ?[/.-] ?(\\d{1,2}) ?[/.-] ?((?:19|20)\\d{2})(?!\\d)",
    // 15 tháng 9 năm 2026, 15 tháng 9
    "(?<![\\d/.-])(\\d{1,2}) thang (\\d{1,2})(?:(?: nam |/)((?:19|20)\\d{2}))?(?![\\d/])",
    // 15/9
    "(?<![\\d/.-])(\\d{1,2}) ?/ ?(\\d{1,2})(?![\\d/]| ?- ?[a-z]|-?[a-z])",
    // ngày 20
    "(?<=\\bngay )(\\d{1,2})(?!\\d|[/.%]\\d| ?[/-] ?\\d| thang \\d| lam viec| ?%)",
  ]
    .map((one) => `(?:${one})`)
    .join("|"),
  "g",
);
const SUFFIX = new RegExp(`^${RELATION}`);
/** "trong tháng 6", "vào tháng 6 và tháng 12": the month itself. */
const MONTH =
  /(?<=\b(?:trong|vao|truoc|den|het) (?:cuoi |dau )?)thang (\d{1,2})(?:(?: nam |\/)((?:19|20)\d{2}))?(?![\d/])/g;

const COUNT = "(?:\\d{1,2}|ba|sau|chin)";
const LABELS: readonly (readonly [RoundLabel["kind"], RegExp])[] = [
  [
    "ordinal",
    /\b(?:lan|dot|(?<!dinh )ky)(?: bao cao)?(?: thu)? (\d{1,2}|nhat|mot|hai|ba|bon|tu|i{1,3}|iv)\b(?! ?\/| thang| nam)/g,
  ],
  [
    "months",
    new RegExp(
      `(?<![\\d/.]|ngay |ngay 0)\\b(${COUNT})[ -]thang(?! \\d| (?:tuoi|lien tuc|tro len))(?: (?:dau|cuoi)(?: nam)?(?: (?:19|20)\\d{2})?)?`,
      "g",
    ),
  ],
  ["quarter", /\bquy (i{1,3}|iv|[1-4])\b(?: ?\/ ?(?:19|20)\d{2}| nam (?:19|20)\d{2})?/g],
  ["monthly", /\b(?:hang|moi) thang\b|(?<=\b(?:bao cao|dinh ky|theo) )thang(?! \d)/g],
  ["quarterly", /\b(?:(?:hang|moi|tung|theo) )?quy\b(?! (?:i|v|\d|che|dinh|hoach|uoc|mo|trinh))/g],
  ["weekly", /\b(?:hang|moi) tuan\b/g],
  ["year", /\b(?:(?:mot|01|1|ca|cuoi) nam|nam)\b(?: (?:19|20)\d{2})?/g],
];

const numberOf = (kind: RoundLabel["kind"], word: string | undefined): number =>
  word === undefined || kind === "year" ? 0 : value(word);

const boundOf = (before: string): { exclusive: boolean; length: number } | null => {
  const exclusive = BOUND_BEFORE.exec(before);
  if (exclusive) return { exclusive: true, length: before.length - before.lastIndexOf(exclusive[1] ?? "") };
  const until = BOUND_BY_HOUR.exec(before) ?? BOUND_UNTIL.exec(before);
  return until ? { exclusive: false, length: before.length - before.lastIndexOf(until[1] ?? "") } : null;
};

/** Of a period that data covers, or of a document that is named: not a day on which anything is due. */
const NO_DUE_DAY =
  /(?:so lieu.{0,30}|tinh (?:tu|den)(?: ngay)?|chot.{0,25}|ke tu(?: ngay)?|tu ngay|[a-z]-[a-z&]{2,20},?(?: ngay)?|\d{4}) ?$/;

/** "số liệu tính từ ngày … đến ngày …": the days between which figures are counted. */
const CUT_OFF = /\b(?:so lieu|tinh (?:tu|den)|chot|ke tu|tu ngay)\b[^;]{0,50}$/;

const days = (folded: string): readonly RoundDay[] => {
  const found: RoundDay[] = [];
  for (const match of [...folded.matchAll(DAY), ...folded.matchAll(MONTH)].sort(
    (a, b) => a.index - b.index,
  )) {
    const [whole, d1, m1, y1, d2, m2, y2, d3, m3, d4] = match;
    const monthOnly = whole.startsWith("thang");
    const start = match.index;
    const previous = found.at(-1);
    if (previous !== undefined && start < previous.to) continue;
    const before = folded.slice(Math.max(0, start - 60), start);
    const bound = boundOf(before);
    const listed =
      previous !== undefined && LIST.test(folded.slice(previous.to, start)) ? previous.exclusive : null;
    if (bound === null ? NO_DUE_DAY.test(before) : !bound.exclusive && CUT_OFF.test(before)) continue;
    const suffix = SUFFIX.exec(folded.slice(start + whole.length, start + whole.length + 70));
    const relation = relationOf(suffix);
    if (monthOnly && bound?.exclusive === true) continue;
    found.push({
      is: "day",
      year: monthOnly ? numeric(m1) : numeric(y1 ?? y2),
      month: monthOnly ? numeric(d1) : numeric(m1 ?? m2 ?? m3),
      day: monthOnly ? null : numeric(d1 ?? d2 ?? d3 ?? d4),
      relation,
      exclusive: bound?.exclusive ?? listed,
      from: start - (bound?.length ?? (/ngay $/.test(before) ? 5 : 0)),
      to: start + whole.length + (suffix?.[0].length ?? 0),
    });
  }
  return withYearOfList(found, folded);
};

/** "15/5, 15/8 và 15/11/2026": the year stands once, after the last day of a list that runs on through it. */
const withYearOfList = (found: readonly RoundDay[], folded: string): readonly RoundDay[] => {
  const dated: RoundDay[] = [];
  for (const day of found.toReversed()) {
    const next = dated.at(-1);
    const gives = next !== undefined && next.year !== null && isEarlier(day, next) && day.year === null;
    dated.push(gives && LIST.test(folded.slice(day.to, next.from)) ? { ...day, year: next.year } : day);
  }
  return dated.toReversed();
};

/** Whether one day stands before the other in any one year. */
const isEarlier = (one: RoundDay, other: RoundDay): boolean =>
  one.month !== null &&
  other.month !== null &&
  one.month * 31 + (one.day ?? 0) < other.month * 31 + (other.day ?? 0);

const numeric = (text: string | undefined): number | null => (text === undefined ? null : Number(text));

const relationOf = (suffix: RegExpExecArray | null): RoundDay["relation"] => {
  if (suffix?.[1] !== undefined) return "each-month";
  if (suffix?.[2] !== undefined) return "last-of-quarter";
  if (suffix?.[3] !== undefined) return "next-quarter";
  if (suffix?.[4] !== undefined) return "last-of-period";
  return suffix?.[5] === undefined ? null : "next-year";
};

const LISTED_BEFORE =
  /(?:\bthang(?: (?:dau|cuoi) nam)?|\bquy(?: i{1,3}| iv)?|\(|\))(?:,| va|, va)?(?: bao cao| tong ket| hang| mot| ca)? ?$/;
const REPORT_BEFORE = /(?:^|\b(?:dinh ky|bao cao|tong ket|ket qua)|[,:(-]) ?$/;
const ENDS_AFTER =
  /^ ?(?:$|[,.;:()]|(?:truoc|va|ve|gui|cham|muon|theo quy|bao cao|cac|thu truong|phong|van phong|tung|moi|cho|tren)\b)/;

/** "năm" and "quý" are words of many sentences: labels in a list of periods, or right behind "báo cáo". */
const isPeriod = (folded: string, { from, to }: RoundLabel): boolean => {
  const words = folded.slice(from, to);
  if (!/^(?:nam|quy)\b/.test(words)) return true;
  const before = folded.slice(Math.max(0, from - 30), from);
  if (/\d/.test(words) && !/^ ?(?:[),:]|truoc|cham|muon)/.test(folded.slice(to, to + 12))) return false;
  const ends = ENDS_AFTER.test(folded.slice(to, to + 14));
  return (
    (LISTED_BEFORE.test(before) && (ends || words.startsWith("nam"))) || (REPORT_BEFORE.test(before) && ends)
  );
};

/** Labels and days of a sentence about reports, in order; what overlaps a day is no label. */
export const tokeniseRounds = (folded: string): readonly RoundWord[] => {
  const found = days(folded);
  const labels = LABELS.flatMap(([kind, pattern]) =>
    [...folded.matchAll(pattern)].map(
      (match): RoundLabel => ({
        is: "label",
        kind,
        count: numberOf(kind, match[1]),
        from: match.index,
        to: match.index + match[0].length,
      }),
    ),
  );
  const free = labels
    .filter((label) => (label.kind !== "year" && label.kind !== "quarterly") || isPeriod(folded, label))
    .filter((label) => found.every((day) => label.to <= day.from || label.from >= day.to))
    .sort((a, b) => a.from - b.from || b.to - a.to)
    .filter((label, at, all) => at === 0 || label.from >= (all[at - 1]?.to ?? 0));
  return [...found, ...free].sort((a, b) => a.from - b.from);
};
