import type { TypingSlip } from "./typing-slip.ts";

const OPENING = "“„«";
const CLOSING = "”»";
const STRAIGHT = '"';
const BRACKETS: Readonly<Record<string, string>> = { ")": "(", "]": "[", "}": "{" };
/** "a)", "10)", "iv)" at a beginning or after a blank. */
const LABEL = /(?:^|[\s;,:.“"(])(?:\p{L}|\d{1,3}|[ivx]{1,5})$/iu;

/** Quotation marks and brackets that were opened and not closed, closed and not opened, or typed twice: the first of each. */
export const detectUnpairedMarks = (text: string): readonly TypingSlip[] => [
  ...slipAt("quotation-unpaired", findUnpairedQuote(text)),
  ...slipAt("bracket-unpaired", findUnpairedBracket(text)),
];

const slipAt = (code: string, at: number | undefined): readonly TypingSlip[] =>
  at === undefined ? [] : [{ code, from: at, to: at + 1 }];

/** A straight mark closes where something is open; a quotation may stand in another. */
const findUnpairedQuote = (text: string): number | undefined => {
  const open: number[] = [];
  let doubled: number | undefined;
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if (OPENING.includes(mark) || (mark === STRAIGHT && open.length === 0)) {
      if (open.at(-1) === at - 1) doubled ??= at;
      open.push(at);
    } else if (CLOSING.includes(mark) || mark === STRAIGHT) {
      const opened = open.pop();
      if (opened === undefined || opened === at - 1) return at;
    }
  }
  return open.length > 0 ? (doubled ?? open[0]) : undefined;
};

const findUnpairedBracket = (text: string): number | undefined => {
  const open: { readonly mark: string; readonly at: number }[] = [];
  for (let at = 0; at < text.length; at += 1) {
    const mark = text.charAt(at);
    if ("([{".includes(mark)) open.push({ mark, at });
    const opening = BRACKETS[mark];
    if (opening === undefined) continue;
    if (open.at(-1)?.mark === opening) open.pop();
    else if (!LABEL.test(text.slice(Math.max(0, at - 7), at))) return at;
  }
  return open[0]?.at;
};
