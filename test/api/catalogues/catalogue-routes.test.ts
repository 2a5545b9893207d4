import { beforeEach, describe, expect, it } from "vitest";
import { SMALLEST_CATALOGUE } from "../../../api/catalogues/catalogue-body.ts";
import haiAnFile from "../../../db/samples/hai-an.json" with { type: "json" };
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn, SERVICE_CENTRE } from "../../support/office.ts";

let api: ApiHouse;
beforeEach(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

type Task = Record<string, unknown>;
const plan = (tasks: readonly Task[], own: Record<string, unknown> = {}) => ({
  document: { number: "20/KH-UBND", issued_on: "2026-09-01", title: "Kế hoạch dân vận quý IV", ...own },
  catalogue: {
    scope: { start_on: "2026-09-01", end_on: "2026-12-31" },
    sections: [
      { number: "1", title: "TUYÊN TRUYỀN" },
      { number: "2", title: "THI ĐUA" },
    ],
    tasks,
    report_rounds: [{ label: "Lần 1", before: "2026-10-20" }],
  },
});
const talk = {
  number: "1.1",
  short_title: "Tổ chức hội nghị đối thoại với Nhân dân",
  lead_units: [CULTURE],
  time_frame: "Trước ngày 15/10/2026",
};
const model = {
  number: "2.1",
  short_title: "Xây dựng mô hình “Dân vận khéo”",
  lead_units: ["trung tam dich vu su nghiep cong"],
  coordinating_units: [CULTURE],
  time_frame: "Quý IV/2026",
  targets: ["ít nhất 02 mô hình"],
};

describe("a catalogue by the API", () => {
  it("is as small as the reference shows, and works at once: task, due date, round", async () => {
    const loaded = await api.call("load-catalogue", { body: SMALLEST_CATALOGUE });
    expect(loaded).toMatchObject({ version: 1, tasks: 1, rounds: 1, closed: false });
    // The head and the deputy of the one unit that leads; its consolidator's post owes nothing.
    expect(loaded.told).toBeGreaterThan(0);
    const { items } = await api.call("list-tasks", { query: { catalogue_id: loaded.catalogue_id } });
    expect(items).toMatchObject([
      {
        number: "1.1",
        due_on: "2026-10-14",
        time_frame: "Trước ngày 15/10/2026",
        leads: [{ kind: "unit", name: CULTURE }],
        statuses: [{ unit: CULTURE, class: "open_in_time", overlays: ["unacknowledged"] }],
      },
    ]);
    const shown = await api.call("show-catalogue", { params: { catalogue_id: loaded.catalogue_id } });
    expect(shown).toMatchObject({
      in_force: true,
      version: 1,
      tasks: 1,
      rounds: 1,
      sections: [{ tasks: 1 }],
    });
    const documents = await api.call("list-documents");
    expect(documents.items).toContainEqual(expect.objectContaining({ number: "12/KH-UBND", version: 1 }));
    const found = async (q: string) =>
      (await api.call("list-documents", { query: { q } })).items.map(
        ({ number }: { number: string }) => number,
      );
    expect(await found("12/kh-ubnd")).toEqual(["12/KH-UBND"]);
    expect(await found("uy ban nhan dan")).toContain("12/KH-UBND");
    expect(await found("không có văn bản nào như thế")).toEqual([]);
    expect(await api.call("show-document", { params: { document_id: loaded.document_id } })).toMatchObject({
      id: loaded.document_id,
      catalogue_id: loaded.catalogue_id,
    });
    expect(await api.refused("load-catalogue", { body: SMALLEST_CATALOGUE })).toMatchObject({
      status: 409,
      code: "catalogue_exists",
    });
  });

  it("may be a whole catalogue file; units are known by any spelling and never made twice", async () => {
    const before = (await api.call("list-units", { query: { limit: 200 } })).items.length;
    const whole = await api.call("load-catalogue", {
      body: { ...haiAnFile, document: { ...haiAnFile.document, number: "674/QĐ-UBND" } },
    });
    // A heading is no task: what is told of a publication is what the list says afterwards.
    expect(whole.tasks).toBe(haiAnFile.catalogue.tasks.length - 1);
    const listed = (await api.call("list-catalogues")).items;
    expect(listed.find(({ id }: { id: string }) => id === whole.catalogue_id)).toMatchObject({
      tasks: whole.tasks,
    });
    const { catalogue_id } = await api.call("load-catalogue", { body: plan([talk, model]) });
    expect((await api.call("list-units", { query: { limit: 200 } })).items).toHaveLength(before);
    const { items } = await api.call("list-tasks", {
      query: { q: "dan van kheo mo hinh", catalogue_id },
    });
    expect(items[0].leads).toMatchObject([{ name: SERVICE_CENTRE }]);
  });

  it("that is wrong is refused with the place or the words, and nothing of it stays", async () => {
    const before = await api.call("list-catalogues");
    const cases: readonly [Record<string, unknown>, string][] = [
      [plan([{ ...talk, lead_units: ["Phòng không có"] }]), "catalogue_wrong_at"],
      [plan([talk, talk]), "catalogue_wrong_at"],
      [plan([{ ...talk, time_frame: "bao giờ xong thì báo" }]), "time_frame_not_understood"],
      [plan([{ ...talk, time_frame: "Trước ngày 31/11/2026" }]), "date_not_understood"],
      [plan([{ ...talk, time_frame: "Trước ngày 31/10/9999" }]), "date_not_understood"],
      [plan([{ ...talk, time_frame: "khi nào rảnh" }]), "time_frame_not_understood"],
      [plan([]), "request_invalid"],
      [plan([{ ...talk, number: "" }]), "request_invalid"],
      [plan([{ ...talk, so: 1 }]), "request_invalid"],
      [plan([talk], { title: 5 }), "request_invalid"],
    ];
    for (const [body, code] of cases)
      expect(await api.refused("load-catalogue", { body }), JSON.stringify(body)).toMatchObject({ code });
    const wrong = await api.refused("load-catalogue", {
      body: plan([{ ...talk, lead_units: ["Phòng không có"] }]),
      headers: { "accept-language": "en" },
    });
    expect(wrong.detail).toContain("catalogue.tasks.0.lead_units.0");
    expect(wrong.detail).toContain("no unit or group is named “Phòng không có”");
    const saidOf = async (body: unknown) => (await api.refused("load-catalogue", { body })).detail;
    expect(await saidOf(plan([talk, talk]))).toContain("catalogue.tasks.1.number: “1.1” có hai lần.");
    expect(await saidOf(plan([{ ...talk, time_frame: "Trước ngày 31/11/2026" }]))).toMatch(
      /^Nhiệm vụ 1\.1: Không hiểu ngày/,
    );
    const { document, catalogue } = plan([talk]);
    const slip = { ...document, issued_on: "0206-09-01" };
    expect(await saidOf({ document: slip, catalogue })).toContain("ngày 0206-09-01 nằm ngoài các năm");
    const early = { ...catalogue, report_rounds: [{ label: "Lần 1", before: "2026-08-01" }] };
    expect(await saidOf({ document, catalogue: early })).toContain("kỳ báo cáo “Lần 1” có hạn trước ngày");
    expect(await api.call("list-catalogues")).toEqual(before);
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("load-catalogue", { body: plan([talk]) })).toMatchObject({
      code: "scope_too_small",
    });
  });
});

