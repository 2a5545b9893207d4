import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { linkChat } from "../../../api/members/link-chat.ts";
import { rows } from "../../../db/queries/rows.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, CULTURE, haiAn, SERVICE_CENTRE } from "../../support/office.ts";

const ADDRESS = "https://dondoc.example.vn";

let api: ApiHouse;
beforeEach(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()), { publicUrl: ADDRESS });
});

const unitId = async (name: string): Promise<string> =>
  (await api.call("list-units", { query: { q: name } })).items[0].id;
const named = async (q: string) => (await api.call("list-members", { query: { q } })).items;
/** Types the code in a chat, as the person does. */
const link = (code: string, chatKey: string) =>
  api.office.database.inBoth((both) =>
    linkChat(both, api.clock.now(), {
      channel: "telegram",
      account: ACCOUNT,
      chatKey,
      code,
      languageCode: "vi",
    }),
  );

describe("people", () => {
  it("are invited, seen by name and messenger, never by the key of a chat", async () => {
    const invited = await api.call("invite-member", {
      body: { name: "Ngô Thị Oanh", role: "focal", unit_id: await unitId(CULTURE) },
    });
    expect(invited).toMatchObject({
      code: expect.stringMatching(/^.{5}-.{5}$/),
      expires_at: "2026-09-08T00:01:00.000Z",
      link: `${ADDRESS}/?code=${invited.code}`,
      member: { name: "Ngô Thị Oanh", channels: [], invited_until: "2026-09-08T00:01:00.000Z" },
    });
    expect(await link(invited.code, "chat-of-oanh")).toMatchObject({ ok: true });
    const params = { member_id: invited.member.id };
    const answer = await api.ask("show-member", { params });
    const text = await answer.text();
    expect(text).not.toContain("chat-of-oanh");
    expect(JSON.parse(text)).toMatchObject({
      channels: ["telegram"],
      invited_until: null,
      posts: [{ id: invited.appointment_id, role: "focal", unit: { name: CULTURE }, from_on: "2026-09-07" }],
    });
    expect(await named("ngo oanh")).toMatchObject([{ id: invited.member.id }]);
    expect(await named("oan thi khong co")).toEqual([]);
  });

  it("are found by unit and role, page by page, and only by those who may see people", async () => {
    const all = (await api.call("list-members")).items;
    const first = await api.call("list-members", { query: { limit: 2, q: "thi" } });
    const rest = await api.call("list-members", { query: { q: "thi", cursor: first.next_cursor } });
    expect([...first.items, ...rest.items]).toEqual(
      all.filter(({ name }: { name: string }) => name.includes(" Thị ")),
    );
    const heads = await api.call("list-members", { query: { role: "head", unit_id: await unitId(CULTURE) } });
    expect(heads.items.map(({ name }: { name: string }) => name)).toEqual(["Trần Thị Bình"]);
    expect(await api.with(await api.key("read")).call("list-members")).toMatchObject({ items: all });
    expect(await api.in(api.office.as("head")).refused("list-members")).toMatchObject({
      code: "not_allowed",
    });
    expect(await api.refused("list-members", { query: { cursor: "W10" } })).toMatchObject({
      code: "cursor_invalid",
    });
  });

  it("have a wrong name corrected by whoever read the latest", async () => {
    const params = { member_id: api.office.as("deputy").memberId };
    const etag = (await api.ask("show-member", { params })).headers.get("etag") ?? "";
    const call = { params, body: { name: " Lê Văn Cương " }, headers: { "if-match": etag } };
    expect(await api.call("change-member-name", call)).toMatchObject({ name: "Lê Văn Cương" });
    expect(await api.refused("change-member-name", call)).toMatchObject({ code: "revision_conflict" });
    expect(await api.refused("change-member-name", { params, body: { name: "" } })).toMatchObject({
      code: "request_invalid",
    });
  });

  it("get a new code that makes the one before worthless, and lose it again", async () => {
    const head = api.office.as("head");
    const params = { member_id: head.memberId };
    const one = await api.call("invite-again", { params });
    const two = await api.call("invite-again", { params });
    expect(await link(one.code, "tablet")).toMatchObject({ refusal: { code: "invitation_expired" } });
    await api.call("revoke-invitation", { params });
    expect(await link(two.code, "tablet")).toMatchObject({ refusal: { code: "invitation_expired" } });
    expect(await api.call("show-member", { params })).toMatchObject({ invited_until: null });
    const three = await api.call("invite-again", { params });
    expect(await link(three.code, "tablet")).toMatchObject({ ok: true });
    for (const operation of ["invite-again", "revoke-invitation"])
      expect(await api.refused(operation, { params: { member_id: crypto.randomUUID() } })).toMatchObject({
        code: "member_not_found",
      });
  });

  it("are let go and forgotten: posts end, chats end with a word, the name is nowhere", async () => {
    const head = api.office.as("head");
    const params = { member_id: head.memberId };
    await api.call("appoint-member", {
      body: { member_id: head.memberId, role: "focal", unit_id: await unitId(SERVICE_CENTRE) },
    });
    await api.call("remove-member", { params });
    expect(await api.refused("show-member", { params })).toMatchObject({ code: "member_not_found" });
    expect(await api.refused("remove-member", { params })).toMatchObject({ code: "member_not_found" });
    expect(await named("tran thi binh")).toEqual([]);
    const posts = (await api.call("list-appointments", { query: { limit: 200 } })).items;
    expect(posts.map(({ member }: { member: { id: string } }) => member.id)).not.toContain(head.memberId);
    const told = await api.office.read((tx) =>
      rows<{ member_id: string | null }>(
        tx,
        sql`select member_id from outbox_message where chat_key = ${head.chatKey} and state = 'queued'`,
      ),
    );
    expect(told).toEqual([{ member_id: null }, { member_id: null }]);
    expect(await api.in(head).refused("show-caller")).toMatchObject({ code: "appointment_not_found" });
  });

  it("the last administrator stays, whichever way somebody tries", async () => {
    const admin = api.office.as("admin");
    const params = { member_id: admin.memberId };
    const post = { appointment_id: admin.appointmentId };
    expect(await api.refused("remove-member", { params })).toMatchObject({ code: "last_administrator" });
    expect(await api.refused("end-appointment", { params: post })).toMatchObject({
      code: "last_administrator",
    });
    expect(await api.call("show-member", { params })).toMatchObject({ posts: [{ role: "admin" }] });
    await api.call("appoint-member", {
      body: { member_id: api.office.as("leader").memberId, role: "admin" },
    });
    await api.call("remove-member", { params });
    expect((await api.call("list-appointments", { query: { role: "admin" } })).items).toMatchObject([
      { member: { id: api.office.as("leader").memberId } },
    ]);
  });
});

