import { forgetRowsAhead } from "../../db/queries/system-clock-queries.ts";
import { lastTick } from "../../db/queries/system-due-queries.ts";
import type { Database } from "../../db/scope.ts";

/** By less than this a clock is put right without anything to be taken back: planning waits until it is as late again. */
const SET_BACK_MS = 3_600_000;

/**
 * After the machine's clock ran ahead and was put right, everything planned ahead would keep the office silent until
 * then. Answers whether that was so, and what is ahead was forgotten.
 */
export const forgetTimeAhead = (database: Database, now: Date): Promise<boolean> =>
  database.inSystem(async (tx) => {
    const last = await lastTick(tx);
    if (last === null || last.getTime() - now.getTime() < SET_BACK_MS) return false;
    await forgetRowsAhead(tx, now);
    return true;
  });
