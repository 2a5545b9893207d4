import { z } from "zod";
import { moveAppointments, selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import {
  clearUnreachable,
  insertChatLink,
  selectChatLinksOfMember,
  useInvitation,
} from "../../db/queries/chat-link-queries.ts";
import { eraseMember, selectMember, updateMember } from "../../db/queries/member-queries.ts";
import { selectOrganization } from "../../db/queries/organization-queries.ts";
import {
  type ChatAddress,
  countWrongTry,
  type FoundChatLink,
  type FoundInvitation,
  findChatLink,
  findInvitation,
  forgetWrongTries,
  selectLockedUntil,
} from "../../db/queries/system-chat-queries.ts";
import { type BothTx, type TenantTx, tenantScope } from "../../db/scope.ts";
import { recordEntryWithoutWork } from "../audit/record-audit-entry.ts";
import { newId } from "../shared/ids.ts";
import { localDateAt } from "../shared/local-date.ts";
import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { RefusalCode } from "../shared/refusals.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { hashSecret } from "./hash-secret.ts";
import { normaliseInvitationCode } from "./invitation-code.ts";
import { type Appointment, channelNameSchema } from "./member.ts";
import { describePost, rankPosts } from "./rank-posts.ts";

export const WRONG_TRIES = 5;
export const LOCK_MINUTES = 15;

const inputSchema = z.strictObject({
  channel: channelNameSchema,
  account: z.string().min(1),
  chatKey: z.string().min(1),
  code: z.string(),
  /** The language the messenger shows itself in; null where it does not tell. */
  languageCode: z.string().nullable(),
  /** For whom wrong codes are counted; without it for the chat itself. */
  counted: z
    .strictObject({ channel: channelNameSchema, account: z.string().min(1), chatKey: z.string().min(1) })
    .optional(),
});
export type LinkChatInput = z.input<typeof inputSchema>;

/** What the greeting says. */
export type LinkedChat = {
  readonly organizationId: string;
  readonly organizationName: string;
  readonly memberId: string;
  readonly memberName: string | null;
  readonly locale: "vi" | "en";
  readonly chatLinkId: string;
  readonly posts: readonly Appointment[];
  /** The chat spoke for this member before. */
  readonly already: boolean;
};

/**
 * Links a chat to the member whose one-time code was typed there. It begins before an organization is known,
 * hence `BothTx`. A refusal counts a wrong try in the same transaction, so it must be committed too.
 * Refuses `invitation_locked` (minutes), `invitation_unknown`, `invitation_expired`, `invitation_used`,
 * `chat_linked_elsewhere`, `request_invalid`.
 */
export const linkChat = async (both: BothTx, now: Date, raw: LinkChatInput): Promise<Result<LinkedChat>> => {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { code: typed, languageCode, counted, ...chat } = parsed.data;
  const trying = counted ?? chat;

  const lockedUntil = await selectLockedUntil(both.system, trying);
  if (lockedUntil !== null && lockedUntil > now) return locked(lockedUntil, now);
  const code = normaliseInvitationCode(typed);
  const invitation = code === null ? null : await findInvitation(both.system, hashSecret(code));
  if (invitation === null) return wrongTry(both, trying, now, "invitation_unknown");
  const link = await findChatLink(both.system, chat);
  const { organizationId } = invitation;
  const inOffice = <T>(work: (tx: TenantTx) => Promise<T>) =>
    both.asTenant(tenantScope(organizationId), work);

  // The same person pressed the same link twice: nothing wrong, nothing new.
  if (invitation.usedAt !== null && link?.memberId === invitation.memberId)
    return inOffice((tx) => describeLink(tx, now, link.id, link.memberId, true));
  if (invitation.usedAt !== null) return wrongTry(both, trying, now, "invitation_used");
  if (invitation.revokedAt !== null || invitation.expiresAt <= now)
    return wrongTry(both, trying, now, "invitation_expired");

  const linked = await inOffice((tx) => linkInOffice(tx, now, { chat, languageCode, invitation, link }));
  if (linked.ok) await forgetWrongTries(both.system, trying);
  return linked;
};

const locked = (until: Date, now: Date): Result<never> =>
  refuse("invitation_locked", {
    minutes: Math.max(1, Math.ceil((until.getTime() - now.getTime()) / 60_000)),
  });

/** Every code that does not open costs the same, whatever became of it. */
const wrongTry = async (
  both: BothTx,
  chat: ChatAddress,
  now: Date,
  code: RefusalCode,
): Promise<Result<never>> => {
  const counted = await countWrongTry(both.system, chat, {
    now,
    limit: WRONG_TRIES,
    lockUntil: new Date(now.getTime() + LOCK_MINUTES * 60_000),
  });
  return counted.lockedUntil !== null && counted.lockedUntil > now
    ? locked(counted.lockedUntil, now)
    : refuse(code);
};

const linkInOffice = async (
  tx: TenantTx,
  now: Date,
  facts: {
    readonly chat: ChatAddress;
    readonly languageCode: string | null;
    readonly invitation: FoundInvitation;
    readonly link: FoundChatLink | null;
  },
): Promise<Result<LinkedChat>> => {
  const { chat, languageCode, invitation, link } = facts;
  const member = await selectMember(tx, invitation.memberId);
  if (member === null || member.erasedAt !== null) return refuse("invitation_expired");
  if (link !== null && link.memberId !== member.id) return addPosts(tx, now, invitation, link);
  if (!(await useInvitation(tx, invitation.id, now))) return refuse("invitation_used");
  if (link !== null) {
    await clearUnreachable(tx, link.id);
    return describeLink(tx, now, link.id, member.id, true);
  }
  const first = (await selectChatLinksOfMember(tx, member.id)).length === 0;
  const chatLinkId = newId(now);
  const made = await insertChatLink(tx, {
    ...chat,
    id: chatLinkId,
    memberId: member.id,
    currentAppointmentId: null,
    linkedAt: now,
    unreachableSince: null,
    revokedAt: null,
  });
  if (!made) return refuse("chat_linked_elsewhere");
  // A person's own setting stands; only the first chat suggests a language.
  if (first) await updateMember(tx, member.id, { locale: /^en\b/i.test(languageCode ?? "") ? "en" : "vi" });
  await recordEntryWithoutWork(tx, {
    at: now,
    actor: `member:${member.id}`,
    action: "chat-linked",
    subjectKind: "chat_link",
    subjectId: chatLinkId,
    details: { channel: chat.channel },
  });
  return describeLink(tx, now, chatLinkId, member.id, false);
};

/**
 * One person may hold several posts, each invited by itself. A code typed in a chat that is linked already, in the
 * same office and made out to the same name, shows that both are one person: the posts pass to the row that has
 * the chat. Any other chat stays with whom it speaks for.
 */
const addPosts = async (
  tx: TenantTx,
  now: Date,
  invitation: FoundInvitation,
  link: FoundChatLink,
): Promise<Result<LinkedChat>> => {
  const invited = await selectMember(tx, invitation.memberId);
  const speaker = link.organizationId === tx.organizationId ? await selectMember(tx, link.memberId) : null;
  const samePerson =
    invited !== null &&
    speaker !== null &&
    invited.name !== null &&
    speaker.name !== null &&
    foldVietnamese(invited.name) === foldVietnamese(speaker.name);
  if (!samePerson || (await selectChatLinksOfMember(tx, invited.id)).length > 0)
    return refuse("chat_linked_elsewhere");
  if (!(await useInvitation(tx, invitation.id, now))) return refuse("invitation_used");
  await moveAppointments(tx, invited.id, speaker.id);
  await eraseMember(tx, invited.id, now);
  await recordEntryWithoutWork(tx, {
    at: now,
    actor: `member:${speaker.id}`,
    action: "posts-joined",
    subjectKind: "member",
    subjectId: speaker.id,
    details: { from: invited.id },
  });
  return describeLink(tx, now, link.id, speaker.id, false);
};

const describeLink = async (
  tx: TenantTx,
  now: Date,
  chatLinkId: string,
  memberId: string,
  already: boolean,
): Promise<Result<LinkedChat>> => {
  const organization = await selectOrganization(tx);
  const member = await selectMember(tx, memberId);
  if (organization === null || member === null) return refuse("member_not_found");
  const today = localDateAt(now, organization.timeZone);
  return ok({
    organizationId: organization.id,
    organizationName: organization.name,
    memberId,
    memberName: member.name,
    locale: member.locale,
    chatLinkId,
    posts: rankPosts((await selectPostsOfMember(tx, memberId, today)).map(describePost)),
    already,
  });
};
