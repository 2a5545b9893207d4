import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { acknowledgeTask } from "../../../api/progress/acknowledge-task.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  haiAn,
  MONDAY,
  type Office,
  refusalOf,
  SERVICE_CENTRE,
  sampleOffice,
} from "../../support/office.ts";
import {
  arrange,
  claimsOf,
  counted,
  ECONOMY,
  FRONT,
  givePost,
  note,
  runNote,
  taskIdOf,
} from "./progress-story.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const head = () => office.as("head");

describe("a note is recorded at once", () => {
  it("with what was understood, who said it, when and from which chat", async () => {
    const recorded = await note(office, head(), "2.3", "Đã hướng dẫn 45/60 hộ dùng dịch vụ công, đạt 75%", {
      messageKey: "m7",
    });
    expect(recorded).toMatchObject({
      task: { number: "2.3" },
      understood: { state: "in_progress", percent: 75 },
      corrected: false,
      files: [],
      standsSince: null,
      claim: null,
    });
    const stored = await office.read((tx) =>
      rows(
        tx,
        sql`
      select appointment_id, chat_link_id, channel, message_key, text, percent, noted_on::text as noted_on
        from progress_update`,
      ),
    );
    expect(stored).toEqual([
      {
        appointment_id: head().appointmentId,
        chat_link_id: head().chatLinkId,
        channel: "telegram",
        message_key: "m7",
        text: "Đã hướng dẫn 45/60 hộ dùng dịch vụ công, đạt 75%",
        percent: 75,
        noted_on: "2026-09-07",
      },
    ]);
  });

  it("by the day on the office's wall, not the server's", async () => {
    await note(office, head(), "2.3", "đang làm", { at: "2026-09-07T17:30:00Z" });
    const days = await office.read((tx) => rows(tx, sql`select noted_on::text as day from progress_update`));
    expect(days).toEqual([{ day: "2026-09-08" }]);
  });

  it("“không phát sinh” is an answer and no claim", async () => {
    expect(await note(office, head(), "2.3", "khong phat sinh")).toMatchObject({
      understood: { state: "nothing_new" },
      claim: null,
    });
  });

  it("with its evidence, in one transaction", async () => {
    const files = [{ sha256: "a".repeat(64), kind: "application/pdf", size: 9, name: "ke-hoach.pdf" }];
    const input = { taskId: await taskIdOf(office, "2.4"), text: "ảnh hội nghị", messageKey: null, files };
    expect(await office.at(MONDAY).as(head()).do(submitProgressUpdate, input)).toMatchObject({
      files: ["ke-hoach.pdf"],
    });
    const kept = await office.read((tx) => rows(tx, sql`select name, size from attachment`));
    expect(kept).toEqual([{ name: "ke-hoach.pdf", size: 9 }]);
  });

  it("keeps weird text as typed, without what Postgres cannot hold", async () => {
    const typed = "đang làm <b>x</b> *y* \u202e 😀\u0000";
    expect((await note(office, head(), "2.3", typed.normalize("NFD"))).understood.text).toBe(
      "đang làm <b>x</b> *y* \u202e 😀",
    );
  });

  it("by whoever coordinates or was invited, too", async () => {
    expect(await note(office, office.as("head", SERVICE_CENTRE), "2.4", "đã góp ý dự thảo")).toMatchObject({
      claim: null,
    });
    const front = await office.link("focal", FRONT);
    expect(await note(office, front, "2.4", "đã phản biện")).toMatchObject({ claim: null });
  });
});

describe("audit", () => {
  it("holds ids and no words", async () => {
    const words = "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%";
    const recorded = await note(office, head(), "2.4", words);
    const [entry] = await office.read((tx) =>
      rows<{ action: string; actor: string; subject_id: string; details: unknown }>(
        tx,
        sql`select action, actor, subject_id, details from audit_entry where action = 'note-submitted'`,
      ),
    );
    expect(entry).toMatchObject({
      action: "note-submitted",
      actor: head().appointmentId,
      subject_id: recorded.noteId,
    });
    const written = JSON.stringify(entry);
    for (const word of ["12/KH-UBND", "ban hanh", head().name, CULTURE]) expect(written).not.toContain(word);
  });
});

