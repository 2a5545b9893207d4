import { describe, expect, it } from "vitest";
import type { Assignment } from "../../../api/catalogues/assignment.ts";
import { expandAssignments } from "../../../api/catalogues/expand-assignments.ts";
import { localDate } from "../../../api/shared/local-date.ts";
import type { UnitGroup } from "../../../api/units/unit-group.ts";

const TODAY = localDate("2026-09-07");
const assigned = (
  role: Assignment["role"],
  who: string,
  from = "2026-01-01",
  to: string | null = null,
): Assignment => ({
  role,
  unitId: who.startsWith("group") ? null : who,
  groupId: who.startsWith("group") ? who : null,
  fromOn: localDate(from),
  toOn: to === null ? null : localDate(to),
});
const group = (
  id: string,
  members: readonly string[],
  confirmed = true,
  to: string | null = null,
): UnitGroup => ({
  id,
  name: id,
  confirmed,
  memberships: members.map((unitId) => ({
    unitId,
    fromOn: localDate("2026-01-01"),
    toOn: to === null ? null : localDate(to),
  })),
});
const groups = new Map(
  [
    group("group-a", ["one", "two"]),
    group("group-b", ["two", "three"]),
    group("group-new", ["four"], false),
    group("group-past", ["five"], true, "2026-06-30"),
  ].map((one) => [one.id, one]),
);
const expand = (...assignments: Assignment[]) => expandAssignments(assignments, groups, TODAY);
const NOBODY = {
  leadUnitIds: [],
  coordinatingUnitIds: [],
  invitedUnitIds: [],
  groupLed: false,
  undeterminedLeadGroupIds: [],
  undeterminedOtherGroupIds: [],
};

describe("who stands where", () => {
  it.each([
    ["nothing assigned", [], {}],
    ["a unit", [assigned("lead", "one")], { leadUnitIds: ["one"] }],
    ["a unit twice", [assigned("lead", "one"), assigned("lead", "one")], { leadUnitIds: ["one"] }],
    ["a group leads", [assigned("lead", "group-a")], { leadUnitIds: ["one", "two"], groupLed: true }],
    [
      "two groups that share a unit",
      [assigned("coordinating", "group-a"), assigned("coordinating", "group-b")],
      { coordinatingUnitIds: ["one", "two", "three"] },
    ],
    [
      "lead and in the coordinating group: lead only",
      [assigned("lead", "one"), assigned("coordinating", "group-a")],
      { leadUnitIds: ["one"], coordinatingUnitIds: ["two"] },
    ],
    [
      "coordinating and invited: coordinating",
      [assigned("coordinating", "one"), assigned("invited", "one")],
      { coordinatingUnitIds: ["one"] },
    ],
    [
      "lead and invited: lead",
      [assigned("invited", "one"), assigned("lead", "one")],
      { leadUnitIds: ["one"] },
    ],
    [
      "a group nobody has confirmed leads",
      [assigned("lead", "group-new")],
      { groupLed: true, undeterminedLeadGroupIds: ["group-new"] },
    ],
    [
      "“có liên quan”, named twice",
      [assigned("coordinating", "group-new"), assigned("invited", "group-new")],
      { undeterminedOtherGroupIds: ["group-new"] },
    ],
    [
      "a group that has nobody any more",
      [assigned("coordinating", "group-past")],
      { undeterminedOtherGroupIds: ["group-past"] },
    ],
    [
      "a group that is not there",
      [assigned("coordinating", "group-x")],
      { undeterminedOtherGroupIds: ["group-x"] },
    ],
    ["neither unit nor group", [{ ...assigned("lead", "one"), unitId: null }], {}],
    ["from today", [assigned("lead", "one", "2026-09-07")], { leadUnitIds: ["one"] }],
    ["from tomorrow", [assigned("lead", "one", "2026-09-08")], {}],
    ["to today", [assigned("lead", "one", "2026-01-01", "2026-09-07")], { leadUnitIds: ["one"] }],
    ["to yesterday", [assigned("lead", "one", "2026-01-01", "2026-09-06")], {}],
  ] as const)("%s", (_name, assignments, expected) => {
    expect(expand(...assignments)).toEqual({ ...NOBODY, ...expected });
  });
});
