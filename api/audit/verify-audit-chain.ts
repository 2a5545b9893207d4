import { countUnhashed, selectChain, selectChainOwners } from "../../db/queries/system-audit-queries.ts";
import type { Database } from "../../db/scope.ts";
import { CHAIN_BEGINNING, chainEntry } from "./chain-entry.ts";

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

const ENTRIES_AT_ONCE = 2_000;
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

const verifyOne = async (
  database: Database,
  organizationId: string,
): Promise<{ readonly brokenAt: number | null; readonly entries: number }> => {
  let previous = CHAIN_BEGINNING;
  let position = 0;
  for (;;) {
    const from = position + 1;
    const rows = await database.inSystem((tx) => selectChain(tx, organizationId, from, ENTRIES_AT_ONCE));
    for (const row of rows) {
      position += 1;
      if (row.chainPosition !== position || row.hash !== chainEntry(previous, position, row))
        return { brokenAt: position, entries: position - 1 };
      previous = row.hash;
    }
    if (rows.length < ENTRIES_AT_ONCE) return { brokenAt: null, entries: position };
  }
};
