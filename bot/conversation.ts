import { z } from "zod";

/** One chat's talk as it is stored; anything that does not parse (an older program wrote it) starts afresh. */
export const conversationSchema = z.object({
  dialogue: z.string().nullable(),
  /** Parsed again by the dialogue itself. */
  state: z.unknown(),
  card: z.object({ taskId: z.uuid(), unitId: z.uuid(), number: z.string() }).nullable(),
  undo: z.object({ kind: z.literal("note"), noteId: z.uuid(), number: z.string() }).nullable(),
  /** Data of the last choices that were shown, so that "1" picks the first that stood in the numbered list. */
  choices: z.array(
    z.object({
      data: z.string(),
      label: z.string(),
      hidden: z.boolean().optional(),
      turns: z.enum(["next", "previous"]).optional(),
    }),
  ),
  /** The pages beside the one shown last, so that "tiếp" and "trước" turn to them. */
  next: z.string().nullable(),
  previous: z.string().nullable().default(null),
});
export type Conversation = z.infer<typeof conversationSchema>;

export const EMPTY_CONVERSATION: Conversation = {
  dialogue: null,
  state: null,
  card: null,
  undo: null,
  choices: [],
  next: null,
  previous: null,
};

export const readConversation = (stored: unknown): Conversation => {
  const parsed = conversationSchema.safeParse(stored);
  return parsed.success ? parsed.data : EMPTY_CONVERSATION;
};
