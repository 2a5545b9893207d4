import type { DependencyState } from "../../api/http/check-dependencies.ts";
import type { Channel, SendOutcome } from "./channel.ts";

/** Whether the messenger takes messages, as one attempt shows it; null where it shows nothing of that. */
const stateShown = (outcome: SendOutcome): DependencyState | null => {
  switch (outcome.kind) {
    case "channel_down":
    case "ambiguous":
      return "down";
    case "retry_after":
      return outcome.scope === "bot" ? "down" : null;
    case "waiting":
      return null;
    default:
      return "up";
  }
};

/** The channel as it was; each attempt tells whether its messenger took it. */
export const watchOutcomes = (channel: Channel, seen: (state: DependencyState) => void): Channel => ({
  ...channel,
  send: async (to, message) => {
    const outcome = await channel.send(to, message);
    const state = stateShown(outcome);
    if (state !== null) seen(state);
    return outcome;
  },
});
