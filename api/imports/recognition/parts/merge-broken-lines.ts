import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { TextLine } from "./text-line.ts";

const STARTS =
  /^(?:[-+*•–]|\d{1,2}(?:\.\d{1,2})*[.)] |[a-zđ]\)|[IVX]{1,5}[.)] |(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Triển khai|Điều \d|QUYẾT ĐỊNH|Ủy ban nhân dân|Uỷ ban nhân dân|UBND|Chủ tịch|Trên đây|Trong quá trình|Giao|Yêu cầu|Đề nghị|Định kỳ)(?!\p{L}))/u;
const SENTENCE = /^(?:Căn cứ|Xét|Theo đề nghị|Thực hiện|Điều \d{1,3}\.)(?!\p{L})/u;
/** A bracket is opened and not closed. */
const isOpen = (text: string): boolean => text.lastIndexOf("(") > text.lastIndexOf(")");
const DATE = /^\d{1,2}[./-]\d{1,2}(?:[./-]\d{4})?(?!\d)/;
const ENDS = /[.;:!?”"»)]$|\.\/\.?$/u;

/** Of characters: no paragraph of a real document is longer. */
const LONGEST = 6_000;

/**
 * Paragraphs that a reader of visual lines left in two: the first does not end and the second does not begin. "…lần 1
 * trước ngày" and "15/9/2026, lần 2 …" are one.
 */
export const mergeBrokenLines = (lines: readonly TextLine[]): readonly TextLine[] => {
  const runs: { readonly first: TextLine; readonly texts: string[]; last: TextLine; length: number }[] = [];
  for (const line of lines) {
    const run = runs.at(-1);
    if (run !== undefined && run.length + line.text.length <= LONGEST && goesOn(run.last, line, run.length)) {
      run.texts.push(line.text);
      run.last = line;
      run.length += line.text.length + 1;
    } else runs.push({ first: line, texts: [line.text], last: line, length: line.text.length });
  }
  return runs.map(({ first, texts, last }) => {
    if (texts.length === 1) return first;
    const text = texts.join(" ");
    return { ...first, text, folded: foldVietnamese(text), to: last.to };
  });
};

const goesOn = (before: TextLine, line: TextLine, length: number): boolean => {
  if (before.capitals !== line.capitals) return false;
  if (DATE.test(line.text) || /^\p{Ll}(?!\))/u.test(line.text)) return !/[.;:]$/u.test(before.text);
  if (ENDS.test(before.text) || STARTS.test(line.text) || length <= 40) return false;
  // A line as wide as the page may look centred; what opens a sentence is no heading.
  return !before.marked || (!line.marked && (SENTENCE.test(before.text) || isOpen(before.text)));
};
