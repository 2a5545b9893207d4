import { z } from "zod";
import type { ChannelName } from "../../api/members/member.ts";

/**
 * The contract of a messenger. A channel is a folder that makes one of these and a line in `registry.ts`
 * (the web chat: in `start-product.ts`); nothing outside its folder asks which messenger it is.
 */
export type Channel = {
  readonly name: ChannelName;
  /** Which bot of that messenger; with `name` the key of chats, links and updates. */
  readonly account: string;
  readonly capabilities: Capabilities;
  /** One attempt; never throws for what the messenger answered. */
  readonly send: (to: { readonly chatKey: string }, message: OutgoingMessage) => Promise<SendOutcome>;
  /** Bytes of a file that was received; null when the messenger no longer has it. */
  readonly download: (file: ReceivedFile, maxBytes: number) => Promise<DownloadOutcome>;
  /** Begins to receive (polling) or to be ready (webhook); each batch is stored before it is acknowledged. */
  readonly start: (receive: Receive) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Invitation link for a code, where the messenger has such a thing ("https://t.me/bot?start=CODE"). */
  readonly invitationLink: (code: string) => string | null;
  /** The name under which people find the bot, for a messenger where no link carries a code; null until it is known. */
  readonly handle?: () => string | null;
  /** A reaction to a file, the end of a button's spinner: a courtesy that may fail silently. */
  readonly acknowledge?: (update: Incoming) => Promise<void>;
  /** The command menu of one chat, by the role it speaks for; where the messenger has such a thing. */
  readonly showMenu?: (chatKey: string, commands: readonly MenuCommand[]) => Promise<void>;
};

/** `name` without slash; the description in the language of the chat. */
export type MenuCommand = { readonly name: string; readonly description: string };

/** Stores updates once each; resolves only after the commit. */
export type Receive = (updates: readonly Incoming[]) => Promise<void>;

export type Capabilities = {
  readonly buttons: boolean;
  /** UTF-16 units in one message. */
  readonly textLength: number;
  /** Bytes of a received file. */
  readonly fileBytes: number;
  /** People can send files of any kind here; where not, pictures at most. */
  readonly files: boolean;
  /** May the bot write without being asked. */
  readonly unasked: boolean;
  readonly pace: Pace;
};

/** How much a messenger takes: one message every so often, and how many at once after a pause. */
export type Pace = { readonly bot: Share; readonly chat: Share };
export type Share = { readonly everyMs: number; readonly burst: number };

/**
 * Words made for the reader: plain text that says everything by itself, with what a channel may make of it where
 * it can: places in bold, dates that open a calendar, buttons, words to copy, a picture.
 */
export type OutgoingMessage = {
  readonly outboxId: string;
  readonly text: string;
  /** UTF-16 offsets into `text`. */
  readonly bold: readonly { readonly offset: number; readonly length: number }[];
  /** Due dates that stand in the text, calendar dates "2026-09-14" each. */
  readonly dates: readonly { readonly offset: number; readonly length: number; readonly date: string }[];
  /** UTF-16 offsets of line ends where the text may not be cut: a task's second line stays with its first. */
  readonly joints: readonly number[];
  readonly buttons: readonly (readonly OutgoingButton[])[];
  /** Words of the text that are worth a button of their own ("Sao chép mã"). */
  readonly copies: readonly { readonly label: string; readonly text: string }[];
  /** The office's, in which its calendar dates are days; a stranger's message has none. */
  readonly timeZone?: string;
  /** A picture with the text as its caption (an invitation's QR code). */
  readonly picture?: { readonly kind: "image/png"; readonly bytes: Uint8Array };
};

export type OutgoingButton = {
  readonly label: string;
  readonly data: string;
  /** "main": what most people choose; "grave": what cannot be taken back easily. */
  readonly weight?: "main" | "grave";
};

export type SendOutcome =
  | { readonly kind: "delivered"; readonly messageKeys: readonly string[] }
  /** Nobody is there now (web chat without an open page): it waits, and no attempt is counted. */
  | { readonly kind: "waiting" }
  /** Too much, or in trouble: this chat rests, or the whole bot where the messenger means that. */
  | { readonly kind: "retry_after"; readonly seconds: number; readonly scope?: "chat" | "bot" }
  /** This chat cannot be reached until the person writes again. */
  | { readonly kind: "blocked"; readonly code: string }
  /** This message will never be taken. */
  | { readonly kind: "rejected"; readonly code: string }
  /** It may have arrived or not (time-out, cut connection). */
  | { readonly kind: "ambiguous"; readonly code: string }
  /** The bot's own account is refused (token revoked): the channel stops and the operator is told. */
  | { readonly kind: "channel_down"; readonly code: string };

export type DownloadOutcome =
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too_large" }
  | { readonly kind: "gone" };

export const receivedFileSchema = z.object({
  /** The messenger's handle for `download`. */
  fileKey: z.string().max(2_048),
  name: z.string().max(255).nullable(),
  /** What the messenger says it is; the bytes decide. */
  kind: z.string().max(255).nullable(),
  size: z.number().int().nonnegative().nullable(),
});
export type ReceivedFile = z.infer<typeof receivedFileSchema>;

const contentSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("text"), text: z.string(), edited: z.boolean() }),
  z.object({ kind: z.literal("button"), data: z.string(), messageKey: z.string().nullable() }),
  z.object({ kind: z.literal("file"), file: receivedFileSchema, caption: z.string() }),
  /** A sticker, a voice message, a place: answered "xin gửi bằng chữ". */
  z.object({ kind: z.literal("unsupported") }),
  /** A thumb, a heart under one of the bot's messages: seen, agreed. */
  z.object({ kind: z.literal("reaction"), messageKey: z.string() }),
  z.object({ kind: z.literal("blocked") }),
  /** The group goes on under another key. */
  z.object({ kind: z.literal("moved"), toChatKey: z.string().min(1).max(200) }),
  z.object({ kind: z.literal("unblocked") }),
]);

/** One update after parsing: the same shape from every messenger, and the shape it is stored in. */
export const incomingSchema = z.object({
  updateKey: z.string().min(1).max(200),
  chatKey: z.string().min(1).max(200),
  userKey: z.string().min(1).max(200),
  /** In a group the bot hears only what is addressed to it. */
  group: z.boolean(),
  messageKey: z.string().max(200).nullable(),
  replyToKey: z.string().max(200).nullable(),
  languageCode: z.string().max(35).nullable(),
  content: contentSchema,
  /** Files that were sent together share it; the caption stands at one of them. */
  albumKey: z.string().max(200).nullable().optional(),
  /** The messenger's own handle for ending a button's spinner; never stored longer than the update. */
  callbackKey: z.string().max(200).nullable(),
});
export type Incoming = z.infer<typeof incomingSchema>;
