import { createHash } from "node:crypto";
import { once } from "node:events";
import { existsSync } from "node:fs";
import { open, rename, rm } from "node:fs/promises";
import { dirname } from "node:path";
import { finished } from "node:stream/promises";
import { createGzip } from "node:zlib";

export type BackupWriter = {
  /** One line of JSON each; waits where the disk is slower. */
  readonly lines: (texts: readonly string[]) => Promise<void>;
};

/** A file of that name is there already: it may be the only good one. */
export class FileExistsError extends Error {}

const syncFolder = async (path: string): Promise<void> => {
  const folder = await open(dirname(path));
  try {
    await folder.sync();
  } finally {
    await folder.close();
  }
};

/**
 * Writes the file under another name, for its owner's eyes alone, and renames it when it is whole and on the disk:
 * whatever bears the name was finished. Throws `FileExistsError`, and what the file system says.
 */
export const writeBackupFile = async (
  path: string,
  fill: (writer: BackupWriter) => Promise<void>,
): Promise<void> => {
  if (existsSync(path)) throw new FileExistsError(path);
  const draft = `${path}.part`;
  await rm(draft, { force: true });
  const file = (await open(draft, "wx", 0o600)).createWriteStream({ flush: true });
  const gzip = createGzip({ level: 6 });
  const ended = finished(file);
  // Told by `ended`; a write that waits meanwhile would wait forever.
  ended.catch((error: unknown) => gzip.destroy(error instanceof Error ? error : undefined));
  gzip.on("error", () => file.destroy());
  gzip.pipe(file);
  try {
    await fill({
      lines: async (texts) => {
        if (gzip.destroyed) return await ended;
        if (texts.length > 0 && !gzip.write(`${texts.join("\n")}\n`)) await once(gzip, "drain");
      },
    });
    gzip.end();
    await ended;
    await rename(draft, path);
    await syncFolder(path);
  } catch (error) {
    gzip.destroy();
    file.destroy();
    await ended.catch(() => undefined);
    await rm(draft, { force: true });
    throw error;
  }
};

export const sha256Of = (text: string): string => createHash("sha256").update(text).digest("hex");
