import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import {
  confirmGroup,
  endGroupMembership,
  insertGroupMembers,
  selectGroupMembersOn,
  selectGroups,
  selectUnits,
} from "../../db/queries/unit-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { addDays } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

const inputSchema = z.strictObject({
  groupId: z.uuid(),
  unitIds: z.array(z.uuid()).min(1).max(500),
});
export type ConfirmGroupMembersInput = z.input<typeof inputSchema>;

/**
 * The administrator says which units a group holds, as of today: who was in it until yesterday stays so in the
 * history. A list that was only proposed was never in force; what it shares with the new one keeps its date.
 * Refuses `not_allowed`, `request_invalid`, `group_not_found`, `unit_not_found`.
 */
export const confirmGroupMembers: UseCase<ConfirmGroupMembersInput, { readonly members: number }> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "confirm-group")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { groupId } = parsed.data;
  const wanted = new Set(parsed.data.unitIds);

  await lockOrganization(work.tx);
  if (!(await selectGroups(work.tx)).some(({ id }) => id === groupId)) return refuse("group_not_found");
  const units = new Set((await selectUnits(work.tx)).map(({ id }) => id));
  if ([...wanted].some((id) => !units.has(id))) return refuse("unit_not_found");

  const present = new Set(await selectGroupMembersOn(work.tx, groupId, work.today));
  for (const unitId of present)
    if (!wanted.has(unitId)) await endGroupMembership(work.tx, groupId, unitId, addDays(work.today, -1));
  await insertGroupMembers(
    work.tx,
    [...wanted]
      .filter((unitId) => !present.has(unitId))
      .map((unitId) => ({ groupId, unitId, fromOn: work.today, toOn: null })),
  );
  await confirmGroup(work.tx, groupId, work.now);
  await recordAuditEntry(
    work,
    "group-confirmed",
    { kind: "unit_group", id: groupId },
    { unitIds: [...wanted] },
  );
  return ok({ members: wanted.size });
};
