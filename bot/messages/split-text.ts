const graphemes = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** A blank followed by a mark carries it: the two are one sign. */
const CARRIED = /^[\p{M}\u200D]/u;

const middleOfPair = (text: string, at: number): boolean =>
  /[\uD800-\uDBFF]/.test(text.charAt(at - 1)) && /[\uDC00-\uDFFF]/.test(text.charAt(at));

/** How many UTF-16 units of `rest`, which is longer than `limit`, make the next part. */
const partLength = (rest: string, limit: number): number => {
  // Only in the second half: a short first paragraph should not become a message of its own.
  const paragraph = rest.lastIndexOf("\n\n", limit - 2) + 2;
  if (paragraph > limit / 2) return paragraph;
  const line = rest.lastIndexOf("\n", limit - 1) + 1;
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
 * or a sign, in this order.
 */
export const splitText = (text: string, limit: number): readonly string[] => {
  if (!Number.isInteger(limit) || limit < 2) throw new RangeError(`no text can be split at ${limit}`);
  const parts: string[] = [];
  let rest = text;
  while (rest.length > limit) {
    const length = partLength(rest, limit);
    parts.push(rest.slice(0, length));
    rest = rest.slice(length);
  }
  return [...parts, rest];
};
