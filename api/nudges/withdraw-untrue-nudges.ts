import { withdrawDigests, withdrawNudges } from "../../db/queries/system-nudge-queries.ts";
import type { SystemTx } from "../../db/scope.ts";
import type { Merge } from "./merge-digests.ts";

/**
 * Takes back what a new note has made untrue, and what a later digest says again, before it leaves. The digests are
 * locked by the planning that found them. Returns how many nudges are no longer true.
 */
export const withdrawUntrueNudges = async (
  tx: SystemTx,
  organizationId: string,
  merge: Merge,
): Promise<number> => {
  await withdrawDigests(tx, merge.withdrawnOutboxIds);
  await withdrawNudges(tx, organizationId, merge.untrueIds, "no_longer_true");
  await withdrawNudges(tx, organizationId, merge.mergedIds, "merged_into_later");
  return merge.untrueIds.length;
};
