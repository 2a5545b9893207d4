import { beforeAll, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";

let api: ApiHouse;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

const ID = "0199a1b2-0000-7000-8000-000000000001";
const errorsOf = async (...asked: Parameters<ApiHouse["refused"]>) => {
  const problem = await api.refused(...asked);
  expect(problem).toMatchObject({ status: 400, code: "request_invalid" });
  return (problem.errors ?? []).map(({ in: place, path, code }) => `${place} ${path} ${code}`);
};

describe("what is wrong in a request", () => {
  it("is named place by place, in the API's own codes", async () => {
    const round = { catalogue_id: ID, label: "lần 1" };
    for (const [name, call, errors] of [
      ["open-round", { body: { ...round, due_on: "2026-02-30" } }, ["body due_on not_a_date"]],
      ["open-round", { body: { catalogue_id: 5 } }, ["body catalogue_id type", "body label missing"]],
      ["open-round", { body: { ...round, labels: "" } }, ["body labels unknown_field"]],
      [
        "open-round",
        { body: { ...round, reporters: [{ unit_id: "1" }] } },
        ["body reporters.0.unit_id format"],
      ],
      [
        "open-round",
        { body: { ...round, reporters: [{ unit_id: ID, group_id: ID }] } },
        ["body reporters.0 no_alternative"],
      ],
      ["open-round", { body: { ...round, label: "x".repeat(201) } }, ["body label too_long"]],
      ["settle-claim", { params: { claim_id: ID }, body: {} }, ["body decision missing"]],
      ["settle-claim", { params: { claim_id: ID }, body: { decision: "return" } }, ["body reason missing"]],
      ["create-calendar-feed", { body: { unit_id: ID, member_id: ID } }, ["body  no_alternative"]],
      ["create-calendar-feed", { body: {} }, ["body  rule"]],
      ["add-unit", { body: "{" }, ["body  not_json"]],
      ["add-unit", { body: '{"name":"Văn phòng\\ud83d"}' }, ["body name not_text"]],
      ["add-unit", { body: '{"name":"Văn phòng","aliases":["a","\\u0000"]}' }, ["body aliases.1 not_text"]],
      ["list-tasks", { query: { q: "\0" } }, ["query q not_text"]],
      ["change-member-settings", { body: { digest_at: "25:00" } }, ["body digest_at not_a_time"]],
      ["list-units", { query: { limit: 0 } }, ["query limit too_small"]],
      ["list-units", { query: { limit: 201 } }, ["query limit too_large"]],
      ["list-units", { query: { limits: 1 } }, ["query limits unknown_field"]],
      ["list-units", { headers: { "acting-appointment": "1" } }, ["Acting-Appointment  format"]],
      [
        "add-unit",
        { body: { name: "A" }, headers: { "idempotency-key": "hai chu" } },
        ["Idempotency-Key  format"],
      ],
    ] as const)
      expect(await errorsOf(name, call), JSON.stringify(call)).toEqual(errors);
  });

  it("says the pattern that was not met", async () => {
    const { errors } = await api.refused("create-organization", { body: { code: "An Biên", name: "x" } });
    expect(errors?.map(({ detail }) => detail)).toEqual([
      "Phần này chưa đúng dạng yêu cầu: /^[a-z0-9][a-z0-9-]{1,38}$/.",
    ]);
  });

  it("has a sentence in the caller's language, and the values that may stand there", async () => {
    const call = { query: { notes: "none" } };
    const { errors } = await api.refused("list-progress-updates", {
      ...call,
      headers: { "accept-language": "en" },
    });
    expect(errors).toEqual([
      {
        in: "query",
        path: "notes",
        code: "not_allowed_value",
        detail: "This value is not among those allowed: standing, all.",
        allowed: ["standing", "all"],
      },
    ]);
    expect((await api.refused("list-progress-updates", call)).errors?.[0]?.detail).toMatch(/^Giá trị này/);
  });

  it("is a form without its file, whatever else it brings", async () => {
    const form = new FormData();
    form.set("tep", new File(["1.1. Việc"], "a.txt"));
    const headers = { authorization: `Bearer ${await api.key("admin")}` };
    for (const body of [form, "%PDF-1.7"]) {
      const answer = await api.app.request("/api/v1/imports", { method: "POST", headers, body });
      expect([answer.status, await answer.json()]).toMatchObject([
        400,
        { errors: [{ in: "body", path: "file", code: "missing" }] },
      ]);
    }
  });

  it("is what is larger than it may be, with the bound", async () => {
    const headers = { authorization: `Bearer ${await api.key("admin")}`, "content-length": "30000000" };
    for (const [path, code, bound] of [
      ["imports", "file_too_large", /20 MB/],
      ["units", "request_too_large", /4[.,]096 KB/],
    ] as const) {
      const answer = await api.app.request(`/api/v1/${path}`, { method: "POST", headers, body: "{}" });
      expect([answer.status, await answer.json()]).toMatchObject([
        413,
        { code, detail: expect.stringMatching(bound) },
      ]);
    }
  });
});

it("a parameter that stands twice is refused: one of the two would silently not hold", async () => {
  const headers = { authorization: `Bearer ${await api.key("read")}` };
  const answer = await api.app.request("/api/v1/units?limit=1&limit=2", { headers });
  expect([answer.status, await answer.json()]).toMatchObject([
    400,
    { errors: [{ in: "query", path: "limit", code: "repeated" }] },
  ]);
});

it("a cursor goes on in its own list under its own filters, and nowhere else", async () => {
  const first = await api.call("list-tasks", { query: { limit: 1, q: "ke hoach" } });
  const cursor = first.next_cursor;
  const next = await api.call("list-tasks", { query: { limit: 2, q: "ke hoach", cursor } });
  const ids = [...first.items, ...next.items].map(({ id }: { id: string }) => id);
  expect(new Set(ids).size).toBe(3);
  for (const query of [{ cursor }, { cursor, q: "ke hoac" }, { cursor: cursor.slice(0, -1), q: "x" }])
    expect(await api.refused("list-tasks", { query })).toMatchObject({ code: "cursor_invalid" });
  expect(await api.refused("list-units", { query: { cursor } })).toMatchObject({ code: "cursor_invalid" });
});

it("what belongs to a post tells a key that names none which header is missing", async () => {
  expect(
    await api.refused("submit-progress-update", { body: { number: "2.4", text: "đã xong" } }),
  ).toMatchObject({
    status: 403,
    code: "post_required",
    detail: expect.stringContaining("Acting-Appointment"),
  });
});

it("another method than those of the path is told which there are, a browser's question too", async () => {
  for (const [method, path, status, allow] of [
    ["DELETE", "/api/v1/units", 405, "GET, HEAD, POST"],
    ["OPTIONS", "/api/v1/units", 405, "GET, HEAD, POST"],
    ["PUT", `/api/v1/units/${ID}`, 405, "GET, HEAD, PATCH"],
    ["OPTIONS", "/api/v1/nowhere", 404, null],
  ] as const) {
    const answer = await api.app.request(path, { method, headers: { origin: "https://noi-khac.example" } });
    expect([answer.status, answer.headers.get("allow"), answer.headers.get("content-type")], path).toEqual([
      status,
      allow,
      "application/problem+json",
    ]);
  }
});
