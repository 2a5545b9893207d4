import type { MemberActor } from "../members/member.ts";
import { may } from "../members/permissions.ts";

/** What a received file is for: a document that becomes a catalogue, or evidence of work. */
export type FileUse = "document" | "evidence";

export type SentFile = {
  /** What the messenger says it is. */
  readonly kind: string | null;
  readonly caption: string;
};

/**
 * By the post that the chat speaks for: who may load a catalogue sends documents, everybody else evidence. A picture
 * with words under it is meant as evidence, whoever sends it.
 */
export const chooseFileUse = (actor: MemberActor, { kind, caption }: SentFile): FileUse => {
  const isNotedPicture = kind?.startsWith("image/") === true && caption.trim() !== "";
  return may(actor, "load-catalogue") && !isNotedPicture ? "document" : "evidence";
};
