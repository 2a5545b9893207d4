import { parseDecisionKey } from "../../imports/decision.ts";
import type { Doubt } from "../../imports/draft.ts";
import { loadDraft } from "../../imports/load-draft.ts";
import { reviewField } from "../../imports/review-field.ts";
import { type ShownImport, showImport } from "../../imports/show-import.ts";
import { ok, type Refusal, type Result } from "../../shared/result.ts";
import type { Work } from "../../shared/work.ts";

export type Settling = {
  readonly importId: string;
  readonly revision: number | null;
  readonly key: string;
  readonly act: "accept" | "correct" | "undo";
  /** What was typed, an entry a control. */
  readonly answers: readonly string[];
};

export type Settled = {
  /** The draft as it is now, whatever came of it. */
  readonly shown: ShownImport;
  /** Null when it was done. */
  readonly refusal: Refusal | null;
  /** The doubt that it was about. */
  readonly doubt: Doubt | null;
  /** More of the page changes than this field: other doubts come or go, names change everywhere. */
  readonly everywhere: boolean;
};

/** One decision, and the draft after it. Refuses as `showImport`; what `reviewField` refuses is in the answer. */
export const settleField = async (work: Work, settling: Settling): Promise<Result<Settled>> => {
  const { importId, key, act, answers } = settling;
  const before = await loadDraft(work, importId);
  if (!before.ok) return before;
  const answer = act === "accept" ? null : act === "undo" ? { undo: true as const } : answers.join("\n");
  const reviewed = await reviewField(work, { importId, revision: settling.revision, key, answer });
  const shown = await showImport(work, { importId });
  if (!shown.ok) return shown;
  const doubts = before.value.draft.doubts;
  const now = shown.value.draft.doubts;
  return ok({
    shown: shown.value,
    refusal: reviewed.ok ? null : reviewed.refusal,
    doubt: doubts.find((doubt) => doubt.key === key) ?? now.find((doubt) => doubt.key === key) ?? null,
    everywhere: changesNames(key) || !sameButFor(key, doubts, now, act === "undo"),
  });
};

/** A unit's name stands in many tasks; the period and the catalogue to amend decide what is compared. */
const changesNames = (key: string): boolean => {
  const about = parseDecisionKey(key);
  return (
    about === null ||
    about.on === "unit" ||
    (about.on === "catalogue" && about.field === "amends") ||
    (about.on === "document" && about.field.startsWith("scope_"))
  );
};

const sameButFor = (
  key: string,
  before: readonly Doubt[],
  now: readonly Doubt[],
  undone: boolean,
): boolean => {
  const left = (doubts: readonly Doubt[]): string =>
    doubts
      .map((doubt) => doubt.key)
      .filter((each) => each !== key)
      .sort()
      .join(" ");
  const cameBack = !undone && now.some((doubt) => doubt.key === key);
  return left(before) === left(now) && !cameBack;
};
