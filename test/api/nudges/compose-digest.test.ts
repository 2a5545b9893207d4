import { describe, expect, test } from "vitest";
import { composeDigest } from "../../../api/nudges/compose-digest.ts";
import type { NudgeDecision } from "../../../api/nudges/nudge.ts";
import type { PlanningFacts } from "../../../api/nudges/planning-facts.ts";
import { translatorFor } from "../../../locales/translate.ts";
import {
  CULTURE,
  calendar,
  day,
  decide,
  ECONOMY,
  lead,
  office,
  policy,
  progress,
  round,
  task,
} from "./planning-story.ts";

const words = (facts: PlanningFacts, on: string, recipient = "head", locale: "vi" | "en" = "vi"): string => {
  const nudges = decide(facts, on).nudges.filter((nudge) => nudge.recipient.key === recipient);
  return said(nudges, facts, on, locale);
};
const said = (
  nudges: readonly NudgeDecision[],
  facts: PlanningFacts,
  on: string,
  locale: "vi" | "en" = "vi",
) => {
  const translate = translatorFor(locale);
  const names = new Map(facts.units.map(({ id, name }) => [id, name]));
  return composeDigest(nudges, names, { today: day(on), policy, calendar })
    .paragraphs.map((lines) => lines.map(({ key, args }) => translate(key, args)).join("\n"))
    .join("\n\n");
};

