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
  everyMonthBefore,
  latest,
  month,
  months,
  onDirection,
  quarter,
  span,
  type TimeMeaning,
  year,
} from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND đặc khu", "department", [
  "Văn phòng HĐND và UBND",
  "VP HĐND&UBND",
]);
const CULTURE = unit(
  "Phòng Văn hóa - Xã hội",
  "department",
  ["Phòng VHXH", "Phòng Văn hóa - Xã hội đặc khu"],
  "VHXH",
);
const ECONOMY = unit("Phòng Kinh tế, Hạ tầng và Đô thị", "department", [
  "Phòng KTHT&ĐT",
  "Phòng Kinh tế, Hạ tầng và Đô thị đặc khu",
]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công đặc khu", "service_unit", [
  "Trung tâm PVHCC",
  "Trung tâm Phục vụ hành chính công",
]);
const MEDIA = unit("Trung tâm Văn hóa, Thông tin và Thể thao", "service_unit", ["Trung tâm VHTT&TT"]);
const MEDICAL = unit("Trung tâm Y tế quân dân y", "service_unit", ["Trung tâm Y tế Quân dân y đặc khu"]);
const POLICE = unit("Công an đặc khu", "armed_force");
const BORDER = unit("Đồn Biên phòng Phú Quý", "armed_force", ["Đồn Biên phòng"]);
const MILITARY = unit("Ban Chỉ huy Quân sự đặc khu", "armed_force", ["Ban CHQS đặc khu", "Ban CHQS"]);
const FRONT = unit("Ủy ban MTTQ Việt Nam đặc khu", "front", [
  "Ủy ban Mặt trận Tổ quốc Việt Nam đặc khu",
  "UB MTTQ",
]);
const FISHERS = unit("Hội Nông dân đặc khu", "mass_organization", ["Hội Nông dân"]);
const WOMEN = unit("Hội Liên hiệp Phụ nữ đặc khu", "mass_organization", ["Hội LHPN đặc khu", "Hội LHPN"]);
const VILLAGES = group("Các thôn", "residential_groups", ["các thôn", "Các thôn trên địa bàn"]);
const SCHOOLS = group("Các trường học", "all_service_units", [
  "các trường học",
  "các trường học trên địa bàn",
]);
const ALL = group("Các phòng, ban, đơn vị thuộc UBND đặc khu", "all_departments", [
  "Các phòng, ban, đơn vị",
  "các phòng, ban, đơn vị",
]);
const RELATED = group("Các cơ quan liên quan", "related_departments", [
  "các cơ quan liên quan",
  "các cơ quan, đơn vị liên quan",
  "Các cơ quan, đơn vị liên quan",
]);

const twoMonths: TimeMeaning = span("month", "2026-04-01", "2026-10-31", {
  parts: [
    { start_on: "2026-04-01", end_on: "2026-04-30" },
    { start_on: "2026-10-01", end_on: "2026-10-31" },
  ],
});
const lastOfQuarter: TimeMeaning = { ...everyMonthBefore(20), recurs: "quarterly", month_of_quarter: 3 };
const culture = who("Phòng Văn hóa - Xã hội", CULTURE);
const item = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(number, title, { printed: number.split(".")[1] ?? number, ...rest });

