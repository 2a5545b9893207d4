import type { DocumentSource, Entry, TextBlock } from "../document-source.ts";
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
import { before, continuous, latest, month, months, onDirection, quarter } from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND phường", "department", [
  "Văn phòng HĐND&UBND phường",
  "VP HĐND và UBND",
]);
const CULTURE = unit("Phòng Văn hóa - Xã hội phường", "department", [
  "Phòng Văn hóa - Xã hội",
  "Phòng VH-XH",
]);
const BUILDING = unit("Phòng Kinh tế, Hạ tầng và Đô thị", "department", [
  "Phòng Kinh tế, Hạ tầng và Đô thị phường",
  "Phòng KT-HT&ĐT",
]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công phường", "service_unit", [
  "Trung tâm Phục vụ hành chính công",
]);
const POLICE = unit("Công an phường", "armed_force");
const MILITARY = unit("Ban Chỉ huy Quân sự phường", "armed_force", ["Ban CHQS phường"]);
const FRONT = unit("Ủy ban Mặt trận Tổ quốc Việt Nam phường", "front", [
  "Ủy ban MTTQ Việt Nam phường",
  "UBMTTQVN phường",
]);
const YOUTH = unit("Đoàn TNCS Hồ Chí Minh phường", "mass_organization", ["Đoàn phường"]);
const UNIONS = group("Các tổ chức chính trị - xã hội phường", "mass_organisations", [
  "các tổ chức chính trị - xã hội",
  "các đoàn thể phường",
]);
const STREETS = group("Các tổ dân phố", "residential_groups", [
  "các tổ dân phố",
  "Các tổ dân phố trên địa bàn phường",
  "các tổ dân phố trên địa bàn phường",
]);
const ALL = group("Các phòng, ban, đơn vị thuộc UBND phường", "all_departments", [
  "các phòng, ban, đơn vị thuộc UBND phường",
  "các phòng, ban, đơn vị",
  "Các phòng, ban, đơn vị",
]);
const RELATED = group("Các đơn vị liên quan", "related_departments", [
  "các đơn vị liên quan",
  "các phòng, ban, đơn vị liên quan",
]);

/** "1.1. Nội dung" and under it a line for each field that the task has. */
const print = (entry: Entry): readonly TextBlock[] => {
  if (entry.is === "section") return [text("bold", `${entry.printed} ${entry.title}`, 3)];
  const lines: TextBlock[] = [text("body", `${entry.printed} ${entry.title}`)];
  if (entry.lead) lines.push(text("body", `- Đơn vị chủ trì: ${entry.lead.text}.`));
  if (entry.with) lines.push(text("body", `- Đơn vị phối hợp: ${entry.with.text}.`));
  if (entry.time) lines.push(text("body", `- Thời gian thực hiện: ${entry.time.text}.`));
  if (entry.product) lines.push(text("body", `- Sản phẩm: ${entry.product}.`));
  return lines;
};
const always = when("Thường xuyên", continuous);
const culture = who("Phòng Văn hóa - Xã hội", CULTURE);
const item = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(number, title, { printed: `${number}.`, ...rest });

