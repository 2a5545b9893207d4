import { clearUnreachable, markUnreachable, selectLocaleOfLink } from "../../db/queries/chat-link-queries.ts";
import {
  lockConversation,
  saveConversation,
  selectLastArrived,
  selectSubjectOfSentMessage,
} from "../../db/queries/conversation-queries.ts";
import type { FoundChatLink } from "../../db/queries/system-chat-queries.ts";
import {
  lockNextUpdate,
  lockUpdate,
  markUpdateHandled,
  type NextUpdate,
  postponeUpdate,
} from "../../db/queries/system-update-queries.ts";
import { type BothTx, type Database, tenantScope } from "../../db/scope.ts";
import { linkChat } from "../members/link-chat.ts";
import { loadMemberActor } from "../members/load-member-actor.ts";
import type { ChannelName, LinkedMember, Role } from "../members/member.ts";
import { openOffice } from "../organizations/open-work.ts";
import type { Message } from "../outbox/message.ts";
import { queueMessage } from "../outbox/queue-message.ts";
import { type MessageSubject, messageSubjectSchema } from "../outbox/subject.ts";
import type { Work } from "../shared/work.ts";
import { answerBareChat } from "./answer-bare-chat.ts";
import { greetLinkedChat } from "./greet-linked-chat.ts";
import { handleGroupUpdate } from "./handle-group-update.ts";
import type { Saying, StoredUpdate, Talker } from "./talk.ts";

const FAILURES_BEFORE_APOLOGY = 3;
const RETRY_MS = 2_000;

/** The member's chat that was heard, and the post it speaks for: its menu shows what that post may do. */
export type Speaker = {
  readonly channel: ChannelName;
  readonly account: string;
  readonly chatKey: string;
  readonly role: Role | null;
  readonly locale: "vi" | "en";
};

export type Handled =
  | { readonly kind: "none" }
  | { readonly kind: "handled"; readonly updateId: string; readonly speaker: Speaker | null }
  /** It will be tried again, or was answered with an apology; `error` is for the log, without words of people. */
  | { readonly kind: "failed"; readonly updateId: string; readonly error: unknown; readonly final: boolean };

/**
 * Handles the update whose turn it is, in one transaction: talk, state, audit, answers and the mark that it was
 * handled are there together or not at all, so that an update that comes twice changes nothing.
 */
export const handleNextUpdate = async (database: Database, talker: Talker, now: Date): Promise<Handled> => {
  let updateId: string | null = null;
  try {
    return await database.inBoth(async (both) => {
      const row = await lockNextUpdate(both.system, now);
      if (row === null) return { kind: "none" };
      updateId = row.id;
      return { kind: "handled", updateId: row.id, speaker: await handle(both, talker, row, now) };
    });
  } catch (error) {
    if (updateId === null) throw error;
    const final = await setAside(database, talker, updateId, now);
    return { kind: "failed", updateId, error, final };
  }
};

const handle = async (both: BothTx, talker: Talker, row: NextUpdate, now: Date): Promise<Speaker | null> => {
  const { channel, account, chatKey } = row;
  let spoke: Pick<Speaker, "role" | "locale"> | null = null;
  if (chatKey !== null && row.content !== null) {
    const update: StoredUpdate = { id: row.id, channel, account, chatKey, content: row.content };
    const heard = talker.inGroup(update);
    if (heard !== null) await handleGroupUpdate(both, talker, update, heard, now);
    else
      spoke =
        (row.link === null ? null : await withMember(both, talker, update, row.link, now)) ??
        (await withStranger(both, talker, update, now));
  }
  await markUpdateHandled(both.system, row.id, now, channel === "web");
  return spoke === null || chatKey === null ? null : { channel, account, chatKey, ...spoke };
};

/** The post that was linked; null while the stranger remains one. */
const withStranger = async (
  both: BothTx,
  talker: Talker,
  update: StoredUpdate,
  now: Date,
): Promise<Pick<Speaker, "role" | "locale"> | null> => {
  const { channel, account, chatKey } = update;
  const outcome = talker.withStranger(update);
  if (outcome.kind === "say") {
    for (const message of outcome.say) await sayToStranger(both, update, message, outcome.locale, now);
    return null;
  }
  const { code, languageCode } = outcome;
  const linked = await linkChat(both, now, { channel, account, chatKey, code, languageCode });
  const greeting = talker.greet(linked, languageCode);
  if (!linked.ok) {
    for (const message of greeting.say) await sayToStranger(both, update, message, greeting.locale, now);
    return null;
  }
  await greetLinkedChat(both, linked.value, greeting.say, now);
  return { role: linked.value.posts[0]?.role ?? null, locale: linked.value.locale };
};

