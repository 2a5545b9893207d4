import type { SQL } from "drizzle-orm";
import type { SystemTx, TenantTx } from "../scope.ts";

/** The rows of a written-out statement; postgres.js answers with an array, PGlite with `{ rows }`. */
export const rows = async <Row>(tx: TenantTx | SystemTx, statement: SQL): Promise<Row[]> => {
  const answer: unknown = await tx.db.execute(statement);
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Row[];
};
