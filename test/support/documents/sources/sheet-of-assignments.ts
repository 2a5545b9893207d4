import type { DocumentSource } from "../document-source.ts";
import { centred, group, paragraphs, section, task, text, unit, when, who } from "../document-words.ts";
import { before, continuous, latest, month, quarter, year } from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND Phường", "department", [
  "Văn phòng HĐND và UBND",
  "VP HĐND và UBND",
  "Văn phòng",
]);
const CULTURE = unit("Phòng Văn hóa - Xã hội", "department", ["Phòng VH-XH"], "VHXH");
const BUILDING = unit("Phòng Kinh tế, Hạ tầng và Đô thị", "department", ["Phòng KT-HT-ĐT"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công Phường", "service_unit", [
  "Trung tâm Phục vụ hành chính công",
  "TTPVHCC",
]);
const POLICE = unit("Công an Phường", "armed_force", ["Công an phường"]);
const MILITARY = unit("Ban Chỉ huy Quân sự Phường", "armed_force", ["BCHQS Phường"]);
const FRONT = unit("Ủy ban MTTQ Việt Nam Phường", "front", [
  "UBMTTQVN Phường",
  "Ủy ban Mặt trận Tổ quốc Việt Nam Phường",
]);
const WOMEN = unit("Hội LHPN Phường", "mass_organization", ["Hội Liên hiệp Phụ nữ Phường"]);
const YOUTH = unit("Đoàn TNCS Hồ Chí Minh Phường", "mass_organization", ["Đoàn Phường", "Đoàn TN Phường"]);
const AREAS = group("Các khu phố", "residential_groups", ["các khu phố", "63 khu phố"]);
const SCHOOLS = group("Các trường học", "all_service_units", [
  "các trường học",
  "Hiệu trưởng các trường học",
]);
const ALL = group("Các phòng, đơn vị", "all_departments", [
  "các phòng, đơn vị",
  "các phòng, đơn vị thuộc Phường",
]);
const RELATED = group("Các phòng, đơn vị có liên quan", "related_departments", [
  "các phòng, đơn vị có liên quan",
]);

const AN = "Bà Đặng Thị Thúy An - PCT";
const HAI = "Ông Phạm Hoàng Hải - PCT";

