import type { DocumentSource, Entry, TextBlock } from "../document-source.ts";
import { bases, centred, group, letterhead, section, task, text, unit } from "../document-words.ts";

const OFFICE = unit("Văn phòng HĐND và UBND phường", "department", [
  "Văn phòng HĐND và UBND",
  "Văn phòng HĐND&UBND",
]);
const CULTURE = unit("Phòng Văn hóa - Xã hội", "department", [
  "Phòng Văn hóa - Xã hội phường",
  "phòng Văn hóa – Xã hội",
]);
const FRONT = unit("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "front", [
  "Ủy ban MTTQVN phường",
  "UBMTTQVN phường",
]);
const UNIONS = group("Các tổ chức chính trị - xã hội phường", "mass_organisations", [
  "các tổ chức chính trị - xã hội",
  "các đoàn thể",
]);
const ALL = group("Các phòng, ban, đơn vị trực thuộc", "all_departments", [
  "các phòng, ban, đơn vị",
  "Các phòng, ban, đơn vị",
]);
const AREAS = group("Ban nhân dân các khu vực", "residential_groups", [
  "các khu vực",
  "Ban nhân dân khu vực",
]);

const print = (entry: Entry): readonly TextBlock[] =>
  entry.is === "section"
    ? [text("bold", `${entry.printed} ${entry.title}`, 3)]
    : [text("bullet", entry.title)];
const item = (number: string, title: string, rest: Parameters<typeof task>[2] = {}) =>
  task(number, title, { printed: null, ...rest });

