import { arrangeRows } from "./arrange-rows.ts";
import type { Block, DocumentSource, TableBlock, TextBlock } from "./document-source.ts";

/** The document as people keep it in a Markdown editor: pipe tables, bold headings, bullets. Merged cells stand empty. */
export const renderMarkdown = (source: DocumentSource): string => {
  const notes = Object.entries(source.footnotes ?? {}).map(([mark, text]) => `[^${mark}]: ${text}`);
  const blocks = source.blocks.map(renderBlock).filter((block) => block !== "");
  return `${[...blocks, ...notes].join("\n\n").replace(/\{(\d+)\}/g, "[^$1]")}\n`;
};

const renderBlock = (block: Block): string => {
  switch (block.is) {
    case "text":
      return renderText(block);
    case "list":
      return block.entries.flatMap(block.print).map(renderText).join("\n\n");
    case "page":
      return "---";
    case "letterhead":
      return [...block.left.map((line) => `**${line}**`), block.number, block.place && `*${block.place}*`]
        .filter((line) => line !== null && line !== "")
        .join("\n\n");
    case "signature":
      return `***Nơi nhận:***\n\n${block.recipients.join("\n")}\n\n${[...block.signer, block.name].map((line) => `**${line}**`).join("  \n")}`;
    case "table":
      return renderTable(block);
  }
};

const renderText = ({ style, text, heading }: TextBlock): string => {
  if (heading !== undefined) return `${"#".repeat(heading)} ${text}`;
  if (style === "bullet" || style === "dash") return `- ${text}`;
  if (style === "centre-bold" || style === "bold" || style === "page-title") return `**${text}**`;
  return style === "italic" || style === "centre-italic" ? `*${text}*` : text;
};

const renderTable = (table: TableBlock): string => {
  const rows = arrangeRows(table).map(({ cells }) =>
    cells.flatMap(({ text, columns }) => [
      text.replace(/\n/g, "<br>").replace(/\|/g, "\\|"),
      ...Array.from({ length: columns - 1 }, () => ""),
    ]),
  );
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  const [head = [], ...rest] = rows;
  return [line(head), line(head.map(() => "---")), ...rest.map(line)].join("\n");
};
