import type { LocalDate } from "../shared/local-date.ts";

/** A unit's place in a group, from–to; `toOn` is the last day. */
export type GroupMembership = {
  readonly unitId: string;
  readonly fromOn: LocalDate;
  readonly toOn: LocalDate | null;
};

/** A named list of units as the administrator confirmed it. */
export type UnitGroup = {
  readonly id: string;
  readonly name: string;
  readonly confirmed: boolean;
  readonly memberships: readonly GroupMembership[];
};
