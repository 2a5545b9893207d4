import { expect, test } from "vitest";
import { composeSummary } from "../../../api/group-chats/compose-summary.ts";
import type { DueTask, WeekSummary } from "../../../api/group-chats/group-chat.ts";
import { summariseWeek } from "../../../api/group-chats/summarise-week.ts";
import type { PlanningFacts } from "../../../api/nudges/planning-facts.ts";
import { policySchema } from "../../../api/organizations/organization.ts";
import { renderText } from "../../../bot/messages/render-text.ts";
import { placedTranslatorFor } from "../../../locales/translate.ts";
import {
  CULTURE,
  calendar,
  day,
  ECONOMY,
  FRONT,
  lead,
  office,
  progress,
  round,
  task,
} from "../nudges/planning-story.ts";

/** Monday 07/09/2026, unless the story says otherwise. */
const weekOf = (facts: PlanningFacts, today = "2026-09-07"): WeekSummary =>
  summariseWeek(facts, "Ủy ban nhân dân phường Hải An", day(today), calendar);
const words = (week: WeekSummary): string =>
  renderText(composeSummary(week), placedTranslatorFor("vi"), { buttons: false }).text;
const claim = (state: "waiting" | "confirmed") => ({ claim: { state, claimedOn: day("2026-09-01") } });

test("a task is done when every lead's claim is confirmed, and overdue while one lead has claimed nothing", () => {
  const both = { assignments: [lead(CULTURE), lead(ECONOMY)] };
  const tasks = [
    task("1.1", "2026-03-31", both),
    task("1.2", "2026-03-31", both),
    task("1.3", "2026-03-31", both),
    task("1.4", "2026-03-31", { assignments: [lead(FRONT)] }),
    task("1.5", null, { assignments: [] }),
  ];
  const week = weekOf(
    office({
      tasks,
      progress: [
        progress("task-1.1", claim("confirmed")),
        progress("task-1.1", claim("confirmed"), ECONOMY),
        // Confirmed for one, waiting for the other: neither done nor late.
        progress("task-1.2", claim("confirmed")),
        progress("task-1.2", claim("waiting"), ECONOMY),
        progress("task-1.3", claim("confirmed")),
      ],
    }),
  );
  expect(week).toMatchObject({ followed: 5, done: 1, overdue: 1 });
  expect(words(week)).toContain("Đang theo dõi 5 nhiệm vụ: 1 đã hoàn thành, 1 quá hạn.");
});

test("due this week: from today to Sunday, what is not reported and has a day anybody plans by", () => {
  const tasks = [
    task("1.1", "2026-09-13"),
    task("1.2", "2026-09-07"),
    task("1.3", "2026-09-14"),
    task("1.4", "2026-09-06"),
    task("1.5", "2026-09-09"),
    task("1.6", "2026-09-10", { hasLadder: false }),
    task("1.7", "2026-09-11", { assignments: [] }),
  ];
  const week = weekOf(office({ tasks, progress: [progress("task-1.5", claim("waiting"))] }));
  expect(week.due.map(({ number, dueOn }) => `${number} ${dueOn}`)).toEqual([
    "1.2 2026-09-07",
    "1.7 2026-09-11",
    "1.1 2026-09-13",
  ]);
  expect(words(week)).toContain(
    [
      "ĐẾN HẠN TRONG TUẦN",
      "1.2  Việc 1.2",
      "     Phòng Văn hóa - Xã hội · hạn thứ Hai 07/09/2026",
      "1.7  Việc 1.7",
      "     chưa có đơn vị chủ trì · hạn thứ Sáu 11/09/2026",
      "1.1  Việc 1.1",
      "     Phòng Văn hóa - Xã hội · hạn Chủ nhật 13/09/2026",
    ].join("\n"),
  );
  // Told on Thursday after an outage, it looks at what is left of the week.
  expect(weekOf(office({ tasks }), "2026-09-10").due.map(({ number }) => number)).toEqual(["1.7", "1.1"]);
});

test("a group leads under the document's name, a restricted document shows its number alone", () => {
  const members = [CULTURE, ECONOMY].map((unitId) => ({ unitId, fromOn: day("2026-01-01"), toOn: null }));
  const facts = office({
    groups: [{ id: "all", name: "Các phòng, đơn vị trực thuộc", confirmed: true, memberships: members }],
    tasks: [
      task("2.1", "2026-09-11", {
        shortTitle: "Việc không nêu ở đây",
        assignments: [{ ...lead(CULTURE), unitId: null, groupId: "all" }],
      }),
    ],
  });
  const [catalogue] = facts.catalogues;
  if (catalogue === undefined) throw new Error("the story has a catalogue");
  const text = words(weekOf({ ...facts, catalogues: [{ ...catalogue, restricted: true }] }));
  expect(text).toContain("2.1  673/QĐ-UBND\n     Các phòng, đơn vị trực thuộc · hạn thứ Sáu 11/09/2026");
  expect(text).not.toContain("Việc không nêu ở đây");
});

