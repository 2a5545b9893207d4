import { compileLexicon, holdsPhrase, matchPhraseAt } from "./match-phrases.ts";
import type { NoteFigure } from "./note.ts";
import { COUNTED_UNITS, MEASURED_UNITS, NOTE_VOCABULARY } from "./note-vocabulary.ts";
import type { Clause, NoteToken } from "./tokenise-note.ts";

const COUNTED = compileLexicon(COUNTED_UNITS);
const MEASURED = compileLexicon(MEASURED_UNITS);
const THOUSAND = compileLexicon(["nghìn", "ngàn"]);
const WHOLE_NOUN = compileLexicon(NOTE_VOCABULARY.wholeNoun);
const AFTER_PERCENT = compileLexicon(NOTE_VOCABULARY.afterPercent);
const NOT_REACHED = compileLexicon([
  ...NOTE_VOCABULARY.notReached,
  ...NOTE_VOCABULARY.plan,
  ...NOTE_VOCABULARY.voided,
  ...NOTE_VOCABULARY.notYet,
]);
const PERCENT_LEAD = compileLexicon(NOTE_VOCABULARY.percentLead);

const MOST_DIGITS = 15;

/**
 * The Vietnamese way: a dot parts thousands, a comma decimals ("1.250", "2,5"). A dot that cannot part thousands is
 * a decimal ("3.5 tỷ"), and where a decimal makes no sense a comma before three digits parts thousands.
 */
export const parseVietnameseNumber = (typed: string, isCounted: boolean): number | null => {
  if (typed.replace(/\D/g, "").length > MOST_DIGITS) return null;
  if (/^\d{1,3}(?:\.\d{3})+(?:,\d+)?$/.test(typed))
    return Number(typed.replaceAll(".", "").replace(",", "."));
  if (isCounted && /^\d{1,3}(?:,\d{3})+$/.test(typed)) return Number(typed.replaceAll(",", ""));
  if (/^\d+(?:[.,]\d+)?$/.test(typed)) {
    const value = Number(typed.replace(",", "."));
    return isCounted && !Number.isInteger(value) ? null : value;
  }
  return null;
};

export type PlacedFigure = {
  readonly figure: NoteFigure;
  readonly from: number;
  readonly to: number;
};

/** A count with its unit at this token; null when no known unit follows. */
const figureAt = (text: string, tokens: readonly NoteToken[], from: number): PlacedFigure | null => {
  const token = tokens[from];
  if (token?.kind !== "number" && token?.kind !== "share") return null;
  const thousand = matchPhraseAt(THOUSAND, tokens, from + 1);
  const after = thousand?.to ?? from + 1;
  const counted = matchPhraseAt(COUNTED, tokens, after);
  const measured = matchPhraseAt(MEASURED, tokens, from + 1);
  const unit = counted !== null && counted.to >= (measured?.to ?? 0) ? counted : measured;
  if (unit === null) return null;
  const factor = thousand !== null && unit === counted ? 1000 : 1;
  const value =
    token.kind === "share"
      ? token.value
      : parseVietnameseNumber(token.folded, unit === counted && factor === 1);
  if (value === null) return null;
  const end = tokens[unit.to - 1]?.end ?? token.end;
  return {
    figure: {
      value: value * factor,
      outOf: token.kind === "share" ? token.outOf : null,
      unit: unit.spelling,
      text: text.slice(token.start, end),
    },
    from,
    to: unit.to,
  };
};

/** The counts of a clause: "3 hội nghị", "45/60 hộ", "2,5 triệu đồng". */
export const findFigures = (text: string, { tokens }: Clause): PlacedFigure[] => {
  const figures: PlacedFigure[] = [];
  for (let at = 0; at < tokens.length; ) {
    const figure = figureAt(text, tokens, at);
    if (figure !== null) figures.push(figure);
    at = figure?.to ?? at + 1;
  }
  return figures;
};

/**
 * Of what a percentage speaks. "task": of the whole task. "part": of something in it ("100% hộ dân đã ký",
 * "tỷ lệ hộ nghèo 3%"). "none": it has not been reached ("phấn đấu đạt 80%", "còn 20%").
 */
export type PercentSubject = "task" | "part" | "none";

const isWord = (token: NoteToken): boolean => token.kind === "word";

/** Nothing but words of progress before it: then "100%" alone says that the task is finished. */
export const standsAlone = (before: readonly NoteToken[]): boolean => {
  for (let at = 0; at < before.length; ) {
    const token = before[at];
    const lead = matchPhraseAt(PERCENT_LEAD, before, at);
    if (lead === null && token !== undefined && token.kind !== "date" && token.kind !== "symbol")
      return false;
    at = lead?.to ?? at + 1;
  }
  return true;
};

export const subjectOfPercent = (tokens: readonly NoteToken[], at: number): PercentSubject => {
  const before = tokens.slice(0, at);
  if (holdsPhrase(NOT_REACHED, before.filter(isWord))) {
    const words = before.filter(isWord).map((token) => token.folded);
    return words[0] === "ty" || words[0] === "ti" ? "part" : "none";
  }
  const next = tokens[at + 1];
  const goesOnPlainly =
    next === undefined ||
    next.kind !== "word" ||
    matchPhraseAt(WHOLE_NOUN, tokens, at + 1) !== null ||
    matchPhraseAt(AFTER_PERCENT, tokens, at + 1) !== null;
  if (!goesOnPlainly) return "part";
  const countsSomething = before.some(
    (token, place) =>
      token.kind === "word" && matchPhraseAt(COUNTED, before, place) !== null && !standsAlone(before),
  );
  return countsSomething ? "part" : "task";
};

/** A share of something smaller than the task, with the word it speaks of where that is a known unit. */
export const figureOfPercent = (
  text: string,
  tokens: readonly NoteToken[],
  at: number,
): NoteFigure | null => {
  const token = tokens[at];
  if (token?.kind !== "percent") return null;
  const unit = matchPhraseAt(COUNTED, tokens, at + 1);
  const end = unit === null ? token.end : (tokens[unit.to - 1]?.end ?? token.end);
  return { value: token.value, outOf: null, unit: "%", text: text.slice(token.start, end) };
};
