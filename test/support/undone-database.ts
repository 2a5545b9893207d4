import { sql } from "drizzle-orm";
import type { Database, Db } from "../../db/scope.ts";
import { rowsOf } from "./two-offices.ts";

/** Thrown to take back what was done. */
class Undo extends Error {}

/** Whether this transaction has written or locked any row; a reader needs no number. */
export const hasWritten = async (db: Db): Promise<boolean> => {
  const [row] = await rowsOf<{ wrote: boolean }>(
    db,
    sql`select pg_current_xact_id_if_assigned() is not null as wrote`,
  );
  return row?.wrote === true;
};

/**
 * A database of which the door's transactions are looked at and taken back, so that a thousand requests find the
 * same office. `look` sees the rows as the transaction would leave them, as the owner; `value` is what it answered.
 */
export const undoneDatabase = (
  database: Database,
  look: (db: Db, value: unknown) => Promise<void> = async () => {},
): Database => ({
  ...database,
  inBoth: async (work) => {
    type Value = Awaited<ReturnType<typeof work>>;
    const outcome: { readonly value: Value }[] = [];
    try {
      await database.inBoth(async (both) => {
        const value = await work(both);
        const { db } = both.system;
        // What only the commit would have checked, and everybody's rows.
        await db.execute(sql`set local role none`);
        await db.execute(sql`set constraints all immediate`);
        await look(db, value);
        outcome.push({ value });
        throw new Undo();
      });
    } catch (error) {
      if (!(error instanceof Undo)) throw error;
    }
    const [done] = outcome;
    if (done === undefined) throw new Error("the transaction answered nothing");
    return done.value;
  },
});