export const sheetOfAssignments: DocumentSource = {
  name: "u10-bang-phan-cong-binh-thanh-2026",
  formats: ["xlsx", "md", "docx"],
  layout:
    "a sheet: STT | Nhiệm vụ | Lãnh đạo phụ trách | Đơn vị chủ trì | Đơn vị phối hợp | Thời hạn | Sản phẩm | Ghi chú; dates as true dates of the sheet; leader and lead merged over several rows; landscape",
  units: [
    OFFICE,
    CULTURE,
    BUILDING,
    SERVICE,
    POLICE,
    MILITARY,
    FRONT,
    WOMEN,
    YOUTH,
    AREAS,
    SCHOOLS,
    ALL,
    RELATED,
  ],
  blocks: [
    ...centred(
      "ỦY BAN NHÂN DÂN PHƯỜNG BÌNH THẠNH",
      "BẢNG PHÂN CÔNG NHIỆM VỤ CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026",
    ),
    text(
      "centre-italic",
      "(Kèm theo Kế hoạch số 112/KH-UBND ngày 12/02/2026 của Ủy ban nhân dân Phường Bình Thạnh)",
    ),
    {
      is: "table",
      sections: "beside",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "STT", width: 650 },
        { key: "title", header: "Nhiệm vụ", width: 3300 },
        { key: "leader", header: "Lãnh đạo phụ trách", width: 1300 },
        { key: "lead", header: "Đơn vị chủ trì", width: 1700 },
        { key: "with", header: "Đơn vị phối hợp", width: 1900 },
        { key: "time", header: "Thời hạn hoàn thành", width: 1500 },
        { key: "product", header: "Sản phẩm", width: 1200 },
        { key: "remarks", header: "Ghi chú", width: 950 },
      ],
      entries: [
        section("A", "NHIỆM VỤ TRỌNG TÂM"),
        task("1", "Xây dựng Kế hoạch dân vận chính quyền năm 2026", {
          leader: AN,
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("Các phòng, đơn vị", ALL),
          time: when("28/02/2026", latest("2026-02-28")),
          product: "Kế hoạch",
        }),
        task("2", "Tổ chức phát động phong trào thi đua “Dân vận khéo” năm 2026", {
          leader: AN,
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("UBMTTQVN Phường; Đoàn Phường", FRONT, YOUTH),
          time: when("15/3/2026", latest("2026-03-15")),
          product: "Lễ phát động",
          merged: ["leader", "lead"],
        }),
        task("3", "Thẩm định, công nhận ít nhất 20 mô hình “Dân vận khéo” cấp phường", {
          leader: AN,
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("UBMTTQVN Phường", FRONT),
          time: when("30/11/2026", latest("2026-11-30")),
          product: "Quyết định công nhận",
          merged: ["leader", "lead"],
          targets: [
            { text: "công nhận ít nhất 20 mô hình “Dân vận khéo” cấp phường", value: 20, unit: "mô hình" },
          ],
        }),
        task("4", "Vận động 100% hộ kinh doanh ở các tuyến đường chính cam kết giữ gìn vỉa hè", {
          leader: HAI,
          lead: who("Phòng KT-HT-ĐT", BUILDING),
          with: who("Công an Phường; các khu phố", POLICE, AREAS),
          time: when("Quý II/2026", quarter(2026, 2)),
          product: "Bản cam kết",
          targets: [
            {
              text: "Vận động 100% hộ kinh doanh ở các tuyến đường chính cam kết giữ gìn vỉa hè",
              value: 100,
              unit: "%",
            },
          ],
        }),
        task("5", "Vận động Nhân dân đồng thuận di dời nhà trên và ven kênh, rạch", {
          leader: HAI,
          lead: who("Phòng KT-HT-ĐT", BUILDING),
          with: who("UBMTTQVN Phường; các phòng, đơn vị có liên quan", FRONT, RELATED),
          time: when("Năm 2026", year(2026)),
          product: "Báo cáo",
          merged: ["leader", "lead"],
          remarks: "Theo tiến độ dự án",
        }),
        task("6", "Giải quyết phản ánh của người dân qua Cổng 1022, tỷ lệ đúng hạn từ 98%", {
          leader: HAI,
          lead: who("Văn phòng HĐND và UBND Phường", OFFICE),
          with: who("Các phòng, đơn vị có liên quan", RELATED),
          time: when("Thường xuyên", continuous),
          product: "Báo cáo tháng",
          targets: [{ text: "tỷ lệ đúng hạn từ 98%", value: 98, unit: "%" }],
        }),
        section("B", "NHIỆM VỤ PHỐI HỢP"),
        task("7", "Tổ chức “Ngày hội chính quyền số với Nhân dân”", {
          leader: AN,
          lead: who("TTPVHCC", SERVICE),
          with: who("Đoàn Phường, Hội LHPN Phường", YOUTH, WOMEN),
          time: when("Tháng 10/2026", month(2026, 10)),
          product: "Ngày hội",
        }),
        task("8", "Tư vấn pháp luật miễn phí tại các khu phố", {
          leader: AN,
          lead: who("Văn phòng HĐND và UBND Phường", OFFICE),
          with: who("Công an Phường", POLICE),
          time: when("Trước 30/9/2026", before("2026-09-30")),
          product: "Buổi tư vấn",
        }),
        task("9", "Diễn tập phương án chữa cháy có sự tham gia của Nhân dân", {
          leader: HAI,
          lead: who("Công an Phường", POLICE),
          with: who("BCHQS Phường, các khu phố", MILITARY, AREAS),
          time: when("Quý III/2026", quarter(2026, 3)),
          product: "Diễn tập",
        }),
        task("10", "Giáo dục kỹ năng phòng, chống bạo lực học đường", {
          leader: AN,
          lead: who("Phòng VH-XH", CULTURE),
          with: who("Các trường học; Đoàn TN Phường", SCHOOLS, YOUTH),
          time: when("15/12/2026", latest("2026-12-15")),
          product: "Báo cáo",
        }),
      ],
    },
    ...paragraphs(
      "Đề nghị các phòng, đơn vị gửi báo cáo 6 tháng trước ngày 08/6/2026 và báo cáo năm trước ngày 30/11/2026 về Phòng Văn hóa - Xã hội để tổng hợp.",
    ),
  ],
  understood: {
    document: {
      kind: "ke_hoach",
      number: "112/KH-UBND",
      issued_on: "2026-02-12",
      issuer: "Ủy ban nhân dân Phường Bình Thạnh",
      title: "BẢNG PHÂN CÔNG NHIỆM VỤ CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026",
      heading: "BẢNG PHÂN CÔNG NHIỆM VỤ",
      appendix_title: "BẢNG PHÂN CÔNG NHIỆM VỤ CÔNG TÁC DÂN VẬN CHÍNH QUYỀN NĂM 2026",
      part_present: "appendix_only",
      parent_documents: [],
      basis_documents: [],
      scope_years: [2026],
      scope_period: { start_on: "2026-01-01", end_on: "2026-12-31", text: "năm 2026" },
      signer_position: null,
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "6 tháng",
        before: "2026-06-08",
        recurs: "none",
        to_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, đơn vị"],
        text: "báo cáo 6 tháng trước ngày 08/6/2026",
      },
      {
        label: "năm",
        before: "2026-11-30",
        recurs: "none",
        to_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, đơn vị"],
        text: "báo cáo năm trước ngày 30/11/2026",
      },
    ],
    report_text:
      "Đề nghị các phòng, đơn vị gửi báo cáo 6 tháng trước ngày 08/6/2026 và báo cáo năm trước ngày 30/11/2026 về Phòng Văn hóa - Xã hội để tổng hợp.",
    ad_hoc_reports: false,
    consolidating_unit: CULTURE,
  },
};
