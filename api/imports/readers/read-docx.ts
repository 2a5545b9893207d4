import { ok, type Result, refuse } from "../../shared/result.ts";
import type { Outline, ReaderRemark } from "../outline.ts";
import { composeDocxOutline } from "./compose-docx-outline.ts";
import { type Package, unpackPackage } from "./unpack-package.ts";
import { type Relation, unpackRelations, unpackXmlPart } from "./unpack-xml-part.ts";
import { childrenNamed, type XmlElement } from "./xml-element.ts";

/** Fewer letters than this beside a picture: the text is in the picture. */
const FEWEST_LETTERS = 40;

/**
 * A .docx, also with macros (never run) and in the strict variant. Only the parts with text are unpacked; nothing
 * outside the file is asked for. Headers and footers are left out: they hold page numbers.
 */
export const readDocx = async (bytes: Uint8Array): Promise<Result<Outline>> => {
  const opened = await unpackPackage(bytes);
  if (!opened.ok) return opened;
  const parts = await openParts(opened.value);
  if (!parts.ok) return parts;
  const { document, outside } = parts.value;
  if (!childrenNamed(document, "body").length) return refuse("file_damaged");
  const { outline, pictures, tooLong } = composeDocxOutline(parts.value);
  if (tooLong) return refuse("file_too_long");
  const letters = outline.lines.reduce((sum, { text }) => sum + text.replaceAll(" ", "").length, 0);
  if (letters < FEWEST_LETTERS && pictures > 0) return refuse("file_scanned");
  if (letters === 0) return refuse("file_empty");
  return ok({ ...outline, remarks: [...outline.remarks, ...remarksOn(opened.value, outside)] });
};

const TEXT_PARTS = ["styles", "numbering", "footnotes", "endnotes"] as const;

const openParts = async (file: Package) => {
  const ofFile = await unpackRelations(file, "");
  if (!ofFile.ok) return ofFile;
  const main = ofFile.value.find(({ type }) => type === "officeDocument")?.target ?? "word/document.xml";
  const document = await unpackXmlPart(file, main);
  if (!document.ok) return document;
  if (document.value === null) return refuse("file_damaged");
  const relations = await unpackRelations(file, main);
  if (!relations.ok) return relations;
  const found = new Map<string, XmlElement | null>();
  for (const kind of TEXT_PARTS) {
    const part = relations.value.find((relation) => relation.type === kind && !relation.outside);
    const read = part === undefined ? ok(null) : await unpackXmlPart(file, part.target);
    if (!read.ok) return read;
    found.set(kind, read.value);
  }
  return ok({
    document: document.value,
    styles: found.get("styles") ?? null,
    numbering: found.get("numbering") ?? null,
    footnotes: found.get("footnotes") ?? null,
    endnotes: found.get("endnotes") ?? null,
    // A link is text; only what the page itself would fetch counts.
    outside: relations.value.filter(({ type, outside }) => outside && type !== "hyperlink"),
  });
};

const remarksOn = (file: Package, outside: readonly Relation[]): readonly ReaderRemark[] => [
  ...(file.names.some((name) => /(?:^|\/)vbaproject\.bin$/i.test(name))
    ? [{ code: "macros_ignored", line: null, detail: "" } as const]
    : []),
  ...[...new Set(outside.map(({ type }) => type.slice(0, 100)))].map(
    (type) => ({ code: "external_ignored", line: null, detail: type }) as const,
  ),
];
