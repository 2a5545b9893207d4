import { z } from "zod";
import { insertAppointment, selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { unitOfPost } from "./invite-member.ts";
import { ROLES } from "./member.ts";
import { may } from "./permissions.ts";

const inputSchema = z.strictObject({
  memberId: z.uuid(),
  role: z.enum(ROLES),
  /** Not used for leader and administrator; a consolidator without one works in the consolidating unit. */
  unitId: z.uuid().nullable().default(null),
});

/**
 * Somebody who is known takes one more post from today on: their chats speak for it once they choose it.
 * Refuses `not_allowed`, `request_invalid`, `member_not_found`, `unit_required`, `unit_not_found`,
 * `appointment_to_self` (they hold it).
 */
export const appointMember: UseCase<z.input<typeof inputSchema>, { readonly appointmentId: string }> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "invite")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { memberId, role } = parsed.data;
  await lockOrganization(work.tx);
  const member = await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return refuse("member_not_found");
  const unit = await unitOfPost(work, role, parsed.data.unitId);
  if (!unit.ok) return unit;
  const held = await selectPostsOfMember(work.tx, memberId, work.today);
  if (held.some((post) => post.role === role && post.unitId === unit.value))
    return refuse("appointment_to_self");

  const appointmentId = work.newId();
  await insertAppointment(work.tx, {
    id: appointmentId,
    memberId,
    unitId: unit.value,
    role,
    fromOn: work.today,
    toOn: null,
  });
  await recordAuditEntry(
    work,
    "member-appointed",
    { kind: "appointment", id: appointmentId },
    { role, unitId: unit.value },
  );
  return ok({ appointmentId });
};
