import { z } from "zod";
import { revokeInvitations } from "../../db/queries/chat-link-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { may } from "./permissions.ts";

const inputSchema = z.strictObject({ memberId: z.uuid() });

/** A code that went astray opens nothing any more. Refuses `not_allowed`, `request_invalid`, `member_not_found`. */
export const revokeInvitation: UseCase<z.input<typeof inputSchema>, null> = async (work, raw) => {
  if (!may(work.actor, "invite")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { memberId } = parsed.data;
  const member = await selectMember(work.tx, memberId);
  if (member === null || member.erasedAt !== null) return refuse("member_not_found");
  await revokeInvitations(work.tx, memberId, work.now);
  await recordAuditEntry(work, "invitation-revoked", { kind: "member", id: memberId });
  return ok(null);
};
