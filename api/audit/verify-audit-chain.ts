import { countUnhashed, selectChain, selectChainOwners } from "../../db/queries/system-audit-queries.ts";
import type { Database } from "../../db/scope.ts";
import { type ChainVerdict, verifyChain } from "./verify-chain.ts";

export type AuditVerdict =
  | {
      readonly intact: true;
      readonly organizations: number;
      readonly entries: number;
      /** Written since the last tick: not chained yet, hence not judged. */
      readonly waiting: number;
    }
  /** The first place whose entry is missing, was changed, or does not follow the one before. */
  | { readonly intact: false; readonly organizationId: string; readonly position: number };

const OFFICES_AT_ONCE = 500;

/** Computes every office's chain again and compares. */
export const verifyAuditChain = async (database: Database): Promise<AuditVerdict> => {
  let organizations = 0;
  let entries = 0;
  let after: string | null = null;
  for (;;) {
    const owners = await ownersAfter(database, after);
    for (const organizationId of owners) {
      const verdict = await verifyOne(database, organizationId);
      if (verdict.brokenAt !== null) return { intact: false, organizationId, position: verdict.brokenAt };
      organizations += 1;
      entries += verdict.entries;
    }
    after = owners.at(-1) ?? null;
    if (owners.length < OFFICES_AT_ONCE) {
      const waiting = await database.inSystem(countUnhashed);
      return { intact: true, organizations, entries, waiting };
    }
  }
};

const ownersAfter = (database: Database, after: string | null): Promise<readonly string[]> =>
  database.inSystem((tx) => selectChainOwners(tx, after, OFFICES_AT_ONCE));

const verifyOne = (database: Database, organizationId: string): Promise<ChainVerdict> =>
  verifyChain((from, limit) => database.inSystem((tx) => selectChain(tx, organizationId, from, limit)));