test("a catalogue whose time is over is not counted", () => {
  expect(weekOf(office({ tasks: [task("1.1", "2026-09-09")] }), "2027-01-04")).toMatchObject({
    followed: 0,
    due: [],
    rounds: [],
  });
});

test("rounds: n of m units complete; a late one stays beside the next", () => {
  const tasks = [task("1.1", null), task("1.2", null, { assignments: [lead(ECONOMY)] })];
  const rounds = [
    round("2026-09-14"),
    round("2026-12-14", { id: "round-2", label: "lần 2", windowStartOn: day("2026-09-14") }),
  ];
  const reported = [progress("task-1.1", { notedOn: [day("2026-09-03")] })];
  const before = weekOf(office({ tasks, rounds, progress: reported }));
  expect(before.rounds).toMatchObject([{ label: "lần 1", late: false, complete: 1, asked: 2 }]);
  expect(words(before)).toContain(
    "Báo cáo lần 1: chậm nhất thứ Hai 14/09/2026, còn 5 ngày làm việc; 1/2 đơn vị đã báo cáo đủ.",
  );

  const after = words(weekOf(office({ tasks, rounds, progress: reported }), "2026-09-21"));
  expect(after).toContain("Báo cáo lần 1: đã quá hạn thứ Hai 14/09/2026; 1/2 đơn vị đã báo cáo đủ.");
  expect(after).toContain("Báo cáo lần 2: chậm nhất thứ Hai 14/12/2026");

  const complete = [...reported, progress("task-1.2", { notedOn: [day("2026-09-18")] }, ECONOMY)];
  expect(weekOf(office({ tasks, rounds, progress: complete }), "2026-09-21").rounds).toMatchObject([
    { label: "lần 2", late: false },
  ]);
});

test("lateness follows the office's policy", () => {
  // Saturday 05/09, rolled forward to Monday 07/09.
  const facts = { tasks: [task("1.1", "2026-09-05")], rounds: [round("2026-09-05")] };
  expect(weekOf(office(facts))).toMatchObject({ overdue: 1, rounds: [{ late: true }] });
  const policy = policySchema.parse({ lateness: "roll_forward" });
  expect(weekOf(office({ ...facts, policy }))).toMatchObject({ overdue: 0, rounds: [{ late: false }] });
});

test("the longest week fits one message of 2,000 letters and says what it left out", () => {
  const long = (at: number): DueTask => ({
    number: `3.${at}.a`,
    title: "Tổ chức đối thoại định kỳ giữa người đứng đầu cấp ủy, chính quyền với Nhân dân!".slice(0, 80),
    leads: ["Văn phòng Hội đồng nhân dân và Ủy ban nhân dân", "Trung tâm dịch vụ sự nghiệp công", "Công an"],
    dueOn: day("2026-09-30"),
  });
  const crowded: WeekSummary = {
    ...weekOf(office({ tasks: [] })),
    due: Array.from({ length: 40 }, (_, at) => long(at + 1)),
    rounds: ["lần 1 (06 tháng đầu năm 2026)", "lần 2 (năm 2026)"].map((label, at) => ({
      label,
      dueOn: day("2026-09-14"),
      late: at === 0,
      workingDaysLeft: 5,
      complete: 11,
      asked: 38,
    })),
  };
  for (const locale of ["vi", "en"] as const) {
    const { text } = renderText(composeSummary(crowded), placedTranslatorFor(locale), { buttons: false });
    expect(text.length).toBeLessThanOrEqual(2_000);
    const shown = text.match(/^3\.\d+\.a {2}/gm)?.length ?? 0;
    expect(shown).toBeGreaterThanOrEqual(5);
    expect(text).toContain(locale === "vi" ? `… và ${40 - shown} nhiệm vụ nữa` : `${40 - shown} more`);
    expect(text).toContain(locale === "vi" ? "và 1 đơn vị khác" : "and 1 more");
  }

  const short = crowded.due.map((one) => ({ ...one, title: "Việc", leads: ["Công an"] }));
  const text = words({ ...crowded, due: short });
  expect(text.match(/^3\.\d+\.a {2}/gm)).toHaveLength(10);
  expect(text).toContain("… và 30 nhiệm vụ nữa");
});
