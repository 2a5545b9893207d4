import { z } from "zod";
import { type Incoming, incomingSchema, type ReceivedFile } from "../channel.ts";
import { storableText } from "../storable-text.ts";
import type { Visitor } from "./visitor.ts";

/** Longest text that is taken at the door; what a note may hold is the dialogue's own rule. */
export const TEXT_LENGTH = 20_000;

/** Made by the page, once for each message: a second try of the same message counts once. */
const key = z.string().regex(/^[\w-]{8,64}$/);

const words = z.string().max(TEXT_LENGTH).transform(storableText);

export const postedMessageSchema = z.object({ key, text: words.refine((text) => text.trim() !== "") });
export const postedButtonSchema = z.object({
  key,
  data: z.string().min(1).max(200),
  message: z.uuid(),
});
export const postedFileSchema = z.object({ key, caption: words });
export const postedAckSchema = z.object({ ids: z.array(z.uuid()).min(1).max(200) });

export type Posted =
  | { readonly kind: "text"; readonly key: string; readonly text: string }
  | { readonly kind: "button"; readonly key: string; readonly data: string; readonly message: string }
  | { readonly kind: "file"; readonly key: string; readonly caption: string; readonly file: ReceivedFile };

const contentOf = (posted: Posted): Incoming["content"] => {
  if (posted.kind === "text") return { kind: "text", text: posted.text, edited: false };
  if (posted.kind === "button") return { kind: "button", data: posted.data, messageKey: posted.message };
  return { kind: "file", file: posted.file, caption: posted.caption };
};

/** Keys are made by pages, so each counts within its own chat only. */
export const updateKeyOf = (chatKey: string, pageKey: string): string => `${chatKey}:${pageKey}`;

export const parseUpdate = (visitor: Visitor, posted: Posted): Incoming => ({
  updateKey: updateKeyOf(visitor.chatKey, posted.key),
  chatKey: visitor.chatKey,
  userKey: visitor.chatKey,
  group: false,
  messageKey: updateKeyOf(visitor.chatKey, posted.key),
  replyToKey: null,
  languageCode: visitor.locale,
  content: contentOf(posted),
  callbackKey: null,
});

/** What was stored of an update; null when it was blanked or written by another program. */
export const parseStoredContent = (stored: unknown): Incoming["content"] | null => {
  const whole = incomingSchema.safeParse(stored);
  if (whole.success) return whole.data.content;
  const alone = incomingSchema.shape.content.safeParse(stored);
  return alone.success ? alone.data : null;
};
