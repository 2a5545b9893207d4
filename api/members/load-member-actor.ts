import { type PostRow, selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import { selectChatLink } from "../../db/queries/chat-link-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { selectOrganization } from "../../db/queries/organization-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { type LocalDate, localDateAt } from "../shared/local-date.ts";
import type { LinkedMember, MemberActor } from "./member.ts";
import { describePost, rankPosts } from "./rank-posts.ts";

/** Who speaks in a linked chat, with the posts held today; null when the link or the person is gone. */
export const loadMemberActor = async (
  tx: TenantTx,
  chatLinkId: string,
  now: Date,
): Promise<LinkedMember | null> => {
  const [link, organization] = await Promise.all([selectChatLink(tx, chatLinkId), selectOrganization(tx)]);
  if (link === null || organization === null) return null;
  const today = localDateAt(now, organization.timeZone);
  const [member, posts] = await Promise.all([
    selectMember(tx, link.memberId),
    selectPostsOfMember(tx, link.memberId, today),
  ]);
  if (member === null || member.erasedAt !== null) return null;
  const appointments = rankPosts(posts.map(describePost));
  return {
    kind: "member",
    memberId: member.id,
    name: member.name,
    locale: member.locale,
    appointments,
    current: appointments.find(({ id }) => id === link.currentAppointmentId) ?? appointments[0] ?? null,
    chatLinkId: link.id,
    channel: link.channel,
    keyId: null,
  };
};

/** The name of what a key writes, where a messenger's would stand. */
const API_CHANNEL = "api";

/** In whose post a key acts; null when nobody holds that post on that day. */
export const describePostActor = (post: PostRow | null, keyId: string, on: LocalDate): MemberActor | null => {
  if (post === null || post.fromOn > on || (post.toOn !== null && post.toOn < on)) return null;
  if (post.memberErased) return null;
  const current = describePost(post);
  return {
    kind: "member",
    memberId: post.memberId,
    name: post.memberName,
    locale: post.memberLocale,
    appointments: [current],
    current,
    chatLinkId: null,
    channel: API_CHANNEL,
    keyId,
  };
};
