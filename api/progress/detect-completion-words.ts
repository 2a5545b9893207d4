import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import type { UnderstoodNote } from "./note.ts";

const COMPLETION_WORDS = /(?<!\p{L})(?:xong|hoan thanh|hoan tat|ket thuc)(?!\p{L})/u;

/**
 * Words of completion stand in a note that was not understood as one ("xong ngay mai", "thuc hiennn xong"): whoever
 * meant a completion has to hear that none was recorded.
 */
export const detectCompletionWords = ({ state, text }: Pick<UnderstoodNote, "state" | "text">): boolean =>
  state === null && COMPLETION_WORDS.test(foldVietnamese(text));
