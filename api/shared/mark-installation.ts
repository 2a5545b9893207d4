import { insertInstallation, selectInstallation } from "../../db/queries/system-installation-queries.ts";
import { hasMembers } from "../../db/queries/system-organization-queries.ts";
import type { Database } from "../../db/scope.ts";

export type InstallationMode = "demo" | "live";

/** What this database was made by; null while nothing has been started on it. */
export const readInstallationMode = (database: Database): Promise<InstallationMode | null> =>
  database.inSystem(async (tx) => (await selectInstallation(tx))?.mode ?? null);

/**
 * Marks the database at the first start, and answers what it is marked as: a demonstration's clock and people never
 * mix with a live office. Where an operator invited people before any start it is live already. The caller refuses to
 * go on when the answer is another mode.
 */
export const markInstallation = (
  database: Database,
  mode: InstallationMode,
  now: Date,
): Promise<InstallationMode> =>
  database.inSystem(async (tx) => {
    if (mode === "demo" && (await selectInstallation(tx)) === null && (await hasMembers(tx))) return "live";
    await insertInstallation(tx, mode, now);
    return (await selectInstallation(tx))?.mode ?? mode;
  });
