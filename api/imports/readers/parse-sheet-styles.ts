import { builtInFormat } from "./format-cell-number.ts";
import type { SheetCellLook } from "./sheet.ts";
import { childNamed, childrenNamed, elementsIn, switchOf, type XmlElement } from "./xml-element.ts";

export type CellStyle = SheetCellLook & { readonly format: string };

const PLAIN: CellStyle = { format: "General", bold: false, italic: false, centred: false, ruled: false };

/** The styles of a workbook by the number that cells name; the plain one where there is none. */
export const parseSheetStyles = (root: XmlElement | null): ((id: string | undefined) => CellStyle) => {
  const formats = new Map(
    childrenNamed(childNamed(root, "numFmts"), "numFmt").map(({ attributes }) => [
      attributes.get("numFmtId") ?? "",
      attributes.get("formatCode") ?? "",
    ]),
  );
  const fonts = childrenNamed(childNamed(root, "fonts"), "font").map((font) => ({
    bold: switchOf(font, "b") ?? false,
    italic: switchOf(font, "i") ?? false,
  }));
  const ruled = childrenNamed(childNamed(root, "borders"), "border").map((border) =>
    elementsIn(border).some(({ attributes }) => (attributes.get("style") ?? "none") !== "none"),
  );
  const styles = childrenNamed(childNamed(root, "cellXfs"), "xf").map((xf): CellStyle => {
    const { attributes } = xf;
    const formatId = attributes.get("numFmtId") ?? "0";
    return {
      format: formats.get(formatId) ?? builtInFormat(Number(formatId)),
      bold: false,
      italic: false,
      ...fonts[Number(attributes.get("fontId") ?? "0")],
      centred: /^center/.test(childNamed(xf, "alignment")?.attributes.get("horizontal") ?? ""),
      ruled: ruled[Number(attributes.get("borderId") ?? "0")] ?? false,
    };
  });
  return (id) => styles[Number(id ?? "0")] ?? PLAIN;
};
