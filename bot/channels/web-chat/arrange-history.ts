import type { WebHistoryEntry } from "../../../api/conversations/list-web-history.ts";
import type { Locale } from "../../../locales/translate.ts";
import type { OutgoingMessage } from "../channel.ts";
import type { PageItem } from "./page-item.ts";
import { parseStoredContent } from "./parse-update.ts";
import { renderMessage, renderOwn } from "./render-message.ts";
import type { Visitor } from "./visitor.ts";

/** Words for a stored message, made where all channels get theirs; null when it cannot be read any more. */
export type MakeWords = (outboxId: string, message: unknown, locale: Locale) => OutgoingMessage | null;

/** The page's own key again: what stands behind the chat in an update's key. */
const pageKeyOf = (updateKey: string): string => updateKey.slice(updateKey.lastIndexOf(":") + 1);

/** The thread of a reopened page, oldest first; a pressed button shows the words that stood on it. */
export const arrangeHistory = (
  entries: readonly WebHistoryEntry[],
  visitor: Visitor,
  makeWords: MakeWords,
): readonly PageItem[] => {
  const labels = new Map<string, string>();
  const items: PageItem[] = [];
  for (const entry of entries) {
    const place = { at: entry.at, locale: visitor.locale, timeZone: visitor.organization.timeZone };
    if (entry.from === "bot") {
      const message = makeWords(entry.outboxId, entry.message, entry.locale);
      if (message === null) continue;
      for (const choice of message.buttons.flat())
        labels.set(`${entry.outboxId} ${choice.data}`, choice.label);
      items.push(renderMessage(message, place));
      continue;
    }
    const content = parseStoredContent(entry.content);
    if (content === null) continue;
    const label =
      content.kind === "button" ? (labels.get(`${content.messageKey} ${content.data}`) ?? null) : null;
    const own = renderOwn(pageKeyOf(entry.updateKey), content, label, place);
    if (own !== null) items.push(own);
  }
  return items;
};
