import { describe, expect, test } from "vitest";
import { browser, loggedIn, webHouse } from "./web-house.ts";

const KEY = "0123456789abcdef";

describe("what a page posts", () => {
  test("becomes one update, however often it is posted", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const answer = await page.post("/chat/message", { key: KEY, text: "2.4 đã xong" });
    expect(answer.status).toBe(200);
    expect(await answer.json()).toMatchObject({
      item: {
        id: KEY,
        from: "me",
        day: "Thứ Hai 07/09/2026",
        time: "07:00",
        parts: [{ text: "2.4 đã xong", bold: false }],
      },
    });
    await page.post("/chat/message", { key: KEY, text: "2.4 đã xong" });
    expect(new Set(house.received.map(({ updateKey }) => updateKey)).size).toBe(1);
    expect(house.received[0]?.content).toEqual({ kind: "text", text: "2.4 đã xong", edited: false });
  });

  test("two members' equal keys are two updates", async () => {
    const house = await webHouse();
    const head = await loggedIn(house);
    const leader = browser(house);
    await leader.login(await house.invite("leader", "Vũ Thị Giang"));
    await head.post("/chat/message", { key: KEY, text: "một" });
    await leader.post("/chat/message", { key: KEY, text: "hai" });
    expect(new Set(house.received.map(({ updateKey }) => updateKey)).size).toBe(2);
  });

  test.each([
    ["emoji and marks", "👍🏽 <b>đậm</b> *sao* _gạch_ [x](y)"],
    ["decomposed letters", "Đã xong".normalize("NFD")],
    ["right to left", "\u202Eabc\u202C עברית"],
    ["an outlaw's script", "</script><script>alert(1)</script>"],
  ])("%s arrive as typed", async (_name, text) => {
    const house = await webHouse();
    const page = await loggedIn(house);
    await page.post("/chat/message", { key: KEY, text });
    expect(house.received[0]?.content).toMatchObject({ text });
  });

  test("a null byte, which no database keeps, is shown as replaced", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    expect((await page.post("/chat/message", { key: KEY, text: "a\0b" })).status).toBe(200);
    expect(house.received[0]?.content).toMatchObject({ text: "a\u{fffd}b" });
  });

  test.each([
    ["nothing", { key: KEY, text: "  " }, 422, "note_empty"],
    ["too long a text", { key: KEY, text: "x".repeat(20_001) }, 422, "note_too_long"],
    ["far too long a text", { key: KEY, text: "x".repeat(300_000) }, 413, "request_too_large"],
    ["no key", { text: "2.4 đã xong" }, 400, "request_invalid"],
    ["no JSON", "{", 400, "request_invalid"],
    ["another shape", { key: KEY, text: 7 }, 400, "request_invalid"],
  ])("%s is refused with a code and a sentence", async (_name, body, status, code) => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const answer = await page.post("/chat/message", body);
    expect(answer.status).toBe(status);
    const problem = await answer.json();
    expect(problem).toMatchObject({ code });
    expect(String(Object(problem).message)).toMatch(/^[A-ZĐ].+\.$/);
    expect(house.received).toEqual([]);
  });

  test("a button carries its data and its message; a wrong one is refused", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const message = "01990000-0000-7000-8000-000000000001";
    expect((await page.post("/chat/button", { key: KEY, data: "tasks all 2", message })).status).toBe(200);
    expect(house.received[0]?.content).toEqual({ kind: "button", data: "tasks all 2", messageKey: message });
    expect((await page.post("/chat/button", { key: KEY, data: "x", message: "1" })).status).toBe(400);
  });

  test("without a session nothing is taken", async () => {
    const house = await webHouse();
    for (const path of ["message", "button", "file", "ack"]) {
      const answer = await browser(house).post(`/chat/${path}`, { key: KEY, text: "x" });
      expect([path, answer.status]).toEqual([path, 401]);
    }
    expect((await browser(house).request("/chat/events")).status).toBe(401);
  });
});

