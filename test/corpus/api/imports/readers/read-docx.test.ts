import { strFromU8, unzipSync } from "fflate";
import { expect, it } from "vitest";
import { readDocx } from "../../../../../api/imports/readers/read-docx.ts";
import { bytesOf, DOCUMENTS } from "../../../corpus.ts";

const letters = (text: string) => text.replace(/\s/g, "").normalize("NFC");

it.each(DOCUMENTS.filter((name) => name.endsWith(".docx")))(
  "%s is read to the last letter, in order",
  async (name) => {
    const bytes = bytesOf(name);
    const parts = unzipSync(bytes);
    const written = ["word/document.xml", "word/footnotes.xml"]
      .flatMap((part) => [
        ...strFromU8(parts[part] ?? new Uint8Array()).matchAll(/<w:t(?: [^>]*)?>([^<]*)<\/w:t>/g),
      ])
      .map(([, text = ""]) => text.replaceAll("&amp;", "&"))
      .join("");
    expect(written.length).toBeGreaterThan(5000);
    const read = await readDocx(bytes);
    if (!read.ok) throw new Error(read.refusal.code);
    const { blocks, footnotes, lines } = read.value;
    const paragraphs = blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? [block]
        : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
    );
    const said = [...paragraphs, ...footnotes].map(({ text }) => text).join("");
    expect(letters(said)).toBe(letters(written));
    expect(letters(lines.map(({ text }) => text).join(""))).toBe(letters(written));
  },
);
