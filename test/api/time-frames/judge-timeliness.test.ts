import { describe, expect, it } from "vitest";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import {
  dueInForce,
  judgeTimeliness,
  judgeTimelinessByHistory,
} from "../../../api/time-frames/judge-timeliness.ts";

const calendar = composeCalendar({ first: 2026, last: 2026 });
/** "Trước ngày 15/02/2026": the 14th, a Saturday on which Tết begins. */
const dueOn = localDate("2026-02-14");
const judge = (
  completedOn: string | null,
  today: string,
  policy: "as_written" | "roll_forward" = "as_written",
) =>
  judgeTimeliness({
    dueOn,
    completedOn: completedOn === null ? null : localDate(completedOn),
    today: localDate(today),
    policy,
    calendar,
  });

describe("while it is open", () => {
  it("leaves Thursday's and Friday's work before Tết", () => {
    expect(judge(null, "2026-02-11")).toEqual({
      class: "open_in_time",
      by: "as_written",
      lastDayInTime: "2026-02-14",
      daysLeft: 3,
      workingDaysLeft: 2,
      workingDaysLate: 0,
    });
  });

  it("is in time on the last day, and overdue on the date that is written", () => {
    expect(judge(null, "2026-02-14").class).toBe("open_in_time");
    expect(judge(null, "2026-02-15")).toMatchObject({
      class: "open_overdue",
      daysLeft: -1,
      workingDaysLate: 0,
    });
    expect(judge(null, "2026-02-24")).toMatchObject({ workingDaysLeft: -2, workingDaysLate: 2 });
  });

  it("rolls over Tết to Monday 23/02 where the office has chosen so, and says by which rule", () => {
    expect(judge(null, "2026-02-23", "roll_forward")).toEqual({
      class: "open_in_time",
      by: "roll_forward",
      lastDayInTime: "2026-02-23",
      daysLeft: 0,
      workingDaysLeft: 0,
      workingDaysLate: 0,
    });
    expect(judge(null, "2026-02-24", "roll_forward")).toMatchObject({
      class: "open_overdue",
      workingDaysLate: 1,
    });
  });
});

describe("once it is done", () => {
  it("is judged by the day of completion, not by the day of telling", () => {
    expect(judge("2026-02-13", "2026-03-20")).toEqual({
      class: "done_on_time",
      by: "as_written",
      lastDayInTime: "2026-02-14",
      daysLeft: null,
      workingDaysLeft: null,
      workingDaysLate: 0,
    });
    expect(judge("2026-02-25", "2026-03-20")).toMatchObject({ class: "done_late", workingDaysLate: 3 });
    expect(judge("2026-02-23", "2026-03-20", "roll_forward").class).toBe("done_on_time");
  });
});

it("has no lateness without a due date", () => {
  const today = localDate("2026-09-07");
  expect(
    judgeTimeliness({ dueOn: null, completedOn: today, today, policy: "roll_forward", calendar }),
  ).toEqual({
    class: "no_due_date",
    by: "roll_forward",
    lastDayInTime: null,
    daysLeft: null,
    workingDaysLeft: null,
    workingDaysLate: 0,
  });
});

describe("a due date that was extended", () => {
  const history = [
    { dueOn: localDate("2026-06-30"), from: localDate("2026-04-10") },
    { dueOn: localDate("2026-03-31"), from: localDate("2026-01-12") },
  ];
  const byHistory = (completedOn: string | null, today: string) =>
    judgeTimelinessByHistory({
      history,
      completedOn: completedOn === null ? null : localDate(completedOn),
      today: localDate(today),
      policy: "as_written",
      calendar,
    });

  it("is in force from the day of the decision on", () => {
    expect(dueInForce(history, localDate("2026-04-09"))).toBe("2026-03-31");
    expect(dueInForce(history, localDate("2026-04-10"))).toBe("2026-06-30");
  });

  it("makes nobody late for what was in time, and forgives nobody who had finished late", () => {
    expect(byHistory(null, "2026-04-09").class).toBe("open_overdue");
    expect(byHistory(null, "2026-04-10").class).toBe("open_in_time");
    expect(byHistory("2026-04-08", "2026-07-01").class).toBe("done_late");
    expect(byHistory("2026-06-30", "2026-07-01").class).toBe("done_on_time");
  });

  it("judges what was done before the document by its first date", () => {
    expect(dueInForce(history, localDate("2026-01-05"))).toBe("2026-03-31");
  });

  it("takes the later of two entries from one day", () => {
    const from = localDate("2026-01-12");
    const entries = [localDate("2026-03-31"), null].map((date) => ({ dueOn: date, from }));
    expect(dueInForce(entries, from)).toBeNull();
    expect(dueInForce([], from)).toBeNull();
  });
});
