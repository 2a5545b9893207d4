import { z } from "zod";
import type { Appointment } from "../../api/members/member.ts";
import type { OwnData } from "../../api/members/show-own-data.ts";
import type { MessageLine } from "../../api/outbox/message.ts";
import { line, oneLine, refusalMessage } from "../messages/lines.ts";
import {
  askChannel,
  askCutOff,
  askDigestHour,
  askFallback,
  askLanguage,
  askPost,
  deviceCode,
  settingsCard,
} from "../messages/settings.ts";
import type { Button } from "./button.ts";
import { type Call, type Context, type Dialogue, type Event, type Step, say } from "./dialogue.ts";
import { parseDigestHour } from "./parse-digest-hour.ts";

/**
 * What is shown when the person's data arrive. Only the hour is kept from one message to the next, because it may
 * be typed: looking at settings must not swallow a note that follows.
 */
export const settingsStateSchema = z.object({
  asking: z.enum(["settings", "locale", "digest", "channel", "fallback", "post", "places"]),
});
/** What was changed, and the post chosen just now, live until the card that shows them. */
export type SettingsState = z.infer<typeof settingsStateSchema> & {
  readonly changed?: MessageLine;
  readonly current?: Appointment;
};

/** `/caidat`: language, hour of the digest, channels, the post this chat speaks for, devices. */
export const settingsDialogue: Dialogue<SettingsState> = (context, state, event) =>
  event.kind === "result" ? answered(context, state, event) : asked(state, event);

const show = (state: SettingsState): Step<SettingsState> => ({
  state,
  call: { name: "show-own-data", input: {} },
});

const change = (call: Call, changed: MessageLine): Step<SettingsState> => ({
  state: { asking: "settings", changed },
  call,
});

const asked = (
  state: SettingsState | null,
  { input }: Extract<Event, { kind: "input" }>,
): Step<SettingsState> => {
  if (input.kind === "command") return show({ asking: "settings" });
  if (input.kind === "button") return fromButton(input.button);
  if (state?.asking === "digest" && input.kind === "text") {
    const digestAt = parseDigestHour(input.text);
    return digestAt === null
      ? { state, say: [say(askDigestHour(line("settings-hour-unclear")))] }
      : change({ name: "change-member-settings", input: { digestAt } }, line("settings-digest-changed"));
  }
  return { state: null, say: [say(oneLine("button-unknown"))] };
};

const fromButton = (button: Button): Step<SettingsState> => {
  if (button[0] === "post")
    return change(
      { name: "switch-post", input: { appointmentId: button[1] } },
      line("settings-post-changed"),
    );
  if (button[0] === "revoke")
    return button[1] === "chat"
      ? change({ name: "revoke-chat", input: { chatLinkId: button[2] } }, line("settings-cut-off"))
      : change({ name: "revoke-web-session", input: { sessionId: button[2] } }, line("settings-cut-off"));
  if (button[0] !== "setting") return { state: null, say: [say(oneLine("button-unknown"))] };
  const [, setting, value] = button;
  switch (setting) {
    case "show": {
      const parsed = settingsStateSchema.safeParse({ asking: value });
      return parsed.success ? show(parsed.data) : show({ asking: "settings" });
    }
    case "locale":
      return change(
        { name: "change-member-settings", input: { locale: value } },
        line("settings-language-changed"),
      );
    case "digest":
      return change(
        { name: "change-member-settings", input: { digestAt: value === "office" ? null : value } },
        line("settings-digest-changed"),
      );
    case "channel":
      return change(
        { name: "change-member-settings", input: { preferredChannel: value === "none" ? null : value } },
        line("settings-channel-changed"),
      );
    case "fallback":
      return change(
        { name: "change-member-settings", input: { fallbackChannel: value === "none" ? null : value } },
        line("settings-fallback-changed"),
      );
    case "device":
      return { state: null, call: { name: "invite-device", input: {} } };
    default:
      return { state: null, say: [say(oneLine("button-unknown"))] };
  }
};

const answered = (
  context: Context,
  state: SettingsState | null,
  event: Extract<Event, { kind: "result" }>,
): Step<SettingsState> => {
  if (!event.result.ok) return { state: null, say: [say(refusalMessage(event.result.refusal))] };
  switch (event.name) {
    case "show-own-data":
      return shown(context, state ?? { asking: "settings" }, event.result.value);
    case "invite-device":
      return { state: null, say: [say(deviceCode(context, event.result.value))] };
    case "switch-post":
      return {
        ...show({
          asking: "settings",
          changed: line("settings-post-changed"),
          current: event.result.value,
        }),
        // What was open belongs to the post that spoke before.
        card: null,
        undo: null,
      };
    case "change-member-settings":
    case "revoke-chat":
    case "revoke-web-session":
      return show(state ?? { asking: "settings" });
    default:
      return { state: null };
  }
};

const shown = (context: Context, held: SettingsState, data: OwnData): Step<SettingsState> => {
  const { changed, current, asking } = held;
  switch (asking) {
    case "locale":
      return { state: null, say: [say(askLanguage())] };
    case "digest":
      return { state: { asking }, say: [say(askDigestHour())] };
    case "channel":
      return { state: null, say: [say(askChannel(data))] };
    case "fallback":
      return { state: null, say: [say(askFallback(data))] };
    case "post":
      return { state: null, say: [say(askPost(context.actor))] };
    case "places":
      return { state: null, say: [say(askCutOff(data))] };
    case "settings": {
      const actor = current === undefined ? context.actor : { ...context.actor, current };
      return { state: null, say: [say(settingsCard(actor, data, changed))] };
    }
  }
};
