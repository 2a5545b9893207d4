import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { correctProgressUpdate } from "../../../api/progress/correct-progress-update.ts";
import { settleClaim } from "../../../api/progress/settle-claim.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn, MONDAY, type Office, type Person, refusalOf, SERVICE_CENTRE } from "../../support/office.ts";
import { arrange, claimsOf, counted, givePost, note, taskIdOf } from "./progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const head = () => office.as("head");
const correct = (noteId: string, text: string, who: Person = head(), at: string | Date = MONDAY) =>
  office.at(at).as(who).run(correctProgressUpdate, { noteId, text, messageKey: null });
const withdraw = (noteId: string, who: Person = head()) =>
  office.at(MONDAY).as(who).run(withdrawProgressUpdate, { noteId });

const history = () =>
  office.read((tx) =>
    rows<{ text: string; replaced: boolean; corrects: boolean; withdrawn: boolean }>(
      tx,
      sql`select text, replaced_by_id is not null as replaced, corrects_id is not null as corrects,
                 withdrawn_at is not null as withdrawn from progress_update order by corrects_id is not null, text`,
    ),
  );

describe("a correction", () => {
  it("stands beside the earlier words, which stay in the history", async () => {
    const { noteId } = await note(office, head(), "2.3", "đạt 30%", { messageKey: "m1" });
    const corrected = await correct(noteId, "đạt 40%");
    expect(corrected).toMatchObject({ ok: true, value: { corrected: true, understood: { percent: 40 } } });
    expect(await history()).toEqual([
      { text: "đạt 30%", replaced: true, corrects: false, withdrawn: false },
      { text: "đạt 40%", replaced: false, corrects: true, withdrawn: false },
    ]);
    expect(refusalOf(await correct(noteId, "đạt 50%"))).toBe("note_replaced");
  });

  it("keeps the message it came in, so that an edit still finds it, and the evidence", async () => {
    const files = [{ sha256: "b".repeat(64), kind: "image/png", size: 5, name: "anh.png" }];
    const input = { taskId: await taskIdOf(office, "2.3"), text: "ảnh", messageKey: "m1", files };
    const { noteId } = await office.at(MONDAY).as(head()).do(submitProgressUpdate, input);
    const corrected = await correct(noteId, "ảnh hội nghị");
    const found = await office.read((tx) =>
      rows(
        tx,
        sql`select p.message_key, a.name from progress_update p join attachment a on a.progress_update_id = p.id`,
      ),
    );
    expect(found).toEqual([{ message_key: "m1", name: "anh.png" }]);
    expect(corrected.ok).toBe(true);
  });

  it("takes the claim of the earlier words with it", async () => {
    const { noteId } = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    await correct(noteId, "đang lấy ý kiến");
    expect(await claimsOf(office, "2.4")).toMatchObject([{ state: "withdrawn" }]);
  });

  it("gives the day that was asked for", async () => {
    const { noteId } = await note(office, head(), "2.4", "đã hoàn thành");
    expect(await correct(noteId, "đã hoàn thành, xong ngày 20/3")).toMatchObject({
      value: { claim: { completedOn: "2026-03-20", timeliness: "done_on_time", asksForDate: false } },
    });
  });

  it("of what was said in time does not make it late", async () => {
    const { noteId } = await note(office, head(), "5.1", "đã hoàn thành", {
      at: "2026-11-30T16:00:00+07:00",
    });
    expect(
      await correct(noteId, "đã hoàn thành, đạt 100%", head(), "2026-12-02T08:00:00+07:00"),
    ).toMatchObject({
      value: { claim: { completedOn: "2026-11-30", timeliness: "done_on_time", asksForDate: false } },
    });
  });

  it("does not bring completion back before it was said", async () => {
    const { noteId } = await note(office, head(), "5.1", "đang làm", { at: "2026-11-30T16:00:00+07:00" });
    expect(await correct(noteId, "đã hoàn thành", head(), "2026-12-02T08:00:00+07:00")).toMatchObject({
      value: { claim: { completedOn: "2026-12-02", timeliness: "done_late", asksForDate: true } },
    });
  });

  it("that takes a stated day out falls back on the note's own", async () => {
    const { noteId } = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    expect(await correct(noteId, "đã hoàn thành", head(), "2026-09-09T08:00:00+07:00")).toMatchObject({
      value: { claim: { completedOn: "2026-09-07" } },
    });
  });

  it("by a colleague of the unit counts as well", async () => {
    const { noteId } = await note(office, head(), "2.3", "đạt 30%");
    expect(refusalOf(await correct(noteId, "đạt 40%", office.as("deputy")))).toBeNull();
  });
});

