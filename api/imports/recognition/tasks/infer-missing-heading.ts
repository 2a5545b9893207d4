import type { ListPiece } from "./segment-list.ts";

const SENTENCE_END = /[.;:…!?”"]$/;

/**
 * A list whose numbered headings begin with 2: the bullet that opens it, when it alone is no sentence, is heading 1
 * that lost its number. The pieces as they are where nothing was lost.
 */
export const inferMissingHeading = (pieces: readonly ListPiece[]): readonly ListPiece[] => {
  const [first, ...others] = pieces;
  if (first?.kind !== "entry" || first.number?.style !== "bullet" || ends(first.title)) return pieces;
  const next = others.findIndex((piece) => piece.kind === "entry" && piece.number?.style === "arabic");
  const heading = others[next];
  if (heading?.kind !== "entry" || heading.number?.path.join() !== "2") return pieces;
  const between = others.slice(0, next);
  const sentences = between.filter((piece) => piece.kind === "entry" && ends(piece.title)).length;
  if (between.length === 0 || sentences * 2 <= between.length) return pieces;
  return [
    { ...first, heading: true, number: { ...heading.number, path: [1], printed: "1", inferred: true } },
    ...others,
  ];
};

const ends = (title: string): boolean => SENTENCE_END.test(title.trimEnd().slice(-1));
