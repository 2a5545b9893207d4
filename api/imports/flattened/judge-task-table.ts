import type { HeaderColumn } from "../recognition/parts/split-header.ts";

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 12;
const TELLING: ReadonlySet<string | null> = new Set(["lead", "coordinating", "time_frame", "product"]);

/**
 * Whether these are the columns of a table of tasks: number or task first, and who or when beside it. A table of units
 * has the lead first, its tasks next, and no numbers; one of quarters or months has the time before the numbers.
 */
export const isTaskTable = (columns: readonly HeaderColumn[]): boolean => {
  const roles = columns.flatMap(({ role }) => (role === null ? [] : [role]));
  const task = roles.indexOf("task");
  return (
    columns.length <= MOST_COLUMNS &&
    (roles[0] === "number" ||
      roles[0] === "task" ||
      (roles[0] === "time_frame" && roles[1] === "number" && task === 2) ||
      (roles[0] === "lead" && task === 1 && !roles.includes("number"))) &&
    task >= 0 &&
    task <= 2 &&
    new Set(roles).size >= FEWEST_COLUMNS &&
    roles.some((role) => TELLING.has(role))
  );
};
