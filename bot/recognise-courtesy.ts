import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";

const LONGEST = 80;
const GREETING = /^(?:(?:xin|kinh) )?chao$|^(?:alo|hello|hi)$/;
const THANKS = /^(?:(?:xin )?(?:chan thanh )?cam on|thanks|thank you|tks)$/;
/** "Rồi" alone may be a note: "ok rồi" under a task is not mere courtesy. */
const NOD = /^(?:ok|oke|okie|okay|vang|u|uh|da|ro|(?:da )?(?:ro|biet|hieu)(?: roi)?)$/;
const FILLER =
  /^(?:a|em|anh|chi|co|chu|bac|ban|ad|dong chi|nhe|nha|nhieu|rat|lam|moi nguoi|ca nha|buoi sang|buoi chieu)$/;

const SIGNS = /[^\p{L}\p{N}]+/gu;

/**
 * "Dạ em chào anh chị ạ", "ok", "vâng ạ", "cảm ơn em", a thumb: nothing but courtesy. Null as soon as one word says
 * more, for that may be a note.
 */
export const recogniseCourtesy = (text: string): "greeting" | "thanks" | null => {
  if (text.length > LONGEST || text.trim() === "") return null;
  const words = foldVietnamese(text).replaceAll(SIGNS, " ").trim().split(" ");
  // Signs alone: a thumb, "?", "..".
  if (words[0] === "") return /\p{Extended_Pictographic}/u.test(text) ? "thanks" : null;
  let meaning: "greeting" | "thanks" | null = null;
  for (let at = 0; at < words.length; ) {
    const length = [3, 2, 1].find((many) => {
      const phrase = words.slice(at, at + many).join(" ");
      return at + many <= words.length && [GREETING, THANKS, NOD, FILLER].some((known) => known.test(phrase));
    });
    if (length === undefined) return null;
    const phrase = words.slice(at, at + length).join(" ");
    if (GREETING.test(phrase)) meaning = "greeting";
    else if (!FILLER.test(phrase)) meaning ??= "thanks";
    at += length;
  }
  return meaning;
};
