import { SaxesParser } from "saxes";
import { LIMITS } from "../outline.ts";
import type { XmlElement } from "./xml-element.ts";

/** More than any document of 300 pages has. */
const MOST_ELEMENTS = 3_000_000;

type OpenElement = XmlElement & { readonly children: (XmlElement | string)[] };

/**
 * The XML of a package's part as a tree; null where it is not well-formed, nests deeper than `LIMITS.nesting` or
 * declares anything of its own: a document type, and with it every entity that could grow or reach outside.
 */
export const parsePackageXml = (bytes: Uint8Array): XmlElement | null => {
  const xml = decoded(bytes);
  if (xml === null) return null;
  try {
    return treeOf(xml);
  } catch {
    return null;
  }
};

/** Parts are UTF-8 or, marked as such, UTF-16. */
const decoded = (bytes: Uint8Array): string | null => {
  const encoding =
    bytes[0] === 0xff && bytes[1] === 0xfe
      ? "utf-16le"
      : bytes[0] === 0xfe && bytes[1] === 0xff
        ? "utf-16be"
        : "utf-8";
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
};

const stop = (reason: string): never => {
  throw new Error(reason);
};

/** Throws at the first mistake: the parser knows no other way to stop. */
const treeOf = (xml: string): XmlElement | null => {
  const open: OpenElement[] = [];
  let root: XmlElement | null = null;
  let elements = 0;
  const keepText = (text: string): void => {
    open.at(-1)?.children.push(text);
  };
  // Names with colons are split here: files in use forget to declare their prefixes.
  const parser = new SaxesParser({ xmlns: false, position: false });
  parser.on("doctype", () => stop("a document type"));
  parser.on("text", keepText);
  parser.on("cdata", keepText);
  parser.on("opentag", ({ name, attributes }) => {
    elements += 1;
    if (open.length >= LIMITS.nesting || elements > MOST_ELEMENTS) stop("more than any document has");
    const element: OpenElement = { name: localName(name), attributes: byLocalName(attributes), children: [] };
    open.at(-1)?.children.push(element);
    root ??= element;
    open.push(element);
  });
  parser.on("closetag", () => {
    open.pop();
  });
  parser.write(xml).close();
  return root;
};

const localName = (name: string): string => name.slice(name.indexOf(":") + 1);

const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

/** Of two with one local name the first counts. */
const byLocalName = (attributes: Readonly<Record<string, string>>): ReadonlyMap<string, string> => {
  const found = new Map<string, string>();
  for (const name in attributes) {
    const local = localName(name);
    if (!found.has(local)) found.set(local, attributes[name] ?? "");
  }
  return found.size === 0 ? NO_ATTRIBUTES : found;
};
