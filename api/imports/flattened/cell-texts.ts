import { joinLines } from "./join-lines.ts";
import { judgeTime, openBrackets } from "./judge-cell-text.ts";
import type { Piece } from "./split-pieces.ts";

/** Longer runs are not looked up as known texts or times. */
const LOOKED_UP = 14;
const LONGEST_TIME = 9;

/** The texts that runs of pieces make, each judged once however often it is asked for. */
export type CellTexts = {
  readonly pieces: readonly Piece[];
  /** 1: wholly a time frame; over 0: a time frame and more, or a reference to one. */
  readonly timeLikeness: (from: number, to: number) => number;
  /** Opening brackets and quotes less closing ones. */
  readonly openBrackets: (from: number, to: number) => number;
  /** What the run is compared with others by; "" for a long one. */
  readonly key: (from: number, to: number) => string;
};

export const collectCellTexts = (pieces: readonly Piece[]): CellTexts => {
  const times = new Map<number, number>();
  const keys = new Map<number, string>();
  const opened = [0];
  for (const { text } of pieces) opened.push((opened.at(-1) ?? 0) + openBrackets(text));
  const place = (from: number, to: number): number => from * (LOOKED_UP + 1) + (to - from);
  return {
    pieces,
    openBrackets: (from, to) => (opened[to] ?? 0) - (opened[from] ?? 0),
    timeLikeness: (from, to) => {
      const first = pieces[from];
      if (to - from > LONGEST_TIME || first?.start.time !== true) return 0;
      const at = place(from, to);
      const seen = times.get(at);
      if (seen !== undefined) return seen;
      const found = judgeTime(joinLines(pieces.slice(from, to).map(({ text }) => text)));
      times.set(at, found);
      return found;
    },
    key: (from, to) => {
      if (to - from > LOOKED_UP) return "";
      const at = place(from, to);
      const seen = keys.get(at);
      if (seen !== undefined) return seen;
      const found = pieces
        .slice(from, to)
        .map(({ folded }) => folded)
        .join(" ")
        .replace(/ ?- ?/g, "-");
      keys.set(at, found);
      return found;
    },
  };
};