describe("versions", () => {
  it("tell what each said, who made it, and what changed, moved, came and went between two", async () => {
    const first = await api.call("load-catalogue", { body: plan([talk, model]) });
    const params = { catalogue_id: first.catalogue_id };
    const second = await api.call("load-catalogue", {
      query: { amends: first.catalogue_id },
      body: plan(
        [
          { ...talk, number: "1.2", time_frame: "Trước ngày 01/11/2026" },
          { number: "1.1", short_title: "Niêm yết công khai thủ tục hành chính", lead_units: [CULTURE] },
        ],
        { number: "25/KH-UBND", title: "Kế hoạch sửa đổi" },
      ),
    });
    expect(second).toMatchObject({ catalogue_id: first.catalogue_id, version: 2 });
    const one = await api.call("show-version", { params: { ...params, number: "1" } });
    expect(one.tasks).toMatchObject([
      { number: "1.1", due_on: "2026-10-14", lead_units: [CULTURE] },
      { number: "2.1", due_on: "2026-12-31", targets: ["ít nhất 02 mô hình"] },
    ]);
    const task = one.tasks[0].id;
    await api.call("assign-task", {
      params: { task_id: task },
      body: { role: "lead", unit: SERVICE_CENTRE },
    });

    const { items } = await api.call("list-versions", { params });
    expect(items).toMatchObject([
      { number: 3, reason: "assignment-added", document: null },
      { number: 2, document: { number: "25/KH-UBND" }, published_by: null },
      { number: 1, document: { number: "20/KH-UBND" } },
    ]);
    const page = await api.call("list-versions", { params, query: { limit: 2 } });
    const rest = await api.call("list-versions", { params, query: { limit: 2, cursor: page.next_cursor } });
    expect([...page.items, ...rest.items]).toEqual(items);

    const compared = await api.call("compare-versions", { params, query: { from: 1, to: 2 } });
    expect(compared.added).toMatchObject([{ number: "1.1" }]);
    expect(compared.removed).toMatchObject([{ number: "2.1" }]);
    expect(compared.changed).toMatchObject([
      { task_id: task, before: { due_on: "2026-10-14" }, after: { due_on: "2026-10-31" } },
    ]);
    expect(compared.moved).toMatchObject([
      { task_id: task, before: { number: "1.1" }, after: { number: "1.2" } },
    ]);
    const back = await api.call("compare-versions", { params, query: { from: 2, to: 1 } });
    expect(back.removed).toEqual(compared.added);
    const same = await api.call("compare-versions", { params, query: { from: 2, to: 3 } });
    expect(same).toMatchObject({ added: [], removed: [], changed: [], moved: [] });
    expect(await api.refused("show-version", { params: { ...params, number: "9" } })).toMatchObject({
      status: 404,
      code: "version_not_found",
    });
    expect(await api.refused("compare-versions", { params, query: { from: 1 } })).toMatchObject({
      code: "request_invalid",
    });
  });
});

