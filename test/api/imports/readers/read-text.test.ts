import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Outline } from "../../../../api/imports/outline.ts";
import { convertFontLetters } from "../../../../api/imports/readers/convert-font-letters.ts";
import { readText } from "../../../../api/imports/readers/read-text.ts";
import fonts from "../../../../api/imports/vocabulary/legacy-fonts.json" with { type: "json" };

const outlineOf = async (bytes: Uint8Array | string): Promise<Outline> => {
  const read = await readText(typeof bytes === "string" ? Buffer.from(bytes) : bytes, "text");
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const code = async (bytes: Uint8Array | string): Promise<string> => {
  const read = await readText(typeof bytes === "string" ? Buffer.from(bytes) : bytes, "text");
  return read.ok ? "read" : read.refusal.code;
};
const texts = ({ blocks }: Outline): readonly string[] =>
  blocks.map((block) => (block.kind === "paragraph" ? block.text : "table"));

const PLAN = "ỦY BAN NHÂN DÂN XÃ ĐỒNG LƯƠNG\n\nKế hoạch công tác dân vận; trước ngày 15/3/2026";
const LINES = ["ỦY BAN NHÂN DÂN XÃ ĐỒNG LƯƠNG", "Kế hoạch công tác dân vận; trước ngày 15/3/2026"];

describe("lines", () => {
  it("are numbered as an editor numbers them, blank ones too, whatever ends them", async () => {
    const outline = await outlineOf("một\r\n\r\n  hai \u00a0 ba\rbốn\n");
    expect(outline.lines.map(({ text }) => text)).toEqual(["một", "", "  hai \u00a0 ba", "bốn"]);
    expect(texts(outline)).toEqual(["một", "hai ba", "bốn"]);
    expect(outline.blocks.map(({ from, to }) => [from, to])).toEqual([
      [1, 1],
      [3, 3],
      [4, 4],
    ]);
    expect(outline.pages).toBeNull();
  });

  it("stand on the pages that form feeds open", async () => {
    const outline = await outlineOf("trang một\n\fPHỤ LỤC\nbảng\n2\f\n\f");
    expect(outline.lines.map(({ text, page }) => [text, page])).toEqual([
      ["trang một", 1],
      ["PHỤ LỤC", 2],
      ["bảng", 2],
      ["2 ", 2],
    ]);
    expect(outline.pages).toBe(2);
  });

  it("are composed in paragraphs and left as they are in the lines", async () => {
    const outline = await outlineOf(`${"Đảng ủy".normalize("NFD")} xã\u200b`);
    expect(texts(outline)).toEqual(["Đảng ủy xã"]);
    expect(outline.lines[0]?.text).toBe(`${"Đảng ủy".normalize("NFD")} xã\u200b`);
  });
});

describe("encodings", () => {
  it.each([
    ["UTF-8 with its mark", Buffer.from(`\ufeff${PLAN}`)],
    ["UTF-16 with its mark", Buffer.from(`\ufeff${PLAN}`, "utf16le")],
    ["UTF-16 without", Buffer.from(PLAN, "utf16le")],
    ["UTF-16, high bytes first", Buffer.from(PLAN, "utf16le").swap16()],
  ])("%s is read without a remark", async (_, bytes) => {
    const outline = await outlineOf(bytes);
    expect(texts(outline)).toEqual(LINES);
    expect(outline.remarks).toEqual([]);
  });

  /** What a person sees who opens a text of an old font without the font. */
  const typedIn = (font: "TCVN3" | "VNI", text: string): string => {
    const letters = new Map(Object.entries(fonts[font]).map(([typed, meant]) => [meant, typed]));
    return [...text].map((letter) => letters.get(letter) ?? letter).join("");
  };
  const SMALL = "kế hoạch thực hiện công tác dân vận, đẩy mạnh tuyên truyền ở cơ sở, giữ gìn an ninh trật tự";

  it.each(["TCVN3", "VNI"] as const)(
    "%s is recognised by its words, one byte a letter or in UTF-8",
    async (font) => {
      const typed = typedIn(font, SMALL);
      expect(typed).not.toContain("ế");
      for (const bytes of [Buffer.from(typed, "latin1"), Buffer.from(typed)]) {
        const outline = await outlineOf(bytes);
        expect(texts(outline)).toEqual([SMALL]);
        expect(outline.remarks).toEqual([{ code: "encoding_converted", line: null, detail: font }]);
      }
    },
  );

  it("knows the words on every letterhead in a font of 1995", () => {
    expect(
      convertFontLetters("Céng hßa x· héi chñ nghÜa ViÖt Nam. §éc lËp - Tù do - H¹nh phóc", "TCVN3"),
    ).toBe("Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do - Hạnh phúc");
    expect(convertFontLetters("Coäng hoøa xaõ hoäi chuû nghóa Vieät Nam. Ñoäc laäp - Töï do", "VNI")).toBe(
      "Cộng hòa xã hội chủ nghĩa Việt Nam. Độc lập - Tự do",
    );
  });

  it("reads Windows-1258, in which a tone stands after its letter", async () => {
    // "Kế hoạch dân vận của xã Đồng Lương": ê + acute, a + dot below …
    const bytes = Buffer.from(
      "4bea ec20686f61f26368 206 4e26e20 76e2f26e 20 63 75d261 20 78 61de 20 d0f4cc6e67 20 4cfdfd6e67".replaceAll(
        " ",
        "",
      ),
      "hex",
    );
    const outline = await readText(bytes, "text");
    expect(outline.ok && outline.value.remarks).toEqual([
      { code: "encoding_converted", line: null, detail: "Windows-1258" },
    ]);
  });

  it("takes a file cut in the middle of a letter, and says so", async () => {
    const bytes = Buffer.from(`${PLAN} và báo cáo kết quả hằng quý về Ủy ban`);
    const outline = await outlineOf(bytes.subarray(0, bytes.length - 6));
    expect(outline.remarks).toEqual([{ code: "encoding_converted", line: null, detail: "UTF-8" }]);
  });

  it("leaves Vietnamese, English and plain letters as they stand", async () => {
    for (const text of [PLAN, "no marks at all", "Le café est fermé", "£ 5 ® 2026 «Dân vận khéo»"])
      expect((await outlineOf(text)).remarks).toEqual([]);
  });

  it("refuses a code page that its words do not tell, and what is no text", async () => {
    expect(await code(Buffer.from("Le général a décidé de réunir les élèves à l'école", "latin1"))).toBe(
      "file_encoding_unknown",
    );
    expect(await code(Uint8Array.of(0x4d, 0x5a, 0x90, 0, 3, 0, 0, 0))).toBe("file_kind_unknown");
    expect(await code("")).toBe("file_empty");
    expect(await code(" \n\t\n\f")).toBe("file_empty");
    expect(await code("a\n".repeat(50_001))).toBe("file_too_long");
  });
});

it("answers any bytes, and every paragraph points at its line", async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const read = await readText(bytes, "markdown");
      if (!read.ok) return;
      const { blocks, lines } = read.value;
      for (const { from, to } of blocks) expect(from >= 1 && to <= lines.length && from === to).toBe(true);
    }),
  );
});
