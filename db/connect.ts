import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { lockDataFolder } from "./lock-data-folder.ts";
import { makeDataFolder } from "./make-data-folder.ts";
import type { Database } from "./scope.ts";

/**
 * PostgreSQL at `databaseUrl`; without it the embedded database in `dataDir`, locked for this process.
 * Throws `DataFolderBusyError` when another process has the folder.
 */
export const connect = async (where: {
  readonly databaseUrl?: string | undefined;
  readonly dataDir: string;
}): Promise<Database> => {
  // Each engine is loaded only where it is used: the other one's code is memory that an office pays for.
  if (where.databaseUrl !== undefined)
    return (await import("./connect-postgres.ts")).connectPostgres(where.databaseUrl);
  const folder = join(where.dataDir, "database");
  mkdirSync(where.dataDir, { recursive: true, mode: 0o700 });
  const lock = await lockDataFolder(where.dataDir);
  try {
    await makeDataFolder(where.dataDir, folder);
    return await (await import("./connect-embedded.ts")).openEmbedded(folder, lock);
  } catch (error) {
    await lock.release();
    throw error;
  }
};
