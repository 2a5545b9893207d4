import { selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import { selectChatLink } from "../../db/queries/chat-link-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { selectOrganization } from "../../db/queries/organization-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { localDateAt } from "../shared/local-date.ts";
import type { MemberActor } from "./member.ts";
import { describePost, rankPosts } from "./rank-posts.ts";

/** Who speaks in a linked chat, with the posts held today; null when the link or the person is gone. */
export const loadMemberActor = async (
  tx: TenantTx,
  chatLinkId: string,
  now: Date,
): Promise<MemberActor | null> => {
  const link = await selectChatLink(tx, chatLinkId);
  const organization = await selectOrganization(tx);
  if (link === null || organization === null) return null;
  const member = await selectMember(tx, link.memberId);
  if (member === null || member.erasedAt !== null) return null;
  const today = localDateAt(now, organization.timeZone);
  const appointments = rankPosts((await selectPostsOfMember(tx, member.id, today)).map(describePost));
  return {
    kind: "member",
    memberId: member.id,
    name: member.name,
    locale: member.locale,
    appointments,
    current: appointments.find(({ id }) => id === link.currentAppointmentId) ?? appointments[0] ?? null,
    chatLinkId: link.id,
    channel: link.channel,
  };
};
