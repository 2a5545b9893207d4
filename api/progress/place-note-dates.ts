import { addDays, dayOf, type LocalDate, monthOf, yearOf } from "../shared/local-date.ts";
import { MOST_JUDGED } from "./judge-claims.ts";
import { completionClauses, type JudgedClause } from "./judge-note-state.ts";
import { compileLexicon, holdsPhrase, type Lexicon, matchPhraseAt, matchPhrases } from "./match-phrases.ts";
import type { NoteState, UnderstoodNote } from "./note.ts";
import { NOTE_VOCABULARY } from "./note-vocabulary.ts";
import { type PastDate, resolvePastDate, resolvePlannedDate, type SpokenDate } from "./parse-spoken-date.ts";
import type { NoteToken } from "./tokenise-note.ts";

const COMPLETION = compileLexicon(NOTE_VOCABULARY.completion);
const BASIS = compileLexicon(NOTE_VOCABULARY.basis);
const ACT = compileLexicon(NOTE_VOCABULARY.act);
const DEADLINE = compileLexicon(NOTE_VOCABULARY.deadline);
const FILLER = compileLexicon(NOTE_VOCABULARY.dateFiller);
const RELATIVE: readonly (readonly [Lexicon, number])[] = [
  [compileLexicon(NOTE_VOCABULARY.today), 0],
  [compileLexicon(NOTE_VOCABULARY.yesterday), -1],
  [compileLexicon(NOTE_VOCABULARY.dayBeforeYesterday), -2],
];

/** How many words may lie between a document's number and its day: "… của UBND phường Hải An ngày 20/3". */
const DOCUMENT_DATE_REACH = 9;

type NamedDate = { readonly at: number; readonly date: SpokenDate; readonly isDeadline: boolean };

const spoken = (date: LocalDate): SpokenDate => ({
  day: dayOf(date),
  month: monthOf(date),
  year: yearOf(date),
});

/** "trước ngày 15/9", "hạn 31/3": not the day on which something was done. */
const followsDeadlineWord = (tokens: readonly NoteToken[], at: number): boolean => {
  let before = at - 1;
  while (before >= 0 && matchPhraseAt(FILLER, tokens, before) !== null) before -= 1;
  return before >= 0 && matchPhraseAt(DEADLINE, tokens, before) !== null;
};

const datesOf = (tokens: readonly NoteToken[], today: LocalDate): readonly NamedDate[] => {
  const named = tokens.flatMap((token, at) =>
    token.kind === "date" ? [{ at, date: token.date, isDeadline: followsDeadlineWord(tokens, at) }] : [],
  );
  const relative = RELATIVE.flatMap(([words, days]) =>
    matchPhrases(words, tokens).map(({ from }) => ({
      at: from,
      date: spoken(addDays(today, days)),
      isDeadline: followsDeadlineWord(tokens, from),
    })),
  );
  // "nay" in "đến nay" and "qua" in "thông qua" are no days: a day word alone counts only in first or last place.
  const plain = relative.filter(
    ({ at, isDeadline }) =>
      !isDeadline && (!["nay", "qua"].includes(tokens[at]?.folded ?? "") || tokens.length === 1),
  );
  return [...named, ...plain];
};

type PlacedDocument = {
  readonly number: string;
  readonly kind: string | null;
  readonly date: SpokenDate | null;
  /** Where its day stands, so that it is not taken for the day of completion as well. */
  readonly dateAt: { readonly clause: JudgedClause; readonly at: number } | null;
  /** A paper that was only followed ("theo kế hoạch số …") dates nothing. */
  readonly isBasis: boolean;
};

const dateAfter = (
  clauses: readonly JudgedClause[],
  index: number,
  from: number,
): PlacedDocument["dateAt"] => {
  const clause = clauses[index];
  if (clause === undefined) return null;
  const { tokens, endedBy } = clause.clause;
  const reach = tokens.slice(from, from + DOCUMENT_DATE_REACH);
  const at = reach.findIndex(({ kind }) => kind === "date");
  const between = at < 0 ? reach : reach.slice(0, at);
  if (holdsPhrase(COMPLETION, between) || between.some(({ kind }) => kind === "document")) return null;
  if (at >= 0) return followsDeadlineWord(tokens, from + at) ? null : { clause, at: from + at };
  // "số 41/KH-UBND, ngày 23/02/2024" and "12/KH-UBND (20/3)": nothing but the day behind the pause.
  const next = clauses[index + 1];
  const isPause = from === tokens.length && (endedBy === "," || endedBy === "(");
  return isPause && next !== undefined && isDateAlone(next) ? dateAfter(clauses, index + 1, 0) : null;
};

