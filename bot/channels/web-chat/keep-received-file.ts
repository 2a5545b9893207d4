import { createHash } from "node:crypto";
import { mkdir, readdir, readFile, stat, unlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import type { DownloadOutcome } from "../channel.ts";

export const FILE_BYTES = 20 * 1024 * 1024;
const KEPT_FOR_MS = 3 * 24 * 3600 * 1000;
const FILE_KEY = /^[0-9a-f]{64}$/;

/**
 * Files lie here between the page's post and the moment that the conversation takes them up as evidence; what is
 * left over is swept at the start. The name comes from the update's key, so that a second try of the same post
 * meets the same file.
 */
export const receivedFiles = (folder: string) => ({
  keep: async (updateKey: string, bytes: Uint8Array): Promise<string> => {
    const fileKey = createHash("sha256").update(updateKey).digest("hex");
    await mkdir(folder, { recursive: true, mode: 0o700 });
    await writeFile(join(folder, fileKey), bytes, { mode: 0o600 });
    return fileKey;
  },

  download: async (fileKey: string, maxBytes: number): Promise<DownloadOutcome> => {
    if (!FILE_KEY.test(fileKey)) return { kind: "gone" };
    try {
      const path = join(folder, fileKey);
      if ((await stat(path)).size > maxBytes) return { kind: "too_large" };
      return { kind: "bytes", bytes: await readFile(path) };
    } catch {
      return { kind: "gone" };
    }
  },

  /** By the file system's own times: the demonstration's clock is another one. */
  sweep: async (now: number): Promise<void> => {
    const names = await readdir(folder).catch(() => []);
    for (const name of names.filter((each) => FILE_KEY.test(each))) {
      const path = join(folder, name);
      const age = await stat(path).then(
        ({ mtimeMs }) => now - mtimeMs,
        () => 0,
      );
      if (age > KEPT_FOR_MS) await unlink(path).catch(() => undefined);
    }
  },
});
export type ReceivedFiles = ReturnType<typeof receivedFiles>;
