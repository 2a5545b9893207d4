import { findSession } from "../../db/queries/system-chat-queries.ts";
import { touchWebSession } from "../../db/queries/web-session-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import type { ChatMember } from "./find-chat-member.ts";
import { hashSecret } from "./hash-secret.ts";
import { loadMemberActor } from "./load-member-actor.ts";

/** "Last seen" is for the person's own list of devices: to the hour is enough, and spares a write per request. */
const SEEN_STEP_MS = 3_600_000;

/** Who speaks with this token; null when the session is unknown, expired or revoked. */
export const findWebSession = async (
  both: BothTx,
  token: string,
  now: Date,
): Promise<(ChatMember & { readonly sessionId: string }) | null> => {
  if (token.length > 200) return null;
  const session = await findSession(both.system, hashSecret(token));
  if (session === null || session.revokedAt !== null || session.expiresAt <= now) return null;
  const { organizationId, id: sessionId } = session;
  return both.asTenant(tenantScope(organizationId), async (tx) => {
    const actor = await loadMemberActor(tx, session.chatLinkId, now);
    if (actor === null) return null;
    if (now.getTime() - session.lastSeenAt.getTime() >= SEEN_STEP_MS)
      await touchWebSession(tx, sessionId, now);
    return { organizationId, actor, sessionId };
  });
};
