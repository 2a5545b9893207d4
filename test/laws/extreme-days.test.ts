import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  addWorkingDays,
  lastWorkingDayNotAfter,
  nextWorkingDayNotBefore,
} from "../../api/calendar/working-days.ts";
import { planAlarms } from "../../api/calendar-feeds/plan-alarms.ts";
import { renderFeed } from "../../api/calendar-feeds/render-feed.ts";
import { planDueDates } from "../../api/nudges/plan-due-dates.ts";
import { planRungs } from "../../api/nudges/plan-rungs.ts";
import {
  addDays,
  addMonths,
  dateFromParts,
  daysBetween,
  instantsBetween,
  type LocalDate,
  localDate,
  localDateSchema,
  paperDateSchema,
  parseLocalDate,
} from "../../api/shared/local-date.ts";
import { judgeTimeliness } from "../../api/time-frames/judge-timeliness.ts";
import { parseTimeFrame } from "../../api/time-frames/parse-time-frame.ts";
import { aimDay } from "../../api/time-frames/resolve-due-date.ts";
import { translatorFor } from "../../locales/translate.ts";
import { calendar, day, decide, office, policy, round, task, ZONE } from "../api/nudges/planning-story.ts";

/** Rows of before the rule, restored backups: days that nobody meant stand in the database all the same. */
const FIRST = localDate("0001-01-01");
const LAST = localDate("9999-12-31");
const within = (from: LocalDate, days: number): fc.Arbitrary<LocalDate> =>
  fc.integer({ min: 0, max: days }).map((at) => addDays(from, at));
const extreme = fc.oneof(
  within(FIRST, 40),
  within(addDays(LAST, -40), 40),
  within(FIRST, daysBetween(FIRST, LAST)),
);
const anyCount = fc.oneof(fc.integer({ min: -400, max: 400 }), fc.integer());

const isDay = (date: string): boolean => localDateSchema.safeParse(date).success;

describe("at the ends of the calendar", () => {
  test("days and months are added, and working days counted, without leaving it", () => {
    fc.assert(
      fc.property(extreme, anyCount, (date, count) => {
        for (const moved of [
          addDays(date, count),
          addMonths(date, Math.trunc(count / 100_000)),
          addWorkingDays(calendar, date, count % 10_000),
        ]) {
          expect(isDay(moved)).toBe(true);
          expect(count < 0 ? moved <= date : moved >= date || moved === LAST).toBe(true);
        }
        for (const found of [
          aimDay(calendar, date),
          lastWorkingDayNotAfter(calendar, date),
          nextWorkingDayNotBefore(calendar, date),
        ])
          expect(isDay(found)).toBe(true);
      }),
    );
  });

  test("one task or round of such a day silences no other", () => {
    const others = [task("2.4", "2026-09-14")];
    const usual = decide(office({ tasks: others }), "2026-09-14").nudges;
    expect(usual.length).toBeGreaterThan(0);
    fc.assert(
      fc.property(extreme, extreme, extreme, (due, published, reported) => {
        const told = decide(
          office({
            tasks: [...others, task("9.9", due)],
            rounds: [round(reported, { windowStartOn: published })],
          }),
          "2026-09-14",
        ).nudges;
        expect(told).toEqual(expect.arrayContaining([...usual]));
      }),
      { numRuns: 60 },
    );
  });

  test("a calendar program gets a whole calendar", () => {
    fc.assert(
      fc.property(extreme, (dueOn) => {
        const feed = renderFeed(
          [
            {
              uid: "a",
              what: { kind: "round", label: "lần 1" },
              dueOn,
              aimOn: aimDay(calendar, dueOn),
              cancelled: false,
              changedAt: new Date(0),
              alarms: planAlarms(dueOn, { policy, calendar, zone: ZONE }),
            },
          ],
          { name: "Lịch", language: "vi", link: null, translate: translatorFor("vi") },
        );
        expect(feed).toContain("END:VCALENDAR");
        expect(feed).not.toContain("Invalid");
      }),
      { numRuns: 60 },
    );
  });

  test("a list without end, or without beginning, is asked for by them", () => {
    expect(instantsBetween({ from: FIRST, to: LAST }, ZONE)).toEqual({ since: undefined, before: undefined });
    expect(instantsBetween({ from: day("2026-09-14"), to: day("2026-09-14") }, ZONE)).toEqual({
      since: new Date("2026-09-14T00:00:00+07:00"),
      before: new Date("2026-09-15T00:00:00+07:00"),
    });
  });

  test("timeliness is judged, and the morning's index is not walked through two thousand years", () => {
    fc.assert(
      fc.property(extreme, extreme, (dueOn, today) => {
        const asked = { dueOn, completedOn: null, today, policy: policy.lateness, calendar };
        expect(judgeTimeliness(asked).lastDayInTime).not.toBeNull();
      }),
    );
    const oldest = {
      dueOn: FIRST,
      start: { on: FIRST, reason: "before_go_live" },
      policy,
      calendar,
    } as const;
    expect(planRungs({ ...oldest, until: day("2026-09-14") }).length).toBeLessThan(600);
    const window = { from: day("2026-09-14"), to: day("2026-09-14"), profiles: [{ policy, calendar }] };
    const all = planDueDates({ ...window, earliest: FIRST }).dueOn;
    expect(all).toContain("2026-09-14");
    expect(all.every((date) => date >= "2016-01-01")).toBe(true);
  });
});

describe("what comes in from outside", () => {
  test("names a day of the years of papers, by every door alike", () => {
    fc.assert(
      fc.property(extreme, (date) => {
        const [year = 0, month = 0, dayOfMonth = 0] = date.split("-").map(Number);
        const expected = year >= 1900 && year <= 2199 ? date : null;
        expect(parseLocalDate(date)).toBe(expected);
        expect(dateFromParts(year, month, dayOfMonth)).toBe(expected);
        expect(paperDateSchema.safeParse(date).data ?? null).toBe(expected);
        expect(localDateSchema.parse(date)).toBe(date);
      }),
    );
  });

  test("canonical words of other years are no canonical words", () => {
    for (const words of ["Năm 0000", "Tháng 3/0000", "Quý IV/9999", "Trước ngày 01/3/0206"])
      expect(parseTimeFrame(words)).toBeNull();
    expect(parseTimeFrame("Quý IV/2026")).toMatchObject({ endOn: "2026-12-31" });
  });
});
