import { randomBytes } from "node:crypto";
import { insertWebSession } from "../../db/queries/web-session-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { recordEntryWithoutWork } from "../audit/record-audit-entry.ts";
import { newId } from "../shared/ids.ts";
import { hashSecret } from "./hash-secret.ts";

const DAYS_VALID = 180;
const TOKEN_BYTES = 32;

/**
 * A browser may speak for a chat of the web from now on. The token (256 bits) is handed out once; its hash is
 * kept. Follows `linkChat` in the same transaction.
 */
export const openWebSession = async (
  tx: TenantTx,
  now: Date,
  chatLinkId: string,
): Promise<{ readonly sessionId: string; readonly token: string; readonly expiresAt: Date }> => {
  const token = randomBytes(TOKEN_BYTES).toString("base64url");
  const sessionId = newId(now);
  const expiresAt = new Date(now.getTime() + DAYS_VALID * 86_400_000);
  await insertWebSession(tx, {
    id: sessionId,
    chatLinkId,
    tokenHash: hashSecret(token),
    createdAt: now,
    expiresAt,
    lastSeenAt: now,
    revokedAt: null,
  });
  await recordEntryWithoutWork(tx, {
    at: now,
    actor: `chat:${chatLinkId}`,
    action: "session-opened",
    subjectKind: "web_session",
    subjectId: sessionId,
    details: {},
  });
  return { sessionId, token, expiresAt };
};
