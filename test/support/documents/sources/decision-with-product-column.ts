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
  impossible,
  latest,
  month,
  quarter,
  severalBefore,
  year,
  yearOnward,
} from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND xã", "department", [
  "Văn phòng HĐND và UBND",
  "VP HĐND&UBND",
  "Văn phòng HĐND&UBND xã",
]);
const CULTURE = unit(
  "Phòng Văn hóa - Xã hội",
  "department",
  ["Phòng VH-XH", "Phòng Văn hoá - Xã hội", "Phòng Văn hóa - Xã hội xã"],
  "VHXH",
);
const ECONOMY = unit("Phòng Kinh tế", "department", ["Phòng Kinh tế xã"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công xã", "service_unit", [
  "Trung tâm Phục vụ hành chính công",
  "TTPVHCC",
]);
const POLICE = unit("Công an xã", "armed_force");
const MILITARY = unit("Ban Chỉ huy Quân sự xã", "armed_force", ["Ban CHQS xã", "BCHQS xã"]);
const HEALTH = unit("Trạm Y tế xã", "service_unit", ["Trạm Y tế"]);
const FRONT = unit("Ủy ban Mặt trận Tổ quốc Việt Nam xã", "front", [
  "UBMTTQ Việt Nam xã",
  "Ủy ban MTTQ Việt Nam xã",
]);
const UNIONS = group("Các tổ chức chính trị - xã hội xã", "mass_organisations", [
  "các tổ chức chính trị - xã hội",
]);
const HAMLETS = group("Các xóm", "residential_groups", [
  "các xóm",
  "các xóm trên địa bàn xã",
  "Trưởng các xóm",
]);
const SCHOOLS = group("Các trường học trên địa bàn xã", "all_service_units", [
  "các trường học",
  "Các trường học",
]);
const ALL = group("Các cơ quan, đơn vị thuộc UBND xã", "all_departments", [
  "Các cơ quan, đơn vị",
  "các cơ quan, đơn vị",
  "Các phòng, đơn vị thuộc UBND xã",
]);
const RELATED = group("Các đơn vị có liên quan", "related_departments", [
  "các đơn vị có liên quan",
  "Các cơ quan, đơn vị có liên quan",
  "các cơ quan, đơn vị có liên quan",
]);
const PARTY = unit("Ban Xây dựng Đảng Đảng ủy xã", "party", ["Ban Xây dựng Đảng"]);

const culture = who("Phòng Văn hóa - Xã hội", CULTURE);
const office = who("Văn phòng HĐND và UBND xã", OFFICE);
const all = who("Các cơ quan, đơn vị thuộc UBND xã", ALL);
const related = who("Các đơn vị có liên quan", RELATED);
const always = when("Thường xuyên", continuous);
const thisYear = when("Năm 2026", year(2026));

