import { compileLexicon, holdsPhrase, matchPhraseAt, type PhraseMatch } from "./match-phrases.ts";
import { NOTE_VOCABULARY } from "./note-vocabulary.ts";
import type { NoteToken } from "./tokenise-note.ts";

const ANNOUNCED = compileLexicon(NOTE_VOCABULARY.difficulty);
const PLAIN = compileLexicon(NOTE_VOCABULARY.plainDifficulty);
const BEFORE = compileLexicon(NOTE_VOCABULARY.beforeDifficulty);
const NONE = compileLexicon(NOTE_VOCABULARY.noDifficulty);
const EMPTY = compileLexicon(NOTE_VOCABULARY.emptyDifficulty);
const ENDS = compileLexicon(NOTE_VOCABULARY.endsDifficulty);
const LEAD = compileLexicon(NOTE_VOCABULARY.difficultyLead);

export type FoundDifficulty = {
  readonly text: string;
  /** Places in the text: what is told inside is no claim about the task. */
  readonly start: number;
  readonly end: number;
};

const STOPS = new Set([".", ";", "\n", "!", "?"]);
/** How many words back a "không" still denies: "không gặp bất kỳ khó khăn nào". */
const DENIAL_REACH = 5;

const isSymbol = (token: NoteToken | undefined): boolean => token?.kind === "symbol";

/** The words before, back to the nearest pause. */
const wordsBefore = (tokens: readonly NoteToken[], at: number): readonly NoteToken[] => {
  let from = at;
  while (from > 0 && at - from < DENIAL_REACH && !isSymbol(tokens[from - 1])) from -= 1;
  return tokens.slice(from, at);
};

/** "khó khăn" of the work, not "hộ khó khăn", "tháo gỡ khó khăn" or "không có khó khăn". */
const speaksOfTheWork = (tokens: readonly NoteToken[], at: number): boolean => {
  const before = wordsBefore(tokens, at);
  if (before.length === 0) return true;
  if (holdsPhrase(NONE, before)) return false;
  return matchPhraseAt(BEFORE, tokens, at - 1) !== null;
};

/** Up to the end of the sentence, or to a comma after which the next thing begins. */
const endOfDifficulty = (tokens: readonly NoteToken[], from: number): number => {
  let at = from;
  while (at < tokens.length) {
    const token = tokens[at];
    if (token !== undefined && isSymbol(token)) {
      if (STOPS.has(token.folded)) break;
      if (token.folded === "," && matchPhraseAt(ENDS, tokens, at + 1) !== null) break;
    }
    at += 1;
  }
  return at;
};

/** Past "khó khăn, vướng mắc", a colon or dash, "do", "là". */
const skipLead = (tokens: readonly NoteToken[], announced: PhraseMatch): number => {
  let at = announced.to;
  for (;;) {
    const token = tokens[at];
    if (token === undefined) return at;
    const more = matchPhraseAt(ANNOUNCED, tokens, at) ?? matchPhraseAt(LEAD, tokens, at);
    if (more !== null) at = more.to;
    else if (token.kind === "symbol" && [",", ":", "-", "("].includes(token.folded)) at += 1;
    else return at;
  }
};

const slice = (
  text: string,
  tokens: readonly NoteToken[],
  from: number,
  to: number,
  told: number,
): FoundDifficulty | null => {
  const first = tokens[told];
  const last = tokens[to - 1];
  const start = tokens[from]?.start;
  if (first === undefined || last === undefined || start === undefined || told >= to) return null;
  return { text: text.slice(first.start, last.end), start, end: last.end };
};

/** The first difficulty a note tells. "Vướng mắc: không" and an announcement with nothing behind it are none. */
export const findDifficulty = (text: string, tokens: readonly NoteToken[]): FoundDifficulty | null => {
  for (let at = 0; at < tokens.length; at += 1) {
    const plain = matchPhraseAt(PLAIN, tokens, at);
    if (plain !== null) return slice(text, tokens, at, endOfDifficulty(tokens, plain.to), at);
    const announced = matchPhraseAt(ANNOUNCED, tokens, at);
    if (announced === null) continue;
    const told = skipLead(tokens, announced);
    if (speaksOfTheWork(tokens, at)) {
      const end = endOfDifficulty(tokens, told);
      const denied = matchPhraseAt(EMPTY, tokens, told)?.to === end;
      const found = denied ? null : slice(text, tokens, at, end, told);
      if (found !== null) return found;
    }
    at = told - 1;
  }
  return null;
};
