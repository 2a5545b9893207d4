import { z } from "zod";
import { selectConsolidatingUnitId } from "../../db/queries/catalogue-queries.ts";
import { selectRecipientsOfUnit } from "../../db/queries/member-queries.ts";
import { selectClaim, updateClaim } from "../../db/queries/progress-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { nextWorkingMoment } from "../calendar/next-working-moment.ts";
import { findTask } from "../catalogues/find-task.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import { may, refusalWithoutPost } from "../members/permissions.ts";
import type { MessageLine } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { saysNothing, tidyText } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { mayDecideClaim } from "./list-claims.ts";

export const REASON_MAX_LENGTH = 1000;

const inputSchema = z.discriminatedUnion("decision", [
  z.object({ claimId: z.uuid(), decision: z.literal("confirm") }),
  z.object({ claimId: z.uuid(), decision: z.literal("return"), reason: z.string().max(100_000) }),
]);
export type SettleClaimInput = z.input<typeof inputSchema>;

export type SettledClaim = {
  readonly claimId: string;
  readonly decision: "confirm" | "return";
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
};

/**
 * Confirms a claim of completion or returns it with a reason; the unit's head and focal officers hear it.
 * Refuses `not_allowed`, `claim_not_found`, `claim_of_own_unit`, `claim_decided`, `reason_required`, `reason_too_long`.
 */
export const settleClaim: UseCase<SettleClaimInput, SettledClaim> = async (work, raw) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "decide-claim") || actor.current === null)
    return refuse(refusalWithoutPost(actor));
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const input = parsed.data;
  const reason = input.decision === "return" ? tidyText(input.reason) : null;
  if (reason !== null && saysNothing(reason)) return refuse("reason_required");
  if (reason !== null && reason.length > REASON_MAX_LENGTH)
    return refuse("reason_too_long", { max: REASON_MAX_LENGTH });

  const claim = await selectClaim(work.tx, input.claimId);
  if (claim === null) return refuse("claim_not_found");
  const found = await findTask(work, claim.taskId);
  if (!found.ok) return found;
  const { task } = found.value;
  const consolidatingUnitId = await selectConsolidatingUnitId(work.tx, task.catalogueId);
  if (!mayDecideClaim(actor, { unitId: claim.unitId, consolidatingUnitId }))
    return refuse("claim_of_own_unit");
  if (claim.state !== "waiting") return refuse("claim_decided", { number: task.number });

  await updateClaim(work.tx, claim.id, {
    state: input.decision === "confirm" ? "confirmed" : "returned",
    decidedAt: work.now,
    decidedBy: actor.current.id,
    reason,
  });
  await recordAuditEntry(
    work,
    input.decision === "confirm" ? "claim-confirmed" : "claim-returned",
    { kind: "completion_claim", id: claim.id },
    { taskId: task.id, unitId: claim.unitId },
  );
  const title = titleOf(task);
  const told: MessageLine =
    reason === null
      ? {
          key: "notice-claim-confirmed",
          args: { number: task.number, title, completed: { date: claim.completedOn } },
        }
      : { key: "notice-claim-returned", args: { number: task.number, title, reason } };
  for (const recipient of await selectRecipientsOfUnit(work.tx, claim.unitId, work.today))
    await queueMessage(work, recipient, {
      purpose: "notice",
      message: { paragraphs: [[told]] },
      subject: { kind: "task", taskId: task.id, unitId: claim.unitId },
      notBefore: nextWorkingMoment(work.now, {
        timeZone: work.organization.timeZone,
        workingHours: work.organization.policy.workingHours,
        calendar: work.calendar,
      }),
    });
  return ok({
    claimId: claim.id,
    decision: input.decision,
    task: { id: task.id, number: task.number, title },
  });
};
