import { beforeEach, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, type Office, SERVICE_CENTRE } from "../../support/office.ts";
import { ECONOMY, taskIdOf } from "../progress/progress-story.ts";
import { EXE, JPEG, PDF } from "./file-bytes.ts";

let office: Office;
let api: ApiHouse;
let noteId: string;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
  const head = api.in(office.as("head"));
  const recorded = await head.call("submit-progress-update", {
    body: { number: "2.4", text: "đã ban hành kế hoạch số 12/KH-UBND ngày 20/3" },
  });
  noteId = recorded.note_id;
});

const pdf = { bytes: PDF, name: "../kế hoạch 12.pdf" };

describe("evidence by the API", () => {
  it("is kept with its note once, listed by note and task, and read back byte by byte", async () => {
    const head = api.in(office.as("head"));
    const params = { note_id: noteId };
    const added = await head.call("add-evidence", { params, file: pdf });
    expect(added).toMatchObject({ note_id: noteId, kind: "application/pdf", size: PDF.length });
    expect(added.name).not.toContain("/");
    expect(await head.call("add-evidence", { params, file: { ...pdf, name: "lại nữa.pdf" } })).toEqual(added);
    await head.call("add-evidence", { params, file: { bytes: JPEG, name: "anh.jpg" } });

    const task_id = await taskIdOf(office, "2.4");
    const byTask = await api.call("list-attachments", { query: { task_id } });
    expect(byTask.items.map(({ kind }: { kind: string }) => kind)).toEqual(["image/jpeg", "application/pdf"]);
    expect(await api.call("list-attachments", { query: { note_id: noteId } })).toEqual(byTask);
    const first = await api.call("list-attachments", { query: { limit: 1 } });
    const next = await api.call("list-attachments", { query: { limit: 1, cursor: first.next_cursor } });
    expect([...first.items, ...next.items]).toEqual(byTask.items);

    const read = { params: { attachment_id: added.id } };
    expect(Buffer.from(await api.call("read-attachment", read))).toEqual(Buffer.from(PDF));
    const answer = await api.ask("read-attachment", read);
    expect(answer.headers.get("content-disposition")).toMatch(/^attachment; filename\*=UTF-8''/);
    expect(answer.headers.get("x-content-type-options")).toBe("nosniff");
    expect((await api.call("show-progress-update", { params })).files).toBe(2);
  });

  it("follows its note's correction", async () => {
    const head = api.in(office.as("head"));
    await head.call("add-evidence", { params: { note_id: noteId }, file: pdf });
    const corrected = await head.call("correct-progress-update", {
      params: { note_id: noteId },
      body: { text: "đã ban hành kế hoạch số 13/KH-UBND ngày 20/3" },
    });
    expect(
      (await api.call("list-attachments", { query: { note_id: corrected.note_id } })).items,
    ).toHaveLength(1);
    expect(await head.refused("add-evidence", { params: { note_id: noteId }, file: pdf })).toMatchObject({
      code: "note_replaced",
    });
  });

  it("of a wrong kind, an empty one, none at all, or for a note that is not the unit's changes nothing", async () => {
    const head = api.in(office.as("head"));
    const params = { note_id: noteId };
    for (const [call, code] of [
      [{ params, file: { bytes: EXE, name: "kế hoạch.pdf" } }, "file_kind_forbidden"],
      [{ params, file: { bytes: new Uint8Array(), name: "a.pdf" } }, "file_empty"],
      [{ params, body: {} }, "request_invalid"],
      [{ params: { note_id: "01a0792a-2400-708e-b534-38e7b44b77fb" }, file: pdf }, "note_not_found"],
    ] as const)
      expect(await head.refused("add-evidence", call), code).toMatchObject({ code });
    const centre = api.in(office.as("head", SERVICE_CENTRE));
    expect(await centre.refused("add-evidence", { params, file: pdf })).toMatchObject({
      code: "note_of_other_unit",
    });
    expect(await api.refused("add-evidence", { params, file: pdf })).toMatchObject({ code: "post_required" });
    expect((await api.call("list-attachments")).items).toEqual([]);
  });

  it("is hidden from a unit that may not see the note", async () => {
    await office.link("head", ECONOMY);
    const added = await api
      .in(office.as("head"))
      .call("add-evidence", { params: { note_id: noteId }, file: pdf });
    const read = { params: { attachment_id: added.id } };
    // It coordinates, and so sees the lead's.
    await api.in(office.as("head", SERVICE_CENTRE)).call("read-attachment", read);
    const own = await api.in(office.as("head", SERVICE_CENTRE)).call("submit-progress-update", {
      body: { number: "2.4", text: "đã cử người" },
    });
    const file = await api
      .in(office.as("head", SERVICE_CENTRE))
      .call("add-evidence", { params: { note_id: own.note_id }, file: { bytes: JPEG, name: "anh.jpg" } });
    const economy = api.in(office.as("head", ECONOMY));
    expect(await economy.refused("read-attachment", { params: { attachment_id: file.id } })).toMatchObject({
      status: 404,
      code: "attachment_not_found",
    });
    const task_id = await taskIdOf(office, "2.4");
    expect(
      (await economy.call("list-attachments", { query: { task_id } })).items.map(
        ({ id }: { id: string }) => id,
      ),
    ).toEqual([added.id]);
  });
});
