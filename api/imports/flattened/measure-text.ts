/**
 * The width of a text in ems of a book face, good to some percent: enough to tell whether one more word would have
 * fitted on a line. Accents do not widen a letter.
 */
export const measureText = (text: string): number => {
  let width = 0;
  for (const letter of text.normalize("NFD")) width += letterWidth(letter);
  return width;
};

const letterWidth = (letter: string): number => {
  if (letter >= "\u0300" && letter <= "\u036f") return 0;
  const known = WIDTHS.get(letter);
  if (known !== undefined) return known;
  return letter.toLowerCase() === letter ? 0.47 : 0.68;
};

const WIDTHS: ReadonlyMap<string, number> = new Map(
  (
    [
      [0.25, " .,"],
      [0.28, "ijlt;:/'"],
      [0.34, 'rfsI-()[]“”‘’"'],
      [0.44, "aceszvyk"],
      [0.5, "0123456789bdghnopquxđ–…"],
      [0.58, "JSPFLE"],
      [0.72, "wOQNGHUDAKRXVYCTBĐ&"],
      [0.8, "mMW%"],
    ] as const
  ).flatMap(([width, letters]) => [...letters].map((letter) => [letter, width] as const)),
);

/** Between two words. */
export const SPACE_WIDTH = 0.25;
