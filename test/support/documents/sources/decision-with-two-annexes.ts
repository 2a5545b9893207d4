import type { Column, DocumentSource } from "../document-source.ts";
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
  afterEvent,
  before,
  continuous,
  every,
  latest,
  month,
  months,
  onDirection,
  quarter,
  withSecond,
  year,
} from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND phường", "department", [
  "Văn phòng HĐND và UBND",
  "VP HĐND&UBND",
]);
const CULTURE = unit("Phòng Văn hóa - Xã hội", "department", [
  "Phòng VH-XH",
  "Phòng Văn hóa - Xã hội phường",
]);
const BUILDING = unit("Phòng Kinh tế, Hạ tầng và Đô thị", "department", ["Phòng KT-HT và ĐT"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công", "service_unit", ["Trung tâm PVHCC"]);
const PROJECTS = unit("Ban Quản lý dự án đầu tư xây dựng khu vực", "service_unit", [
  "Ban QLDA ĐTXD khu vực",
  "Ban QLDA ĐTXD",
]);
const POLICE = unit("Công an phường", "armed_force");
const MILITARY = unit("Ban Chỉ huy Quân sự phường", "armed_force", ["BCHQS phường"]);
const HEALTH = unit("Trạm Y tế phường", "service_unit");
const FRONT = unit("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "front", [
  "UBMTTQVN phường",
  "Ủy ban MTTQ Việt Nam phường",
]);
const WOMEN = unit("Hội Liên hiệp Phụ nữ phường", "mass_organization", ["Hội LHPN phường"]);
const VETERANS = unit("Hội Cựu chiến binh phường", "mass_organization", ["Hội CCB phường"]);
const QUARTERS = group("Các khu phố", "residential_groups", ["các khu phố", "Ban điều hành các khu phố"]);
const ALL = group("Các phòng, đơn vị thuộc UBND phường", "all_departments", [
  "các phòng, đơn vị thuộc UBND phường",
  "Các phòng, đơn vị",
]);
const SCHOOLS = group("Các trường mầm non, tiểu học, THCS", "all_service_units", [
  "các trường mầm non, tiểu học, THCS",
  "các trường học",
]);
const RELATED = group("Các cơ quan, đơn vị có liên quan", "related_departments", [
  "các cơ quan, đơn vị có liên quan",
  "các đơn vị có liên quan",
]);

const one = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(`PL1.${number}`, title, { printed: number, ...rest });
const two = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(`PL2.${number}`, title, { printed: number, ...rest });
const columns = (...headers: readonly [string, string, string, string, string]): readonly Column[] => [
  { key: "number", header: headers[0], width: 650 },
  { key: "title", header: headers[1], width: 3450 },
  { key: "lead", header: headers[2], width: 1750 },
  { key: "with", header: headers[3], width: 1850 },
  { key: "time", header: headers[4], width: 1500 },
];

export const decisionWithTwoAnnexes: DocumentSource = {
  name: "u08-quyet-dinh-nam-dong-ha-2026",
  formats: ["docx", "pdf", "txt"],
  layout:
    "decision and two annexes, numbers restart; the first with numbered sections 1, 2 and tasks 1.1 …, the second without sections; dashed unit lists on lines of their own",
  units: [
    OFFICE,
    CULTURE,
    BUILDING,
    SERVICE,
    PROJECTS,
    POLICE,
    MILITARY,
    HEALTH,
    FRONT,
    WOMEN,
    VETERANS,
    QUARTERS,
    ALL,
    SCHOOLS,
    RELATED,
  ],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "PHƯỜNG NAM ĐÔNG HÀ"],
      "Số: 98/QĐ-UBND",
      "Nam Đông Hà, ngày 05 tháng 02 năm 2026",
    ),
    ...centred(
      "QUYẾT ĐỊNH",
      "Ban hành nhiệm vụ trọng tâm công tác dân vận chính quyền năm 2026",
      "trên địa bàn phường Nam Đông Hà",
    ),
    ...centred("CHỦ TỊCH ỦY BAN NHÂN DÂN PHƯỜNG NAM ĐÔNG HÀ"),
    ...bases(
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16/6/2025;",
      "Căn cứ Kế hoạch số 15/KH-UBND ngày 21/01/2026 của UBND tỉnh Quảng Trị về thực hiện công tác dân vận chính quyền năm 2026 trên địa bàn tỉnh;",
      "Theo đề nghị của Chánh Văn phòng HĐND và UBND phường.",
    ),
    ...centred("QUYẾT ĐỊNH:"),
    ...paragraphs(
      "Điều 1. Ban hành kèm theo Quyết định này 02 phụ lục nhiệm vụ công tác dân vận chính quyền năm 2026, gồm: Phụ lục I (nhiệm vụ thường xuyên) và Phụ lục II (nhiệm vụ có thời hạn).",
      "Điều 2. Các phòng, đơn vị thuộc UBND phường tổ chức thực hiện và báo cáo kết quả định kỳ trước ngày 25 hằng tháng về Văn phòng HĐND và UBND phường; báo cáo đột xuất khi được yêu cầu.",
      "Điều 3. Quyết định có hiệu lực kể từ ngày ký. Chánh Văn phòng HĐND và UBND phường, Trưởng các phòng, đơn vị và các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành./.",
    ),
    {
      is: "signature",
      recipients: ["- Như Điều 3;", "- TT Đảng ủy phường;", "- UBMTTQVN phường;", "- Lưu: VT."],
      signer: ["CHỦ TỊCH"],
      name: "Lê Quang Tuyến",
    },
    { is: "page", landscape: false },
    ...centred("PHỤ LỤC I", "NHIỆM VỤ THƯỜNG XUYÊN"),
    text(
      "centre-italic",
      "(Kèm theo Quyết định số 98/QĐ-UBND ngày 05/02/2026 của Chủ tịch UBND phường Nam Đông Hà)",
    ),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: columns(
        "TT",
        "Nhiệm vụ",
        "Cơ quan, đơn vị thực hiện",
        "Cơ quan, đơn vị phối hợp",
        "Thời gian",
      ),
      entries: [
        section("PL1.1", "Tuyên truyền, vận động", { printed: "1" }),
        one(
          "1.1",
          "Tuyên truyền các mô hình “Dân vận khéo” tiêu biểu trên hệ thống loa truyền thanh khu phố",
          {
            lead: who("Phòng Văn hóa - Xã hội", CULTURE),
            with: who("- Các khu phố\n- Hội LHPN phường", QUARTERS, WOMEN),
            time: when("Hằng tuần", every("weekly")),
          },
        ),
        one("1.2", "Vận động Nhân dân chấp hành trật tự đô thị, không lấn chiếm vỉa hè, lòng đường", {
          lead: who("- Phòng Kinh tế, Hạ tầng và Đô thị\n- Công an phường", BUILDING, POLICE),
          with: who("Các khu phố", QUARTERS),
          time: when("Thường xuyên", continuous),
        }),
        one("1.3", "Vận động hiến máu tình nguyện, phấn đấu đạt 120 đơn vị máu", {
          lead: who("Trạm Y tế phường", HEALTH),
          with: who("Phòng Văn hóa - Xã hội; Hội LHPN phường; Hội CCB phường", CULTURE, WOMEN, VETERANS),
          time: when("Năm 2026", year(2026)),
          targets: [{ text: "phấn đấu đạt 120 đơn vị máu", value: 120, unit: "đơn vị máu" }],
        }),
        section("PL1.2", "Phục vụ Nhân dân", { printed: "2" }),
        one("2.1", "Duy trì “Ngày thứ Sáu không chờ” tại bộ phận một cửa", {
          lead: who("Trung tâm Phục vụ hành chính công", SERVICE),
          with: who("Các phòng, đơn vị thuộc UBND phường", ALL),
          time: when("Hằng tuần", every("weekly")),
        }),
        one("2.2", "Thăm hỏi, tặng quà gia đình chính sách, người có công", {
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who(
            "- UBMTTQVN phường\n- Hội Cựu chiến binh phường\n- Các cơ quan, đơn vị có liên quan",
            FRONT,
            VETERANS,
            RELATED,
          ),
          time: when("Thường xuyên và dịp lễ, tết", withSecond(continuous, onDirection)),
          ambiguous: "two frames in one cell",
        }),
        one("2.3", "Tiếp nhận, trả lời phản ánh hiện trường qua ứng dụng Quảng Trị số", {
          lead: who("Văn phòng HĐND và UBND phường", OFFICE),
          with: who("Các đơn vị có liên quan", RELATED),
          time: when("Thường xuyên", continuous),
        }),
        one("2.4", "Tuyên truyền, phổ biến pháp luật trong trường học", {
          lead: who("Công an phường", POLICE),
          with: who("Các trường mầm non, tiểu học, THCS", SCHOOLS),
          time: when("Mỗi quý một lần", every("quarterly")),
        }),
      ],
    },
    { is: "page", landscape: false },
    ...centred("PHỤ LỤC II", "NHIỆM VỤ CÓ THỜI HẠN"),
    text(
      "centre-italic",
      "(Kèm theo Quyết định số 98/QĐ-UBND ngày 05/02/2026 của Chủ tịch UBND phường Nam Đông Hà)",
    ),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: columns("TT", "Nội dung công việc", "Chủ trì", "Phối hợp", "Hoàn thành"),
      entries: [
        two("1", "Ban hành Quy chế tiếp công dân, đối thoại của UBND phường", {
          lead: who("Văn phòng HĐND và UBND phường", OFFICE),
          with: who("Phòng Văn hóa - Xã hội", CULTURE),
          time: when("Trước 28/02/2026", before("2026-02-28")),
        }),
        two("2", "Hội nghị quán triệt nhiệm vụ công tác dân vận năm 2026", {
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("Văn phòng HĐND và UBND phường", OFFICE),
          time: when("Tháng 02/2026", month(2026, 2)),
        }),
        two("3", "Bàn giao mặt bằng 100% dự án kè sông Hiếu đoạn qua phường", {
          lead: who("Ban QLDA ĐTXD khu vực", PROJECTS),
          with: who("- Phòng Kinh tế, Hạ tầng và Đô thị\n- Các khu phố", BUILDING, QUARTERS),
          time: when("30/4/2026", latest("2026-04-30")),
          targets: [
            { text: "Bàn giao mặt bằng 100% dự án kè sông Hiếu đoạn qua phường", value: 100, unit: "%" },
          ],
          notes: "30/4 is a public holiday",
        }),
        two("4", "Công khai danh sách hộ được hỗ trợ sau thiên tai", {
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("UBMTTQVN phường và các khu phố", FRONT, QUARTERS),
          time: when(
            "05 ngày làm việc sau khi có quyết định hỗ trợ",
            afterEvent("có quyết định hỗ trợ", 5, true),
          ),
        }),
        two("5", "Tổ chức diễn đàn “Nhân dân góp ý xây dựng chính quyền”", {
          lead: who("Văn phòng HĐND và UBND phường", OFFICE),
          with: who("UBMTTQVN phường", FRONT),
          time: when("Quý III/2026", quarter(2026, 3)),
        }),
        two("6", "Rà soát thanh niên trong độ tuổi nhập ngũ năm 2027", {
          lead: who("Ban Chỉ huy Quân sự phường", MILITARY),
          with: who("Công an phường; Trạm Y tế phường", POLICE, HEALTH),
          time: when("Từ tháng 8 đến tháng 10/2026", months(2026, 8, 10)),
        }),
        two("7", "Sơ kết 6 tháng đầu năm thực hiện công tác dân vận", {
          lead: who("Văn phòng HĐND và UBND phường", OFFICE),
          with: who("Các phòng, đơn vị", ALL),
          time: when("Trước ngày 20/6/2026", before("2026-06-20")),
        }),
        two("8", "Nghiệm thu, công nhận mô hình “Dân vận khéo” năm 2026", {
          lead: who("Phòng VH-XH", CULTURE),
          with: who("UBMTTQVN phường, Hội LHPN phường", FRONT, WOMEN),
          time: when("Chậm nhất 15/12/2026", latest("2026-12-15")),
        }),
      ],
    },
  ],
  understood: {
    document: {
      kind: "quyet_dinh",
      number: "98/QĐ-UBND",
      issued_on: "2026-02-05",
      issuer: "Ủy ban nhân dân phường Nam Đông Hà",
      title:
        "Ban hành nhiệm vụ trọng tâm công tác dân vận chính quyền năm 2026 trên địa bàn phường Nam Đông Hà",
      heading: "QUYẾT ĐỊNH",
      appendix_title: "NHIỆM VỤ THƯỜNG XUYÊN",
      parent_documents: [
        {
          number: "15/KH-UBND",
          date: "2026-01-21",
          issuer: "Ủy ban nhân dân tỉnh Quảng Trị",
          text: "về thực hiện công tác dân vận chính quyền năm 2026 trên địa bàn tỉnh",
        },
      ],
      basis_documents: [
        { number: null, date: "2025-06-16", issuer: null, text: "Luật Tổ chức chính quyền địa phương" },
      ],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: "CHỦ TỊCH",
      proposed_by: "Chánh Văn phòng HĐND và UBND phường",
    },
    report_rounds: [
      {
        label: "hằng tháng",
        before: null,
        dates: Array.from({ length: 12 }, (_, month) => `2026-${String(month + 1).padStart(2, "0")}-25`),
        recurs: "monthly",
        day_of_month: 25,
        to_unit: "Văn phòng HĐND và UBND phường",
        from_units: ["Các phòng, đơn vị thuộc UBND phường"],
        text: "báo cáo kết quả định kỳ trước ngày 25 hằng tháng về Văn phòng HĐND và UBND phường",
      },
    ],
    report_text:
      "Các phòng, đơn vị thuộc UBND phường tổ chức thực hiện và báo cáo kết quả định kỳ trước ngày 25 hằng tháng về Văn phòng HĐND và UBND phường; báo cáo đột xuất khi được yêu cầu.",
    ad_hoc_reports: true,
    consolidating_unit: OFFICE,
  },
};
