import { FIELD_ROLES, type FieldRole } from "./catalogue-entry.ts";
import type { PlacedTask } from "./label-tasks.ts";

/** Of so many rows, a field that nearly all have is missed where it is not. */
const FEWEST = 5;
const NEARLY_ALL = 0.8;

/** The fields that nearly every row of a table has; none of a list, where each item says what it has to say. */
export const tallyUsualFields = (tasks: readonly PlacedTask[]): ReadonlySet<FieldRole> => {
  const rows = tasks.filter(
    ({ node, isHeading }) => node.entry.from === "row" && !isHeading && node.children.length === 0,
  );
  if (rows.length < FEWEST) return new Set();
  return new Set(
    FIELD_ROLES.filter(
      (role) =>
        rows.filter(({ node }) => (node.entry.fields[role] ?? node.shared[role]) !== undefined).length >=
        rows.length * NEARLY_ALL,
    ),
  );
};
