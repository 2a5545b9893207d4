import { classifyLine, kindWords } from "../parts/classify-line.ts";
import type { TextLine } from "../parts/text-line.ts";
import { findDocumentNumbers } from "./parse-document-number.ts";

export type FoundTitle = {
  /** "KẾ HOẠCH", "DANH MỤC"; null for an official letter. */
  readonly heading: string | null;
  readonly title: string;
  readonly lines: readonly TextLine[];
};

const BASIS =
  /^[-+*•\s]{0,3}(?:can cu|xet |theo de nghi|theo chi dao|thuc hien (?:quyet dinh|ke hoach|chi thi|chuong trinh|cong van|nghi quyet|ket luan|huong dan|thong bao|noi dung|su chi dao)|kinh gui|thuong truc|trong thoi gian|nham |de )/;
/** A title is a few lines; longer is running text. */
const LONGEST = 700;

const closes = (text: string): boolean => /[.;:]$/.test(text) && !/\betc\.$/.test(text);

const continues = (before: TextLine, line: TextLine, joined: string): boolean => {
  if (joined.length + line.text.length > LONGEST || classifyLine(line) === "number") return false;
  if (/^\p{Ll}/u.test(line.text)) return line.text.length < 220;
  if (closes(before.text) || closes(line.text) || BASIS.test(line.folded)) return false;
  if (/^(?:uy ban nhan dan|ubnd|chu tich|hoi dong nhan dan)\b/.test(line.folded)) return false;
  if (before.capitals !== line.capitals && !/[,-]$/.test(before.text) && line.capitals) return false;
  return line.text.length < 160 && (line.marked === before.marked || /[,\p{Ll}-]$/u.test(before.text));
};

/** The lines under the kind that are its subject. */
const titleLines = (lines: readonly TextLine[]): readonly TextLine[] => {
  const taken: TextLine[] = [];
  for (const line of lines) {
    const role = classifyLine(line);
    if (role === "motto" || role === "number" || /^[([]/.test(line.text)) {
      if (taken.length > 0) break;
      continue;
    }
    const before = taken.at(-1);
    if (before === undefined) {
      // A subject may begin with "Thực hiện Chương trình …": only what names a basis by its number is none.
      if (/^[-+*•\s]{0,3}(?:can cu|kinh gui|xet )/.test(line.folded) || isNumberedBasis(line)) break;
      if (role !== "text" && role !== "annex" && role !== "office") break;
      if (closes(line.text) && line.text.length > 250) break;
      taken.push(line);
    } else if (
      (role === "text" || role === "annex") &&
      !opensBases(line) &&
      continues(before, line, taken.map(({ text }) => text).join(" "))
    )
      taken.push(line);
    else break;
  }
  return taken;
};

/** "Triển khai thực hiện Kế hoạch số 12/KH-UBND …" under a title: the bases begin, whatever stands at its end. */
const OPENS_BASES =
  /^(?:(?:tiep tuc |de )?(?:thuc hien|trien khai(?: thuc hien)?)|can cu|theo|thi hanh|xet)\s.{0,80}\b(?:so ?)?\d{1,5}[a-z]? ?[-/] ?[a-z]{2}/;
const opensBases = ({ text, folded }: TextLine): boolean => /^\p{Lu}/u.test(text) && OPENS_BASES.test(folded);

const isNumberedBasis = (line: TextLine): boolean =>
  BASIS.test(line.folded) && closes(line.text) && findDocumentNumbers(line.text).length > 0;

const join = (parts: readonly string[]): string => parts.join(" ").replace(/\s+/gu, " ").trim();

/** Under the kind's line; its own words may begin the same line ("KẾ HOẠCH Triển khai …"). */
export const recogniseTitle = (main: readonly TextLine[]): FoundTitle | null => {
  const at = main.findIndex((line) => kindWords(line) !== null);
  const line = main[at];
  if (line === undefined) return recogniseLetterSubject(main);
  const heading = kindWords(line) ?? "";
  const rest =
    line.text.length > heading.length + 3 ? line.text.slice(heading.length).replace(/^[\s:.]+/u, "") : "";
  // "THÔNG BÁO", then "Kết luận của …": everything else is the subject.
  const below = rest === "" || !closes(rest) ? titleLines(main.slice(at + 1)) : [];
  const used = rest !== "" && below[0] !== undefined && !continues(line, below[0], rest) ? [] : below;
  return { heading, title: join([rest, ...used.map(({ text }) => text)]), lines: [line, ...used] };
};

/** "V/v triển khai …" under the number of an official letter. */
const recogniseLetterSubject = (main: readonly TextLine[]): FoundTitle | null => {
  const at = main.findIndex(({ text }) => /(?:^|\s)(?:V\/v|Về việc)[\s:]/iu.test(text));
  const line = main[at];
  if (line === undefined) return null;
  const start = line.text.search(/(?:V\/v|Về việc)[\s:]/iu);
  const below: TextLine[] = [];
  for (const next of main.slice(at + 1)) {
    if (classifyLine(next) !== "text" || !/^\p{Ll}|^\d/u.test(next.text) || below.length > 4) break;
    below.push(next);
  }
  const subject = join([line.text.slice(start), ...below.map(({ text }) => text)]);
  return {
    heading: null,
    title: subject.replace(/\s\p{Lu}[\p{L}\s]{1,40}, ngày .*$/u, ""),
    lines: [line, ...below],
  };
};

/** What stands under "DANH MỤC" or "PHỤ LỤC", to the bracket that says which document it belongs to. */
export const annexTitle = (annex: readonly TextLine[]): FoundTitle | null => {
  const at = annex.findIndex((line) => classifyLine(line) === "annex");
  const label = annex[at];
  if (label === undefined) return null;
  const only =
    /^(?:danh mục|(?:phụ lục|phụ biểu|biểu)(?:\s+số)?(?:\s+(?:[IVX]{1,5}|\d{1,2}|[A-H]))?)[.:]?$/iu.test(
      label.text,
    );
  const below: TextLine[] = [];
  for (const line of annex.slice(at + 1)) {
    const role = classifyLine(line);
    if (role === "attached" || (role !== "text" && role !== "annex") || /^\(/.test(line.text)) break;
    below.push(line);
  }
  return {
    heading: only
      ? label.text.replace(/[.:]$/u, "")
      : (label.text.match(/^(?:DANH MỤC|PHỤ LỤC)/iu)?.[0] ?? null),
    title: join([...(only ? [] : [label.text]), ...below.map(({ text }) => text)]),
    lines: [label, ...below],
  };
};
