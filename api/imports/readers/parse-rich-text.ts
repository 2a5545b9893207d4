import { childNamed, elementsIn, type XmlElement } from "./xml-element.ts";

export type RichText = { readonly text: string; readonly marks: readonly string[] };

/** `_x000D_` is how a sheet writes a control character, `_x005F_` the underscore before one that is none. */
const ESCAPED = /_x([0-9A-Fa-f]{4})_/g;
const unescaped = (text: string): string =>
  text.replace(ESCAPED, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));

const FOOTNOTE_MARK = /^\s*\(?(\d{1,2}|\*{1,3})\)?\s*$/;
/** "m²" and "km³" are no footnotes. */
const MEASURE_BEFORE = /(?:^|[^\p{L}])[ckdmh]?m$/u;

const wordsOf = (element: XmlElement): string =>
  element.children.map((child) => (typeof child === "string" ? child : "")).join("");

/** The words of a shared or inline string: plain, or in runs of which some may be footnote marks. */
export const parseRichText = (element: XmlElement): RichText => {
  const marks: string[] = [];
  let text = "";
  for (const child of elementsIn(element)) {
    // Phonetic runs (`rPh`) say how to pronounce what stands there already.
    if (child.name === "t") text += unescaped(wordsOf(child));
    if (child.name !== "r") continue;
    const words = elementsIn(child)
      .filter(({ name }) => name === "t")
      .map((piece) => unescaped(wordsOf(piece)))
      .join("");
    const raised = childNamed(childNamed(child, "rPr"), "vertAlign")?.attributes.get("val") === "superscript";
    const mark = raised && !MEASURE_BEFORE.test(text.slice(-4)) ? FOOTNOTE_MARK.exec(words)?.[1] : undefined;
    if (mark === undefined) text += words;
    else marks.push(mark);
  }
  return { text, marks };
};
