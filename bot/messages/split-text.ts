const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** A blank followed by a mark carries it: the two are one sign. */
const CARRIED = /^[\p{M}\u200D]/u;

const middleOfPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** The end of the last line within `limit` that may be the last of a part; 0 when there is none. */
const lastLineEnd = (rest: string, limit: number, joined: (at: number) => boolean): number => {
  for (let at = rest.lastIndexOf("\n", limit - 1); at > 0; at = rest.lastIndexOf("\n", at - 1))
    if (!joined(at)) return at + 1;
  return 0;
};

/** How many UTF-16 units of `rest`, which is longer than `limit`, make the next part. */
const partLength = (rest: string, limit: number, joined: (at: number) => boolean): number => {
  // Only in the second half: a short first paragraph should not become a message of its own.
  const paragraph = rest.lastIndexOf("\n\n", limit - 2) + 2;
  if (paragraph > limit / 2) return paragraph;
  const line = lastLineEnd(rest, limit, joined);
  if (line > 0) return line;
  const blank = rest.lastIndexOf(" ", limit - 1) + 1;
  if (blank > limit / 2 && !CARRIED.test(rest.slice(blank, blank + 2))) return blank;
  const sign = graphemes.segment(rest.slice(0, limit + 2)).containing(limit)?.index ?? limit;
  if (sign > 0) return sign;
  // One sign longer than a whole message (stacked marks): at least no letter is cut in two.
  return middleOfPair(rest, limit) ? limit - 1 : limit;
};

/**
 * Parts of at most `limit` UTF-16 units that joined are the text again, cut after a paragraph, a line, a word
 * or a sign, in this order; never at a line end whose offset is among `joints`.
 */
export const splitText = (text: string, limit: number, joints: readonly number[] = []): readonly string[] => {
  if (!Number.isInteger(limit) || limit < 2) throw new RangeError(`no text can be split at ${limit}`);
  const bound = new Set(joints);
  const parts: string[] = [];
  let start = 0;
  while (text.length - start > limit) {
    const from = start;
    start += partLength(text.slice(from), limit, (at) => bound.has(from + at));
    parts.push(text.slice(from, start));
  }
  return [...parts, text.slice(start)];
};