describe("a unit", () => {
  it("acknowledges in its post all that it leads, once", async () => {
    const loaded = await api.call("load-catalogue", { body: plan([talk, model]) });
    const params = { catalogue_id: loaded.catalogue_id };
    expect(await api.refused("acknowledge-catalogue", { params })).toMatchObject({ code: "post_required" });
    const head = api.in(api.office.as("head"));
    expect(await head.call("acknowledge-catalogue", { params })).toMatchObject({ done: 1, before: 0 });
    expect(await head.call("acknowledge-catalogue", { params })).toMatchObject({ done: 0, before: 1 });
  });
});

describe("assignments", () => {
  it("begin and end line by line; what ended stays to be read", async () => {
    const loaded = await api.call("load-catalogue", { body: plan([talk]) });
    const { items } = await api.call("list-tasks", { query: { catalogue_id: loaded.catalogue_id } });
    const params = { task_id: items[0].id };
    const body = { role: "coordinating", unit: "trung tam dich vu su nghiep cong" };
    const made = await api.call("assign-task", { params, body });
    expect(made).toMatchObject({ role: "coordinating", unit: { name: SERVICE_CENTRE }, version: 2 });
    expect(await api.refused("assign-task", { params, body })).toMatchObject({
      status: 409,
      code: "assignment_exists",
    });
    const assignment = { params: { assignment_id: made.assignment_id } };
    expect(await api.call("end-assignment", assignment)).toEqual({ version: 3 });
    expect(await api.refused("end-assignment", assignment)).toMatchObject({ code: "assignment_not_found" });
    const lines = (await api.call("list-assignments", { params })).items;
    expect(lines).toMatchObject([
      { role: "lead", unit: { kind: "unit", name: CULTURE }, to_on: null },
      { id: made.assignment_id, from_on: "2026-09-07", to_on: "2026-09-06" },
    ]);
    expect(await api.refused("end-assignment", { params: { assignment_id: items[0].id } })).toMatchObject({
      status: 404,
      code: "assignment_not_found",
    });
    expect(
      await api.refused("assign-task", { params, body: { role: "lead", unit: "Phòng lạ" } }),
    ).toMatchObject({
      code: "unit_not_found",
    });
  });
});
