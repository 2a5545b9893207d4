import { z } from "zod";

/** What an answer to a message is about: kept with the message, so that a reply finds its task. */
export const messageSubjectSchema = z.discriminatedUnion("kind", [
  z.object({ kind: z.literal("task"), taskId: z.uuid(), unitId: z.uuid() }),
  z.object({ kind: z.literal("note"), noteId: z.uuid(), taskId: z.uuid(), unitId: z.uuid() }),
  /** A published version: what the unit has received is all that it leads there. */
  z.object({ kind: z.literal("catalogue"), catalogueId: z.uuid(), unitId: z.uuid() }),
  z.object({ kind: z.literal("claim"), claimId: z.uuid() }),
]);
export type MessageSubject = z.infer<typeof messageSubjectSchema>;
