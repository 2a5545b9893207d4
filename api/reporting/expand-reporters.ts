import type { LocalDate } from "../shared/local-date.ts";
import { expandGroup } from "../units/expand-group.ts";
import type { UnitGroup } from "../units/unit-group.ts";
import type { ReportingRound } from "./reporting-round.ts";

/**
 * The units that the round names, on that day; null when it names nobody, which means every lead unit.
 * A group that nobody has confirmed names no unit yet, so that nobody is late for it.
 */
export const expandReporters = (
  round: Pick<ReportingRound, "reporters">,
  groups: ReadonlyMap<string, UnitGroup>,
  on: LocalDate,
): ReadonlySet<string> | null => {
  if (round.reporters.length === 0) return null;
  return new Set(
    round.reporters.flatMap(({ unitId, groupId }) => {
      if (unitId !== null) return [unitId];
      const group = groupId === null ? undefined : groups.get(groupId);
      return group === undefined ? [] : expandGroup(group, on);
    }),
  );
};
