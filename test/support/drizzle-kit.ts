import { generateDrizzleJson, generateMigration } from "drizzle-kit/api";

export type { DrizzleSnapshotJSON } from "drizzle-kit/api";
export { generateDrizzleJson, generateMigration };

// Loading it gives every array of the process an enumerable `random`, and the PDF library then refuses every file that
// a later test of the same worker hands it.
for (const name of Object.keys(Array.prototype))
  Object.defineProperty(Array.prototype, name, { enumerable: false });
