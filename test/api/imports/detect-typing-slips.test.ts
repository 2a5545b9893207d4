import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { detectTypingSlips } from "../../../api/imports/detect-typing-slips.ts";

/** Each slip as its code and the words that it underlines. */
const slips = (text: string): readonly string[] =>
  detectTypingSlips(text).map(({ code, from, to }) => `${code}: ${text.slice(from, to)}`);

describe("a syllable typed twice", () => {
  it.each([
    ["Tuyên truyền đến cán bộ và dân dân trên địa bàn", "dân dân"],
    ["Nghị định của Chính phủ phủ quy định chi tiết", "phủ phủ"],
    ["trách nhiệm của của người đứng đầu", "của của"],
    ["Đối thoại với các các hộ dân ở ở thôn", "các các"],
    ["Bộ bộ phận Một cửa", "Bộ bộ"],
    ["THỰC HIỆN HIỆN DÂN CHỦ", "HIỆN HIỆN"],
    ["văn bản của UBND UBND xã", "UBND UBND"],
  ])("“%s”", (text, words) => {
    expect(slips(text)[0]).toBe(`syllable-repeated: ${words}`);
  });

  it("so is a word of two", () => {
    expect(slips("Thực hiện công tác công tác dân vận")).toEqual(["syllable-repeated: công tác công tác"]);
  });

  it.each([
    "Luôn luôn lắng nghe, từ từ thuyết phục, nhà nhà thi đua",
    "Từng bước thực hiện hiện đại hóa nền hành chính",
    "Niêm yết tại trụ sở, cán bộ bộ phận Một cửa hướng dẫn",
    "Tiếp thu ý kiến kiến nghị của cử tri",
    "Các cơ quan, tổ chức tổ chức thực hiện",
    "Báo cáo gửi xã, xã tổng hợp",
    "Hội nghị tại xã Xã Đàn năm năm một lần",
    "Luật Dân số số 113/2025/QH15",
    "Chương II II, mục a a",
  ])("silent: “%s”", (text) => {
    expect(slips(text)).toEqual([]);
  });
});

describe("syllables that Vietnamese does not have", () => {
  it.each([
    ["Tổ chức thưc hiện", "thưc"],
    ["Thưc hiện đối thoại", "Thưc"],
    ["kế hoạch đựơc duyệt", "đựơc"],
    ["các nghành liên quan", "nghành"],
    ["nguời dân trong thôn", "nguời"],
    ["tạo đồng thụân trong Nhân dân", "thụân"],
    ["ban hành kế hoặch", "hoặch"],
    ["phối hợp với cac đoàn thể", "cac"],
    ["TỔ CHƯC THỰC HIỆN", "CHƯC"],
    ["Ủy ban nhândân xã", "nhândân"],
  ])("“%s”", (text, words) => {
    expect(slips(text)).toEqual([`syllable-impossible: ${words}`]);
  });

  it.each([
    "Uỷ ban, Ủy ban; hoà giải, hòa giải; quí, quý; thuở, khuya, khuỷu, ngoằn ngoèo, quýt, giếng, gìn giữ, huỳnh huỵch",
    "Nghiêng, ghế, kính, cá, quốc, quyền, giữa, giặc, yêu, yết, ỷ",
    "Đăng trên Zalo, facebook, website, internet, e-mail, fanpage; xếp loại ISO 9001",
    "Hộp thư congan.hadong@hanoi.gov.vn, tệp bao_cac.docx",
    "Họp tại xã Ea H’leo, buôn Krông Búk, phường Đắk Cấm với già làng Y Bhiêu Êban",
    "Theo Quyết định số 12/QĐ-UBND, Quy định 05-QyĐi/TW của BCHTƯ; HĐND, ĐVSNCL, MTTQ",
    "Xe ôtô, hécta, kilômét, băng zôn, tivi, chat, hot",
    "m2, cơ sở1, 3ha, điểm đ khoản 2",
    "ỦY BAN NHÂN DÂN XÃ ĐẮK LẮK",
  ])("silent: “%s”", (text) => {
    expect(slips(text)).toEqual([]);
  });

  it("composed and decomposed letters are told alike", () => {
    const text = "Tổ chức thưc hiện dân chủ";
    expect(detectTypingSlips(text.normalize("NFD").normalize("NFC"))).toEqual(detectTypingSlips(text));
  });
});

describe("a name that lost a capital", () => {
  it.each([
    ["phong cách Hồ Chí minh", ["capital-lost: Hồ Chí minh"]],
    ["Quyết định của Bộ chính trị", ["capital-lost: Bộ chính trị"]],
    ["phong cách Hồ Chí Minh, Bộ Chính trị, ban bí thư chi đoàn", []],
    ["HỒ CHÍ MINH", []],
  ])("“%s”", (text, found) => {
    expect(slips(text)).toEqual(found);
  });
});

