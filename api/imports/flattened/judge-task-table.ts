import type { HeaderColumn } from "../recognition/parts/split-header.ts";

const FEWEST_COLUMNS = 3;
const MOST_COLUMNS = 12;
const TELLING: ReadonlySet<string | null> = new Set(["lead", "coordinating", "time_frame", "product"]);

/** Whether these are the columns of a table of tasks: number or task first, and who or when beside it. */
export const isTaskTable = (columns: readonly HeaderColumn[]): boolean => {
  const roles = columns.flatMap(({ role }) => (role === null ? [] : [role]));
  const task = roles.indexOf("task");
  return (
    columns.length <= MOST_COLUMNS &&
    (roles[0] === "number" || roles[0] === "task") &&
    task >= 0 &&
    task <= 2 &&
    new Set(roles).size >= FEWEST_COLUMNS &&
    roles.some((role) => TELLING.has(role))
  );
};
