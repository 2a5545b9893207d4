import type { Block, Paragraph } from "../../outline.ts";

/** Of a title with what is joined to it; a longer paragraph is a sentence. */
const LONGEST = 800;
/** The same with the bases and the sentence that opens the content. */
const LONGEST_OPENING = 4_000;
const BRACKET = /\(\s?(?:ban hành\s|đính\s)?kèm theo\s/iu;
const BASIS =
  /\s(?=(?:Thực hiện|Căn cứ|Triển khai(?: thực hiện)?)\s(?:Kế hoạch|Quyết định|Công văn|Chương trình|Chỉ thị|Hướng dẫn|Nghị quyết)\ssố\s?\d)/u;
const KINDS =
  "(?:Kế hoạch|Quyết định|Công văn|Chương trình|Chỉ thị|Hướng dẫn|Nghị quyết|Nghị định|Thông tư|Thông báo|Kết luận|Quy định|Quy chế|Đề án)";
/** Right under the kind nothing but the bases follows a title. */
const BASIS_UNDER_KIND = new RegExp(
  `\\s(?=(?:Thực hiện|Triển khai(?: thực hiện)?|(?:Tiếp tục|Để) (?:thực hiện|triển khai(?: thực hiện)?)|Căn cứ|Theo|Thi hành|Xét)\\s(?:vào |nội dung |tinh thần |chỉ đạo tại )?(?:${KINDS}(?:\\s\\p{Ll}+){0,3}\\s(?:số\\s?)?\\d|Luật\\s|đề nghị của\\s))`,
  "u",
);
const OPENS_BASES = /^(?:[-+*•–]|\p{L}\)|\d{1,2}[.)]|[IVX]{1,5}[.)]|Căn cứ|Xét|Theo|Điều \d)/u;
const NUMBERED = /\d\s?[-/]\s?[A-ZĐ]{2,}/u;

/** Begins an item or a sentence, and no title. */
const SENTENCE =
  /^(?:[-+*•–]|\p{L}\)|\d{1,2}[.)]|[IVX]{1,5}[.)]|Căn cứ|Thực hiện|Triển khai|Xét|Theo|Điều \d)/u;

/**
 * A title to which a reader has joined the paragraph under it, made two as they are printed: "… NĂM 2026 (Kèm theo
 * Quyết định số …)", where the bracket is the whole rest, and "… năm 2026 Thực hiện Kế hoạch số …".
 */
export const divideJoinedTitle = (block: Block, underKind = false): readonly Block[] => {
  if (block.kind !== "paragraph" || block.text.length > (underKind ? LONGEST_OPENING : LONGEST))
    return [block];
  const text = block.text.normalize("NFC");
  const at = bracketAt(text) ?? basisAt(text) ?? (underKind ? basisUnderKind(text) : null);
  const title = text.slice(0, at ?? 0).trim();
  if (at === null || title === "" || /[.;:,]$/.test(title)) return [block];
  const rest: Paragraph = { ...block, text: text.slice(at).trim(), label: null, heading: null };
  return [{ ...block, text: title }, rest];
};

const bracketAt = (text: string): number | null => {
  const at = BRACKET.exec(text)?.index ?? 0;
  if (at === 0 || !/\)?[\s.;]*$/u.test(text)) return null;
  const closing = text.indexOf(")", at);
  return closing >= 0 && /[\p{L}\p{N}]/u.test(text.slice(closing + 1)) ? null : at;
};

const basisAt = (text: string): number | null =>
  SENTENCE.test(text) ? null : (BASIS.exec(text.slice(0, 400))?.index ?? null);

/** A title may itself begin with "Thực hiện" or "Triển khai"; one with a document's number in it is left whole. */
const basisUnderKind = (text: string): number | null => {
  const at = BASIS_UNDER_KIND.exec(text.slice(0, 600))?.index ?? 0;
  const title = text.slice(0, at);
  return at < 12 ||
    OPENS_BASES.test(text) ||
    (NUMBERED.test(title) && !/^\s(?:Căn cứ|Xét)/u.test(text.slice(at)))
    ? null
    : at;
};
