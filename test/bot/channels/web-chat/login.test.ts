import { describe, expect, test } from "vitest";
import { browser, loggedIn, webHouse } from "./web-house.ts";

const chatOf = async (page: ReturnType<typeof browser>): Promise<string | undefined> =>
  /data-chat="([^"]+)"/.exec(await (await page.request("/")).text())?.[1];

describe("login", () => {
  test("tells what the bot is, in the reader's language, with the code of the link filled in", async () => {
    const house = await webHouse();
    const page = await browser(house).request("/?code=K7M2P-9QRTX");
    const text = await page.text();
    expect(page.status).toBe(200);
    expect(text).toContain('lang="vi"');
    expect(text).toContain('value="K7M2P-9QRTX"');
    expect(text).toContain("chương trình trả lời tự động");
    const english = await browser(house).request("/", { headers: { "accept-language": "en-GB,en;q=0.9" } });
    expect(await english.text()).toContain("Invitation code");
  });

  test("a code from the link is shown as text, whatever it holds", async () => {
    const house = await webHouse();
    const page = await browser(house).request(`/?code=${encodeURIComponent('"><script>x</script>')}`);
    expect(await page.text()).not.toContain("<script>x");
  });

  test("a code in small letters without its hyphen opens the chat of the post", async () => {
    const house = await webHouse();
    const page = browser(house);
    const answer = await page.login(` ${(await house.invite()).toLowerCase().replace("-", " ")} `);
    expect([answer.status, answer.headers.get("location")]).toEqual([303, "/"]);
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("dondoc_session="));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Lax/i);
    expect(cookie).toMatch(/Max-Age=15552000/);
    expect(cookie).not.toMatch(/Secure/i);
    const chat = await (await page.request("/")).text();
    expect(chat).toContain("Ủy ban nhân dân phường Hải An");
    expect(chat).toContain("Phòng Văn hóa - Xã hội");
  });

  test("behind https the cookie is Secure and bound to the host", async () => {
    const house = await webHouse({ publicUrl: "https://dondoc.example" });
    const answer = await browser(house).login(await house.invite());
    const cookie = answer.headers.getSetCookie().find((each) => each.startsWith("__Host-dondoc_session="));
    expect(cookie).toMatch(/; Secure/);
  });

  test("five wrong codes lock the browser for a quarter of an hour, another browser not", async () => {
    const house = await webHouse();
    const page = browser(house);
    await page.request("/");
    for (let tries = 1; tries <= 4; tries += 1) expect((await page.login("AAAAA-AAAAA")).status).toBe(404);
    expect((await page.login("AAAAA-AAAAA")).status).toBe(429);
    const right = await house.invite();
    const locked = await page.login(right);
    expect(locked.status).toBe(429);
    expect(await locked.text()).toContain("15 phút");
    expect((await browser(house).login(right)).status).toBe(303);
  });

  test("whoever throws the cookie away is slowed by address", async () => {
    const house = await webHouse();
    for (let tries = 0; tries < 50; tries += 1) await browser(house).login("");
    const answer = await browser(house).login(await house.invite());
    expect(answer.status).toBe(429);
  });

  test("a used code and a missing code are refused with a sentence", async () => {
    const house = await webHouse();
    const code = await house.invite();
    await browser(house).login(code);
    const used = await browser(house).login(code);
    expect(used.status).toBe(409);
    expect(await used.text()).toContain("Mã này đã được dùng");
    const nothing = await browser(house).request("/login", { method: "POST", body: "x" });
    expect(nothing.status).toBe(400);
  });

  test("whoever came from a document goes back to it, and to no other place", async () => {
    const house = await webHouse();
    for (const [wanted, goes] of [
      ["/documents", "/documents"],
      ["//evil.example", "/"],
      ["https://evil.example/documents", "/"],
      ["/documents/../demo", "/"],
    ] as const) {
      const page = browser(house);
      const html = await (await page.request(`/?back=${encodeURIComponent(wanted)}`)).text();
      expect(html.includes('name="back"')).toBe(goes !== "/");
      const body = new URLSearchParams({ code: await house.invite(), back: wanted });
      const answer = await page.request("/login", { method: "POST", body });
      expect([answer.status, answer.headers.get("location")]).toEqual([303, goes]);
    }
  });

  test("an administrator's chat leads to the documents, a head's does not", async () => {
    const house = await webHouse();
    for (const [role, leads] of [
      ["admin", true],
      ["head", false],
    ] as const) {
      const page = browser(house);
      await page.login(await house.invite(role));
      expect((await (await page.request("/")).text()).includes('href="/documents"')).toBe(leads);
    }
  });

  test("all browsers of a member share one chat; another person at the same browser has another", async () => {
    const house = await webHouse();
    const phone = await loggedIn(house);
    const desk = await loggedIn(house);
    expect(await chatOf(phone)).toBeDefined();
    expect(await chatOf(desk)).toBe(await chatOf(phone));
    const before = await chatOf(phone);
    await phone.request("/logout", { method: "POST" });
    expect((await phone.login(await house.invite("leader", "Vũ Thị Giang"))).status).toBe(303);
    expect(await chatOf(phone)).not.toBe(before);
  });

  test("logging out ends this browser's session and no other", async () => {
    const house = await webHouse();
    const phone = await loggedIn(house);
    const desk = await loggedIn(house);
    const stolen = new Map(phone.jar);
    await phone.request("/logout", { method: "POST" });
    const thief = browser(house);
    for (const [name, value] of stolen) thief.jar.set(name, value);
    expect((await thief.request("/chat/session")).status).toBe(401);
    expect((await desk.request("/chat/session")).status).toBe(200);
  });

  test("a session ends after 180 days", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    house.clock.set(new Date(house.clock.now().getTime() + 180 * 86_400_000));
    expect((await page.request("/chat/session")).status).toBe(401);
  });
});