export const planWithLabelledLines: DocumentSource = {
  name: "u02-ke-hoach-hoa-xuan-quy-4-2025",
  formats: ["docx", "pdf", "txt", "md"],
  layout:
    "plan without table: numbered items, each with lines 'Đơn vị chủ trì', 'Đơn vị phối hợp', 'Thời gian thực hiện', some with 'Sản phẩm'",
  units: [OFFICE, CULTURE, BUILDING, SERVICE, POLICE, MILITARY, FRONT, UNIONS, YOUTH, STREETS, ALL, RELATED],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "PHƯỜNG HÒA XUÂN"],
      "Số: 87/KH-UBND",
      "Hòa Xuân, ngày 26 tháng 9 năm 2025",
    ),
    ...centred(
      "KẾ HOẠCH",
      "Triển khai công tác dân vận chính quyền quý IV năm 2025",
      "trên địa bàn phường Hòa Xuân",
    ),
    ...bases(
      "Căn cứ Luật Thực hiện dân chủ ở cơ sở ngày 10/11/2022;",
      "Thực hiện Kế hoạch số 61/KH-UBND ngày 15/8/2025 của Ủy ban nhân dân thành phố Đà Nẵng về công tác dân vận của chính quyền những tháng cuối năm 2025,",
    ),
    ...paragraphs(
      "Ủy ban nhân dân phường Hòa Xuân ban hành Kế hoạch triển khai công tác dân vận chính quyền quý IV năm 2025 với các nội dung sau:",
    ),
    text("bold", "I. MỤC ĐÍCH, YÊU CẦU", 2),
    ...paragraphs(
      "1. Nâng cao nhận thức, trách nhiệm của cán bộ, công chức, viên chức và người lao động về công tác dân vận trong mô hình chính quyền địa phương hai cấp.",
      "2. Xác định rõ nội dung, tiến độ, trách nhiệm của từng đơn vị; việc tổ chức thực hiện phải thiết thực, tránh hình thức.",
    ),
    text("bold", "II. NỘI DUNG THỰC HIỆN", 2),
    {
      is: "list",
      print,
      entries: [
        section("1", "Công tác tuyên truyền, quán triệt", { printed: "1." }),
        item(
          "1.1",
          "Tổ chức quán triệt các văn bản của Trung ương và thành phố về công tác dân vận cho toàn thể cán bộ, công chức, viên chức phường.",
          {
            lead: culture,
            with: who("các phòng, ban, đơn vị thuộc UBND phường", ALL),
            time: when("trước ngày 15/10/2025", before("2025-10-15")),
          },
        ),
        item(
          "1.2",
          "Đẩy mạnh tuyên truyền trên hệ thống truyền thanh thông minh, trang Zalo “Hòa Xuân thân thiện” và tại 100% khu dân cư.",
          {
            lead: culture,
            with: who("các tổ dân phố; các tổ chức chính trị - xã hội", STREETS, UNIONS),
            time: always,
            targets: [{ text: "tại 100% khu dân cư", value: 100, unit: "%" }],
          },
        ),
        item("1.3", "Biên soạn sổ tay hỏi - đáp về thủ tục hành chính thiết yếu phát đến từng hộ gia đình.", {
          lead: who("Trung tâm Phục vụ hành chính công phường", SERVICE),
          with: who("Văn phòng HĐND và UBND phường; Phòng Văn hóa - Xã hội", OFFICE, CULTURE),
          time: when("Tháng 11/2025", month(2025, 11)),
          product: "Sổ tay",
        }),
        section("2", "Thực hiện dân chủ ở cơ sở và giải quyết kiến nghị của Nhân dân", { printed: "2." }),
        item("2.1", "Rà soát, bổ sung Quy chế thực hiện dân chủ trong hoạt động của cơ quan UBND phường.", {
          lead: who("Văn phòng HĐND và UBND phường", OFFICE),
          with: culture,
          time: when("Hoàn thành trước 31/10/2025", before("2025-10-31")),
          product: "Quyết định của UBND phường",
        }),
        item(
          "2.2",
          "Tổ chức đối thoại giữa người đứng đầu chính quyền với Nhân dân về công tác giải phóng mặt bằng và chỉnh trang đô thị.",
          {
            lead: who("Phòng Kinh tế, Hạ tầng và Đô thị", BUILDING),
            with: who(
              "Ủy ban MTTQ Việt Nam phường, Công an phường, các tổ dân phố có liên quan",
              FRONT,
              POLICE,
              STREETS,
            ),
            time: when("Quý IV/2025", quarter(2025, 4)),
            product: "Thông báo kết luận",
            ambiguous: "'các tổ dân phố có liên quan' is a part of the group",
          },
        ),
        item(
          "2.3",
          "Tiếp nhận, xử lý phản ánh, kiến nghị qua Cổng Góp ý thành phố, bảo đảm trên 95% phản ánh được xử lý đúng hạn.",
          {
            lead: who("Văn phòng HĐND và UBND phường", OFFICE),
            with: who("các đơn vị liên quan", RELATED),
            time: always,
            targets: [{ text: "bảo đảm trên 95% phản ánh được xử lý đúng hạn", value: 95, unit: "%" }],
          },
        ),
        item("2.4", "Giải quyết các vụ việc phức tạp, đông người phát sinh trên địa bàn.", {
          lead: who("Công an phường", POLICE),
          with: who("Văn phòng HĐND và UBND phường", OFFICE),
          time: when("Khi có vụ việc phát sinh", onDirection),
        }),
        section("3", "Cải cách hành chính, nâng cao đạo đức công vụ", { printed: "3." }),
        item(
          "3.1",
          "Kiểm tra việc chấp hành kỷ luật, kỷ cương hành chính và văn hóa công sở tại các đơn vị trực thuộc.",
          {
            lead: who("Văn phòng HĐND và UBND phường", OFFICE),
            with: culture,
            time: when("Tháng 10 - 12/2025", months(2025, 10, 12)),
          },
        ),
        item(
          "3.2",
          "Triển khai “Ngày thứ Bảy vì dân” hỗ trợ người dân thực hiện dịch vụ công trực tuyến, định danh điện tử.",
          {
            lead: who("Trung tâm Phục vụ hành chính công phường", SERVICE),
            with: who("Công an phường; Đoàn phường", POLICE, YOUTH),
            time: always,
          },
        ),
        item("3.3", "Tổ chức lấy phiếu khảo sát sự hài lòng của 500 người dân, doanh nghiệp.", {
          lead: who("Trung tâm Phục vụ hành chính công phường", SERVICE),
          time: when("chậm nhất ngày 30/11/2025", latest("2025-11-30")),
          targets: [
            {
              text: "lấy phiếu khảo sát sự hài lòng của 500 người dân, doanh nghiệp",
              value: 500,
              unit: "người dân, doanh nghiệp",
            },
          ],
        }),
        section("4", "Phong trào thi đua “Dân vận khéo” và phối hợp với Mặt trận, đoàn thể", {
          printed: "4.",
        }),
        item(
          "4.1",
          "Đăng ký, xây dựng mới ít nhất 03 mô hình “Dân vận khéo”, trong đó có 01 mô hình về bảo vệ môi trường.",
          {
            lead: who("các phòng, ban, đơn vị thuộc UBND phường", ALL),
            with: who("Ủy ban MTTQ Việt Nam phường", FRONT),
            time: when("trước ngày 20/10/2025", before("2025-10-20")),
            targets: [
              { text: "xây dựng mới ít nhất 03 mô hình “Dân vận khéo”", value: 3, unit: "mô hình" },
              { text: "01 mô hình về bảo vệ môi trường", value: 1, unit: "mô hình" },
            ],
          },
        ),
        item("4.2", "Vận động thanh niên trong độ tuổi thực hiện khám tuyển nghĩa vụ quân sự năm 2026.", {
          lead: who("Ban Chỉ huy Quân sự phường", MILITARY),
          with: who("Công an phường và các tổ dân phố", POLICE, STREETS),
          time: when("đến hết ngày 31/12/2025", latest("2025-12-31")),
        }),
        item("4.3", "Phối hợp tổ chức Ngày hội Đại đoàn kết toàn dân tộc tại các khu dân cư.", {
          lead: culture,
          with: who("Ủy ban MTTQ Việt Nam phường; các tổ chức chính trị - xã hội", FRONT, UNIONS),
          time: when("Tháng 11/2025", month(2025, 11)),
        }),
      ],
    },
    text("bold", "III. TỔ CHỨC THỰC HIỆN", 2),
    ...paragraphs(
      "1. Các phòng, ban, đơn vị thuộc UBND phường căn cứ Kế hoạch này chủ động triển khai thực hiện; báo cáo kết quả về UBND phường (qua Văn phòng HĐND và UBND phường) trước ngày 05/12/2025 để tổng hợp, báo cáo UBND thành phố.",
      "2. Văn phòng HĐND và UBND phường theo dõi, đôn đốc, kiểm tra việc thực hiện Kế hoạch; tham mưu UBND phường báo cáo Ủy ban nhân dân thành phố trước ngày 10/12/2025.",
      "3. Đề nghị Ủy ban MTTQ Việt Nam phường và các tổ chức chính trị - xã hội phối hợp tuyên truyền, vận động đoàn viên, hội viên tham gia thực hiện.",
      "Trong quá trình thực hiện, nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về UBND phường (qua Văn phòng HĐND và UBND phường) để được xem xét, giải quyết./.",
    ),
    {
      is: "signature",
      recipients: [
        "- UBND thành phố (b/c);",
        "- TTĐU, TT HĐND phường;",
        "- UBMTTQVN phường;",
        "- Các phòng, ban, đơn vị;",
        "- Lưu: VT, VHXH.",
      ],
      signer: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "Trần Thị Mỹ Hạnh",
    },
  ],
  understood: {
    document: {
      kind: "ke_hoach",
      number: "87/KH-UBND",
      issued_on: "2025-09-26",
      issuer: "Ủy ban nhân dân phường Hòa Xuân",
      title: "Triển khai công tác dân vận chính quyền quý IV năm 2025 trên địa bàn phường Hòa Xuân",
      heading: "KẾ HOẠCH",
      appendix_title: null,
      parent_documents: [
        {
          number: "61/KH-UBND",
          date: "2025-08-15",
          issuer: "Ủy ban nhân dân thành phố Đà Nẵng",
          text: "về công tác dân vận của chính quyền những tháng cuối năm 2025",
        },
      ],
      basis_documents: [
        { number: null, date: "2022-11-10", issuer: null, text: "Luật Thực hiện dân chủ ở cơ sở" },
      ],
      scope_years: [2025],
      scope_period: { start_on: "2025-10-01", end_on: "2025-12-31", text: "quý IV năm 2025" },
      signer_position: "TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "báo cáo kết quả",
        before: "2025-12-05",
        recurs: "none",
        to_unit: "Ủy ban nhân dân phường Hòa Xuân",
        via_unit: "Văn phòng HĐND và UBND phường",
        from_units: ["Các phòng, ban, đơn vị thuộc UBND phường"],
        text: "báo cáo kết quả về UBND phường (qua Văn phòng HĐND và UBND phường) trước ngày 05/12/2025",
      },
      {
        label: "báo cáo Ủy ban nhân dân thành phố",
        before: "2025-12-10",
        recurs: "none",
        level: "outgoing",
        to_unit: "Ủy ban nhân dân thành phố",
        from: "Văn phòng HĐND và UBND phường",
        text: "tham mưu UBND phường báo cáo Ủy ban nhân dân thành phố trước ngày 10/12/2025",
      },
    ],
    report_text:
      "báo cáo kết quả về UBND phường (qua Văn phòng HĐND và UBND phường) trước ngày 05/12/2025 để tổng hợp, báo cáo UBND thành phố.",
    ad_hoc_reports: false,
    consolidating_unit: OFFICE,
    difficulty_route: {
      text: "nếu có khó khăn, vướng mắc, các đơn vị kịp thời phản ánh về UBND phường (qua Văn phòng HĐND và UBND phường) để được xem xét, giải quyết",
      to: "Ủy ban nhân dân phường Hòa Xuân",
      via: "Văn phòng HĐND và UBND phường",
      decides: "Ủy ban nhân dân phường Hòa Xuân",
    },
  },
};
