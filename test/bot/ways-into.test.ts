import { expect, test } from "vitest";
import { waysInto } from "../../bot/ways-into.ts";

test("a link where there is one, else the name, else nothing", () => {
  const ways = waysInto(
    [
      {
        name: "telegram",
        invitationLink: (code) => `https://t.me/bot?start=${code}`,
        handle: () => "unused",
      },
      { name: "zalo", invitationLink: () => null, handle: () => "bot.DonDoc" },
      { name: "zalo", invitationLink: () => null, handle: () => null },
      { name: "web", invitationLink: () => null },
    ],
    "K7M2P-9QRTX",
  );
  expect(ways).toEqual([
    { channel: "telegram", link: "https://t.me/bot?start=K7M2P-9QRTX" },
    { channel: "zalo", handle: "bot.DonDoc" },
  ]);
});
