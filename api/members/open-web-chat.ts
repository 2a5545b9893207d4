import {
  revokeChatLink,
  selectChatLink,
  selectChatLinksOfMember,
} from "../../db/queries/chat-link-queries.ts";
import { selectOrganization } from "../../db/queries/organization-queries.ts";
import { revokeSession } from "../../db/queries/web-session-queries.ts";
import { type BothTx, tenantScope } from "../../db/scope.ts";
import { recordEntryWithoutWork } from "../audit/record-audit-entry.ts";
import { ok, type Result } from "../shared/result.ts";
import { findWebSession } from "./find-web-session.ts";
import { type LinkedChat, linkChat } from "./link-chat.ts";
import type { LinkedMember } from "./member.ts";
import { openWebSession } from "./open-web-session.ts";

/** The web chat is one bot of its own kind. */
const WEB = { channel: "web", account: "web" } as const;

export type OpenedWebChat = {
  readonly linked: LinkedChat;
  readonly sessionId: string;
  readonly token: string;
  readonly expiresAt: Date;
};

/**
 * A browser logs in by a one-time code. All browsers of a member share one web chat: a second one joins the chat
 * that is there. Wrong codes are counted for the address, else for `browserKey`, so a refusal must be committed too.
 * Refuses as `linkChat` does.
 */
export const openWebChat = async (
  both: BothTx,
  now: Date,
  input: {
    readonly code: string;
    readonly browserKey: string;
    readonly languageCode: string;
    /** Where no browser's key outlasts the try: the address that it came from. */
    readonly address?: string;
  },
): Promise<Result<OpenedWebChat>> => {
  const { browserKey: chatKey, code, languageCode, address } = input;
  const linked = await linkChat(both, now, {
    ...WEB,
    chatKey,
    code,
    languageCode,
    ...(address === undefined
      ? {}
      : { counted: { channel: WEB.channel, account: "address", chatKey: address } }),
  });
  if (!linked.ok) return linked;
  const { organizationId, memberId, chatLinkId: own } = linked.value;
  return both.asTenant(tenantScope(organizationId), async (tx) => {
    const links = await selectChatLinksOfMember(tx, memberId);
    const first = links.find(({ channel, chatKey: key }) => channel === "web" && key !== null);
    const chatLinkId = first?.id ?? own;
    // The link that was made for this browser gives way to the member's one web chat.
    if (chatLinkId !== own) await revokeChatLink(tx, own, now);
    const session = await openWebSession(tx, now, chatLinkId);
    return ok({ linked: { ...linked.value, chatLinkId }, ...session });
  });
};

export type WebVisitor = {
  readonly sessionId: string;
  readonly actor: LinkedMember;
  readonly chatKey: string;
  readonly organization: { readonly id: string; readonly name: string; readonly timeZone: string };
};

/** Whom a browser's token speaks for, with what the page's head shows; null when the session is not in force. */
export const findWebVisitor = async (both: BothTx, token: string, now: Date): Promise<WebVisitor | null> => {
  const session = await findWebSession(both, token, now);
  if (session === null) return null;
  const { actor, organizationId, sessionId } = session;
  return both.asTenant(tenantScope(organizationId), async (tx) => {
    const link = await selectChatLink(tx, actor.chatLinkId);
    const organization = await selectOrganization(tx);
    if (link === null || link.chatKey === null || organization === null) return null;
    const { id, name, timeZone } = organization;
    return { sessionId, actor, chatKey: link.chatKey, organization: { id, name, timeZone } };
  });
};

/** The browser's own "log out". */
export const endWebSession = (both: BothTx, now: Date, visitor: WebVisitor): Promise<void> =>
  both.asTenant(tenantScope(visitor.organization.id), async (tx) => {
    await revokeSession(tx, visitor.sessionId, now);
    await recordEntryWithoutWork(tx, {
      at: now,
      actor: visitor.actor.current?.id ?? `member:${visitor.actor.memberId}`,
      action: "session-revoked",
      subjectKind: "web_session",
      subjectId: visitor.sessionId,
      details: {},
    });
  });
