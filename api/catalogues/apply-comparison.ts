import type { VersionComparison, VersionTask } from "./version-task.ts";

/** The new version: a task that was there keeps its id, and with it its notes. */
export const applyComparison = (comparison: VersionComparison, newId: () => string): readonly VersionTask[] =>
  comparison.tasks.map(({ before, after }) => ({ id: before?.id ?? newId(), content: after }));
