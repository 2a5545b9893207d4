import type { LocalDate } from "../shared/local-date.ts";
import { expandGroup } from "../units/expand-group.ts";
import type { UnitGroup } from "../units/unit-group.ts";
import type { Assignment, AssignmentRole, ExpandedAssignment } from "./assignment.ts";

/**
 * Expands a task's assignments as of a day. A unit that leads and also stands in the coordinating group is
 * lead only; one that is both coordinating and invited is coordinating.
 */
export const expandAssignments = (
  assignments: readonly Assignment[],
  groups: ReadonlyMap<string, UnitGroup>,
  on: LocalDate,
): ExpandedAssignment => {
  const standing = assignments.filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || on <= toOn));

  const unitsIn = (role: AssignmentRole): string[] =>
    standing
      .filter((assignment) => assignment.role === role)
      .flatMap(({ unitId, groupId }) => {
        if (unitId !== null) return [unitId];
        const group = groupId === null ? undefined : groups.get(groupId);
        return group ? expandGroup(group, on) : [];
      });

  const undetermined = (lead: boolean): string[] => [
    ...new Set(
      standing
        .filter(({ role }) => (role === "lead") === lead)
        .flatMap(({ groupId }) =>
          groupId !== null && expandGroupIsEmpty(groups.get(groupId), on) ? [groupId] : [],
        ),
    ),
  ];

  const lead = new Set(unitsIn("lead"));
  const coordinating = new Set(unitsIn("coordinating").filter((unitId) => !lead.has(unitId)));
  const invited = new Set(
    unitsIn("invited").filter((unitId) => !lead.has(unitId) && !coordinating.has(unitId)),
  );
  return {
    leadUnitIds: [...lead],
    coordinatingUnitIds: [...coordinating],
    invitedUnitIds: [...invited],
    groupLed: standing.some(({ role, groupId }) => role === "lead" && groupId !== null),
    undeterminedLeadGroupIds: undetermined(true),
    undeterminedOtherGroupIds: undetermined(false),
  };
};

const expandGroupIsEmpty = (group: UnitGroup | undefined, on: LocalDate): boolean =>
  group === undefined || expandGroup(group, on).length === 0;
