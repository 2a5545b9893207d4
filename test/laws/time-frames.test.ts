import fc from "fast-check";
import { afterEach, expect, it } from "vitest";
import { composeCalendar } from "../../api/calendar/compose-calendar.ts";
import { addDays, type LocalDate, localDate, yearOf } from "../../api/shared/local-date.ts";
import {
  dueInForce,
  judgeTimeliness,
  judgeTimelinessByHistory,
} from "../../api/time-frames/judge-timeliness.ts";
import { parseTimeFrame } from "../../api/time-frames/parse-time-frame.ts";
import { halfYearPeriod, monthPeriod, quarterPeriod, yearPeriod } from "../../api/time-frames/periods.ts";
import { aimDay, hasOwnLadder, resolveDueDate } from "../../api/time-frames/resolve-due-date.ts";
import {
  beforeDate,
  fromYearOnward,
  joinParts,
  notAfterDate,
  recurrenceSchema,
  type TimeFrame,
  timeFrameSchema,
  undated,
  withinPeriod,
} from "../../api/time-frames/time-frame.ts";
import { writeTimeFrame } from "../../api/time-frames/write-time-frame.ts";

const calendar = composeCalendar({ first: 2020, last: 2032 });
const zone = process.env.TZ;
afterEach(() => {
  process.env.TZ = zone;
});

const year = fc.integer({ min: 2020, max: 2031 });
const date = fc.integer({ min: 0, max: 4300 }).map((days) => addDays(localDate("2020-01-05"), days));
const dates = fc.tuple(date, date).map((pair) => pair.toSorted());
const policy = fc.constantFrom("as_written", "roll_forward");

const month = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }))
  .map(([of, number]) => withinPeriod("month", monthPeriod(of, number)));
const quarter = fc
  .tuple(year, fc.integer({ min: 1, max: 4 }))
  .map(([of, number]) => withinPeriod("quarter", quarterPeriod(of, number)));
const range = fc
  .tuple(date, fc.nat(3000))
  .map(([startOn, days]) => withinPeriod("range", { startOn, endOn: addDays(startOn, days) }));
const wholeYears = fc
  .tuple(year, fc.nat(5), fc.constantFrom("year", "all_year", "range"))
  .map(([first, more, kind]) =>
    kind === "range"
      ? withinPeriod(kind, { startOn: yearPeriod(first).startOn, endOn: yearPeriod(first + more).endOn })
      : withinPeriod(kind, yearPeriod(first)),
  );
const standing = fc.constantFrom("continuous", "on_direction").map(undated);
const plain: fc.Arbitrary<TimeFrame> = fc.oneof(
  date.map(beforeDate),
  date.map(notAfterDate),
  month,
  quarter,
  range,
  wholeYears,
  year.map((of) => fromYearOnward(yearPeriod(of).startOn)),
  standing,
);
const recurring = (frame: fc.Arbitrary<TimeFrame>): fc.Arbitrary<TimeFrame> =>
  fc.tuple(frame, fc.constantFrom(...recurrenceSchema.options)).map(([one, recurs]) => ({ ...one, recurs }));

const startOf = (frame: TimeFrame): string => frame.startOn ?? frame.date ?? "";
const inParts = fc
  .constantFrom(date.map(beforeDate), month, quarter)
  .chain((kind) => fc.array(recurring(kind), { minLength: 2, maxLength: 4 }))
  .map((frames) => frames.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1)))
  .map(([first = undated("none"), ...others]) => joinParts(first, others));
const canonical: fc.Arbitrary<TimeFrame> = fc.oneof(
  fc.constant(undated("none")),
  fc
    .tuple(fc.oneof(recurring(plain), inParts), fc.option(recurring(plain), { nil: undefined }))
    .map(([frame, secondary]) => (secondary === undefined ? frame : { ...frame, secondary })),
);

it("months tile a quarter, quarters and halves a year, years time", () => {
  const tile = (parts: readonly { startOn: LocalDate; endOn: LocalDate }[]) => {
    for (const [at, part] of parts.entries()) {
      const next = parts[at + 1];
      if (next !== undefined) expect(addDays(part.endOn, 1)).toBe(next.startOn);
    }
    return { startOn: parts[0]?.startOn, endOn: parts.at(-1)?.endOn };
  };
  const upTo = (count: number): readonly number[] => Array.from({ length: count }, (_, at) => at + 1);
  fc.assert(
    fc.property(fc.integer({ min: 1000, max: 9000 }), (of) => {
      for (const number of upTo(4))
        expect(tile([-2, -1, 0].map((shift) => monthPeriod(of, number * 3 + shift)))).toEqual(
          quarterPeriod(of, number),
        );
      expect(tile(upTo(4).map((number) => quarterPeriod(of, number)))).toEqual(yearPeriod(of));
      expect(tile(upTo(2).map((number) => halfYearPeriod(of, number)))).toEqual(yearPeriod(of));
      tile([yearPeriod(of), yearPeriod(of + 1)]);
    }),
  );
});

