import { describe, expect, test } from "vitest";
import { expandReporters } from "../../../api/reporting/expand-reporters.ts";
import type { LedTask, ReportingRound } from "../../../api/reporting/reporting-round.ts";
import { resolveObligation } from "../../../api/reporting/resolve-obligation.ts";
import { localDate as day } from "../../../api/shared/local-date.ts";
import type { UnitGroup } from "../../../api/units/unit-group.ts";

/** Hải An's second round: due 19/11/2026, its window opens on the due date of the first, 14/09. */
const round: ReportingRound = {
  id: "round-2",
  catalogueId: "catalogue",
  label: "lần 2",
  windowStartOn: day("2026-09-14"),
  dueOn: day("2026-11-19"),
  closedOn: null,
  reporters: [],
  excludedUnitIds: new Set(),
};
const culture = { id: "culture", kind: "department" };
const led = (number: string, notedOn: readonly string[] = [], claimedOn: string | null = null): LedTask => ({
  id: number,
  number,
  notedOn: notedOn.map(day),
  claimedOn: claimedOn === null ? null : day(claimedOn),
});

describe("what a unit owes in a round", () => {
  test("one item for each task it leads, standing ones too, met by a note in the window", () => {
    const tasks = [
      led("1.1"),
      led("2.3", ["2026-09-13"]),
      led("2.4", ["2026-09-14"]),
      led("4.8", ["2026-03-12", "2026-11-20"]),
    ];
    expect(resolveObligation(culture, round, null, tasks)).toEqual({
      items: [
        { taskId: "1.1", number: "1.1", met: false },
        { taskId: "2.3", number: "2.3", met: false },
        { taskId: "2.4", number: "2.4", met: true },
        { taskId: "4.8", number: "4.8", met: true },
      ],
      missing: ["1.1", "2.3"],
      allMet: false,
    });
  });

  test("what was claimed before the window is no longer asked for; what is claimed in it is", () => {
    const tasks = [led("2.4", [], "2026-09-13"), led("4.7", [], "2026-09-14")];
    expect(resolveObligation(culture, round, null, tasks).missing).toEqual(["4.7"]);
  });

  test("a note after the close comes too late", () => {
    const closed = { ...round, closedOn: day("2026-11-20") };
    const tasks = [led("2.3", ["2026-11-20"]), led("2.4", ["2026-11-21"])];
    expect(resolveObligation(culture, closed, null, tasks).missing).toEqual(["2.4"]);
  });

  test("who is not among the reporters, is excluded or only invited owes nothing", () => {
    const nothing = { items: [], missing: [], allMet: true };
    const tasks = [led("1.1")];
    expect(resolveObligation(culture, round, new Set(["economy"]), tasks)).toEqual(nothing);
    expect(resolveObligation(culture, round, new Set(["culture"]), tasks).missing).toEqual(["1.1"]);
    expect(
      resolveObligation(culture, { ...round, excludedUnitIds: new Set(["culture"]) }, null, tasks),
    ).toEqual(nothing);
    for (const kind of ["party", "front", "mass_organization"])
      expect(resolveObligation({ id: "invited", kind }, round, null, tasks)).toEqual(nothing);
  });

  test("a unit that leads nothing has answered everything", () => {
    expect(resolveObligation(culture, round, null, [])).toEqual({ items: [], missing: [], allMet: true });
  });
});

describe("who reports", () => {
  const group = (confirmed: boolean): ReadonlyMap<string, UnitGroup> =>
    new Map([
      [
        "departments",
        {
          id: "departments",
          name: "Các phòng, đơn vị trực thuộc phường",
          confirmed,
          memberships: [
            { unitId: "culture", fromOn: day("2026-01-01"), toOn: null },
            { unitId: "dissolved", fromOn: day("2026-01-01"), toOn: day("2026-06-30") },
          ],
        },
      ],
    ]);
  const named = {
    reporters: [
      { unitId: null, groupId: "departments" },
      { unitId: "centre", groupId: null },
      { unitId: null, groupId: "unknown" },
      { unitId: null, groupId: null },
    ],
  };

  test("units and confirmed groups, as of the day", () => {
    expect(expandReporters(named, group(true), day("2026-09-14"))).toEqual(new Set(["culture", "centre"]));
    expect(expandReporters(named, group(true), day("2026-06-30"))).toContain("dissolved");
  });

  test("an unconfirmed group names nobody; a round that names nobody asks every lead unit", () => {
    expect(expandReporters(named, group(false), day("2026-09-14"))).toEqual(new Set(["centre"]));
    expect(expandReporters(round, group(true), day("2026-09-14"))).toBeNull();
  });
});
