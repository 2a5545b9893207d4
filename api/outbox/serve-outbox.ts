import {
  claimMessages,
  type DueMessage,
  findMemberOfChat,
  listDueMessages,
  listLinksOfMembers,
  releaseForeignClaims,
  wakeMessagesOfMember,
} from "../../db/queries/system-outbox-queries.ts";
import {
  failMessage,
  markLinkUnreachable,
  postponeMessages,
  requeueMessage,
  settleSent,
  unclaimMessage,
} from "../../db/queries/system-settlement-queries.ts";
import type { Database } from "../../db/scope.ts";
import { gather } from "../shared/gather.ts";

export type MemberLink = Awaited<ReturnType<typeof listLinksOfMembers>>[number];
/** A message that may leave, with the chats that speak for its member. */
export type WaitingMessage = DueMessage & { readonly links: readonly MemberLink[] };

export const UNKNOWN_AFTER_RESTART = "unknown_after_restart";

type Settlement = { readonly id: string; readonly holder: string };

/** The delivery's side of the outbox: every step is in one transaction; claims made at once share it, "sent" too. */
export type Outbox = {
  readonly due: (now: Date, limit: number) => Promise<readonly WaitingMessage[]>;
  readonly claim: (
    claim: Settlement & { readonly now: Date },
  ) => Promise<{ readonly attempts: number; readonly failure: string | null } | null>;
  /** Back as it was. */
  readonly unclaim: (claim: Settlement) => Promise<void>;
  readonly sent: (
    sent: Settlement & {
      readonly at: Date;
      readonly keys: readonly string[];
      readonly linkId: string | null;
    },
  ) => Promise<void>;
  readonly again: (
    again: Settlement & {
      readonly notBefore: Date;
      readonly attempts: number;
      readonly failure: string | null;
      /** The chat in which it may have arrived. */
      readonly linkId: string | null;
    },
  ) => Promise<void>;
  readonly failed: (
    failed: Settlement & { readonly attempts: number; readonly failure: string },
  ) => Promise<void>;
  readonly postpone: (ids: readonly string[], notBefore: Date) => Promise<void>;
  readonly unreachable: (
    link: { readonly organizationId: string; readonly id: string },
    since: Date,
  ) => Promise<void>;
  readonly releaseForeign: (holder: string) => Promise<number>;
  readonly wake: (
    chat: {
      readonly channel: string;
      readonly account: string;
      readonly chatKey: string;
    },
    now: Date,
  ) => Promise<void>;
};

export const outboxOf = (database: Database): Outbox => ({
  due: (now, limit) =>
    database.inSystem(async (tx) => {
      const messages = await listDueMessages(tx, now, limit);
      const memberIds = [...new Set(messages.flatMap(({ memberId }) => memberId ?? []))];
      const links = await listLinksOfMembers(tx, memberIds);
      return messages.map((message) => ({
        ...message,
        links: links.filter(
          (link) => link.organizationId === message.organizationId && link.memberId === message.memberId,
        ),
      }));
    }),
  claim: gather((claims) => database.inSystem((tx) => claimMessages(tx, claims))),
  unclaim: ({ id, holder }) => database.inSystem((tx) => unclaimMessage(tx, id, holder)),
  sent: gather(async (sent) => {
    await database.inSystem((tx) => settleSent(tx, sent));
    return sent.map(() => undefined);
  }),
  again: (again) => database.inSystem((tx) => requeueMessage(tx, again)),
  failed: (failed) => database.inSystem((tx) => failMessage(tx, failed)),
  postpone: (ids, notBefore) => database.inSystem((tx) => postponeMessages(tx, ids, notBefore)),
  unreachable: (link, since) => database.inSystem((tx) => markLinkUnreachable(tx, link, since)),
  releaseForeign: (holder) =>
    database.inSystem((tx) =>
      releaseForeignClaims(tx, {
        holder,
        repeated: ["ambiguous", UNKNOWN_AFTER_RESTART],
        mark: UNKNOWN_AFTER_RESTART,
      }),
    ),
  wake: (chat, now) =>
    database.inSystem(async (tx) => {
      const memberId = await findMemberOfChat(tx, chat);
      if (memberId !== null) await wakeMessagesOfMember(tx, memberId, now);
    }),
});
