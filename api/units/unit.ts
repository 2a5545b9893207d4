export const UNIT_KINDS = [
  "department",
  "service_unit",
  "armed_force",
  "residential_group",
  "front",
  "party",
  "mass_organization",
  "other",
] as const;
export type UnitKind = (typeof UNIT_KINDS)[number];

/** Bodies beside the UBND: they are invited to coordinate and are never late. */
const INVITED_KINDS: readonly string[] = ["front", "party", "mass_organization"];
export const isInvitedKind = (kind: string): boolean => INVITED_KINDS.includes(kind);

/** A unit or a group with every spelling under which people and documents name it. */
export type NamedUnit = {
  readonly kind: "unit" | "group";
  readonly id: string;
  readonly name: string;
  /** Name, short name and aliases. */
  readonly spellings: readonly string[];
};
