import { expect, it } from "vitest";
import { pairTasks, type TruthTask } from "../../bench/pair-tasks.ts";
import { totals } from "../../bench/score-reading.ts";
import { readTask } from "./task-of-reading.ts";

it("the scorer's lines add up to its last one, ambiguous fields aside", () => {
  const said = [
    "task title                         18/19",
    "task title (ambiguous)             0/1",
    "lead units                         19/19",
    '  ✗ task title: 2.1 "Công khai…" 0.912 → "Công"',
    "wrong fields that were flagged     1/1 (flags in all: 4)",
    "97.37 % of 38 fields",
    "",
  ];
  expect(totals(said)).toEqual({ right: 37, all: 38, wrong: 1, flagged: 1, flags: 4 });
});

it("a scorer that counts otherwise is not believed", () => {
  expect(() => totals(["task title    18/19", "94.74 % of 20 fields"])).toThrow("counted 20 fields");
});

it("a task is known by its words, and by its number where two say nearly the same", () => {
  const truth = (number: string, title: string): TruthTask => ({
    number,
    number_in_document: number,
    section: null,
    title,
  });
  const pairs = pairTasks(
    [
      truth("PL1.1", "Tiếp công dân định kỳ hằng tháng tại trụ sở"),
      truth("PL2.1", "Tiếp công dân định kỳ hằng tháng tại trụ sở"),
      truth("3", "Trồng cây đầu xuân"),
    ],
    [
      readTask("PL.II.1", "Tiếp công dân định kỳ hằng tháng tại trụ sở."),
      readTask("9", "Tổng kết, khen thưởng phong trào thi đua"),
      readTask("PL.I.1", "Tiếp công dân định kỳ hằng tháng tại trụ sở."),
    ],
  );
  expect(pairs.map(({ read }) => read?.number ?? null)).toEqual(["PL.II.1", "PL.I.1", null]);
});
