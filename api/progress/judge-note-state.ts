import { findFigures, type PlacedFigure, standsAlone, subjectOfPercent } from "./extract-figures.ts";
import { type Claim, judgeClaims, MOST_JUDGED } from "./judge-claims.ts";
import { compileLexicon, holdsPhrase, matchPhraseAt, matchPhrases } from "./match-phrases.ts";
import type { NoteState } from "./note.ts";
import { NOTE_VOCABULARY } from "./note-vocabulary.ts";
import type { Clause, NoteToken } from "./tokenise-note.ts";

const UNDERWAY = compileLexicon(NOTE_VOCABULARY.underway);
const UNDERWAY_VERB = compileLexicon(NOTE_VOCABULARY.underwayVerb);
const PARTY_BEFORE = compileLexicon(NOTE_VOCABULARY.partyBefore);
const WAITING = compileLexicon(NOTE_VOCABULARY.waiting);
const SOFT_UNDERWAY = compileLexicon(NOTE_VOCABULARY.softUnderway);
const NOT_STARTED = compileLexicon(NOTE_VOCABULARY.notStarted);
const NOT_WHOLLY = compileLexicon(NOTE_VOCABULARY.notWholly);
const NOT_YET = compileLexicon(NOTE_VOCABULARY.notYet);
const HARMLESS = compileLexicon(NOTE_VOCABULARY.harmless);
const STILL_OPEN = compileLexicon(NOTE_VOCABULARY.stillOpen);
const REMAINING = compileLexicon(NOTE_VOCABULARY.remaining);
const NOTHING_NEW = compileLexicon(NOTE_VOCABULARY.nothingNew);
const NO_CHANGE = compileLexicon(NOTE_VOCABULARY.noChange);
const NOT = compileLexicon(NOTE_VOCABULARY.not);
const DIFFICULTY = compileLexicon(NOTE_VOCABULARY.difficulty);
const ALREADY = compileLexicon(["đã"]);
const ALREADY_REPORTED = compileLexicon(["đã báo cáo", "đã nêu"]);

/** One clause with what was counted and claimed in it. */
export type JudgedClause = {
  readonly clause: Clause;
  readonly figures: readonly PlacedFigure[];
  readonly claims: readonly Claim[];
  /** Percentages of the whole task, and those of a part. */
  readonly percents: readonly {
    readonly at: number;
    readonly value: number;
    readonly subject: "task" | "part";
  }[];
};

export type JudgedNote = {
  readonly state: NoteState | null;
  readonly percent: number | null;
  readonly clauses: readonly JudgedClause[];
};

const percentsOf = (clause: Clause, before: JudgedClause | undefined): JudgedClause["percents"] => {
  const places = clause.tokens.flatMap(({ kind }, at) => (kind === "percent" ? [at] : []));
  return places.slice(0, MOST_JUDGED).flatMap((at) => {
    const token = clause.tokens[at];
    if (token?.kind !== "percent") return [];
    const subject = token.value > 100 ? "part" : subjectOfPercent(clause.tokens, at);
    if (subject === "none") return [];
    // "60/60 hộ (100%)" says the share once more; it says nothing of the task.
    const restates =
      token.value === 100 && (before?.figures ?? []).some(({ figure }) => figure.outOf !== null);
    return [{ at, value: token.value, subject: restates ? "part" : subject }];
  });
};

const judgeClauses = (
  text: string,
  clauses: readonly Clause[],
  ignored: (token: NoteToken) => boolean,
): readonly JudgedClause[] => {
  const judged: JudgedClause[] = [];
  for (const clause of clauses) {
    const figures = findFigures(text, clause);
    const claims = judgeClaims(clause, figures, ignored);
    judged.push({ clause, figures, claims, percents: percentsOf(clause, judged.at(-1)) });
  }
  return judged;
};

/** "đang", unless it is the Party ("dang uy") that somebody typed without marks. */
const isUnderway = (tokens: readonly NoteToken[]): boolean =>
  matchPhrases(UNDERWAY, tokens).some(({ from, to }) => {
    const token = tokens[from];
    if (token?.folded !== "dang" || token.typed !== "dang") return true;
    return (
      matchPhraseAt(UNDERWAY_VERB, tokens, to) !== null &&
      matchPhraseAt(PARTY_BEFORE, tokens, from - 1) === null
    );
  });

/** "chưa gửi", "còn 3 hộ" beside a claim of completion: something is open, nobody says what. */
const leavesOpen = (tokens: readonly NoteToken[]): boolean =>
  matchPhrases(NOT_YET, tokens).some(({ to }) => matchPhraseAt(HARMLESS, tokens, to) === null) ||
  holdsPhrase(STILL_OPEN, tokens) ||
  matchPhrases(REMAINING, tokens).some(({ to }) =>
    ["number", "share", "percent"].includes(tokens[to]?.kind ?? "word"),
  );

