import { beforeAll, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn } from "../../support/office.ts";

let api: ApiHouse;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

describe("units", () => {
  it("are listed page by page in the documents' order, and found without diacritics", async () => {
    const all = await api.call("list-units", { query: { limit: 200 } });
    const first = await api.call("list-units", { query: { limit: 3 } });
    const second = await api.call("list-units", { query: { limit: 3, cursor: first.next_cursor } });
    expect([...first.items, ...second.items]).toEqual(all.items.slice(0, 6));
    expect(all.next_cursor).toBeNull();
    const found = await api.call("list-units", { query: { q: "phong van hoa" } });
    expect(found.items.map(({ name }: { name: string }) => name)).toContain(CULTURE);
  });

  it("are added once, changed by whoever read the latest, and refused to a reading key", async () => {
    const added = await api.call("add-unit", { body: { name: "Đội xung kích", aliases: ["Tổ xung kích"] } });
    expect(await api.refused("add-unit", { body: { name: "to xung kich" } })).toMatchObject({
      status: 409,
      code: "unit_name_taken",
    });
    const params = { unit_id: added.id };
    const shown = await api.ask("show-unit", { params });
    const etag = shown.headers.get("etag") ?? "";
    expect((await api.ask("show-unit", { params, headers: { "if-none-match": etag } })).status).toBe(304);

    const change = { params, body: { name: "Đội dân quân xung kích" }, headers: { "if-match": etag } };
    expect(await api.call("change-unit", change)).toMatchObject({ name: "Đội dân quân xung kích" });
    expect(await api.refused("change-unit", change)).toMatchObject({
      status: 409,
      code: "revision_conflict",
    });

    const reader = api.with(await api.key("read"));
    expect(await reader.call("show-unit", { params })).toMatchObject({ aliases: ["Tổ xung kích"] });
    expect(await reader.refused("change-unit", change)).toMatchObject({
      status: 403,
      code: "scope_too_small",
    });
  });

  it("a write that comes twice under one key is done once; another request under it is refused", async () => {
    const headers = { "idempotency-key": "don-vi-1" };
    const body = { name: "Ban quản lý chợ" };
    const [one, two] = await Promise.all([
      api.ask("add-unit", { body, headers }),
      api.ask("add-unit", { body, headers }),
    ]);
    expect([one.status, two.status]).toEqual([201, 201]);
    expect(await one.json()).toEqual(await two.json());
    expect(
      [one, two].filter(({ headers: said }) => said.get("idempotency-replayed") === "true"),
    ).toHaveLength(1);
    expect(await api.refused("add-unit", { body: { name: "Ban khác" }, headers })).toMatchObject({
      status: 422,
      code: "idempotency_key_reused",
    });
  });

  it("bad input gets a sentence in the caller's language, names the place and changes nothing", async () => {
    const before = await api.call("list-units", { query: { limit: 200 } });
    for (const body of [
      "{",
      "null",
      "[]",
      { name: "" },
      { name: "x".repeat(201) },
      { name: 5 },
      { name: "A", so: 1 },
    ])
      expect(await api.refused("add-unit", { body }), JSON.stringify(body)).toMatchObject({
        status: 400,
        code: "request_invalid",
      });
    expect(await api.refused("list-units", { query: { cursor: "abc" } })).toMatchObject({
      code: "cursor_invalid",
    });
    expect(
      await api.refused("show-unit", { params: { unit_id: "1" }, headers: { "accept-language": "en" } }),
    ).toMatchObject({
      detail: "The request is not valid. Please check what was entered.",
      errors: [{ in: "path", path: "unit_id", code: "format" }],
    });
    expect(await api.call("list-units", { query: { limit: 200 } })).toEqual(before);
  });
});
