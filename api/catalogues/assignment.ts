import type { LocalDate } from "../shared/local-date.ts";

export const ASSIGNMENT_ROLES = ["lead", "coordinating", "invited"] as const;
export type AssignmentRole = (typeof ASSIGNMENT_ROLES)[number];

/** One line of a task's lead or coordinating cell: a unit or a group, for as long as it holds. */
export type Assignment = {
  readonly role: AssignmentRole;
  readonly unitId: string | null;
  readonly groupId: string | null;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
};

/** Who stands where on one task on one day, groups expanded. A unit appears once, in its strongest role. */
export type ExpandedAssignment = {
  readonly leadUnitIds: readonly string[];
  readonly coordinatingUnitIds: readonly string[];
  readonly invitedUnitIds: readonly string[];
  /** Led through a group: every member owes its own part, and the task shows n/m. */
  readonly groupLed: boolean;
  /** Groups whose members nobody has confirmed: nobody is late for them. */
  readonly undeterminedLeadGroupIds: readonly string[];
  readonly undeterminedOtherGroupIds: readonly string[];
};
