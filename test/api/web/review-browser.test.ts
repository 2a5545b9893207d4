import { existsSync } from "node:fs";
import { createServer } from "node:http";
import { getRequestListener } from "@hono/node-server";
import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { documentHouse } from "./document-house.ts";
import { planDocx, ROWS } from "./plan-of-next-year.ts";

const CHROMIUM = ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/usr/bin/google-chrome"].find((path) =>
  existsSync(path),
);
if (CHROMIUM === undefined)
  console.warn(
    "SKIPPED: the review page was NOT tried in a browser. Install one: apt-get update && apt-get install -y chromium",
  );

const QUIET = [
  "--no-sandbox",
  "--disable-gpu",
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
];

/** Two dates that do not exist, and a group in the lead. */
const PLAN = planDocx([
  ...ROWS,
  ["1.4", "Trồng cây tại các tổ dân phố", "Phòng Văn hóa - Xã hội", "", "Trước ngày 30/02/2027"],
]);

let chrome: Browser;
const closing: (() => void)[] = [];

/** An administrator's browser at the draft; what it complains of is gathered. */
const open = async (look: Parameters<Browser["newContext"]>[0]) => {
  const house = await documentHouse();
  const token = await house.token("admin");
  const path = await house.draft(PLAN);
  const server = createServer(getRequestListener(house.app.fetch));
  await new Promise<void>((ready) => server.listen(0, "127.0.0.1", ready));
  closing.push(() => {
    server.closeAllConnections();
    server.close();
  });
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const url = `http://127.0.0.1:${address.port}`;
  const context: BrowserContext = await chrome.newContext({ locale: "vi-VN", ...look });
  await context.addCookies([{ name: "dondoc_session", value: token, url }]);
  const page: Page = await context.newPage();
  const complaints: string[] = [];
  page.on("pageerror", (error) => complaints.push(error.message));
  page.on("console", (line) => {
    // A refused field answers 422: the browser says so by itself.
    if (line.type() === "error" && !line.text().includes("422")) complaints.push(line.text());
  });
  let loads = 0;
  page.on("load", () => {
    loads += 1;
  });
  await page.goto(`${url}${path}`);
  return { house, page, complaints, context, loads: () => loads };
};

describe.skipIf(CHROMIUM === undefined)("the review in a browser", { timeout: 90_000 }, () => {
  beforeAll(async () => {
    chrome = await chromium.launch({ executablePath: CHROMIUM ?? "", args: QUIET });
  });
  afterAll(async () => {
    await chrome.close();
    for (const close of closing) close();
  });

  test("on a desk: the words stand beside the draft, each decision changes its place, the page stays", async () => {
    const { page, complaints, context, loads } = await open({ viewport: { width: 1440, height: 900 } });
    await page.getByText("Còn 2 chỗ cần xem", { exact: true }).waitFor();
    expect(await page.locator(".line.in-hand").innerText()).toContain("31/11/2027");
    const columns = await page.evaluate<readonly number[]>(
      "['#draft', '#source'].map((each) => Math.round(document.querySelector(each).getBoundingClientRect().left))",
    );
    expect((columns[1] ?? 0) - (columns[0] ?? 0)).toBeGreaterThan(500);

    const first = page.locator("#doubt-task-2-time_frame");
    await first.getByText("Sửa lại").click();
    await first.getByLabel("Thời gian").fill("ngày mai");
    await first.getByRole("button", { name: "Lưu" }).click();
    await first.getByRole("alert").waitFor();
    expect(await first.getByLabel("Thời gian").inputValue()).toBe("ngày mai");
    await first.getByLabel("Thời gian").fill("Trước ngày 30/11/2027");
    await page.keyboard.press("Enter");
    await page.getByText("Còn 1 chỗ cần xem", { exact: true }).waitFor();
    expect(await page.locator("#task-2").innerText()).toContain("Chậm nhất thứ Hai 29/11/2027");
    // The keyboard goes on at the next doubt, and the words beside it follow.
    await expect
      .poll(() => page.evaluate("document.activeElement?.id"))
      .toBe("doubt-task-3-time_frame-title");
    await expect.poll(() => page.locator(".line.in-hand").innerText()).toContain("30/02/2027");

    await page.locator("#task-0").getByText("Sửa", { exact: false }).first().click();
    await page
      .locator("#task-0")
      .getByLabel("Phối hợp", { exact: true })
      .fill("Trung tâm phục vụ hành chính công");
    const saved = page.locator("#task-0 form", { has: page.getByLabel("Phối hợp", { exact: true }) });
    await saved.getByRole("button", { name: "Lưu" }).click();
    await page.locator("#task-0").getByText("Lấy lại như bản đọc").waitFor();
    await page.locator("#doubt-task-3-time_frame").getByRole("button", { name: "Chấp nhận" }).click();
    await page.locator("#counts").getByRole("link", { name: "Công bố" }).click();
    await page.getByRole("button", { name: "Công bố" }).click();
    await page.getByRole("heading", { name: "Đã công bố" }).waitFor();
    expect(complaints).toEqual([]);
    // The draft, the last look, what was published: no decision loaded a page.
    expect(loads()).toBe(3);
    await context.close();
  });

  test("on a phone: nothing is wider than the window, every button can be met by a thumb, the bar leads on", async () => {
    const { page, complaints, context } = await open({
      viewport: { width: 390, height: 844 },
      hasTouch: true,
      isMobile: true,
      colorScheme: "dark",
    });
    // Whose office it is stands in its own two lines, however many ways out there are.
    const office = await page.locator(".top .office").boundingBox();
    expect(office?.height).toBeLessThan(40);
    await page.getByRole("link", { name: "Chỗ tiếp theo" }).tap();
    const doubt = page.locator("#doubt-task-2-time_frame");
    expect(await doubt.locator("blockquote").innerText()).toContain("31/11/2027");
    for (const name of ["Chấp nhận", "Sửa lại"]) {
      const box = await doubt.getByText(name, { exact: true }).boundingBox();
      expect([name, (box?.height ?? 0) >= 44]).toEqual([name, true]);
    }
    await doubt.getByRole("button", { name: "Chấp nhận" }).tap();
    await page.getByText("Còn 1 chỗ cần xem", { exact: true }).waitFor();
    await page.getByRole("link", { name: "Chỗ tiếp theo" }).tap();
    expect(new URL(page.url()).hash).toBe("#doubt-task-3-time_frame");
    expect(await page.evaluate("document.documentElement.scrollWidth - innerWidth")).toBe(0);
    expect(complaints).toEqual([]);
    await context.close();
  });

  test("pressed quickly one after the other, every decision is kept", async () => {
    const { page, context } = await open({ viewport: { width: 1440, height: 900 } });
    await page.evaluate("for (const each of document.querySelectorAll('.accept button')) each.click()");
    await page.getByText("Đã xem hết", { exact: true }).waitFor();
    expect(await page.locator(".doubt.settled").count()).toBe(2);
    await context.close();
  });
});
