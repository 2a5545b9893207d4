import fc from "fast-check";
import { strToU8, unzipSync, zipSync } from "fflate";
import { describe, expect, it } from "vitest";
import type { Outline } from "../../../api/imports/outline.ts";
import { readOutline } from "../../../api/imports/read-outline.ts";
import type { Result } from "../../../api/shared/result.ts";
import { buildDocx } from "../../support/build-docx.ts";

const DOCX = buildDocx(
  [
    { text: "KẾ HOẠCH", bold: true, centred: true },
    { runs: ["Công tác dân vận", { footnote: "Chỉ thị số 33" }] },
    { text: "Tổ chức thực hiện", list: { id: 1 } },
    {
      rows: [
        { header: true, cells: ["TT", { text: "Nhiệm vụ", columns: 2 }] },
        [{ text: "1", merge: "first" }, "Tuyên truyền", "Quý I"],
        [{ text: "", merge: "next" }, "Đối thoại", "Quý II"],
      ],
    },
  ],
  { lists: { 1: [{ format: "upperRoman", pattern: "%1." }] } },
);

/** Every block and line has its place inside the file. */
const isWhole = (result: Result<Outline>): boolean => {
  if (!result.ok) return result.refusal.code.startsWith("file_");
  const { lines, blocks, footnotes } = result.value;
  const spans = [
    ...footnotes,
    ...blocks.flatMap((block) =>
      block.kind === "paragraph"
        ? [block]
        : [
            block,
            ...block.rows,
            ...block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
          ],
    ),
  ];
  return spans.every(({ from, to }) => from >= 1 && from <= to && to <= lines.length);
};

describe("a file that something happened to", () => {
  it("is read or refused when it was cut off anywhere", async () => {
    await fc.assert(
      fc.asyncProperty(fc.integer({ min: 4, max: DOCX.length }), async (length) => {
        const read = await readOutline(DOCX.subarray(0, length), "ke-hoach.docx");
        expect(read.ok).toBe(length === DOCX.length);
        expect(isWhole(read)).toBe(true);
      }),
    );
  });

  it("is read or refused when bits of it flipped", async () => {
    const flips = fc.array(fc.tuple(fc.nat(DOCX.length - 1), fc.integer({ min: 1, max: 255 })), {
      minLength: 1,
      maxLength: 5,
    });
    await fc.assert(
      fc.asyncProperty(flips, async (changes) => {
        const bytes = new Uint8Array(DOCX);
        for (const [at, mask] of changes) bytes[at] = (bytes[at] ?? 0) ^ mask;
        expect(isWhole(await readOutline(bytes, "ke-hoach.docx"))).toBe(true);
      }),
    );
  });

  it("is read or refused when elements of its text were lost, doubled or renamed", async () => {
    const parts = unzipSync(DOCX);
    const xml = new TextDecoder().decode(parts["word/document.xml"]);
    const tags = xml.match(/<[^>]+>|[^<]+/g) ?? [];
    const edit = fc.tuple(
      fc.nat(tags.length - 1),
      fc.constantFrom("lose", "double", "w:tbl", "w:p", "w:tc", "w:sdt"),
    );
    await fc.assert(
      fc.asyncProperty(fc.array(edit, { maxLength: 4 }), async (edits) => {
        const changed = [...tags];
        for (const [at, how] of edits) {
          const tag = changed[at] ?? "";
          changed[at] = how === "lose" ? "" : how === "double" ? tag + tag : tag.replace(/w:\w+/, how);
        }
        const bytes = zipSync({ ...parts, "word/document.xml": strToU8(changed.join("")) });
        expect(isWhole(await readOutline(bytes, "ke-hoach.docx"))).toBe(true);
      }),
    );
  });

  it("is read or refused when it is any bytes at all", async () => {
    await fc.assert(
      fc.asyncProperty(fc.uint8Array({ maxLength: 300 }), fc.string(), async (bytes, name) => {
        expect(isWhole(await readOutline(bytes, name))).toBe(true);
      }),
    );
  });
});

describe("a file made to do harm", () => {
  const withDocument = (xml: string): Promise<Result<Outline>> =>
    readOutline(buildDocx([], { parts: { "word/document.xml": xml } }), "x.docx");
  const code = async (xml: string) => {
    const read = await withDocument(xml);
    return read.ok ? "read" : read.refusal.code;
  };
  const document = (body: string) => `<w:document xmlns:w="urn:w"><w:body>${body}</w:body></w:document>`;

  it("is refused for what it declares, and reaches nothing", async () => {
    const entity = '<!DOCTYPE d [<!ENTITY x SYSTEM "http://127.0.0.1:1/x">]>';
    expect(await code(entity + document("<w:p><w:r><w:t>&x;</w:t></w:r></w:p>"))).toBe("file_damaged");
  });

  it("is refused when it nests without end", async () => {
    const tables = (depth: number) =>
      document(`${"<w:tbl><w:tr><w:tc>".repeat(depth)}<w:p/>${"</w:tc></w:tr></w:tbl>".repeat(depth)}`);
    expect(await code(tables(20_000))).toBe("file_damaged");
    expect(await code(tables(50))).toBe("file_empty");
  });

  it("is refused when it holds more than anybody reads", async () => {
    expect(await code(document("<w:p/>".repeat(60_000)))).toBe("file_too_long");
    const words = `<w:p><w:r><w:t>${"nhiệm vụ ".repeat(40_000)}</w:t></w:r></w:p>`;
    expect(await code(document(words.repeat(10)))).toBe("file_too_long");
  });

  it("cannot make a table or a number larger than it is", async () => {
    const wide = `<w:tc><w:tcPr><w:gridSpan w:val="999999999"/></w:tcPr><w:p><w:r><w:t>ô</w:t></w:r></w:p></w:tc>`;
    const read = await withDocument(document(`<w:tbl><w:tr>${wide.repeat(3)}</w:tr></w:tbl>`));
    expect(read.ok && read.value.blocks).toMatchObject([{ kind: "table", columns: 3 }]);
  });
});
