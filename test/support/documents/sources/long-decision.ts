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
  allYear,
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
  withSecond,
  year,
  yearOnward,
} from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND - UBND xã", "department", [
  "Văn phòng HĐND – UBND",
  "Văn phòng HĐND-UBND xã",
  "VP HĐND-UBND",
  "Văn phòng HĐND và UBND xã",
]);
const CULTURE = unit(
  "Phòng Văn hoá - Xã hội",
  "department",
  ["Phòng Văn hóa - Xã hội", "Phòng Văn hoá – Xã hội", "Phòng VHXH"],
  "VHXH",
);
const ECONOMY = unit("Phòng Kinh tế", "department", ["Phòng kinh tế", "Phòng KT"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công", "service_unit", [
  "TTPVHCC xã",
  "Trung tâm Phục vụ hành chính công xã",
]);
const SUPPLY = unit("Trung tâm Dịch vụ tổng hợp", "service_unit", ["Trung tâm Dịch vụ tổng hợp xã"]);
const PROJECTS = unit("Ban Quản lý dự án", "service_unit", ["Ban QLDA", "Ban Quản lý dự án xã"]);
const POLICE = unit("Công an xã", "armed_force", ["CA xã"]);
const MILITARY = unit("Ban CHQS xã", "armed_force", ["Ban Chỉ huy quân sự xã", "BCHQS xã"]);
const HEALTH = unit("Trạm Y tế", "service_unit", ["Trạm Y tế xã"]);
const FRONT = unit("Uỷ ban MTTQ Việt Nam xã", "front", [
  "Ủy ban MTTQ Việt Nam xã",
  "UB MTTQ xã",
  "MTTQ xã",
  "Ủy ban Mặt trận Tổ quốc Việt Nam xã",
]);
const PARTY = unit("Ban Xây dựng Đảng Đảng uỷ", "party", ["Ban Xây dựng Đảng"]);
const VETERANS = unit("Hội Cựu chiến binh xã", "mass_organization", ["Hội CCB", "Hội Cựu chiến binh"]);
const YOUTH = unit("Đoàn Thanh niên xã", "mass_organization", ["Đoàn Thanh niên"]);
const UNIONS = group("Các tổ chức chính trị - xã hội", "mass_organisations", [
  "các tổ chức chính trị – xã hội",
  "các tổ chức CT-XH",
]);
const HAMLETS = group("Các xóm, tổ dân phố", "residential_groups", ["các xóm, tổ dân phố", "các xóm, TDP"]);
const SCHOOLS = group("Các đơn vị sự nghiệp công lập thuộc UBND xã", "all_service_units", [
  "các đơn vị sự nghiệp công lập",
  "ĐVSNCL",
  "các ĐVSNCL",
]);
const ALL = group("Các phòng chuyên môn thuộc UBND xã", "all_departments", [
  "các phòng chuyên môn",
  "Các phòng chuyên môn",
]);
const RELATED = group("Các phòng chuyên môn có liên quan", "related_departments", [
  "các phòng chuyên môn có liên quan",
  "các phòng, đơn vị có liên quan",
  "Các phòng, đơn vị có liên quan",
]);

const culture = who("Phòng Văn hoá - Xã hội", CULTURE);
const office = who("Văn phòng HĐND - UBND xã", OFFICE);
const economy = who("Phòng Kinh tế", ECONOMY);
const always = when("Thường xuyên", continuous);
const thisYear = when("Năm 2026", year(2026));
const related = who("Các phòng, đơn vị có liên quan", RELATED);

