import { countUnchained, selectAuditEntries } from "../../db/queries/audit-queries.ts";
import { verifyChain } from "../audit/verify-chain.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type ShownChain = {
  readonly intact: boolean;
  /** The first place whose entry is missing, was changed, or does not follow the one before. */
  readonly brokenAt: number | null;
  readonly entries: number;
  readonly head: string;
  /** Written since the last tick: not chained yet, hence not judged. */
  readonly waiting: number;
};

/** Computes the office's chain again, from its first link. Refuses `not_allowed`. */
export const verifyOwnChain: UseCase<Record<string, never>, ShownChain> = async (work) => {
  if (!may(work.actor, "see-audit")) return refuse("not_allowed");
  const verdict = await verifyChain((from, limit) =>
    selectAuditEntries(work.tx, { above: from - 1, rising: true, limit }),
  );
  return ok({ intact: verdict.brokenAt === null, ...verdict, waiting: await countUnchained(work.tx) });
};
