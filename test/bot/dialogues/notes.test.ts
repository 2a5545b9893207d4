import { describe, expect, it, test } from "vitest";
import type { RecordedNote } from "../../../api/progress/recorded-note.ts";
import { understandNote } from "../../../api/progress/understand-note.ts";
import { localDate, localTime } from "../../../api/shared/local-date.ts";
import type { Button } from "../../../bot/dialogues/button.ts";
import type { Event, Step } from "../../../bot/dialogues/dialogue.ts";
import { type NotesState, notesDialogue } from "../../../bot/dialogues/notes.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import { contextOf, resulted, SOME_ID, typed, UNIT, wordsOf } from "../../support/talk-context.ts";

const head = contextOf("head");
const TASK = "0190a000-0000-7000-8000-000000000005";
const about = { kind: "task", taskId: TASK, unitId: UNIT.id } as const;
const pressed = (...button: Button): Event => ({ kind: "input", input: { kind: "button", button } });
const file = { sha256: "a".repeat(64), kind: "image/png", size: 9, name: "anh.png" };
const sent = (caption: string, to: typeof about | null = null): Event => ({
  kind: "input",
  input: { kind: "file", file, caption, about: to },
});
const answering = (text: string): Event => ({ kind: "input", input: { kind: "text", text, about } });

const step = (state: NotesState | null, event: Event): Step<NotesState> => notesDialogue(head, state, event);
const submitted = (text: string, files: readonly (typeof file)[] = []) => ({
  name: "submit-progress-update",
  input: { taskId: TASK, text, messageKey: "m1", files },
});
const corrected = (text: string) => ({
  name: "correct-progress-update",
  input: { noteId: SOME_ID, text, messageKey: "m1" },
});
const words: NotesState = { at: "awaiting-words", taskId: TASK, number: "2.4" };
const date: NotesState = { at: "awaiting-date", noteId: SOME_ID, text: "đã hoàn thành" };
const card: NotesState = { at: "asking-card", taskId: TASK, text: "cảm ơn", files: [] };

const recorded = (text: string, asksForDate = false): RecordedNote => ({
  noteId: SOME_ID,
  task: { id: TASK, number: "2.4", title: "Ban hành kế hoạch" },
  unitId: UNIT.id,
  understood: understandNote(text, { today: head.today, taskNumber: "2.4" }),
  corrected: false,
  files: [],
  standsSince: null,
  claim: asksForDate
    ? {
        id: SOME_ID,
        completedOn: localDate("2026-09-07"),
        timeliness: "done_late",
        confirmedBy: "leader",
        asksForDate,
      }
    : null,
});

describe("what is called", () => {
  it.each([
    ["an answer to a card", null, answering("đang làm"), submitted("đang làm")],
    ["words that were awaited", words, typed("đang làm"), submitted("đang làm")],
    [
      "a number in spite of awaited words",
      words,
      typed("3.1 đang làm"),
      { name: "show-task", input: { number: "3.1" } },
    ],
    ["“không phát sinh” by button", null, pressed("nothing-new", TASK), submitted("Không phát sinh")],
    ["“đã nhận”", null, pressed("task-seen", TASK), { name: "acknowledge-task", input: { taskId: TASK } }],
    ["to write by button", null, pressed("task-note", TASK), { name: "show-task", input: { taskId: TASK } }],
    [
      "to withdraw",
      null,
      pressed("note-withdraw", SOME_ID),
      { name: "withdraw-progress-update", input: { noteId: SOME_ID } },
    ],
    [
      "new words",
      { at: "awaiting-correction", noteId: SOME_ID },
      typed("2.4 đạt 90%"),
      corrected("2.4 đạt 90%"),
    ],
    ["a bare day", date, typed("20/3"), corrected("đã hoàn thành, xong ngày 20/3")],
    ["“ngày 20/3/2026.”", date, typed("ngày 20/3/2026."), corrected("đã hoàn thành, xong ngày 20/3/2026")],
    ["a day in words", date, typed("xong từ ngày 20/3"), corrected("đã hoàn thành, xong từ ngày 20/3")],
    ["yes", card, pressed("answer", "yes"), submitted("cảm ơn")],
    ["a file with its number", null, sent("2.4 ảnh"), { name: "show-task", input: { number: "2.4" } }],
    ["a file to a card", null, sent("ảnh hội nghị", about), submitted("ảnh hội nghị", [file])],
    ["a file without words", words, sent(""), submitted("", [file])],
  ] as const)("%s", (_name, state, event, call) => {
    expect(step(state, event).call).toEqual(call);
  });

  it.each([
    ["words of no task", null, typed("đang làm"), "Nội dung này thuộc nhiệm vụ nào"],
    ["a file of no task", null, sent("ảnh"), "Tệp này minh chứng cho nhiệm vụ nào"],
    ["no", card, pressed("answer", "no"), "Không ghi"],
    ["an old answer", null, pressed("answer", "yes"), "không còn dùng được"],
    ["a button of elsewhere", null, pressed("cancel"), "không còn dùng được"],
    ["to correct", null, pressed("note-correct", SOME_ID), "nội dung thay thế"],
    ["no day at all", date, typed("để xem lại"), "thuộc nhiệm vụ nào"],
  ] as const)("%s is answered", (_name, state, event, said) => {
    const answered = step(state, event);
    expect(answered.call).toBeUndefined();
    expect(wordsOf(answered)).toContain(said);
  });

  it("commands are not heard here", () => {
    expect(step(null, { kind: "input", input: { kind: "command", command: "nhiemvu", rest: "" } })).toEqual({
      state: null,
    });
  });
});

