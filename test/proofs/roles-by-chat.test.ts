import { beforeAll, describe, expect, it } from "vitest";
import { ROLES, type Role } from "../../api/members/member.ts";
import { type Action, PERMISSIONS } from "../../api/members/permissions.ts";
import { translate } from "../../locales/translate.ts";
import { type Chat, chatOf } from "../support/chat.ts";
import { freshDatabase } from "../support/database.ts";
import { CULTURE, haiAn, type Office, SERVICE_CENTRE } from "../support/office.ts";

const NOT_ALLOWED = translate("vi", "refusal-not-allowed", {});
const UNIT_REQUIRED = translate("vi", "refusal-unit-required", {});
const NOBODY = "01990000-0000-7000-8000-000000000000";

type Asking = {
  readonly ask: (chat: Chat) => Promise<readonly string[]>;
  /** Whether what was said lets the person in; without it, whether it is no refusal. */
  readonly lets?: (said: string) => boolean;
};

/** Each action and how a chat asks for it; null where no dialogue does, and the API alone is its door. */
const IN_CHAT: Readonly<Record<Action, Asking | null>> = {
  "see-own-tasks": {
    ask: (chat) => chat.say("/nhiemvu quá hạn"),
    lets: (said) => said.startsWith(CULTURE),
  },
  // For a unit's post the other unit's name is a word to look for among its own tasks.
  "see-all-tasks": {
    ask: (chat) => chat.say(`/nhiemvu ${SERVICE_CENTRE}`),
    lets: (said) => said.startsWith(SERVICE_CENTRE),
  },
  "write-note": {
    ask: (chat) => chat.say("2.4 đang lấy ý kiến"),
    lets: (said) => said.startsWith("Đã ghi 2.4"),
  },
  "decide-claim": { ask: (chat) => chat.say("/duyet") },
  "see-calendar": { ask: (chat) => chat.say("/lich") },
  "see-documents": { ask: (chat) => chat.say("/vanban") },
  "search-tasks": { ask: (chat) => chat.say("/tim kế hoạch") },
  "change-settings": { ask: (chat) => chat.tap("setting locale vi") },
  "see-own-data": { ask: (chat) => chat.say("/dulieucuatoi") },
  invite: { ask: (chat) => chat.say("/moi") },
  "hand-over": { ask: (chat) => chat.say("/bangiao") },
  "assign-task": { ask: (chat) => chat.say("/phancong") },
  "confirm-group": { ask: (chat) => chat.tap(`confirm-group ${NOBODY}`) },
  "load-catalogue": { ask: (chat) => chat.receiveDraft(NOBODY) },
  "connect-group": { ask: (chat) => chat.say("/ketnoi") },
  "add-unit": null,
  "change-office": null,
  "change-calendar": null,
  "change-units": null,
  "change-rounds": null,
  "manage-keys": null,
  "manage-subscriptions": null,
  "manage-feeds": null,
  "see-people": null,
  "see-notes": null,
  "see-board": null,
  "see-nudges": null,
  "see-outbox": null,
  "retry-message": null,
  "see-audit": null,
};

let office: Office;
beforeAll(async () => {
  office = await haiAn(await freshDatabase());
  await office.link("focal", CULTURE);
});

const CELLS = ROLES.flatMap((role) =>
  Object.entries(IN_CHAT).flatMap(([action, asking]) =>
    asking === null
      ? []
      : ([[role, action, asking, PERMISSIONS[action as Action].includes(role as never)]] as const),
  ),
);

describe("role × action in the chat", () => {
  it("has an entry for every action", () => {
    expect(new Set(Object.keys(IN_CHAT))).toEqual(new Set(Object.keys(PERMISSIONS)));
  });

  it.each(CELLS)("%s, %s", async (role: Role, _action, { ask, lets }, allowed) => {
    const chat = chatOf(office.database, office.as(role));
    await chat.say("/huy");
    const said = (await ask(chat)).join("\n");
    expect(said).not.toBe("");
    const refused = said.includes(NOT_ALLOWED) || said.includes(UNIT_REQUIRED);
    expect(lets === undefined ? !refused : lets(said), said).toBe(allowed);
  });
});
