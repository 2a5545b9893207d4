import { describe, expect, it, test } from "vitest";
import type { TaskItem, TaskList } from "../../../api/overviews/task-list.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import type { Button } from "../../../bot/dialogues/button.ts";
import type { Command, Event } from "../../../bot/dialogues/dialogue.ts";
import { type TasksState, tasksDialogue, tasksStateSchema } from "../../../bot/dialogues/tasks.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import {
  contextOf,
  OTHER_UNIT,
  resulted,
  SOME_ID,
  typed,
  UNIT,
  wordsOf,
} from "../../support/talk-context.ts";

const asked = (rest: string, command: Command = "nhiemvu"): Event => ({
  kind: "input",
  input: { kind: "command", command, rest },
});
const pressed = (...button: Button): Event => ({ kind: "input", input: { kind: "button", button } });
const refused: Event = {
  kind: "result",
  name: "list-tasks",
  result: { ok: false, refusal: { code: "unit_required", args: {} } },
};

const listing = (change: Partial<TasksState> = {}): TasksState => ({
  filter: "all",
  page: 1,
  overseer: false,
  unitId: null,
  keyword: null,
  ...change,
});
const input = (change: object = {}) => ({
  filter: "all",
  keyword: null,
  unitId: null,
  unitName: null,
  ...change,
});

const item = (at: number): TaskItem => ({
  taskId: `0190a000-0000-7000-8000-${String(at).padStart(12, "0")}`,
  number: `2.${at}`,
  title: `Nhiệm vụ ${at}`,
  role: "lead",
  dueOn: localDate("2026-12-31"),
  phrase: "Năm 2026",
  hasLadder: false,
  status: { done: false, class: "open_in_time", overlays: [], workingDaysLeft: 83, by: "as_written" },
  parts: null,
  lastNote: null,
  owedInRound: false,
});
const list = (items: number, change: Partial<TaskList> = {}): TaskList => ({
  unit: UNIT,
  organization: "Ủy ban nhân dân phường Hải An",
  today: localDate("2026-09-07"),
  filter: "all",
  keyword: null,
  counts: { lead: items, overdue: 0, dueThisMonth: 0, coordinating: 0, undetermined: 0 },
  round: null,
  items: Array.from({ length: items }, (_, at) => item(at + 1)),
  nothingBecause: null,
  ...change,
});

describe("what is asked for", () => {
  it.each([
    ["", "list-tasks", input()],
    ["quá hạn", "list-tasks", input({ filter: "overdue" })],
    ["tre han", "list-tasks", input({ filter: "overdue" })],
    ["sắp đến hạn", "list-tasks", input({ filter: "due_soon" })],
    ["thường xuyên", "list-tasks", input({ filter: "continuous" })],
    ["phối hợp", "list-tasks", input({ filter: "coordinating" })],
    ["có liên quan", "list-tasks", input({ filter: "undetermined" })],
    ["tất cả", "list-tasks", input()],
    ["dân chủ", "list-tasks", input({ keyword: "dân chủ" })],
    ["x".repeat(10_000), "list-tasks", input({ keyword: "x".repeat(200) })],
    ["2.4", "show-task", { number: "2.4" }],
    ["3.5a", "show-task", { number: "3.5.a" }],
    ["12", "show-task", { number: "12" }],
  ])("a head's %j", (words, name, expected) => {
    expect(tasksDialogue(contextOf("head"), null, asked(words)).call).toEqual({ name, input: expected });
    expect(tasksDialogue(contextOf("head"), null, typed(words)).call).toEqual({ name, input: expected });
  });

  it.each([
    ["", "count-units", {}],
    ["quá hạn", "count-units", {}],
    ["Phòng Kinh tế", "list-tasks", input({ unitName: "Phòng Kinh tế" })],
    ["2.4", "show-task", { number: "2.4" }],
  ])("a leader's %j", (words, name, expected) => {
    expect(tasksDialogue(contextOf("leader"), null, asked(words)).call).toEqual({ name, input: expected });
  });

  it("no half of an emoji is left of long words", () => {
    const step = tasksDialogue(contextOf("head"), null, asked(`${"x".repeat(199)}😀`));
    expect(step.state?.keyword).toBe(`${"x".repeat(199)}\ufffd`);
  });

  it("buttons: a task, a unit, a page, a filter", () => {
    const step = (role: "head" | "leader", state: TasksState | null, ...button: Button) =>
      tasksDialogue(contextOf(role), state, pressed(...button));
    expect(step("head", null, "task", SOME_ID).call).toEqual({
      name: "show-task",
      input: { taskId: SOME_ID },
    });
    expect(step("leader", null, "unit-tasks", UNIT.id).call).toEqual({
      name: "list-tasks",
      input: input({ unitId: UNIT.id }),
    });
    expect(step("head", null, "tasks", "overdue", 2)).toMatchObject({
      state: { filter: "overdue", page: 2 },
      call: { input: input({ filter: "overdue" }) },
    });
    const other = listing({ overseer: true, unitId: OTHER_UNIT.id });
    expect(step("leader", other, "tasks", "uall", 2).call).toEqual({
      name: "list-tasks",
      input: input({ unitId: OTHER_UNIT.id }),
    });
    expect(step("head", listing({ keyword: "dân chủ" }), "tasks", "kall", 2)).toMatchObject({
      state: { page: 2 },
      call: { input: input({ keyword: "dân chủ" }) },
    });
    expect(step("head", listing({ keyword: "dân chủ" }), "tasks", "all", 1).call).toEqual({
      name: "list-tasks",
      input: input(),
    });
  });

  it("buttons of old messages and of other dialogues change nothing", () => {
    for (const [state, button] of [
      [null, ["tasks", "kall", 2]],
      [null, ["tasks", "nothing", 1]],
      [null, ["tasks", "xall", 1]],
      [null, ["answer", "yes"]],
    ] as const) {
      const step = tasksDialogue(contextOf("head"), state, pressed(...button));
      expect(step.call).toBeUndefined();
      expect(wordsOf(step)).toContain("không còn dùng được");
    }
    const edited: Event = { kind: "input", input: { kind: "edited", messageKey: "m", text: "x" } };
    expect(tasksDialogue(contextOf("head"), null, edited)).toEqual({ state: null });
  });
});

