import type { PlacedFigure } from "./extract-figures.ts";
import {
  compileLexicon,
  holdsPhrase,
  matchPhraseAt,
  matchPhrases,
  type PhraseMatch,
} from "./match-phrases.ts";
import { NOTE_VOCABULARY } from "./note-vocabulary.ts";
import type { Clause, NoteToken } from "./tokenise-note.ts";

const COMPLETION = compileLexicon(NOTE_VOCABULARY.completion);
const ACT = compileLexicon(NOTE_VOCABULARY.act);
const HANDED_IN = compileLexicon(NOTE_VOCABULARY.handedIn);
const HANDED_IN_WHAT = compileLexicon(NOTE_VOCABULARY.handedInWhat);
const PAST = compileLexicon(NOTE_VOCABULARY.past);
const HOLD = compileLexicon(NOTE_VOCABULARY.hold);
const PLAN = compileLexicon(NOTE_VOCABULARY.plan);
const VOIDED = compileLexicon(NOTE_VOCABULARY.voided);
const WITHIN = compileLexicon(NOTE_VOCABULARY.within);
const SINCE = compileLexicon(["từ", "hồi"]);
const LONG_AGO = compileLexicon(["hồi"]);
const UNTIL = compileLexicon(["đến", "tới"]);
const PART = compileLexicon(NOTE_VOCABULARY.part);
const WHOLE_AFTER_PART = compileLexicon(NOTE_VOCABULARY.wholeAfterPart);
const PURPOSE = compileLexicon(NOTE_VOCABULARY.purpose);
const QUESTION = compileLexicon(NOTE_VOCABULARY.question);
const BASIS = compileLexicon(NOTE_VOCABULARY.basis);

/**
 * What one word of completion amounts to where it stands. "done": the task is finished. "underway": not yet, or
 * only a part. "planned": promised. "doubt": it may be, so nobody says it is. "nothing": it speaks of something else.
 */
export type Claim = "done" | "underway" | "planned" | "doubt" | "nothing";

const hasPart = (words: readonly NoteToken[]): boolean =>
  matchPhrases(PART, words).some(({ from }) => matchPhraseAt(WHOLE_AFTER_PART, words, from) === null);

/** "chưa", "dự kiến", "yêu cầu" … anywhere before it in the same clause: null when nothing takes it back. */
const takenBack = (before: readonly NoteToken[], after: readonly NoteToken[]): Claim | null => {
  if (holdsPhrase(PLAN, before) || holdsPhrase(PLAN, after)) return "planned";
  if (holdsPhrase(VOIDED, before)) return "nothing";
  if (holdsPhrase(HOLD, before)) return "underway";
  return null;
};

/** A count beside the claim: all of them, some of them, or so many of nobody knows how many. */
const judgeCount = ({ figure }: PlacedFigure): Claim | null => {
  if (figure.outOf === null) return "doubt";
  return figure.value >= figure.outOf ? null : "underway";
};

/** "xong từ tháng 2", "hoàn thành hồi quý I"; "hoàn thành từ tháng 10", "từ tháng 2 đến tháng 5" may lie ahead. */
const isSince = (match: PhraseMatch, after: readonly NoteToken[]): boolean =>
  matchPhraseAt(/^xo/.test(match.spelling) ? SINCE : LONG_AGO, after, 0) !== null &&
  !holdsPhrase(UNTIL, after);

const judgeCompletion = (clause: Clause, match: PhraseMatch, figures: readonly PlacedFigure[]): Claim => {
  const before = clause.tokens.slice(0, match.from);
  const after = clause.tokens.slice(match.to);
  const back = takenBack(before, after);
  if (back !== null) return back;
  if (clause.endedBy === "?" || holdsPhrase(QUESTION, after)) return "doubt";
  if (hasPart(after) || hasPart(before)) return "underway";
  if (!holdsPhrase(PAST, before) && !isSince(match, after) && holdsPhrase(WITHIN, after)) return "planned";
  // "hoàn thành 45/60 hộ", "hoàn thành được 3 hội nghị", "45 hộ đã xong": the count is what was finished.
  const beside = figures.find(
    ({ from, to }) => to <= match.from || from === match.to || from === match.to + 1,
  );
  const count = beside === undefined ? null : judgeCount(beside);
  if (count !== null) return count;
  const counted = new Set(figures.map(({ from }) => from));
  const bareShare = clause.tokens.some(({ kind }, at) => kind === "share" && !counted.has(at));
  return bareShare ? "doubt" : "done";
};

/**
 * "đã ban hành" finishes a task whose product is a paper when a number or a day shows the paper; "đã nộp" by
 * itself. A paper made in order to do something else ("… để triển khai"), a draft, an older paper that was only
 * followed ("theo kế hoạch đã ban hành") do not.
 */
const judgeAct = (clause: Clause, match: PhraseMatch): Claim => {
  const before = clause.tokens.slice(0, match.from);
  const after = clause.tokens.slice(match.to);
  const back = takenBack(before, after);
  if (back !== null) return back === "underway" ? "nothing" : back;
  if (holdsPhrase(BASIS, before)) return "nothing";
  if (clause.endedBy === "?" || holdsPhrase(QUESTION, after) || holdsPhrase(PURPOSE, after)) return "doubt";
  if (hasPart(after)) return "underway";
  const past = holdsPhrase(PAST, before);
  const handedIn =
    matchPhraseAt(HANDED_IN, clause.tokens, match.from) !== null &&
    (after[0]?.kind !== "word" || matchPhraseAt(HANDED_IN_WHAT, after, 0) !== null);
  const shown = after.some(({ kind }) => kind === "document" || (past && kind === "date"));
  return shown || (past && handedIn) ? "done" : "nothing";
};

/**
 * So many claims of one clause are weighed. Nobody writes more; a text made to cost time must not, and what was
 * not weighed leaves the note in doubt.
 */
export const MOST_JUDGED = 12;

/** Every claim of a clause, judged; `ignored` are places inside a told difficulty. */
export const judgeClaims = (
  clause: Clause,
  figures: readonly PlacedFigure[],
  ignored: (token: NoteToken) => boolean,
): readonly Claim[] => {
  const heard = ({ from }: PhraseMatch): boolean => {
    const token = clause.tokens[from];
    return token !== undefined && !ignored(token);
  };
  const completions = matchPhrases(COMPLETION, clause.tokens).filter(heard);
  const acts = matchPhrases(ACT, clause.tokens).filter(heard);
  const claims = [
    ...completions.slice(0, MOST_JUDGED).map((match) => judgeCompletion(clause, match, figures)),
    ...acts.slice(0, MOST_JUDGED).map((match) => judgeAct(clause, match)),
  ];
  return completions.length + acts.length > claims.length ? [...claims, "doubt"] : claims;
};
