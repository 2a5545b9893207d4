import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type IssuedCode, issueInvitation } from "./issue-invitation.ts";
import { isPerson } from "./member.ts";

/** A code for another chat or browser of one's own. Refuses `not_allowed` to anybody but a linked member. */
export const inviteDevice: UseCase<Record<string, never>, IssuedCode> = async (work) => {
  const { actor } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  const issued = await issueInvitation(work, actor.memberId);
  await recordAuditEntry(work, "device-invited", { kind: "member", id: actor.memberId });
  return ok(issued);
};
