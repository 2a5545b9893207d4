import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import type { Outline } from "../../../../api/imports/outline.ts";
import { readDocx } from "../../../../api/imports/readers/read-docx.ts";
import { readPdf } from "../../../../api/imports/readers/read-pdf.ts";

const folder = process.env["CORPUS"];
const documents = folder === undefined ? "" : join(folder, "documents");
const pairs = folder === undefined ? [] : readdirSync(documents).filter((name) => name.endsWith(".pdf"));

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

/** Needs the sample documents: CORPUS names their folder. */
describe.skipIf(folder === undefined)("a sample as it was printed", () => {
  test.each(pairs)("%s has the tables of its .docx, cell by cell", async (name) => {
    const bytes = (path: string) => new Uint8Array(readFileSync(join(documents, path)));
    const pdf = await readPdf(bytes(name));
    const docx = await readDocx(bytes(name.replace(/pdf$/, "docx")));
    if (!pdf.ok || !docx.ok) throw new Error("a sample was refused");
    expect(cellsOf(pdf.value)).toEqual(cellsOf(docx.value));
    expect(pdf.value.footnotes.map(({ mark, text }) => [mark, text])).toEqual(
      docx.value.footnotes.map(({ mark, text }) => [mark, text]),
    );
  });
});
