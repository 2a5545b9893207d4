import type { LocalDate } from "../shared/local-date.ts";
import type { UnitGroup } from "./unit-group.ts";

/** The units of a group on that day; none while the administrator has not confirmed the list. */
export const expandGroup = (group: UnitGroup, on: LocalDate): readonly string[] =>
  group.confirmed
    ? [
        ...new Set(
          group.memberships
            .filter(({ fromOn, toOn }) => fromOn <= on && (toOn === null || on <= toOn))
            .map(({ unitId }) => unitId),
        ),
      ]
    : [];
