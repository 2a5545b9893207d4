import type { Speaker } from "../api/conversations/handle-next-update.ts";
import { translatorFor } from "../locales/translate.ts";
import type { Channel } from "./channels/channel.ts";
import type { Log } from "./channels/log.ts";
import { menuOfRole } from "./command-menu.ts";
import { describeError } from "./describe-error.ts";

const MENUS_REMEMBERED = 10_000;

const botOf = ({ channel, account }: Speaker): string => `${channel}:${account}`;

/** Shows each chat the menu of its post, again only when the post has changed. */
export const keepMenus = (channels: ReadonlyMap<string, Channel>, log: Log): ((speaker: Speaker) => void) => {
  const shown = new Map<string, string>();
  return (speaker) => {
    const channel = channels.get(botOf(speaker));
    const chat = `${botOf(speaker)}:${speaker.chatKey}`;
    const wanted = `${speaker.role} ${speaker.locale}`;
    if (channel?.showMenu === undefined || speaker.role === null || shown.get(chat) === wanted) return;
    if (shown.size > MENUS_REMEMBERED) shown.clear();
    shown.set(chat, wanted);
    channel
      .showMenu(speaker.chatKey, menuOfRole(speaker.role, translatorFor(speaker.locale)))
      .catch((error: unknown) => {
        shown.delete(chat);
        log.warn(describeError(error), "a chat's menu could not be set");
      });
  };
};
