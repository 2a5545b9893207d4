import { describe, expect, it } from "vitest";
import type { Outline, Paragraph } from "../../../../api/imports/outline.ts";
import { readDocx } from "../../../../api/imports/readers/read-docx.ts";
import { buildDocx, type DocxBlock, type DocxOptions, type DocxRun } from "../../../support/build-docx.ts";

const outlineOf = async (bytes: Uint8Array): Promise<Outline> => {
  const read = await readDocx(bytes);
  if (!read.ok) throw new Error(read.refusal.code);
  return read.value;
};
const read = (blocks: readonly DocxBlock[], options?: DocxOptions) => outlineOf(buildDocx(blocks, options));
const paragraphsOf = (outline: Outline): readonly Paragraph[] =>
  outline.blocks.flatMap((block) =>
    block.kind === "paragraph"
      ? [block]
      : block.rows.flatMap(({ cells }) => cells.flatMap((cell) => cell.paragraphs)),
  );
const textsOf = (outline: Outline) => paragraphsOf(outline).map(({ text }) => text);
/** The texts of one paragraph made of these runs. */
const runs = async (...given: readonly DocxRun[]) => textsOf(await read([{ runs: given }, "Hết."]));

describe("the page of a decision", () => {
  it("keeps letterhead, title and articles apart, with their looks and lines", async () => {
    const outline = await read([
      {
        rows: [
          [
            { blocks: [{ text: "ỦY BAN NHÂN DÂN", bold: true, centred: true }, "XÃ YÊN SƠN"] },
            { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true },
          ],
          ["Số: 45/QĐ-UBND", { text: "Yên Sơn, ngày 09 tháng 3 năm 2027", italic: true }],
        ],
      },
      "",
      { text: "QUYẾT ĐỊNH", bold: true, centred: true },
      { runs: [{ text: "Điều 1.", bold: true }, " Ban hành danh mục."] },
    ]);
    expect(outline.lines.map(({ text, row, cell }) => [text, row, cell])).toEqual([
      ["ỦY BAN NHÂN DÂN", 1, 1],
      ["XÃ YÊN SƠN", 1, 1],
      ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", 1, 2],
      ["Số: 45/QĐ-UBND", 2, 1],
      ["Yên Sơn, ngày 09 tháng 3 năm 2027", 2, 2],
      ["", null, null],
      ["QUYẾT ĐỊNH", null, null],
      ["Điều 1. Ban hành danh mục.", null, null],
    ]);
    expect(outline.blocks).toMatchObject([
      {
        kind: "table",
        columns: 2,
        certainty: 1,
        from: 1,
        to: 5,
        rows: [
          { from: 1, to: 3 },
          { from: 4, to: 5 },
        ],
      },
      { text: "QUYẾT ĐỊNH", bold: true, centred: true, from: 7, to: 7 },
      { text: "Điều 1. Ban hành danh mục.", bold: false, centred: false, from: 8 },
    ]);
    expect(paragraphsOf(outline)[4]).toMatchObject({ italic: true, bold: false });
  });

  it("takes looks from styles, whatever language the program named them in", async () => {
    const styles = [
      '<w:style w:type="paragraph" w:styleId="u1"><w:name w:val="heading 1"/><w:pPr><w:jc w:val="center"/></w:pPr><w:rPr><w:b/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Con"><w:name w:val="Con"/><w:basedOn w:val="u1"/><w:rPr><w:b w:val="0"/></w:rPr></w:style>',
      '<w:style w:type="paragraph" w:styleId="Vong"><w:name w:val="a"/><w:basedOn w:val="Vong"/></w:style>',
    ].join("");
    const outline = await read(
      [
        { text: "Phần I", style: "u1" },
        { text: "Phần con", style: "Con" },
        { text: "Vòng", style: "Vong" },
      ],
      { styles },
    );
    expect(paragraphsOf(outline)).toMatchObject([
      { heading: 1, bold: true, centred: true },
      { heading: 1, bold: false, centred: true },
      { heading: null, bold: false, centred: false },
    ]);
  });

  it("separates a letterhead that was made with tabs, but not a sentence or a number with a tab in it", async () => {
    const tabbed = (left: string, right: string): DocxBlock => ({
      runs: [left, { tab: true }, { tab: true }, right],
    });
    const texts = textsOf(
      await read([
        tabbed("ỦY BAN NHÂN DÂN", "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM"),
        "PHƯỜNG AN BIÊN               Độc lập - Tự do - Hạnh phúc",
        tabbed("1.", "Mục đích, yêu cầu"),
        tabbed("Các đơn vị", "báo cáo kết quả thực hiện"),
      ]),
    );
    expect(texts).toEqual([
      "ỦY BAN NHÂN DÂN",
      "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM",
      "PHƯỜNG AN BIÊN",
      "Độc lập - Tự do - Hạnh phúc",
      "1. Mục đích, yêu cầu",
      "Các đơn vị báo cáo kết quả thực hiện",
    ]);
  });
});

