import { beforeEach, describe, expect, it } from "vitest";
import { loadCatalogue } from "../../../api/catalogues/load-catalogue.ts";
import { readSample } from "../../../api/catalogues/load-samples.ts";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, MONDAY, type Office, SERVICE_CENTRE } from "../../support/office.ts";
import { counted, FRONT, note, taskIdOf } from "./progress-story.ts";

let office: Office;
let api: ApiHouse;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
});

const textsOf = (page: { items: { text: string }[] }): string[] => page.items.map(({ text }) => text);

describe("a note by the API", () => {
  it("is recorded in a post, echoed as it was understood, and waits for somebody else's decision", async () => {
    const head = api.in(office.as("head"));
    const recorded = await head.call("submit-progress-update", {
      body: { number: "2.4", text: "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%" },
    });
    expect(recorded).toMatchObject({
      task: { number: "2.4" },
      understood: {
        state: "completed",
        percent: 100,
        completed_on: "2026-03-20",
        document_reference: { number: "12/KH-UBND" },
      },
      claim: { completed_on: "2026-03-20", timeliness: "done_on_time", confirmed_by: "leader" },
      stands_since: null,
    });

    const shown = await api.call("show-progress-update", { params: { note_id: recorded.note_id } });
    expect(shown).toMatchObject({
      unit: { name: CULTURE },
      appointment: { id: office.as("head").appointmentId, role: "head" },
      channel: "api",
      mark: "standing",
      noted_on: "2026-09-07",
      claim: { id: recorded.claim.id, state: "waiting" },
    });
    const [claim] = (await api.call("list-claims", { query: { state: "waiting" } })).items;
    expect(claim).toMatchObject({ id: recorded.claim.id, note_id: recorded.note_id, may_decide: false });
    const leader = api.in(office.as("leader"));
    expect((await leader.call("list-claims", { query: { task_id: recorded.task.id } })).items).toMatchObject([
      { may_decide: true },
    ]);
    // The consolidator belongs to the very unit that claims.
    const settle = { params: { claim_id: claim.id }, body: { decision: "confirm" } };
    expect(await api.in(office.as("consolidator")).refused("settle-claim", settle)).toMatchObject({
      status: 403,
      code: "claim_of_own_unit",
    });
    expect(await leader.call("settle-claim", settle)).toMatchObject({ decision: "confirm" });
    expect(await leader.refused("settle-claim", settle)).toMatchObject({ code: "claim_decided" });
    expect((await api.call("list-claims", { query: { state: "confirmed" } })).items).toMatchObject([
      { decided_by: office.as("leader").appointmentId, may_decide: false },
    ]);
    expect(
      await head.refused("correct-progress-update", {
        params: { note_id: recorded.note_id },
        body: { text: "đang làm" },
      }),
    ).toMatchObject({ code: "note_confirmed" });
  });

  it("says the same words once a day, whether by chat or by API, and the same request once for ever", async () => {
    const chat = await note(office, office.as("head"), "2.3", "đang lấy ý kiến các tổ dân phố");
    const head = api.in(office.as("head"));
    const body = { task_id: await taskIdOf(office, "2.3"), text: "Đang lấy ý kiến các tổ dân phố" };
    const again = await head.call("submit-progress-update", { body });
    expect(again).toMatchObject({ note_id: chat.noteId, stands_since: "07:00" });

    const before = await counted(office);
    const said = { body: { ...body, text: "đã họp" }, headers: { "idempotency-key": "hop-1" } };
    const [one, two] = await Promise.all([
      head.ask("submit-progress-update", said),
      head.ask("submit-progress-update", said),
    ]);
    expect(await one.json()).toEqual(await two.json());
    expect(await counted(office)).toMatchObject({
      notes: (before?.notes ?? 0) + 1,
      audits: (before?.audits ?? 0) + 1,
    });
  });

  it("is refused to a key without a post, to a post that writes none, and on what is not its unit's", async () => {
    const body = { number: "2.4", text: "đã xong" };
    const reader = api.with(await api.key("read")).in(office.as("head"));
    const before = await counted(office);
    expect(await api.refused("submit-progress-update", { body })).toMatchObject({ code: "post_required" });
    const leader = api.in(office.as("leader"));
    expect(await leader.refused("submit-progress-update", { body })).toMatchObject({ code: "not_allowed" });
    expect(await reader.refused("submit-progress-update", { body })).toMatchObject({
      code: "scope_too_small",
    });
    const head = api.in(office.as("head"));
    for (const [asked, code] of [
      [{ number: "2.2", text: "đã xong" }, "task_not_of_unit"],
      [{ number: "9.9", text: "đã xong" }, "task_not_found"],
      [{ number: " 2.4 ", text: "đã xong, 2.3 đang làm 60%" }, "note_of_several_tasks"],
      [{ number: "3.5", text: "đã xong" }, "task_has_children"],
      [{ number: "2.4", text: " \u200b " }, "note_empty"],
      [{ number: "2.4", text: "đã xong ngày 31/12/2027" }, "date_in_future"],
      [{ number: "2.4", task_id: await taskIdOf(office, "2.4"), text: "đã xong" }, "request_invalid"],
    ] as const)
      expect(await head.refused("submit-progress-update", { body: asked }), code).toMatchObject({ code });
    const unknown = { task_id: crypto.randomUUID(), text: "đã xong" };
    expect((await head.refused("submit-progress-update", { body: unknown })).detail).toBe(
      "Không tìm thấy nhiệm vụ này.",
    );
    expect(await counted(office)).toEqual(before);
    // What only looks like another task is said of this one.
    const said = { number: "2.4", text: "đã họp theo mục 3.1, đạt 60%" };
    expect(await head.call("submit-progress-update", { body: said })).toMatchObject({
      task: { number: "2.4" },
      understood: { percent: 60 },
    });
  });

  it("a number that two catalogues in force have must be named by its task", async () => {
    const file = structuredClone(readSample("hai-an")) as { document: { title: string } };
    file.document.title = "Một văn bản khác";
    const taskId = await taskIdOf(office, "2.4");
    await office.at(MONDAY).as("operator").do(loadCatalogue, file);
    const head = api.in(office.as("head"));
    expect(
      await head.refused("submit-progress-update", { body: { number: "2.4", text: "đã xong" } }),
    ).toMatchObject({ status: 409, code: "task_number_ambiguous" });
    const recorded = await head.call("submit-progress-update", {
      body: { task_id: taskId, text: "đã xong" },
    });
    expect(recorded.task).toMatchObject({ id: taskId, number: "2.4" });
  });

  it("is corrected and withdrawn; the earlier words stay, for those who may see them", async () => {
    const head = api.in(office.as("head"));
    const body = { number: "2.4", text: "đang soạn, đạt 40%" };
    const first = await head.call("submit-progress-update", { body });
    const corrected = await head.call("correct-progress-update", {
      params: { note_id: first.note_id },
      body: { text: "đang soạn, đạt 60%" },
    });
    expect(corrected).toMatchObject({ corrected: true, understood: { percent: 60 } });
    expect(
      await head.refused("withdraw-progress-update", { params: { note_id: first.note_id } }),
    ).toMatchObject({ code: "note_replaced" });
    const task = { task_id: first.task.id };
    expect(textsOf(await api.call("list-progress-updates", { query: task }))).toEqual(["đang soạn, đạt 60%"]);
    const all = await api.call("list-progress-updates", { query: { ...task, notes: "all" } });
    expect(all.items.map(({ mark }: { mark: string }) => mark)).toEqual(["standing", "replaced"]);
    expect(all.items[1].replaced_by_id).toBe(corrected.note_id);

    await office.link("head", FRONT);
    const other = api.in(office.as("head", SERVICE_CENTRE));
    const withdrawal = { params: { note_id: corrected.note_id } };
    expect(await other.refused("withdraw-progress-update", withdrawal)).toMatchObject({
      code: "note_of_other_unit",
    });
    expect(await head.call("withdraw-progress-update", withdrawal)).toMatchObject({
      text: "đang soạn, đạt 60%",
    });
    expect(await head.refused("withdraw-progress-update", withdrawal)).toMatchObject({
      code: "note_withdrawn",
    });
    // Withdrawn words are their own unit's and the office's; a coordinating unit sees none of them.
    const asked = { query: { ...task, notes: "all" } };
    expect((await head.call("list-progress-updates", asked)).items).toHaveLength(2);
    expect((await other.call("list-progress-updates", asked)).items).toEqual([]);
    expect(await other.refused("show-progress-update", withdrawal)).toMatchObject({ code: "note_not_found" });
  });

  it("is understood beforehand without being written", async () => {
    const before = await counted(office);
    const head = api.in(office.as("head"));
    const { lines } = await head.call("preview-message", {
      body: { text: "2.4 đã xong ngày 20/3, 2.3 đang làm 60%\n3.1 xong ngày 31/2" },
    });
    expect(lines).toMatchObject([
      { number: "2.4", understood: { state: "completed", completed_on: "2026-03-20" }, problem: null },
      { number: "2.3", understood: { state: "in_progress", percent: 60 }, problem: null },
      { number: "3.1", understood: null, problem: "date_invalid" },
    ]);
    expect(await counted(office)).toEqual(before);
  });
});

