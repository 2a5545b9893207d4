import fc from "fast-check";
import { Temporal } from "temporal-polyfill";
import { expect, test } from "vitest";
import { instantAt, localDate, localDateAt, localTime, localTimeAt } from "../../../api/shared/local-date.ts";

const ZONES = [
  "Asia/Ho_Chi_Minh",
  "Pacific/Kiritimati",
  "Europe/Berlin",
  "Australia/Lord_Howe",
  "Pacific/Apia",
];

test("the wall of a zone is read as its calendar reads it, also where its clocks were set forward or back", () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...ZONES),
      fc.date({ min: new Date("1970-01-01"), max: new Date("2060-01-01"), noInvalidDate: true }),
      (zone, instant) => {
        const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(zone);
        const date = there.toPlainDate();
        const time = there.toPlainTime().toString({ smallestUnit: "minute" });
        expect(localDateAt(instant, zone)).toBe(date.toString());
        expect(localTimeAt(instant, zone)).toBe(time);
        const onTheWall = date.toZonedDateTime({ timeZone: zone, plainTime: time });
        expect(instantAt(localDate(date.toString()), localTime(time), zone).getTime()).toBe(
          onTheWall.epochMilliseconds,
        );
      },
    ),
    { numRuns: 500 },
  );
});
