/** The longest text that a reading holds; a real title has some 2,000 characters. */
export const LONGEST_TEXT = 20_000;

/** Without the signs at its end. Counted backwards: a pattern would try every one of a thousand dashes. */
export const withoutEnd = (text: string, signs: string): string => {
  let end = text.length;
  while (end > 0 && (signs.includes(text.charAt(end - 1)) || text.charAt(end - 1).trim() === "")) end -= 1;
  return text.slice(0, end);
};

/** At most so many characters of a text; what is written as two of them (a sign beyond the usual ones) is not cut in two. */
export const clipText = (text: string, most: number): string => {
  if (text.length <= most) return text;
  const end = /[\uD800-\uDBFF]/.test(text.charAt(most - 1)) ? most - 1 : most;
  return text.slice(0, end);
};

/** Ends with a whole word and an ellipsis where something was left out; a word without end is cut. */
export const shortenText = (text: string, most = LONGEST_TEXT): string => {
  if (text.length <= most) return text;
  const clipped = clipText(text, most - 1);
  const space = clipped.lastIndexOf(" ");
  return `${(space > most / 2 ? clipped.slice(0, space) : clipped).trimEnd()}…`;
};
