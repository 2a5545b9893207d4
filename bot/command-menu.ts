import { ROLES, type Role } from "../api/members/member.ts";
import { PERMISSIONS } from "../api/members/permissions.ts";
import type { Command } from "./dialogues/dialogue.ts";

/** The commands as menus and help list them, each for the roles that may use it. */
export const COMMAND_MENU: readonly { readonly command: Command; readonly roles: readonly Role[] }[] = [
  { command: "nhiemvu", roles: ROLES },
  { command: "lich", roles: PERMISSIONS["see-calendar"] },
  { command: "tim", roles: PERMISSIONS["search-tasks"] },
  { command: "vanban", roles: PERMISSIONS["see-documents"] },
  { command: "duyet", roles: PERMISSIONS["decide-claim"] },
  { command: "phancong", roles: PERMISSIONS["assign-task"] },
  { command: "moi", roles: PERMISSIONS.invite },
  { command: "bangiao", roles: PERMISSIONS["hand-over"] },
  { command: "ketnoi", roles: PERMISSIONS["connect-group"] },
  { command: "hoantac", roles: PERMISSIONS["write-note"] },
  { command: "huy", roles: ROLES },
  { command: "caidat", roles: PERMISSIONS["change-settings"] },
  { command: "dulieucuatoi", roles: PERMISSIONS["see-own-data"] },
  { command: "trogiup", roles: ROLES },
];

type MenuWords = (locale: "vi" | "en") => (key: string) => string;

/**
 * Telegram's menus: strangers see how to begin, groups how to be connected; after linking each chat gets the menu of
 * its role (`menuOfRole`).
 */
export const telegramMenus = (words: MenuWords) => [
  {
    scope: "default" as const,
    commands: (["start", "trogiup"] as const).map((name) => menuEntry(name, words)),
  },
  {
    scope: "all_group_chats" as const,
    commands: (["ketnoi", "ngatketnoi"] as const).map((name) => menuEntry(name, words)),
  },
];

const menuEntry = (name: Command, words: MenuWords) => ({
  name,
  description: { vi: words("vi")(`menu-${name}`), en: words("en")(`menu-${name}`) },
});

/** What a chat's menu lists for the post it speaks for, in the person's language. */
export const menuOfRole = (role: Role, say: (key: string) => string) =>
  COMMAND_MENU.filter(({ roles }) => roles.includes(role)).map(({ command }) => ({
    name: command,
    description: say(`menu-${command}`),
  }));
