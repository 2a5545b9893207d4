import { and, eq, isNull } from "drizzle-orm";
import { calendarFeed } from "../schema/access.ts";
import type { SystemTx } from "../scope.ts";

/** Whose calendar stands under that address. */
export const findFeedByHash = async (
  tx: SystemTx,
  tokenHash: string,
): Promise<{ readonly organizationId: string; readonly id: string } | null> =>
  (
    await tx.db
      .select({ organizationId: calendarFeed.organizationId, id: calendarFeed.id })
      .from(calendarFeed)
      .where(and(eq(calendarFeed.tokenHash, tokenHash), isNull(calendarFeed.revokedAt)))
  )[0] ?? null;
