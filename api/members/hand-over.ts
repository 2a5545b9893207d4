import { z } from "zod";
import { endAppointment, moveLeaderCharges, selectPosts } from "../../db/queries/appointment-queries.ts";
import { revokeChatLinks, revokeInvitations } from "../../db/queries/chat-link-queries.ts";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { addDays } from "../shared/local-date.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { appointNew, type InvitedMember } from "./invite-member.ts";
import { issueInvitation } from "./issue-invitation.ts";
import { memberNameSchema } from "./member-name.ts";
import { may } from "./permissions.ts";
import { tellLeaver } from "./tell-leaver.ts";

const inputSchema = z.strictObject({
  appointmentId: z.uuid(),
  /** Null when nobody follows yet. */
  successorName: memberNameSchema.nullable(),
});
export type HandOverInput = z.input<typeof inputSchema>;

export type HandedOver = {
  /** The successor's code; null when nobody follows yet. */
  readonly successor: InvitedMember | null;
  /** The leaver held no other post: their chats are unlinked. */
  readonly unlinked: boolean;
};

/**
 * Ends a post yesterday and gives it to a successor from today. The unit's tasks, notes and reminders stay with
 * the unit. Refuses `not_allowed`, `member_name_invalid`, `request_invalid`, `appointment_not_found`,
 * `appointment_to_self`, `last_administrator`.
 */
export const handOver: UseCase<HandOverInput, HandedOver> = async (work, raw) => {
  if (!may(work.actor, "hand-over")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success)
    return refuse(
      parsed.error.issues[0]?.path[0] === "successorName" ? "member_name_invalid" : "request_invalid",
    );
  const { appointmentId, successorName } = parsed.data;

  await lockOrganization(work.tx);
  const held = await selectPosts(work.tx, work.today);
  const post = held.find(({ id }) => id === appointmentId);
  if (post === undefined) return refuse("appointment_not_found");
  const { memberName } = post;
  if (
    successorName !== null &&
    memberName !== null &&
    foldVietnamese(memberName) === foldVietnamese(successorName)
  )
    return refuse("appointment_to_self");
  const administrators = held.filter(({ role }) => role === "admin");
  if (successorName === null && post.role === "admin" && administrators.length === 1)
    return refuse("last_administrator");

  await endAppointment(work.tx, post.id, addDays(work.today, -1));
  const unlinked = !held.some(({ id, memberId }) => memberId === post.memberId && id !== post.id);
  // Whoever hands over the own post hears it as the answer.
  const self = work.actor.kind === "member" && work.actor.memberId === post.memberId;
  if (!self) await tellLeaver(work, post, unlinked);
  if (unlinked) {
    await revokeChatLinks(work.tx, post.memberId, work.now);
    await revokeInvitations(work.tx, post.memberId, work.now);
  }
  const successor =
    successorName === null
      ? null
      : await appointNew(work, { unitId: post.unitId, role: post.role, name: successorName });
  if (successor !== null) await moveLeaderCharges(work.tx, post.id, successor.appointmentId);
  await recordAuditEntry(
    work,
    "post-handed-over",
    { kind: "appointment", id: post.id },
    { successor: successor?.appointmentId ?? null, unlinked },
  );
  return ok({
    successor:
      successor === null ? null : { ...successor, ...(await issueInvitation(work, successor.memberId)) },
    unlinked,
  });
};
