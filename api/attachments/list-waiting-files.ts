import { z } from "zod";
import { selectWaitingFiles, type WaitingFileRow } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import { findChatMember } from "../members/find-chat-member.ts";
import { chooseFileUse, type FileUse } from "./choose-file-use.ts";

export type WaitingFile = WaitingFileRow & {
  readonly name: string | null;
  /** Null: of a stranger, whose files are not fetched. */
  readonly use: FileUse | null;
};

const FILES_AT_ONCE = 10;

const sentSchema = z.object({
  content: z.object({
    file: z.object({ name: z.string().nullable(), kind: z.string().nullable() }),
    caption: z.string(),
  }),
});
const UNREADABLE = { name: null, kind: null, caption: "" };

/** Files of waiting updates that nobody has laid aside or read yet, the oldest first. */
export const listWaitingFiles = async (database: Database, now: Date): Promise<readonly WaitingFile[]> => {
  const rows = await database.inSystem((tx) => selectWaitingFiles(tx, now, FILES_AT_ONCE));
  const files: WaitingFile[] = [];
  for (const row of rows) {
    const parsed = sentSchema.safeParse(row.content).data?.content;
    const sent = parsed === undefined ? UNREADABLE : { ...parsed.file, caption: parsed.caption };
    const { chatKey } = row;
    const member =
      chatKey === null
        ? null
        : await database.inBoth((both) => findChatMember(both, { ...row, chatKey }, now));
    files.push({ ...row, name: sent.name, use: member === null ? null : chooseFileUse(member.actor, sent) });
  }
  return files;
};
