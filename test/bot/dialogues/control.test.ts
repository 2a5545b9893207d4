import { describe, expect, it } from "vitest";
import { controlDialogue } from "../../../bot/dialogues/control.ts";
import { correctionsDialogue } from "../../../bot/dialogues/corrections.ts";
import type { Command, Event } from "../../../bot/dialogues/dialogue.ts";
import { lookupsDialogue } from "../../../bot/dialogues/lookups.ts";
import { notesDialogue } from "../../../bot/dialogues/notes.ts";
import { contextOf, resulted, SOME_ID, typed, wordsOf } from "../../support/talk-context.ts";

const head = contextOf("head");
const undo = { kind: "note", noteId: SOME_ID, number: "2.4" } as const;
const said = (command: Command, rest = ""): Event => ({
  kind: "input",
  input: { kind: "command", command, rest },
});
const refused = (
  name: "withdraw-progress-update" | "correct-progress-update" | "correct-message" | "search-tasks",
): Event => ({
  kind: "result",
  name,
  result: { ok: false, refusal: { code: "note_locked", args: {} } },
});

describe("help, cancel, undo", () => {
  it.each([
    ["trogiup", head, "Đôn Đốc"],
    ["start", head, "Đôn Đốc"],
    ["huy", head, "Không có"],
    ["huy", { ...head, talking: true }, "Đã"],
    ["hoantac", head, "hoàn tác"],
  ] as const)("/%s", (command, context, words) => {
    const step = controlDialogue(context, null, said(command));
    expect(step.state).toBeNull();
    expect(step.call).toBeUndefined();
    expect(wordsOf(step).toLowerCase()).toContain(words.toLowerCase());
  });

  it("a command that is none of ours is named before the help", () => {
    const words = wordsOf(controlDialogue(head, null, said("trogiup", "/tonghop")));
    expect(words).toMatch(/^Không có lệnh \/tonghop\./);
    expect(words).toContain("nhiệm vụ –");
    expect(wordsOf(controlDialogue(head, null, said("trogiup", "nhiệm vụ")))).toMatch(/^Trợ giúp/);
  });

  it("/huy closes the card; /hoantac takes the last note back", () => {
    expect(controlDialogue(head, null, said("huy")).card).toBeNull();
    expect(controlDialogue({ ...head, undo }, null, said("hoantac")).call).toEqual({
      name: "withdraw-progress-update",
      input: { noteId: SOME_ID },
    });
    const value = { noteId: SOME_ID, task: { id: SOME_ID, number: "2.4", title: "x" }, text: "nhầm" };
    const taken = controlDialogue(head, null, resulted("withdraw-progress-update", value));
    expect(taken.undo).toBeNull();
    expect(wordsOf(taken)).toContain("nhầm");
    expect(wordsOf(controlDialogue(head, null, refused("withdraw-progress-update")))).not.toBe("");
    expect(controlDialogue(head, null, resulted("list-documents", []))).toEqual({ state: null });
  });

  it("never silence: unknown words and old buttons are answered", () => {
    for (const role of ["head", "admin"] as const)
      expect(wordsOf(controlDialogue(contextOf(role), null, typed("abc")))).not.toBe("");
    const press = (data: "cancel" | "answer"): Event => ({
      kind: "input",
      input: { kind: "button", button: data === "cancel" ? ["cancel"] : ["answer", "x"] },
    });
    expect(wordsOf(controlDialogue(head, null, press("answer")))).toContain("không còn dùng được");
    expect(wordsOf(controlDialogue(head, null, press("cancel")))).not.toBe("");
  });
});

describe("“sửa …”", () => {
  it("corrects the last note, and says so where there is none", () => {
    expect(correctionsDialogue({ ...head, undo }, null, typed("đạt 90%")).call).toEqual({
      name: "correct-progress-update",
      input: { noteId: SOME_ID, text: "đạt 90%", messageKey: "m1" },
    });
    expect(wordsOf(correctionsDialogue(head, null, typed("đạt 90%")))).toContain("Chưa có nội dung");
    expect(wordsOf(correctionsDialogue(head, null, refused("correct-progress-update")))).not.toBe("");
    expect(correctionsDialogue(head, null, resulted("list-documents", []))).toEqual({ state: null });
  });
});

describe("an edited message", () => {
  const edited: Event = { kind: "input", input: { kind: "edited", messageKey: "m9", text: "2.4 xong" } };
  const nothing = { corrected: [], refused: [], kept: [], unmatched: [], hadNotes: false };
  const step = (outcome: object) =>
    notesDialogue(head, null, resulted("correct-message", { ...nothing, ...outcome }));

  it("corrects its notes; one without any is said to change nothing", () => {
    expect(notesDialogue(head, null, edited).call).toEqual({
      name: "correct-message",
      input: { messageKey: "m9", text: "2.4 xong" },
    });
    expect(wordsOf(step({}))).toContain("không ghi tiến độ nào");
    expect(wordsOf(step({ hadNotes: true }))).toContain("không thay đổi");
    const locked = step({ hadNotes: true, refused: [{ code: "note_locked", args: {} }] });
    expect(wordsOf(locked)).not.toBe("");
    expect(locked.undo).toBeUndefined();
    expect(wordsOf(notesDialogue(head, null, refused("correct-message")))).not.toBe("");
  });

  it("a mended number is recorded as a new line; the note whose line is gone stands, and that is said", () => {
    const noteId = "0190a000-0000-7000-8000-000000000001";
    const moved = step({
      hadNotes: true,
      kept: [{ noteId, number: "2.5" }],
      unmatched: [{ number: "2.4", text: "đang lấy ý kiến" }],
    });
    expect(moved.call).toEqual({ name: "show-task", input: { number: "2.4" } });
    expect(wordsOf(moved)).toContain("2.5 vẫn giữ nguyên");
  });
});

describe("look-ups", () => {
  it("ask at once and keep nothing", () => {
    expect(lookupsDialogue(head, null, said("lich")).call).toEqual({ name: "list-due-dates", input: {} });
    expect(lookupsDialogue(head, null, said("vanban")).call).toEqual({ name: "list-documents", input: {} });
    expect(lookupsDialogue(head, null, said("tim", "dân chủ")).call).toEqual({
      name: "search-tasks",
      input: { query: "dân chủ" },
    });
    expect(lookupsDialogue(head, null, typed("x"))).toEqual({ state: null });
    expect(wordsOf(lookupsDialogue(head, null, resulted("list-documents", [])))).not.toBe("");
    expect(
      wordsOf(lookupsDialogue(head, null, resulted("search-tasks", { query: "x", tasks: [] }))),
    ).not.toBe("");
    expect(wordsOf(lookupsDialogue(head, null, refused("search-tasks")))).not.toBe("");
    expect(lookupsDialogue(head, null, resulted("list-claims", []))).toEqual({ state: null });
  });
});
