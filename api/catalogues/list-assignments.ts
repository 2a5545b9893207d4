import { z } from "zod";
import { type AssignmentRow, selectAssignmentsOfTask } from "../../db/queries/assignment-queries.ts";
import { selectTaskWithGroups } from "../../db/queries/task-queries.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import type { AssignmentRole } from "./assignment.ts";

export type ListedAssignment = {
  readonly id: string;
  readonly role: AssignmentRole;
  readonly unit: { readonly kind: "unit" | "group"; readonly id: string; readonly name: string };
  /** What the document says of its part. */
  readonly part: string | null;
  readonly fromOn: LocalDate;
  /** The last day it holds; null while it lasts. */
  readonly toOn: LocalDate | null;
};

/** Who leads, coordinates or is invited, ended lines included. Refuses `not_allowed`, `task_not_found`. */
export const listAssignments: UseCase<
  { readonly taskId: string },
  { readonly items: readonly ListedAssignment[] }
> = async (work, raw) => {
  if (!may(work.actor, "search-tasks")) return refuse("not_allowed");
  const parsed = z.object({ taskId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { taskId } = parsed.data;
  if ((await selectTaskWithGroups(work.tx, taskId)) === null)
    return refuse("task_not_found", { number: "none" });
  return ok({ items: (await selectAssignmentsOfTask(work.tx, taskId)).map(describeAssignment) });
};

const describeAssignment = (row: AssignmentRow): ListedAssignment => ({
  id: row.id,
  role: row.role,
  unit:
    row.unit_id === null
      ? { kind: "group", id: row.group_id ?? "", name: row.name }
      : { kind: "unit", id: row.unit_id, name: row.name },
  part: row.part,
  fromOn: localDate(row.from_on),
  toOn: row.to_on === null ? null : localDate(row.to_on),
});
