import type { MemberActor } from "../../api/members/member.ts";
import type { OwnData } from "../../api/members/show-own-data.ts";
import type { Choice, Message, MessageLine } from "../../api/outbox/message.ts";
import type { Context } from "../dialogues/dialogue.ts";
import { type Code, codeCopies, codeUntil, codeWays, postName } from "./invitation.ts";
import { above, channelTerm, choice, heading, line, message } from "./lines.ts";
import { browserFacts, fallbackName, languageName, linkedChannels, preferredName } from "./own-data.ts";

/** Chats and browsers that may be cut off from here: all but the chat that asks. */
const otherPlaces = (data: OwnData): boolean =>
  data.sessions.length > 0 || data.chats.some(({ here }) => !here);

/** What holds now, and a button for each thing that can be changed. `changed`: what was done just now. */
export const settingsCard = (actor: MemberActor, data: OwnData, changed?: MessageLine): Message => {
  const { settings } = data;
  const several = linkedChannels(data).length > 1;
  const rows: readonly (readonly Choice[])[] = [
    [
      choice(["setting", "show", "locale"], "choice-language"),
      choice(["setting", "show", "digest"], "choice-digest-hour"),
    ],
    several
      ? [
          choice(["setting", "show", "channel"], "choice-channel"),
          choice(["setting", "show", "fallback"], "choice-fallback"),
        ]
      : [],
    actor.appointments.length > 1 ? [choice(["setting", "show", "post"], "choice-current-post")] : [],
    [
      choice(["setting", "device", "new"], "choice-new-device"),
      ...(otherPlaces(data) ? [choice(["setting", "show", "places"], "choice-cut-off")] : []),
    ],
    [choice(["command", "dulieucuatoi"], "choice-own-data")],
  ];
  return message(
    [
      above(changed),
      [
        heading("settings-title"),
        line("settings-language", { language: languageName(settings.locale) }),
        line("settings-digest", { at: settings.digestAt ?? { term: "setting-of-office" } }),
        line("settings-channel", { channel: preferredName(settings) }),
        ...(several ? [line("settings-fallback", { channel: fallbackName(settings) })] : []),
        actor.current === null
          ? line("own-data-no-post")
          : line("settings-post", { post: postName(actor.current.role, actor.current.unit?.name ?? null) }),
        ...data.chats.map(({ channel, linkedOn, here }) =>
          line(here ? "own-data-chat-here" : "own-data-chat", {
            channel: channelTerm(channel),
            since: { date: linkedOn },
          }),
        ),
        ...data.sessions.map((session) => line("own-data-session", browserFacts(session))),
      ],
    ],
    rows,
  );
};

export const askLanguage = (): Message =>
  message(
    [[heading("settings-ask-language")]],
    [
      [
        choice(["setting", "locale", "vi"], "language-vi"),
        choice(["setting", "locale", "en"], "language-en"),
      ],
    ],
  );

const HOURS = ["06:30", "07:00", "07:30", "08:00"] as const;

export const askDigestHour = (problem?: MessageLine): Message =>
  message(
    [above(problem), [heading("settings-ask-digest"), line("settings-ask-digest-hint")]],
    [
      HOURS.map((time) => choice(["setting", "digest", time], "choice-time", { time })),
      [choice(["setting", "digest", "office"], "choice-as-office")],
    ],
  );

export const askChannel = (data: OwnData): Message =>
  message(
    [[heading("settings-ask-channel")]],
    [
      ...linkedChannels(data).map((channel) => [
        choice(["setting", "channel", channel], "choice-channel-name", { channel: channelTerm(channel) }),
      ]),
      [choice(["setting", "channel", "none"], "choice-no-channel")],
    ],
  );

/** Any linked channel but the preferred one. */
export const askFallback = (data: OwnData): Message =>
  message(
    [[heading("settings-ask-fallback")]],
    [
      ...linkedChannels(data)
        .filter((channel) => channel !== data.settings.preferredChannel)
        .map((channel) => [
          choice(["setting", "fallback", channel], "choice-channel-name", { channel: channelTerm(channel) }),
        ]),
      [choice(["setting", "fallback", "none"], "choice-no-fallback")],
    ],
  );

export const askPost = (actor: MemberActor): Message =>
  message(
    [[heading("settings-ask-post")]],
    actor.appointments.map(({ id, role, unit }) => [
      choice(["post", id], "choice-whole-post", { post: postName(role, unit?.name ?? null) }),
    ]),
  );

export const askCutOff = (data: OwnData): Message =>
  message(
    [[heading("settings-ask-cut-off"), line("settings-ask-cut-off-hint")]],
    [
      ...data.chats
        .filter(({ here }) => !here)
        .map(({ id, channel, linkedOn }) => [
          choice(["revoke", "chat", id], "choice-cut-chat", {
            channel: channelTerm(channel),
            since: { date: linkedOn },
          }),
        ]),
      ...data.sessions.map((session) => [
        choice(["revoke", "session", session.id], "choice-cut-session", browserFacts(session)),
      ]),
    ],
  );

export const deviceCode = (context: Context, code: Code): Message => ({
  ...message([
    [heading("device-code"), line("invitation-code", { code: code.code })],
    codeWays(context, code),
    [codeUntil(context, code), line("device-code-own")],
  ]),
  copies: codeCopies(context, code),
});