describe("what comes back", () => {
  it("a note is echoed, becomes the card and what can be undone", () => {
    const begun = step(null, answering("đang làm"));
    const echoed = step(begun.state, resulted("submit-progress-update", recorded("đang làm")));
    expect(echoed).toMatchObject({
      state: null,
      card: { taskId: TASK, number: "2.4" },
      undo: { noteId: SOME_ID },
    });
    expect(wordsOf(echoed)).toContain("Đã ghi 2.4");
  });

  it("an overdue one without a day asks for it", () => {
    const begun = step(null, answering("đã hoàn thành"));
    const echoed = step(begun.state, resulted("submit-progress-update", recorded("đã hoàn thành", true)));
    expect(echoed.state).toEqual(date);
    expect(wordsOf(echoed)).toContain("hoàn thành ngày nào");
  });

  it("a refusal is said, alone or beside what was recorded", () => {
    const refused: Event = {
      kind: "result",
      name: "show-task",
      result: { ok: false, refusal: { code: "task_not_found", args: { number: "9.9" } } },
    };
    const begun = step(null, typed("9.9 xong"));
    expect(wordsOf(step(begun.state, refused))).toContain("9.9");
    expect(wordsOf(step(null, refused))).toContain("9.9");
    const two = step(null, typed("9.9 xong\n2.4 đang làm"));
    const next = step(two.state, refused);
    expect(next.call).toEqual({ name: "show-task", input: { number: "2.4" } });
  });

  it("several in two catalogues are asked about; acknowledged and withdrawn are said", () => {
    const begun = step(null, typed("2.4 xong"));
    const candidates = [
      { taskId: TASK, title: "a", document: "b" },
      { taskId: SOME_ID, title: "c", document: "d" },
    ];
    expect(wordsOf(step(begun.state, resulted("show-task", { kind: "several", candidates })))).toContain(
      "2.4",
    );
    expect(wordsOf(step(null, resulted("acknowledge-task", { number: "2.4" })))).toContain("2.4");
    const value = { noteId: SOME_ID, task: { id: TASK, number: "2.4", title: "x" }, text: "nhầm" };
    expect(step(null, resulted("withdraw-progress-update", value)).undo).toBeNull();
    expect(
      wordsOf(step(null, resulted("correct-progress-update", { ...recorded("đạt 9%"), corrected: true }))),
    ).toContain("Đã sửa 2.4");
    expect(step(null, resulted("list-documents", []))).toEqual({ state: null });
    expect(step(begun.state, resulted("list-documents", []))).toEqual({ state: null });
  });

  it("two tasks on one line are looked up first, and keep the file that came with them", () => {
    const asked = step(null, sent("2.4 đã họp và 3.1 đang làm"));
    expect(asked.call).toEqual({ name: "read-message", input: { text: "2.4 đã họp và 3.1 đang làm" } });
    const read = { lines: [{ number: "2.4", text: "đã họp và 3.1 đang làm" }] };
    const begun = step(asked.state, resulted("read-message", read));
    expect(begun.call).toEqual({ name: "show-task", input: { number: "2.4" } });
    expect(begun.state).toMatchObject({ files: [file], current: read.lines[0] });
    expect(step(null, typed("2.4 đã họp và 3.1 đang làm")).state).toEqual({ at: "reading", files: [] });
  });

  it("words that stood already are said to, and are what can be undone", () => {
    const begun = step(null, answering("đang làm"));
    const stood = { ...recorded("đang làm"), standsSince: localTime("08:15") };
    const echoed = step(begun.state, resulted("submit-progress-update", stood));
    expect(echoed).toMatchObject({ state: null, card: { taskId: TASK }, undo: { noteId: SOME_ID } });
    expect(wordsOf(echoed)).toContain("đã được ghi lúc 08:15 hôm nay, không ghi thêm lần nữa");
    expect(wordsOf(echoed)).not.toContain("Đã ghi 2.4");
  });

  it("more than forty lines are not all taken, and that is said", () => {
    const lines = Array.from({ length: 45 }, (_, at) => `2.${at + 1} đang làm`).join("\n");
    const begun = step(null, typed(lines));
    expect(begun.state).toMatchObject({ at: "recording", refused: [{ key: "notes-too-many" }] });
  });
});

test("the whole talk: a note, the day that was asked for, a correction by number, a withdrawal", async () => {
  const office = await haiAn(await freshDatabase());
  const chat = chatOf(office.database, office.as("head"));
  expect((await chat.say("2.4"))[0]).toContain("Chính quyền thân thiện");
  expect((await chat.say("đã hoàn thành"))[0]).toContain("thực tế hoàn thành ngày nào");
  expect((await chat.say("xong từ ngày 20/3"))[0]).toContain("Hoàn thành ngày 20/03/2026 (đúng hạn)");
  expect((await chat.say("sửa đã hoàn thành ngày 21/3"))[0]).toContain("21/03/2026");
  expect((await chat.say("sửa 2.3 đạt 40%"))[0]).toContain("Đã ghi 2.3");
  expect((await chat.say("thu hồi"))[0]).toContain("Đã thu hồi");
  expect((await chat.say("3.1 đang làm\n9.9 xong\n4.8 không phát sinh"))[0]).toContain("Đã ghi 2 nội dung");
});
