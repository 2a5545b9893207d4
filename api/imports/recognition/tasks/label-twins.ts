import type { ReadTask, ReadWarning } from "../../reading.ts";
import { clipText } from "../shorten-text.ts";

const DOUBTED = 0.5;

/** Numbers that two tasks have: which of the two a report means cannot be told. */
export const warnOfTwins = (tasks: readonly ReadTask[]): readonly ReadWarning[] => {
  const seen = new Set<string>();
  return tasks.flatMap(({ number, source_lines: [line], title }) => {
    const twin = seen.has(number);
    seen.add(number);
    return twin ? [{ code: "number-twice", number, field: "number", line, text: clipText(title, 200) }] : [];
  });
};

/** Each of two tasks with one number is as doubtful as the other. */
export const labelTwins = (tasks: readonly ReadTask[]): ReadTask[] => {
  const counts = new Map<string, number>();
  for (const { number } of tasks) counts.set(number, (counts.get(number) ?? 0) + 1);
  return tasks.map((task) =>
    (counts.get(task.number) ?? 0) > 1
      ? { ...task, confidence: { ...task.confidence, number: Math.min(DOUBTED, task.confidence.number) } }
      : task,
  );
};