describe("the morning's digest", () => {
  test("of the last day of a round, with what is overdue and what is due", () => {
    const tasks = [task("2.4", "2026-09-11"), task("2.5", "2026-09-28"), task("1.1", null)];
    const facts = office({
      tasks,
      rounds: [round("2026-09-14")],
      progress: tasks.map(({ id }) => progress(id)),
    });
    expect(words(facts, "2026-09-14")).toBe(
      [
        "Kính gửi đồng chí thủ trưởng đơn vị · Phòng Văn hóa - Xã hội",
        "",
        "Hôm nay, thứ Hai 14/09/2026, là ngày cuối cùng để báo cáo lần 1. Đơn vị còn 3 mục chưa báo cáo: 2.4, 2.5, 1.1.",
        "",
        "QUÁ HẠN",
        "2.4  Việc 2.4 · hạn thứ Sáu 11/09/2026, quá 1 ngày làm việc",
        "",
        "SẮP ĐẾN HẠN",
        "2.5  Việc 2.5 · hạn thứ Hai 28/09/2026, còn 10 ngày làm việc",
        "",
        "Gõ số và nội dung; nếu không có gì mới: “2.4 không phát sinh”.",
      ].join("\n"),
    );
  });

  test("before and after the round's day", () => {
    const facts = office({ tasks: [task("1.1", null)], rounds: [round("2026-09-14")] });
    expect(words(facts, "2026-09-09")).toContain(
      "Báo cáo lần 1: chậm nhất thứ Hai 14/09/2026, còn 3 ngày làm việc.",
    );
    expect(words(facts, "2026-09-15")).toContain("đã quá hạn thứ Hai 14/09/2026, quá 1 ngày làm việc.");
    expect(words(facts, "2026-09-15", "head", "en")).toContain(
      "Your unit has 1 item without an answer: 1.1.",
    );
  });

  test("to consolidator and leader: which unit is late with what", () => {
    const tasks = [
      task("2.2", "2026-09-30", { assignments: [lead(ECONOMY)] }),
      task("2.4", "2026-09-30", { assignments: [lead(CULTURE)] }),
    ];
    const facts = office({ tasks, rounds: [round("2026-09-30")] });
    expect(words(facts, "2026-10-05", "consolidator")).toBe(
      [
        "Kính gửi đồng chí cán bộ tổng hợp",
        "",
        "Báo cáo lần 1: hạn thứ Tư 30/09/2026, quá 3 ngày làm việc",
        "— chưa báo cáo đủ: Phòng Kinh tế (còn 1 mục), Phòng Văn hóa - Xã hội (còn 1 mục)",
        "",
        "Phòng Kinh tế còn chậm:",
        "2.2  Việc 2.2 · hạn thứ Tư 30/09/2026, quá 3 ngày làm việc",
        "",
        "Phòng Văn hóa - Xã hội còn chậm:",
        "2.4  Việc 2.4 · hạn thứ Tư 30/09/2026, quá 3 ngày làm việc",
        "",
        "Gõ “nhiệm vụ” để xem tình hình.",
      ].join("\n"),
    );
  });

  test("what several units are late with alike is said once, with their names", () => {
    const both = [lead(ECONOMY), lead(CULTURE)];
    const facts = office({ tasks: [task("1.2", "2026-09-30", { assignments: both })], rounds: [] });
    expect(words(facts, "2026-10-05", "consolidator")).toBe(
      [
        "Kính gửi đồng chí cán bộ tổng hợp",
        "",
        "1.2  Việc 1.2 · hạn thứ Tư 30/09/2026, quá 3 ngày làm việc",
        "— còn chậm: Phòng Kinh tế, Phòng Văn hóa - Xã hội",
        "",
        "Gõ “nhiệm vụ” để xem tình hình.",
      ].join("\n"),
    );
  });

  test("what nobody acknowledged, with the document's number", () => {
    const facts = office({ tasks: [task("1.1", null)], progress: [] });
    expect(words(facts, "2026-09-09")).toContain(
      [
        "Đơn vị có 1 nhiệm vụ được giao theo văn bản 673/QĐ-UBND chưa xác nhận tiếp nhận: 1.1.",
        "Để xác nhận đã nhận nhiệm vụ: “1.1 đã nhận”.",
      ].join("\n"),
    );
  });

  test("a restricted document shows its number and no title", () => {
    const [catalogue] = office().catalogues;
    if (catalogue === undefined) throw new Error("no catalogue");
    const text = words(office({ catalogues: [{ ...catalogue, restricted: true }] }), "2026-09-30");
    expect(text).toContain("2.4  673/QĐ-UBND · hạn");
    expect(text).not.toContain("Việc");
    const unnumbered = { ...catalogue, restricted: true, documentNumber: null };
    expect(words(office({ catalogues: [unnumbered] }), "2026-09-30")).not.toContain("Việc");
  });

  test.each(["vi", "en"] as const)(
    "a hundred overdue tasks fit one page in %s, the rest is counted",
    (locale) => {
      const tasks = Array.from({ length: 100 }, (_, at) =>
        task(`${at + 1}`, "2026-09-30", {
          shortTitle: "Một tên ngắn vừa đúng tám mươi chữ để xem trang có còn đủ chỗ cho mọi người đọc!",
        }),
      );
      const facts = office({ tasks, rounds: [round("2026-09-30")], progress: [] });
      for (const recipient of ["head", "consolidator"]) {
        const text = words(facts, "2026-10-05", recipient, locale);
        expect(text.length).toBeLessThanOrEqual(2_000);
        expect(text).toMatch(/(và \d+ việc khác, gõ|and \d+ more, type) “nhiệm vụ”/);
      }
      expect(words(facts, "2026-10-05", "head", locale)).toMatch(/và 85 mục khác|and 85 more/);
    },
  );

  test("nobody's digest is still a message", () => {
    expect(said([], office(), "2026-09-30")).toBe(
      "Kính gửi đồng chí thủ trưởng đơn vị\n\nGõ “nhiệm vụ” để xem tình hình.",
    );
  });

  test("a button opens the list; a number would answer what was asked last", () => {
    const { choices } = composeDigest([], new Map(), { today: day("2026-09-30"), policy, calendar });
    expect(choices).toEqual([
      [{ label: { key: "nudge-open-list" }, data: "command nhiemvu", shown: "with-buttons" }],
    ]);
  });
});
