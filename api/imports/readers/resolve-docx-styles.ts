import { childNamed, childrenNamed, numberIn, switchOf, valueIn, type XmlElement } from "./xml-element.ts";

/** How a run of letters looks; null where nothing is said. */
export type RunLook = {
  readonly bold: boolean | null;
  readonly italic: boolean | null;
  readonly capitals: boolean | null;
  readonly hidden: boolean | null;
  readonly font: string | null;
};

export type ParagraphLook = {
  readonly centred: boolean | null;
  /** From 1; 0 says that it is none. */
  readonly heading: number | null;
  readonly list: string | null;
  readonly listLevel: number | null;
  readonly run: RunLook;
};

export type DocxStyles = {
  readonly document: RunLook;
  readonly ofParagraph: (style: string | null) => ParagraphLook;
  readonly ofRun: (style: string | null) => RunLook;
  /** The list that a style of kind "numbering" stands for. */
  readonly listOf: (style: string) => string | null;
};

const PLAIN_RUN: RunLook = { bold: null, italic: null, capitals: null, hidden: null, font: null };
const PLAIN: ParagraphLook = { centred: null, heading: null, list: null, listLevel: null, run: PLAIN_RUN };
const LONGEST_CHAIN = 20;

export const overRun = (own: RunLook, below: RunLook): RunLook => ({
  bold: own.bold ?? below.bold,
  italic: own.italic ?? below.italic,
  capitals: own.capitals ?? below.capitals,
  hidden: own.hidden ?? below.hidden,
  font: own.font ?? below.font,
});

export const overParagraph = (own: ParagraphLook, below: ParagraphLook): ParagraphLook => ({
  centred: own.centred ?? below.centred,
  heading: own.heading ?? below.heading,
  list: own.list ?? below.list,
  listLevel: own.listLevel ?? below.listLevel,
  run: overRun(own.run, below.run),
});

/** From `w:rPr`. */
export const runLookOf = (properties: XmlElement | null): RunLook => {
  if (properties === null) return PLAIN_RUN;
  const fonts = childNamed(properties, "rFonts")?.attributes;
  return {
    bold: switchOf(properties, "b"),
    italic: switchOf(properties, "i"),
    capitals: switchOf(properties, "caps"),
    hidden: switchOf(properties, "vanish"),
    font: fonts?.get("ascii") ?? fonts?.get("hAnsi") ?? null,
  };
};

/** From `w:pPr`; its `w:rPr` speaks of the paragraph's mark alone and is no part of it. */
export const paragraphLookOf = (properties: XmlElement | null): ParagraphLook => {
  if (properties === null) return PLAIN;
  const alignment = valueIn(properties, "jc");
  const outline = numberIn(valueIn(properties, "outlineLvl"), 0, 9);
  const list = childNamed(properties, "numPr");
  return {
    centred: alignment === null ? null : alignment === "center",
    heading: outline === null ? null : (outline + 1) % 10,
    list: valueIn(list, "numId"),
    listLevel: numberIn(valueIn(list, "ilvl"), 0, 8),
    run: PLAIN_RUN,
  };
};

/** `styles.xml`, chains of inheritance followed. Ids are the program's, names are the same in every language. */
export const resolveDocxStyles = (root: XmlElement | null): DocxStyles => {
  const elements = new Map(
    childrenNamed(root, "style").map((style) => [style.attributes.get("styleId") ?? "", style]),
  );
  const resolved = new Map<string, ParagraphLook>();
  const lookOf = (id: string | null, depth: number): ParagraphLook => {
    const known = resolved.get(id ?? "");
    if (known !== undefined) return known;
    const style = id === null ? undefined : elements.get(id);
    if (style === undefined || depth > LONGEST_CHAIN) return PLAIN;
    const look = overParagraph(ownLook(style), lookOf(valueIn(style, "basedOn"), depth + 1));
    if (depth === 0) resolved.set(id ?? "", look);
    return look;
  };
  const standard =
    [...elements].find(
      ([, { attributes }]) =>
        attributes.get("type") === "paragraph" && /^(?:1|true|on)$/.test(attributes.get("default") ?? ""),
    )?.[0] ?? null;
  return {
    document: runLookOf(childNamed(childNamed(childNamed(root, "docDefaults"), "rPrDefault"), "rPr")),
    ofParagraph: (style) => lookOf(style ?? standard, 0),
    ofRun: (style) => (style === null ? PLAIN_RUN : lookOf(style, 0).run),
    listOf: (style) => lookOf(style, 0).list,
  };
};

const ownLook = (style: XmlElement): ParagraphLook => {
  const look = paragraphLookOf(childNamed(style, "pPr"));
  const named = /^heading ([1-9])$/i.exec(valueIn(style, "name") ?? "")?.[1];
  return {
    ...look,
    heading: look.heading ?? (named === undefined ? null : Number(named)),
    run: runLookOf(childNamed(style, "rPr")),
  };
};