describe("notes are read", () => {
  beforeEach(async () => {
    await office.link("head", FRONT);
    const culture = office.as("head");
    const centre = office.as("head", SERVICE_CENTRE);
    await note(office, culture, "2.4", "Đã họp với các tổ dân phố", { at: "2026-09-07T08:00:00+07:00" });
    await note(office, centre, "2.4", "đã cử người phối hợp", { at: "2026-09-08T08:00:00+07:00" });
    await note(office, office.as("head", FRONT), "2.4", "Mặt trận đã góp ý", {
      at: "2026-09-08T09:00:00+07:00",
    });
    await note(office, centre, "1.1", "phần việc của trung tâm đang làm", {
      at: "2026-09-09T08:00:00+07:00",
    });
    await note(office, culture, "1.1", "phần việc của phòng đang làm", { at: "2026-09-09T09:00:00+07:00" });
    await note(office, centre, "1.3", "đang sửa nhà văn hóa", { at: "2026-09-10T08:00:00+07:00" });
    api.clock.set(new Date("2026-09-10T09:00:00+07:00"));
  });

  it("by a unit's post as far as its part goes, by key and overseers all", async () => {
    const all = [
      "đang sửa nhà văn hóa",
      "phần việc của phòng đang làm",
      "phần việc của trung tâm đang làm",
      "Mặt trận đã góp ý",
      "đã cử người phối hợp",
      "Đã họp với các tổ dân phố",
    ];
    expect(textsOf(await api.call("list-progress-updates"))).toEqual(all);
    expect(textsOf(await api.in(office.as("consolidator")).call("list-progress-updates"))).toEqual(all);
    // The lead of 2.4 sees who coordinates, and 1.3 as its lead's word; of the group's 1.1 only its own part.
    expect(textsOf(await api.in(office.as("head")).call("list-progress-updates"))).toEqual([
      "đang sửa nhà văn hóa",
      "phần việc của phòng đang làm",
      "Mặt trận đã góp ý",
      "đã cử người phối hợp",
      "Đã họp với các tổ dân phố",
    ]);
    // A coordinating unit sees the lead's and its own, an invited body likewise.
    expect(textsOf(await api.in(office.as("head", SERVICE_CENTRE)).call("list-progress-updates"))).toEqual([
      "đang sửa nhà văn hóa",
      "phần việc của trung tâm đang làm",
      "đã cử người phối hợp",
      "Đã họp với các tổ dân phố",
    ]);
    const front = api.in(office.as("head", FRONT));
    const ofFront = ["Mặt trận đã góp ý", "Đã họp với các tổ dân phố"];
    expect(textsOf(await front.call("list-progress-updates"))).toEqual(ofFront);
    const task_id = await taskIdOf(office, "2.4");
    expect(textsOf(await front.call("list-progress-updates", { query: { task_id } }))).toEqual(ofFront);
    const hidden = (await api.call("list-progress-updates", { query: { q: "cử người" } })).items[0];
    expect(await front.refused("show-progress-update", { params: { note_id: hidden.id } })).toMatchObject({
      status: 404,
      code: "note_not_found",
    });
    // The card of a task in a chat says the same.
    const card = await front.call("show-task", { params: { task_id } });
    expect(card.history.map(({ text }: { text: string }) => text)).toEqual(ofFront);
  });

  it("by unit, day and words without diacritics, page by page without a gap", async () => {
    const centre = (await api.call("list-units", { query: { q: "trung tam dich vu" } })).items[0];
    const by = async (query: Record<string, string>) =>
      textsOf(await api.call("list-progress-updates", { query }));
    expect(await by({ unit_id: centre.id })).toHaveLength(3);
    expect(await by({ from: "2026-09-09", to: "2026-09-09" })).toHaveLength(2);
    expect(await by({ q: "to dan pho" })).toEqual(["Đã họp với các tổ dân phố"]);
    expect(await by({ q: "HOP voi" })).toEqual(["Đã họp với các tổ dân phố"]);
    expect(await by({ q: "an" })).toEqual([]);
    expect(await by({ q: "…" })).toEqual([]);

    const paged: string[] = [];
    let cursor: string | null = null;
    do {
      const page: { items: { text: string }[]; next_cursor: string | null } = await api.call(
        "list-progress-updates",
        { query: { limit: 4, ...(cursor === null ? {} : { cursor }) } },
      );
      paged.push(...textsOf(page));
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(await by({}));
    expect(await api.refused("list-progress-updates", { query: { cursor: "WzFd" } })).toMatchObject({
      code: "cursor_invalid",
    });
  });
});

describe("claims", () => {
  it("are returned with a reason that the unit hears; a unit's post sees its own alone", async () => {
    const centre = api.in(office.as("head", SERVICE_CENTRE));
    const { claim } = await centre.call("submit-progress-update", {
      body: { number: "1.3", text: "đã xong" },
    });
    await api.in(office.as("head")).call("submit-progress-update", {
      body: { number: "4.7", text: "đã hoàn thành ngày 20/8" },
    });
    expect((await centre.call("list-claims")).items).toMatchObject([{ id: claim.id, may_decide: false }]);
    const consolidator = api.in(office.as("consolidator"));
    expect((await consolidator.call("list-claims", { query: { state: "waiting" } })).items).toMatchObject([
      { unit: { name: SERVICE_CENTRE }, may_decide: true },
      { unit: { name: CULTURE }, may_decide: false },
    ]);
    const params = { claim_id: claim.id };
    const body = { decision: "return", reason: "  " };
    expect(await consolidator.refused("settle-claim", { params, body })).toMatchObject({
      code: "reason_required",
    });
    expect(await api.refused("settle-claim", { params, body })).toMatchObject({ code: "post_required" });
    const before = await counted(office);
    await consolidator.call("settle-claim", {
      params,
      body: { decision: "return", reason: "Bổ sung số liệu" },
    });
    expect(await counted(office)).toMatchObject({
      messages: (before?.messages ?? 0) + 1,
      audits: (before?.audits ?? 0) + 1,
    });
    expect((await centre.call("list-claims")).items).toMatchObject([
      { state: "returned", reason: "Bổ sung số liệu" },
    ]);
    const first = await api.call("list-claims", { query: { limit: 1 } });
    const second = await api.call("list-claims", { query: { limit: 1, cursor: first.next_cursor } });
    expect([first.items[0].id, second.next_cursor]).toEqual([claim.id, null]);
  });

  it("stop the reminders of their task, made by the API as by chat", async () => {
    const morning = new Date("2026-09-14T07:30:00+07:00");
    const head = api.in(office.as("head"));
    const { task } = await head.call("submit-progress-update", {
      body: { number: "4.7", text: "đã hoàn thành ngày 20/8" },
    });
    granted(await runTick(office.database, morning));
    api.clock.set(morning);
    const about = await api.call("list-nudges", { query: { task_id: task.id, limit: 200 } });
    expect(about.items.filter(({ outcome }: { outcome: string }) => outcome !== "silent")).toEqual([]);
    const open = await api.call("list-nudges", {
      query: { task_id: await taskIdOf(office, "2.4"), limit: 200 },
    });
    expect(open.items.filter(({ outcome }: { outcome: string }) => outcome !== "silent")).not.toEqual([]);
  });
});
