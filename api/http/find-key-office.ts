import { findOfficeOfKey } from "../../db/queries/system-key-queries.ts";
import type { BothTx } from "../../db/scope.ts";

/** The office that a key opens, by the key's hash; null where there is no such key. */
export type FindKeyOffice = (both: BothTx, keyHash: string) => Promise<string | null>;

const MOST_KEPT = 10_000;

/**
 * What is found is kept, so that a request begins in its office at once: a key's office never changes, and an office
 * that is gone or restored has the key or has it not, as every request reads there anew, with all that can change of
 * the key (whether it is revoked, until when it holds, what it may). A hash that is nobody's is not kept.
 */
export const createKeyOffices = (): FindKeyOffice => {
  const offices = new Map<string, string>();
  return async (both, keyHash) => {
    const known = offices.get(keyHash);
    if (known !== undefined) return known;
    const found = await findOfficeOfKey(both.system, keyHash);
    if (found === null) return null;
    if (offices.size >= MOST_KEPT) offices.clear();
    offices.set(keyHash, found);
    return found;
  };
};
