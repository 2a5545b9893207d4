import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { findChatMember } from "../../../api/members/find-chat-member.ts";
import { inviteDevice } from "../../../api/members/invite-device.ts";
import { inviteMember } from "../../../api/members/invite-member.ts";
import { linkChat } from "../../../api/members/link-chat.ts";
import { switchPost } from "../../../api/members/switch-post.ts";
import { findUnit } from "../../../api/units/list-units.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  ACCOUNT,
  CULTURE,
  granted,
  haiAn,
  MONDAY,
  type Office,
  refusalOf,
  sampleOffice,
} from "../../support/office.ts";

let office: Office;
beforeEach(async () => {
  office = await sampleOffice(await freshDatabase(), "hai-an");
});

const later = (minutes: number): Date => new Date(MONDAY.getTime() + minutes * 60_000);
const invite = (role: string, name: string, unit: string | null = CULTURE, of: Office = office) =>
  of
    .at(MONDAY)
    .as("operator")
    .work(async (work) => {
      const unitId = unit === null ? null : granted(await findUnit(work.tx, unit)).id;
      return granted(await inviteMember(work, { unitId, role, name }));
    });
const chat = (chatKey: string) => ({ channel: "telegram", account: ACCOUNT, chatKey }) as const;
const link = (chatKey: string, code: string, now = MONDAY, languageCode: string | null = null) =>
  office.database.inBoth((both) => linkChat(both, now, { ...chat(chatKey), code, languageCode }));
const who = (chatKey: string, now = MONDAY) =>
  office.database.inBoth((both) => findChatMember(both, chat(chatKey), now));

describe("a one-time code", () => {
  it("links a chat to a post, however it is typed", async () => {
    const { code, expiresAt } = await invite("head", "Trần Thị Bình");
    expect(expiresAt).toEqual(later(24 * 60));
    const linked = granted(await link("7", ` ${code.toLowerCase().replace("-", " ")}`));
    expect(linked).toMatchObject({
      organizationName: "Ủy ban nhân dân phường Hải An",
      already: false,
      locale: "vi",
      posts: [{ role: "head", unit: { name: CULTURE } }],
    });
    expect(await who("7")).toMatchObject({ actor: { name: "Trần Thị Bình", current: { role: "head" } } });
    expect(await who("8")).toBeNull();
  });

  it("works once: pressed again in the same chat it says so, elsewhere it is used", async () => {
    const { code } = await invite("head", "Trần Thị Bình");
    granted(await link("7", code));
    expect(granted(await link("7", code)).already).toBe(true);
    expect(refusalOf(await link("8", code))).toBe("invitation_used");
  });

  it("ends after a day, and when a newer one was handed out", async () => {
    const first = await invite("head", "Trần Thị Bình");
    expect(refusalOf(await link("7", first.code, later(24 * 60)))).toBe("invitation_expired");
    const second = await invite("head", "trần thị BÌNH");
    expect(second).toMatchObject({ memberId: first.memberId, appointmentId: first.appointmentId });
    expect(refusalOf(await link("7", first.code))).toBe("invitation_expired");
    granted(await link("7", second.code));
  });

  it("suggests the messenger's language once", async () => {
    const { code } = await invite("head", "Trần Thị Bình");
    expect(granted(await link("7", code, MONDAY, "en-GB")).locale).toBe("en");
  });
});

