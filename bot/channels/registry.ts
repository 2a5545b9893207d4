import type { Messenger } from "./messenger.ts";
import { telegram } from "./telegram/telegram-messenger.ts";
import { zalo } from "./zalo/zalo-messenger.ts";

/** Every messenger whose bot the settings can switch on; the web chat is always there. */
export const MESSENGERS: readonly Messenger[] = [telegram, zalo];
