import { noteFileKept } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import type { Result } from "../shared/result.ts";
import { refuse } from "../shared/result.ts";
import { type Download, downloadWaitingFile, postponeFile, tryFile } from "./download-waiting-file.ts";
import { keepFile } from "./keep-file.ts";
import { listWaitingFiles, type WaitingFile } from "./list-waiting-files.ts";
import type { KeptAttachment } from "./write-attachments.ts";

/**
 * Lays aside the evidence of waiting updates, outside any transaction; their updates are handled afterwards. A file
 * of a stranger is not fetched, a document is left to whoever reads it. Returns how many were settled.
 */
export const fetchWaitingFiles = async (
  database: Database,
  download: Download,
  dataDir: string,
  now: Date,
): Promise<number> => {
  let settled = 0;
  for (const update of await listWaitingFiles(database, now)) {
    if (update.use === "document") continue;
    const kept = update.use === null ? refuse("not_linked") : await fetchOne(update, download, dataDir);
    if (kept === null) await postponeFile(database, update, now);
    else {
      await database.inSystem((tx) => noteFileKept(tx, update.id, kept));
      settled += 1;
    }
  }
  return settled;
};

/** Null: to be tried again. */
const fetchOne = (
  update: WaitingFile,
  download: Download,
  dataDir: string,
): Promise<Result<KeptAttachment> | null> =>
  tryFile(update, async () => {
    const fetched = await downloadWaitingFile(update, download);
    return fetched.ok ? keepFile(dataDir, fetched.value, update.name) : fetched;
  });
