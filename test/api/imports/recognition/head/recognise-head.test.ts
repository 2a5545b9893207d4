import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { DOUBTFUL } from "../../../../../api/imports/reading.ts";
import { recogniseHead } from "../../../../../api/imports/recognition/head/recognise-head.ts";
import { splitParts } from "../../../../../api/imports/recognition/parts/split-parts.ts";
import { typedDocument } from "../typed-document.ts";

const read = (text: string, known = NOBODY_KNOWN) => {
  const outline = typedDocument(text);
  return recogniseHead(outline, splitParts(outline.blocks), known);
};
const codes = (text: string): readonly string[] => read(text).warnings.map(({ code }) => code);

describe("the head of a document", () => {
  it("reads a decision whose letterhead is a table and whose number waits for the registry", () => {
    const { document, warnings } = read(`
      | UBND THÀNH PHỐ CẦN THƠ⏎ỦY BAN NHÂN DÂN⏎PHƯỜNG CÁI RĂNG | CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM⏎Độc lập - Tự do - Hạnh phúc |
      | Số:      /QĐ-UBND | Cái Răng, ngày     tháng 3 năm 2026 |
      ^QUYẾT ĐỊNH
      ^Về việc ban hành Danh mục nhiệm vụ công tác dân vận
      ^chính quyền năm 2026 trên địa bàn phường Cái Răng
      ^CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG CÁI RĂNG
      Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;
      Căn cứ Quyết định số 412/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân thành phố Cần Thơ về việc ban hành Danh mục nhiệm vụ công tác dân vận chính quyền năm 2026;
      Xét đề nghị của Trưởng phòng Văn hóa - Xã hội tại Tờ trình số 15/TTr-VHXH ngày 02/3/2026.
      ^QUYẾT ĐỊNH:
      Điều 1. Ban hành kèm theo Quyết định này Danh mục nhiệm vụ công tác dân vận chính quyền năm 2026.
      Điều 2. Quyết định này có hiệu lực kể từ ngày ký.
      | Nơi nhận:⏎- Như Điều 3;⏎- Lưu: VT. | CHỦ TỊCH⏎Trần Văn Bảy |
    `);
    expect(document).toMatchObject({
      kind: "quyet_dinh",
      number: null,
      issued_on: null,
      issuer: "Ủy ban nhân dân phường Cái Răng",
      heading: "QUYẾT ĐỊNH",
      title:
        "Về việc ban hành Danh mục nhiệm vụ công tác dân vận chính quyền năm 2026 trên địa bàn phường Cái Răng",
      scope_years: [2026],
      signer_position: "CHỦ TỊCH",
      proposed_by: "Trưởng phòng Văn hóa - Xã hội",
    });
    expect(document.parent_documents).toMatchObject([
      { number: "412/QĐ-UBND", date: "2026-01-20", issuer: "Ủy ban nhân dân thành phố Cần Thơ" },
    ]);
    expect(document.basis_documents[0]).toMatchObject({ number: null, date: "2025-06-16" });
    expect(warnings.map(({ code }) => code)).toEqual(["document-number-missing", "issued-on-missing"]);
  });

  it("reads a plan of a mountain commune with the motto beside its name and an old spelling", () => {
    const { document } = read(`
      UỶ BAN NHÂN DÂN CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      XÃ MƯỜNG SO Độc lập - Tự do - Hạnh phúc
      Số: 07/KH- UBND Mường So, ngày 05 tháng 02 năm 2026
      ^KẾ HOẠCH
      ^Thực hiện công tác dân vận chính quyền năm 2026
      Thực hiện Kế hoạch số 312/KH-UBND ngày 15/01/2026 của UBND tỉnh Lai Châu về thực hiện công tác dân vận chính quyền năm 2026, Uỷ ban nhân dân xã Mường So ban hành Kế hoạch như sau:
      ^I. MỤC ĐÍCH, YÊU CẦU
      1. Nâng cao nhận thức.
      TM. UỶ BAN NHÂN DÂN
      CHỦ TỊCH
      Lò Văn Sáng
    `);
    expect(document).toMatchObject({
      kind: "ke_hoach",
      number: "07/KH-UBND",
      issued_on: "2026-02-05",
      issuer: "Ủy ban nhân dân xã Mường So",
      title: "Thực hiện công tác dân vận chính quyền năm 2026",
      signer_position: "TM. UỶ BAN NHÂN DÂN - CHỦ TỊCH",
    });
    expect(document.parent_documents).toMatchObject([
      { number: "312/KH-UBND", date: "2026-01-15", issuer: "Ủy ban nhân dân tỉnh Lai Châu" },
    ]);
    expect(document.confidence.issuer).toBeGreaterThan(DOUBTFUL);
  });

  it("takes number, date and issuer of an annex alone from its bracket", () => {
    const { document } = read(`
      ^PHỤ LỤC
      ^NHIỆM VỤ TRỌNG TÂM CÔNG TÁC DÂN VẬN QUÝ IV NĂM 2025
      (Ban hành kèm theo Kế hoạch số 88 /KH-UBND ngày 26/9/2025
      của UBND đặc khu Phú Quý)
      | TT | Nhiệm vụ | Cơ quan chủ trì | Thời gian |
      | 1 | Tổ chức đối thoại | Văn phòng | Tháng 10 |
    `);
    expect(document).toMatchObject({
      kind: "ke_hoach",
      number: "88/KH-UBND",
      issued_on: "2025-09-26",
      issuer: "Ủy ban nhân dân đặc khu Phú Quý",
      heading: "PHỤ LỤC",
      title: "NHIỆM VỤ TRỌNG TÂM CÔNG TÁC DÂN VẬN QUÝ IV NĂM 2025",
      scope_period: { start_on: "2025-10-01", end_on: "2025-12-31" },
    });
  });

  it("knows an official letter by its subject under the number", () => {
    const { document } = read(`
      ỦY BAN NHÂN DÂN
      XÃ TÂN HƯNG
      CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM
      Độc lập - Tự do - Hạnh phúc
      Số: 145/UBND-VHXH
      V/v triển khai công tác dân vận
      6 tháng cuối năm 2026
      Tân Hưng, ngày 02 tháng 7 năm 2026
      Kính gửi: Các phòng, ban, đơn vị thuộc xã
      Thực hiện Công văn số 2011/SNV-XDCQ ngày 25/6/2026 của Sở Nội vụ về triển khai công tác dân vận 6 tháng cuối năm 2026, Ủy ban nhân dân xã yêu cầu các đơn vị thực hiện một số nội dung sau:
      1. Tăng cường tuyên truyền.
      TM. ỦY BAN NHÂN DÂN
      KT. CHỦ TỊCH
      PHÓ CHỦ TỊCH
    `);
    expect(document).toMatchObject({
      kind: "cong_van",
      number: "145/UBND-VHXH",
      issued_on: "2026-07-02",
      issuer: "Ủy ban nhân dân xã Tân Hưng",
      title: "V/v triển khai công tác dân vận 6 tháng cuối năm 2026",
      heading: null,
      scope_period: { start_on: "2026-07-01", end_on: "2026-12-31" },
    });
    expect(document.parent_documents.map(({ number }) => number)).toEqual(["2011/SNV-XDCQ"]);
  });

  it("asks for the commune that an annex never names, and takes no place out of the title for it", () => {
    const { document, warnings } = read(`
      ^DANH MỤC
      ^Nhiệm vụ dân vận năm 2026 trên địa bàn huyện Đông Hà
      (Kèm theo Quyết định số 31/QĐ-UBND ngày 09/02/2026 của UBND xã)
      | STT | Nội dung nhiệm vụ | Đơn vị chủ trì |
      | 1 | Tuyên truyền | Văn phòng |
    `);
    expect(document.issuer).toBe("Ủy ban nhân dân xã");
    expect(document.confidence.issuer).toBeLessThan(DOUBTFUL);
    expect(warnings.map(({ code }) => code)).toContain("issuer-unnamed");
  });

  it("offers the office's own name where the document says only its level", () => {
    const { document } = read(
      `
      ^DANH MỤC
      ^Nhiệm vụ dân vận năm 2026
      (Kèm theo Quyết định số 31/QĐ-UBND ngày 09/02/2026 của UBND xã)
      | STT | Nội dung nhiệm vụ | Đơn vị chủ trì |
      | 1 | Tuyên truyền | Văn phòng |
    `,
      { ...NOBODY_KNOWN, organization: "Ủy ban nhân dân xã Ba Vì" },
    );
    expect(document.issuer).toBe("Ủy ban nhân dân xã Ba Vì");
    expect(document.confidence.issuer).toBeLessThan(DOUBTFUL);
  });

  it("reads a programme of several years and keeps laws, directives and its own council's paper as bases", () => {
    const { document } = read(`
      ỦY BAN NHÂN DÂN
      PHƯỜNG AN KHÁNH
      Số: 03/CTr-UBND
      An Khánh, ngày 12 tháng 01 năm 2026
      ^CHƯƠNG TRÌNH
      ^Đẩy mạnh công tác dân vận của chính quyền giai đoạn 2026 - 2030
      Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ; Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương;
      Căn cứ Nghị quyết số 05/NQ-HĐND ngày 20/12/2025 của Hội đồng nhân dân phường An Khánh;
      Căn cứ Chương trình số 18/CTr-UBND ngày 05/12/2025 của Ủy ban nhân dân Thành phố Hồ Chí Minh về đẩy mạnh công tác dân vận của chính quyền giai đoạn 2026 - 2030.
      Ủy ban nhân dân phường An Khánh ban hành Chương trình với các nội dung như sau:
      ^A. MỤC TIÊU
      Đến năm 2030 mọi tổ dân phố có mô hình.
      ^B. NHIỆM VỤ VÀ GIẢI PHÁP
      1. Tuyên truyền
    `);
    expect(document).toMatchObject({
      kind: "chuong_trinh",
      number: "03/CTr-UBND",
      scope_years: [2026, 2027, 2028, 2029, 2030],
      signer_position: null,
    });
    expect(document.parent_documents.map(({ number }) => number)).toEqual(["18/CTr-UBND"]);
    expect(document.basis_documents.map(({ number }) => number)).toEqual([
      "33/CT-TTg",
      "25-NQ/TW",
      "05/NQ-HĐND",
    ]);
  });

  it("reads a notice in capitals with its kind and subject in one paragraph", () => {
    const { document } = read(`
      ỦY BAN NHÂN DÂN XÃ EA KAR
      Số : 45 / TB-UBND
      Ea Kar, ngày 9/3/2026
      ^THÔNG BÁO Phân công nhiệm vụ công tác dân vận năm 2026
      Ủy ban nhân dân xã Ea Kar thông báo phân công nhiệm vụ như sau:
      1. Văn phòng chủ trì tiếp công dân.
    `);
    expect(document).toMatchObject({
      kind: "thong_bao",
      number: "45/TB-UBND",
      issued_on: "2026-03-09",
      issuer: "Ủy ban nhân dân xã Ea Kar",
      title: "Phân công nhiệm vụ công tác dân vận năm 2026",
    });
  });

  it("marks a title without a year as doubtful and takes the year of the date", () => {
    const { document, warnings } = read(`
      ỦY BAN NHÂN DÂN
      XÃ BÌNH LỢI
      Số: 12/KH-UBND
      Bình Lợi, ngày 20 tháng 01 năm 2026
      ^KẾ HOẠCH
      ^Triển khai công tác dân vận chính quyền
      Ủy ban nhân dân xã Bình Lợi xây dựng Kế hoạch như sau:
      ^I. NỘI DUNG
      1. Tuyên truyền
    `);
    expect(document.scope_years).toEqual([2026]);
    expect(document.confidence.scope_period).toBeLessThan(DOUBTFUL);
    expect(warnings.map(({ code }) => code)).toContain("scope-unsure");
  });

  it("says that a letterhead and the opening sentence name two offices", () => {
    expect(
      codes(`
      ỦY BAN NHÂN DÂN
      XÃ BÌNH LỢI
      Số: 12/KH-UBND
      Bình Lợi, ngày 20 tháng 01 năm 2026
      ^KẾ HOẠCH
      ^Triển khai công tác dân vận chính quyền năm 2026
      Ủy ban nhân dân xã Bình Chánh xây dựng Kế hoạch như sau:
      ^I. NỘI DUNG
      1. Tuyên truyền
    `),
    ).toContain("issuer-disagrees");
  });

  it("does not repair a day that no calendar has", () => {
    const text = `
      ỦY BAN NHÂN DÂN
      XÃ BÌNH LỢI
      Số: 12/KH-UBND
      Bình Lợi, ngày 30 tháng 02 năm 2026
      ^KẾ HOẠCH
      ^Triển khai công tác dân vận chính quyền năm 2026
      Ủy ban nhân dân xã Bình Lợi xây dựng Kế hoạch như sau:
    `;
    expect(read(text).document.issued_on).toBeNull();
    expect(codes(text)).toContain("issued-on-impossible");
  });

  it("reads a Markdown export: emphasis is no part of the title, the issuer stands at a basis's end", () => {
    const { document } = read(`
      **ỦY BAN NHÂN DÂN**
      **XÃ CỬA VIỆT**
      Số: 21/KH-UBND
      *Cửa Việt, ngày 6 tháng 2 năm 2026*
      # **KẾ HOẠCH**
      **Công tác dân vận của chính quyền xã năm 2026**
      Thực hiện Kế hoạch số 40/KH-UBND, ngày 26/01/2026 về công tác dân vận của chính quyền năm 2026 của Ủy ban nhân dân tỉnh Quảng Trị. Ủy ban nhân dân xã Cửa Việt ban hành Kế hoạch như sau:
      ## **I. NỘI DUNG**
      - Tuyên truyền
    `);
    expect(document).toMatchObject({
      kind: "ke_hoach",
      number: "21/KH-UBND",
      issued_on: "2026-02-06",
      issuer: "Ủy ban nhân dân xã Cửa Việt",
      title: "Công tác dân vận của chính quyền xã năm 2026",
    });
    expect(document.parent_documents).toMatchObject([
      { number: "40/KH-UBND", date: "2026-01-26", issuer: "Ủy ban nhân dân tỉnh Quảng Trị" },
    ]);
  });

  it("prefers a decision's own number to that of its annex and doubts it when they differ", () => {
    const { document } = read(`
      ỦY BAN NHÂN DÂN
      PHƯỜNG SA PA
      Số: 60/QĐ-UBND
      Sa Pa, ngày 10 tháng 02 năm 2026
      ^QUYẾT ĐỊNH
      ^Ban hành danh mục nhiệm vụ dân vận năm 2026
      ^ỦY BAN NHÂN DÂN PHƯỜNG SA PA
      Căn cứ Luật Tổ chức chính quyền địa phương;
      ^QUYẾT ĐỊNH:
      Điều 1. Ban hành danh mục.
      TM. ỦY BAN NHÂN DÂN KT. CHỦ TỊCH PHÓ CHỦ TỊCH
      Giàng A Phớ
      ^PHỤ LỤC I
      ^NHIỆM VỤ CỦA CÁC PHÒNG
      (Kèm theo Quyết định số 61/QĐ-UBND ngày 10/02/2026 của UBND phường Sa Pa)
      | TT | Nhiệm vụ | Chủ trì |
      | 1 | Tuyên truyền | Văn phòng |
    `);
    expect(document).toMatchObject({
      number: "60/QĐ-UBND",
      appendix_title: "NHIỆM VỤ CỦA CÁC PHÒNG",
      signer_position: "TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
    });
    expect(document.confidence.number).toBeLessThan(DOUBTFUL);
  });

  it("takes a numbered document out of the title, and a law's name from before its number", () => {
    const { document, warnings } = read(`
      | ỦY BAN NHÂN DÂN | CỘNG HOÀ XÃ HỘI CHỦ NGHĨA VIỆT NAM |
      | PHƯỜNG BẾN THÀNH | Độc lập - Tự do - Hạnh phúc |
      | Số: 512/KH-UBND | Bến Thành, ngày 11 tháng 02 năm 2026 |
      ^KẾ HOẠCH
      ^Triển khai thực hiện Quyết định số 245/QĐ-UBND ngày 30/01/2026 của Ủy ban nhân dân Thành phố Hồ Chí Minh về ban hành danh mục nhiệm vụ dân vận năm 2026
      Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15;
      Ủy ban nhân dân phường Bến Thành ban hành Kế hoạch như sau:
      ^I. NỘI DUNG
      1. Tuyên truyền
    `);
    expect(document.parent_documents).toMatchObject([
      { number: "245/QĐ-UBND", date: "2026-01-30", issuer: "Ủy ban nhân dân Thành phố Hồ Chí Minh" },
    ]);
    expect(document.basis_documents).toMatchObject([
      { number: "72/2025/QH15", text: "Luật Tổ chức chính quyền địa phương" },
    ]);
    expect(warnings).toEqual([]);
  });

  it("does not take a second issuer for half of a double name", () => {
    expect(
      read(`
      ỦY BAN NHÂN DÂN XÃ ĐẠI LỘC - ĐẢNG ỦY
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
    `).document.issuer,
    ).toBe("Ủy ban nhân dân xã Đại Lộc");
    expect(
      read(`
      ỦY BAN NHÂN DÂN TỈNH BÀ RỊA - VŨNG TÀU
      ^KẾ HOẠCH
      ^Công tác dân vận năm 2026
    `).document.issuer,
    ).toBe("Ủy ban nhân dân tỉnh Bà Rịa - Vũng Tàu");
  });

  it("reads hostile text in no time and without a word too many", () => {
    for (const piece of [
      "Số: ",
      "ngày 1 tháng 1 năm ",
      "Căn cứ Quyết định số 1/QĐ-UBND, ",
      "TM. KT. ",
      "PHỤ LỤC ",
      "I. II. III. ",
    ]) {
      const { document } = read(piece.repeat(100_000 / piece.length));
      expect(document.title.length).toBeLessThan(100_001);
    }
  });
});