/** "(20/3)", "ngày 20/3": a clause of nothing but a day. */
const isDateAlone = ({ clause }: JudgedClause): boolean =>
  clause.tokens.some(({ kind }) => kind === "date") &&
  clause.tokens.every(({ kind }, at) => kind === "date" || matchPhraseAt(FILLER, clause.tokens, at) !== null);

const documentPlaces = ({ clause }: JudgedClause): readonly number[] =>
  clause.tokens.flatMap(({ kind }, at) => (kind === "document" ? [at] : [])).slice(0, MOST_JUDGED);

const documentsOf = (clauses: readonly JudgedClause[]): readonly PlacedDocument[] =>
  clauses.flatMap((one, index) =>
    documentPlaces(one).flatMap((at) => {
      const token = one.clause.tokens[at];
      if (token?.kind !== "document") return [];
      const dateAt = dateAfter(clauses, index, at + 1);
      const dateToken = dateAt?.clause.clause.tokens[dateAt.at];
      const before = one.clause.tokens.slice(0, at);
      const basisAt = matchPhrases(BASIS, before).at(-1)?.from ?? -1;
      return [
        {
          number: token.document.number,
          kind: token.document.kind,
          date: dateToken?.kind === "date" ? dateToken.date : null,
          dateAt,
          isBasis: basisAt >= 0 && !holdsPhrase(ACT, before.slice(basisAt)),
        },
      ];
    }),
  );

/** The days named where completion is claimed, and in a clause beside it that is nothing but a day. */
const completionDates = (
  clauses: readonly JudgedClause[],
  documents: readonly PlacedDocument[],
  today: LocalDate,
): readonly SpokenDate[] => {
  const claiming = completionClauses(clauses);
  const isNear = (one: JudgedClause, index: number): boolean =>
    claiming.includes(one) ||
    (isDateAlone(one) &&
      [clauses[index - 1], clauses[index + 1]].some((near) => near && claiming.includes(near)));
  return clauses.filter(isNear).flatMap((one) =>
    datesOf(one.clause.tokens, today)
      .filter(
        ({ at, isDeadline }) =>
          !isDeadline && !documents.some(({ dateAt }) => dateAt?.clause === one && dateAt.at === at),
      )
      .map(({ date }) => date),
  );
};

const plannedDate = (clauses: readonly JudgedClause[], today: LocalDate): LocalDate | null => {
  const promise = clauses.find(({ claims }) => claims.includes("planned"));
  const date = promise?.clause.tokens.find(({ kind }) => kind === "date");
  return date?.kind === "date" ? resolvePlannedDate(date.date, today) : null;
};

/** The one day stated; null when none is, or when two differ and nobody knows which is meant. */
const statedDay = (dates: readonly SpokenDate[], today: LocalDate): PastDate | null => {
  const resolved = dates.map((date) => resolvePastDate(date, today));
  const [first] = resolved;
  const agree = resolved.every(({ on, problem }) => on === first?.on && problem === first.problem);
  return first !== undefined && agree ? first : null;
};

type NoteDates = Pick<UnderstoodNote, "completedOn" | "dateProblem" | "plannedOn" | "documentReference">;

/** Gives every day of a note its part: of completion, of a document, of a promise, or none. */
export const placeNoteDates = (
  clauses: readonly JudgedClause[],
  state: NoteState | null,
  today: LocalDate,
): NoteDates => {
  const documents = documentsOf(clauses);
  const document = documents.find(({ isBasis }) => !isBasis) ?? documents[0] ?? null;
  const issued = document?.date == null ? null : resolvePastDate(document.date, today);
  const dates = state === "completed" ? completionDates(clauses, documents, today) : [];
  const stated = statedDay(dates, today);
  const completed =
    state !== "completed"
      ? null
      : (stated ?? (document?.isBasis === false && dates.length === 0 ? issued : null));
  return {
    completedOn: completed?.on ?? null,
    dateProblem:
      completed === null && issued?.problem === "impossible" ? "impossible" : (completed?.problem ?? null),
    plannedOn: plannedDate(clauses, today),
    documentReference:
      document === null
        ? null
        : { number: document.number, kind: document.kind, issuedOn: issued?.on ?? null },
  };
};
