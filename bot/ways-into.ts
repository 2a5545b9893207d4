import type { Channel } from "./channels/channel.ts";
import type { Way } from "./dialogues/dialogue.ts";

/** How an invitation code is brought to each of these: by its link, else by the name under which the bot is found. */
export const waysInto = (
  channels: readonly Pick<Channel, "name" | "invitationLink" | "handle">[],
  code: string,
): readonly Way[] =>
  channels.flatMap(({ name, invitationLink, handle }): Way[] => {
    const link = invitationLink(code);
    if (link !== null) return [{ channel: name, link }];
    const found = handle?.() ?? null;
    return found === null ? [] : [{ channel: name, handle: found }];
  });
