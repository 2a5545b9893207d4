import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { replaceReporters, updateRound } from "../../db/queries/round-page-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { datesFit } from "../catalogues/judge-round-dates.ts";
import { may } from "../members/permissions.ts";
import { paperDateSchema } from "../shared/local-date.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { findRound, showRound } from "./list-rounds.ts";
import { planWindows } from "./plan-windows.ts";
import type { ShownRound } from "./shown-round.ts";
import { labelSchema, moveWindows, openRounds, placeReporters, reporterSchema } from "./write-round.ts";

const inputSchema = z.strictObject({
  roundId: z.uuid(),
  label: labelSchema.optional(),
  cutOffOn: paperDateSchema.nullable().optional(),
  dueOn: paperDateSchema.nullable().optional(),
  upwardDueOn: paperDateSchema.nullable().optional(),
  /** All of them: who is left out reports no longer. */
  reporters: z.array(reporterSchema).max(200).optional(),
});
export type ChangeRoundInput = z.input<typeof inputSchema>;

/**
 * Sets the dates of a round, undated until then or not, its name, who reports; the windows of the rounds after it
 * follow. Refuses `not_allowed`, `round_not_found`, `round_closed`, `catalogue_closed`, `round_date_past`,
 * `round_date_invalid`, `unit_not_found`, `group_not_found`.
 */
export const changeRound: UseCase<ChangeRoundInput, ShownRound> = async (work, raw) => {
  if (!may(work.actor, "change-rounds")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { roundId, reporters, label, ...asked } = parsed.data;
  if (Object.keys(parsed.data).length === 1) return showRound(work, { roundId });
  await lockOrganization(work.tx);
  const found = await findRound(work, roundId);
  if (!found.ok) return found;
  const { shown, position } = found.value;
  if (shown.closedAt !== null) return refuse("round_closed");
  const catalogue = await openRounds(work, shown.catalogueId);
  if (!catalogue.ok) return catalogue;
  const { beganOn } = catalogue.value;

  const dates = {
    cutOffOn: asked.cutOffOn === undefined ? shown.cutOffOn : asked.cutOffOn,
    dueOn: asked.dueOn === undefined ? shown.dueOn : asked.dueOn,
    upwardDueOn: asked.upwardDueOn === undefined ? shown.upwardDueOn : asked.upwardDueOn,
  };
  const isMoved = dates.dueOn !== shown.dueOn;
  if (isMoved && dates.dueOn !== null && dates.dueOn < work.today) return refuse("round_date_past");
  const { windowStartOn } = shown;
  const after = catalogue.value.placed.map((round) =>
    round.id === roundId
      ? { id: roundId, position, windowStartOn, dueOn: dates.dueOn, closed: false }
      : round,
  );
  const next = (isMoved ? planWindows(after, beganOn).get(roundId) : undefined) ?? windowStartOn;
  if (!datesFit({ ...dates, windowStartOn: next })) return refuse("round_date_invalid");
  const rows = reporters === undefined ? null : await placeReporters(work, roundId, reporters);
  if (rows?.ok === false) return rows;

  await updateRound(work.tx, roundId, { ...dates, ...(label === undefined ? {} : { label }) });
  if (isMoved) await moveWindows(work, after, beganOn);
  if (rows !== null) await replaceReporters(work.tx, roundId, rows.value);
  await recordAuditEntry(
    work,
    "round-changed",
    { kind: "reporting_round", id: roundId },
    { ...dates, fields: Object.keys(parsed.data).filter((field) => field !== "roundId") },
  );
  return showRound(work, { roundId });
};
