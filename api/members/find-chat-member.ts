import { type ChatAddress, findChatLink } from "../../db/queries/system-chat-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { loadMemberActor } from "./load-member-actor.ts";
import type { LinkedMember } from "./member.ts";

export type ChatMember = { readonly organizationId: string; readonly actor: LinkedMember };

/** Who speaks in this chat; null for a stranger. The door through which a chat gets its tenant scope. */
export const findChatMember = async (
  both: BothTx,
  chat: ChatAddress,
  now: Date,
): Promise<ChatMember | null> => {
  const link = await findChatLink(both.system, chat);
  if (link === null) return null;
  const { organizationId } = link;
  const actor = await both.asTenant(tenantScope(organizationId), (tx) => loadMemberActor(tx, link.id, now));
  return actor === null ? null : { organizationId, actor };
};
