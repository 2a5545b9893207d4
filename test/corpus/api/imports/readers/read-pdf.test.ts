import { expect, it } from "vitest";
import type { Outline } from "../../../../../api/imports/outline.ts";
import { readDocx } from "../../../../../api/imports/readers/read-docx.ts";
import { readPdf } from "../../../../../api/imports/readers/read-pdf.ts";
import { bytesOf, DOCUMENTS } from "../../../corpus.ts";

const cellsOf = (outline: Outline) =>
  outline.blocks
    .flatMap((block) => (block.kind === "table" && block.columns > 2 ? [block] : []))
    .map((table) =>
      table.rows.map((row) =>
        row.cells.map(({ column, columns, continued, paragraphs }) => {
          const own = paragraphs.map(({ label, text }) => `${label ?? ""} ${text}`).join(" ");
          return { column, columns, continued, text: own.replace(/\s+/g, " ").trim() };
        }),
      ),
    );

it.each(DOCUMENTS.filter((name) => name.endsWith(".pdf")))(
  "%s, as it was printed, has the tables of its .docx, cell by cell",
  async (name) => {
    const pdf = await readPdf(bytesOf(name));
    const docx = await readDocx(bytesOf(name.replace(/pdf$/, "docx")));
    if (!pdf.ok || !docx.ok) throw new Error("a sample was refused");
    expect(cellsOf(pdf.value)).toEqual(cellsOf(docx.value));
    expect(pdf.value.footnotes.map(({ mark, text }) => [mark, text])).toEqual(
      docx.value.footnotes.map(({ mark, text }) => [mark, text]),
    );
  },
);