const sayToStranger = (
  both: BothTx,
  { channel, account, chatKey }: StoredUpdate,
  message: Message,
  locale: "vi" | "en",
  now: Date,
): Promise<void> => answerBareChat(both.system, { channel, account, chatKey }, { locale, message, now });

/** The post that spoke; null when the link speaks for nobody any more. */
const withMember = async (
  both: BothTx,
  talker: Talker,
  update: StoredUpdate,
  link: FoundChatLink,
  now: Date,
): Promise<Pick<Speaker, "role" | "locale"> | null> => {
  const spoke = await both.asTenant(tenantScope(link.organizationId), async (tx) => {
    // Asked for at once: every message begins here.
    const [actor, office, conversation] = await Promise.all([
      loadMemberActor(tx, link.id, now),
      openOffice(tx, now),
      lockConversation(tx, link.id),
      clearUnreachable(tx, link.id),
    ]);
    if (actor === null) return null;
    const work = { ...office, actor };
    return { actor, farewell: await talkWith(both, work, talker, update, actor, conversation) };
  });
  if (spoke === null) return null;
  const { actor, farewell } = spoke;
  for (const { message } of farewell) await sayToStranger(both, update, message, actor.locale, now);
  return { role: actor.current?.role ?? null, locale: actor.locale };
};

/** Answers what is left to be said to a chat that speaks for nobody now. */
const talkWith = async (
  both: BothTx,
  work: Work,
  talker: Talker,
  update: StoredUpdate,
  actor: LinkedMember,
  conversationBefore: unknown,
): Promise<readonly Saying[]> => {
  const { tx, now } = work;
  const { channel, account, chatKey } = update;
  const code = talker.codeIn(update);
  const linked =
    code === null
      ? null
      : await both.asSystem(() =>
          linkChat(both, now, { channel, account, chatKey, code, languageCode: null }),
        );
  if (talker.reachability(update) === "blocked") {
    await markUnreachable(tx, actor.chatLinkId, now);
    return [];
  }
  const to = { memberId: actor.memberId, chatLinkId: actor.chatLinkId, locale: actor.locale };
  if (linked !== null) {
    for (const message of talker.greet(linked, null).say)
      await queueMessage(work, to, { purpose: "reply", message });
    return [];
  }
  const { say, conversation } = await talker.withMember(work, update, {
    conversation: conversationBefore,
    subjectOf: async (messageKey) =>
      readSubject(await selectSubjectOfSentMessage(tx, actor.chatLinkId, messageKey)),
    toldOfCatalogue: async () => findTold(await selectLastArrived(tx, actor.chatLinkId, LOOKED_BACK)),
  });
  // The talk may have ended the link itself (left, handed over): its last words go to the bare chat. Or it has chosen
  // another language: what follows is said in that.
  const locale = await selectLocaleOfLink(tx, actor.chatLinkId);
  if (locale === null) return say;
  const queueAll = async (): Promise<void> => {
    for (const { message, subject } of say)
      await queueMessage(work, { ...to, locale }, { purpose: "reply", message, subject: subject ?? null });
  };
  await Promise.all([queueAll(), saveConversation(tx, actor.chatLinkId, conversation, now)]);
  return [];
};

const readSubject = (stored: unknown): MessageSubject | null =>
  messageSubjectSchema.safeParse(stored).data ?? null;

const LOOKED_BACK = 10;

const findTold = (arrived: Awaited<ReturnType<typeof selectLastArrived>>): MessageSubject | null => {
  for (const { purpose, subject: stored } of arrived) {
    const subject = readSubject(stored);
    if (subject?.kind === "catalogue") return subject;
    if (purpose === "reply") return null;
  }
  return null;
};

/** After a failure: tried again a little later; after the third, answered with an apology and closed. */
const setAside = (database: Database, talker: Talker, updateId: string, now: Date): Promise<boolean> =>
  database.inBoth(async (both) => {
    const failures = await postponeUpdate(both.system, updateId, new Date(now.getTime() + RETRY_MS));
    if (failures < FAILURES_BEFORE_APOLOGY) return false;
    const row = await lockUpdate(both.system, updateId);
    if (row === null) return false;
    if (row.chatKey !== null)
      await answerBareChat(
        both.system,
        { channel: row.channel, account: row.account, chatKey: row.chatKey },
        { locale: "vi", message: talker.apology(), now },
      );
    await markUpdateHandled(both.system, updateId, now, row.channel === "web");
    return true;
  });
