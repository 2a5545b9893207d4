import {
  type HashedEntry,
  lockAuditChain,
  selectChainEnds,
  selectUnhashed,
  setHashes,
} from "../../db/queries/system-audit-queries.ts";
import type { Database, SystemTx } from "../../db/scope.ts";
import { CHAIN_BEGINNING, chainEntry } from "./chain-entry.ts";

const ENTRIES_AT_ONCE = 2_000;

/**
 * Chains what was written since the last tick, each office's entries in their order, many offices at once. Not
 * under a lock in every write, so that two units that report at once do not wait for each other.
 * Returns how many entries were hashed.
 */
export const hashAuditChain = async (database: Database): Promise<number> => {
  let hashed = 0;
  for (;;) {
    const done = await database.inSystem(hashBatch);
    hashed += done;
    if (done < ENTRIES_AT_ONCE) return hashed;
  }
};

const hashBatch = async (tx: SystemTx): Promise<number> => {
  await lockAuditChain(tx);
  const entries = await selectUnhashed(tx, ENTRIES_AT_ONCE);
  const offices = [...new Set(entries.map(({ organizationId }) => organizationId))];
  const ends = new Map(await selectChainEnds(tx, offices));
  const hashes = entries.map((entry): HashedEntry => {
    const end = ends.get(entry.organizationId) ?? { position: 0, hash: CHAIN_BEGINNING };
    const position = end.position + 1;
    const hash = chainEntry(end.hash, position, entry);
    ends.set(entry.organizationId, { position, hash });
    return { organizationId: entry.organizationId, sequence: entry.sequence, position, hash };
  });
  await setHashes(tx, hashes);
  return entries.length;
};