export const planOfSpecialZone: DocumentSource = {
  name: "u04-ke-hoach-dac-khu-phu-quy-2026",
  formats: ["docx", "pdf", "txt", "xlsx"],
  layout:
    "plan with annex: STT | Thời gian | Nội dung công việc | Đơn vị thực hiện | Đơn vị phối hợp | Ghi chú; time before units; merged cells; roman sections, numbers restart in each",
  units: [
    OFFICE,
    CULTURE,
    ECONOMY,
    SERVICE,
    MEDIA,
    MEDICAL,
    POLICE,
    BORDER,
    MILITARY,
    FRONT,
    FISHERS,
    WOMEN,
    VILLAGES,
    SCHOOLS,
    ALL,
    RELATED,
  ],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "ĐẶC KHU PHÚ QUÝ"],
      "Số: 33/KH-UBND",
      "Phú Quý, ngày 30 tháng 01 năm 2026",
    ),
    ...centred("KẾ HOẠCH", "Công tác dân vận của chính quyền đặc khu Phú Quý năm 2026"),
    ...bases(
      "Thực hiện Quyết định số 207/QĐ-UBND ngày 22 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Lâm Đồng ban hành Chương trình công tác dân vận chính quyền năm 2026, Ủy ban nhân dân đặc khu Phú Quý ban hành Kế hoạch như sau:",
    ),
    text("bold", "I. MỤC ĐÍCH"),
    ...paragraphs(
      "Phát huy vai trò của chính quyền trong vận động Nhân dân bám biển, bảo vệ chủ quyền biển đảo, phát triển kinh tế - xã hội, giữ vững quốc phòng, an ninh.",
    ),
    text("bold", "II. NỘI DUNG"),
    ...paragraphs("Nội dung, thời gian và phân công thực hiện theo Phụ lục kèm theo Kế hoạch này."),
    text("bold", "III. TỔ CHỨC THỰC HIỆN"),
    ...paragraphs(
      "1. Các phòng, ban, đơn vị thuộc UBND đặc khu xây dựng kế hoạch cụ thể; định kỳ hằng quý (trước ngày 20 của tháng cuối quý) gửi báo cáo kết quả về Phòng Văn hóa - Xã hội.",
      "2. Phòng Văn hóa - Xã hội đôn đốc, tổng hợp, tham mưu UBND đặc khu báo cáo UBND tỉnh theo quy định; báo cáo đột xuất khi có yêu cầu.",
      "3. Quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND đặc khu (qua Phòng Văn hóa - Xã hội) xem xét, chỉ đạo./.",
    ),
    {
      is: "signature",
      recipients: [
        "- UBND tỉnh (báo cáo);",
        "- TT Đảng ủy, TT HĐND đặc khu;",
        "- Các phòng, ban, đơn vị;",
        "- Lưu: VT, VHXH.",
      ],
      signer: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
      name: "Ngô Tấn Lực",
    },
    { is: "page", landscape: false },
    ...centred("PHỤ LỤC", "NỘI DUNG CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026"),
    text("centre-italic", "(Kèm theo Kế hoạch số 33/KH-UBND ngày 30/01/2026 của UBND đặc khu Phú Quý)"),
    {
      is: "table",
      sections: "title",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "STT", width: 650 },
        { key: "time", header: "Thời gian", width: 1450 },
        { key: "title", header: "Nội dung công việc", width: 3000 },
        { key: "lead", header: "Đơn vị thực hiện", width: 1500 },
        { key: "with", header: "Đơn vị phối hợp", width: 1650 },
        { key: "remarks", header: "Ghi chú", width: 950 },
      ],
      entries: [
        section("I", "Tuyên truyền, phổ biến"),
        item("I.1", "Xây dựng chuyên mục “Dân vận khéo nơi đảo xa” phát trên Đài Truyền thanh đặc khu.", {
          time: when("Hằng tháng", every("monthly")),
          lead: who("Trung tâm Văn hóa, Thông tin và Thể thao", MEDIA),
          with: who("Các phòng, ban, đơn vị", ALL),
        }),
        item("I.2", "Tuyên truyền Luật Biển Việt Nam, quy định chống khai thác IUU đến 100% chủ tàu cá.", {
          time: when("Quý I/2026", quarter(2026, 1)),
          lead: who("Phòng Kinh tế, Hạ tầng và Đô thị", ECONOMY),
          with: who("Đồn Biên phòng Phú Quý; Hội Nông dân đặc khu", BORDER, FISHERS),
          targets: [{ text: "đến 100% chủ tàu cá", value: 100, unit: "%" }],
        }),
        item("I.3", "Vận động ngư dân cam kết không vi phạm vùng biển nước ngoài.", {
          time: when("Quý I/2026", quarter(2026, 1)),
          lead: who("Đồn Biên phòng Phú Quý", BORDER),
          with: who("Phòng Kinh tế, Hạ tầng và Đô thị; các thôn", ECONOMY, VILLAGES),
          merged: ["time"],
        }),
        item("I.4", "Tổ chức hội thi “Dân vận khéo” cấp đặc khu.", {
          time: when("Tháng 10/2026", month(2026, 10)),
          lead: culture,
          with: who("Ủy ban MTTQ Việt Nam đặc khu; Hội LHPN", FRONT, WOMEN),
          remarks: "Kỷ niệm ngày 15/10",
        }),
        section("II", "Thực hiện dân chủ ở cơ sở"),
        item("II.1", "Ban hành kế hoạch thực hiện dân chủ ở cơ sở năm 2026.", {
          time: when("Trước 15/02/2026", before("2026-02-15")),
          lead: culture,
          with: who("Các cơ quan liên quan", RELATED),
        }),
        item("II.2", "Kiểm tra việc thực hiện dân chủ ở các thôn, trường học.", {
          time: when("Tháng 4 và tháng 10/2026", twoMonths),
          lead: culture,
          with: who("Các thôn, các trường học", VILLAGES, SCHOOLS),
          merged: ["lead"],
        }),
        item("II.3", "Đối thoại giữa Chủ tịch UBND đặc khu với ngư dân, tiểu thương chợ.", {
          time: when("6 tháng cuối năm 2026", months(2026, 7, 12)),
          lead: who("Văn phòng HĐND và UBND đặc khu", OFFICE),
          with: who("Phòng KTHT&ĐT, Hội Nông dân", ECONOMY, FISHERS),
        }),
        item(
          "II.4",
          "Tiếp công dân, giải quyết đơn thư, kiến nghị của cử tri; tỷ lệ giải quyết đạt trên 90%.",
          {
            time: when("Thường xuyên", continuous),
            lead: who("Văn phòng HĐND và UBND đặc khu", OFFICE),
            with: who("Công an đặc khu", POLICE),
            merged: ["lead"],
            targets: [{ text: "tỷ lệ giải quyết đạt trên 90%", value: 90, unit: "%" }],
          },
        ),
        section("III", "Cải cách hành chính, phục vụ Nhân dân"),
        item("III.1", "Thực hiện mô hình “Cà phê doanh nhân với chính quyền”.", {
          time: when("Mỗi quý 01 lần", every("quarterly")),
          lead: who("Phòng Kinh tế, Hạ tầng và Đô thị", ECONOMY),
          with: who("Trung tâm Phục vụ hành chính công đặc khu", SERVICE),
        }),
        item("III.2", "Tổ chức đưa bộ phận tiếp nhận hồ sơ lưu động đến từng thôn.", {
          time: when("Trước ngày 20 hằng tháng", everyMonthBefore(20)),
          lead: who("Trung tâm Phục vụ hành chính công đặc khu", SERVICE),
          with: who("Công an đặc khu, các thôn", POLICE, VILLAGES),
        }),
        item("III.3", "Khám, cấp thuốc miễn phí cho đối tượng chính sách, hộ nghèo.", {
          time: when("27/7/2026", latest("2026-07-27")),
          lead: who("Trung tâm Y tế quân dân y", MEDICAL),
          with: who("Phòng VHXH; Ban CHQS; Hội LHPN", CULTURE, MILITARY, WOMEN),
          remarks: "Ngày TBLS",
        }),
        item("III.4", "Hỗ trợ Nhân dân phòng, chống bão, áp thấp nhiệt đới và khắc phục hậu quả thiên tai.", {
          time: when("Khi có tình huống", onDirection),
          lead: who("Ban Chỉ huy Quân sự đặc khu", MILITARY),
          with: who("Công an đặc khu; Đồn Biên phòng; các thôn", POLICE, BORDER, VILLAGES),
        }),
        item("III.5", "Tổng kết, đánh giá công tác dân vận chính quyền năm 2026.", {
          time: when("Tháng 12/2026", month(2026, 12)),
          lead: culture,
          with: who("Các phòng, ban, đơn vị", ALL),
        }),
        item("III.6", "Vận động xây dựng tuyến đường hoa, bãi biển không rác.", {
          time: when("Năm 2026", year(2026)),
          lead: who("Hội LHPN đặc khu", WOMEN),
          with: who("UB MTTQ; các thôn", FRONT, VILLAGES),
        }),
      ],
    },
  ],
  understood: {
    document: {
      kind: "ke_hoach",
      number: "33/KH-UBND",
      issued_on: "2026-01-30",
      issuer: "Ủy ban nhân dân đặc khu Phú Quý",
      title: "Công tác dân vận của chính quyền đặc khu Phú Quý năm 2026",
      heading: "KẾ HOẠCH",
      appendix_title: "NỘI DUNG CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026",
      parent_documents: [
        {
          number: "207/QĐ-UBND",
          date: "2026-01-22",
          issuer: "Ủy ban nhân dân tỉnh Lâm Đồng",
          text: "ban hành Chương trình công tác dân vận chính quyền năm 2026",
        },
      ],
      basis_documents: [],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: "TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "hằng quý",
        before: null,
        dates: ["2026-03-20", "2026-06-20", "2026-09-20", "2026-12-20"],
        recurs: "quarterly",
        day_of_month: 20,
        to_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, ban, đơn vị thuộc UBND đặc khu"],
        text: "định kỳ hằng quý (trước ngày 20 của tháng cuối quý) gửi báo cáo kết quả về Phòng Văn hóa - Xã hội",
        month_of_quarter: lastOfQuarter.month_of_quarter,
      },
    ],
    report_text:
      "định kỳ hằng quý (trước ngày 20 của tháng cuối quý) gửi báo cáo kết quả về Phòng Văn hóa - Xã hội.",
    ad_hoc_reports: true,
    consolidating_unit: CULTURE,
    difficulty_route: {
      text: "Quá trình thực hiện nếu có khó khăn, vướng mắc, các đơn vị báo cáo UBND đặc khu (qua Phòng Văn hóa - Xã hội) xem xét, chỉ đạo",
      to: "Ủy ban nhân dân đặc khu Phú Quý",
      via: "Phòng Văn hóa - Xã hội",
      decides: "Ủy ban nhân dân đặc khu Phú Quý",
    },
  },
};
