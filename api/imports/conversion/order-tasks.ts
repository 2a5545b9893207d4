import type { ReadTask } from "../reading.ts";

/**
 * A parent stands before its children, whatever the reading's order. One that was left out, stands in another section
 * or is its own descendant is none.
 */
export const orderTasks = (tasks: readonly ReadTask[]): readonly ReadTask[] => {
  const byNumber = new Map(tasks.map((task) => [task.number, task]));
  const ordered = new Set<ReadTask>();
  const place = (task: ReadTask, above: readonly string[]): void => {
    const parent = byNumber.get(task.parent ?? "");
    if (parent !== undefined && !ordered.has(parent) && !above.includes(parent.number))
      place(parent, [...above, task.number]);
    ordered.add(task);
  };
  for (const task of tasks) place(task, []);
  const sections = new Map<string, string | null>();
  return [...ordered].map((task) => {
    const parent = sections.get(task.parent ?? "") === task.section ? task.parent : null;
    sections.set(task.number, task.section);
    return { ...task, parent };
  });
};
