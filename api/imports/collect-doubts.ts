import { type Decisions, parseDecisionKey } from "./decision.ts";
import type { Doubt } from "./draft.ts";
import { DOUBTFUL, type Reading, type ReadWarning, TASK_FIELDS } from "./reading.ts";
import { isForeign } from "./recognition/head/foreign-issuer.ts";

/** A warning without a confidence of its own weighs as much as this. */
const WARNED = 0.75;

type Indexes = { readonly taskIndexes: readonly number[]; readonly roundIndexes: readonly number[] };

/**
 * What a person should look at: fields under the threshold, fields that a warning names, warnings that name no field,
 * and what a catalogue cannot do without. What somebody decided is no longer doubtful. First of all that the document
 * is another office's.
 */
export const collectDoubts = (
  read: Reading,
  corrected: Reading,
  decisions: Decisions,
  { taskIndexes, roundIndexes }: Indexes,
): readonly Doubt[] => {
  const doubts: Doubt[] = [];
  const add = (key: string, doubt: Omit<Doubt, "key" | "about" | "blocking">, blocking = false): void => {
    const about = parseDecisionKey(key);
    const settled = decisions.byKey[key] !== undefined || decisions.restAccepted;
    if (about !== null && (blocking || !settled)) doubts.push({ key, about, ...doubt, blocking });
  };
  const used = new Set<ReadWarning>();
  const warningsOn = (number: string | null, field: string): readonly ReadWarning[] => {
    const found = read.warnings.filter((warning) => warning.number === number && warning.field === field);
    for (const warning of found) used.add(warning);
    return found;
  };
  const sureness = (confidence: number, warnings: readonly ReadWarning[]): number =>
    warnings.length > 0 ? Math.min(confidence, WARNED) : confidence;

  documentDoubts(corrected, (field) => warningsOn(null, field), add);
  const numbers = new Map<string, number>();
  for (const { number } of corrected.tasks) numbers.set(number, (numbers.get(number) ?? 0) + 1);
  for (const [at, index] of taskIndexes.entries()) {
    const task = read.tasks[index];
    const now = corrected.tasks[at];
    if (task === undefined || now === undefined) continue;
    for (const field of TASK_FIELDS) {
      const warnings = warningsOn(task.number, field);
      const confidence = sureness(task.confidence[field], warnings);
      const twice = field === "number" && (numbers.get(now.number) ?? 0) > 1;
      const empty = field === "title" && now.title.trim() === "";
      if (confidence < DOUBTFUL || twice || empty)
        add(
          `task.${index}.${field}`,
          { number: now.number, confidence, lines: task.spans[field] ?? task.source_lines, warnings },
          twice || empty,
        );
    }
  }
  // What was said of a task that is left out went with it.
  const kept = new Set(taskIndexes.map((index) => read.tasks[index]?.number));
  for (const { number } of read.tasks)
    if (!kept.has(number))
      for (const warning of read.warnings) if (warning.number === number) used.add(warning);
  for (const index of roundIndexes) {
    const round = read.report_rounds[index];
    if (round === undefined || (round.confidence >= DOUBTFUL && round.before !== null)) continue;
    // Rounds of one sentence have a warning each, in its words.
    const [from, to] = round.source_lines;
    const own = read.warnings.find(
      (warning) =>
        !used.has(warning) &&
        warning.number === null &&
        warning.text === round.text &&
        warning.line !== null &&
        from <= warning.line &&
        warning.line <= to,
    );
    if (own !== undefined) used.add(own);
    add(`round.${index}.before`, {
      number: null,
      confidence: round.confidence,
      lines: round.source_lines,
      warnings: own === undefined ? [] : [own],
    });
  }
  for (const [index, warning] of read.warnings.entries())
    if (!used.has(warning))
      add(`warning.${index}`, {
        number: warning.number,
        confidence: WARNED,
        lines: warning.line === null ? null : [warning.line, warning.line],
        warnings: [warning],
      });
  return doubts.sort(
    (one, other) =>
      Number(isForeign(other)) - Number(isForeign(one)) ||
      Number(other.blocking) - Number(one.blocking) ||
      one.confidence - other.confidence,
  );
};

const documentDoubts = (
  { document }: Reading,
  warningsOn: (field: string) => readonly ReadWarning[],
  add: (key: string, doubt: Omit<Doubt, "key" | "about" | "blocking">, blocking?: boolean) => void,
): void => {
  for (const field of ["kind", "number", "issued_on", "issuer", "title"] as const) {
    const warnings = warningsOn(field);
    const confidence = document.confidence[field] ?? 1;
    const empty = field === "title" && document.title.trim() === "";
    if (confidence < DOUBTFUL || warnings.length > 0 || empty)
      add(
        `document.${field}`,
        {
          number: null,
          confidence: warnings.length > 0 ? Math.min(confidence, WARNED) : confidence,
          lines: document.spans[field] ?? null,
          warnings,
        },
        empty,
      );
  }
  const scope = {
    number: null,
    lines: document.spans.scope_period ?? null,
    warnings: warningsOn("scope_period"),
  };
  const sure = document.confidence.scope_period ?? 1;
  if (document.scope_period === null)
    for (const field of ["scope_start_on", "scope_end_on"])
      add(`document.${field}`, { ...scope, confidence: 0 }, true);
  else if (sure < DOUBTFUL || scope.warnings.length > 0)
    add("document.scope_end_on", { ...scope, confidence: Math.min(sure, WARNED) });
};
