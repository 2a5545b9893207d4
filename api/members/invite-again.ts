import { z } from "zod";
import { selectMember } from "../../db/queries/member-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type IssuedCode, issueInvitation } from "./issue-invitation.ts";
import { may } from "./permissions.ts";

const inputSchema = z.strictObject({ memberId: z.uuid() });

/**
 * A new code for somebody who is known: for the first chat, another one, or logging in. The one before is worthless.
 * Refuses `not_allowed`, `request_invalid`, `member_not_found`.
 */
export const inviteAgain: UseCase<z.input<typeof inputSchema>, IssuedCode> = async (work, raw) => {
  if (!may(work.actor, "invite")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { memberId } = parsed.data;
  const member = await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return refuse("member_not_found");
  const issued = await issueInvitation(work, memberId);
  await recordAuditEntry(work, "member-invited-again", { kind: "member", id: memberId });
  return ok(issued);
};