describe("line ends inside a paragraph", () => {
  const line = { break: "line" } as const;

  it("make a paragraph of each unit in a cell, but not of the halves of a name", async () => {
    const cell = (...given: readonly DocxRun[]): DocxBlock => ({ rows: [[{ blocks: [{ runs: given }] }]] });
    expect(textsOf(await read([cell("- Phòng Kinh tế;", line, "- Công an xã;", line, "Trạm Y tế")]))).toEqual(
      ["- Phòng Kinh tế;", "- Công an xã;", "Trạm Y tế"],
    );
    expect(textsOf(await read([cell("Phòng Văn hóa -", line, "Xã hội", line, "và các trường học")]))).toEqual(
      ["Phòng Văn hóa - Xã hội và các trường học"],
    );
    expect(textsOf(await read([cell("Phòng Văn hóa", line, "- Xã hội")]))).toEqual([
      "Phòng Văn hóa - Xã hội",
    ]);
    expect(textsOf(await read([cell("Các tổ chức:", line, "- Hội Nông dân")]))).toEqual([
      "Các tổ chức:",
      "- Hội Nông dân",
    ]);
    expect(textsOf(await read([cell("Kế hoạch số 15/KH-", line, "UBND")]))).toEqual([
      "Kế hoạch số 15/KH-UBND",
    ]);
  });

  it("are spaces in running text and ends among titles and items", async () => {
    expect(await runs("Các phòng chuyên môn", line, "phối hợp với Công an xã")).toEqual([
      "Các phòng chuyên môn phối hợp với Công an xã",
      "Hết.",
    ]);
    expect(await runs("Nơi nhận:", line, "- Như trên;", line, "- Lưu: VT.")).toEqual([
      "Nơi nhận:",
      "- Như trên;",
      "- Lưu: VT.",
      "Hết.",
    ]);
    const title = await read([{ centred: true, runs: ["KẾ HOẠCH", line, "Thực hiện công tác dân vận"] }]);
    expect(textsOf(title)).toEqual(["KẾ HOẠCH", "Thực hiện công tác dân vận"]);
    expect(await runs("các phòng", line, line, "đơn vị")).toEqual(["các phòng", "đơn vị", "Hết."]);
    expect(await runs("Trang một", { break: "page" }, "trang hai")).toEqual([
      "Trang một",
      "trang hai",
      "Hết.",
    ]);
  });
});

