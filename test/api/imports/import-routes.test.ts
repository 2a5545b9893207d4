import { beforeEach, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import { PLAN_ROWS, planDocx } from "../../support/plan-docx.ts";

let api: ApiHouse;
beforeEach(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

const bytes = planDocx();
const file = async () => ({ bytes: await bytes, name: "kế hoạch.docx" });

describe("a decision as a file", () => {
  it("is read, its doubts are settled one by one, it is published, and its tasks are there", async () => {
    const draft = await api.call("import-document", { file: await file() });
    expect(draft).toMatchObject({ state: "open", format: "docx", revision: 1, file_name: "kế hoạch.docx" });
    expect(draft.tasks).toHaveLength(PLAN_ROWS.length);
    expect(draft.lines.length).toBeGreaterThan(10);
    const again = await api.call("import-document", { file: await file() });
    expect(again.id).toBe(draft.id);

    const params = { import_id: draft.id };
    const impossible = draft.tasks.find(({ number }: { number: string }) => number === "2.1");
    const key = `task.${impossible.index}.time_frame`;
    expect(draft.doubts.map((doubt: { key: string }) => doubt.key)).toContain(key);
    expect(await api.refused("publish-import", { params, body: {} })).toMatchObject({ status: 409 });
    expect(
      await api.refused("review-field", { params, body: { key, answer: "Trước ngày 32/11/2026" } }),
    ).toMatchObject({ status: 422, code: "date_not_understood" });
    const decided = await api.call("review-field", {
      params,
      body: { key, answer: "Trước ngày 30/11/2026" },
    });
    expect(decided).toMatchObject({ revision: 2, doubts: draft.doubts.length - 1 });
    expect(
      await api.refused("review-field", { params, body: { key, answer: null, revision: 1 } }),
    ).toMatchObject({ status: 409, code: "import_changed" });
    const shown = await api.call("show-import", { params });
    expect(shown.decided).toEqual([key]);
    expect(shown.tasks.find(({ number }: { number: string }) => number === "2.1").due_on).toBe("2026-11-29");

    for (const doubt of shown.doubts)
      await api.call("review-field", {
        params,
        body: { key: doubt.key, answer: doubt.key.endsWith("lead_units") ? "Phòng Văn hóa - Xã hội" : null },
      });
    await api.call("review-field", { params, body: { key: "rest", answer: null } });
    if (!(await api.call("show-import", { params })).amends_decided)
      await api.call("review-field", { params, body: { key: "catalogue.amends", answer: "" } });
    const preview = await api.call("preview-publication", { params });
    expect(preview).toMatchObject({ tasks: PLAN_ROWS.length, past: false });
    const { revision } = await api.call("show-import", { params });
    expect(await api.refused("publish-import", { params, body: { revision: 1 } })).toMatchObject({
      code: "import_changed",
    });
    const published = await api.call("publish-import", { params, body: { revision } });
    expect(published).toMatchObject({ version: 1, tasks: PLAN_ROWS.length });
    const { items } = await api.call("list-tasks", { query: { catalogue_id: published.catalogue_id } });
    expect(items.map(({ number }: { number: string }) => number)).toEqual(
      PLAN_ROWS.map(([number]) => number),
    );
    expect(await api.refused("withdraw-import", { params })).toMatchObject({ code: "import_published" });
    expect((await api.call("list-imports")).items).toMatchObject([
      { import_id: draft.id, state: "published" },
    ]);
  });

  it("sent twice under one key is one draft, also when the first was discarded meanwhile", async () => {
    const headers = { "idempotency-key": "tep-1" };
    const draft = await api.call("import-document", { file: await file(), headers });
    await api.call("withdraw-import", { params: { import_id: draft.id } });
    const repeated = await api.ask("import-document", { file: await file(), headers });
    expect(repeated.headers.get("idempotency-replayed")).toBe("true");
    expect((await api.call("list-imports")).items).toEqual([]);
    expect(await api.refused("show-import", { params: { import_id: draft.id } })).toMatchObject({
      status: 404,
      code: "import_not_found",
    });
    const other = { bytes: new TextEncoder().encode("I. KHÁC"), name: "khác.txt" };
    expect(await api.refused("import-document", { file: other, headers })).toMatchObject({
      code: "idempotency_key_reused",
    });
  });

  it("that is none, or is sent by who may not, is refused before anything is kept", async () => {
    const { office } = api;
    expect(await api.refused("import-document")).toMatchObject({
      status: 400,
      errors: [{ in: "body", path: "file", code: "missing" }],
    });
    expect(
      await api.refused("import-document", { file: { bytes: new Uint8Array([1, 2, 3]), name: "a.bin" } }),
    ).toMatchObject({ status: 415 });
    expect(await api.in(office.as("head")).refused("import-document", { file: await file() })).toMatchObject({
      status: 403,
      code: "not_allowed",
    });
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("import-document", { file: await file() })).toMatchObject({
      code: "scope_too_small",
    });
    expect((await api.call("list-imports")).items).toEqual([]);
  });
});
