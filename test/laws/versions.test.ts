import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { applyComparison } from "../../api/catalogues/apply-comparison.ts";
import { compareVersions } from "../../api/catalogues/compare-versions.ts";
import type { FileTask, VersionTask } from "../../api/catalogues/version-task.ts";

const words = [
  "dân vận",
  "chính quyền",
  "thân thiện",
  "ban hành",
  "kế hoạch",
  "tuyên truyền",
  "đối thoại",
  "rà soát",
  "khéo",
];
const task = fc.record({
  words: fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 8 }),
  lead: fc.subarray(["Phòng Kinh tế", "Văn phòng", "Công an"]),
  month: fc.integer({ min: 1, max: 12 }),
});
const tasks = fc.array(task, { maxLength: 12 }).map((list) =>
  list.map(
    ({ words: text, lead, month }, at): FileTask => ({
      number: `1.${at + 1}`,
      number_in_document: `1.${at + 1}`,
      section: "1",
      parent: null,
      is_heading: false,
      short_title: text.join(" "),
      wording: text.join(" "),
      lead_units: lead,
      coordinating_units: [],
      time_frame: {
        text: `Tháng ${month}`,
        kind: "continuous",
        date: null,
        exclusive: null,
        start_on: null,
        end_on: null,
        due_on: null,
        recurs: "none",
      },
      targets: [],
    }),
  ),
);
const stored = (list: readonly FileTask[]): VersionTask[] =>
  list.map((content, at) => ({ id: `id-${at}`, content }));
const itself = (name: string): string => name;

describe("comparing versions", () => {
  it("with itself is empty", () => {
    fc.assert(
      fc.property(tasks, (list) => {
        const before = stored(list);
        const { tasks: compared, removed } = compareVersions(before, list, itself);
        expect(removed).toEqual([]);
        // Of two tasks with the same words each finds the one with its number.
        expect(compared.map(({ before: old, changes }) => [old?.id, changes])).toEqual(
          before.map(({ id }) => [id, []]),
        );
      }),
    );
  });

  it("and applying the comparison gives the new version; every old task is kept once or removed", () => {
    fc.assert(
      fc.property(tasks, tasks, (old, now) => {
        const before = stored(old);
        const comparison = compareVersions(before, now, itself);
        let made = 0;
        const after = applyComparison(comparison, () => `new-${made++}`);
        expect(after.map(({ content }) => content)).toEqual(now);
        const kept = after.map(({ id }) => id).filter((id) => id.startsWith("id-"));
        expect([...kept, ...comparison.removed.map(({ id }) => id)].sort()).toEqual(
          before.map(({ id }) => id).sort(),
        );
      }),
    );
  });
});
