import { z } from "zod";
import { revokeChatLink, selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { ChannelName } from "./member.ts";
import { isPerson } from "./member.ts";

const inputSchema = z.strictObject({ chatLinkId: z.uuid() });

/**
 * Another chat of one's own no longer speaks for the member. The chat that asks stays: whoever wants to end that
 * one too leaves the office or is handed over. Refuses `not_allowed`, `request_invalid`, `session_not_found`.
 */
export const revokeChat: UseCase<z.input<typeof inputSchema>, { readonly channel: ChannelName }> = async (
  work,
  raw,
) => {
  const { actor } = work;
  if (!isPerson(actor)) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { chatLinkId } = parsed.data;
  const own = (await selectChatLinksOfMember(work.tx, actor.memberId)).find(({ id }) => id === chatLinkId);
  if (own === undefined || chatLinkId === actor.chatLinkId) return refuse("session_not_found");
  if (!(await revokeChatLink(work.tx, chatLinkId, work.now))) return refuse("session_not_found");
  await recordAuditEntry(work, "chat-revoked", { kind: "chat_link", id: chatLinkId });
  return ok({ channel: own.channel });
};
