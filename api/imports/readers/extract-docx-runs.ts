import symbols from "../vocabulary/symbol-letters.json" with { type: "json" };
import { convertFontLetters } from "./convert-font-letters.ts";
import { type DocxStyles, overRun, type RunLook, runLookOf } from "./resolve-docx-styles.ts";
import { childNamed, childrenNamed, elementsIn, type XmlElement } from "./xml-element.ts";

/** What stands in a paragraph, in order. */
export type Piece =
  | { readonly kind: "text"; readonly text: string; readonly bold: boolean; readonly italic: boolean }
  | { readonly kind: "tab" }
  /** The next line of the same paragraph, or of the next page or column. */
  | { readonly kind: "break"; readonly hard: boolean }
  | {
      readonly kind: "note";
      readonly of: "footnote" | "endnote";
      readonly id: string;
      readonly ownMark: boolean;
    }
  /** Text that hangs on the paragraph but stands elsewhere on the page: its blocks. */
  | { readonly kind: "box"; readonly content: XmlElement };

export type RunFacts = {
  readonly styles: DocxStyles;
  /** Something was left out or only proposed: a code of the reader's remarks and what it was. */
  readonly remark: (code: "tracked_changes" | "embedded_ignored", detail: string) => void;
  readonly picture: () => void;
};

/** Taken out by a change that nobody has accepted yet. */
export const TAKEN_OUT: ReadonlySet<string> = new Set(["del", "moveFrom"]);
/** Around what stands in the text like anything else. */
const PUT_IN: ReadonlySet<string> = new Set(["ins", "moveTo"]);
const WRAPPERS: ReadonlySet<string> = new Set([
  "sdt",
  "sdtContent",
  "smartTag",
  "customXml",
  "hyperlink",
  "fldSimple",
  "dir",
  "bdo",
  "ruby",
  "rubyBase",
  "oMath",
  "oMathPara",
  "AlternateContent",
  "Choice",
  "Fallback",
  "ins",
  "moveTo",
  "body",
]);

/**
 * What is inside a wrapper; null where the element is none. Of alternatives the first counts: programs write the
 * same text box twice, for old readers once more.
 */
export const contentOf = (element: XmlElement, facts: RunFacts): readonly XmlElement[] | null => {
  if (!WRAPPERS.has(element.name)) return null;
  if (PUT_IN.has(element.name)) facts.remark("tracked_changes", element.attributes.get("author") ?? "");
  if (element.name !== "AlternateContent") return elementsIn(element);
  const chosen = childNamed(element, "Choice") ?? childNamed(element, "Fallback");
  return chosen === null ? [] : [chosen];
};

