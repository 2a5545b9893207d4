import { expect, it } from "vitest";
import { compareTaskNumbers } from "../../../api/catalogues/compare-task-numbers.ts";

it.each([
  ["4.9", "4.10"],
  ["3.5", "3.5.a"],
  ["3.5", "3.5.1"],
  ["3.5.a", "3.5.b"],
  ["3.5.d", "3.5.đ"],
  ["3.5.a", "3.6"],
  ["2", "10"],
  ["9", "10a"],
  ["1a", "9"],
  ["10", "10a"],
  ["4.10", "4.a"],
  ["01", "1"],
  ["", "1"],
])("%s before %s", (earlier, later) => {
  expect(compareTaskNumbers(earlier, later)).toBeLessThan(0);
  expect(compareTaskNumbers(later, earlier)).toBeGreaterThan(0);
});

it("is 0 for the same number", () => {
  for (const number of ["", "4", "3.5.a"]) expect(compareTaskNumbers(number, number)).toBe(0);
});
