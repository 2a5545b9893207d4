import type { PostRow } from "../../db/queries/appointment-queries.ts";
import { selectSpeaker } from "../../db/queries/chat-link-queries.ts";
import type { TenantTx } from "../../db/scope.ts";
import { type LocalDate, localDateAt } from "../shared/local-date.ts";
import type { LinkedMember, MemberActor } from "./member.ts";
import { describePost, rankPosts } from "./rank-posts.ts";

const isHeldOn = ({ fromOn, toOn }: Pick<PostRow, "fromOn" | "toOn">, day: LocalDate): boolean =>
  fromOn <= day && (toOn === null || toOn >= day);

/** Who speaks in a linked chat, with the posts held today; null when the link or the person is gone. */
export const loadMemberActor = async (
  tx: TenantTx,
  chatLinkId: string,
  now: Date,
): Promise<LinkedMember | null> => {
  const speaker = await selectSpeaker(tx, chatLinkId);
  if (speaker === null) return null;
  const today = localDateAt(now, speaker.timeZone);
  const appointments = rankPosts(speaker.posts.filter((post) => isHeldOn(post, today)).map(describePost));
  return {
    kind: "member",
    memberId: speaker.memberId,
    name: speaker.name,
    locale: speaker.locale,
    appointments,
    current: appointments.find(({ id }) => id === speaker.currentAppointmentId) ?? appointments[0] ?? null,
    chatLinkId: speaker.id,
    channel: speaker.channel,
    keyId: null,
  };
};

/** The name of what a key writes, where a messenger's would stand. */
const API_CHANNEL = "api";

/** In whose post a key acts; null when nobody holds that post on that day. */
export const describePostActor = (post: PostRow | null, keyId: string, on: LocalDate): MemberActor | null => {
  if (post === null || !isHeldOn(post, on)) return null;
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