describe("guessing", () => {
  it("locks the chat after five wrong tries, for a quarter of an hour, even for the right code", async () => {
    const { code } = await invite("head", "Trần Thị Bình");
    for (let tried = 1; tried < 5; tried += 1)
      expect(refusalOf(await link("7", "00000-00000"))).toBe("invitation_unknown");
    expect(await link("7", "x")).toMatchObject({
      refusal: { code: "invitation_locked", args: { minutes: 15 } },
    });
    expect(await link("7", code, later(14.5))).toMatchObject({
      refusal: { code: "invitation_locked", args: { minutes: 1 } },
    });
    expect(refusalOf(await link("8", "00000-00000"))).toBe("invitation_unknown");
    granted(await link("7", code, later(15)));
  });

  it("counts anew after the lock, and forgets the tries when a code was right", async () => {
    for (let tried = 0; tried < 5; tried += 1) await link("7", "x");
    expect(refusalOf(await link("7", "x", later(16)))).toBe("invitation_unknown");
    const { code } = await invite("head", "Trần Thị Bình");
    granted(await link("7", code, later(17)));
    const left = await office.database.inSystem((tx) => rows(tx, sql`select 1 from link_attempt`));
    expect(left).toEqual([]);
  });
});

describe("one chat speaks for one person", () => {
  it("refuses another's code, and the code stays good", async () => {
    granted(await link("7", (await invite("head", "Trần Thị Bình")).code));
    const { code } = await invite("deputy", "Lê Văn Cường");
    expect(refusalOf(await link("7", code))).toBe("chat_linked_elsewhere");
    granted(await link("8", code));
  });

  it("refuses a chat of another office", async () => {
    granted(await link("7", (await invite("head", "Trần Thị Bình")).code));
    const other = await sampleOffice(office.database, "le-chan");
    const { code } = await invite("admin", "Trần Thị Bình", null, other);
    expect(refusalOf(await link("7", code))).toBe("chat_linked_elsewhere");
  });

  it("adds a second post of the same person, who then chooses which one the chat speaks for", async () => {
    granted(await link("7", (await invite("head", "Trần Thị Bình")).code));
    const linked = granted(await link("7", (await invite("admin", "Trần Thị Bình", null)).code));
    expect(linked.posts.map(({ role }) => role)).toEqual(["head", "admin"]);
    const admin = linked.posts[1]?.id ?? "";
    const speaker = { ...(await haiAnPerson()), chatKey: "7" };
    await office.at(MONDAY).as(speaker).do(switchPost, { appointmentId: admin });
    expect((await who("7"))?.actor.current?.role).toBe("admin");
    expect(
      refusalOf(await office.at(MONDAY).as(speaker).run(switchPost, { appointmentId: crypto.randomUUID() })),
    ).toBe("appointment_not_found");
  });

  it("lets a person have several chats", async () => {
    granted(await link("7", (await invite("head", "Trần Thị Bình")).code));
    const device = await office
      .at(MONDAY)
      .as({ ...(await haiAnPerson()), chatKey: "7" })
      .do(inviteDevice, {});
    const second = granted(await link("9", device.code));
    expect(second.already).toBe(false);
    expect((await who("9"))?.actor.memberId).toBe((await who("7"))?.actor.memberId);
  });
});

/** Somebody to borrow the shape of; the chat key decides who speaks. */
const haiAnPerson = () => office.link("focal", CULTURE, "Ngô Thị Khanh");

describe("inviting", () => {
  it("is refused by who asks and by what is asked", async () => {
    const full = await haiAn(office.database);
    const as = (role: "head" | "admin") => full.at(MONDAY).as(full.as(role));
    const unitId = await full.read(async (tx) => granted(await findUnit(tx, CULTURE)).id);
    const input = { unitId, role: "head", name: "Ai đó" };
    expect(refusalOf(await as("head").run(inviteMember, input))).toBe("not_allowed");
    const run = (change: object) => as("admin").run(inviteMember, { ...input, ...change });
    expect(refusalOf(await run({ role: "boss" }))).toBe("role_invalid");
    expect(refusalOf(await run({ name: " " }))).toBe("member_name_invalid");
    expect(refusalOf(await run({ name: "x".repeat(101) }))).toBe("member_name_invalid");
    expect(refusalOf(await run({ unitId: null }))).toBe("unit_required");
    expect(refusalOf(await run({ unitId: crypto.randomUUID() }))).toBe("unit_not_found");
    expect(refusalOf(await run({ role: "consolidator", unitId: null }))).toBeNull();
  });
});
