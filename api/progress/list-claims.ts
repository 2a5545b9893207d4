import { z } from "zod";
import { selectWaitingClaims } from "../../db/queries/progress-queries.ts";
import { findTask } from "../catalogues/find-task.ts";
import { titleOf } from "../catalogues/title-of-task.ts";
import type { MemberActor } from "../members/member.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

/** A claim as the one who decides sees it: both dates, the words and the evidence. */
export type WaitingClaim = {
  readonly id: string;
  readonly task: { readonly id: string; readonly number: string; readonly title: string };
  readonly unit: { readonly id: string; readonly name: string };
  readonly dueOn: LocalDate | null;
  readonly completedOn: LocalDate;
  readonly notedOn: LocalDate;
  readonly text: string;
  readonly files: number;
};

/**
 * No unit confirms itself: a consolidator decides on other units, the consolidating unit's own claims go to a
 * leader, and nobody decides on a unit in which he holds a post himself.
 */
export const mayDecideClaim = (
  actor: MemberActor,
  claim: { readonly unitId: string; readonly consolidatingUnitId: string | null },
): boolean => {
  if (actor.current === null) return false;
  const ownUnits = actor.appointments.flatMap(({ unit }) => (unit === null ? [] : [unit.id]));
  if (ownUnits.includes(claim.unitId)) return false;
  if (actor.current.role === "leader") return true;
  return actor.current.role === "consolidator" && claim.unitId !== claim.consolidatingUnitId;
};

/** The claims that wait for this actor, oldest first. */
export const listClaims: UseCase<{ readonly claimId: string | null }, readonly WaitingClaim[]> = async (
  work,
  raw,
) => {
  const { actor } = work;
  if (actor.kind !== "member" || !may(actor, "decide-claim")) return refuse("not_allowed");
  const parsed = z.object({ claimId: z.uuid().nullable() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const waiting = (await selectWaitingClaims(work.tx, parsed.data.claimId)).filter((claim) =>
    mayDecideClaim(actor, { unitId: claim.unit_id, consolidatingUnitId: claim.consolidating_unit_id }),
  );
  const claims: WaitingClaim[] = [];
  for (const claim of waiting.slice(0, 50)) {
    const found = await findTask(work, claim.task_id);
    if (!found.ok) continue;
    const { task } = found.value;
    claims.push({
      id: claim.id,
      task: { id: task.id, number: task.number, title: titleOf(task) },
      unit: { id: claim.unit_id, name: claim.unit_name },
      dueOn: task.dueOn,
      completedOn: localDate(claim.completed_on),
      notedOn: localDate(claim.noted_on),
      text: claim.text,
      files: claim.files,
    });
  }
  return ok(claims);
};
