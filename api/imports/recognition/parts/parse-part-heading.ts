import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import words from "../../vocabulary/document-words.json" with { type: "json" };
import type { TextLine } from "./text-line.ts";

/** From the outermost: "Phần thứ nhất", "A.", "I.", "1.", none. */
export const LABEL_STYLES = ["part", "letter", "roman", "arabic", "none"] as const;
export type LabelStyle = (typeof LABEL_STYLES)[number];

/** What a part of a document holds; `other` is a heading whose words are no part's name. */
export type PartHolds = "aims" | "tasks" | "organisation" | "other";

export type PartHeading = {
  readonly style: LabelStyle;
  readonly title: string;
  readonly holds: PartHolds;
};

const LABELS: readonly (readonly [Exclude<LabelStyle, "none">, RegExp])[] = [
  ["part", /^phần\s+(?:thứ\s+\p{L}{2,6}|[ivx]{1,5}|\d{1,2})\b\s*[.:\-–—]?\s*/iu],
  ["roman", /^(?:[IVX]{1,6}|Ⅰ|Ⅱ|Ⅲ|Ⅳ|Ⅴ|Ⅵ)\s*[./):\-–—]\s*/u],
  ["letter", /^[A-HĐ]\s*[./)]\s*/u],
  ["arabic", /^\d{1,2}\s*[./)]\s*(?!\d)/u],
];

/** Longest heading that is believed: a longer line is a sentence. */
const LONGEST_TITLE = 160;

const label = (text: string): { style: LabelStyle; rest: string } => {
  for (const [style, pattern] of LABELS) {
    const found = pattern.exec(text);
    if (found) return { style, rest: text.slice(found[0].length) };
  }
  // "I MỤC ĐÍCH": the full stop was forgotten, capitals say that it is a heading.
  const bare = /^[IVX]{1,4}\s+(?=\p{Lu}{2})/u.exec(text);
  return bare ? { style: "roman", rest: text.slice(bare[0].length) } : { style: "none", rest: text };
};

const startsWith = (folded: string, names: readonly string[]): boolean =>
  names.some((name) => folded.startsWith(name) && !/^[\p{L}\p{N}]/u.test(folded.slice(name.length)));

/** "MỤC TIÊU, NHIỆM VỤ" holds tasks; "KẾT QUẢ THỰC HIỆN NHIỆM VỤ NĂM 2025" does not. */
const AIMS_AND_TASKS =
  /^(?:muc|yeu cau|quan diem|chi tieu|dinh huong|chu de).{0,80}\b(?:nhiem vu|giai phap|noi dung)\b/;

const holdings = (folded: string): PartHolds => {
  const { aims, tasks, organisation } = words.parts;
  if (startsWith(folded, organisation)) return "organisation";
  if (startsWith(folded, aims)) return AIMS_AND_TASKS.test(folded) ? "tasks" : "aims";
  return startsWith(folded, tasks) ? "tasks" : "other";
};

/** Null for a line that cannot be the heading of a part. */
export const parsePartHeading = (line: TextLine): PartHeading | null => {
  if (line.text.length > LONGEST_TITLE + 20) return null;
  const { style, rest } = label(line.text);
  const title = rest.replace(/[\s:.;]+$/u, "");
  if (title === "" || title.length > LONGEST_TITLE) return null;
  const holds = holdings(foldVietnamese(title));
  const stands = line.capitals || line.marked;
  if (style === "none") {
    // Without a label only a known name, set apart or alone on its line, is a heading.
    const alone = words.parts.organisation.includes(foldVietnamese(title));
    return holds !== "other" &&
      (line.capitals || (stands && title.length <= 60) || (alone && !/\.$/.test(rest)))
      ? { style, title, holds }
      : null;
  }
  if (holds === "other") return stands || style === "part" ? { style, title, holds } : null;
  // "1. Nội dung tuyên truyền tập trung vào …;" is an item, not a heading.
  if (!stands && (/[;.]$/.test(rest.trim()) || title.length > 90)) return null;
  return { style, title, holds };
};
