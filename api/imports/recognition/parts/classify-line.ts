import words from "../../vocabulary/document-words.json" with { type: "json" };
import type { TextLine } from "./text-line.ts";

/** What a line is for the form of an administrative document (Nghị định 30/2020/NĐ-CP, Phụ lục I). */
export type LineRole =
  | "motto"
  | "office"
  | "number"
  | "kind"
  | "annex"
  | "attached"
  | "article"
  | "recipients"
  | "signature"
  | "closing"
  | "text";

const MOTTO = /cong hoa xa hoi chu nghia viet nam|doc lap-? ?tu do-? ?hanh phuc/;
const OFFICE = /^(?:uy ban nhan dan|ubnd|hoi dong nhan dan|hdnd|dang uy|dang bo|dang cong san viet nam)\b/;
const NUMBER = /^so ?[:.]? ?[\d…._ ]{0,40}[a-z]? ?[/-] ?[a-z]/;
const ATTACHED =
  /^\(?(?:ban hanh |dinh )?kem theo (?:quyet dinh|ke hoach|chuong trinh|cong van|thong bao|van ban|huong dan|to trinh|bao cao)\b/;
const ARTICLE = /^dieu \d{1,3} ?[.:-]/;
const CLOSING = /^(?:tren day la|yeu cau thu truong cac .{0,80}(?:nghiem tuc|trien khai))/;
const AUTHORITY = /^(?:tm|kt|tl|tuq|t\/m|k\/t) ?\.? ?(?=[a-z])/;

const annexNames = [...words.annexes, ...words.forms];
const kinds = words.kinds.map(({ words: name }) => name);
const positions = words.positions;

/** "PHỤ LỤC", "Phụ lục II", "DANH MỤC NHIỆM VỤ …": set apart by capitals or by the format, never inside brackets. */
const isAnnex = ({ folded, capitals, marked, text }: TextLine): boolean => {
  const name = annexNames.find((one) => folded.startsWith(one) && !/^[a-z]/.test(folded.slice(one.length)));
  if (name === undefined || text.length > 300) return false;
  const label = /^(?:phụ lục|phụ biểu|biểu)(?:\s+số)?\s*(?:[IVX]{1,5}|\d{1,2}|[A-H])?\s*[.:]?$/iu.test(text);
  const firstWords = text.slice(0, name.length);
  return capitals || marked || label || firstWords === firstWords.toUpperCase();
};

/** The kind's words when the line is, or begins with, a kind in capitals ("KẾ HOẠCH", "QUYẾT ĐỊNH:"). */
export const kindWords = ({ text, marked }: TextLine): string | null => {
  const plain = text.replace(/\s*[:.]\s*$/u, "");
  const spaced = plain.replace(/(?<=\p{Lu}) (?=\p{Lu}(?: |$))/gu, "");
  for (const name of kinds) {
    if (plain === name || spaced === name.replaceAll(" ", "")) return name;
    if (marked && plain.length <= name.length && plain.toUpperCase() === name) return name;
    if (text.startsWith(`${name} `) && /^\p{L}+ ?\p{Ll}/u.test(text.slice(name.length + 1))) return name;
  }
  return null;
};

const isSignature = ({ text, folded, capitals }: TextLine): boolean => {
  const upper = text.toUpperCase();
  if (!capitals || text.length > 120) return false;
  return (
    AUTHORITY.test(folded) ||
    positions.some((name) => upper.startsWith(name) && text.length <= name.length + 30)
  );
};

export const classifyLine = (line: TextLine): LineRole => {
  const { folded, capitals } = line;
  if (MOTTO.test(folded)) return "motto";
  if (/^noi nhan ?:?/.test(folded) && line.text.length < 200) return "recipients";
  if (isSignature(line)) return "signature";
  if (NUMBER.test(folded)) return "number";
  if (ATTACHED.test(folded)) return "attached";
  if (ARTICLE.test(folded)) return "article";
  if (kindWords(line) !== null) return "kind";
  if (isAnnex(line)) return "annex";
  if (capitals && OFFICE.test(folded)) return "office";
  return CLOSING.test(folded) ? "closing" : "text";
};
