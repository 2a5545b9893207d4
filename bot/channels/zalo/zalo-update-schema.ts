import { z } from "zod";
import { storableText } from "../storable-text.ts";
import { perhaps, text } from "../tolerant-schema.ts";

const KEY_LENGTH = 200;

/** Text at Zalo; a number would have lost its last digits before anybody looks, unless it is a small one. */
export const idSchema = z
  .union([z.string(), z.number().int().transform(String)])
  .pipe(z.string().min(1).max(KEY_LENGTH).transform(storableText));

const messageSchema = z.object({
  message_id: perhaps(idSchema),
  /** Milliseconds. */
  date: perhaps(z.union([z.number(), z.string().max(40)])),
  from: perhaps(z.object({ id: idSchema, is_bot: perhaps(z.boolean()) })),
  chat: z.object({ id: idSchema, chat_type: z.string() }),
  text: perhaps(text),
  caption: perhaps(text),
  /** The link of an image stands under the one or the other. */
  photo: perhaps(text),
  photo_url: perhaps(text),
});

/** What of an update we read; the rest is dropped at the door. `message` is null where it is missing or unreadable. */
export const zaloUpdateSchema = z.object({
  event_name: z.string().min(1),
  message: messageSchema.nullable().catch(null),
});

export type ZaloUpdate = z.output<typeof zaloUpdateSchema>;
export type ZaloMessage = z.output<typeof messageSchema>;

const wrappedSchema = z.object({ result: z.union([z.array(z.unknown()), z.object({}).loose()]) });

/** An envelope in the envelope has been seen; deeper ones are somebody's game. */
const DEEPEST = 4;

const isEmpty = (body: unknown): boolean =>
  body === null || body === undefined || (typeof body === "object" && Object.keys(body).length === 0);

/**
 * The updates of a webhook's body or of an answer to getUpdates: one or several, bare or inside `{ok, result}`.
 * Null stands for something that is no update.
 */
export const readUpdates = (body: unknown, depth = 0): readonly (ZaloUpdate | null)[] => {
  if (isEmpty(body)) return [];
  if (depth > DEEPEST) return [null];
  if (Array.isArray(body)) return body.flatMap((one) => readUpdates(one, depth + 1));
  const update = zaloUpdateSchema.safeParse(body);
  if (update.success) return [update.data];
  const wrapped = wrappedSchema.safeParse(body);
  return wrapped.success ? readUpdates(wrapped.data.result, depth + 1) : [null];
};

/** What getMe says; neither is demanded. */
export const identitySchema = z.object({
  id: perhaps(idSchema),
  account_name: perhaps(z.string().min(1)),
});

/** An answer to setWebhook that holds what nobody has described: worth a word to the operator. */
export const verificationSchema = z.object({
  verification: z.unknown().refine((said) => said !== undefined),
});
