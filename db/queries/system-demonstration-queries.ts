import { sql } from "drizzle-orm";
import { installation } from "../schema/installation.ts";
import type { SystemTx } from "../scope.ts";

/** Forward only, so that a late write of an earlier moment changes nothing. */
export const updateDemonstrationClock = async (tx: SystemTx, at: Date): Promise<void> => {
  const instant = sql`${at.toISOString()}::timestamptz`;
  await tx.db
    .update(installation)
    .set({ clockAt: at })
    .where(sql`mode = 'demo' and (${installation.clockAt} is null or ${installation.clockAt} < ${instant})`);
};
