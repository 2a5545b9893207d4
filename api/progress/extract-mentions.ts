import { readTaskNumberAt } from "./parse-task-number.ts";
import { tokeniseNote } from "./tokenise-note.ts";

const REACH = 2_000;
const NAMED = /^(?:nhi[eệ]m|nv|m[uụ]c|stt|[dđ][aầ]u)/iu;

/** Dotted numbers anywhere in the words that may be tasks; `named` where "nhiệm vụ", "mục" stands before one. */
export const extractMentions = (
  text: string,
): readonly { readonly number: string; readonly named: boolean }[] => {
  const mentions: { number: string; named: boolean }[] = [];
  let end = 0;
  for (const { start } of tokeniseNote(text.slice(0, REACH))) {
    if (start < end) continue;
    const read = readTaskNumberAt(text, start, null);
    if (read === null || !read.number.includes(".")) continue;
    mentions.push({ number: read.number, named: NAMED.test(text.slice(start, start + 8)) });
    end = read.end;
  }
  return mentions;
};
