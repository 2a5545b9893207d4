import { ok, type Result, refuse } from "../../shared/result.ts";
import { LIMITS, type ReaderRemark } from "../outline.ts";
import { parseRichText } from "./parse-rich-text.ts";
import { parseSheet, type WorkbookWords } from "./parse-sheet.ts";
import { parseSheetStyles } from "./parse-sheet-styles.ts";
import type { Sheet } from "./sheet.ts";
import type { Package } from "./unpack-package.ts";
import { type Relation, unpackRelations, unpackXmlPart } from "./unpack-xml-part.ts";
import { childNamed, childrenNamed, type XmlElement } from "./xml-element.ts";

export type Workbook = { readonly sheets: readonly Sheet[]; readonly remarks: readonly ReaderRemark[] };

/** The sheets of an unpacked .xlsx in the order of their tabs, and what of the file is not read. */
export const parseWorkbook = async (file: Package): Promise<Result<Workbook>> => {
  const roots = await unpackRelations(file, "");
  if (!roots.ok) return roots;
  const main = roots.value.find(({ type }) => type === "officeDocument")?.target ?? "xl/workbook.xml";
  const workbook = await unpackXmlPart(file, main);
  if (!workbook.ok) return workbook;
  const relations = await unpackRelations(file, main);
  if (!relations.ok) return relations;
  if (workbook.value?.name !== "workbook") return refuse("file_damaged");
  const words = await wordsOf(file, relations.value, workbook.value);
  if (!words.ok) return words;
  const targets = new Map(relations.value.map(({ id, target }) => [id, target]));
  const sheets: Sheet[] = [];
  let cells = 0;
  for (const { attributes } of childrenNamed(childNamed(workbook.value, "sheets"), "sheet")) {
    const target = targets.get(attributes.get("id") ?? "");
    const part = target === undefined ? ok(null) : await unpackXmlPart(file, target);
    if (!part.ok) return part;
    // A sheet may hold a chart alone, and then no cell.
    if (part.value === null || part.value.name !== "worksheet") continue;
    const hidden = /hidden$/i.test(attributes.get("state") ?? "");
    const sheet = parseSheet(part.value, { name: attributes.get("name") ?? "", hidden }, words.value);
    cells += sheet.cells.filter(({ text }) => text !== "").length;
    if (cells > LIMITS.lines) return refuse("file_too_long");
    sheets.push(sheet);
  }
  return ok({ sheets, remarks: remarksOn(file.names, roots.value.concat(relations.value)) });
};

const wordsOf = async (
  file: Package,
  relations: readonly Relation[],
  workbook: XmlElement,
): Promise<Result<WorkbookWords>> => {
  const partOfType = async (type: string): Promise<Result<XmlElement | null>> => {
    const target = relations.find((relation) => relation.type === type && !relation.outside)?.target;
    return target === undefined ? ok(null) : unpackXmlPart(file, target);
  };
  const strings = await partOfType("sharedStrings");
  if (!strings.ok) return strings;
  const styles = await partOfType("styles");
  if (!styles.ok) return styles;
  const since1904 = childNamed(workbook, "workbookPr")?.attributes.get("date1904") ?? "0";
  return ok({
    strings: childrenNamed(strings.value, "si").map(parseRichText),
    style: parseSheetStyles(styles.value),
    since1904: /^(?:1|true|on)$/i.test(since1904),
  });
};

const remarksOn = (names: readonly string[], relations: readonly Relation[]): readonly ReaderRemark[] => {
  const remark = (code: ReaderRemark["code"], detail: string | undefined): readonly ReaderRemark[] =>
    detail === undefined ? [] : [{ code, line: null, detail }];
  return [
    ...remark(
      "macros_ignored",
      names.find((name) => /(?:^|\/)vbaProject\.bin$/i.test(name)),
    ),
    ...remark(
      "external_ignored",
      names.find((name) => /(?:^|\/)externalLinks\//i.test(name)) ??
        relations.find(({ outside }) => outside)?.target,
    ),
    ...remark(
      "embedded_ignored",
      names.find((name) => /(?:^|\/)embeddings\//i.test(name)),
    ),
  ];
};
