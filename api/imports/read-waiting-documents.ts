import { noteFileKept } from "../../db/queries/system-update-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import {
  type Download,
  downloadWaitingFile,
  postponeFile,
  tryFile,
} from "../attachments/download-waiting-file.ts";
import { listWaitingFiles, type WaitingFile } from "../attachments/list-waiting-files.ts";
import { findChatMember } from "../members/find-chat-member.ts";
import { openWork } from "../organizations/open-work.ts";
import { refuse } from "../shared/result.ts";
import type { InWork } from "../shared/work.ts";
import { importFile } from "./import-file.ts";

/** After a mistake of ours the document is tried once more, then its update goes on without it. */
const READING_TRIES = 2;

/**
 * Reads the documents of waiting updates, outside any transaction, and keeps with each update what came of it: the
 * draft, the refusal, or null where the program failed on it. Their updates are handled afterwards. Killed in between
 * it reads again, and the same file is the same draft. Returns how many were settled; `failed` hears of mistakes.
 */
export const readWaitingDocuments = async (
  database: Database,
  download: Download,
  now: Date,
  failed: (error: unknown) => void,
): Promise<number> => {
  let settled = 0;
  for (const update of await listWaitingFiles(database, now)) {
    if (update.use !== "document") continue;
    const document = await readOne(database, update, download, now).catch((error: unknown) => {
      failed(error);
      return update.failures + 1 >= READING_TRIES ? null : AGAIN;
    });
    if (document === AGAIN) await postponeFile(database, update, now);
    else {
      await database.inSystem((tx) => noteFileKept(tx, update.id, { document }));
      settled += 1;
    }
  }
  return settled;
};

const AGAIN = "again";

const readOne = async (database: Database, update: WaitingFile, download: Download, now: Date) => {
  const fetched = await tryFile(update, () => downloadWaitingFile(update, download));
  if (fetched === null) return AGAIN;
  return fetched.ok
    ? importFile(asSender(database, update, now), { bytes: fetched.value, fileName: update.name ?? "" })
    : fetched;
};

/** Who sent it may have left, or speak for another post, by the time that it is read. */
const asSender =
  (database: Database, { channel, account, chatKey }: WaitingFile, now: Date): InWork =>
  (steps) =>
    database.inBoth(async (both) => {
      const sender = chatKey === null ? null : await findChatMember(both, { channel, account, chatKey }, now);
      if (sender === null) return refuse("not_linked");
      return both.asTenant(tenantScope(sender.organizationId), async (tx) =>
        steps(await openWork(tx, sender.actor, now)),
      );
    });
