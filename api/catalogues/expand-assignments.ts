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
  const units: Record<AssignmentRole, Set<string>> = {
    lead: new Set(),
    coordinating: new Set(),
    invited: new Set(),
  };
  const undetermined = { lead: new Set<string>(), other: new Set<string>() };
  let groupLed = false;
  for (const { role, unitId, groupId, fromOn, toOn } of assignments) {
    if (fromOn > on || (toOn !== null && on > toOn)) continue;
    if (groupId !== null) {
      groupLed ||= role === "lead";
      const group = groups.get(groupId);
      const members = group === undefined ? [] : expandGroup(group, on);
      if (members.length === 0) undetermined[role === "lead" ? "lead" : "other"].add(groupId);
      if (unitId === null) for (const member of members) units[role].add(member);
    }
    if (unitId !== null) units[role].add(unitId);
  }
  const { lead, coordinating, invited } = units;
  for (const unitId of lead) {
    coordinating.delete(unitId);
    invited.delete(unitId);
  }
  for (const unitId of coordinating) invited.delete(unitId);
  return {
    leadUnitIds: [...lead],
    coordinatingUnitIds: [...coordinating],
    invitedUnitIds: [...invited],
    groupLed,
    undeterminedLeadGroupIds: [...undetermined.lead],
    undeterminedOtherGroupIds: [...undetermined.other],
  };
};
