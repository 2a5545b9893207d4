import { describe, expect, it } from "vitest";
import type { Doubt } from "../../../api/imports/draft.ts";
import type { ShownImport } from "../../../api/imports/show-import.ts";
import { interpretDoubtAnswer } from "../../../bot/dialogues/interpret-doubt-answer.ts";
import { readTask, sampleReading } from "../../support/sample-reading.ts";

const reading = sampleReading((read) => ({ tasks: [...read.tasks, readTask("1.3", "Việc thứ ba.")] }));
const shown: ShownImport = {
  importId: "0190a000-0000-7000-8000-000000000009",
  revision: 1,
  state: "open",
  fileName: "a.docx",
  format: "docx",
  lines: [],
  read: reading,
  draft: {
    reading,
    restricted: false,
    taskIndexes: [0, 1, 2],
    roundIndexes: [0],
    decided: new Set(),
    doubts: [],
  },
  findings: [],
  restAccepted: false,
  office: [
    { kind: "unit", name: "Văn phòng Hội đồng nhân dân", spellings: ["Văn phòng Hội đồng nhân dân", "VP"] },
    { kind: "unit", name: "Văn phòng Đảng ủy", spellings: ["Văn phòng Đảng ủy"] },
  ],
  amendable: [],
  amends: null,
  comparison: null,
  catalogueId: null,
};
const doubtOf = (key: string, about: Doubt["about"], blocking = false): Doubt => ({
  key,
  about,
  number: null,
  confidence: 0.5,
  lines: null,
  warnings: [],
  blocking,
});
const LEAD = doubtOf("task.0.lead_units", { on: "task", index: 0, field: "lead_units" });
const TITLE = doubtOf("task.0.title", { on: "task", index: 0, field: "title" });
const KIND = doubtOf("document.kind", { on: "document", field: "kind" });
const START = doubtOf("document.scope_start_on", { on: "document", field: "scope_start_on" }, true);
const REMARK = doubtOf("warning.0", { on: "warning", index: 0 });

/** "kind value", or the key of what is asked instead. */
const heard = (text: string, doubt: Doubt): string => {
  const answer = interpretDoubtAnswer(text, shown, doubt);
  if (answer.kind === "unclear") return answer.problem.key;
  if (answer.kind === "new-units") return `new: ${answer.names.join(", ")}`;
  return answer.kind === "value" ? `= ${answer.value}` : answer.kind;
};

describe("an answer to a doubtful place", () => {
  it.each([
    ["đúng", "right"],
    ["Đúng rồi ạ.", "right"],
    ["dung", "right"],
    ["vâng", "right"],
    ["ok", "right"],
    ["dừng", "stop"],
    ["Dừng lại nhé", "stop"],
    ["thôi", "stop"],
    ["bỏ qua", "later"],
    ["để sau", "later"],
    ["không", "doubt-type-right"],
    ["chưa đúng", "doubt-type-right"],
    ["  ", "please-write"],
    ["không có", "= "],
    ["VP", "= VP"],
    ["phòng vhxh; VP", "= phòng vhxh; VP"],
    ["Văn phòng", "doubt-unit-ambiguous"],
    ["VP; Tổ công tác 5", "new: Tổ công tác 5"],
  ])("of units: %s", (text, meant) => {
    expect(heard(text, LEAD)).toBe(meant);
    expect(heard(text.normalize("NFD"), LEAD).normalize("NFC")).toBe(meant);
  });

  it.each([
    ["Dừng các hoạt động không cần thiết.", "= Dừng các hoạt động không cần thiết."],
    ["Đúng hạn báo cáo kết quả.", "= Đúng hạn báo cáo kết quả."],
    ["Không để phát sinh điểm nóng.", "= Không để phát sinh điểm nóng."],
  ])("of a task's words, which may begin alike: %s", (text, meant) => {
    expect(heard(text, TITLE)).toBe(meant);
  });

  it("of the kind of document takes its name alone", () => {
    expect(heard("Kế hoạch", KIND)).toBe("= ke_hoach");
    expect(heard("cong van", KIND)).toBe("= cong_van");
    expect(heard("nghị quyết", KIND)).toBe("doubt-kind-unclear");
  });

  it("cannot wave through what has to be filled in, and fills nothing where there is nothing", () => {
    expect(heard("đúng", START)).toBe("doubt-must");
    expect(heard("1/1/2026", START)).toBe("= 1/1/2026");
    expect(heard("đã xem", REMARK)).toBe("right");
    expect(heard("đúng", REMARK)).toBe("right");
    expect(heard("Phòng Kinh tế", REMARK)).toBe("doubt-remark-only");
  });

  it("of any length is understood at once", () => {
    expect(heard("a ; ".repeat(5_000), LEAD)).toBe("new: a");
  });
});