describe("a claim of completion", () => {
  it("waits for the leader where the consolidating unit claims, for the consolidator otherwise", async () => {
    expect(await note(office, head(), "2.3", "đã hoàn thành")).toMatchObject({
      claim: { confirmedBy: "leader", timeliness: "no_due_date" },
    });
    expect(await note(office, office.as("head", SERVICE_CENTRE), "1.3", "đã hoàn thành")).toMatchObject({
      claim: { confirmedBy: "consolidator" },
    });
  });

  it("of an overdue task is judged by the stated day", async () => {
    const recorded = await note(
      office,
      head(),
      "2.4",
      "da ban hanh ke hoach so 12/KH-UBND ngay 20/3, dat 100%",
    );
    expect(recorded).toMatchObject({
      understood: { state: "completed", percent: 100, documentReference: { number: "12/KH-UBND" } },
      claim: { completedOn: "2026-03-20", timeliness: "done_on_time", asksForDate: false },
    });
  });

  it("of an overdue task without a day is late by the note's day, and the day is asked for", async () => {
    expect(await note(office, head(), "2.4", "đã hoàn thành")).toMatchObject({
      claim: { completedOn: "2026-09-07", timeliness: "done_late", asksForDate: true },
    });
  });

  it("before the due date asks for nothing; on the last day it is on time, a day later not", async () => {
    const on = (at: string) => note(office, head(), "5.1", "đã hoàn thành", { at });
    expect(await on("2026-11-30T23:59:00+07:00")).toMatchObject({
      claim: { timeliness: "done_on_time", asksForDate: false },
    });
    expect(await on("2026-12-01T00:01:00+07:00")).toMatchObject({
      claim: { timeliness: "done_late", asksForDate: true },
    });
  });

  it("is replaced by a newer one", async () => {
    await note(office, head(), "2.4", "đã hoàn thành");
    await note(office, head(), "2.4", "đã hoàn thành ngày 20/3", { at: "2026-09-07T08:00:00+07:00" });
    expect(await claimsOf(office, "2.4")).toMatchObject([
      { state: "withdrawn", completed_on: "2026-09-07" },
      { state: "waiting", completed_on: "2026-03-20" },
    ]);
  });

  it("that waits is taken back by “chưa xong”, and stands after “không phát sinh”", async () => {
    await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    await note(office, head(), "2.4", "không phát sinh");
    expect(await claimsOf(office, "2.4")).toMatchObject([{ state: "waiting" }]);
    await note(office, head(), "2.4", "chưa xong, còn chờ chữ ký");
    expect(await claimsOf(office, "2.4")).toMatchObject([{ state: "withdrawn" }]);
  });

  it("comes only from a unit that leads: a coordinator's “đã xong” is a note", async () => {
    expect(await note(office, office.as("head", SERVICE_CENTRE), "2.4", "đã xong")).toMatchObject({
      understood: { state: "completed" },
      claim: null,
    });
    expect(await claimsOf(office, "2.4")).toEqual([]);
  });

  it("of a group-led task is each unit's own", async () => {
    const first = await note(office, head(), "1.1", "đã hoàn thành");
    const second = await note(office, office.as("head", SERVICE_CENTRE), "1.1", "đã hoàn thành", {
      at: "2026-09-07T08:00:00+07:00",
    });
    expect(first.claim?.id).not.toBe(second.claim?.id);
    await note(office, head(), "1.1", "chưa xong");
    expect((await claimsOf(office, "1.1")).map(({ state }) => state)).toEqual(["withdrawn", "waiting"]);
  });
});

