import { recogniseTimeFrame } from "../../time-frames/recognise-time-frame.ts";
import words from "../vocabulary/cell-starts.json" with { type: "json" };
import { isDitto } from "./judge-start.ts";
import { keyPhrase, keyWords } from "./tone-keys.ts";

const phrases = (list: readonly string[]): ReadonlySet<string> => new Set(list.map(keyPhrase));

const OPEN_END = phrases(words.openEnds);
const CLOSED_END = phrases(words.closedEnds);
const OPEN_TIME = phrases(words.openTimes);
const OPEN_NAME = phrases(words.openNames);
const SHORT_HEAD = phrases(words.shortHeads);

const LONGEST_TIME = 130;

/** The same few times stand in most rows; what is remembered of them is bounded. */
const MOST_REMEMBERED = 5_000;
const remembered = new Map<string, number>();

/** 1: wholly a time frame; 0.7: "-nt-"; 0.4: a time frame and more; 0: none. */
export const judgeTime = (text: string): number => {
  if (text.length > LONGEST_TIME) return 0;
  const known = remembered.get(text);
  if (known !== undefined) return known;
  const judged = judgeTimeAnew(text);
  if (remembered.size >= MOST_REMEMBERED) remembered.clear();
  remembered.set(text, judged);
  return judged;
};

const judgeTimeAnew = (text: string): number => {
  if (isDitto(text)) return 0.7;
  const { kind, unread, ditto } = recogniseTimeFrame(text);
  if (ditto === true) return 0.7;
  if (kind === "none") return 0;
  return unread === undefined ? 1 : 0.4;
};

/** How little a text can be the end of a cell: after a comma, "và", the first half of a name. 0: it can. */
export const endsOpen = (text: string): number => {
  if (/(?:[,/(“]|[-–]|(?:^|\s)(?:P|Đ\/c|đ\/c|Tr|TP)\.)$/u.test(text) && !isDitto(text)) return 4;
  if (/;$/.test(text)) return 1;
  if (/[.:!?”")…]$/u.test(text)) return 0;
  const last = keyWords(text.slice(-30)).slice(-2);
  const [one = "", two = last.join(" ")] = [last.at(-1)];
  if (CLOSED_END.has(two)) return 0;
  if (OPEN_NAME.has(two)) return 1;
  if (OPEN_END.has(one) || OPEN_END.has(two)) return 4;
  return OPEN_NAME.has(one) || OPEN_NAME.has(two) ? 1 : 0;
};

/** "Quý", "Tháng", "Cả năm": the first words of a time frame whose rest stands elsewhere. */
export const endsInTime = (text: string): boolean => {
  const last = keyWords(text.slice(-30)).slice(-2);
  return OPEN_TIME.has(last.at(-1) ?? "") || OPEN_TIME.has(last.join(" "));
};

export const count = (text: string, sign: string): number => text.split(sign).length - 1;

/** Opening brackets and quotes less closing ones. */
export const openBrackets = (text: string): number =>
  count(text, "(") - count(text, ")") + count(text, "“") - count(text, "”");

/** "Hội", "P.", "Công chức": nothing but the first word of a name. */
export const isShortHead = (text: string): boolean =>
  text.length <= 20 && !/[,;:]$/.test(text) && SHORT_HEAD.has(keyPhrase(text));
