import { splitNotes } from "../api/progress/split-notes.ts";
import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";

/** Nobody says that a task was received with more words than these, but numbers may be many. */
const LONGEST = 400;
const RECEIVED =
  /^(?:received|(?:da nhan|da tiep nhan|tiep nhan)(?: (?:nhiem vu|viec))?(?: roi)?(?: a)?)[.!]*$/;
/** Before numbers, as typed: folded, "3.5.đ" would be another task. */
const RECEIVED_BEFORE =
  /^(?:đã|da)\s+(?:ti[eế]p\s+)?nh[aậ]n(?:\s+(?:nhi[eệ]m\s+v[uụ]|vi[eệ]c))?(?:\s*:\s*|\s+)(\S.*)$/iu;

/**
 * "Đã nhận", "2.4 đã nhận", "2.3, 3.1 đã tiếp nhận", "đã nhận nhiệm vụ 2.4": the numbers that were named, none where
 * the words stand alone. Null for anything that says more or something else, which may be a note.
 */
export const recogniseAcknowledgement = (text: string): readonly string[] | null => {
  const words = text.normalize("NFC").trim();
  if (words.length > LONGEST) return null;
  if (RECEIVED.test(foldVietnamese(words))) return [];
  const behind = RECEIVED_BEFORE.exec(words)?.[1];
  const { lines } = splitNotes(behind ?? words);
  const fits = (said: string): boolean =>
    behind === undefined ? RECEIVED.test(foldVietnamese(said)) : /^[.!]*$/.test(said);
  const numbers = lines.flatMap(({ number, text: said }) => (number !== null && fits(said) ? [number] : []));
  return numbers.length === lines.length ? numbers : null;
};