const isNotStarted = (tokens: readonly NoteToken[]): boolean =>
  matchPhrases(NOT_STARTED, tokens)
    .slice(0, 1)
    .some(({ to }) => !holdsPhrase(NOT_WHOLLY, tokens.slice(to)));

const isNothingNew = (tokens: readonly NoteToken[]): boolean =>
  matchPhrases(NOTHING_NEW, tokens).some(({ to }) => matchPhraseAt(DIFFICULTY, tokens, to) === null);

const isNoChange = (tokens: readonly NoteToken[]): boolean =>
  matchPhrases(NO_CHANGE, tokens).some(({ from }) => matchPhraseAt(NOT, tokens, from - 1) === null);

/** Something else is told of the period than that nothing happened. */
const tellsDeeds = ({ clause, figures }: JudgedClause): boolean =>
  figures.length > 0 ||
  clause.tokens.some(({ kind }) => kind === "document") ||
  matchPhrases(ALREADY, clause.tokens).some(
    ({ from }) => matchPhraseAt(ALREADY_REPORTED, clause.tokens, from) === null,
  );

const REACHED = compileLexicon(["đạt", "được", "đc", "đã được"]);

/** "đạt 45/60 hộ": some, not all. */
const reachesAPart = ({ clause, figures }: JudgedClause): boolean =>
  figures.some(
    ({ figure, from }) =>
      figure.outOf !== null &&
      figure.value < figure.outOf &&
      matchPhraseAt(REACHED, clause.tokens, from - 1) !== null,
  );

/** Whole percent, rounded down; null when the note names two that differ. */
const percentOf = (clauses: readonly JudgedClause[]): number | null => {
  const values = clauses.flatMap(({ percents }) =>
    percents.filter(({ subject }) => subject === "task").map(({ value }) => Math.floor(value)),
  );
  return new Set(values).size === 1 ? (values[0] ?? null) : null;
};

/** "đạt 100%" with no other subject than the task itself. */
const isWhollyReached = ({ clause, percents }: JudgedClause): boolean =>
  clause.endedBy !== "?" &&
  percents.some(
    ({ at, value, subject }) =>
      subject === "task" && value === 100 && standsAlone(clause.tokens.slice(0, at)),
  );

/** The clauses that say that the task is finished. */
export const completionClauses = (clauses: readonly JudgedClause[]): readonly JudgedClause[] =>
  clauses.filter((one) => one.claims.includes("done") || isWhollyReached(one));

/**
 * The order matters and leans to the side of not claiming: whatever says that work goes on beats whatever says
 * that it is finished; a finished task with something left open is nobody's guess; the quiet answers count only
 * when nothing else was told.
 */
export const judgeNoteState = (
  text: string,
  clauses: readonly Clause[],
  ignored: (token: NoteToken) => boolean,
): JudgedNote => {
  const judged = judgeClauses(text, clauses, ignored);
  const heard = clauses.map(({ tokens }) => tokens.filter((token) => !ignored(token)));
  const some = (test: (tokens: readonly NoteToken[]) => boolean): boolean => heard.some(test);
  const claims = judged.flatMap((one) => one.claims);
  const percent = percentOf(judged);
  const unfinished = judged.some(({ percents }) =>
    percents.some(({ subject, value }) => subject === "task" && value > 0 && value < 100),
  );
  const done = completionClauses(judged).length > 0;
  const notStarted =
    (clauses.some(({ tokens }) => isNotStarted(tokens)) || percent === 0) && !claims.includes("underway");
  const waiting = some((tokens) => holdsPhrase(WAITING, tokens));
  const underway =
    claims.includes("underway") || unfinished || (!waiting && some(isUnderway)) || judged.some(reachesAPart);
  const open = claims.includes("doubt") || waiting || some(leavesOpen);

  const stateOf = (): NoteState | null => {
    if (underway) return "in_progress";
    if (done) return open || notStarted ? null : "completed";
    if (notStarted) return "not_started";
    if (claims.includes("doubt")) return null;
    if (waiting || some((tokens) => holdsPhrase(SOFT_UNDERWAY, tokens))) return "in_progress";
    if (claims.length > 0 || judged.some(tellsDeeds)) return null;
    if (some(isNothingNew)) return "nothing_new";
    return some(isNoChange) ? "no_change" : null;
  };
  const state = stateOf();
  return { state, percent: percent === 100 && state !== "completed" ? null : percent, clauses: judged };
};
