import type { DocumentSource } from "../document-source.ts";
import { centred, group, paragraphs, section, task, text, unit, when, who } from "../document-words.ts";
import { allYear, before, continuous, latest, month, quarter, year } from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND&UBND phường", "department", [
  "Văn phòng HĐND và UBND phường",
  "Văn phòng HĐND&UBND",
  "Văn phòng",
]);
const CULTURE = unit("Phòng Văn hóa - Xã hội phường", "department", [
  "Phòng Văn hóa - Xã hội",
  "Phòng VH&XH",
]);
const BUILDING = unit("Phòng Kinh tế, Hạ tầng và Đô thị phường", "department", [
  "Phòng Kinh tế, Hạ tầng và Đô thị",
  "Phòng KT,HT&ĐT",
]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công phường", "service_unit", [
  "Trung tâm PVHCC phường",
  "Trung tâm PVHCC",
]);
const POLICE = unit("Công an phường", "armed_force");
const MILITARY = unit("BCH Quân sự phường", "armed_force", ["Ban Chỉ huy Quân sự phường"]);
const FRONT = unit("Ủy ban MTTQ phường", "front", [
  "Ủy ban Mặt trận Tổ quốc Việt Nam phường",
  "UB MTTQ phường",
]);
const YOUTH = unit("Đoàn Thanh niên phường", "mass_organization", ["Đoàn Thanh niên"]);
const AREAS = group("Các khu phố", "residential_groups", ["các khu phố", "các khu phố trên địa bàn phường"]);
const SCHOOLS = group("Các trường học công lập", "all_service_units", [
  "các trường học công lập",
  "các trường học",
]);
const ALL = group("Các cơ quan, đơn vị trực thuộc", "all_departments", [
  "các cơ quan, đơn vị trực thuộc",
  "Các cơ quan, đơn vị",
]);
const RELATED = group("Các cơ quan, đơn vị liên quan", "related_departments", [
  "các cơ quan, đơn vị liên quan",
  "các đơn vị liên quan",
]);

const item = (number: string, title: string, rest: Parameters<typeof task>[2]) => task(number, title, rest);
const ditto = { text: "-nt-" };

