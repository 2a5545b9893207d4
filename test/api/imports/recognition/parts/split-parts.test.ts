import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Block } from "../../../../../api/imports/outline.ts";
import type { DocumentParts } from "../../../../../api/imports/recognition/parts/document-parts.ts";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import { typedDocument } from "../typed-document.ts";

const split = (text: string): DocumentParts => splitParts(typedDocument(text).blocks);
const words = (blocks: readonly Block[]): readonly string[] =>
  blocks.map((block) => (block.kind === "table" ? `table of ${block.rows.length}` : block.text));
const allBlocks = ({ head, body, catalogues, organisation, recipients, signature }: DocumentParts) => [
  ...head,
  ...body,
  ...catalogues.flatMap(({ blocks }) => blocks),
  ...organisation,
  ...recipients,
  ...signature,
];

describe("the parts of a document", () => {
  it("parts a decision from the table and the organisation of its annex", () => {
    const parts = split(`
      | ỦY BAN NHÂN DÂN⏎XÃ VĨNH LỘC | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc |
      ^QUYẾT ĐỊNH
      ^Ban hành Danh mục nhiệm vụ dân vận năm 2026
      Căn cứ Luật Tổ chức chính quyền địa phương;
      ^QUYẾT ĐỊNH:
      Điều 1. Ban hành Danh mục.
      Điều 2. Hiệu lực.
      | Nơi nhận:⏎- Như Điều 2; | TM. ỦY BAN NHÂN DÂN⏎CHỦ TỊCH |
      | ỦY BAN NHÂN DÂN⏎XÃ VĨNH LỘC | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc |
      ^DANH MỤC
      ^Nhiệm vụ dân vận năm 2026
      (Kèm theo Quyết định số 8/QĐ-UBND
      ngày 02/02/2026)
      I. DANH MỤC NHIỆM VỤ
      | TT | Nhiệm vụ | Cơ quan chủ trì |
      | 1 | Tuyên truyền | Văn phòng |
      II. TỔ CHỨC THỰC HIỆN
      1. Các đơn vị báo cáo.
    `);
    expect(words(parts.body)).toEqual([
      "Điều 1. Ban hành Danh mục.",
      "Điều 2. Hiệu lực.",
      "I. DANH MỤC NHIỆM VỤ",
    ]);
    expect(parts.catalogues.map(({ annex, title, blocks }) => [annex, title, words(blocks)])).toEqual([
      ["DANH MỤC", "Nhiệm vụ dân vận năm 2026", ["table of 2"]],
    ]);
    expect(words(parts.organisation)).toEqual(["II. TỔ CHỨC THỰC HIỆN", "1. Các đơn vị báo cáo."]);
    expect(parts.signature).toHaveLength(1);
  });

  it("keeps a plan's aims, tasks and organisation apart, whatever numbers stand inside", () => {
    const parts = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      I. MỤC ĐÍCH, YÊU CẦU
      1. Mục đích
      2. Yêu cầu
      II. NHIỆM VỤ TRỌNG TÂM
      1. Nội dung tuyên truyền
      III. GIẢI PHÁP THỰC HIỆN
      1. Tổ chức thực hiện tốt quy chế dân chủ
      IV. TỔ CHỨC THỰC HIỆN
      1. Văn phòng: theo dõi.
      Nơi nhận:
      - UBND tỉnh;
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Nguyễn Văn A
    `);
    expect(words(parts.body)).toEqual([
      "I. MỤC ĐÍCH, YÊU CẦU",
      "1. Mục đích",
      "2. Yêu cầu",
      "II. NHIỆM VỤ TRỌNG TÂM",
      "III. GIẢI PHÁP THỰC HIỆN",
    ]);
    expect(parts.catalogues.map(({ annex, title, blocks }) => [annex, title, words(blocks)])).toEqual([
      [null, "NHIỆM VỤ TRỌNG TÂM", ["1. Nội dung tuyên truyền"]],
      [null, "GIẢI PHÁP THỰC HIỆN", ["1. Tổ chức thực hiện tốt quy chế dân chủ"]],
    ]);
    expect(words(parts.recipients)).toEqual(["Nơi nhận:", "- UBND tỉnh;"]);
    expect(words(parts.signature)).toEqual(["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH", "Nguyễn Văn A"]);
  });

  it("tells two annexes from each other", () => {
    const parts = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      I. NỘI DUNG
      (Có Phụ lục I, II chi tiết kèm theo)
      II. TỔ CHỨC THỰC HIỆN
      1. Văn phòng: theo dõi.
      TM. ỦY BAN NHÂN DÂN
      CHỦ TỊCH
      Phụ lục I
      ^NHIỆM VỤ CỦA CÁC PHÒNG
      | STT | Nội dung công việc | Đơn vị thực hiện | Thời gian |
      | 1 | Tuyên truyền | Văn phòng | Tháng 3 |
      Phụ lục II
      ^NHIỆM VỤ CỦA CÁC THÔN
      | STT | Nội dung công việc | Đơn vị thực hiện | Thời gian |
      | 1 | Đối thoại | Các thôn | Tháng 5 |
    `);
    expect(parts.catalogues.slice(-2).map(({ annex, title }) => [annex, title])).toEqual([
      ["Phụ lục I", "NHIỆM VỤ CỦA CÁC PHÒNG"],
      ["Phụ lục II", "NHIỆM VỤ CỦA CÁC THÔN"],
    ]);
  });

  it("finds thematic parts in roman numerals, arabic parts and parts without a number", () => {
    const thematic = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      ^I. MỤC TIÊU
      Nâng cao.
      ^II. CÔNG TÁC TUYÊN TRUYỀN
      1. Tuyên truyền.
      ^III. CẢI CÁCH HÀNH CHÍNH
      1. Rà soát thủ tục.
      ^IV. TỔ CHỨC THỰC HIỆN
      1. Văn phòng: theo dõi.
    `);
    expect(thematic.catalogues.map(({ blocks }) => words(blocks))).toEqual([
      ["II. CÔNG TÁC TUYÊN TRUYỀN", "1. Tuyên truyền.", "III. CẢI CÁCH HÀNH CHÍNH", "1. Rà soát thủ tục."],
    ]);
    const arabic = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      *1. Mục đích, yêu cầu
      - Nâng cao.
      *2. Nội dung thực hiện
      - Tuyên truyền.
      *3. Tổ chức thực hiện
      - Văn phòng: theo dõi.
    `);
    expect(arabic.catalogues.map(({ blocks }) => words(blocks))).toEqual([["- Tuyên truyền."]]);
    expect(words(arabic.organisation)).toEqual(["3. Tổ chức thực hiện", "- Văn phòng: theo dõi."]);
    const bare = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      MỤC ĐÍCH
      Nâng cao.
      NỘI DUNG
      1. Tuyên truyền.
      TỔ CHỨC THỰC HIỆN
      Văn phòng: theo dõi.
    `);
    expect(bare.catalogues.map(({ blocks }) => words(blocks))).toEqual([["1. Tuyên truyền."]]);
  });

  it("takes the numbered demands of an official letter for tasks and what follows them for organisation", () => {
    const parts = split(`
      Số: 5/UBND-VX
      V/v tăng cường công tác dân vận
      Kính gửi: Các phòng, ban
      Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện một số nội dung sau:
      1. Tuyên truyền.
      2. Đối thoại với Nhân dân.
      Báo cáo kết quả về UBND xã trước ngày 30/11/2026.
      Nơi nhận:
      - Như trên;
    `);
    expect(parts.catalogues.map(({ blocks }) => words(blocks))).toEqual([
      ["1. Tuyên truyền.", "2. Đối thoại với Nhân dân."],
    ]);
    expect(words(parts.organisation)).toEqual(["Báo cáo kết quả về UBND xã trước ngày 30/11/2026."]);
  });

  it("takes no form to be filled in for a catalogue", () => {
    const parts = split(`
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
      Ủy ban nhân dân xã ban hành Kế hoạch như sau:
      I. NỘI DUNG
      1. Tuyên truyền.
      TM. ỦY BAN NHÂN DÂN
      ^PHỤ LỤC: MẪU BÁO CÁO KẾT QUẢ
      | STT | Nhiệm vụ | Kết quả | Ghi chú |
      |  |  |  |  |
    `);
    expect(parts.catalogues).toHaveLength(1);
  });

  it("puts each block into exactly one part, whatever the text", () => {
    const line = fc.constantFrom(
      "QUYẾT ĐỊNH",
      "KẾ HOẠCH",
      "PHỤ LỤC I",
      "(Kèm theo Quyết định số 1/QĐ-UBND",
      "I. NỘI DUNG",
      "II. TỔ CHỨC THỰC HIỆN",
      "A. MỤC TIÊU",
      "1. Tuyên truyền.",
      "- Văn phòng",
      "Nơi nhận:",
      "TM. ỦY BAN NHÂN DÂN",
      "ỦY BAN NHÂN DÂN",
      "Điều 1. Ban hành.",
      "Trên đây là Kế hoạch.",
      "nội dung như sau:",
      "| TT | Nhiệm vụ | Cơ quan chủ trì |",
      "| a | b |",
      "",
    );
    fc.assert(
      fc.property(fc.array(fc.oneof(line, fc.string()), { maxLength: 40 }), (lines) => {
        const { blocks } = typedDocument(lines.map((one) => one.replace(/\n/g, " ")).join("\n"));
        const placed = allBlocks(splitParts(blocks));
        expect(new Set(placed).size).toBe(blocks.length);
        expect(placed).toHaveLength(blocks.length);
      }),
    );
  });
});