it("writing a time frame canonically and parsing it back is the identity", () => {
  fc.assert(
    fc.property(canonical, (frame) => {
      expect(timeFrameSchema.safeParse(frame).success).toBe(true);
      const words = writeTimeFrame(frame);
      expect(parseTimeFrame(words)).toEqual({ ...frame, text: words === "" ? null : words });
    }),
    { numRuns: 500 },
  );
});

it("parsing arbitrary words returns, and what it takes is written as it stood", () => {
  const words = fc.array(
    fc.constantFrom(
      "Trước ngày ",
      "Từ ",
      " đến ",
      "01/3/2026",
      "31/02/2026",
      "Tháng ",
      "8/2026",
      "; ",
      " hoặc ",
      ", hằng năm",
    ),
    { maxLength: 6 },
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        words.map((parts) => parts.join("")),
      ),
      (text) => {
        const frame = parseTimeFrame(text);
        if (frame !== null) expect(writeTimeFrame(frame)).toBe(text);
      },
    ),
  );
});

it("a due date does not move with the zone", () => {
  const facts = (frame: TimeFrame, today: LocalDate) => {
    const dueOn = resolveDueDate(frame);
    return {
      dueOn,
      aim: dueOn && aimDay(calendar, dueOn),
      judged: judgeTimeliness({ dueOn, completedOn: null, today, policy: "roll_forward", calendar }),
    };
  };
  fc.assert(
    fc.property(plain, date, (frame, today) => {
      process.env.TZ = "UTC";
      expect(new Date(0).getHours()).toBe(0);
      const inUtc = facts(frame, today);
      for (const [other, hour] of [
        ["Asia/Ho_Chi_Minh", 8],
        ["Pacific/Kiritimati", 13],
        ["Pacific/Pago_Pago", 13],
      ] as const) {
        process.env.TZ = other;
        expect(new Date(0).getHours()).toBe(hour);
        expect(facts(frame, today)).toEqual(inUtc);
      }
    }),
  );
});

it("later never turns overdue into on time, and rolling forward never makes late what was in time", () => {
  fc.assert(
    fc.property(fc.option(date), dates, fc.boolean(), policy, (dueOn, [sooner, later], done, by) => {
      if (sooner === undefined || later === undefined) throw new Error("two dates");
      const lateOn = (day: LocalDate, rule: typeof by): boolean =>
        ["done_late", "open_overdue"].includes(
          judgeTimeliness({
            dueOn,
            completedOn: done ? day : null,
            today: day,
            policy: rule,
            calendar,
          }).class,
        );
      expect(lateOn(sooner, by) && !lateOn(later, by)).toBe(false);
      expect(lateOn(sooner, "roll_forward") && !lateOn(sooner, "as_written")).toBe(false);
    }),
  );
});

it("the days left and the days late tell the same story as the class", () => {
  fc.assert(
    fc.property(date, date, policy, (dueOn, today, by) => {
      const judged = judgeTimeliness({ dueOn, completedOn: null, today, policy: by, calendar });
      expect((judged.daysLeft ?? 0) < 0).toBe(judged.class === "open_overdue");
      expect(judged.workingDaysLate).toBe(Math.max(0, -(judged.workingDaysLeft ?? 0)));
    }),
  );
});

it("an extension decided later leaves earlier judgements alone", () => {
  fc.assert(
    fc.property(dates, date, date, fc.nat(400), ([first, decided], firstDue, longer, days) => {
      if (first === undefined || decided === undefined || first === decided) return;
      const history = [{ dueOn: firstDue, from: first }];
      const extended = [...history, { dueOn: longer, from: decided }];
      const before = addDays(decided, -1 - days);
      const judge = (of: typeof history) =>
        judgeTimelinessByHistory({
          history: of,
          completedOn: before,
          today: decided,
          policy: "as_written",
          calendar,
        });
      expect(judge(extended)).toEqual(judge(history));
      expect(dueInForce(extended, decided)).toBe(longer);
    }),
  );
});

it("people aim for a working day in time, and whole years have no ladder", () => {
  fc.assert(
    fc.property(plain, wholeYears, (frame, whole) => {
      const dueOn = resolveDueDate(frame);
      if (dueOn === null) expect(hasOwnLadder(frame)).toBe(false);
      else
        expect(aimDay(calendar, dueOn) <= dueOn && yearOf(aimDay(calendar, dueOn)) >= yearOf(dueOn) - 1).toBe(
          true,
        );
      expect(hasOwnLadder(whole)).toBe(false);
    }),
  );
});