describe("refused, with nothing changed", () => {
  const refused = async (run: () => Promise<unknown>) => {
    const before = await counted(office);
    const result = await run();
    expect(await counted(office)).toEqual(before);
    return result as Parameters<typeof refusalOf>[0];
  };

  it("a unit that has no part, and one that is only “có liên quan”", async () => {
    const economy = await office.link("head", ECONOMY);
    expect(refusalOf(await refused(() => runNote(office, economy, "4.3", "đã xong")))).toBe(
      "task_not_of_unit",
    );
    expect(refusalOf(await refused(() => runNote(office, head(), "2.2", "đã xong")))).toBe(
      "task_not_of_unit",
    );
  });

  it("a task of the unit of another post of the same person: which one is said", async () => {
    const elsewhere = await givePost(office, head(), "head", ECONOMY);
    expect(await refused(() => runNote(office, elsewhere, "3.5.b", "đã xong"))).toMatchObject({
      refusal: { code: "task_of_other_post", args: { number: "3.5.b", unit: CULTURE } },
    });
    expect(refusalOf(await refused(() => runNote(office, elsewhere, "4.3", "đã xong")))).toBe(
      "task_not_of_unit",
    );
  });

  it("another post that writes no notes helps nobody", async () => {
    const both = await givePost(office, office.as("consolidator"), "head", ECONOMY);
    expect(refusalOf(await refused(() => runNote(office, both, "3.5.b", "đã xong")))).toBe(
      "task_not_of_unit",
    );
  });

  it("a post that writes no notes, and whoever is no member", async () => {
    for (const role of ["consolidator", "leader", "admin"] as const)
      expect(refusalOf(await refused(() => runNote(office, office.as(role), "2.4", "đã xong")))).toBe(
        "not_allowed",
      );
    const input = { taskId: await taskIdOf(office, "2.4"), text: "đã xong", messageKey: null };
    expect(
      refusalOf(await refused(() => office.at(MONDAY).as("operator").run(submitProgressUpdate, input))),
    ).toBe("not_allowed");
  });

  it.each([
    ["nothing", "", "note_empty"],
    ["blanks and a null byte", " \n\u0000 ", "note_empty"],
    ["10,000 characters", "a".repeat(10_000), "note_too_long"],
    ["tomorrow", "đã xong ngày 08/09/2026", "date_in_future"],
    ["next year", "đã xong ngày 31/12/2027", "date_in_future"],
    ["a day that does not exist", "đã xong ngày 30/2", "date_invalid"],
  ])("%s", async (_name, text, code) => {
    expect(refusalOf(await refused(() => runNote(office, head(), "2.4", text)))).toBe(code);
  });

  it("a heading, a withdrawn task, a catalogue that is closed or has not begun", async () => {
    expect(refusalOf(await refused(() => runNote(office, head(), "3.5", "đã xong")))).toBe(
      "task_has_children",
    );
    expect(
      refusalOf(
        await refused(() => runNote(office, head(), "2.4", "đã xong", { at: "2027-01-01T08:00:00+07:00" })),
      ),
    ).toBe("catalogue_closed");
    await arrange(office, sql`update catalogue set scope_start_on = '2026-10-01'`);
    expect(refusalOf(await refused(() => runNote(office, head(), "2.4", "đã xong")))).toBe(
      "catalogue_closed",
    );
    await arrange(office, sql`update task set withdrawn_at = now() where number = '2.4'`);
    expect(refusalOf(await refused(() => runNote(office, head(), "2.4", "đã xong")))).toBe("task_withdrawn");
  });

  it("a task that is not there, of another office, and wrong input", async () => {
    const other = await sampleOffice(office.database, "le-chan");
    const run = (change: object) => {
      const input = { taskId: crypto.randomUUID(), text: "đã xong", messageKey: null, ...change };
      return refused(() => office.at(MONDAY).as(head()).run(submitProgressUpdate, input));
    };
    expect(refusalOf(await run({}))).toBe("task_not_found");
    const [foreign] = await other.read((tx) => rows<{ id: string }>(tx, sql`select id from task limit 1`));
    expect(refusalOf(await run({ taskId: foreign?.id }))).toBe("task_not_found");
    for (const change of [
      { taskId: "2.4" },
      { messageKey: "k".repeat(201) },
      { files: [{ sha256: "../../etc/passwd", kind: "x", size: 1, name: "x" }] },
    ])
      expect(refusalOf(await run(change))).toBe("request_invalid");
  });
});

describe("append-only", () => {
  it("words cannot be changed or deleted under the application's role", async () => {
    await note(office, head(), "2.3", "đang làm");
    for (const statement of [sql`update progress_update set text = 'khác'`, sql`delete from progress_update`])
      await expect(office.read((tx) => rows(tx, statement))).rejects.toThrow();
    expect(await counted(office)).toMatchObject({ notes: 1 });
  });
});

describe("“đã nhận”", () => {
  it("is said by a lead, once or twice", async () => {
    const input = { taskId: await taskIdOf(office, "2.4") };
    expect(await office.at(MONDAY).as(head()).do(acknowledgeTask, input)).toEqual({ number: "2.4" });
    await office.at(MONDAY).as(head()).do(acknowledgeTask, input);
    const seen = await office.read((tx) => rows(tx, sql`select appointment_id from task_acknowledgement`));
    expect(seen).toEqual([{ appointment_id: head().appointmentId }]);
  });

  it("is refused to others", async () => {
    const run = (who: Parameters<ReturnType<Office["at"]>["as"]>[0], taskId: string) =>
      office.at(MONDAY).as(who).run(acknowledgeTask, { taskId });
    const taskId = await taskIdOf(office, "2.4");
    expect(refusalOf(await run(office.as("head", SERVICE_CENTRE), taskId))).toBe("task_not_of_unit");
    expect(refusalOf(await run(office.as("leader"), taskId))).toBe("not_allowed");
    expect(refusalOf(await run("operator", taskId))).toBe("not_allowed");
    expect(refusalOf(await run(head(), "2.4"))).toBe("request_invalid");
    expect(refusalOf(await run(head(), await taskIdOf(office, "3.5")))).toBe("task_has_children");
  });
});

describe("a withdrawn note", () => {
  it("answers for nothing any more and its claim goes with it", async () => {
    const { noteId } = await note(office, head(), "2.4", "đã hoàn thành ngày 20/3");
    await office.at(MONDAY).as(head()).do(withdrawProgressUpdate, { noteId });
    expect(await claimsOf(office, "2.4")).toMatchObject([{ state: "withdrawn" }]);
  });
});
