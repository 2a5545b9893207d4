import { z } from "zod";
import {
  noteFileKept,
  postponeUpdate,
  selectWaitingFiles,
  type WaitingFileRow,
} from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import type { ChannelName } from "../members/member.ts";
import type { Result } from "../shared/result.ts";
import { refuse } from "../shared/result.ts";
import { EVIDENCE_MAX_BYTES } from "./evidence-kind.ts";
import { keepFile } from "./keep-file.ts";
import type { KeptAttachment } from "./write-attachments.ts";

/** Gets a received file's bytes from its messenger; throws when the messenger cannot be asked now. */
export type Download = (
  bot: { readonly channel: ChannelName; readonly account: string },
  content: unknown,
  maxBytes: number,
) => Promise<
  | { readonly kind: "bytes"; readonly bytes: Uint8Array }
  | { readonly kind: "too_large" }
  | { readonly kind: "gone" }
>;

const FILES_AT_ONCE = 10;
const FETCH_TRIES = 5;

const nameSchema = z.object({ content: z.object({ file: z.object({ name: z.string().nullable() }) }) });

/**
 * Lays aside the files of waiting updates, outside any transaction; their updates are handled afterwards. A file
 * of a stranger is not fetched. Returns how many were settled.
 */
export const fetchWaitingFiles = async (
  database: Database,
  download: Download,
  dataDir: string,
  now: Date,
): Promise<number> => {
  const waiting = await database.inSystem((tx) => selectWaitingFiles(tx, now, FILES_AT_ONCE));
  let settled = 0;
  for (const update of waiting) {
    const kept = update.linked ? await fetchOne(update, download, dataDir) : refuse("not_linked");
    await database.inSystem(async (tx) => {
      if (kept !== null) return noteFileKept(tx, update.id, kept);
      await postponeUpdate(tx, update.id, new Date(now.getTime() + 2_000 * 2 ** update.failures));
    });
    settled += kept === null ? 0 : 1;
  }
  return settled;
};

/** Null: to be tried again. */
const fetchOne = async (
  update: WaitingFileRow,
  download: Download,
  dataDir: string,
): Promise<Result<KeptAttachment> | null> => {
  try {
    const answer = await download(update, update.content, EVIDENCE_MAX_BYTES);
    if (answer.kind === "too_large")
      return refuse("file_too_large", { max: EVIDENCE_MAX_BYTES / 1024 / 1024 });
    if (answer.kind === "gone") return refuse("file_missing");
    return await keepFile(
      dataDir,
      answer.bytes,
      nameSchema.safeParse(update.content).data?.content.file.name ?? null,
    );
  } catch {
    // The messenger, not the file, is in trouble.
    return update.failures + 1 >= FETCH_TRIES ? refuse("file_missing") : null;
  }
};
