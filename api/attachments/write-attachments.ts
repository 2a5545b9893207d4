import { z } from "zod";
import { insertAttachment } from "../../db/queries/progress-queries.ts";
import type { Work } from "../shared/work.ts";

/** A file that `keep-file` has checked and laid aside under its hash. */
export const attachmentSchema = z.object({
  sha256: z.string().regex(/^[0-9a-f]{64}$/),
  kind: z.string().max(100),
  size: z.int().positive(),
  name: z.string().max(255),
});
export type KeptAttachment = z.infer<typeof attachmentSchema>;

/** The rows of a note's evidence, in the note's own transaction; the files already lie under their names. */
export const writeAttachments = async (
  work: Work,
  noteId: string,
  files: readonly KeptAttachment[],
): Promise<void> => {
  for (const file of files)
    await insertAttachment(work.tx, {
      id: work.newId(),
      progressUpdateId: noteId,
      receivedAt: work.now,
      ...file,
    });
};
