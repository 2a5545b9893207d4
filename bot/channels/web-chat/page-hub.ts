import type { SendOutcome } from "../channel.ts";
import type { PageItem } from "./page-item.ts";
import type { Visitor } from "./visitor.ts";

/** A page that listens: one stream of server-sent events. */
export type OpenPage = {
  readonly visitor: Visitor;
  /** The cookie it came with. */
  readonly token: string;
  /** False when the page takes nothing any more. */
  readonly write: (frame: string) => boolean;
  readonly close: () => void;
};

/** Longest wait for a page's acknowledgement. */
export const ACKNOWLEDGED_WITHIN_MS = 8000;
/** A browser that leaves streams open behind a broken network must not gather them here without end. */
const PAGES_OF_A_CHAT = 20;
/** Acknowledgements that came too late are remembered, so that the next attempt settles without a push. */
const LATE_REMEMBERED = 500;

export const itemsFrame = (items: readonly PageItem[]): string => {
  const last = items.at(-1);
  return last === undefined ? "" : `id: ${last.id}\nevent: items\ndata: ${JSON.stringify(items)}\n\n`;
};

/**
 * The open pages of every chat, in this process. A message counts as delivered when one page acknowledged it;
 * pages that stay silent are closed: a live one connects again at once, and the message is tried once more
 * then (the page knows it by its id, so that nobody reads it twice).
 */
export const createPageHub = (withinMs: number = ACKNOWLEDGED_WITHIN_MS) => {
  const pages = new Map<string, Set<OpenPage>>();
  const waiting = new Map<string, (acknowledged: boolean) => void>();
  const late = new Set<string>();
  const keyOf = (chatKey: string, outboxId: string): string => `${chatKey} ${outboxId}`;

  const remove = (chatKey: string, page: OpenPage): void => {
    const open = pages.get(chatKey);
    if (!open?.delete(page)) return;
    if (open.size === 0) pages.delete(chatKey);
    page.close();
  };

  const broadcast = (chatKey: string, frame: string): number => {
    for (const page of [...(pages.get(chatKey) ?? [])]) if (!page.write(frame)) remove(chatKey, page);
    return pages.get(chatKey)?.size ?? 0;
  };

  const acknowledgement = (key: string): Promise<boolean> =>
    new Promise((settle) => {
      const timer = setTimeout(() => settle(false), withinMs);
      timer.unref();
      waiting.set(key, (acknowledged) => {
        clearTimeout(timer);
        settle(acknowledged);
      });
    });

  return {
    add: (chatKey: string, page: OpenPage): (() => void) => {
      const open = pages.get(chatKey) ?? new Set<OpenPage>();
      pages.set(chatKey, open);
      const [oldest] = open;
      if (open.size >= PAGES_OF_A_CHAT && oldest !== undefined) remove(chatKey, oldest);
      pages.set(chatKey, open.add(page));
      return () => remove(chatKey, page);
    },

    push: async (chatKey: string, item: PageItem): Promise<SendOutcome> => {
      const key = keyOf(chatKey, item.id);
      const delivered = { kind: "delivered", messageKeys: [item.id] } as const;
      if (late.delete(key)) return delivered;
      const asked = [...(pages.get(chatKey) ?? [])];
      const answer = acknowledgement(key);
      if (broadcast(chatKey, itemsFrame([item])) === 0) waiting.get(key)?.(false);
      const acknowledged = await answer;
      waiting.delete(key);
      if (acknowledged) return delivered;
      for (const page of asked) remove(chatKey, page);
      return { kind: "waiting" };
    },

    acknowledge: (chatKey: string, outboxIds: readonly string[]): void => {
      for (const outboxId of outboxIds) {
        const key = keyOf(chatKey, outboxId);
        const settle = waiting.get(key);
        if (settle) settle(true);
        else late.add(key);
      }
      for (const key of late) if (late.size > LATE_REMEMBERED) late.delete(key);
    },

    /** What the person wrote in one page appears in the others; nobody waits for an acknowledgement. */
    echo: (chatKey: string, item: PageItem): void => {
      broadcast(chatKey, itemsFrame([item]));
    },

    closeSession: (sessionId: string): void => {
      for (const [chatKey, open] of [...pages])
        for (const page of [...open]) if (page.visitor.sessionId === sessionId) remove(chatKey, page);
    },

    beat: (): void => {
      for (const chatKey of [...pages.keys()]) broadcast(chatKey, ": still here\n\n");
    },

    closeAll: (): void => {
      for (const [chatKey, open] of [...pages]) for (const page of [...open]) remove(chatKey, page);
      for (const settle of waiting.values()) settle(false);
    },

    /**
     * Whom the open page of this browser speaks for. It counts for what was pushed to that page, even when the
     * session has ended meanwhile: the last words to somebody who left are acknowledged, too.
     */
    visitorOf: (token: string): Visitor | null =>
      [...pages.values()].flatMap((open) => [...open]).find((page) => page.token === token)?.visitor ?? null,

    /** Who reads in that chat now; null without an open page. */
    reader: (chatKey: string): Visitor | null => {
      const [page] = pages.get(chatKey) ?? [];
      return page?.visitor ?? null;
    },
  };
};

export type PageHub = ReturnType<typeof createPageHub>;
