import { beforeEach, describe, expect, test } from "vitest";
import { changeMemberSettings } from "../../../api/members/change-member-settings.ts";
import { leaveOffice } from "../../../api/members/leave-office.ts";
import { resolveChannels } from "../../../api/members/resolve-channels.ts";
import { revokeChat } from "../../../api/members/revoke-chat.ts";
import { showOwnData } from "../../../api/members/show-own-data.ts";
import { selectMember } from "../../../db/queries/member-queries.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, refusalOf } from "../../support/office.ts";
import { linkSecond, type SecondChat } from "../../support/second-chat.ts";

const wishes = (preferredChannel: string | null, fallbackChannel: string | null) => ({
  preferredChannel,
  fallbackChannel,
});

describe("what a wish amounts to", () => {
  test.each([
    ["both linked", wishes("zalo", "web"), ["web", "zalo"], wishes("zalo", "web")],
    ["the fallback is cut off", wishes("zalo", "web"), ["zalo"], wishes("zalo", null)],
    ["the preferred one is cut off", wishes("zalo", "web"), ["telegram", "web"], wishes("web", null)],
    ["both are cut off", wishes("zalo", "web"), ["telegram"], wishes(null, null)],
    ["no preference, a fallback", wishes(null, "web"), ["web", "zalo"], wishes(null, "web")],
    ["the same twice", wishes("web", "web"), ["web", "zalo"], wishes("web", null)],
  ])("%s", (_name, stored, linked, works) => {
    expect(resolveChannels(stored, linked)).toEqual(works);
  });
});

describe("a head with Telegram, Zalo and the web chat", () => {
  let office: Office;
  let zalo: SecondChat;
  beforeEach(async () => {
    office = await haiAn(await freshDatabase());
    zalo = await linkSecond(office, office.as("head"), "zalo");
    await linkSecond(office, office.as("head"), "web");
  });
  const head = () => office.at(MONDAY).as(office.as("head"));
  const settings = async () => (await head().do(showOwnData, {})).settings;

  test("chooses both; what cannot be is refused and changes nothing", async () => {
    await head().do(changeMemberSettings, { preferredChannel: "telegram", fallbackChannel: "zalo" });
    expect(await settings()).toMatchObject(wishes("telegram", "zalo"));
    for (const change of [
      { fallbackChannel: "telegram" },
      { fallbackChannel: "sms" },
      { preferredChannel: "sms" },
      { preferredChannel: "web", fallbackChannel: "web" },
      { fallbackChannel: "Zalo!" },
    ])
      expect(refusalOf(await head().run(changeMemberSettings, change))).toBe("setting_invalid");
    expect(await settings()).toMatchObject(wishes("telegram", "zalo"));
    await head().do(changeMemberSettings, { fallbackChannel: null });
    expect(await settings()).toMatchObject(wishes("telegram", null));
  });

  test("what was the fallback becomes the preferred channel, and is the fallback no more", async () => {
    await head().do(changeMemberSettings, { preferredChannel: "telegram", fallbackChannel: "zalo" });
    expect(await head().do(changeMemberSettings, { preferredChannel: "zalo" })).toMatchObject(
      wishes("zalo", null),
    );
    // Another one leaves the fallback as it was.
    await head().do(changeMemberSettings, { fallbackChannel: "web" });
    expect(await head().do(changeMemberSettings, { preferredChannel: "telegram" })).toMatchObject(
      wishes("telegram", "web"),
    );
  });

  test("a chat that is cut off takes its wish along; linked again, the wish holds again", async () => {
    await head().do(changeMemberSettings, { preferredChannel: "zalo", fallbackChannel: "web" });
    await head().do(revokeChat, { chatLinkId: zalo.chatLinkId });
    expect(await settings()).toMatchObject(wishes("web", null));
    // Other settings do not touch it.
    await head().do(changeMemberSettings, { digestAt: "06:45" });
    await linkSecond(office, office.as("head"), "zalo");
    expect(await settings()).toMatchObject({ ...wishes("zalo", "web"), digestAt: "06:45" });
  });

  test("whoever leaves takes both along", async () => {
    await head().do(changeMemberSettings, { preferredChannel: "zalo", fallbackChannel: "web" });
    await head().do(leaveOffice, {});
    const { memberId } = office.as("head");
    expect(await office.read((tx) => selectMember(tx, memberId))).toMatchObject(wishes(null, null));
  });
});
