import { postponeUpdate } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import type { ChannelName } from "../members/member.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { EVIDENCE_MAX_BYTES } from "./evidence-kind.ts";
import type { WaitingFile } from "./list-waiting-files.ts";

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

const FETCH_TRIES = 5;

/** Refuses `file_too_large`, `file_missing`. */
export const downloadWaitingFile = async (
  update: WaitingFile,
  download: Download,
): Promise<Result<Uint8Array>> => {
  const answer = await download(update, update.content, EVIDENCE_MAX_BYTES);
  if (answer.kind === "too_large") return refuse("file_too_large", { max: EVIDENCE_MAX_BYTES / 1024 / 1024 });
  return answer.kind === "gone" ? refuse("file_missing") : ok(answer.bytes);
};

/** Null: the messenger or the disk, not the file, is in trouble; to be tried again. After some tries `file_missing`. */
export const tryFile = async <T>(
  update: WaitingFile,
  steps: () => Promise<Result<T>>,
): Promise<Result<T> | null> => {
  try {
    return await steps();
  } catch {
    return update.failures + 1 >= FETCH_TRIES ? refuse("file_missing") : null;
  }
};

/** Each time after twice as long. */
export const postponeFile = async (database: Database, update: WaitingFile, now: Date): Promise<void> => {
  const retryAt = new Date(now.getTime() + 2_000 * 2 ** update.failures);
  await database.inSystem((tx) => postponeUpdate(tx, update.id, retryAt));
};