describe("posts", () => {
  it("are handed over with a code, ended, and told as they stood on a day", async () => {
    const head = api.office.as("head");
    const params = { appointment_id: head.appointmentId };
    api.clock.set(new Date("2026-09-10T09:00:00+07:00"));
    const done = await api.call("hand-over", { params, body: { successor_name: "Bùi Văn Nam" } });
    expect(done).toMatchObject({
      unlinked: true,
      successor: { link: `${ADDRESS}/?code=${done.successor.code}` },
    });
    const query = { role: "head", unit_id: await unitId(CULTURE) };
    const holders = async (on: string) =>
      (await api.call("list-appointments", { query: { ...query, on } })).items.map(
        ({ member }: { member: { name: string } }) => member.name,
      );
    expect(await holders("2026-09-09")).toEqual(["Trần Thị Bình"]);
    expect(await holders("2026-09-10")).toEqual(["Bùi Văn Nam"]);
    expect(await api.call("show-appointment", { params })).toMatchObject({ to_on: "2026-09-09" });
    expect(await api.refused("hand-over", { params, body: { successor_name: "Ai" } })).toMatchObject({
      code: "appointment_not_found",
    });

    await api.call("end-appointment", { params: { appointment_id: done.successor.appointment_id } });
    expect(await holders("2026-09-10")).toEqual([]);
    expect(await link(done.successor.code, "chat-of-nam")).toMatchObject({
      refusal: { code: "invitation_expired" },
    });
  });

  it("go to somebody who is a member already, once", async () => {
    const leader = api.office.as("leader");
    const body = { member_id: leader.memberId, role: "head", unit_id: await unitId(SERVICE_CENTRE) };
    const made = await api.call("appoint-member", { body });
    expect(made).toMatchObject({ role: "head", unit: { name: SERVICE_CENTRE }, to_on: null });
    expect(await api.refused("appoint-member", { body })).toMatchObject({ code: "appointment_to_self" });
    expect(await api.refused("appoint-member", { body: { ...body, unit_id: null } })).toMatchObject({
      code: "unit_required",
    });
    const stranger = { ...body, member_id: crypto.randomUUID() };
    expect(await api.refused("appoint-member", { body: stranger })).toMatchObject({
      code: "member_not_found",
    });
    const shown = await api.call("show-member", { params: { member_id: leader.memberId } });
    expect(shown.posts.map(({ role }: { role: string }) => role)).toEqual(["head", "leader"]);
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("appoint-member", { body })).toMatchObject({ code: "scope_too_small" });
    expect(await api.in(leader).refused("appoint-member", { body })).toMatchObject({ code: "not_allowed" });
  });

  it("are paged", async () => {
    const all = (await api.call("list-appointments")).items;
    const first = await api.call("list-appointments", { query: { limit: 4 } });
    const rest = await api.call("list-appointments", { query: { cursor: first.next_cursor } });
    expect(all).toHaveLength(6);
    expect([...first.items, ...rest.items]).toEqual(all);
    for (const on of ["2026-02-30", "0000-01-01", "14/09/2026"])
      expect(await api.refused("list-appointments", { query: { on } }), on).toMatchObject({
        code: "request_invalid",
      });
  });
});
