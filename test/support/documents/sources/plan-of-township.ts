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
  impossible,
  latest,
  month,
  quarter,
  span,
  year,
  yearOnward,
} from "../time-meanings.ts";

const SECRETARY = unit("Công chức Văn phòng - Thống kê", "department", [
  "Văn phòng - Thống kê",
  "CC Văn phòng - Thống kê",
]);
const JUSTICE = unit("Công chức Tư pháp - Hộ tịch", "department", [
  "Tư pháp - Hộ tịch",
  "CC Tư pháp - Hộ tịch",
]);
const CULTURE = unit("Công chức Văn hóa - Xã hội", "department", ["Văn hóa - Xã hội", "CC Văn hóa - Xã hội"]);
const LAND = unit("Công chức Địa chính - Xây dựng - Đô thị và Môi trường", "department", [
  "Địa chính - Xây dựng",
  "CC Địa chính - XD - ĐT&MT",
]);
const ACCOUNT = unit("Công chức Tài chính - Kế toán", "department", ["Tài chính - Kế toán"]);
const DESK = unit("Bộ phận Tiếp nhận và Trả kết quả", "department", ["Bộ phận TN&TKQ", "Bộ phận Một cửa"]);
const POLICE = unit("Công an thị trấn", "armed_force");
const MILITARY = unit("Ban CHQS thị trấn", "armed_force", ["Ban Chỉ huy Quân sự thị trấn"]);
const FRONT = unit("Ủy ban MTTQ thị trấn", "front", [
  "MTTQ",
  "UB MTTQ thị trấn",
  "Ủy ban Mặt trận Tổ quốc Việt Nam thị trấn",
]);
const PARTY = unit("Khối Dân vận Đảng ủy", "party", ["Khối Dân vận"]);
const UNIONS = group("Các đoàn thể", "mass_organisations", [
  "các đoàn thể",
  "các đoàn thể thị trấn",
  "đoàn thể",
]);
const STREETS = group("Các tổ dân phố", "residential_groups", ["các tổ dân phố", "các TDP"]);
const ALL = group("Các ban, ngành", "all_departments", [
  "các ban, ngành",
  "các ban, ngành thị trấn",
  "Các ban, ngành thị trấn",
]);

const item = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(number, title, { printed: `${number}.`, ...rest });