describe("what a person sees and what not", () => {
  it("leaves out deletions, hidden words and instructions, and keeps insertions and results", async () => {
    expect(
      await runs(
        "Trước ngày ",
        { text: "10", change: "deleted" },
        { text: "20", change: "inserted" },
        "/5/2027",
      ),
    ).toEqual(["Trước ngày 20/5/2027", "Hết."]);
    const outline = await read([{ runs: [{ text: "x", change: "deleted" }, "Giữ lại"] }]);
    expect(outline.remarks).toEqual([{ code: "tracked_changes", line: 1, detail: "Cán bộ rà soát" }]);
    expect(await runs("Nội dung", { text: " ẩn", hidden: true })).toEqual(["Nội dung", "Hết."]);
    const char = (type: string) => ({ xml: `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>` });
    const instruction = { xml: "<w:r><w:instrText>REF so \\h</w:instrText></w:r>" };
    expect(
      await runs("Số ", char("begin"), instruction, char("separate"), "12", char("end"), " này"),
    ).toEqual(["Số 12 này", "Hết."]);
    const inner = [char("begin"), instruction, char("separate"), "trong", char("end")];
    expect(await runs(char("begin"), ...inner, char("separate"), "ngoài", char("end"))).toEqual([
      "ngoài",
      "Hết.",
    ]);
    expect(await runs(char("begin"), "chữ của một trường không khép")).toEqual([
      "chữ của một trường không khép",
      "Hết.",
    ]);
  });

  it("drops rows and paragraphs that a change takes out", async () => {
    const row = (inside: string) =>
      `<w:tr>${inside}<w:tc><w:p><w:r><w:t>hàng</w:t></w:r></w:p></w:tc></w:tr>`;
    const outline = await read([
      { xml: `<w:tbl>${row("")}${row('<w:trPr><w:del w:id="1"/></w:trPr>')}</w:tbl>` },
      {
        xml: '<w:p><w:pPr><w:rPr><w:del w:id="2"/></w:rPr></w:pPr><w:del><w:r><w:delText>bỏ</w:delText></w:r></w:del></w:p>',
      },
      "cuối",
    ]);
    expect(outline.lines.map(({ text }) => text)).toEqual(["hàng", "cuối"]);
  });

  it("reads the letters behind marks, controls, links and old fonts", async () => {
    expect(await runs({ xml: "<w:r><w:t>26/QĐ</w:t><w:noBreakHyphen/><w:t>UBND</w:t></w:r>" })).toEqual([
      "26/QĐ-UBND",
      "Hết.",
    ]);
    expect(await runs("dân\u00ad vận\u00a0khéo\u200b")).toEqual(["dân vận khéo", "Hết."]);
    expect(
      await runs({ xml: '<w:r><w:sym w:font="Wingdings" w:char="F0FC"/><w:t> Đạt</w:t></w:r>' }),
    ).toEqual(["• Đạt", "Hết."]);
    expect(
      await runs(
        { xml: "<w:sdt><w:sdtPr/><w:sdtContent><w:r><w:t>Trong ô</w:t></w:r></w:sdtContent></w:sdt>" },
        { xml: '<w:hyperlink r:id="x"><w:r><w:t> và liên kết</w:t></w:r></w:hyperlink>' },
        { xml: "<w:smartTag><w:r><w:t> xã</w:t></w:r></w:smartTag>" },
      ),
    ).toEqual(["Trong ô và liên kết xã", "Hết."]);
    expect(await runs({ text: "phần mở đầu", capitals: true })).toEqual(["PHẦN MỞ ĐẦU", "Hết."]);
    expect(await runs({ text: "c«ng t¸c d©n vËn", font: ".VnTime" })).toEqual(["công tác dân vận", "Hết."]);
    expect(await runs({ text: "kÕ ho¹ch", font: ".VnTimeH" })).toEqual(["KẾ HOẠCH", "Hết."]);
    expect(await runs("Uy\u0309 ban nha\u0302n da\u0302n")).toEqual(["Uỷ ban nhân dân", "Hết."]);
  });

  it("reads a text box once, after the paragraph that it hangs on", async () => {
    const inside = "<w:txbxContent><w:p><w:r><w:t>Trong khung</w:t></w:r></w:p></w:txbxContent>";
    const box = `<w:r><mc:AlternateContent><mc:Choice Requires="wps"><w:drawing><wps:wsp><wps:txbx>${inside}</wps:txbx></wps:wsp></w:drawing></mc:Choice><mc:Fallback><w:pict><v:textbox>${inside}</v:textbox></w:pict></mc:Fallback></mc:AlternateContent></w:r>`;
    const outline = await read([{ runs: ["Ngoài khung", { xml: box }] }, "Hết."]);
    expect(textsOf(outline)).toEqual(["Ngoài khung", "Trong khung", "Hết."]);
    expect(outline.lines.map(({ text }) => text)).toEqual(["Ngoài khung", "Trong khung", "Hết."]);
  });
});

