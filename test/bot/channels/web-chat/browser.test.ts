import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Browser, chromium } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { newId } from "../../../../api/shared/ids.ts";
import { MONDAY } from "../../../support/office.ts";
import { outgoing } from "../../../support/outgoing.ts";
import { type WebHouse, webHouse } from "./web-house.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined)
  console.warn(
    "SKIPPED: the web chat was NOT tried in a browser. Install one: apt-get update && apt-get install -y chromium",
  );

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

let chrome: Browser;
const closing: (() => void)[] = [];

const serve = async (house: WebHouse): Promise<string> => {
  const server = createServer(getRequestListener(house.web.routes.fetch));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  return `http://127.0.0.1:${address.port}`;
};

describe.skipIf(CHROMIUM === undefined)("in a browser", () => {
  beforeAll(async () => {
    chrome = await chromium.launch({ executablePath: CHROMIUM ?? "", args: QUIET });
  });
  afterAll(async () => {
    await chrome.close();
    for (const close of closing) close();
  });

  test("a head logs in on a phone, writes, and sees the answer arrive without reload", async () => {
    const house = await webHouse();
    const url = await serve(house);
    const opened = house.nextPage();
    const context = await chrome.newContext({
      viewport: { width: 360, height: 640 },
      locale: "vi-VN",
      hasTouch: true,
      isMobile: true,
    });
    const page = await context.newPage();
    const complaints: string[] = [];
    page.on("pageerror", (error) => complaints.push(error.message));
    page.on("console", (line) => {
      if (line.type() === "error") complaints.push(line.text());
    });

    await page.goto(`${url}/?code=${await house.invite()}`);
    await page.getByRole("button", { name: "Vào trò chuyện" }).tap();
    await page.getByRole("heading", { name: "Phòng Văn hóa - Xã hội" }).waitFor();
    const to = { chatKey: await opened };

    const typed = "<b>2.4</b> đã xong 👍 *không đậm*";
    await page.getByLabel("Viết nội dung…").fill(typed);
    await page.getByRole("button", { name: "Gửi" }).tap();
    await page.locator(".mine .time", { hasText: "07:00" }).waitFor();
    expect(await page.locator(".mine .text").innerText()).toBe(typed);
    expect(house.received).toHaveLength(1);

    const outboxId = newId(MONDAY);
    const sent = await house.web.channel.send(
      to,
      outgoing({
        outboxId,
        text: "Đã ghi 2.4\n<i>chờ xác nhận</i>",
        bold: [{ offset: 0, length: 10 }],
        buttons: [
          [
            { label: "Sửa", data: "answer sua" },
            { label: "Thu hồi", data: "answer thuhoi" },
          ],
        ],
      }),
    );
    expect(sent).toEqual({ kind: "delivered", messageKeys: [outboxId] });
    expect(await page.locator(".message:not(.mine) .text").innerText()).toBe(
      "Đã ghi 2.4\n<i>chờ xác nhận</i>",
    );
    expect(await page.locator(".message:not(.mine) strong").innerText()).toBe("Đã ghi 2.4");
    await house.web.channel.send(
      to,
      outgoing({
        outboxId: newId(MONDAY),
        text: `Địa chỉ lịch:\n/feed/k3V_x-1.ics\n${url}/documents/7\nhttps://elsewhere.example/feed/a x/feed/a`,
        bold: [],
        buttons: [],
      }),
    );
    // What leads into this house can be followed, and is whole where it has to be copied; nothing else is a link.
    await page.locator(".message a").first().waitFor();
    expect(await page.locator(".message a").allInnerTexts()).toEqual([
      `${url}/feed/k3V_x-1.ics`,
      `${url}/documents/7`,
    ]);
    await page.getByRole("button", { name: "Sửa" }).tap();
    await expect
      .poll(() => house.received.at(-1)?.content)
      .toMatchObject({ kind: "button", data: "answer sua" });

    const box = await page.getByRole("button", { name: "Thu hồi" }).boundingBox();
    expect(box?.height).toBeGreaterThanOrEqual(44);
    const overflow = await page.evaluate("document.documentElement.scrollWidth - innerWidth");
    expect(overflow).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("a code is copied with one tap, weights are seen, a due date is a date", async () => {
    const house = await webHouse();
    const url = await serve(house);
    const opened = house.nextPage();
    const context = await chrome.newContext({
      viewport: { width: 360, height: 640 },
      locale: "vi-VN",
      hasTouch: true,
      isMobile: true,
      permissions: ["clipboard-read", "clipboard-write"],
    });
    const page = await context.newPage();
    await page.goto(`${url}/?code=${await house.invite()}`);
    await page.getByRole("button", { name: "Vào trò chuyện" }).tap();
    const text = "Mã: ABCDE-12345\nHạn: thứ Hai 14/09/2026.";
    await house.web.channel.send(
      { chatKey: await opened },
      outgoing({
        outboxId: newId(MONDAY),
        text,
        dates: [{ offset: 21, length: 18, date: "2026-09-14" }],
        buttons: [
          [
            { label: "Xác nhận", data: "answer yes", weight: "main" },
            { label: "Trả lại", data: "answer no", weight: "grave" },
            { label: "Để sau", data: "answer later" },
          ],
        ],
        copies: [{ label: "Sao chép mã", text: "ABCDE-12345" }],
      }),
    );
    const shown = page.locator("time");
    expect([await shown.innerText(), await shown.getAttribute("datetime")]).toEqual([
      "thứ Hai 14/09/2026",
      "2026-09-14",
    ]);
    expect(await page.locator(".message .text").innerText()).toBe(text);
    const colours = await page.evaluate<readonly string[]>(
      "[...document.querySelectorAll('.choice')].map((one) => getComputedStyle(one).color)",
    );
    expect(new Set(colours).size).toBe(3);

    await page.getByRole("button", { name: "Sao chép mã" }).tap();
    await page.getByText("Đã sao chép.").waitFor();
    expect(await page.evaluate("navigator.clipboard.readText()")).toBe("ABCDE-12345");
    // A page of plain http has no clipboard: the words are marked where they stand.
    await page.evaluate("Object.defineProperty(navigator, 'clipboard', { value: undefined })");
    await page.getByRole("button", { name: "Sao chép mã" }).tap();
    await page.getByText("Đã chọn sẵn").waitFor();
    expect(await page.evaluate("String(getSelection())")).toBe("ABCDE-12345");
    expect(house.received).toEqual([]);
    await context.close();
  });

  test("of two tabs one listens, both show; a file goes with its words", async () => {
    const house = await webHouse();
    const url = await serve(house);
    const opened = house.nextPage();
    const context = await chrome.newContext({ viewport: { width: 1280, height: 800 }, locale: "vi-VN" });
    const first = await context.newPage();
    await first.goto(`${url}/?code=${await house.invite()}`);
    await first.getByRole("button", { name: "Vào trò chuyện" }).click();
    const to = { chatKey: await opened };
    const second = await context.newPage();
    await second.goto(url);
    await second.getByLabel("Viết nội dung…").waitFor();
    const sent = await house.web.channel.send(
      to,
      outgoing({
        outboxId: newId(MONDAY),
        text: "Nhắc việc",
        bold: [],
        buttons: [],
      }),
    );
    expect(sent.kind).toBe("delivered");
    for (const page of [first, second]) await page.getByText("Nhắc việc").waitFor();

    await second.locator("#file").setInputFiles({
      name: "kế hoạch.pdf",
      mimeType: "application/pdf",
      buffer: Buffer.from("%PDF-1.7"),
    });
    await second.getByLabel("Viết nội dung…").fill("2.4 gửi kèm");
    await second.keyboard.press("Enter");
    for (const page of [first, second]) await page.getByText("kế hoạch.pdf").waitFor();
    expect(house.received[0]?.content).toMatchObject({ kind: "file", caption: "2.4 gửi kèm" });
    await context.close();
  });
});
