/** One line as it stood on paper, with what its surroundings say of it. */
export type VisualLine = {
  /** From 1, in `Outline.lines`. */
  readonly line: number;
  /** Composed, spaces single, no space at the edges; never empty. */
  readonly text: string;
  /** As it stands in the file: tabs and runs of spaces tell columns. */
  readonly raw: string;
  /** From 1, where the text tells its pages. */
  readonly page: number | null;
  /** Blank lines before it. */
  readonly gap: number;
  /** Begins a page: after a form feed, on another page, or set off by the one space that copying leaves there. */
  readonly startsPage: boolean;
  /** A line of many spaces or underscores stands before it: the rule over footnotes. */
  readonly afterRule: boolean;
  /** In ems, estimated. */
  readonly width: number;
};

/** Blank lines that usually stand between two lines of the text: 1 where every line is followed by one. */
export type UsualGap = number;

export const isAllCapitals = (text: string): boolean => {
  const letters = text.match(/\p{L}/gu)?.length ?? 0;
  const small = text.match(/\p{Ll}/gu)?.length ?? 0;
  return letters >= 4 && small <= letters * 0.12;
};
