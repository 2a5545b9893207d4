import { expect, it } from "vitest";
import { halfYearPeriod, monthPeriod, quarterPeriod, yearPeriod } from "../../../api/time-frames/periods.ts";

it("bounds months, quarters, halves and years", () => {
  expect(monthPeriod(2024, 2)).toEqual({ startOn: "2024-02-01", endOn: "2024-02-29" });
  expect(quarterPeriod(2026, 4)).toEqual({ startOn: "2026-10-01", endOn: "2026-12-31" });
  expect(halfYearPeriod(2025, 2)).toEqual({ startOn: "2025-07-01", endOn: "2025-12-31" });
  expect(yearPeriod(2026)).toEqual({ startOn: "2026-01-01", endOn: "2026-12-31" });
});
