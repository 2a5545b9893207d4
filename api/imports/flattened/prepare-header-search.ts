import { mayOpenHeader } from "../recognition/parts/match-header.ts";
import { type FoundHeader, findHeaderAt } from "./find-table-header.ts";
import type { VisualLine } from "./visual-line.ts";

/** Lines of a text that are looked at as the first of a header; a document of 300 pages has fewer. */
const MOST_TRIED = 400;

export type FindHeaders = (lines: readonly VisualLine[]) => ReadonlyMap<number, FoundHeader>;

/**
 * Finds the headers in the lines of one text, by the place of their first line. Asked again for the same text with
 * some lines taken out, it tries no line that opened none before.
 */
export const prepareHeaderSearch = (): FindHeaders => {
  const openNone = new Set<number>();
  let tried = 0;
  return (lines) => {
    const headers = new Map<number, FoundHeader>();
    for (let at = 0; at < lines.length; at++) {
      const line = lines[at];
      if (line === undefined || openNone.has(line.line) || !mayOpenHeader(line.text)) continue;
      if (tried >= MOST_TRIED) break;
      tried += 1;
      const found = findHeaderAt(lines, at);
      if (found === null) openNone.add(line.line);
      else {
        headers.set(at, found);
        at = found.to - 1;
      }
    }
    return headers;
  };
};
