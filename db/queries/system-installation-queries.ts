import { eq } from "drizzle-orm";
import { installation } from "../schema/installation.ts";
import type { SystemTx } from "../scope.ts";

export type InstallationRow = { readonly mode: "demo" | "live"; readonly clockAt: Date | null };

export const selectInstallation = async (tx: SystemTx): Promise<InstallationRow | null> =>
  (
    await tx.db
      .select({ mode: installation.mode, clockAt: installation.clockAt })
      .from(installation)
      .where(eq(installation.id, 1))
  )[0] ?? null;

/** The first process decides; a second one at the same moment changes nothing. */
export const insertInstallation = async (
  tx: SystemTx,
  mode: "demo" | "live",
  createdAt: Date,
): Promise<void> => {
  await tx.db.insert(installation).values({ id: 1, mode, clockAt: null, createdAt }).onConflictDoNothing();
};
