import { foldVietnamese } from "../../shared/normalise-vietnamese.ts";
import starts from "../vocabulary/cell-starts.json" with { type: "json" };

const DASH = /^[-–—]\s?/u;
const FINISHED = /[.;:,!?…][”"’)]*$/u;
const compoundStarts: ReadonlySet<string> = new Set(starts.compoundStarts.map(foldVietnamese));
const listStarts: readonly string[] = starts.listStarts.map(foldVietnamese);
const lastWords = (text: string, count: number): string =>
  foldVietnamese(
    text
      .split(" ")
      .slice(-count)
      .join(" ")
      .replace(/^[("“]/u, ""),
  );

/**
 * Whether a line that begins with a dash goes on with the line before: "chính trị" – "- xã hội", "(qua Phòng Văn hóa" –
 * "– Xã hội)". Any other dash begins an item of a list.
 */
export const goesOnWithDash = (before: string, line: string): boolean => {
  if (!DASH.test(line) || FINISHED.test(before)) return false;
  if (
    listStarts.some((start) =>
      foldVietnamese(line.replace(DASH, "").slice(0, 20)).concat(" ").startsWith(`${start} `),
    )
  )
    return false;
  const open = before.split("(").length > before.split(")").length;
  return (
    open ||
    /^\p{Ll}/u.test(line.replace(DASH, "")) ||
    compoundStarts.has(lastWords(before, 2)) ||
    compoundStarts.has(lastWords(before, 1))
  );
};