describe("notes", () => {
  it("are numbered in the order of their marks and stand after the text", async () => {
    const outline = await read([
      { runs: ["Quy chế dân chủ", { footnote: ["Luật năm 2022;", "- Nghị định 59."] }, "."] },
      {
        rows: [
          [
            "1.1",
            { blocks: [{ runs: ["Tuyên truyền", { endnote: "Ghi chú cuối" }, { footnote: "Chỉ thị 33" }] }] },
          ],
        ],
      },
    ]);
    expect(paragraphsOf(outline).map(({ text, marks }) => [text, marks])).toEqual([
      ["Quy chế dân chủ.", ["1"]],
      ["1.1", []],
      ["Tuyên truyền", ["i", "2"]],
    ]);
    expect(outline.footnotes).toEqual([
      { mark: "1", text: "Luật năm 2022; - Nghị định 59.", from: 4, to: 5 },
      { mark: "i", text: "Ghi chú cuối", from: 6, to: 6 },
      { mark: "2", text: "Chỉ thị 33", from: 7, to: 7 },
    ]);
    expect(outline.lines).toHaveLength(7);
  });

  it("keep a mark of the author's own, and a mark without a note is none", async () => {
    const outline = await read(
      [
        {
          runs: [
            "Một",
            { xml: '<w:r><w:footnoteReference w:id="1" w:customMarkFollows="1"/><w:t>(*)</w:t></w:r>' },
          ],
        },
        { runs: ["Hai", { xml: '<w:r><w:footnoteReference w:id="99"/></w:r>' }] },
      ],
      {
        parts: {
          "word/footnotes.xml":
            '<w:footnotes xmlns:w="urn:w"><w:footnote w:id="1"><w:p><w:r><w:t>Số liệu tạm tính</w:t></w:r></w:p></w:footnote></w:footnotes>',
        },
      },
    );
    expect(paragraphsOf(outline).map(({ text, marks }) => [text, marks])).toEqual([
      ["Một", ["(*)"]],
      ["Hai", []],
    ]);
    expect(outline.footnotes).toMatchObject([{ mark: "(*)", text: "Số liệu tạm tính" }]);
  });
});

describe("what stands in the file beside the text", () => {
  it("is not fetched, not run and said", async () => {
    const outside = (kind: string, id: string) =>
      `<Relationship Id="${id}" Type="http://schemas.openxmlformats.org/officeDocument/2006/relationships/${kind}" Target="http://127.0.0.1:1/${kind}" TargetMode="External"/>`;
    const outline = await read(["Nội dung", { xml: '<w:altChunk r:id="c"/>' }], {
      relations: outside("image", "a") + outside("hyperlink", "b") + outside("styles", "c"),
      parts: { "word/vbaProject.bin": new Uint8Array([1, 2, 3]) },
    });
    expect(outline.remarks.map(({ code, detail }) => [code, detail])).toEqual([
      ["embedded_ignored", "altChunk"],
      ["macros_ignored", ""],
      ["external_ignored", "image"],
      ["external_ignored", "styles"],
    ]);
  });

  it("tells pages that were photographed, empty files and foreign ones apart", async () => {
    const picture = { xml: '<w:p><w:r><w:drawing><a:blip r:embed="p"/></w:drawing></w:r></w:p>' };
    expect(await readDocx(buildDocx([picture, picture]))).toMatchObject({
      refusal: { code: "file_scanned" },
    });
    expect(await readDocx(buildDocx(["", " "]))).toMatchObject({ refusal: { code: "file_empty" } });
    expect(await readDocx(buildDocx([], { parts: { "word/document.xml": "<w:document/>" } }))).toMatchObject({
      refusal: { code: "file_damaged" },
    });
  });

  it("is found by the file's own directions, in the strict variant too", async () => {
    const strict = "http://purl.oclc.org/ooxml";
    const bytes = buildDocx([], {
      parts: {
        "_rels/.rels": `<R:Relationships xmlns:R="x"><R:Relationship Type="${strict}/officeDocument/relationships/officeDocument" Target="/Word/Main.xml"/></R:Relationships>`,
        "word/main.xml": `<ns0:document xmlns:ns0="${strict}/wordprocessingml/main"><ns0:body><ns0:p><ns0:r><ns0:t>Đúng phần</ns0:t></ns0:r></ns0:p></ns0:body></ns0:document>`,
      },
    });
    expect(textsOf(await outlineOf(bytes))).toEqual(["Đúng phần"]);
  });
});
