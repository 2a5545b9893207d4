import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";

const WHOLE =
  /^\(?\s*(?:(?:co|chi tiet|theo|tai) )*(?:phu luc|danh muc|bieu|bang)\b.{0,80}(?:kem theo|dinh kem)|(?<![\p{L}])(?:theo|tai|trong|o) (?:cac )?(?:phu luc|danh muc|bieu|bang)\b.{0,80}(?:kem theo|dinh kem)/u;
/** Behind a heading's colon or in its bracket: ": theo Phụ lục I.", "(chi tiết tại Phụ lục 2 kèm theo)". */
const BEHIND =
  /(?::|\s\()\s*(?:(?:thực hiện|được|cụ thể|chi tiết|có|như|nêu|quy định|theo|tại|ở|trong|các)\s+){1,5}(?:phụ lục|danh mục|biểu|bảng)(?:\s+số)?(?:\s+(?:[IVX]{1,5}|\d{1,2}|[A-H]))?(?:,?\s+(?:ban hành\s+)?(?:kèm theo|đính kèm)(?:\s+[\p{L}\s]{1,30})?)?\s*\)?[.;]?$/iu;
/** A longer paragraph that names an annex is a task with more to it. */
const LONGEST_REFERENCE = 180;
const SHORTEST_HEADING = 8;

/**
 * A line that sends to an annex, and the heading before that: "1. Nhiệm vụ thường xuyên: theo Phụ lục I.". The heading
 * is empty where the line says nothing else; null where it sends nowhere.
 */
export const splitAnnexReference = (line: string): { readonly title: string } | null => {
  if (line.length >= LONGEST_REFERENCE) return null;
  const text = line.trim().normalize("NFC");
  const behind = BEHIND.exec(text);
  if (behind !== null && behind.index >= SHORTEST_HEADING)
    return { title: text.slice(0, behind.index).trimEnd() };
  return WHOLE.test(foldVietnamese(line)) ? { title: "" } : null;
};