export const planWithBullets: DocumentSource = {
  name: "u03-ke-hoach-ninh-kieu-2026",
  formats: ["docx", "pdf", "txt", "md"],
  layout:
    "plan without table: headings 1-5, tasks are bullets without numbers, no units and no time frames of their own",
  units: [OFFICE, CULTURE, FRONT, UNIONS, ALL, AREAS],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "PHƯỜNG NINH KIỀU"],
      "Số: 21/KH-UBND",
      "Ninh Kiều, ngày 09 tháng 02 năm 2026",
    ),
    ...centred("KẾ HOẠCH", "Thực hiện công tác dân vận của chính quyền phường Ninh Kiều năm 2026"),
    ...bases(
      "Thực hiện Kế hoạch số 38/KH-UBND ngày 28 tháng 01 năm 2026 của Ủy ban nhân dân thành phố Cần Thơ về công tác dân vận chính quyền năm 2026; Ủy ban nhân dân phường Ninh Kiều xây dựng Kế hoạch thực hiện như sau:",
    ),
    text("bold", "I. MỤC ĐÍCH, YÊU CẦU", 2),
    text(
      "bullet",
      "Tiếp tục đổi mới nội dung, phương thức công tác dân vận của chính quyền phù hợp với mô hình tổ chức mới.",
    ),
    text(
      "bullet",
      "Gắn công tác dân vận với cải cách hành chính, chuyển đổi số, lấy sự hài lòng của người dân làm thước đo.",
    ),
    text("bold", "II. NHIỆM VỤ TRỌNG TÂM", 2),
    {
      is: "list",
      print,
      entries: [
        section("1", "Công tác tuyên truyền, vận động", { printed: "1." }),
        item(
          "1.1",
          "Tuyên truyền sâu rộng các chủ trương, chính sách về sắp xếp đơn vị hành chính, vận hành chính quyền địa phương hai cấp đến các tầng lớp Nhân dân.",
        ),
        item(
          "1.2",
          "Phát huy vai trò của người có uy tín trong đồng bào dân tộc Khmer, chức sắc, chức việc các tôn giáo trong vận động quần chúng.",
        ),
        item(
          "1.3",
          "Mở chuyên mục hỏi - đáp pháp luật trên trang thông tin điện tử của phường, mỗi quý tối thiểu 02 kỳ.",
          { targets: [{ text: "mỗi quý tối thiểu 02 kỳ", value: 2, unit: "kỳ" }] },
        ),
        section("2", "Gắn công tác dân vận với cải cách hành chính", { printed: "2." }),
        item(
          "2.1",
          "Công khai, minh bạch quy trình, thời hạn, phí, lệ phí giải quyết thủ tục hành chính; thực hiện nghiêm việc xin lỗi khi trễ hẹn.",
        ),
        item(
          "2.2",
          "Nâng tỷ lệ hồ sơ nộp trực tuyến toàn trình đạt từ 85% trở lên; số hóa 100% hồ sơ, kết quả giải quyết thủ tục hành chính.",
          {
            targets: [
              { text: "tỷ lệ hồ sơ nộp trực tuyến toàn trình đạt từ 85% trở lên", value: 85, unit: "%" },
              { text: "số hóa 100% hồ sơ, kết quả giải quyết thủ tục hành chính", value: 100, unit: "%" },
            ],
          },
        ),
        item("2.3", "Duy trì mô hình “Trả kết quả tại nhà” cho người cao tuổi, người khuyết tật."),
        section("3", "Thực hiện dân chủ ở cơ sở; tiếp công dân, đối thoại với Nhân dân", { printed: "3." }),
        item(
          "3.1",
          "Thực hiện tốt phương châm “Dân biết, dân bàn, dân làm, dân kiểm tra, dân giám sát, dân thụ hưởng” ở từng khu vực.",
        ),
        item(
          "3.2",
          "Chủ tịch UBND phường tiếp công dân ít nhất 02 ngày trong 01 tháng; tổ chức đối thoại định kỳ với Nhân dân.",
          {
            targets: [{ text: "tiếp công dân ít nhất 02 ngày trong 01 tháng", value: 2, unit: "ngày/tháng" }],
          },
        ),
        item(
          "3.3",
          "Giải quyết kịp thời, đúng pháp luật các khiếu nại, tố cáo, kiến nghị, phản ánh ngay từ cơ sở, không để phát sinh điểm nóng.",
        ),
        section("4", "Đẩy mạnh phong trào thi đua “Dân vận khéo”", { printed: "4." }),
        item(
          "4.1",
          "Phát động đăng ký mô hình “Dân vận khéo” trên các lĩnh vực; mỗi khu vực có ít nhất 01 mô hình.",
          { targets: [{ text: "mỗi khu vực có ít nhất 01 mô hình", value: 1, unit: "mô hình" }] },
        ),
        item(
          "4.2",
          "Vận động Nhân dân phân loại rác tại nguồn, giữ gìn tuyến đường “Sáng - xanh - sạch - đẹp - an toàn”.",
        ),
        section("5", "Phối hợp với Mặt trận Tổ quốc và các tổ chức chính trị - xã hội", { printed: "5." }),
        item(
          "5.1",
          "Ký kết và tổ chức thực hiện quy chế phối hợp công tác giữa UBND phường với Ban Thường trực Ủy ban Mặt trận Tổ quốc Việt Nam phường.",
          { mentioned: [FRONT] },
        ),
        item(
          "5.2",
          "Tạo điều kiện để Mặt trận Tổ quốc và các đoàn thể giám sát, phản biện xã hội, tham gia xây dựng chính quyền.",
          { mentioned: [UNIONS] },
        ),
      ],
    },
    text("bold", "III. TỔ CHỨC THỰC HIỆN", 2),
    text("bold", "1. Phòng Văn hóa - Xã hội", 3),
    text("bullet", "Tham mưu UBND phường triển khai, kiểm tra, đôn đốc việc thực hiện Kế hoạch này."),
    text(
      "bullet",
      "Tổng hợp, tham mưu UBND phường báo cáo kết quả về UBND thành phố định kỳ 6 tháng và cả năm.",
    ),
    text("bold", "2. Các phòng, ban, đơn vị trực thuộc; Ban nhân dân các khu vực", 3),
    text("bullet", "Cụ thể hóa các nội dung của Kế hoạch phù hợp với chức năng, nhiệm vụ được giao."),
    text(
      "bullet",
      "Báo cáo kết quả thực hiện 6 tháng trước ngày 05/6/2026, cả năm trước ngày 20/11/2026 về UBND phường (qua Phòng Văn hóa - Xã hội).",
    ),
    text(
      "body",
      "Trên đây là Kế hoạch thực hiện công tác dân vận của chính quyền phường Ninh Kiều năm 2026; đề nghị các phòng, ban, đơn vị nghiêm túc triển khai thực hiện./.",
    ),
    {
      is: "signature",
      recipients: [
        "- UBND TP. Cần Thơ;",
        "- TT. Đảng ủy, TT. HĐND phường;",
        "- UBMTTQVN phường;",
        "- Các phòng, ban, đơn vị;",
        "- Các khu vực;",
        "- Lưu: VT.",
      ],
      signer: ["KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Lâm Quốc Bảo",
    },
  ],
  understood: {
    document: {
      kind: "ke_hoach",
      number: "21/KH-UBND",
      issued_on: "2026-02-09",
      issuer: "Ủy ban nhân dân phường Ninh Kiều",
      title: "Thực hiện công tác dân vận của chính quyền phường Ninh Kiều năm 2026",
      heading: "KẾ HOẠCH",
      appendix_title: null,
      parent_documents: [
        {
          number: "38/KH-UBND",
          date: "2026-01-28",
          issuer: "Ủy ban nhân dân thành phố Cần Thơ",
          text: "về công tác dân vận chính quyền năm 2026",
        },
      ],
      basis_documents: [],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: "KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "6 tháng",
        before: "2026-06-05",
        recurs: "none",
        to_unit: "Ủy ban nhân dân phường Ninh Kiều",
        via_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, ban, đơn vị trực thuộc", "Ban nhân dân các khu vực"],
        text: "6 tháng trước ngày 05/6/2026",
      },
      {
        label: "cả năm",
        before: "2026-11-20",
        recurs: "none",
        to_unit: "Ủy ban nhân dân phường Ninh Kiều",
        via_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, ban, đơn vị trực thuộc", "Ban nhân dân các khu vực"],
        text: "cả năm trước ngày 20/11/2026",
      },
      {
        label: "6 tháng",
        before: null,
        recurs: "yearly",
        level: "outgoing",
        to_unit: "Ủy ban nhân dân thành phố Cần Thơ",
        from: "Phòng Văn hóa - Xã hội",
        text: "báo cáo kết quả về UBND thành phố định kỳ 6 tháng và cả năm",
      },
      {
        label: "cả năm",
        before: null,
        recurs: "yearly",
        level: "outgoing",
        to_unit: "Ủy ban nhân dân thành phố Cần Thơ",
        from: "Phòng Văn hóa - Xã hội",
        text: "báo cáo kết quả về UBND thành phố định kỳ 6 tháng và cả năm",
      },
    ],
    report_text:
      "Báo cáo kết quả thực hiện 6 tháng trước ngày 05/6/2026, cả năm trước ngày 20/11/2026 về UBND phường (qua Phòng Văn hóa - Xã hội).",
    ad_hoc_reports: false,
    consolidating_unit: CULTURE,
  },
};
