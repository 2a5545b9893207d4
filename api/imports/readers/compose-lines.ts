import { LIMITS, type OutlineLine, type ReaderRemark } from "../outline.ts";

export type LineComposer = {
  /** The number of the line that was added. */
  readonly add: (text: string, row?: number | null, cell?: number | null) => number;
  readonly count: () => number;
  /** What was added is more than `LIMITS` allow; the rest was not kept. */
  readonly tooLong: () => boolean;
  readonly lines: () => readonly OutlineLine[];
  /** Said once for each code and detail, with the line that comes next. */
  readonly remark: (code: ReaderRemark["code"], detail: string) => void;
  readonly remarks: () => readonly ReaderRemark[];
};

const MOST_REMARKS = 100;

/** Lines of a format without pages, within the bounds of what is read. */
export const composeLines = (): LineComposer => {
  const lines: OutlineLine[] = [];
  const remarks = new Map<string, ReaderRemark & { readonly line: number }>();
  let characters = 0;
  let tooLong = false;
  return {
    add: (text, row = null, cell = null) => {
      characters += text.length;
      tooLong ||= lines.length >= LIMITS.lines || characters > LIMITS.characters;
      if (!tooLong) lines.push({ text, page: null, row, cell });
      return lines.length;
    },
    count: () => lines.length,
    tooLong: () => tooLong,
    lines: () => lines,
    remark: (code, detail) => {
      const key = `${code} ${detail}`;
      if (!remarks.has(key) && remarks.size < MOST_REMARKS)
        remarks.set(key, { code, line: lines.length + 1, detail });
    },
    remarks: () =>
      [...remarks.values()].map((remark) => ({
        ...remark,
        line: lines.length === 0 ? null : Math.min(remark.line, lines.length),
      })),
  };
};
