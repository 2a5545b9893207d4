import { describe, expect, test } from "vitest";
import { planDueDates } from "../../../api/nudges/plan-due-dates.ts";
import {
  hourHasCome,
  type Profiles,
  servingHours,
  workingDaysBackFrom,
} from "../../../api/nudges/plan-sweep.ts";
import { policySchema } from "../../../api/organizations/organization.ts";
import { isoAt, localTime } from "../../../api/shared/local-date.ts";
import { at, calendar, day, policy, ZONE } from "./planning-story.ts";

const profiles: Profiles = {
  policies: [policy],
  zones: [ZONE],
  hours: [localTime("07:30"), localTime("09:00")],
  calendars: [calendar],
};

describe("when the offices are swept", () => {
  test.each([
    ["2026-09-14", "07:29", "2026-09-14", "07:30", true],
    ["2026-09-14", "07:30", "2026-09-14", "07:31", false],
    ["2026-09-14", "08:59", "2026-09-14", "09:00", true],
    ["2026-09-14", "17:30", "2026-09-15", "07:00", false],
    ["2026-09-13", "08:00", "2026-09-14", "07:00", true],
    ["2026-09-01", "09:00", "2026-09-07", "09:30", true],
  ])("last tick %s %s, now %s %s: %s", (since, then, on, time, expected) => {
    expect(hourHasCome(at(since, then), at(on, time), profiles)).toBe(expected);
  });

  test("a day is served when a tick fell between its last hour and the closing", () => {
    const written = (hours: Profiles) =>
      servingHours(day("2026-09-14"), hours).map(({ from, to }) => `${isoAt(from, ZONE)} ${isoAt(to, ZONE)}`);
    expect(written(profiles)).toEqual(["2026-09-14T09:00:00+07:00 2026-09-14T17:00:00+07:00"]);
    expect(written({ ...profiles, hours: [...profiles.hours, localTime("19:00")] })).toEqual([
      "2026-09-14T09:00:00+07:00 2026-09-14T17:00:00+07:00",
      "2026-09-14T19:00:00+07:00 2026-09-15T00:00:00+07:00",
    ]);
    expect(written({ ...profiles, policies: [] })).toEqual([]);
  });

  test("days off are stepped over backwards", () => {
    expect([...workingDaysBackFrom(day("2026-09-06"), profiles, 12)]).toEqual([
      "2026-09-04",
      "2026-09-03",
      "2026-08-28",
      "2026-08-27",
      "2026-08-26",
      "2026-08-25",
    ]);
    expect([...workingDaysBackFrom(day("2026-09-06"), { ...profiles, calendars: [] }, 12)]).toEqual([]);
  });
});

describe("the due dates that have something to say", () => {
  const asked = { earliest: day("2026-01-01"), profiles: [{ policy, calendar }] };

  test("of one morning are few, a seventh of what is long past among them", () => {
    const { dueOn, startOn, begunOn } = planDueDates({
      ...asked,
      from: day("2026-09-14"),
      to: day("2026-09-14"),
    });
    expect(dueOn).toContain("2026-09-14");
    expect(dueOn).toContain("2026-09-28");
    expect(dueOn).toContain("2026-08-26");
    expect(dueOn).not.toContain("2026-09-16");
    expect(dueOn.length).toBeLessThan(60);
    expect(startOn).toEqual(expect.arrayContaining(["2026-09-14", "2026-09-07"]));
    expect(startOn).not.toContain("2026-09-10");
    expect(begunOn).toEqual(["2026-09-10", "2026-09-14"]);
  });

  test("other ladders and calendars are united; a beginning that lies ahead starts there", () => {
    const own = { policy: policySchema.parse({ rungsBefore: [20] }), calendar };
    const one = planDueDates({
      ...asked,
      from: day("2026-09-14"),
      to: day("2026-09-14"),
      profiles: [...asked.profiles, own],
    });
    expect(one.dueOn).toContain("2026-10-12");
    const ahead = planDueDates({
      ...asked,
      earliest: day("2027-09-01"),
      from: day("2026-09-14"),
      to: day("2026-09-14"),
    });
    expect(ahead.startOn).toEqual([]);
  });
});
