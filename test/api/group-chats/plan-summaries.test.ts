import { describe, expect, test } from "vitest";
import type { CalendarDay, WorkingCalendar } from "../../../api/calendar/calendar-day.ts";
import { composeCalendar } from "../../../api/calendar/compose-calendar.ts";
import type { WaitingGroup } from "../../../api/group-chats/group-chat.ts";
import { nextSummaryDay, planSummaries } from "../../../api/group-chats/plan-summaries.ts";
import { policySchema } from "../../../api/organizations/organization.ts";
import { localDate } from "../../../api/shared/local-date.ts";

const NATIONAL = composeCalendar({ first: 2025, last: 2027 });

const group = (changes: Partial<WaitingGroup> = {}): WaitingGroup => ({
  organizationId: "office",
  organizationName: "Ủy ban nhân dân phường Hải An",
  timeZone: "Asia/Ho_Chi_Minh",
  policy: policySchema.parse({}),
  id: "group",
  channel: "telegram",
  account: "1",
  chatKey: "-1",
  locale: "vi",
  connectedAt: new Date("2026-01-05T09:00:00+07:00"),
  ...changes,
});

const weekDueAt = (
  instant: string,
  {
    calendar = NATIONAL,
    of = group(),
  }: { readonly calendar?: WorkingCalendar; readonly of?: WaitingGroup } = {},
): string | null => planSummaries([of], () => calendar, new Date(instant))[0]?.weekOf ?? null;

describe("the week's summary is due", () => {
  test.each([
    ["Monday, a minute before the hour", "2026-09-07T07:29:00+07:00", null],
    ["Monday, 07:30", "2026-09-07T07:30:00+07:00", "2026-09-07"],
    ["Monday at noon, after a long night", "2026-09-07T12:10:00+07:00", "2026-09-07"],
    ["Monday evening: the office is closed", "2026-09-07T20:00:00+07:00", null],
    ["Tuesday before the hour", "2026-09-08T06:00:00+07:00", null],
    ["Thursday, after three days of outage", "2026-09-10T09:15:00+07:00", "2026-09-07"],
    ["Friday evening", "2026-09-11T18:00:00+07:00", null],
    ["Saturday", "2026-09-12T09:00:00+07:00", null],
    ["the Sunday before", "2026-09-06T08:00:00+07:00", null],
    // Hung Kings' day 2026 is made up on Monday 27/04.
    ["a Monday off", "2026-04-27T08:00:00+07:00", null],
    ["the Tuesday after it", "2026-04-28T07:30:00+07:00", "2026-04-27"],
    // Tết 2026: 14–22 February are off, weekends included.
    ["Monday of the Tết week", "2026-02-16T08:00:00+07:00", null],
    ["Friday of the Tết week", "2026-02-20T08:00:00+07:00", null],
    ["the first day after Tết", "2026-02-23T07:30:00+07:00", "2026-02-23"],
  ])("%s", (_when, instant, week) => {
    expect(weekDueAt(instant)).toBe(week);
  });

  test("on the Saturday to which a week's only working day was moved", () => {
    const days: CalendarDay[] = ["2026-09-07", "2026-09-08", "2026-09-09", "2026-09-10", "2026-09-11"].map(
      (date) => ({ date: localDate(date), kind: "day_off", name: "nghỉ", source: "Thông báo" }),
    );
    const calendar = composeCalendar({ first: 2025, last: 2027 }, [
      ...days,
      { date: localDate("2026-09-12"), kind: "working", name: "làm bù", source: "Thông báo" },
    ]);
    expect(weekDueAt("2026-09-11T08:00:00+07:00", { calendar })).toBeNull();
    expect(weekDueAt("2026-09-12T08:00:00+07:00", { calendar })).toBe("2026-09-07");
  });

  test("by the office's own wall and hour", () => {
    const berlin = group({ timeZone: "Europe/Berlin", policy: policySchema.parse({ digestAt: "09:00" }) });
    expect(weekDueAt("2026-09-07T08:30:00+02:00", { of: berlin })).toBeNull();
    expect(weekDueAt("2026-09-07T09:00:00+02:00", { of: berlin })).toBe("2026-09-07");
    // Still Sunday there, while Monday has come in Hải An.
    expect(weekDueAt("2026-09-06T23:59:00+02:00", { of: berlin })).toBeNull();
  });

  test("an office whose hour lies in the evening means it", () => {
    const late = group({ policy: policySchema.parse({ digestAt: "19:00" }) });
    expect(weekDueAt("2026-09-07T18:59:00+07:00", { of: late })).toBeNull();
    expect(weekDueAt("2026-09-07T19:30:00+07:00", { of: late })).toBe("2026-09-07");
  });
});

describe("a new group", () => {
  const connected = (instant: string) => group({ connectedAt: new Date(instant) });

  test("of Monday 07:00 hears it half an hour later", () => {
    const of = connected("2026-09-07T07:00:00+07:00");
    expect(nextSummaryDay(of, NATIONAL, of.connectedAt)).toBe("2026-09-07");
    expect(weekDueAt("2026-09-07T07:30:00+07:00", { of })).toBe("2026-09-07");
  });

  test("of Wednesday begins with the next week, as it was told", () => {
    const of = connected("2026-09-09T10:00:00+07:00");
    expect(nextSummaryDay(of, NATIONAL, of.connectedAt)).toBe("2026-09-14");
    expect(weekDueAt("2026-09-10T08:00:00+07:00", { of })).toBeNull();
    expect(weekDueAt("2026-09-14T07:30:00+07:00", { of })).toBe("2026-09-14");
  });

  test("of the last day before Tết is told the first one after it", () => {
    expect(nextSummaryDay(group(), NATIONAL, new Date("2026-02-13T16:00:00+07:00"))).toBe("2026-02-23");
  });
});
