import { Hono } from "hono";
import { describe, expect, it } from "vitest";
import { createApp } from "../../api/app.ts";
import { systemClock } from "../../api/shared/clock.ts";

const UUID = /^[0-9a-f]{8}-(?:[0-9a-f]{4}-){3}[0-9a-f]{12}$/;
const SECRET = "mat-khau-rat-kin";

/** A mount with a route that answers and one that has a bug. */
const mount = (): Hono =>
  new Hono()
    .get("/good", (context) => context.text("được"))
    .post("/good", async (context) => context.text(await context.req.text()))
    .get("/bad", () => {
      throw new Error(`no row of ${SECRET}`);
    });

const house = (serves: () => Promise<boolean> = async () => true) => {
  const lines: {
    readonly level: string;
    readonly fields: Readonly<Record<string, unknown>>;
    readonly event: string;
  }[] = [];
  const write = (level: string) => (fields: Readonly<Record<string, unknown>>, event: string) => {
    lines.push({ level, fields, event });
  };
  const app = createApp({
    mounts: [mount()],
    web: {
      inBoth: () => Promise.reject(new Error("nobody asks for a page")),
      clock: systemClock,
      publicUrl: undefined,
      loopbackOnly: false,
    },
    api: {
      inBoth: () => Promise.reject(new Error("nobody asks the API")),
      clock: systemClock,
      perMinute: 1_200,
      dataDir: "",
    },
    findPicture: async (key) =>
      key === SECRET ? { kind: "image/png", bytes: new Uint8Array([137, 80]) } : null,
    serves,
    log: { info: write("info"), error: write("error") },
    describeError: (error) => ({ error: error instanceof Error ? error.name : "?" }),
  });
  return { app, lines };
};

describe("/healthz", () => {
  it("says 200 while it serves, 503 while it does not, and writes no line", async () => {
    let up = true;
    const { app, lines } = house(async () => up);
    const good = await app.request("/healthz");
    expect([good.status, await good.json()]).toEqual([200, { status: "ok" }]);
    up = false;
    const bad = await app.request("/healthz");
    expect([bad.status, await bad.json()]).toEqual([503, { status: "unavailable" }]);
    expect(lines).toEqual([]);
  });

  it("says 503 too when asking fails", async () => {
    const { app } = house(() => Promise.reject(new Error("gone")));
    expect((await app.request("/healthz")).status).toBe(503);
  });
});

it("an unknown path is a problem with the request's id", async () => {
  const { app, lines } = house();
  const answer = await app.request("/nowhere");
  expect(answer.status).toBe(404);
  expect(answer.headers.get("content-type")).toBe("application/problem+json");
  const id = answer.headers.get("x-request-id");
  expect(id).toMatch(UUID);
  expect(await answer.json()).toEqual({
    type: "about:blank",
    status: 404,
    title: "Not Found",
    code: "not_found",
    detail: "Không tìm thấy nội dung này. Xin kiểm tra lại đường dẫn.",
    request_id: id,
  });
  expect(lines.map(({ fields }) => fields.request)).toEqual([id]);
});

it("a person who goes astray in a browser meets a page that leads back; a program never does", async () => {
  const { app } = house();
  const headers = { accept: "text/html,application/xhtml+xml,*/*;q=0.8" };
  const page = await app.request("/khong-co", { headers });
  expect([page.status, page.headers.get("content-type")]).toEqual([404, "text/html; charset=UTF-8"]);
  const text = await page.text();
  expect(text).toContain("Không có trang này");
  expect(text).toContain('<a href="/">Về trang đầu</a>');
  for (const [path, method] of [
    ["/api/v1/khong-co", "GET"],
    ["/khong-co", "POST"],
  ] as const) {
    const problem = await app.request(path, { method, headers });
    expect(problem.headers.get("content-type")).toBe("application/problem+json");
  }
});

it("a bug shows only the request's id, the one that the log has", async () => {
  const { app, lines } = house();
  const answer = await app.request(`/bad?code=${SECRET}`);
  const text = await answer.text();
  const id = answer.headers.get("x-request-id");
  expect(answer.status).toBe(500);
  expect(id).toMatch(UUID);
  expect(JSON.parse(text)).toEqual({
    type: "about:blank",
    status: 500,
    title: "Internal Server Error",
    code: "internal_error",
    detail: expect.stringContaining("Có lỗi trong chương trình"),
    request_id: id,
  });
  expect(text).not.toContain(SECRET);
  expect(lines.map(({ level, event, fields }) => [level, event, fields.request])).toEqual([
    ["error", "a request failed", id],
    ["info", "request", id],
  ]);
  expect(JSON.stringify(lines)).not.toContain(SECRET);
});

it("a request is one line: who asked for what is not in it", async () => {
  const { app, lines } = house();
  const answer = await app.request(`/good?ma=${SECRET}`, {
    method: "POST",
    body: SECRET,
    headers: { authorization: SECRET, cookie: `session=${SECRET}` },
  });
  expect(await answer.text()).toBe(SECRET);
  expect(lines).toHaveLength(1);
  expect(lines[0]?.fields).toEqual({
    request: answer.headers.get("x-request-id"),
    method: "POST",
    path: "/good",
    status: 200,
    ms: expect.any(Number),
  });
  expect(JSON.stringify(lines)).not.toContain(SECRET);
});

it("every answer has an id of its own, whatever the asker sends", async () => {
  const { app } = house();
  const ids = await Promise.all(
    [1, 2, 3].map(async () =>
      (await app.request("/good", { headers: { "x-request-id": "1" } })).headers.get("x-request-id"),
    ),
  );
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) expect(id).toMatch(UUID);
});

it("a published picture is shown to whoever has its key, and the key is not in the log", async () => {
  const { app, lines } = house();
  const shown = await app.request(`/pictures/${SECRET}`);
  expect([shown.status, shown.headers.get("content-type")]).toEqual([200, "image/png"]);
  expect(new Uint8Array(await shown.arrayBuffer())).toEqual(new Uint8Array([137, 80]));
  expect((await app.request("/pictures/other")).status).toBe(404);
  expect(lines.map(({ fields }) => fields.path)).toEqual(["/pictures/…", "/pictures/…"]);
});
