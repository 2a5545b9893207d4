import { CHAIN_BEGINNING, type ChainedEntry, chainEntry } from "./chain-entry.ts";

export type Link = ChainedEntry & { readonly hash: string | null; readonly chainPosition: number | null };

export type ChainVerdict = {
  /** The first place whose entry is missing, was changed, or does not follow the one before. */
  readonly brokenAt: number | null;
  /** Links that are as they were written. */
  readonly entries: number;
  /** The hash of the last of them; empty before the first. */
  readonly head: string;
};

const LINKS_AT_ONCE = 2_000;

/** Computes one office's chain again and compares. `read` gives its links in order, from a place on. */
export const verifyChain = async (
  read: (from: number, limit: number) => Promise<readonly Link[]>,
): Promise<ChainVerdict> => {
  let head = CHAIN_BEGINNING;
  let position = 0;
  for (;;) {
    const links = await read(position + 1, LINKS_AT_ONCE);
    for (const link of links) {
      position += 1;
      if (link.chainPosition !== position || link.hash !== chainEntry(head, position, link))
        return { brokenAt: position, entries: position - 1, head };
      head = link.hash;
    }
    if (links.length < LINKS_AT_ONCE) return { brokenAt: null, entries: position, head };
  }
};
