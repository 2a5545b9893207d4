import type { DocumentSource } from "../document-source.ts";
import {
  bases,
  centred,
  group,
  letterhead,
  paragraphs,
  section,
  task,
  text,
  unit,
  when,
  who,
} from "../document-words.ts";
import {
  before,
  continuous,
  every,
  everyYearBefore,
  latest,
  onDirection,
  quarter,
  yearOnward,
  years,
} from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND", "department", ["Văn phòng HĐND và UBND xã", "VP HĐND&UBND"]);
const CULTURE = unit("Phòng Văn hóa - Xã hội", "department", [
  "P. VHXH",
  "Phòng VHXH",
  "Phòng Văn hóa - Xã hội xã",
]);
const ECONOMY = unit("Phòng Kinh tế", "department", ["P. Kinh tế", "Phòng KT"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công", "service_unit", ["TTPVHCC", "TT PVHCC"]);
const SUPPLY = unit("Trung tâm Cung ứng dịch vụ sự nghiệp công", "service_unit", [
  "Trung tâm Cung ứng DVSNC",
]);
const POLICE = unit("Công an xã", "armed_force");
const MILITARY = unit("Ban Chỉ huy Quân sự xã", "armed_force", ["BCHQS xã", "BCHQS"]);
const FRONT = unit("Ủy ban MTTQ Việt Nam xã", "front", [
  "MTTQ xã",
  "MTTQ",
  "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
]);
const PARTY = unit("Ban Xây dựng Đảng Đảng ủy xã", "party", ["Ban Xây dựng Đảng"]);
const UNIONS = group("Các đoàn thể xã", "mass_organisations", ["các đoàn thể", "các đoàn thể xã"]);
const HAMLETS = group("Các thôn, xóm", "residential_groups", [
  "các thôn, xóm",
  "các xóm",
  "các thôn, xóm trên địa bàn",
]);
const SCHOOLS = group("Các đơn vị sự nghiệp công lập", "all_service_units", [
  "các đơn vị sự nghiệp công lập",
  "các ĐVSNCL",
  "ĐVSNCL",
]);
const ALL = group("Các phòng chuyên môn", "all_departments", ["các phòng chuyên môn"]);
const RELATED = group("Các đơn vị có liên quan", "related_departments", [
  "các đơn vị có liên quan",
  "các phòng, đơn vị có liên quan",
]);

const CHAIR = "Chủ tịch UBND xã";
const VICE = "PCT Cao Thị Minh";
const ECONOMIC_VICE = "PCT Hồ Đức Thành";

export const programmeOfFiveYears: DocumentSource = {
  name: "u05-chuong-trinh-dien-chau-2026-2030",
  formats: ["docx", "pdf", "txt"],
  layout:
    "programme with a landscape annex of seven columns: TT | Nhiệm vụ | Sản phẩm | Lãnh đạo phụ trách | Chủ trì | Phối hợp | Thời gian; roman sections, running numbers, letters with đ",
  units: [
    OFFICE,
    CULTURE,
    ECONOMY,
    SERVICE,
    SUPPLY,
    POLICE,
    MILITARY,
    FRONT,
    PARTY,
    UNIONS,
    HAMLETS,
    SCHOOLS,
    ALL,
    RELATED,
  ],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "XÃ DIỄN CHÂU"],
      "Số: 05/CTr-UBND",
      "Diễn Châu, ngày 27 tháng 02 năm 2026",
    ),
    ...centred("CHƯƠNG TRÌNH", "Công tác dân vận của chính quyền xã Diễn Châu giai đoạn 2026 - 2030"),
    ...bases(
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
      "Căn cứ Chương trình số 02/CTr-UBND ngày 05/02/2026 của Ủy ban nhân dân tỉnh Nghệ An về công tác dân vận của cơ quan hành chính nhà nước giai đoạn 2026 - 2030;",
    ),
    ...paragraphs("Ủy ban nhân dân xã Diễn Châu xây dựng Chương trình với những nội dung chủ yếu sau:"),
    text("bold", "I. MỤC TIÊU"),
    ...paragraphs(
      "1. Đến năm 2030, 100% thôn, xóm có mô hình “Dân vận khéo” hoạt động hiệu quả.",
      "2. Tỷ lệ người dân hài lòng với sự phục vụ của cơ quan hành chính đạt trên 95%.",
    ),
    text("bold", "II. NHIỆM VỤ CỤ THỂ"),
    ...paragraphs("(Có Phụ lục phân công nhiệm vụ kèm theo)"),
    text("bold", "III. TỔ CHỨC THỰC HIỆN"),
    ...paragraphs(
      "1. Văn phòng HĐND và UBND là cơ quan thường trực, theo dõi, tổng hợp kết quả thực hiện Chương trình.",
      "2. Các phòng chuyên môn, các đơn vị sự nghiệp công lập, các thôn, xóm báo cáo kết quả thực hiện về Văn phòng HĐND và UBND trước ngày 15/11 hằng năm; tổ chức sơ kết vào năm 2028, tổng kết vào năm 2030.",
      "3. Trong quá trình tổ chức thực hiện, trường hợp cần sửa đổi, bổ sung, các đơn vị gửi đề xuất về Văn phòng HĐND và UBND để tổng hợp, trình UBND xã quyết định./.",
    ),
    {
      is: "signature",
      recipients: ["- UBND tỉnh;", "- BTV Đảng ủy xã;", "- Các thành viên UBND xã;", "- Lưu: VT."],
      signer: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Cao Thị Minh",
    },
    { is: "page", landscape: true },
    ...centred("PHỤ LỤC", "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN CHƯƠNG TRÌNH CÔNG TÁC DÂN VẬN GIAI ĐOẠN 2026 - 2030"),
    text(
      "centre-italic",
      "(Ban hành kèm theo Chương trình số 05/CTr-UBND ngày 27/02/2026 của UBND xã Diễn Châu)",
    ),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "TT", width: 700 },
        { key: "title", header: "Nhiệm vụ", width: 4300 },
        { key: "product", header: "Sản phẩm", width: 1700 },
        { key: "leader", header: "Lãnh đạo phụ trách", width: 1600 },
        { key: "lead", header: "Đơn vị chủ trì", width: 1900 },
        { key: "with", header: "Đơn vị phối hợp", width: 2300 },
        { key: "time", header: "Thời gian thực hiện", width: 1500 },
      ],
      entries: [
        section("I", "NÂNG CAO NHẬN THỨC, ĐỔI MỚI PHƯƠNG THỨC DÂN VẬN"),
        task(
          "1",
          "Xây dựng kế hoạch hằng năm thực hiện Chương trình; đưa nội dung công tác dân vận vào quy chế làm việc của UBND xã.",
          {
            product: "Kế hoạch",
            leader: CHAIR,
            lead: who("Văn phòng HĐND và UBND", OFFICE),
            with: who("Các phòng chuyên môn", ALL),
            time: when("Hằng năm", every("yearly")),
          },
        ),
        task(
          "2",
          "Bồi dưỡng kỹ năng dân vận cho đội ngũ cán bộ, công chức và người hoạt động không chuyên trách ở thôn, xóm; mỗi năm 01 lớp.",
          {
            product: "Lớp bồi dưỡng",
            leader: VICE,
            lead: who("Phòng Văn hóa - Xã hội", CULTURE),
            with: who("Ban Xây dựng Đảng; MTTQ xã", PARTY, FRONT),
            time: when("2026 - 2030", years(2026, 2030)),
            targets: [{ text: "mỗi năm 01 lớp", value: 1, unit: "lớp" }],
          },
        ),
        task("3", "Tổ chức thực hiện Luật Thực hiện dân chủ ở cơ sở:", { heading: true }),
        task("3.a", "Công khai các chương trình, dự án đầu tư trên địa bàn;", {
          printed: "a)",
          parent: "3",
          product: "Niêm yết",
          leader: ECONOMIC_VICE,
          lead: who("Phòng Kinh tế", ECONOMY),
          with: who("Các thôn, xóm", HAMLETS),
          time: when("Thường xuyên", continuous),
        }),
        task("3.b", "Hướng dẫn các thôn, xóm sửa đổi hương ước, quy ước;", {
          printed: "b)",
          parent: "3",
          product: "Hương ước",
          leader: VICE,
          lead: who("P. VHXH", CULTURE),
          with: who("MTTQ, các thôn, xóm", FRONT, HAMLETS),
          time: when("Trước 30/6/2027", before("2027-06-30")),
        }),
        task("3.c", "Kiện toàn Ban Thanh tra nhân dân, Ban Giám sát đầu tư của cộng đồng;", {
          printed: "c)",
          parent: "3",
          product: "Quyết định",
          leader: VICE,
          lead: who("Văn phòng HĐND và UBND", OFFICE),
          with: who("MTTQ", FRONT),
          time: when("Quý II/2026", quarter(2026, 2)),
        }),
        task("3.d", "Thực hiện dân chủ tại nơi làm việc;", {
          printed: "d)",
          parent: "3",
          product: "Hội nghị CBCC",
          leader: CHAIR,
          lead: who("Các phòng chuyên môn và các ĐVSNCL", ALL, SCHOOLS),
          time: when("Hằng năm", every("yearly")),
        }),
        task("3.đ", "Tổ chức hội nghị đối thoại với Nhân dân định kỳ.", {
          printed: "đ)",
          parent: "3",
          product: "Thông báo kết luận",
          leader: CHAIR,
          lead: who("Văn phòng HĐND và UBND", OFFICE),
          with: who("MTTQ và các đoàn thể xã", FRONT, UNIONS),
          time: when("Trước ngày 30/9 hằng năm", everyYearBefore("2026-09-30")),
        }),
        section("II", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ"),
        task(
          "4",
          "Rút ngắn tối thiểu 20% thời gian giải quyết đối với 30 thủ tục hành chính có phát sinh nhiều hồ sơ.",
          {
            product: "Quyết định của Chủ tịch UBND",
            leader: CHAIR,
            lead: who("TTPVHCC", SERVICE),
            with: who("Các phòng chuyên môn", ALL),
            time: when("Đến hết năm 2026", latest("2026-12-31")),
            targets: [
              { text: "Rút ngắn tối thiểu 20% thời gian giải quyết", value: 20, unit: "%" },
              { text: "30 thủ tục hành chính", value: 30, unit: "thủ tục hành chính" },
            ],
          },
        ),
        task("5", "Lắp đặt điểm tra cứu, nộp hồ sơ trực tuyến tại nhà văn hóa của các thôn, xóm.", {
          product: "Điểm hỗ trợ",
          leader: VICE,
          lead: who("Trung tâm Phục vụ hành chính công", SERVICE),
          with: who("Công an xã; các thôn, xóm", POLICE, HAMLETS),
          time: when("Đến năm 2028", latest("2028-12-31")),
        }),
        task("6", "Đánh giá chỉ số hài lòng của người dân theo từng lĩnh vực.", {
          product: "Báo cáo",
          leader: VICE,
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("Trung tâm Phục vụ hành chính công", SERVICE),
          time: when("Trước ngày 15/11 hằng năm", everyYearBefore("2026-11-15")),
        }),
        section("III", "VẬN ĐỘNG NHÂN DÂN PHÁT TRIỂN KINH TẾ - XÃ HỘI"),
        task(
          "7",
          "Vận động Nhân dân dồn điền, đổi thửa, tích tụ ruộng đất; hình thành ít nhất 05 cánh đồng lớn.",
          {
            product: "Cánh đồng lớn",
            leader: ECONOMIC_VICE,
            lead: who("Phòng Kinh tế", ECONOMY),
            with: who("MTTQ; các đoàn thể; các thôn, xóm", FRONT, UNIONS, HAMLETS),
            time: when("Giai đoạn 2026 - 2028", years(2026, 2028)),
            targets: [{ text: "hình thành ít nhất 05 cánh đồng lớn", value: 5, unit: "cánh đồng lớn" }],
          },
        ),
        task("8", "Tuyên truyền, vận động Nhân dân bàn giao mặt bằng các dự án trọng điểm.", {
          product: "Biên bản bàn giao",
          leader: ECONOMIC_VICE,
          lead: who("Phòng KT", ECONOMY),
          with: who("Công an xã, MTTQ, các đơn vị có liên quan", POLICE, FRONT, RELATED),
          time: when("Theo tiến độ dự án", onDirection),
        }),
        task("9", "Cung ứng dịch vụ công ích, bảo vệ môi trường có sự tham gia giám sát của Nhân dân.", {
          product: "Hợp đồng dịch vụ",
          leader: ECONOMIC_VICE,
          lead: who("Trung tâm Cung ứng dịch vụ sự nghiệp công", SUPPLY),
          with: who("Phòng Kinh tế", ECONOMY),
          time: when("Từ năm 2026", yearOnward(2026)),
        }),
        section("IV", "QUỐC PHÒNG, AN NINH, TÔN GIÁO"),
        task(
          "10",
          "Nắm tình hình Nhân dân, vùng đồng bào có đạo; kịp thời giải quyết kiến nghị chính đáng.",
          {
            product: "Báo cáo",
            leader: CHAIR,
            lead: who("Công an xã", POLICE),
            with: who("BCHQS; P. VHXH; MTTQ", MILITARY, CULTURE, FRONT),
            time: when("Thường xuyên", continuous),
          },
        ),
        task("11", "Xây dựng thế trận lòng dân gắn với hậu phương quân đội.", {
          product: "Kế hoạch",
          leader: CHAIR,
          lead: who("BCHQS xã", MILITARY),
          with: who("Công an xã; các đoàn thể", POLICE, UNIONS),
          time: when("Giai đoạn 2026-2030", years(2026, 2030)),
        }),
      ],
    },
  ],
  understood: {
    document: {
      kind: "chuong_trinh",
      number: "05/CTr-UBND",
      issued_on: "2026-02-27",
      issuer: "Ủy ban nhân dân xã Diễn Châu",
      title: "Công tác dân vận của chính quyền xã Diễn Châu giai đoạn 2026 - 2030",
      heading: "CHƯƠNG TRÌNH",
      appendix_title: "PHÂN CÔNG NHIỆM VỤ THỰC HIỆN CHƯƠNG TRÌNH CÔNG TÁC DÂN VẬN GIAI ĐOẠN 2026 - 2030",
      parent_documents: [
        {
          number: "02/CTr-UBND",
          date: "2026-02-05",
          issuer: "Ủy ban nhân dân tỉnh Nghệ An",
          text: "về công tác dân vận của cơ quan hành chính nhà nước giai đoạn 2026 - 2030",
        },
      ],
      basis_documents: [
        { number: null, date: "2025-06-16", issuer: null, text: "Luật Tổ chức chính quyền địa phương" },
      ],
      scope_years: [2026, 2027, 2028, 2029, 2030],
      scope_period: { start_on: "2026-01-01", end_on: "2030-12-31", text: "giai đoạn 2026 - 2030" },
      signer_position: "TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "hằng năm",
        before: "2026-11-15",
        month_day: "11-15",
        year_stated: false,
        recurs: "yearly",
        to_unit: "Văn phòng HĐND và UBND",
        from_units: ["Các phòng chuyên môn", "Các đơn vị sự nghiệp công lập", "Các thôn, xóm"],
        text: "báo cáo kết quả thực hiện về Văn phòng HĐND và UBND trước ngày 15/11 hằng năm",
      },
    ],
    report_text:
      "Các phòng chuyên môn, các đơn vị sự nghiệp công lập, các thôn, xóm báo cáo kết quả thực hiện về Văn phòng HĐND và UBND trước ngày 15/11 hằng năm",
    ad_hoc_reports: false,
    consolidating_unit: OFFICE,
    adjustment_route: {
      text: "trường hợp cần sửa đổi, bổ sung, các đơn vị gửi đề xuất về Văn phòng HĐND và UBND để tổng hợp, trình UBND xã quyết định",
      to: "Văn phòng HĐND và UBND",
      via: null,
      decides: "Ủy ban nhân dân xã Diễn Châu",
    },
  },
};
