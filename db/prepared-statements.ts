/**
 * Statements that are prepared once for each connection. Unprepared ones are described before they are executed, which
 * is a second way there and back, and are planned anew each time. Those with lists have as many wordings as lengths, so
 * there is an end to how many are kept. Behind pgbouncer the client prepares none.
 */
const PREPARED = new Set<string>();
const MOST_PREPARED = 400;
/** More are a list, or many rows at once. */
const MOST_VALUES = 40;

export const isPrepared = (statement: string, values: readonly unknown[] | undefined): boolean => {
  if (values === undefined || values.length === 0 || values.length > MOST_VALUES) return false;
  if (PREPARED.has(statement)) return true;
  if (PREPARED.size >= MOST_PREPARED) return false;
  PREPARED.add(statement);
  return true;
};
