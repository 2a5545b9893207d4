import { type BothTx, tenantScope } from "../../db/scope.ts";
import { connectGroup } from "../group-chats/connect-group.ts";
import { disconnectGroup } from "../group-chats/disconnect-group.ts";
import { moveGroup } from "../group-chats/move-group.ts";
import { releaseLostGroup } from "../group-chats/release-lost-group.ts";
import { findChatMember } from "../members/find-chat-member.ts";
import type { MemberActor } from "../members/member.ts";
import { openWork } from "../organizations/open-work.ts";
import { type Result, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { answerBareChat } from "./answer-bare-chat.ts";
import type { GroupHeard, GroupOutcome, StoredUpdate, Talker } from "./talk.ts";

/**
 * What was said in a group, in the update's own transaction. Whoever speaks is known by the private chat with the
 * bot, of which nothing is touched: neither its talk nor whether it can be reached.
 */
export const handleGroupUpdate = async (
  both: BothTx,
  talker: Talker,
  update: StoredUpdate,
  heard: GroupHeard,
  now: Date,
): Promise<void> => {
  const { channel, account, chatKey } = update;
  const group = { channel, account, chatKey };
  const answer = ({ say, locale }: ReturnType<Talker["answerGroup"]>): Promise<void> =>
    answerBareChat(both.system, group, { locale, message: say, now });

  if (heard.kind === "removed") return releaseLostGroup(both, group, "removed", now);
  if (heard.kind === "moved") return moveGroup(both, group, heard.toChatKey, now);
  if (heard.kind === "talk") {
    for (const say of heard.say) await answer({ say, locale: heard.locale });
    return;
  }
  const speaker = await findChatMember(both, { channel, account, chatKey: heard.userKey }, now);
  const asked = async <Output>(useCase: UseCase<typeof group, Output>): Promise<Result<Output>> =>
    speaker === null
      ? refuse("not_linked")
      : both.asTenant(tenantScope(speaker.organizationId), async (tx) =>
          useCase(await openWork(tx, inAdministratorsPost(speaker.actor), now), group),
        );
  const outcome: GroupOutcome =
    heard.kind === "connect"
      ? { kind: "connect", result: await asked(connectGroup) }
      : { kind: "disconnect", result: await asked(disconnectGroup) };
  await answer(talker.answerGroup(outcome, speaker?.actor.locale ?? heard.languageCode));
};

/** Which post a private chat speaks for is chosen there; in a group nobody could choose one. */
const inAdministratorsPost = (actor: MemberActor): MemberActor => ({
  ...actor,
  current: actor.appointments.find(({ role }) => role === "admin") ?? actor.current,
});
