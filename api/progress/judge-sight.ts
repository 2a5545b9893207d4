import type { SeenOnTask } from "../../db/queries/note-page-queries.ts";
import type { ExpandedAssignment } from "../catalogues/assignment.ts";

/**
 * Whose notes on a task a unit sees beside its own: the lead those of whoever coordinates; a coordinating or invited
 * unit those of whoever leads; where several lead, or a group does, each sees its own part only. Null: none.
 */
export const judgeSight = (
  taskId: string,
  expanded: ExpandedAssignment,
  unitId: string,
): SeenOnTask | null => {
  if (expanded.leadUnitIds.includes(unitId))
    return expanded.groupLed ? null : { taskId, kind: "except", unitIds: expanded.leadUnitIds };
  return [...expanded.coordinatingUnitIds, ...expanded.invitedUnitIds].includes(unitId)
    ? { taskId, kind: "only", unitIds: expanded.leadUnitIds }
    : null;
};

/** Whether that sight reaches the notes of another unit. */
export const sightReaches = (sight: SeenOnTask | null, unitId: string): boolean =>
  sight !== null && sight.unitIds.includes(unitId) === (sight.kind === "only");