export const planOfTownship: DocumentSource = {
  name: "u09-ke-hoach-thi-tran-nha-nam-2024",
  formats: ["docx", "pdf", "txt"],
  layout:
    "plan of a township before 1/7/2025: table of four columns with 'Stt.' numbers like '1.', posts instead of departments, table without drawn lines",
  units: [
    SECRETARY,
    JUSTICE,
    CULTURE,
    LAND,
    ACCOUNT,
    DESK,
    POLICE,
    MILITARY,
    FRONT,
    PARTY,
    UNIONS,
    STREETS,
    ALL,
  ],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "THỊ TRẤN NHÃ NAM"],
      "Số: 19/KH-UBND",
      "Nhã Nam, ngày 01 tháng 3 năm 2024",
    ),
    ...centred("KẾ HOẠCH", "Thực hiện “Năm dân vận chính quyền” 2024 trên địa bàn thị trấn Nhã Nam"),
    ...bases(
      "Thực hiện Kế hoạch số 27/KH-UBND ngày 19/02/2024 của UBND huyện Tân Yên về việc thực hiện “Năm dân vận chính quyền” 2024; UBND thị trấn Nhã Nam xây dựng kế hoạch thực hiện như sau:",
    ),
    text("bold", "I. MỤC ĐÍCH, YÊU CẦU"),
    ...paragraphs(
      "- Tạo chuyển biến mạnh mẽ về phong cách, lề lối làm việc của cán bộ, công chức, người hoạt động không chuyên trách.",
      "- Việc tổ chức thực hiện phải cụ thể, rõ người, rõ việc, rõ thời gian.",
    ),
    text("bold", "II. NỘI DUNG CÔNG VIỆC"),
    {
      is: "table",
      sections: "beside",
      borders: false,
      repeated: false,
      columns: [
        { key: "number", header: "Số TT", width: 750 },
        { key: "title", header: "Nội dung công việc", width: 3850 },
        { key: "lead", header: "Người/bộ phận tham mưu, thực hiện", width: 2000 },
        { key: "with", header: "Phối hợp", width: 1500 },
        { key: "time", header: "Thời gian", width: 1450 },
      ],
      entries: [
        section("I", "Công tác tuyên truyền"),
        item("1", "Biên tập, phát thanh ít nhất 24 tin, bài về công tác dân vận", {
          lead: who("Công chức Văn hóa - Xã hội", CULTURE),
          with: who("Khối Dân vận Đảng ủy", PARTY),
          time: when("Cả năm", span("all_year", "2024-01-01", "2024-12-31")),
          targets: [
            { text: "phát thanh ít nhất 24 tin, bài về công tác dân vận", value: 24, unit: "tin, bài" },
          ],
        }),
        item("2", "Tuyên truyền Luật Đất đai năm 2024, Luật Căn cước", {
          lead: who("Công chức Tư pháp - Hộ tịch", JUSTICE),
          with: who("Công an thị trấn, Địa chính - Xây dựng", POLICE, LAND),
          time: when("Quý II, quý III/2024", span("range", "2024-04-01", "2024-09-30")),
        }),
        item("3", "Treo băng zôn, khẩu hiệu tuyên tuyền tại các trục đường chính", {
          lead: who("Công chức Văn hóa - Xã hội", CULTURE),
          with: who("Các TDP", STREETS),
          time: when("Tháng 3/2024", month(2024, 3)),
          notes: "slips: 'băng zôn', 'tuyên tuyền'",
        }),
        section("II", "Thực hiện quy chế dân chủ"),
        item("4", "Kiện toàn Ban Chỉ đạo thực hiện quy chế dân chủ ở cơ sở", {
          lead: who("Công chức Văn phòng - Thống kê", SECRETARY),
          time: when("Trước ngày 15/3/2024", before("2024-03-15")),
        }),
        item("5", "Công khai dự toán, quyết toán ngân sách, các khoản đóng góp của Nhân dân", {
          lead: who("Công chức Tài chính - Kế toán", ACCOUNT),
          with: who("Các tổ dân phố", STREETS),
          time: when("Hàng quý", every("quarterly")),
        }),
        item("6", "Lấy ý kiến Nhân dân về quy hoạch chi tiết khu dân cư mới", {
          lead: who("Công chức Địa chính - Xây dựng - Đô thị và Môi trường", LAND),
          with: who("MTTQ và các đoàn thể", FRONT, UNIONS),
          time: when("Trước ngày 31/6/2024", impossible("31/6/2024", true)),
          notes: "June has 30 days",
        }),
        item("8", "Đối thoại trực tiếp với Nhân dân ít nhất 02 lần/năm", {
          lead: who("Văn phòng - Thống kê", SECRETARY),
          with: who("MTTQ, các đoàn thể, các tổ dân phố", FRONT, UNIONS, STREETS),
          time: when(
            "Quý II và Quý IV/2024",
            span("quarter", "2024-04-01", "2024-12-31", {
              parts: [
                { start_on: "2024-04-01", end_on: "2024-06-30" },
                { start_on: "2024-10-01", end_on: "2024-12-31" },
              ],
            }),
          ),
          targets: [
            { text: "Đối thoại trực tiếp với Nhân dân ít nhất 02 lần/năm", value: 2, unit: "lần/năm" },
          ],
          notes: "7 is missing",
        }),
        section("III", "Cải cách hành chính"),
        item("9", "Niêm yết, cập nhật bộ thủ tục hành chính theo quyết định của UBND tỉnh", {
          lead: who("Bộ phận Tiếp nhận và Trả kết quả", DESK),
          with: who("Tư pháp - Hộ tịch", JUSTICE),
          time: when("Thường xuyên", continuous),
        }),
        item("10", "Giải quyết trước hạn trên 50% hồ sơ; không để hồ sơ quá hạn", {
          lead: who("Bộ phận Một cửa", DESK),
          with: who("Các ban, ngành", ALL),
          time: when("Năm 2024", year(2024)),
          targets: [{ text: "Giải quyết trước hạn trên 50% hồ sơ", value: 50, unit: "%" }],
        }),
        item("11", "Trao giấy khai sinh, đăng ký kết hôn lưu động tại các tổ dân phố", {
          lead: who("Công chức Tư pháp - Hộ tịch", JUSTICE),
          with: who("Công an thị trấn", POLICE),
          time: when("Từ quý II/2024", { ...yearOnward(2024), start_on: "2024-04-01" }),
          ambiguous: "from a quarter on",
        }),
        section("IV", "Quốc phòng, an ninh, phong trào thi đua"),
        item("12", "Vận động gia đình có thanh niên nhập ngũ chấp hành Luật Nghĩa vụ quân sự", {
          lead: who("Ban CHQS thị trấn", MILITARY),
          with: who("Các đoàn thể", UNIONS),
          time: when("Đến hết tháng 02/2025", latest("2025-02-28")),
        }),
        item("13", "Xây dựng mô hình “Tổ dân phố không ma túy”", {
          lead: who("Công an thị trấn", POLICE),
          with: who("Các tổ dân phố", STREETS),
          time: when("Quý III/2024", quarter(2024, 3)),
        }),
        item("14", "Tổng kết “Năm dân vận chính quyền”, đề nghị khen thưởng", {
          lead: who("Văn phòng - Thống kê", SECRETARY),
          with: who("Khối Dân vận; Ủy ban MTTQ thị trấn", PARTY, FRONT),
          time: when("Trước 30/11/2024", before("2024-11-30")),
        }),
      ],
    },
    text("bold", "III. TỔ CHỨC THỰC HIỆN"),
    ...paragraphs(
      "1. Các ban, ngành, các tổ dân phố căn cứ Kế hoạch triển khai thực hiện; báo cáo kết quả 6 tháng (trước ngày 05/6), 9 tháng (trước ngày 05/9) và năm (trước ngày 05/11) về UBND thị trấn qua công chức Văn phòng - Thống kê.",
      "2. Công chức Văn phòng - Thống kê tổng hợp, tham mưu báo cáo UBND huyện.",
      "Trên đây là Kế hoạch thực hiện “Năm dân vận chính quyền” 2024 của UBND thị trấn Nhã Nam./.",
    ),
    {
      is: "signature",
      recipients: ["- UBND huyện (b/c);", "- TT Đảng ủy, HĐND thị trấn;", "- Các ban, ngành;", "- Lưu: VT."],
      signer: ["TM. UBND THỊ TRẤN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Giáp Văn Tuấn",
    },
  ],
  understood: {
    document: {
      kind: "ke_hoach",
      number: "19/KH-UBND",
      issued_on: "2024-03-01",
      issuer: "Ủy ban nhân dân thị trấn Nhã Nam",
      title: "Thực hiện “Năm dân vận chính quyền” 2024 trên địa bàn thị trấn Nhã Nam",
      heading: "KẾ HOẠCH",
      appendix_title: null,
      parent_documents: [
        {
          number: "27/KH-UBND",
          date: "2024-02-19",
          issuer: "Ủy ban nhân dân huyện Tân Yên",
          text: "về việc thực hiện “Năm dân vận chính quyền” 2024",
        },
      ],
      basis_documents: [],
      scope_years: [2024],
      scope_period: { start_on: "2024-01-01", end_on: "2024-12-31", text: "2024" },
      signer_position: "TM. UBND THỊ TRẤN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "6 tháng",
        before: "2024-06-05",
        month_day: "06-05",
        year_stated: false,
        recurs: "none",
        to_unit: "Ủy ban nhân dân thị trấn Nhã Nam",
        via_unit: "Công chức Văn phòng - Thống kê",
        from_units: ["Các ban, ngành", "Các tổ dân phố"],
        text: "6 tháng (trước ngày 05/6)",
      },
      {
        label: "9 tháng",
        before: "2024-09-05",
        month_day: "09-05",
        year_stated: false,
        recurs: "none",
        to_unit: "Ủy ban nhân dân thị trấn Nhã Nam",
        via_unit: "Công chức Văn phòng - Thống kê",
        from_units: ["Các ban, ngành", "Các tổ dân phố"],
        text: "9 tháng (trước ngày 05/9)",
      },
      {
        label: "năm",
        before: "2024-11-05",
        month_day: "11-05",
        year_stated: false,
        recurs: "none",
        to_unit: "Ủy ban nhân dân thị trấn Nhã Nam",
        via_unit: "Công chức Văn phòng - Thống kê",
        from_units: ["Các ban, ngành", "Các tổ dân phố"],
        text: "năm (trước ngày 05/11)",
      },
    ],
    report_text:
      "báo cáo kết quả 6 tháng (trước ngày 05/6), 9 tháng (trước ngày 05/9) và năm (trước ngày 05/11) về UBND thị trấn qua công chức Văn phòng - Thống kê.",
    ad_hoc_reports: false,
    consolidating_unit: SECRETARY,
  },
};
