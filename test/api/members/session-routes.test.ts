import { beforeEach, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn, type Person, SERVICE_CENTRE } from "../../support/office.ts";

let api: ApiHouse;
beforeEach(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

const codeFor = async ({ memberId }: Person): Promise<string> =>
  (await api.call("invite-again", { params: { member_id: memberId } })).code;
/** A person logs in by the code that the administrator's system fetched. */
const login = async (person: Person) => {
  const opened = await api.with(null).call("login", { body: { code: await codeFor(person) } });
  return { opened, me: api.with(opened.token) };
};

describe("logging in", () => {
  it("by a one-time code makes the person whom the office knows, until they log out", async () => {
    const head = api.office.as("head");
    const { opened, me } = await login(head);
    expect(opened).toMatchObject({
      expires_at: "2027-03-06T00:01:00.000Z",
      member: {
        id: head.memberId,
        name: "Trần Thị Bình",
        posts: [{ role: "head", unit: { name: CULTURE } }],
      },
    });
    expect(await me.call("show-caller")).toMatchObject({
      kind: "person",
      key: null,
      member: { id: head.memberId },
      current_post: { id: head.appointmentId },
    });
    // The post decides, not a scope: a head reads tasks' units and administers nothing.
    await me.call("list-units");
    expect(await me.refused("list-members")).toMatchObject({ code: "not_allowed" });
    expect(api.logged.join("\n")).not.toContain(opened.token);

    await me.call("logout");
    expect(await me.refused("show-caller")).toMatchObject({ status: 401, code: "session_invalid" });
  });

  it("an administrator does by session what the administrator may", async () => {
    const { me } = await login(api.office.as("admin"));
    const body = { name: "Ngô Thị Oanh", role: "leader" };
    expect(await me.call("invite-member", { body })).toMatchObject({ link: null });
    await me.call("change-organization", { body: { policy: { repeat_days: 5 } } });
  });

  it("takes a code once, and locks the address after five wrong ones, whatever was tried", async () => {
    const nobody = api.with(null);
    const code = await codeFor(api.office.as("head"));
    await nobody.call("login", { body: { code } });
    expect(await nobody.refused("login", { body: { code } })).toMatchObject({
      status: 409,
      code: "invitation_used",
    });
    for (const wrong of ["AAAAA-11111", "x", "AAAAA-11112", "AAAAA-11113"])
      await nobody.ask("login", { body: { code: wrong } });
    const right = await codeFor(api.office.as("deputy"));
    const locked = await nobody.ask("login", { body: { code: right } });
    expect(locked.headers.get("retry-after")).toBe("900");
    expect(
      await nobody.refused("login", { body: { code: right }, headers: { "accept-language": "en" } }),
    ).toMatchObject({
      status: 429,
      code: "invitation_locked",
      detail: expect.stringContaining("15 minutes"),
    });
    api.clock.set(new Date(api.clock.now().getTime() + 16 * 60_000));
    await nobody.call("login", { body: { code: right } });
    expect(await nobody.refused("login", { body: {} })).toMatchObject({ code: "request_invalid" });
  });

  it("each program has a session of its own, and two people behind one address stay two", async () => {
    const one = await login(api.office.as("head"));
    const two = await login(api.office.as("head"));
    const other = await login(api.office.as("deputy"));
    const { sessions, chats } = await two.me.call("show-own-data");
    expect(sessions).toHaveLength(2);
    expect(chats.filter(({ channel }: { channel: string }) => channel === "web")).toHaveLength(1);
    expect((await other.me.call("show-own-data")).sessions).toHaveLength(1);

    await two.me.call("revoke-session", { params: { session_id: sessions[0].id } });
    expect(await one.me.refused("show-caller")).toMatchObject({ code: "session_invalid" });
    expect(
      await other.me.refused("revoke-session", { params: { session_id: sessions[1].id } }),
    ).toMatchObject({
      code: "session_not_found",
    });
    await two.me.call("show-caller");
  });
});

describe("a person's own", () => {
  it("data tell everything that is held, and settings change what is asked", async () => {
    const { me } = await login(api.office.as("head"));
    expect(await me.call("show-own-data")).toMatchObject({
      name: "Trần Thị Bình",
      // Both were linked at the same instant of the test's clock.
      chats: expect.arrayContaining([
        expect.objectContaining({ channel: "telegram", here: false }),
        expect.objectContaining({ channel: "web", here: true }),
      ]),
      settings: { locale: "vi", digest_at: null, preferred_channel: null },
      notes: 0,
    });
    const settings = await me.call("change-member-settings", {
      body: { digest_at: "06:30", preferred_channel: "web", locale: "en" },
    });
    expect(settings).toEqual({
      locale: "en",
      digest_at: "06:30",
      preferred_channel: "web",
      fallback_channel: null,
    });
    await me.call("change-member-settings", { body: { digest_at: null } });
    expect((await me.call("show-own-data")).settings).toEqual({ ...settings, digest_at: null });
    for (const [body, code] of [
      [{ digest_at: "25:00" }, "request_invalid"],
      [{}, "setting_invalid"],
      [{ preferred_channel: "zalo" }, "setting_invalid"],
    ])
      expect(await me.refused("change-member-settings", { body })).toMatchObject({ code });
  });

  it("devices come by a code and go again; the chat that asks stays", async () => {
    const { me } = await login(api.office.as("head"));
    const device = await me.call("invite-device");
    const second = await api.with(null).call("login", { body: { code: device.code } });
    const { chats } = await api.with(second.token).call("show-own-data");
    const idOf = (name: string): string =>
      chats.find(({ channel }: { channel: string }) => channel === name).id;
    await me.call("revoke-chat", { params: { chat_id: idOf("telegram") } });
    expect((await me.call("show-own-data")).chats).toMatchObject([{ channel: "web" }]);
    for (const chat_id of [idOf("telegram"), idOf("web"), crypto.randomUUID()])
      expect(await me.refused("revoke-chat", { params: { chat_id } })).toMatchObject({
        code: "session_not_found",
      });
  });

  it("several posts: one is chosen for good, another for a single request", async () => {
    const head = api.office.as("head");
    const { items } = await api.call("list-units", { query: { q: SERVICE_CENTRE } });
    const more = await api.call("appoint-member", {
      body: { member_id: head.memberId, role: "focal", unit_id: items[0].id },
    });
    const { me } = await login(head);
    const other = me.in({ appointmentId: more.id });
    expect(await other.call("show-caller")).toMatchObject({ current_post: { id: more.id } });
    expect(await me.call("show-caller")).toMatchObject({ current_post: { id: head.appointmentId } });
    await me.call("switch-post", { body: { appointment_id: more.id } });
    expect(await me.call("show-caller")).toMatchObject({ current_post: { id: more.id } });
    const foreign = { appointment_id: api.office.as("admin").appointmentId };
    expect(await me.refused("switch-post", { body: foreign })).toMatchObject({
      code: "appointment_not_found",
    });
  });

  it("leaving forgets the person; the last administrator has to stay", async () => {
    const { me } = await login(api.office.as("deputy"));
    await me.call("leave-office");
    expect(await me.refused("show-caller")).toMatchObject({ code: "session_invalid" });
    const gone = { params: { member_id: api.office.as("deputy").memberId } };
    expect(await api.refused("show-member", gone)).toMatchObject({ code: "member_not_found" });
    const admin = await login(api.office.as("admin"));
    expect(await admin.me.refused("leave-office")).toMatchObject({ code: "last_administrator" });
    await admin.me.call("show-caller");
  });
});

describe("a key", () => {
  it("tells what it is, and in whose post it acts", async () => {
    const head = api.office.as("head");
    expect(await api.call("show-caller")).toMatchObject({
      kind: "key",
      organization: { code: "hai-an" },
      key: { scope: "admin" },
      member: null,
      current_post: null,
    });
    expect(await api.in(head).call("show-caller")).toMatchObject({
      kind: "key",
      key: { scope: "admin" },
      member: null,
      current_post: { id: head.appointmentId, role: "head" },
    });
  });

  it("does nothing that is a person's own, in nobody's post nor in theirs", async () => {
    const { me } = await login(api.office.as("head"));
    const before = await me.call("show-own-data");
    const [chat, session] = [before.chats[0].id, before.sessions[0].id];
    const own: readonly [string, object][] = [
      ["logout", {}],
      ["show-own-data", {}],
      ["change-member-settings", { body: { locale: "en" } }],
      ["invite-device", {}],
      ["revoke-chat", { params: { chat_id: chat } }],
      ["revoke-session", { params: { session_id: session } }],
      ["switch-post", { body: { appointment_id: api.office.as("head").appointmentId } }],
      ["leave-office", {}],
    ];
    for (const caller of [api, api.in(api.office.as("head"))])
      for (const [operation, call] of own)
        expect(await caller.refused(operation, call), operation).toMatchObject({
          status: 403,
          code: "not_allowed",
        });
    expect(await me.call("show-own-data")).toEqual(before);
  });
});
