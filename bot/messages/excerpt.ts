const letters = new Intl.Segmenter("vi", { granularity: "grapheme" });

/** At most `length` letters on one line, the "…" of a cut included; never inside a letter. */
export const excerpt = (text: string, length: number): string => {
  const line = text.replaceAll(/\s+/gu, " ").trim();
  if (line.length <= length) return line;
  let [cut, whole] = ["", ""];
  let count = 0;
  for (const { segment } of letters.segment(line)) {
    count += 1;
    whole += segment;
    // A letter may hold hundreds of combining marks; the length in units bounds those too.
    if (count > length || whole.length > length * 4) return `${cut.trimEnd()}…`;
    if (count < length) cut = whole;
  }
  return line;
};
