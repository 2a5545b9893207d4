import { z } from "zod";
import { updateImport } from "../../db/queries/import-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { listNamedUnits } from "../units/list-units.ts";
import { type DecisionKey, type Decisions, decisionSchema, parseDecisionKey } from "./decision.ts";
import { loadOpenDraft } from "./load-draft.ts";
import { parseDecision } from "./parse-decision.ts";
import type { Reading } from "./reading.ts";

const inputSchema = z.strictObject({
  importId: z.string(),
  /** As the person saw it; null for whoever sees one field at a time. */
  revision: z.int().nullable(),
  /** Of `api/imports/decision.ts`; "rest" takes everything that is still doubtful as it was read. */
  key: z.string().max(400),
  /** What the person typed or chose; null accepts what was read, "undo" takes a decision back. */
  answer: z.union([z.string().max(20_000), z.null(), z.strictObject({ undo: z.literal(true) })]),
});
export type ReviewFieldInput = z.input<typeof inputSchema>;

/**
 * One decision on a draft. Refuses `not_allowed`, `import_not_found`, `import_published`, `import_changed`,
 * `request_invalid`, and what the field does not take: `date_not_understood`, `time_frame_not_understood`,
 * `task_number_invalid`, `title_empty`.
 */
export const reviewField: UseCase<
  ReviewFieldInput,
  { readonly revision: number; readonly doubts: number }
> = async (work, raw) => {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { importId, revision, key, answer } = parsed.data;
  const loaded = await loadOpenDraft(work, importId, revision);
  if (!loaded.ok) return loaded;
  const { row, read, decisions, draft } = loaded.value;

  let next: Decisions;
  if (key === "rest") next = { ...decisions, restAccepted: answer === null };
  else {
    const about = parseDecisionKey(key);
    if (about === null || !standsIn(read, about)) return refuse("request_invalid");
    const { [key]: _old, ...others } = decisions.byKey;
    if (typeof answer === "object" && answer !== null) next = { ...decisions, byKey: others };
    else {
      const decided = parseDecision(about, answer, {
        read,
        units: await listNamedUnits(work.tx),
        draftUnits: draft.reading.units,
      });
      if (!decided.ok) return decided;
      // A hundred units, fifty targets: what is more could not be read again.
      if (!decisionSchema.safeParse(decided.value).success) return refuse("request_invalid");
      next = { ...decisions, byKey: { ...others, [key]: decided.value } };
    }
  }
  if (!(await updateImport(work.tx, importId, row.revision, { decisions: next, changedAt: work.now })))
    return refuse("import_changed");
  await recordAuditEntry(
    work,
    "reading-reviewed",
    { kind: "import", id: importId },
    { key, accepted: answer === null },
  );
  const after = await loadOpenDraft(work, importId, null);
  return after.ok ? ok({ revision: row.revision + 1, doubts: after.value.draft.doubts.length }) : after;
};

const standsIn = (read: Reading, about: DecisionKey): boolean => {
  if (about.on === "task") return about.index < read.tasks.length;
  if (about.on === "round") return about.index < read.report_rounds.length;
  return about.on !== "warning" || about.index < read.warnings.length;
};