describe("files", () => {
  const send = async (page: Awaited<ReturnType<typeof loggedIn>>, file: File | string, caption = "") => {
    const body = new FormData();
    body.set("key", KEY);
    body.set("caption", caption);
    body.set("file", file);
    return page.request("/chat/file", { method: "POST", body });
  };

  test("are kept until they are taken up", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const answer = await send(
      page,
      new File(["%PDF-1.7"], "kế hoạch.pdf", { type: "application/pdf" }),
      "2.4 xong",
    );
    expect(await answer.json()).toMatchObject({
      item: { fileName: "kế hoạch.pdf", parts: [{ text: "2.4 xong" }] },
    });
    const content = house.received[0]?.content;
    if (content?.kind !== "file") throw new Error("no file arrived");
    expect(content.file).toMatchObject({ name: "kế hoạch.pdf", kind: "application/pdf", size: 8 });
    const kept = await house.web.channel.download(content.file, 1000);
    expect(kept.kind === "bytes" && Buffer.from(kept.bytes).toString()).toBe("%PDF-1.7");
    expect(await house.web.channel.download(content.file, 7)).toEqual({ kind: "too_large" });
    const elsewhere = { ...content.file, fileKey: "../../etc/passwd" };
    expect(await house.web.channel.download(elsewhere, 1000)).toEqual({ kind: "gone" });
  });

  test("too large, empty and missing ones are refused", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const large = new File([new Uint8Array(20 * 1024 * 1024 + 1)], "to.pdf");
    const huge = new File([new Uint8Array(21 * 1024 * 1024)], "to.pdf");
    for (const [file, status] of [
      [large, 413],
      [huge, 413],
      [new File([], "rong.pdf"), 422],
      ["no file", 400],
    ] as const)
      expect((await send(page, file)).status).toBe(status);
    expect(house.received).toEqual([]);
  });
});

describe("strangers' pages", () => {
  test("may not act with the person's cookie", async () => {
    const house = await webHouse();
    const page = await loggedIn(house);
    const text = { key: KEY, text: "2.4 đã xong" };
    for (const headers of [
      { "sec-fetch-site": "cross-site" },
      { "sec-fetch-site": "same-site" },
      { origin: "https://evil.example" },
      { origin: "null" },
    ])
      expect((await page.post("/chat/message", text, headers)).status).toBe(403);
    expect(house.received).toEqual([]);
    expect((await page.post("/chat/message", text, { origin: "http://localhost" })).status).toBe(200);
    expect((await page.post("/chat/message", text, { "sec-fetch-site": "same-origin" })).status).toBe(200);
  });

  test("may not frame the chat, and no page may run what it did not bring", async () => {
    const house = await webHouse();
    const { headers } = await browser(house).request("/");
    expect(headers.get("content-security-policy")).toMatch(/script-src 'self';/);
    expect(headers.get("content-security-policy")).toMatch(/frame-ancestors 'none'/);
    expect(headers.get("content-security-policy")).not.toMatch(/unsafe/);
    expect(headers.get("x-content-type-options")).toBe("nosniff");
    expect(headers.get("cache-control")).toBe("no-store");
  });

  test("get the three files of the page and nothing beside them", async () => {
    const house = await webHouse();
    const html = await (await browser(house).request("/")).text();
    const [style = ""] = /\/assets\/[^"]+\.css/.exec(html) ?? [];
    const answer = await browser(house).request(style);
    expect(answer.headers.get("content-type")).toContain("text/css");
    expect(answer.headers.get("cache-control")).toContain("immutable");
    expect((await browser(house).request("/assets/x/page-script.js")).headers.get("cache-control")).toBe(
      "no-cache",
    );
    expect((await browser(house).request("/assets/x/doors.ts")).status).toBe(404);
    expect((await browser(house).request("/assets/x/..%2fdoors.ts")).status).toBe(404);
  });
});