export const annexWithDittos: DocumentSource = {
  name: "u06-danh-muc-vo-cuong-2026",
  formats: ["docx", "pdf", "txt", "xlsx"],
  layout:
    "annex alone, no letterhead, no signer: STT | Nhiệm vụ | Phân công thực hiện (Chủ trì, Phối hợp) | Thời hạn; header of two rows; -nt-; spanning sections without the column STT's cell",
  units: [OFFICE, CULTURE, BUILDING, SERVICE, POLICE, MILITARY, FRONT, YOUTH, AREAS, SCHOOLS, ALL, RELATED],
  blocks: [
    ...centred("DANH MỤC NHIỆM VỤ", "Thực hiện công tác dân vận chính quyền năm 2026 của phường Võ Cường"),
    text(
      "centre-italic",
      "(Kèm theo Quyết định số 419/QĐ-UBND ngày 06 tháng 3 năm 2026 của UBND phường Võ Cường)",
    ),
    {
      is: "table",
      sections: "spanning",
      borders: true,
      repeated: true,
      columns: [
        { key: "number", header: "STT", width: 750 },
        { key: "title", header: "Nhiệm vụ", width: 3700 },
        { key: "lead", header: "Chủ trì", width: 1600, under: "Phân công thực hiện" },
        { key: "with", header: "Phối hợp", width: 1700, under: "Phân công thực hiện" },
        { key: "time", header: "Thời hạn", width: 1450 },
      ],
      entries: [
        section("I", "Công tác chỉ đạo, điều hành", { printed: "I." }),
        item("1", "Kiện toàn Tổ công tác dân vận chính quyền phường", {
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("Văn phòng HĐND&UBND", OFFICE),
          time: when("Trước 20/3/2026", before("2026-03-20")),
        }),
        item("2", "Phân công cán bộ, công chức theo dõi địa bàn các khu phố", {
          lead: { ...ditto, units: [CULTURE] },
          with: { ...ditto, units: [OFFICE] },
          time: { text: "-nt-", meaning: before("2026-03-20") },
        }),
        item("3", "Xây dựng tiêu chí đánh giá mức độ hoàn thành nhiệm vụ công tác dân vận của các đơn vị", {
          lead: { ...ditto, units: [CULTURE] },
          with: who("Các cơ quan, đơn vị trực thuộc", ALL),
          time: when("Quý II/2026", quarter(2026, 2)),
        }),
        item("4", "Kiểm tra công tác dân vận tại ít nhất 05 đơn vị, trường học", {
          lead: { ...ditto, units: [CULTURE] },
          with: who("Ủy ban MTTQ phường", FRONT),
          time: when("Tháng 9/2026", month(2026, 9)),
          targets: [
            {
              text: "Kiểm tra công tác dân vận tại ít nhất 05 đơn vị, trường học",
              value: 5,
              unit: "đơn vị, trường học",
            },
          ],
        }),
        section("II", "Tiếp công dân, giải quyết kiến nghị, giải phóng mặt bằng", { printed: "II." }),
        item("5", "Tiếp công dân thường xuyên và định kỳ của Chủ tịch UBND phường", {
          lead: who("Văn phòng", OFFICE),
          with: who("Các cơ quan, đơn vị liên quan", RELATED),
          time: when("Thường xuyên", continuous),
        }),
        item("6", "Trả lời kiến nghị của cử tri trước và sau các kỳ họp HĐND", {
          lead: { ...ditto, units: [OFFICE] },
          with: { ...ditto, units: [RELATED] },
          time: { text: "-nt-", meaning: continuous },
        }),
        item("7", "Đối thoại với các hộ dân bị thu hồi đất tại dự án đường Vành đai 4", {
          lead: who("Phòng Kinh tế, Hạ tầng và Đô thị", BUILDING),
          with: who("Công an phường, Ủy ban MTTQ phường và các khu phố", POLICE, FRONT, AREAS),
          time: when("Đến 30/6/2026", latest("2026-06-30")),
        }),
        item("8", "Chi trả tiền bồi thường, hỗ trợ bảo đảm công khai, dân chủ, đúng đối tượng", {
          lead: { ...ditto, units: [BUILDING] },
          with: who("Các khu phố", AREAS),
          time: when("Hoàn thành chậm nhất 15/8/2026", latest("2026-08-15")),
        }),
        section("III", "Cải cách hành chính", { printed: "III." }),
        item("9", "Hỗ trợ người dân tạo lập và sử dụng tài khoản định danh điện tử mức 2", {
          lead: who("Công an phường", POLICE),
          with: who("Trung tâm PVHCC phường; Đoàn Thanh niên", SERVICE, YOUTH),
          time: when("Cả năm", allYear(2026)),
        }),
        item("10", "Vận hành mô hình “Một cửa thân thiện, không khoảng cách”", {
          lead: who("Trung tâm PVHCC phường", SERVICE),
          with: who("Đoàn Thanh niên phường", YOUTH),
          time: when("Năm 2026", year(2026)),
        }),
        item("11", "Khảo sát, lấy ý kiến đánh giá của người dân đối với thái độ phục vụ của công chức", {
          lead: { ...ditto, units: [SERVICE] },
          with: who("Phòng VH&XH; các khu phố", CULTURE, AREAS),
          time: when("Quý III/2026", quarter(2026, 3)),
        }),
        section("IV", "Phong trào “Dân vận khéo”, quốc phòng, an ninh", { printed: "IV." }),
        item("12", "Đăng ký mô hình “Dân vận khéo” năm 2026", {
          lead: who("Các cơ quan, đơn vị trực thuộc; các trường học công lập", ALL, SCHOOLS),
          with: who("Phòng Văn hóa - Xã hội phường", CULTURE),
          time: when("Trước ngày 31/3/2026", before("2026-03-31")),
        }),
        item("13", "Tuyên truyền, vận động công dân trong độ tuổi đăng ký nghĩa vụ quân sự", {
          lead: who("BCH Quân sự phường", MILITARY),
          with: who("Công an phường; các khu phố", POLICE, AREAS),
          time: when("Tháng 4/2026", month(2026, 4)),
        }),
        item("14", "Vận động Nhân dân giao nộp vũ khí, vật liệu nổ, không tàng trữ pháo trái phép", {
          lead: who("Công an phường", POLICE),
          with: who("BCH Quân sự phường; các trường học", MILITARY, SCHOOLS),
          time: when("Quý IV/2026", quarter(2026, 4)),
        }),
        item("15", "Biểu dương, khen thưởng tập thể, cá nhân có thành tích trong công tác dân vận", {
          lead: who("Phòng Văn hóa - Xã hội", CULTURE),
          with: who("Ủy ban MTTQ phường", FRONT),
          time: when("Tháng 12/2026", month(2026, 12)),
        }),
      ],
    },
    ...centred("TỔ CHỨC THỰC HIỆN"),
    ...paragraphs(
      "1. Thủ trưởng các cơ quan, đơn vị trực thuộc chịu trách nhiệm trước Chủ tịch UBND phường về kết quả thực hiện; báo cáo kết quả về Văn phòng HĐND&UBND phường: đợt 1 trước ngày 15/6/2026, đợt 2 trước ngày 15/12/2026.",
      "2. Văn phòng HĐND&UBND phường tổng hợp, báo cáo UBND phường.",
    ),
  ],
  understood: {
    document: {
      kind: "quyet_dinh",
      number: "419/QĐ-UBND",
      issued_on: "2026-03-06",
      issuer: "Ủy ban nhân dân phường Võ Cường",
      title: "Thực hiện công tác dân vận chính quyền năm 2026 của phường Võ Cường",
      heading: "DANH MỤC NHIỆM VỤ",
      appendix_title: "Thực hiện công tác dân vận chính quyền năm 2026 của phường Võ Cường",
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
        label: "đợt 1",
        before: "2026-06-15",
        recurs: "none",
        to_unit: "Văn phòng HĐND&UBND phường",
        from_units: ["Các cơ quan, đơn vị trực thuộc"],
        text: "đợt 1 trước ngày 15/6/2026",
      },
      {
        label: "đợt 2",
        before: "2026-12-15",
        recurs: "none",
        to_unit: "Văn phòng HĐND&UBND phường",
        from_units: ["Các cơ quan, đơn vị trực thuộc"],
        text: "đợt 2 trước ngày 15/12/2026",
      },
    ],
    report_text:
      "báo cáo kết quả về Văn phòng HĐND&UBND phường: đợt 1 trước ngày 15/6/2026, đợt 2 trước ngày 15/12/2026.",
    ad_hoc_reports: false,
    consolidating_unit: OFFICE,
  },
};
