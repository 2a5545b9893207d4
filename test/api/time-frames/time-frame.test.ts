import { expect, it } from "vitest";
import { localDate } from "../../../api/shared/local-date.ts";
import { monthPeriod } from "../../../api/time-frames/periods.ts";
import {
  beforeDate,
  joinParts,
  timeFrameSchema,
  undated,
  withinPeriod,
} from "../../../api/time-frames/time-frame.ts";

const date = localDate("2026-02-15");

it("takes a reading as it stands, with parts and a second meaning", () => {
  const frame = {
    ...undated("continuous"),
    text: "06 tháng và 01 năm hoặc đột xuất",
    recurs: "half_yearly",
    parts: [{ recurs: "half_yearly" }, { recurs: "yearly" }],
    secondary: { kind: "on_direction", text: "đột xuất" },
  };
  expect(timeFrameSchema.parse(frame)).toEqual(frame);
});

it("refuses a date that does not say whether it is still in time", () => {
  expect(timeFrameSchema.safeParse({ ...beforeDate(date), exclusive: null }).success).toBe(false);
});

it("refuses a period that ends before it starts", () => {
  const upside = withinPeriod("range", { startOn: date, endOn: localDate("2026-02-14") });
  expect(timeFrameSchema.safeParse(upside).success).toBe(false);
});

it("joins months that do not touch from the first to the last", () => {
  const [march, september] = [3, 9].map((month) => withinPeriod("month", monthPeriod(2026, month)));
  if (march === undefined || september === undefined) throw new Error("two months");
  expect(joinParts(march, [september])).toMatchObject({
    kind: "month",
    startOn: "2026-03-01",
    endOn: "2026-09-30",
    parts: [march, september],
  });
  expect(joinParts(march, [])).toEqual({ ...march, parts: [march] });
});
