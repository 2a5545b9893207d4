import { findDocumentNumbers } from "./recognition/head/parse-document-number.ts";
import type { TypingSlip } from "./typing-slip.ts";
import vocabulary from "./vocabulary/typing.json" with { type: "json" };

const PLACE = /trên địa bàn (?:toàn )?(?:quận|huyện|thị xã|thành phố|tỉnh)(?!\p{L}|\s\p{Lu})/giu;
const HEADS = /(?:thủ trưởng|giám đốc) các sở(?!\p{L})/giu;
const COMMUNES =
  /(?:[ủu][ỷyỵ] ban nhân dân|ubnd) (?:các (?:phường|xã|quận|huyện)|(?:xã, phường|phường, xã))(?!\p{L})/giu;
/** Others are worked with or heard, not told what to do. */
const WITH_OTHERS = /(?:phối hợp|với|cùng|của|từ|theo|gửi|báo cáo)\s(?:các\s)?(?:chủ tịch\s)?$/iu;
const NEIGHBOURS = /^(?:, \p{L}+)?(?: \p{L}+){0,2} (?:lân cận|giáp ranh|bạn|khác|liền kề)/u;

const BEFORE = 400;
const CLAUSE = /[;.]\s|^/gu;

/** What only an office above a commune says of itself, in a commune's own sentence: text taken over from above. */
export const detectSuperiorWords = (text: string): readonly TypingSlip[] =>
  [PLACE, HEADS, COMMUNES].flatMap((pattern) =>
    [...text.matchAll(pattern)].flatMap(({ 0: found, index }) => {
      const before = clauseBefore(text, index);
      const after = text.slice(index + found.length, index + found.length + 40);
      const others = pattern === PLACE ? isCited(before) : WITH_OTHERS.test(before) || NEIGHBOURS.test(after);
      return others ? [] : [{ code: "superior-words", from: index, to: index + found.length }];
    }),
  );

const clauseBefore = (text: string, at: number): string => {
  const before = text.slice(Math.max(0, at - BEFORE), at);
  const start = [...before.matchAll(CLAUSE)].at(-1);
  return start === undefined ? before : before.slice(start.index);
};

/** The words belong to the title of a document from above, or to a quotation. */
const isCited = (clause: string): boolean => {
  const lower = clause.toLowerCase();
  return (
    findDocumentNumbers(clause).length > 0 ||
    clause.split(/[“"]/u).length > clause.split(/[”"]/u).length ||
    vocabulary.above_a_commune.some((words) => lower.includes(words))
  );
};
