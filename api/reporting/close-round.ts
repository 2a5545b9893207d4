import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { updateRound } from "../../db/queries/round-page-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { findRound, showRound } from "./list-rounds.ts";
import type { ShownRound } from "./shown-round.ts";

/**
 * Closes a round (*chốt số liệu*): its reminders stop, and the notes of its window can no longer be corrected or
 * withdrawn. Closed before its cut-off, it is cut off today. Refuses `not_allowed`, `round_not_found`,
 * `round_closed`, `round_undated`, `round_not_begun`.
 */
export const closeRound: UseCase<{ readonly roundId: string }, ShownRound> = async (work, raw) => {
  if (!may(work.actor, "change-rounds")) return refuse("not_allowed");
  const parsed = z.object({ roundId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { roundId } = parsed.data;
  await lockOrganization(work.tx);
  const found = await findRound(work, roundId);
  if (!found.ok) return found;
  const { closedAt, windowStartOn, cutOffOn, dueOn } = found.value.shown;
  if (closedAt !== null) return refuse("round_closed");
  const lastOn = cutOffOn ?? dueOn;
  if (lastOn === null) return refuse("round_undated");
  // Cut off today, its window would end before it begins, for ever.
  if (work.today < windowStartOn) return refuse("round_not_begun");

  const isEarly = work.today < lastOn;
  await updateRound(work.tx, roundId, {
    closedAt: work.now,
    ...(isEarly ? { cutOffOn: work.today } : {}),
  });
  await recordAuditEntry(
    work,
    "round-closed",
    { kind: "reporting_round", id: roundId },
    { cutOffOn: isEarly ? work.today : cutOffOn },
  );
  return showRound(work, { roundId });
};
