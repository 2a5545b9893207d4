import { selectPostsOfMember } from "../../db/queries/appointment-queries.ts";
import { selectChatLinksOfMember } from "../../db/queries/chat-link-queries.ts";
import { selectMember } from "../../db/queries/member-queries.ts";
import { insertAddressedMessage } from "../../db/queries/outbox-queries.ts";
import type { Message, MessageArgument } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import type { Work } from "../shared/work.ts";
import type { Role } from "./member.ts";

type Post = { readonly role: Role; readonly unitName: string | null };

const nameOf = ({ role, unitName }: Post): MessageArgument =>
  unitName === null
    ? { term: `role-${role}` }
    : { term: "post-in-unit", args: { role: { term: `role-${role}` }, unit: unitName } };

/**
 * Whoever handed a post over hears it, and not first from an answer for strangers: in the best chat while other posts
 * remain, else in every chat that is about to end. To be called before the chats are unlinked.
 */
export const tellLeaver = async (
  work: Work,
  left: Post & { readonly memberId: string },
  unlinked: boolean,
): Promise<void> => {
  const member = await selectMember(work.tx, left.memberId);
  if (member === null) return;
  const { locale } = member;
  const remaining = await selectPostsOfMember(work.tx, left.memberId, work.today);
  const message: Message = {
    paragraphs: [
      [
        { key: "notice-handed-over", args: { post: nameOf(left), today: { date: work.today } } },
        unlinked
          ? { key: "notice-handed-over-unlinked" }
          : { key: "notice-handed-over-remaining", args: { posts: { list: remaining.map(nameOf) } } },
      ],
    ],
  };
  if (!unlinked) {
    await queueMessage(work, { memberId: left.memberId, locale }, { purpose: "notice", message });
    return;
  }
  for (const { channel, account, chatKey } of await selectChatLinksOfMember(work.tx, left.memberId))
    if (chatKey !== null)
      await insertAddressedMessage(
        work.tx,
        { channel, account, chatKey },
        { id: work.newId(), locale, message, now: work.now },
      );
};
