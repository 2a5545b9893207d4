import { updateDemonstrationClock } from "../../db/queries/system-demonstration-queries.ts";
import { lastTick } from "../../db/queries/system-due-queries.ts";
import { selectInstallation } from "../../db/queries/system-installation-queries.ts";
import type { Database } from "../../db/scope.ts";

/**
 * Where the demonstration's clock stood; null before the demonstration was made ready. Never behind the last
 * planning: a process that was killed may have planned after it last noted the clock.
 */
export const readDemonstrationClock = (database: Database): Promise<Date | null> =>
  database.inSystem(async (tx) => {
    const clockAt = (await selectInstallation(tx))?.clockAt ?? null;
    if (clockAt === null) return null;
    const planned = await lastTick(tx);
    return planned !== null && planned > clockAt ? planned : clockAt;
  });

export const storeDemonstrationClock = (database: Database, at: Date): Promise<void> =>
  database.inSystem((tx) => updateDemonstrationClock(tx, at));
