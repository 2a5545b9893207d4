import { compileLexicon, matchPhraseAt } from "./match-phrases.ts";
import { NOTE_VOCABULARY } from "./note-vocabulary.ts";
import { readTaskNumberAt, startsQuantity } from "./parse-task-number.ts";
import { type NoteToken, tokeniseNote } from "./tokenise-note.ts";

const OPENS_NOTE = compileLexicon(NOTE_VOCABULARY.opensNote);
const OPENS_AFTER = compileLexicon(NOTE_VOCABULARY.opensNoteAfter);
const LEAD = new Set(NOTE_VOCABULARY.lead);
const NUMBER_LEAD = new Set(NOTE_VOCABULARY.numberLead);
const CLAIMED = new Set(NOTE_VOCABULARY.claimedBefore);
const CLOSING = new Set(NOTE_VOCABULARY.closing);
const SPELLED = new Map(NOTE_VOCABULARY.spelledDigits.map((word, index) => [word, index + 1]));
const POINT = new Set(NOTE_VOCABULARY.spelledPoint);

/** "2,4" of somebody whose keyboard has the comma nearer. */
const WITH_COMMA = /(\d{1,2}),(\d{1,2})(?![\p{L}\p{N}%/]|[.,-]\d| ?%)/uy;
const SIGNS = /^[ \t]*[:.)\-–—=>;,]*[ \t]*(?:l[àa][ \t]+)?/iu;
const BETWEEN = /[ \t]*(?:[,;&+]|v[àa](?!\p{L}))[ \t]*/iuy;
const OPENING_REACH = 60;
/** Nobody greets with more words before the number. */
const LEAD_REACH = 14;
const LONGEST_CLAIM = 120;

/** "đã xong", "cũng chưa làm", "80%": what a note begins with, and hardly anything else. */
export const opensNote = (text: string): boolean => {
  const tokens = tokeniseNote(text.slice(0, OPENING_REACH));
  const at = matchPhraseAt(OPENS_AFTER, tokens, 0)?.to ?? 0;
  return tokens[at]?.kind === "percent" || matchPhraseAt(OPENS_NOTE, tokens, at) !== null;
};

type Found = { readonly number: string; readonly end: number };

const readComma = (line: string, from: number): Found | null => {
  WITH_COMMA.lastIndex = from;
  const match = WITH_COMMA.exec(line);
  return match === null ? null : { number: `${match[1]}.${match[2]}`, end: WITH_COMMA.lastIndex };
};

/** "hai chấm bốn", "ba phẩy một". */
const readSpelled = (tokens: readonly NoteToken[], at: number): Found | null => {
  const [head, point, tail] = tokens.slice(at, at + 3);
  const one = SPELLED.get(head?.folded ?? "");
  const other = SPELLED.get(tail?.folded ?? "");
  return one === undefined || other === undefined || tail === undefined || !POINT.has(point?.folded ?? "")
    ? null
    : { number: `${one}.${other}`, end: tail.end };
};

/** Whether what stands behind the number is said of it; nothing at all asks for the task. */
const isSaidOfIt = (rest: string): boolean => {
  const said = rest.replace(SIGNS, "");
  return said.trim() === "" || opensNote(said);
};

/** "xong 2.4", "đã hoàn thành nhiệm vụ 2.4 và 4.7 rồi ạ": the numbers that are claimed with nothing else said. */
const readClaimed = (line: string, tokens: readonly NoteToken[]): readonly string[] => {
  const opens = tokens.findIndex(({ folded }) => !LEAD.has(folded));
  const begins = tokens[opens];
  if (begins === undefined || !opensNote(line.slice(begins.start))) return [];
  for (const { start, folded } of tokens.slice(opens)) {
    const numbers: string[] = [];
    let at = start;
    let end = start;
    for (;;) {
      const read = readTaskNumberAt(line, at, null);
      if (read === null || !read.number.includes(".")) break;
      numbers.push(read.number);
      end = read.end;
      BETWEEN.lastIndex = end;
      at = end + (BETWEEN.exec(line)?.[0].length ?? 0);
      if (at === end) break;
    }
    if (numbers.length > 0) {
      const after = tokens.filter((token) => token.start >= end);
      return after.every((token) => token.kind === "symbol" || CLOSING.has(token.folded)) ? numbers : [];
    }
    if (!CLAIMED.has(folded) && !LEAD.has(folded) && !NUMBER_LEAD.has(folded)) return [];
  }
  return [];
};

/**
 * Brings the number to the front of a line as people say it: "dạ em báo cáo 2.4 đã xong", "2,4 xong", "hai chấm bốn
 * đã xong", and, where the line is the whole message, "đã xong 2.4". Only where what follows reads like a note or
 * nothing follows; any other line comes back as it is.
 */
export const normaliseNoteHead = (
  line: string,
  place: { readonly first: boolean; readonly only: boolean },
  known: ReadonlySet<string> | null,
): string => {
  const tokens = tokeniseNote(line.slice(0, 4 * LONGEST_CLAIM));
  let isExplicit = false;
  for (const [at, token] of tokens.slice(0, LEAD_REACH).entries()) {
    const read = readTaskNumberAt(line, token.start, known);
    if (read !== null) {
      const isHead = tokens.slice(0, at).every(({ kind }) => kind === "symbol");
      return !isHead && place.first && isSaidOfIt(line.slice(read.end)) ? line.slice(token.start) : line;
    }
    const found = readComma(line, token.start) ?? readSpelled(tokens, at);
    if (found !== null) {
      const isTask = known === null || known.has(found.number);
      const isPlain = isExplicit || (place.first && at === 0 && !startsQuantity(line, found.end));
      return isTask && (isPlain || isSaidOfIt(line.slice(found.end)))
        ? `${found.number}${line.slice(found.end)}`
        : line;
    }
    if (NUMBER_LEAD.has(token.folded)) isExplicit ||= token.folded !== "so";
    else if (token.kind !== "symbol" && !LEAD.has(token.folded)) break;
  }
  const claimed = place.only && line.length <= LONGEST_CLAIM ? readClaimed(line, tokens) : [];
  return claimed.length === 0 ? line : `${claimed.join(", ")}: ${line}`;
};
