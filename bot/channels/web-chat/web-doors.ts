import { join } from "node:path";
import { listWebHistory } from "../../../api/conversations/list-web-history.ts";
import {
  endWebSession,
  findWebVisitor,
  type OpenedWebChat,
  openWebChat,
  type WebVisitor,
} from "../../../api/members/open-web-chat.ts";
import { may } from "../../../api/members/permissions.ts";
import { messageSchema } from "../../../api/outbox/message.ts";
import type { Clock } from "../../../api/shared/clock.ts";
import { type Locale, placedTranslatorFor } from "../../../locales/translate.ts";
import { renderText } from "../../messages/render-text.ts";
import type { OutgoingMessage } from "../channel.ts";
import type { Demonstration, WebChatDoors } from "./doors.ts";
import type { Visitor } from "./visitor.ts";

/** `database.inBoth`: the web chat begins before an organization is known. */
type InBoth = <T>(work: (both: Parameters<typeof findWebVisitor>[0]) => Promise<T>) => Promise<T>;

const makeWords = (outboxId: string, stored: unknown, locale: Locale): OutgoingMessage | null => {
  const message = messageSchema.safeParse(stored);
  if (!message.success) return null;
  try {
    return { outboxId, ...renderText(message.data, placedTranslatorFor(locale), { buttons: true }) };
  } catch {
    // A sentence of an older version of the product that is gone since.
    return null;
  }
};

const visitorOf = ({ sessionId, actor, chatKey, organization }: WebVisitor): Visitor => ({
  sessionId,
  chatLinkId: actor.chatLinkId,
  chatKey,
  locale: actor.locale,
  organization,
  post:
    actor.current === null ? null : { role: actor.current.role, unitName: actor.current.unit?.name ?? null },
  documents: may(actor, "load-catalogue"),
});

/** The doors over the real application. */
export const openWebChatDoors = (house: {
  readonly inBoth: InBoth;
  readonly clock: Clock;
  readonly publicUrl: string | undefined;
  readonly dataDir: string;
  /** `delivery.wake` for this chat of the web. */
  readonly wake: (chatKey: string) => void;
  /** Queues the greeting, in the transaction that linked the chat. */
  readonly greet?: (
    both: Parameters<typeof findWebVisitor>[0],
    linked: OpenedWebChat["linked"],
  ) => Promise<void>;
  readonly demonstration: Demonstration | null;
}): WebChatDoors => {
  const { inBoth, clock } = house;
  const find = (token: string): Promise<WebVisitor | null> =>
    inBoth((both) => findWebVisitor(both, token, clock.now()));
  return {
    clock,
    publicUrl: house.publicUrl,
    filesFolder: join(house.dataDir, "received"),
    login: ({ code, browserKey, locale }) =>
      inBoth(async (both) => {
        const opened = await openWebChat(both, clock.now(), { code, browserKey, languageCode: locale });
        if (opened.ok && !opened.value.linked.already) await house.greet?.(both, opened.value.linked);
        return opened;
      }),
    findVisitor: async (token) => {
      const found = await find(token);
      return found === null ? null : visitorOf(found);
    },
    endSession: async (token) => {
      const now = clock.now();
      return inBoth(async (both) => {
        const found = await findWebVisitor(both, token, now);
        if (found !== null) await endWebSession(both, now, found);
        return found?.sessionId ?? null;
      });
    },
    listHistory: (visitor, limit) =>
      inBoth((both) =>
        listWebHistory(both, { ...visitor, organizationId: visitor.organization.id }, clock.now(), limit),
      ),
    makeWords,
    wake: house.wake,
    demonstration: house.demonstration,
  };
};
