import { localDate } from "../shared/local-date.ts";
import { type Appointment, ROLES } from "./member.ts";

/** A person with several posts speaks first for a unit, then for the office (`ROLES` is in that order). */
export const rankPosts = (posts: readonly Appointment[]): readonly Appointment[] =>
  [...posts].sort(
    (one, other) =>
      ROLES.indexOf(one.role) - ROLES.indexOf(other.role) ||
      (one.id < other.id ? -1 : one.id > other.id ? 1 : 0),
  );

/** The post as members and dialogues know it, from the row that holds it. */
export const describePost = (row: {
  readonly id: string;
  readonly role: Appointment["role"];
  readonly fromOn: string;
  readonly unitId: string | null;
  readonly unitName: string | null;
  readonly unitKind: string | null;
}): Appointment => ({
  id: row.id,
  role: row.role,
  unit:
    row.unitId === null || row.unitName === null || row.unitKind === null
      ? null
      : { id: row.unitId, name: row.unitName, kind: row.unitKind },
  fromOn: localDate(row.fromOn),
});