export const decisionWithProductColumn: DocumentSource = {
  name: "u01-quyet-dinh-phu-luong-2026",
  formats: ["docx", "pdf", "txt"],
  layout:
    "decision and annex: TT | Nội dung | Chủ trì | Phối hợp | Thời gian hoàn thành | Sản phẩm; a gap (2.4), 31/11, a footnote",
  units: [
    OFFICE,
    CULTURE,
    ECONOMY,
    SERVICE,
    POLICE,
    MILITARY,
    HEALTH,
    FRONT,
    UNIONS,
    HAMLETS,
    SCHOOLS,
    ALL,
    RELATED,
    PARTY,
  ],
  footnotes: {
    "1": "Nghị quyết số 25-NQ/TW ngày 03/6/2013 của Ban Chấp hành Trung ương Đảng khóa XI; Chương trình hành động số 09-CTr/TU ngày 12/9/2025 của Tỉnh ủy Thái Nguyên.",
  },
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "XÃ PHÚ LƯƠNG"],
      "Số: 152/QĐ-UBND",
      "Phú Lương, ngày 20 tháng 01 năm 2026",
    ),
    ...centred(
      "QUYẾT ĐỊNH",
      "Về việc ban hành Danh mục nhiệm vụ công tác dân vận",
      "của chính quyền năm 2026 trên địa bàn xã Phú Lương",
    ),
    ...centred("ỦY BAN NHÂN DÂN XÃ PHÚ LƯƠNG"),
    ...bases(
      "Căn cứ Luật Tổ chức chính quyền địa phương ngày 16 tháng 6 năm 2025;",
      "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10 tháng 11 năm 2022;",
      "Căn cứ Quyết định số 118/QĐ-UBND ngày 14 tháng 01 năm 2026 của Ủy ban nhân dân tỉnh Thái Nguyên về việc ban hành Danh mục nhiệm vụ công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp năm 2026;",
      "Xét đề nghị của Trưởng phòng Phòng Văn hóa - Xã hội tại Tờ trình số 09/TTr-VHXH ngày 16 tháng 01 năm 2026.",
    ),
    ...centred("QUYẾT ĐỊNH:"),
    ...paragraphs(
      "Điều 1. Ban hành kèm theo Quyết định này Danh mục nhiệm vụ công tác dân vận của chính quyền năm 2026 trên địa bàn xã Phú Lương.",
      "Điều 2. Giao Phòng Văn hóa - Xã hội chủ trì, theo dõi, đôn đốc các cơ quan, đơn vị thực hiện Danh mục; tổng hợp kết quả, báo cáo Ủy ban nhân dân xã theo quy định.",
      "Điều 3. Quyết định này có hiệu lực kể từ ngày ký. Chánh Văn phòng HĐND và UBND xã, Trưởng các phòng chuyên môn, Thủ trưởng các cơ quan, đơn vị có liên quan chịu trách nhiệm thi hành Quyết định này./.",
    ),
    {
      is: "signature",
      recipients: [
        "- Như Điều 3;",
        "- UBND tỉnh (b/c);",
        "- TT Đảng ủy, TT HĐND xã;",
        "- CT, các PCT UBND xã;",
        "- Lưu: VT, VHXH.",
      ],
      signer: ["TM. ỦY BAN NHÂN DÂN", "CHỦ TỊCH"],
      name: "Ma Văn Thịnh",
    },
    { is: "page", landscape: false },
    ...centred("DANH MỤC", "Nhiệm vụ công tác dân vận của chính quyền năm 2026 trên địa bàn xã Phú Lương"),
    text(
      "centre-italic",
      "(Kèm theo Quyết định số 152/QĐ-UBND ngày 20 tháng 01 năm 2026 của Ủy ban nhân dân xã Phú Lương)",
    ),
    ...centred("I. NHIỆM VỤ"),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "TT", width: 650 },
        { key: "title", header: "Nội dung nhiệm vụ", width: 2650 },
        { key: "lead", header: "Cơ quan chủ trì", width: 1400 },
        { key: "with", header: "Cơ quan phối hợp", width: 1500 },
        { key: "time", header: "Thời gian hoàn thành", width: 1500 },
        { key: "product", header: "Sản phẩm", width: 1350 },
      ],
      entries: [
        section("1", "CÔNG TÁC LÃNH ĐẠO, CHỈ ĐẠO, TUYÊN TRUYỀN"),
        task(
          "1.1",
          "Ban hành Kế hoạch triển khai công tác dân vận chính quyền năm 2026; phân công lãnh đạo, công chức theo dõi công tác dân vận tại từng cơ quan, đơn vị.",
          {
            lead: culture,
            with: all,
            time: when("Trước ngày 10/02/2026", before("2026-02-10")),
            product: "Kế hoạch của UBND xã",
          },
        ),
        task(
          "1.2",
          "Quán triệt, tuyên truyền các chủ trương, nghị quyết của Đảng về công tác dân vận{1} đến toàn thể cán bộ, công chức, viên chức và Nhân dân.",
          {
            lead: all,
            with: who("Ban Xây dựng Đảng; các xóm", PARTY, HAMLETS),
            time: always,
            product: "Hội nghị, tin, bài",
          },
        ),
        task(
          "1.3",
          "Duy trì chuyên mục “Dân vận khéo” trên Trang thông tin điện tử xã, mỗi tháng đăng tải ít nhất 04 tin, bài.",
          {
            lead: who("Văn phòng HĐND và UBND xã", OFFICE),
            with: culture,
            time: always,
            product: "Tin, bài",
            targets: [{ text: "mỗi tháng đăng tải ít nhất 04 tin, bài", value: 4, unit: "tin, bài" }],
          },
        ),
        task(
          "1.4",
          "Tổ chức hội nghị tập huấn nghiệp vụ công tác dân vận, thực hiện dân chủ ở cơ sở cho cán bộ xã và Trưởng các xóm.",
          {
            lead: culture,
            with: who("Ủy ban Mặt trận Tổ quốc Việt Nam xã; Ban Xây dựng Đảng", FRONT, PARTY),
            time: when("Quý II/2026", quarter(2026, 2)),
            product: "Hội nghị",
          },
        ),
        section("2", "THỰC HIỆN DÂN CHỦ Ở CƠ SỞ, TIẾP CÔNG DÂN, ĐỐI THOẠI VỚI NHÂN DÂN"),
        task(
          "2.1",
          "Công khai đầy đủ các nội dung theo quy định của Luật Thực hiện dân chủ ở cơ sở tại trụ sở và nhà văn hóa các xóm.",
          {
            lead: office,
            with: who("Phòng Kinh tế, Phòng Văn hóa - Xã hội, các xóm", ECONOMY, CULTURE, HAMLETS),
            time: always,
            product: "Biên bản niêm yết",
          },
        ),
        task(
          "2.2",
          "Tổ chức hội nghị đối thoại giữa Chủ tịch UBND xã với Nhân dân, bảo đảm ít nhất 02 cuộc/năm.",
          {
            lead: office,
            with: who("UBMTTQ Việt Nam xã và các tổ chức chính trị - xã hội", FRONT, UNIONS),
            time: when(
              "Trước ngày 15/6 và trước ngày 15/11/2026",
              severalBefore(true, "2026-06-15", "2026-11-15"),
            ),
            product: "Thông báo kết luận đối thoại",
            targets: [{ text: "bảo đảm ít nhất 02 cuộc/năm", value: 2, unit: "cuộc/năm" }],
          },
        ),
        task(
          "2.3",
          "Tiếp công dân định kỳ; giải quyết dứt điểm 100% đơn thư khiếu nại, tố cáo, kiến nghị, phản ánh thuộc thẩm quyền.",
          {
            lead: office,
            with: who("Công an xã; Các đơn vị có liên quan", POLICE, RELATED),
            time: always,
            product: "Sổ tiếp công dân; báo cáo",
            targets: [
              {
                text: "giải quyết dứt điểm 100% đơn thư khiếu nại, tố cáo, kiến nghị, phản ánh thuộc thẩm quyền",
                value: 100,
                unit: "%",
              },
            ],
          },
        ),
        task("2.5", "Lấy ý kiến Nhân dân về phương án sắp xếp các xóm có quy mô dưới 150 hộ gia đình.", {
          lead: who("Phòng Văn hoá - Xã hội", CULTURE),
          with: who("Ban CHQS xã; Công an xã; các xóm", MILITARY, POLICE, HAMLETS),
          time: when("Tháng 3/2026", month(2026, 3)),
          product: "Biên bản lấy ý kiến",
          notes: "2.4 is missing; 150 hộ is no target",
        }),
        task("2.6", "Kiểm tra việc thực hiện dân chủ tại các trường học trên địa bàn xã.", {
          lead: culture,
          with: who("Các trường học", SCHOOLS),
          time: when("Trước ngày 31/11/2026", impossible("31/11/2026", true)),
          product: "Kết luận kiểm tra",
          notes: "31/11 does not exist",
        }),
        section("3", "CẢI CÁCH HÀNH CHÍNH, CHUYỂN ĐỔI SỐ"),
        task(
          "3.1",
          "Nâng cao chất lượng tiếp nhận, giải quyết thủ tục hành chính; tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt từ 98% trở lên.",
          {
            lead: who("TTPVHCC", SERVICE),
            with: related,
            time: thisYear,
            product: "Báo cáo",
            targets: [
              {
                text: "tỷ lệ hồ sơ giải quyết đúng hạn và trước hạn đạt từ 98% trở lên",
                value: 98,
                unit: "%",
              },
            ],
          },
        ),
        task(
          "3.2",
          "Thành lập và duy trì hoạt động của 12 Tổ công nghệ số cộng đồng hỗ trợ người dân nộp hồ sơ trực tuyến.",
          {
            lead: culture,
            with: who("Trung tâm Phục vụ hành chính công xã; các xóm", SERVICE, HAMLETS),
            time: when("Quý I/2026", quarter(2026, 1)),
            product: "Quyết định thành lập",
            targets: [
              {
                text: "Thành lập và duy trì hoạt động của 12 Tổ công nghệ số cộng đồng",
                value: 12,
                unit: "Tổ công nghệ số cộng đồng",
              },
            ],
          },
        ),
        task(
          "3.3",
          "Khảo sát mức độ hài lòng của người dân, tổ chức đối với sự phục vụ của cơ quan hành chính.",
          {
            lead: who("Trung tâm Phục vụ hành chính công xã", SERVICE),
            with: who("Văn phòng HĐND và UBND xã; Phòng Văn hóa - Xã hội", OFFICE, CULTURE),
            time: when("Chậm nhất ngày 30/10/2026", latest("2026-10-30")),
            product: "Báo cáo kết quả khảo sát",
          },
        ),
        task("3.4", "Xây dựng mô hình “Chính quyền thân thiện, vì Nhân dân phục vụ”.", {
          lead: office,
          with: all,
          time: when("Năm 2026 và các năm tiếp theo", yearOnward(2026)),
          product: "Mô hình được công nhận",
        }),
        section("4", "PHÁT TRIỂN KINH TẾ - XÃ HỘI, BẢO ĐẢM QUỐC PHÒNG, AN NINH"),
        task(
          "4.1",
          "Vận động Nhân dân hiến đất, góp công xây dựng nông thôn mới; phấn đấu hoàn thành cứng hóa 5,5 km đường xóm.",
          {
            lead: who("Phòng Kinh tế", ECONOMY),
            with: who("Ủy ban MTTQ Việt Nam xã; các xóm", FRONT, HAMLETS),
            time: thisYear,
            product: "Báo cáo",
            targets: [{ text: "phấn đấu hoàn thành cứng hóa 5,5 km đường xóm", value: 5.5, unit: "km" }],
          },
        ),
        task(
          "4.2",
          "Tuyên truyền, vận động thanh niên thực hiện nghĩa vụ quân sự; hoàn thành chỉ tiêu giao quân.",
          {
            lead: who("Ban Chỉ huy Quân sự xã", MILITARY),
            with: who("Công an xã, Trạm Y tế xã, các xóm", POLICE, HEALTH, HAMLETS),
            time: when("Xong trước 28/02/2026", before("2026-02-28")),
            product: "Báo cáo kết quả",
          },
        ),
        task(
          "4.3",
          "Phối hợp xây dựng phong trào “Toàn dân bảo vệ an ninh Tổ quốc” gắn với mô hình camera an ninh tại các xóm.",
          { lead: who("Công an xã", POLICE), with: related, time: thisYear, product: "Mô hình" },
        ),
        task("4.4", "Rà soát, hỗ trợ xóa nhà tạm, nhà dột nát cho hộ nghèo, hộ cận nghèo.", {
          lead: culture,
          with: who("Phòng Kinh tế; Ủy ban Mặt trận Tổ quốc Việt Nam xã", ECONOMY, FRONT),
          time: when("Quý III/2026", quarter(2026, 3)),
          product: "Danh sách, báo cáo",
        }),
        task("4.5", "Tổ chức khám sức khỏe định kỳ cho người cao tuổi trên địa bàn xã.", {
          lead: who("Trạm Y tế xã", HEALTH),
          with: who("Phòng Văn hóa - Xã hội; các xóm", CULTURE, HAMLETS),
          time: when("Tháng 9/2026", month(2026, 9)),
          product: "Báo cáo",
        }),
      ],
    },
    ...centred("II. TỔ CHỨC THỰC HIỆN"),
    ...paragraphs(
      "1. Các cơ quan, đơn vị thuộc UBND xã căn cứ nhiệm vụ được giao tổ chức thực hiện; gửi báo cáo 6 tháng trước ngày 10/6/2026, báo cáo năm trước ngày 10/12/2026 và báo cáo đột xuất khi có yêu cầu về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo Ủy ban nhân dân xã.",
      "2. Phòng Văn hóa - Xã hội theo dõi, đôn đốc việc thực hiện Danh mục này.",
      "3. Trong quá trình thực hiện, nếu cần điều chỉnh, bổ sung nhiệm vụ, các cơ quan, đơn vị đề xuất bằng văn bản gửi Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) xem xét, quyết định./.",
    ),
  ],
  understood: {
    document: {
      kind: "quyet_dinh",
      number: "152/QĐ-UBND",
      issued_on: "2026-01-20",
      issuer: "Ủy ban nhân dân xã Phú Lương",
      title:
        "Về việc ban hành Danh mục nhiệm vụ công tác dân vận của chính quyền năm 2026 trên địa bàn xã Phú Lương",
      heading: "QUYẾT ĐỊNH",
      appendix_title: "Nhiệm vụ công tác dân vận của chính quyền năm 2026 trên địa bàn xã Phú Lương",
      parent_documents: [
        {
          number: "118/QĐ-UBND",
          date: "2026-01-14",
          issuer: "Ủy ban nhân dân tỉnh Thái Nguyên",
          text: "về việc ban hành Danh mục nhiệm vụ công tác dân vận của cơ quan hành chính nhà nước, chính quyền các cấp năm 2026",
        },
      ],
      basis_documents: [
        { number: null, date: "2025-06-16", issuer: null, text: "Luật Tổ chức chính quyền địa phương" },
        { number: null, date: "2022-11-10", issuer: null, text: "Luật Thực hiện dân chủ ở cơ sở" },
      ],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: "TM. ỦY BAN NHÂN DÂN - CHỦ TỊCH",
      proposed_by: "Trưởng phòng Phòng Văn hóa - Xã hội",
    },
    report_rounds: [
      {
        label: "6 tháng",
        before: "2026-06-10",
        recurs: "none",
        to_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các cơ quan, đơn vị thuộc UBND xã"],
        text: "báo cáo 6 tháng trước ngày 10/6/2026",
      },
      {
        label: "năm",
        before: "2026-12-10",
        recurs: "none",
        to_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các cơ quan, đơn vị thuộc UBND xã"],
        text: "báo cáo năm trước ngày 10/12/2026",
      },
    ],
    report_text:
      "gửi báo cáo 6 tháng trước ngày 10/6/2026, báo cáo năm trước ngày 10/12/2026 và báo cáo đột xuất khi có yêu cầu về Phòng Văn hóa - Xã hội để tổng hợp, báo cáo Ủy ban nhân dân xã.",
    ad_hoc_reports: true,
    consolidating_unit: CULTURE,
    adjustment_route: {
      text: "các cơ quan, đơn vị đề xuất bằng văn bản gửi Ủy ban nhân dân xã (qua Phòng Văn hóa - Xã hội) xem xét, quyết định",
      to: "Ủy ban nhân dân xã Phú Lương",
      via: "Phòng Văn hóa - Xã hội",
      decides: "Ủy ban nhân dân xã Phú Lương",
    },
  },
};
