import type { Work } from "../shared/work.ts";
import { loadOwnNumbers } from "./read-message.ts";
import { splitNotes } from "./split-notes.ts";

/**
 * The number of another task of the asker's unit that words on the task with that `number` go on about, as the chat
 * would part them; or null.
 */
export const findOtherTask = async (work: Work, number: string, text: string): Promise<string | null> => {
  const typed = `${number}: ${text}`;
  if (splitNotes(typed).lines.length === 1) return null;
  const own = await loadOwnNumbers(work);
  const others = splitNotes(typed, undefined, own).lines.map((line) => line.number);
  return others.find((one) => one !== null && one !== number && own.has(one.toLowerCase())) ?? null;
};