describe("refused, with nothing changed", () => {
  it("another unit's, unknown ones, bad words", async () => {
    const { noteId } = await note(office, head(), "2.4", "đang làm");
    const before = await counted(office);
    expect(refusalOf(await correct(noteId, "x", office.as("head", SERVICE_CENTRE)))).toBe(
      "note_of_other_unit",
    );
    expect(refusalOf(await withdraw(noteId, office.as("head", SERVICE_CENTRE)))).toBe("note_of_other_unit");
    expect(refusalOf(await correct(noteId, "x", office.as("leader")))).toBe("not_allowed");
    expect(refusalOf(await correct(crypto.randomUUID(), "x"))).toBe("note_not_found");
    expect(refusalOf(await withdraw(crypto.randomUUID()))).toBe("note_not_found");
    expect(refusalOf(await correct("x", "x"))).toBe("request_invalid");
    expect(refusalOf(await withdraw("x"))).toBe("request_invalid");
    expect(refusalOf(await correct(noteId, "  "))).toBe("note_empty");
    expect(refusalOf(await correct(noteId, "xong ngày 30/9"))).toBe("date_in_future");
    expect(await counted(office)).toEqual(before);
  });

  it("a confirmed claim locks its note", async () => {
    const recorded = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    const claimId = recorded.claim?.id ?? "";
    await office.at(MONDAY).as(office.as("leader")).do(settleClaim, { claimId, decision: "confirm" });
    expect(refusalOf(await correct(recorded.noteId, "x"))).toBe("note_confirmed");
    expect(refusalOf(await withdraw(recorded.noteId))).toBe("note_confirmed");
    // A later note is another matter: it stands, and claims nothing anew.
    expect(await note(office, head(), "2.4", "đã hoàn thành ngày 21/3")).toMatchObject({ claim: null });
    expect(await claimsOf(office, "2.4")).toMatchObject([{ state: "confirmed" }]);
  });

  it("a closed round locks the notes of its window", async () => {
    const inside = await note(office, head(), "2.3", "đạt 30%");
    await arrange(office, sql`update reporting_round set closed_at = now() where label = 'lần 1'`);
    expect(refusalOf(await correct(inside.noteId, "đạt 40%"))).toBe("note_locked");
    const after = await note(office, head(), "2.3", "đạt 50%", { at: "2026-09-16T08:00:00+07:00" });
    expect(refusalOf(await withdraw(after.noteId))).toBeNull();
  });

  it("a correction after the catalogue ended; a withdrawn note", async () => {
    const { noteId } = await note(office, head(), "2.3", "đạt 30%");
    expect(refusalOf(await correct(noteId, "đạt 40%", head(), "2027-01-04T08:00:00+07:00"))).toBe(
      "catalogue_closed",
    );
    expect(await withdraw(noteId)).toMatchObject({ value: { task: { number: "2.3" }, text: "đạt 30%" } });
    expect(refusalOf(await withdraw(noteId))).toBe("note_withdrawn");
    expect(refusalOf(await correct(noteId, "đạt 40%"))).toBe("note_withdrawn");
    expect(await history()).toMatchObject([{ text: "đạt 30%", withdrawn: true }]);
  });

  it("a post that moved to another unit leaves the notes with the unit", async () => {
    const { noteId } = await note(office, head(), "2.3", "đạt 30%");
    const moved = await givePost(office, head(), "head", "Trung tâm phục vụ hành chính công");
    expect(refusalOf(await correct(noteId, "đạt 40%", moved))).toBe("note_of_other_unit");
  });
});
