import type { ConnectedGroup, DisconnectedGroup } from "../group-chats/group-chat.ts";
import type { LinkedChat } from "../members/link-chat.ts";
import type { ChannelName } from "../members/member.ts";
import type { Message } from "../outbox/message.ts";
import type { MessageSubject } from "../outbox/subject.ts";
import type { Result } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";

/** An update as it was stored: which bot it came to, from which chat, and what it holds (parsed by the talker). */
export type StoredUpdate = {
  readonly id: string;
  readonly channel: ChannelName;
  readonly account: string;
  readonly chatKey: string;
  readonly content: unknown;
};

export type Saying = { readonly message: Message; readonly subject?: MessageSubject };

/** What talking came to: what is said into the chat, and the talk's new state. */
export type TalkOutcome = { readonly say: readonly Saying[]; readonly conversation: unknown };

/** What a stranger's message came to: an answer, or a code to be tried. */
export type StrangerOutcome =
  | { readonly kind: "say"; readonly say: readonly Message[]; readonly locale: "vi" | "en" }
  | { readonly kind: "link"; readonly code: string; readonly languageCode: string | null };

/** What came from a group: something for the application to do, or talk that is answered and changes nothing. */
export type GroupHeard =
  | { readonly kind: "moved"; readonly toChatKey: string }
  /** `userKey`: who asks, by whose private chat with the bot the person is known. */
  | {
      readonly kind: "connect" | "disconnect";
      readonly userKey: string;
      readonly languageCode: string | null;
    }
  /** The bot was taken out of it. */
  | { readonly kind: "removed" }
  | { readonly kind: "talk"; readonly say: readonly Message[]; readonly locale: "vi" | "en" };

/** What became of an administrator's word in a group. */
export type GroupOutcome =
  | { readonly kind: "connect"; readonly result: Result<ConnectedGroup> }
  | { readonly kind: "disconnect"; readonly result: Result<DisconnectedGroup> };

/** Whoever talks; the bot is one. Members' talk works in the update's own transaction. */
export type Talker = {
  readonly withMember: (
    work: Work,
    update: StoredUpdate,
    facts: {
      readonly conversation: unknown;
      /** What the message is about that this one answers. */
      readonly subjectOf: (messageKey: string) => Promise<MessageSubject | null>;
      /** The catalogue that the chat was told of since it was last answered; a digest may have come behind. */
      readonly toldOfCatalogue: () => Promise<MessageSubject | null>;
    },
  ) => Promise<TalkOutcome>;
  readonly withStranger: (update: StoredUpdate) => StrangerOutcome;
  /** Null for what came from a private chat. A group speaks for nobody: no member's talk goes on in it. */
  readonly inGroup: (update: StoredUpdate) => GroupHeard | null;
  readonly answerGroup: (
    outcome: GroupOutcome,
    languageCode: string | null,
  ) => { readonly say: Message; readonly locale: "vi" | "en" };
  readonly greet: (
    linked: Result<LinkedChat>,
    languageCode: string | null,
  ) => { readonly say: readonly Message[]; readonly locale: "vi" | "en" };
  /** A code that was typed in a chat which is linked already: another post of the same person. */
  readonly codeIn: (update: StoredUpdate) => string | null;
  /** "Blocked", "unblocked": what the messenger tells of the chat itself. */
  readonly reachability: (update: StoredUpdate) => "blocked" | "reached";
  /** Said when an update failed again and again. */
  readonly apology: () => Message;
};
