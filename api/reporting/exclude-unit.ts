import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { saveExclusion } from "../../db/queries/round-page-queries.ts";
import { selectUnits } from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { saysNothing, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";
import { type FoundRound, findRound } from "./list-rounds.ts";
import { REASON_MAX_LENGTH } from "./shown-round.ts";

type Placed = { readonly roundId: string; readonly unitId: string };
const placedSchema = z.object({ roundId: z.uuid(), unitId: z.uuid() });

/** Refuses `round_not_found`, `round_closed`, `unit_not_found`; under the office's lock. */
const openFor = async (work: Work, { roundId, unitId }: Placed): Promise<Result<FoundRound>> => {
  await lockOrganization(work.tx);
  const found = await findRound(work, roundId);
  if (!found.ok) return found;
  if (found.value.shown.closedAt !== null) return refuse("round_closed");
  return (await selectUnits(work.tx)).some(({ id }) => id === unitId)
    ? found
    : refuse("unit_not_found", { candidates: "" });
};

/**
 * A unit need not report in a round, always for a reason: it owes nothing there and hears nothing of it.
 * Refuses `not_allowed`, `round_not_found`, `round_closed`, `unit_not_found`, `reason_required`, `reason_too_long`.
 */
export const excludeUnit: UseCase<
  Placed & { readonly reason: string },
  Placed & { readonly reason: string }
> = async (work, raw) => {
  if (!may(work.actor, "change-rounds")) return refuse("not_allowed");
  const parsed = placedSchema.extend({ reason: z.string().max(100_000) }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { roundId, unitId } = parsed.data;
  const reason = tidyText(parsed.data.reason);
  if (saysNothing(reason)) return refuse("reason_required");
  if (reason.length > REASON_MAX_LENGTH) return refuse("reason_too_long", { max: REASON_MAX_LENGTH });
  const found = await openFor(work, { roundId, unitId });
  if (!found.ok) return found;
  if (found.value.exclusions.get(unitId) !== reason) {
    await saveExclusion(work.tx, { roundId, unitId, reason, changedAt: work.now });
    await recordAuditEntry(work, "unit-excluded", { kind: "reporting_round", id: roundId }, { unitId });
  }
  return ok({ roundId, unitId, reason });
};

/** The unit reports again; one that was not excluded does anyway. Refuses like `excludeUnit`. */
export const endExclusion: UseCase<Placed, null> = async (work, raw) => {
  if (!may(work.actor, "change-rounds")) return refuse("not_allowed");
  const parsed = placedSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { roundId, unitId } = parsed.data;
  const found = await openFor(work, parsed.data);
  if (!found.ok) return found;
  if (!found.value.exclusions.has(unitId)) return ok(null);
  await saveExclusion(work.tx, { roundId, unitId, reason: null, changedAt: work.now });
  await recordAuditEntry(work, "exclusion-ended", { kind: "reporting_round", id: roundId }, { unitId });
  return ok(null);
};
