import { strToU8, zipSync } from "fflate";
import { arrangeRows } from "./arrange-rows.ts";
import type {
  Block,
  DocumentSource,
  LetterheadBlock,
  SignatureBlock,
  TableBlock,
} from "./document-source.ts";
import { packageParts } from "./ooxml-parts.ts";
import { lookOf, renderCellParagraphs, renderParagraph } from "./render-paragraphs.ts";

/** A document as a word processor saves it: true tables, merged cells, repeated headers, footnotes, automatic bullets. */
export const renderDocx = (source: DocumentSource, print: Print = SCREEN): Uint8Array => {
  const body = source.blocks.map((block, index) => renderBlock(block, source.blocks.slice(0, index)));
  const document = `${body.join("")}${sectionProperties(isLandscape(source.blocks))}`;
  const parts = Object.entries(packageParts(document, source.footnotes ?? {}, print.font)).map(
    ([path, xml]) => [path, strToU8(scaleLetters(xml, print.scale))] as const,
  );
  return zipSync(Object.fromEntries(parts), {
    level: 9,
    mtime: "2026-01-05T00:00:00",
  });
};

/** The letter that a copy is set in: where there is no Times New Roman a wider one stands in, set smaller. */
export type Print = { readonly font: string; readonly scale: number };
const SCREEN: Print = { font: "Times New Roman", scale: 1 };

const scaleLetters = (xml: string, scale: number): string =>
  xml.replace(/<w:sz w:val="(\d+)"\/>/g, (_, size) => `<w:sz w:val="${Math.round(Number(size) * scale)}"/>`);

const isLandscape = (blocks: readonly Block[]): boolean =>
  blocks.findLast((block) => block.is === "page")?.landscape ?? false;

const sectionProperties = (landscape: boolean): string => {
  const size = landscape ? 'w:w="16838" w:h="11906" w:orient="landscape"' : 'w:w="11906" w:h="16838"';
  return `<w:sectPr><w:headerReference w:type="default" r:id="rId1"/><w:pgSz ${size}/><w:pgMar w:top="1134" w:right="1134" w:bottom="1134" w:left="1701" w:header="567" w:footer="567" w:gutter="0"/><w:titlePg/></w:sectPr>`;
};

const renderBlock = (block: Block, earlier: readonly Block[]): string => {
  switch (block.is) {
    case "text":
      return renderParagraph(block.text, lookOf(block.style));
    case "list":
      return block.entries
        .flatMap(block.print)
        .map((line) => renderParagraph(line.text, lookOf(line.style)))
        .join("");
    case "page":
      return `<w:p><w:pPr>${sectionProperties(isLandscape(earlier))}</w:pPr></w:p>`;
    case "letterhead":
      return renderLetterhead(block);
    case "signature":
      return renderSignature(block);
    case "table":
      return renderTable(block);
  }
};

const renderCell = (width: number, inner: string, more = ""): string =>
  `<w:tc><w:tcPr><w:tcW w:w="${width}" w:type="dxa"/>${more}</w:tcPr>${inner}</w:tc>`;

const grid = (widths: readonly number[], borders: boolean, rows: string): string => {
  const line = borders ? 'w:val="single" w:sz="4" w:space="0" w:color="auto"' : 'w:val="nil"';
  const edges = ["top", "left", "bottom", "right", "insideH", "insideV"].map(
    (edge) => `<w:${edge} ${line}/>`,
  );
  const columns = widths.map((width) => `<w:gridCol w:w="${width}"/>`).join("");
  const total = widths.reduce((sum, width) => sum + width, 0);
  return `<w:tbl><w:tblPr><w:tblW w:w="${total}" w:type="dxa"/><w:tblBorders>${edges.join("")}</w:tblBorders><w:tblLayout w:type="fixed"/></w:tblPr><w:tblGrid>${columns}</w:tblGrid>${rows}</w:tbl>`;
};

const lines = (words: readonly string[], look: Parameters<typeof renderParagraph>[1]): string =>
  words.map((line) => renderParagraph(line, look)).join("");

const renderLetterhead = ({ left, number, place }: LetterheadBlock): string => {
  const centred = { align: "center", bold: true } as const;
  const right = ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"];
  const rows = `<w:tr>${renderCell(3700, lines(left, centred))}${renderCell(5700, lines(right, centred))}</w:tr>`;
  const second =
    number === null && place === null
      ? ""
      : `<w:tr>${renderCell(3700, renderParagraph(number ?? "", { align: "center" }))}${renderCell(5700, renderParagraph(place ?? "", { align: "center", italic: true }))}</w:tr>`;
  return `${grid([3700, 5700], false, rows + second)}${renderParagraph("", {})}`;
};

const renderSignature = ({ recipients, signer, name }: SignatureBlock): string => {
  const left = `${renderParagraph("Nơi nhận:", { bold: true, italic: true, size: 24 })}${lines(recipients, { size: 22 })}`;
  const right = lines([...signer, "", "", name], { bold: true, align: "center" });
  return `${renderParagraph("", {})}${grid([4700, 4700], false, `<w:tr>${renderCell(4700, left)}${renderCell(4700, right)}</w:tr>`)}`;
};

const renderTable = (table: TableBlock): string => {
  const rows = arrangeRows(table).map(({ cells, header }) => {
    let at = 0;
    const drawn = cells.map(({ text, columns, rows: height, bold, centred }) => {
      const width = table.columns.slice(at, at + columns).reduce((sum, column) => sum + column.width, 0);
      at += columns;
      const merges = [
        columns > 1 ? `<w:gridSpan w:val="${columns}"/>` : "",
        height > 1 ? '<w:vMerge w:val="restart"/>' : height === 0 ? "<w:vMerge/>" : "",
        '<w:vAlign w:val="center"/>',
      ];
      const align = centred ? "center" : "left";
      const inner = renderCellParagraphs(height === 0 ? "" : text, { bold, align, size: 24 });
      return renderCell(width, inner, merges.join(""));
    });
    const repeated = header && table.repeated ? "<w:trPr><w:tblHeader/></w:trPr>" : "";
    return `<w:tr>${repeated}${drawn.join("")}</w:tr>`;
  });
  return (
    grid(
      table.columns.map(({ width }) => width),
      table.borders,
      rows.join(""),
    ) + renderParagraph("", {})
  );
};