export const longDecision: DocumentSource = {
  name: "u11-quyet-dinh-yen-khanh-2026",
  formats: ["docx", "pdf", "txt"],
  layout:
    "long decision with annex: TT | NHIỆM VỤ | CQ CHỦ TRÌ | CQ PHỐI HỢP | THỜI GIAN; roman sections, running numbers with gaps, old tone placement, en dashes, slips, two footnotes, rows cut by pages",
  units: [
    OFFICE,
    CULTURE,
    ECONOMY,
    SERVICE,
    SUPPLY,
    PROJECTS,
    POLICE,
    MILITARY,
    HEALTH,
    FRONT,
    PARTY,
    VETERANS,
    YOUTH,
    UNIONS,
    HAMLETS,
    SCHOOLS,
    ALL,
    RELATED,
  ],
  footnotes: {
    "1": "Quy định số 11-QĐi/TW ngày 18/02/2019 của Bộ Chính trị về trách nhiệm của người đứng đầu cấp uỷ trong việc tiếp dân, đối thoại trực tiếp với dân và xử lý những phản ánh, kiến nghị của dân.",
    "2": "Quyết định số 1200/QĐ-UBND ngày 19/12/2025 của UBND tỉnh Ninh Bình.",
  },
  blocks: [
    letterhead(
      ["UỶ BAN NHÂN DÂN", "XÃ YÊN KHÁNH"],
      "Số:  87 /QĐ-UBND",
      "Yên Khánh, ngày  28  tháng 01 năm 2026",
    ),
    ...centred("QUYẾT ĐỊNH", "V/v giao nhiệm vụ công tác dân vận chính quyền năm 2026"),
    ...centred("UỶ BAN NHÂN DÂN XÃ YÊN KHÁNH"),
    ...bases(
      "Căn cứ Luật Tổ chức chính quyền địa phương số 72/2025/QH15 ngày 16/6/2025;",
      "Căn cứ Chỉ thị số 33/CT-TTg ngày 26/11/2021 của Thủ tướng Chính phủ;",
      "Thực hiện Quyết định số 56/QĐ-UBND ngày 15/01/2026 của Uỷ ban nhân dân tỉnh Ninh Bình giao nhiệm vụ công tác dân vận chính quyền năm 2026;",
      "Theo đề nghị của Trưởng phòng Văn hoá - Xã hội xã.",
    ),
    ...centred("QUYẾT ĐỊNH:"),
    ...paragraphs(
      "Điều 1. Giao nhiệm vụ công tác dân vận chính quyền năm 2026 cho các phòng chuyên môn, đơn vị sự nghiệp công lập thuộc UBND xã (có Phụ lục chi tiết kèm theo).",
      "Điều 2. Tổ chức thực hiện",
      "1. Thủ trưởng các đơn vị được giao nhiệm vụ có trách nhiệm tổ chức thực hiện; báo cáo kết quả quý I trước ngày 10/3/2026, 6 tháng trước ngày 10/6/2026, 9 tháng trước ngày 10/9/2026, cả năm trước ngày 10/11/2026 về Văn phòng HĐND - UBND xã.",
      "2. Giao Văn phòng HĐND - UBND xã theo dõi, đôn đốc, tổng hợp, báo cáo UBND xã.",
      "Điều 3. Quyết định này có hiệu lực thi hành kể từ ngày ký. Chánh Văn phòng HĐND - UBND xã, Trưởng các phòng chuyên môn và các đơn vị, cá nhân có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ),
    {
      is: "signature",
      recipients: [
        "- Như Điều 3;",
        "- UBND tỉnh (để b/c);",
        "- Thường trực Đảng uỷ, HĐND xã;",
        "- Lưu: VT, VHXH.",
      ],
      signer: ["TM. UỶ BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Đinh Thị Phương Loan",
    },
    { is: "page", landscape: false },
    ...centred("PHỤ LỤC", "GIAO NHIỆM VỤ CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026"),
    text("centre-italic", "(Kèm theo Quyết định số 87/QĐ-UBND ngày 28/01/2026 của UBND xã Yên Khánh)"),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "TT", width: 650 },
        { key: "title", header: "NHIỆM VỤ", width: 3750 },
        { key: "lead", header: "CQ CHỦ TRÌ", width: 1600 },
        { key: "with", header: "CQ PHỐI HỢP", width: 1850 },
        { key: "time", header: "THỜI GIAN", width: 1500 },
      ],
      entries: [
        section("I", "LÃNH ĐẠO, CHỈ ĐẠO CÔNG TÁC DÂN VẬN"),
        task("1", "Ban hành Kế hoạch và phân công nhiệm vụ công tác dân vận của UBND xã", {
          lead: culture,
          with: who("Các phòng chuyên môn", ALL),
          time: when("Trước 10/02/2026", before("2026-02-10")),
        }),
        task(
          "2",
          "Thành lập Tổ giúp việc, xây dựng quy chế hoạt động và phân công thành viên phụ trách địa bàn từng xóm, tổ dân phố",
          { lead: culture, with: office, time: when("Tháng 02/2026", month(2026, 2)) },
        ),
        task(
          "3",
          "Quán triệt trách nhiệm của người đứng đầu trong tiếp dân, đối thoại với dân{1} gắn với việc học tập và làm theo tư tưởng, đạo đức, phong cách Hồ Chí Minh",
          {
            lead: who("Các phòng chuyên môn; ĐVSNCL", ALL, SCHOOLS),
            with: who("Ban Xây dựng Đảng", PARTY),
            time: always,
          },
        ),
        task("4", "Đưa kết quả công tác dân vận vào tiêu chí đánh giá,xếp loại cán bộ, công chức hằng năm", {
          lead: office,
          with: who("Phòng Văn hoá – Xã hội", CULTURE),
          time: when("Quý IV/2026", quarter(2026, 4)),
          notes: "no space after the comma",
        }),
        task(
          "5",
          "Tổ chức kiểm tra chuyên đề công tác dân vận tại 06 xóm, tổ dân phố và 03 đơn vị trường học",
          {
            lead: culture,
            with: who("UB MTTQ xã; Ban Xây dựng Đảng Đảng uỷ", FRONT, PARTY),
            time: when(
              "Tháng 5/2026 và tháng 9/2026",
              span("month", "2026-05-01", "2026-09-30", {
                parts: [
                  { start_on: "2026-05-01", end_on: "2026-05-31" },
                  { start_on: "2026-09-01", end_on: "2026-09-30" },
                ],
              }),
            ),
            targets: [
              {
                text: "kiểm tra chuyên đề công tác dân vận tại 06 xóm, tổ dân phố",
                value: 6,
                unit: "xóm, tổ dân phố",
              },
            ],
          },
        ),
        section("II", "TUYÊN TRUYỀN, VẬN ĐỘNG NHÂN DÂN"),
        task(
          "6",
          "Tuyên truyền kết quả vận hành chính quyền địa phương hai cấp, các gương điển hình “Dân vận khéo””",
          {
            lead: who("Trung tâm Dịch vụ tổng hợp", SUPPLY),
            with: who("Đoàn Thanh niên xã; các xóm, tổ dân phố", YOUTH, HAMLETS),
            time: when("Cả năm 2026", allYear(2026)),
            notes: "doubled closing quote",
          },
        ),
        task("7", "Phát động phong trào toàn dân tập thể dục, xây dựng đời sống văn hoá ở khu dân cư", {
          lead: who("Trung tâm Dịch vụ tổng hợp xã", SUPPLY),
          with: who("Hội Cựu chiến binh, Đoàn Thanh niên", VETERANS, YOUTH),
          time: when("27/3/2026", latest("2026-03-27")),
        }),
        task(
          "8",
          "Vận động tín đồ, chức sắc tôn giáo tham gia xây dựng nông thôn mới nâng cao, bảo vệ môi trường",
          { lead: culture, with: who("Công an xã; UB MTTQ xã", POLICE, FRONT), time: always },
        ),
        task("9", "Vận động Nhân dân tham gia bảo hiểm y tế, phấn đấu tỷ lệ bao phủ đạt 96,5%", {
          lead: culture,
          with: who("Trạm Y tế; các tổ chức chính trị – xã hội", HEALTH, UNIONS),
          time: when("Trước ngày 31/12/2026", before("2026-12-31")),
          targets: [{ text: "phấn đấu tỷ lệ bao phủ đạt 96,5%", value: 96.5, unit: "%" }],
        }),
        task("10", "Tuyên truyền, vận động phòng, chống sốt xuất huyết, dịch bệnh mùa hè", {
          lead: who("Trạm Y tế", HEALTH),
          with: who("Các xóm, tổ dân phố", HAMLETS),
          time: when("Quý II, quý III năm 2026", span("range", "2026-04-01", "2026-09-30")),
        }),
        task(
          "12",
          "Vận động các hộ dân thực hiện phân loại rác thải sinh hoạt tại nguồn, giảm thiểu rác thải nhựa và thu gom bao gói thuốc bảo vệ thực vật sau sử dụng trên đồng ruộng để xử lý đúng quy định",
          {
            lead: economy,
            with: who("Hội Cựu chiến binh xã; các xóm, TDP", VETERANS, HAMLETS),
            time: when("Năm 2026 và các năm tiếp theo", yearOnward(2026)),
            notes: "11 is missing",
          },
        ),
        section("III", "THỰC HIỆN DÂN CHỦ, TIẾP CÔNG DÂN, ĐỐI THOẠI"),
        task("13", "Xây dựng kế hoạch thực hiện dân chủ ở cơ sở", {
          lead: office,
          with: culture,
          time: when("Trước ngày 15/02/2026", before("2026-02-15")),
        }),
        task("14", "Công khai những nội dung chính quyền phải công khai để Nhân dân biết", {
          lead: office,
          with: who("Phòng Kinh tế; Phòng Văn hoá - Xã hội; Ban Quản lý dự án", ECONOMY, CULTURE, PROJECTS),
          time: always,
        }),
        task("15", "Tổ chức để Nhân dân bàn và quyết định mức đóng góp xây dựng hạ tầng xóm, tổ dân phố", {
          lead: who("Các xóm, tổ dân phố", HAMLETS),
          with: economy,
          time: when("Khi có chủ trương đầu tư", onDirection),
        }),
        task("16", "Lịch tiếp công dân của Chủ tịch, các Phó Chủ tịch UBND xã được niêm yết, đăng tải", {
          lead: office,
          time: when("Trước ngày 05 hằng tháng", everyMonthBefore(5)),
        }),
        task("17", "Đối thoại với Nhân dân về giải phóng mặt bằng cụm công nghiệp Khánh Hải", {
          lead: who("Ban Quản lý dự án", PROJECTS),
          with: who("Phòng Kinh tế, Công an xã và UB MTTQ xã", ECONOMY, POLICE, FRONT),
          time: when("Quý II/2026", quarter(2026, 2)),
        }),
        task("18", "Giải quyết dứt điểm 04 vụ việc khiếu nại kéo dài về đất đai", {
          lead: office,
          with: related,
          time: when("Đến hết quý III/2026", latest("2026-09-30")),
          targets: [{ text: "Giải quyết dứt điểm 04 vụ việc khiếu nại kéo dài", value: 4, unit: "vụ việc" }],
        }),
        task("19", "Hoà giải các mâu thuẫn, tranh chấp tại cơ sở, tỷ lệ hoà giải thành từ 85% trở lên", {
          lead: culture,
          with: who("Các xóm, tổ dân phố; UB MTTQ xã", HAMLETS, FRONT),
          time: always,
          targets: [{ text: "tỷ lệ hoà giải thành từ 85% trở lên", value: 85, unit: "%" }],
        }),
        section("IV", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ PHỤC VỤ NHÂN DÂN"),
        task(
          "20",
          "Rà soát, đề xuất đơn giản hoá thủ tục hành chính{2} trên các lĩnh vực đất đai, xây dựng, hộ tịch",
          {
            lead: who("Trung tâm Phục vụ hành chính công", SERVICE),
            with: related,
            time: when("Trước ngày 30/8/2026", before("2026-08-30")),
          },
        ),
        task("21", "Thí điểm trả kết quả hộ tịch tại nhà đối với người cao tuổi, người khuyết tật", {
          lead: who("TTPVHCC xã", SERVICE),
          with: who("Đoàn Thanh niên", YOUTH),
          time: when("Từ tháng 4 đến tháng 12 năm 2026", months(2026, 4, 12)),
        }),
        task("22", "Tập huấn kỹ năng số cho 500 lượt người dân", {
          lead: culture,
          with: who("Công an xã; Đoàn Thanh niên xã", POLICE, YOUTH),
          time: when("6 tháng đầu năm 2026", months(2026, 1, 6)),
          targets: [
            { text: "Tập huấn kỹ năng số cho 500 lượt người dân", value: 500, unit: "lượt người dân" },
          ],
        }),
        task("23", "Thực hiện “nụ cười công sở”, “4 xin, 4 luôn” trong giao tiếp với Nhân dân", {
          lead: who("Các phòng chuyên môn", ALL),
          with: who("Trung tâm Phục vụ hành chính công", SERVICE),
          time: always,
        }),
        task("24", "Khảo sát độc lập chỉ số hài lòng", {
          lead: who("Trung tâm Phục vụ hành chính công", SERVICE),
          time: when("Không muộn hơn ngày 15/11/2026", latest("2026-11-15")),
        }),
        section("V", "PHÁT TRIỂN KINH TẾ, AN SINH XÃ HỘI, QUỐC PHÒNG, AN NINH"),
        task("25", "Hỗ trợ xây mới, sửa chữa nhà ở cho người có công, hộ nghèo", {
          lead: culture,
          with: who("Uỷ ban MTTQ Việt Nam xã và các tổ chức chính trị – xã hội", FRONT, UNIONS),
          time: when("Hoàn thành trước ngày 27/7/2026", before("2026-07-27")),
        }),
        task("26", "Vận động Nhân dân liên kết sản xuất, xây dựng thêm 02 sản phẩm OCOP đạt 3 sao trở lên", {
          lead: economy,
          with: related,
          time: thisYear,
          targets: [
            { text: "xây dựng thêm 02 sản phẩm OCOP đạt 3 sao trở lên", value: 2, unit: "sản phẩm OCOP" },
          ],
        }),
        task("27", "Tuyên truyền, vận động thực hiện Luật Nghĩa vụ quân sự; thăm, tặng quà tân binh", {
          lead: who("Ban Chỉ huy quân sự xã", MILITARY),
          with: who("Hội CCB; Đoàn Thanh niên; các xóm, tổ dân phố", VETERANS, YOUTH, HAMLETS),
          time: when("Tháng 2 – 3/2026", months(2026, 2, 3)),
        }),
        task("28", "Vận động giao nộp vũ khí, pháo nổ; tố giác tội phạm", {
          lead: who("CA xã", POLICE),
          with: who("Ban CHQS xã, các ĐVSNCL", MILITARY, SCHOOLS),
          time: when("Thường xuyên; cao điểm quý IV/2026", withSecond(continuous, quarter(2026, 4))),
          ambiguous: "two frames",
        }),
        task("29", "Diễn tập ứng phó thiên tai, cứu hộ, cứu nạn có Nhân dân tham gia", {
          lead: who("Ban CHQS xã", MILITARY),
          with: who("Công an xã; Phòng kinh tế; Trạm Y tế xã", POLICE, ECONOMY, HEALTH),
          time: when("Quý 3/2026", quarter(2026, 3)),
        }),
        task(
          "30",
          "Giao ban công tác dân vận giữa UBND xã với UB MTTQ xã và các tổ chức chính trị - xã hội",
          {
            lead: office,
            with: who("UB MTTQ xã; các tổ chức CT-XH", FRONT, UNIONS),
            time: when("Mỗi quý 01 lần", every("quarterly")),
          },
        ),
      ],
    },
  ],
  understood: {
    document: {
      kind: "quyet_dinh",
      number: "87/QĐ-UBND",
      issued_on: "2026-01-28",
      issuer: "Ủy ban nhân dân xã Yên Khánh",
      title: "V/v giao nhiệm vụ công tác dân vận chính quyền năm 2026",
      heading: "QUYẾT ĐỊNH",
      appendix_title: "GIAO NHIỆM VỤ CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026",
      parent_documents: [
        {
          number: "56/QĐ-UBND",
          date: "2026-01-15",
          issuer: "Ủy ban nhân dân tỉnh Ninh Bình",
          text: "giao nhiệm vụ công tác dân vận chính quyền năm 2026",
        },
      ],
      basis_documents: [
        {
          number: "72/2025/QH15",
          date: "2025-06-16",
          issuer: null,
          text: "Luật Tổ chức chính quyền địa phương",
        },
        { number: "33/CT-TTg", date: "2021-11-26", issuer: "Thủ tướng Chính phủ", text: null },
      ],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: "TM. UỶ BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: "Trưởng phòng Văn hoá - Xã hội xã",
    },
    report_rounds: [
      ["quý I", "2026-03-10", "quý I trước ngày 10/3/2026"],
      ["6 tháng", "2026-06-10", "6 tháng trước ngày 10/6/2026"],
      ["9 tháng", "2026-09-10", "9 tháng trước ngày 10/9/2026"],
      ["cả năm", "2026-11-10", "cả năm trước ngày 10/11/2026"],
    ].map(([label, day, words]) => ({
      label,
      before: day,
      recurs: "none",
      to_unit: "Văn phòng HĐND - UBND xã",
      text: words,
    })),
    report_text:
      "báo cáo kết quả quý I trước ngày 10/3/2026, 6 tháng trước ngày 10/6/2026, 9 tháng trước ngày 10/9/2026, cả năm trước ngày 10/11/2026 về Văn phòng HĐND - UBND xã.",
    ad_hoc_reports: false,
    consolidating_unit: OFFICE,
  },
};
