import { statSync, unlinkSync } from "node:fs";
import { readdir } from "node:fs/promises";
import { join } from "node:path";
import { selectNamedFiles } from "../../db/queries/system-attachment-queries.ts";
import type { Database } from "../../db/scope.ts";
import { evidenceFolder } from "./keep-file.ts";

const DAY_MS = 24 * 3600 * 1000;
/** Hashes asked about in one statement. */
const ASKED_AT_ONCE = 5_000;

const SHA256 = /^[0-9a-f]{64}$/;
/** What a death while writing leaves behind. */
const DRAFT = /^[0-9a-f]{64}\.[0-9a-f]{8}$/;

type Lying = { readonly path: string; readonly name: string };

const listFolder = (folder: string): Promise<string[]> => readdir(folder).catch(() => []);

/** Without waiting in between: within this process nobody renews a file between the look and the removal. */
const removeIfOld = (path: string, before: number): boolean => {
  try {
    if (statSync(path).mtimeMs >= before) return false;
    unlinkSync(path);
    return true;
  } catch {
    // Gone already, or not to be had: the next sweep meets it again.
    return false;
  }
};

const isOld = (path: string, before: number): boolean =>
  (statSync(path, { throwIfNoEntry: false })?.mtimeMs ?? before) < before;

/**
 * Removes evidence files that no note names and no waiting update will name, once they are older than a day;
 * drafts likewise. Strange files stay. `wallClock` is the file system's present: the demonstration's clock is
 * another one. Returns how many were removed.
 */
export const sweepEvidence = async (
  database: Database,
  dataDir: string,
  wallClock: Date,
): Promise<number> => {
  const before = wallClock.getTime() - DAY_MS;
  const root = evidenceFolder(dataDir);
  const old: Lying[] = [];
  for (const prefix of (await listFolder(root)).filter((name) => /^[0-9a-f]{2}$/.test(name)))
    for (const name of await listFolder(join(root, prefix))) {
      const path = join(root, prefix, name);
      if ((SHA256.test(name) || DRAFT.test(name)) && isOld(path, before)) old.push({ path, name });
    }
  let removed = 0;
  for (let from = 0; from < old.length; from += ASKED_AT_ONCE) {
    const asked = old.slice(from, from + ASKED_AT_ONCE);
    const hashes = asked.map(({ name }) => name).filter((name) => SHA256.test(name));
    const named = await database.inSystem((tx) => selectNamedFiles(tx, hashes));
    for (const { path, name } of asked) if (!named.has(name) && removeIfOld(path, before)) removed += 1;
  }
  return removed;
};
