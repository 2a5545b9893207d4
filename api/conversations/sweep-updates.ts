import { deleteHandledUpdates } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";

/** Messengers repeat an update for a day at most; the web chat shows its own talk for as long as this. */
const KEPT_DAYS = 60;

/** Forgets what came in and was handled long ago. Returns how many updates were forgotten. */
export const sweepUpdates = (database: Database, now: Date): Promise<number> =>
  database.inSystem((tx) => deleteHandledUpdates(tx, new Date(now.getTime() - KEPT_DAYS * 24 * 3600 * 1000)));
