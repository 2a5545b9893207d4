import { snakeKey, snakeKeys } from "../shared/key-case.ts";

/** An entry's details as the API writes them: also the names of fields that stand in them as values. */
export const describeDetails = (details: unknown): unknown => {
  if (typeof details !== "object" || details === null || !("fields" in details)) return snakeKeys(details);
  const { fields } = details;
  return snakeKeys({
    ...details,
    fields: Array.isArray(fields) ? fields.map((field) => snakeKey(String(field))) : fields,
  });
};
