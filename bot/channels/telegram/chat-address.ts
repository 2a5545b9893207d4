/** Where a message goes: a chat, and in a group with topics the topic. */
export type ChatAddress = {
  /** Telegram's ids are numbers of at most 52 bits; kept as text everywhere else. */
  readonly chatId: number;
  readonly threadId: number | null;
};

/** "-1001234", in a topic "-1001234/5": outside this folder a topic is a chat of its own. */
export const writeChatKey = ({ chatId, threadId }: ChatAddress): string =>
  threadId === null ? String(chatId) : `${chatId}/${threadId}`;

/** Null for a key that Telegram never gave. */
export const parseChatKey = (chatKey: string): ChatAddress | null => {
  const [, chat, thread] = /^(-?\d{1,16})(?:\/(\d{1,10}))?$/.exec(chatKey) ?? [];
  const chatId = Number(chat);
  if (chat === undefined || !Number.isSafeInteger(chatId)) return null;
  return { chatId, threadId: thread === undefined ? null : Number(thread) };
};
