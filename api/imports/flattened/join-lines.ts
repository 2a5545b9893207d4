/** "26/CT-", "57-", "QĐ-", "BXDĐĐU-", "05-CTr/": a number or sign of a document that goes on in the next line. */
const OPEN_NUMBER = /(?:^|[\s(“"])[\p{Lu}\d][\p{L}\d./-]*[-/]$/u;
const OPEN_WORD = /\p{L}[-/]$/u;

/** Joins two lines of one text: by a space, or by nothing where the line had been cut at a hyphen or a slash. */
export const joinTwoLines = (before: string, after: string): string => {
  if (before === "" || after === "") return before + after;
  const tail = before.slice(-60);
  if (/^\/[\p{Lu}\d]/u.test(after) && /[\p{L}\d]$/u.test(tail)) return before + after;
  if (OPEN_NUMBER.test(tail) && /^[\p{Lu}\d]/u.test(after)) return before + after;
  if (OPEN_WORD.test(tail) && /^\p{L}/u.test(after)) return before + after;
  return `${before} ${after}`;
};

export const joinLines = (texts: readonly string[]): string => {
  // Piece by piece into a list, so that a text of many lines is not copied for each of them.
  const pieces: string[] = [];
  let tail = "";
  for (const text of texts) {
    const joined = joinTwoLines(tail, text);
    pieces.push(joined.slice(tail.length));
    tail = joined.slice(-60);
  }
  return pieces.join("").replace(/ {2,}/g, " ").trim();
};