describe("marks that come in pairs", () => {
  it.each([
    ["Chủ đề năm của xã““Chủ động, sáng tạo”", "quotation-unpaired: “"],
    ["Xây dựng mô hình “Chính quyền thân thiện", "quotation-unpaired: “"],
    ["mô hình chính quyền số cấp xã”.", "quotation-unpaired: ”"],
    ["phong trào “Dân vận khéo””", "quotation-unpaired: ”"],
    ['thi đua "Dân vận khéo', 'quotation-unpaired: "'],
    ["Đối thoại (ít nhất 01 lần/năm", "bracket-unpaired: ("],
    ["Đối thoại ít nhất 01 lần/năm)", "bracket-unpaired: )"],
  ])("“%s”", (text, found) => {
    expect(slips(text)).toEqual([found]);
  });

  it.each([
    "Thực hiện Đề án “Xây dựng mô hình “Chính quyền thân thiện””",
    'chủ đề "Đoàn kết, đổi mới” và phong trào “Dân vận khéo"',
    "a) Rà soát; b) niêm yết; 1) họp, iv) báo cáo",
    "(1) Rà soát [nếu có] (theo điểm a)",
  ])("silent: “%s”", (text) => {
    expect(slips(text)).toEqual([]);
  });
});

describe("blanks and punctuation", () => {
  it.each([
    ["dân chủ ở phường,cộng đồng dân cư", "punctuation-unspaced: ,"],
    ["kế hoạch năm 2026;phân công", "punctuation-unspaced: ;"],
    ["tại địa phương.Tổ chức hội nghị", "punctuation-unspaced: ."],
    ["các phòng , đơn vị", "punctuation-spaced:  ,"],
    ["chuyển đổi số cấp xã.;", "punctuation-doubled: .;"],
    ["các phòng,, đơn vị", "punctuation-doubled: ,,"],
    ["các phòng, , đơn vị", "punctuation-doubled: , ,"],
    ["Quý III/2026, ", "punctuation-dangling: ,"],
    ["dân chủ ở cơ sở ….", "punctuation-doubled: …."],
    ["dân chủ ở cơ sở..", "punctuation-doubled: .."],
  ])("“%s”", (text, found) => {
    expect(slips(text)).toEqual([found]);
  });

  it.each([
    "hội họp, tiếp dân; v.v., các việc khác…; nơi khác...",
    "Kế hoạch có hiệu lực từ ngày ký./.",
    "Số: …./KH-UBND, ngày .. tháng .. năm 2026 .....",
    "mức 1,5 triệu đồng; tỷ lệ 98,6%; điểm a,b,c khoản 2",
    "địa chỉ dichvucong.gov.vn, Tp.Huế, TS.Nguyễn Văn An",
  ])("silent: “%s”", (text) => {
    expect(slips(text)).toEqual([]);
  });
});

describe("days that are in no calendar", () => {
  it.each([
    ["Quyết định ngày 20/10/20222333", "text-date-impossible: 20/10/20222333"],
    ["xong trước ngày 31/11/2025", "text-date-impossible: 31/11/2025"],
    ["ngày 30 tháng 02 năm 2026", "text-date-impossible: ngày 30 tháng 02 năm 2026"],
    ["báo cáo trước ngày 31/6", "text-date-impossible: ngày 31/6"],
    ["gửi ngày 32 hằng tháng", "text-date-impossible: ngày 32"],
    ["trong tháng 13/2026", "text-date-impossible: tháng 13"],
    ["trong Quý V/2026", "text-date-impossible: Quý V"],
    ["giai đoạn đến năm 2203", "year-far-off: năm 2203"],
    ["Quyết định ngày 15/3/2203", "year-far-off: 15/3/2203"],
  ])("“%s”", (text, found) => {
    expect(slips(text)).toEqual([found]);
  });

  it.each([
    "ngày 29/02/2028, ngày 31/12, ngày 03 tháng 02 năm 1930, tầm nhìn đến năm 2050",
    "mỗi ngày 50 lượt, 30 ngày 40 hồ sơ, mỗi tháng 15 buổi, đạt 15/20 điểm",
    "Nghị định số 01/2019/NĐ-CP, Kế hoạch số 2500/KH-UBND",
    "Quý I/2026, quý 4 năm 2026, giai đoạn 2026-2030",
  ])("silent: “%s”", (text) => {
    expect(slips(text)).toEqual([]);
  });
});

it("a hundred thousand characters of anything are looked through", () => {
  const pieces = [
    "ngày ",
    "tháng 1",
    "“",
    "(",
    " ,",
    "..",
    "dân ",
    "thưc ",
    "1/",
    "năm 2",
    "a",
    "ấ",
    ",",
    " ",
    "số ",
  ];
  for (const piece of pieces) expect(slips(piece.repeat(100_000 / piece.length))).toBeInstanceOf(Array);
});

it("whatever is underlined lies within the text, in its order, once", () => {
  const words = fc.constantFrom(
    "dân",
    "thưc",
    "“",
    "”",
    "(",
    ")",
    ",",
    ".",
    " ",
    "  ",
    "ngày 31/11",
    "số",
    "A",
    "\n",
  );
  fc.assert(
    fc.property(fc.array(fc.oneof(words, fc.string({ maxLength: 4 })), { maxLength: 40 }), (parts) => {
      const text = parts.join("").normalize("NFC");
      let end = 0;
      for (const { from, to } of detectTypingSlips(text)) {
        expect(from).toBeGreaterThanOrEqual(end);
        expect(to).toBeGreaterThan(from);
        end = to;
      }
      expect(end).toBeLessThanOrEqual(text.length);
    }),
  );
});
