import { randomBytes } from "node:crypto";
import { insertInvitation, revokeInvitations } from "../../db/queries/chat-link-queries.ts";
import type { Work } from "../shared/work.ts";
import { hashSecret } from "./hash-secret.ts";
import { drawInvitationCode } from "./invitation-code.ts";

const HOURS_VALID = 24;

export type IssuedCode = { readonly code: string; readonly expiresAt: Date };

/**
 * A new code for a member; codes that were handed out before and not used become worthless.
 * The code itself is nowhere stored: it is shown once.
 */
export const issueInvitation = async (work: Work, memberId: string): Promise<IssuedCode> => {
  const code = drawInvitationCode(randomBytes);
  const expiresAt = new Date(work.now.getTime() + HOURS_VALID * 3_600_000);
  await revokeInvitations(work.tx, memberId, work.now);
  await insertInvitation(work.tx, {
    id: work.newId(),
    codeHash: hashSecret(code),
    memberId,
    createdBy: work.actor.kind === "member" ? (work.actor.current?.id ?? null) : null,
    createdAt: work.now,
    expiresAt,
    usedAt: null,
    revokedAt: null,
  });
  return { code, expiresAt };
};