describe("what is shown", () => {
  it.each([
    ["a head's first page", listing(), list(17), null, "tasks all 2"],
    ["a head's last page", listing({ page: 3 }), list(17), null, null],
    ["a page that is gone", listing({ page: 9 }), list(8), null, null],
    ["without a state", null, list(8), null, "tasks all 2"],
    [
      "an overseer's",
      listing({ overseer: true }),
      list(8),
      listing({ overseer: true, unitId: UNIT.id }),
      "tasks uall 2",
    ],
    [
      "a keyword's",
      listing({ keyword: "x" }),
      list(8, { keyword: "x" }),
      listing({ keyword: "x" }),
      "tasks kall 2",
    ],
    ["nothing", listing(), list(0, { nothingBecause: "no_catalogue" }), null, null],
  ])("%s", (_name, state, value, kept, next) => {
    const step = tasksDialogue(contextOf("head"), state, resulted("list-tasks", value));
    expect({ state: step.state, next: step.next, card: step.card }).toEqual({
      state: kept,
      next,
      card: null,
    });
    expect(wordsOf(step)).not.toBe("");
  });

  it("refusals are said; results of other calls are not ours", () => {
    expect(wordsOf(tasksDialogue(contextOf("head"), null, refused))).not.toBe("");
    expect(tasksDialogue(contextOf("head"), null, resulted("list-documents", []))).toEqual({ state: null });
  });

  it("a number of two catalogues is asked about", () => {
    const candidates = [1, 2].map((at) => ({
      taskId: item(at).taskId,
      title: `Việc ${at}`,
      document: `${at}/KH`,
    }));
    const step = tasksDialogue(
      contextOf("head"),
      null,
      resulted("show-task", { kind: "several", candidates }),
    );
    expect(wordsOf(step)).toContain("1. Việc 1 (1/KH)");
  });

  it("a state that an older program stored is read", () => {
    expect(tasksStateSchema.safeParse({ filter: "all", page: 1, overseer: true, unitId: null }).data).toEqual(
      listing({ overseer: true }),
    );
  });
});

test("a keyword's next page is another page of what was found", async () => {
  const office = await haiAn(await freshDatabase());
  const chat = chatOf(office.database, office.as("head"));
  const pageOf = (said: readonly string[]) => /Trang (\d)\/(\d)/.exec(said.join("\n"))?.slice(1).join("/");
  await chat.say("/nhiemvu");
  expect(pageOf(await chat.say("tiếp"))).toBe("2/3");
  const found = pageOf(await chat.say("/nhiemvu ch")) ?? "";
  expect(found).toMatch(/^1\/[2-9]$/);
  expect(found).not.toBe("1/3");
  expect(pageOf(await chat.say("tiếp"))).toBe(found.replace("1/", "2/"));
});
