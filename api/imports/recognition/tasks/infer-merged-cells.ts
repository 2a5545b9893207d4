import type { CatalogueEntry, FieldRole, FieldText } from "./catalogue-entry.ts";

/** Columns that a table fills in every row, unless a cell is merged with the one above. */
const FILLED: readonly FieldRole[] = ["lead", "time_frame"];
/** Of the tasks beside which a column is filled, so that an empty cell is remarkable. */
const USUAL_SHARE = 0.7;
const FEWEST_ROWS = 4;
/** A guess that is always shown to a person. */
const CERTAINTY = 0.55;

/**
 * Lines of a text keep nothing of a cell merged over several rows: it stands in the first of them, and is missing in
 * the others. Where nearly every task has a lead, the one above is likelier than none.
 */
export const inferMergedCells = (entries: readonly CatalogueEntry[]): readonly CatalogueEntry[] => {
  const tasks = entries.filter(isTask);
  const usual = FILLED.filter(
    (role) =>
      tasks.length >= FEWEST_ROWS &&
      tasks.filter(({ fields }) => fields[role] !== undefined).length >= tasks.length * USUAL_SHARE,
  );
  const above: Partial<Record<FieldRole, FieldText>> = {};
  return entries.map((entry) => {
    const fields: Partial<Record<FieldRole, FieldText>> = { ...entry.fields };
    for (const role of usual) {
      const own = fields[role];
      const given = above[role];
      // A heading ends what was merged over it.
      if (!isTask(entry)) delete above[role];
      else if (own !== undefined) above[role] = own;
      else if (given !== undefined)
        fields[role] = { ...given, continued: true, certainty: Math.min(given.certainty, CERTAINTY) };
    }
    return { ...entry, fields };
  });
};

const isTask = ({ heading, fields }: CatalogueEntry): boolean => !heading && Object.keys(fields).length > 0;
