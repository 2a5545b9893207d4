import { expect, test } from "vitest";
import { MESSENGERS } from "../../../bot/channels/registry.ts";
import { progressUpdate } from "../../../db/schema/progress.ts";
import { CULTURE } from "../../support/office.ts";
import { createLoft, pigeonMessenger } from "../../support/pigeon-messenger.ts";
import { productHome, startHere } from "../../support/product.ts";

test("a messenger that nobody has heard of is one more entry of the registry: linked, asked, answered, reminded", async () => {
  const loft = createLoft();
  const home = await productHome();
  const code = await home.invite("head", CULTURE, "Trần Thị Bình");
  const house = await startHere(home, [], {
    messengers: [...MESSENGERS, pigeonMessenger(loft)],
    environment: { PIGEON_LOFT: "hai-an" },
  });
  try {
    await loft.write("bình", "xin chào");
    expect(await loft.read("bình", /quản trị/)).toContain("mã");
    await loft.write("bình", `/start ${code}`);
    await loft.read("bình", /Kính chào đồng chí Trần Thị Bình/);
    await loft.write("bình", "2.4 đang lấy ý kiến");
    await loft.read("bình", /Đã ghi 2\.4/);
    const notes = await house.database.asOwner((db) =>
      db.select({ text: progressUpdate.text, channel: progressUpdate.channel }).from(progressUpdate),
    );
    expect(notes).toEqual([{ text: "đang lấy ý kiến", channel: "pigeon" }]);
    await loft.write("bình", "cài đặt");
    await loft.read("bình", /Đã liên kết: Pigeon/);
    await house.moveTo("2026-09-14T07:30:00+07:00");
    await loft.read("bình", /ngày cuối cùng để báo cáo lần 1/);
    expect(house.complaints).toEqual([]);
  } finally {
    await house.stop();
    await home.drop();
  }
});
