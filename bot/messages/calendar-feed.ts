import type { ShownFeed } from "../../api/calendar-feeds/calendar-feed.ts";
import type { CreatedFeed } from "../../api/calendar-feeds/create-feed.ts";
import type { Choice, Message, MessageLine } from "../../api/outbox/message.ts";
import { localDateAt } from "../../api/shared/local-date.ts";
import { buttonOnly, choice, heading, line, message, withoutButtons } from "./lines.ts";

/** What stands under the list of due dates, where an address would lead somewhere. */
export const feedOffer = (): { readonly hint: MessageLine; readonly choice: Choice } => ({
  hint: withoutButtons(line("calendar-feed-hint")),
  choice: buttonOnly(choice(["feed", "offer"], "choice-calendar-feed")),
});

/** Said once: the address cannot be shown again. */
export const feedMade = (feed: CreatedFeed, pages: string): Message =>
  message(
    [
      [heading("calendar-feed-made"), line("calendar-feed-address", { address: `${pages}${feed.path}` })],
      [
        line("calendar-feed-how"),
        line("calendar-feed-secret"),
        withoutButtons(line("calendar-feed-revoke-hint")),
      ],
    ],
    [[buttonOnly(choice(["feed-revoke", feed.id], "choice-calendar-feed-revoke"))]],
  );

/** Those that stand already, before another is made. */
export const feedList = (feeds: readonly ShownFeed[], zone: string): Message => {
  const madeOn = (feed: ShownFeed) => ({ date: localDateAt(feed.createdAt, zone) });
  return message(
    [
      [
        heading("calendar-feeds-title", { count: feeds.length }),
        ...feeds.map((feed) =>
          feed.lastReadAt === null
            ? line("calendar-feed-unread", { on: madeOn(feed) })
            : line("calendar-feed-read", {
                on: madeOn(feed),
                read: { date: localDateAt(feed.lastReadAt, zone) },
              }),
        ),
      ],
    ],
    [
      [choice(["feed", "new"], "choice-calendar-feed-new")],
      ...feeds.map((feed) => [
        choice(["feed-revoke", feed.id], "choice-calendar-feed-revoke-of", { on: madeOn(feed) }),
      ]),
    ],
  );
};