/** The pieces of a paragraph. `look` is that of its style. */
export const extractDocxRuns = (paragraph: XmlElement, look: RunLook, facts: RunFacts): readonly Piece[] => {
  const pieces: Piece[] = [];
  /** Where the instruction of each open field begins; null once its result has begun. */
  const fields: (number | null)[] = [];

  const walk = (elements: readonly XmlElement[]): void => {
    for (const element of elements) {
      if (element.name === "r") run(element);
      else if (TAKEN_OUT.has(element.name))
        facts.remark("tracked_changes", element.attributes.get("author") ?? "");
      else walk(contentOf(element, facts) ?? []);
    }
  };

  const run = (element: XmlElement): void => {
    const properties = childNamed(element, "rPr");
    const style = childNamed(properties, "rStyle")?.attributes.get("val") ?? null;
    const own = overRun(overRun(runLookOf(properties), facts.styles.ofRun(style)), look);
    if (own.hidden === true) return;
    for (const child of elementsIn(element)) inRun(child, own);
  };

  const say = (text: string, own: RunLook): void => {
    if (text === "") return;
    const read = inFont(text, own.font);
    pieces.push({
      kind: "text",
      text: own.capitals === true ? read.toLocaleUpperCase("vi") : read,
      bold: own.bold === true,
      italic: own.italic === true,
    });
  };

  const inRun = (child: XmlElement, own: RunLook): void => {
    switch (child.name) {
      case "t":
        say(child.children.filter((part) => typeof part === "string").join(""), own);
        return;
      case "noBreakHyphen":
        say("-", own);
        return;
      case "sym":
        say(symbolOf(child), own);
        return;
      case "tab":
      case "ptab":
        pieces.push({ kind: "tab" });
        return;
      case "br":
        pieces.push({ kind: "break", hard: /^(?:page|column)$/.test(child.attributes.get("type") ?? "") });
        return;
      case "cr":
        pieces.push({ kind: "break", hard: false });
        return;
      case "fldChar":
        field(child.attributes.get("fldCharType") ?? "");
        return;
      case "footnoteReference":
      case "endnoteReference":
        pieces.push({
          kind: "note",
          of: child.name === "footnoteReference" ? "footnote" : "endnote",
          id: child.attributes.get("id") ?? "",
          ownMark: /^(?:1|true|on)$/.test(child.attributes.get("customMarkFollows") ?? ""),
        });
        return;
      case "drawing":
      case "pict":
      case "object":
        drawn(child);
        return;
      case "r":
        run(child);
        return;
      default:
        for (const inner of contentOf(child, facts) ?? []) inRun(inner, own);
    }
  };

  /** Results of fields inside an instruction are part of it; an instruction that never ends is text after all. */
  const field = (kind: string): void => {
    if (kind === "begin") fields.push(pieces.length);
    const begun = fields.at(-1);
    if (kind === "begin" || begun === undefined) return;
    if (begun !== null) pieces.length = begun;
    if (kind === "end") fields.pop();
    else if (kind === "separate") fields[fields.length - 1] = null;
  };

  const drawn = (element: XmlElement): void => {
    const found = insideDrawing(element);
    for (const content of found.boxes) pieces.push({ kind: "box", content });
    if (found.pictures > 0) facts.picture();
    if (element.name === "object" || found.embedded) facts.remark("embedded_ignored", "object");
  };

  walk(elementsIn(paragraph).filter(({ name }) => name !== "pPr"));
  return pieces;
};

/** Text boxes at any depth, but not those inside another one: they are read with it. */
const insideDrawing = (
  drawing: XmlElement,
): { readonly boxes: readonly XmlElement[]; readonly pictures: number; readonly embedded: boolean } => {
  const boxes: XmlElement[] = [];
  let pictures = 0;
  let embedded = false;
  const search = (element: XmlElement): void => {
    for (const child of elementsIn(element)) {
      if (child.name === "txbxContent") boxes.push(child);
      else {
        if (child.name === "blip" || child.name === "imagedata") pictures += 1;
        if (child.name === "OLEObject" || child.name === "chart" || child.name === "relIds") embedded = true;
        if (child.name === "AlternateContent") {
          const [chosen] = [...childrenNamed(child, "Choice"), ...childrenNamed(child, "Fallback")];
          if (chosen !== undefined) search(chosen);
        } else search(child);
      }
    }
  };
  search(drawing);
  return { boxes, pictures, embedded };
};

const PLAIN_SYMBOLS: ReadonlyMap<string, string> = new Map(Object.entries(symbols.plain));

/** A letter of a symbol font: what it shows where that is known, else a bullet. */
const symbolOf = (element: XmlElement): string => {
  const code = (element.attributes.get("char") ?? "").toUpperCase();
  const known = PLAIN_SYMBOLS.get(code);
  if (known !== undefined) return known;
  const point = /^[0-9A-F]{4}$/.test(code) ? Number.parseInt(code, 16) : 0;
  return point >= 0x20 && (point < 0xd800 || point > 0xf8ff) ? String.fromCharCode(point) : "•";
};

/** Fonts of the time before Unicode put Vietnamese letters in the place of others; ".VnTimeH" has only capitals. */
const inFont = (text: string, font: string | null): string => {
  if (font === null) return text;
  if (/^\.vn/i.test(font)) {
    const read = convertFontLetters(text, "TCVN3");
    return /h$/i.test(font) ? read.toLocaleUpperCase("vi") : read;
  }
  return /^vni[ -]/i.test(font) ? convertFontLetters(text, "VNI") : text;
};
