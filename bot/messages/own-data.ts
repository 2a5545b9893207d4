import type { ChannelName } from "../../api/members/member.ts";
import type { ChannelWishes } from "../../api/members/resolve-channels.ts";
import type { OwnData } from "../../api/members/show-own-data.ts";
import { placeName } from "../../api/organizations/place-name.ts";
import type { Message, MessageArgument } from "../../api/outbox/message.ts";
import { postName } from "./invitation.ts";
import { channelTerm, choice, grave, heading, line, message } from "./lines.ts";

export const linkedChannels = (data: OwnData): readonly ChannelName[] => [
  ...new Set(data.chats.map(({ channel }) => channel)),
];

export const preferredName = ({ preferredChannel }: ChannelWishes): MessageArgument =>
  preferredChannel === null ? { term: "setting-no-channel" } : channelTerm(preferredChannel);

export const fallbackName = ({ fallbackChannel }: ChannelWishes): MessageArgument =>
  fallbackChannel === null ? { term: "setting-no-fallback" } : channelTerm(fallbackChannel);

/** What tells one browser from another. */
export const browserFacts = ({ openedOn, openedAt, lastSeenOn }: OwnData["sessions"][number]) => ({
  since: { date: openedOn },
  at: openedAt,
  on: { date: lastSeenOn },
});

export const languageName = (locale: "vi" | "en"): MessageArgument =>
  locale === "vi" ? { term: "language-vi" } : { term: "language-en" };

/** Everything that is held on a person, why, who sees it, and the ways to correct it or to leave. */
export const ownDataCard = (data: OwnData): Message => {
  const { settings } = data;
  return message(
    [
      [
        heading("own-data-title", { place: placeName(data.organizationName) }),
        data.name === null ? line("own-data-no-name") : line("own-data-name", { name: data.name }),
        ...(data.posts.length === 0
          ? [line("own-data-no-post")]
          : data.posts.map(({ role, unit, fromOn }) =>
              line("own-data-post", { post: postName(role, unit?.name ?? null), from: { date: fromOn } }),
            )),
        ...data.chats.map(({ channel, linkedOn, here }) =>
          line(here ? "own-data-chat-here" : "own-data-chat", {
            channel: channelTerm(channel),
            since: { date: linkedOn },
          }),
        ),
        ...data.sessions.map((session) => line("own-data-session", browserFacts(session))),
        ...data.calendarFeeds.map(({ madeOn, lastReadOn }) =>
          lastReadOn === null
            ? line("own-data-calendar-unread", { since: { date: madeOn } })
            : line("own-data-calendar", { since: { date: madeOn }, on: { date: lastReadOn } }),
        ),
        line("own-data-settings", {
          language: languageName(settings.locale),
          digest: settings.digestAt ?? { term: "setting-of-office" },
          channel: preferredName(settings),
        }),
        ...(linkedChannels(data).length > 1
          ? [line("settings-fallback", { channel: fallbackName(settings) })]
          : []),
        line("own-data-notes", { count: data.notes }),
      ],
      [line("own-data-why"), line("own-data-who-sees"), line("own-data-correction")],
    ],
    [[choice(["command", "caidat"], "choice-settings")], [choice(["own-data", "leave"], "choice-leave")]],
  );
};

export const askLeave = (insisting: boolean): Message =>
  message(
    [
      insisting ? [line("leave-yes-or-no")] : [],
      [heading("leave-ask"), line("leave-what-goes"), line("leave-what-stays"), line("leave-no-way-back")],
    ],
    [[grave(choice(["own-data", "leave-now"], "choice-leave-now")), choice(["cancel"], "choice-stay")]],
  );
