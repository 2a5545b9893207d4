import type { DocumentSource, Entry, TextBlock } from "../document-source.ts";
import { group, letterhead, paragraphs, section, task, text, unit, when, who } from "../document-words.ts";
import { before, inTitle, latest, month, quarter } from "../time-meanings.ts";

const OFFICE = unit("Văn phòng HĐND và UBND xã", "department", ["Văn phòng HĐND và UBND", "VP HĐND-UBND"]);
const CULTURE = unit("Phòng Văn hóa - Xã hội", "department", ["Phòng Văn hóa - Xã hội xã"], "VHXH");
const ECONOMY = unit("Phòng Kinh tế", "department", ["Phòng Kinh tế xã"]);
const SERVICE = unit("Trung tâm Phục vụ hành chính công xã", "service_unit", [
  "Trung tâm Phục vụ hành chính công",
]);
const POLICE = unit("Công an xã", "armed_force");
const FRONT = unit("Ủy ban MTTQ Việt Nam xã", "front", ["Ủy ban Mặt trận Tổ quốc Việt Nam xã"]);
const FARMERS = unit("Hội Nông dân xã", "mass_organization");
const HAMLETS = group("Các thôn, tổ dân phố", "residential_groups", [
  "các thôn, tổ dân phố",
  "Trưởng các thôn, tổ dân phố",
]);
const UNITS = group("Các phòng, ban, đơn vị thuộc xã", "all_departments", [
  "các phòng, ban, đơn vị",
  "Các phòng, ban, đơn vị",
]);
const RELATED = group("Các đơn vị liên quan", "related_departments", ["các đơn vị liên quan"]);

const print = (entry: Entry): readonly TextBlock[] =>
  entry.is === "section"
    ? [text("bold", `${entry.printed} Giao ${entry.title}:`)]
    : [text("body", `${entry.printed} ${entry.title}`)];
/** The lead stands in the heading of its part, partners and day in the sentence. */
const item = (number: string, title: string, rest: Parameters<typeof task>[2]) =>
  task(number, title, { printed: `${number.split(".")[1]})`, ...rest });
const culture = who("Phòng Văn hóa - Xã hội", CULTURE);
const economy = who("Phòng Kinh tế", ECONOMY);
const office = who("Văn phòng HĐND và UBND xã", OFFICE);
const service = who("Trung tâm Phục vụ hành chính công xã", SERVICE);

export const letterGivingTasks: DocumentSource = {
  name: "u07-cong-van-duc-trong-quy-2-2026",
  formats: ["docx", "pdf", "txt", "md"],
  layout: "official letter: '1. Giao Phòng …:' as heading, a) b) sentences with partners and days inside",
  units: [OFFICE, CULTURE, ECONOMY, SERVICE, POLICE, FRONT, FARMERS, HAMLETS, UNITS, RELATED],
  blocks: [
    letterhead(
      ["ỦY BAN NHÂN DÂN", "XÃ ĐỨC TRỌNG"],
      "Số: 245/UBND-VHXH",
      "Đức Trọng, ngày 31 tháng 3 năm 2026",
    ),
    text("centre-italic", "V/v triển khai một số nhiệm vụ công tác dân vận chính quyền quý II năm 2026"),
    ...paragraphs("Kính gửi:"),
    text("dash", "Các phòng, ban, đơn vị thuộc xã;"),
    text("dash", "Các thôn, tổ dân phố."),
    ...paragraphs(
      "Thực hiện Công văn số 1012/UBND-NC ngày 25/3/2026 của Ủy ban nhân dân tỉnh Lâm Đồng về việc tăng cường công tác dân vận chính quyền quý II năm 2026; để triển khai thực hiện kịp thời, hiệu quả, Ủy ban nhân dân xã yêu cầu các phòng, ban, đơn vị tập trung thực hiện một số nhiệm vụ sau:",
    ),
    {
      is: "list",
      print,
      entries: [
        section("1", "Phòng Văn hóa - Xã hội", { printed: "1." }),
        item(
          "1.a",
          "Chủ trì, phối hợp với Ủy ban MTTQ Việt Nam xã, các thôn, tổ dân phố tổ chức tuyên truyền kỷ niệm các ngày lễ lớn trong quý II; hoàn thành trước ngày 15/5/2026.",
          {
            lead: culture,
            with: who("Ủy ban MTTQ Việt Nam xã, các thôn, tổ dân phố", FRONT, HAMLETS),
            time: when("hoàn thành trước ngày 15/5/2026", inTitle(before("2026-05-15"))),
          },
        ),
        item(
          "1.b",
          "Tham mưu UBND xã kế hoạch kiểm tra việc thực hiện dân chủ ở cơ sở năm 2026, trình trước ngày 20/4/2026.",
          { lead: culture, time: when("trước ngày 20/4/2026", inTitle(before("2026-04-20"))) },
        ),
        item(
          "1.c",
          "Rà soát, lập danh sách 100% người có uy tín trong đồng bào dân tộc thiểu số đề nghị cấp báo, tạp chí không thu tiền; hoàn thành trong tháng 4/2026.",
          {
            lead: culture,
            time: when("hoàn thành trong tháng 4/2026", inTitle(month(2026, 4))),
            targets: [
              {
                text: "lập danh sách 100% người có uy tín trong đồng bào dân tộc thiểu số",
                value: 100,
                unit: "%",
              },
            ],
          },
        ),
        section("2", "Phòng Kinh tế", { printed: "2." }),
        item(
          "2.a",
          "Phối hợp với Hội Nông dân xã hướng dẫn các hộ trồng rau, hoa chuyển đổi sản xuất theo hướng hữu cơ, thực hiện thường xuyên trong quý II/2026.",
          {
            lead: economy,
            with: who("Hội Nông dân xã", FARMERS),
            time: when("thường xuyên trong quý II/2026", inTitle(quarter(2026, 2))),
            ambiguous: "continuous within a quarter",
          },
        ),
        item(
          "2.b",
          "Chủ trì, phối hợp với Công an xã và các đơn vị liên quan vận động các hộ lấn chiếm hành lang an toàn giao thông Quốc lộ 20 tự tháo dỡ; báo cáo kết quả chậm nhất ngày 30/5/2026.",
          {
            lead: economy,
            with: who("Công an xã và các đơn vị liên quan", POLICE, RELATED),
            time: when("chậm nhất ngày 30/5/2026", inTitle(latest("2026-05-30"))),
          },
        ),
        item(
          "2.c",
          "Công khai kết quả xét hỗ trợ cây giống cho 45 hộ nghèo, hộ cận nghèo tại hội trường các thôn, tổ dân phố trước ngày 10/5/2026.",
          {
            lead: economy,
            time: when("trước ngày 10/5/2026", inTitle(before("2026-05-10"))),
            targets: [{ text: "xét hỗ trợ cây giống cho 45 hộ nghèo, hộ cận nghèo", value: 45, unit: "hộ" }],
          },
        ),
        section("3", "Văn phòng HĐND và UBND xã", { printed: "3." }),
        item(
          "3.a",
          "Tham mưu tổ chức Hội nghị đối thoại giữa Chủ tịch UBND xã với thanh niên năm 2026 trong tháng 6/2026.",
          { lead: office, time: when("trong tháng 6/2026", inTitle(month(2026, 6))) },
        ),
        item(
          "3.b",
          "Đôn đốc các phòng, ban trả lời kiến nghị của cử tri sau kỳ họp thường lệ của HĐND xã; hoàn thành trước ngày 25/6/2026.",
          { lead: office, time: when("hoàn thành trước ngày 25/6/2026", inTitle(before("2026-06-25"))) },
        ),
        section("4", "Trung tâm Phục vụ hành chính công xã", { printed: "4." }),
        item(
          "4.a",
          "Niêm yết công khai đầy đủ, kịp thời thủ tục hành chính và đường dây nóng tiếp nhận phản ánh của người dân.",
          { lead: service },
        ),
        item(
          "4.b",
          "Bố trí cán bộ hỗ trợ người cao tuổi, đồng bào dân tộc thiểu số thực hiện dịch vụ công trực tuyến; phấn đấu tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%.",
          {
            lead: service,
            targets: [{ text: "phấn đấu tỷ lệ hồ sơ trực tuyến đạt tối thiểu 80%", value: 80, unit: "%" }],
          },
        ),
      ],
    },
    ...paragraphs(
      "5. Các phòng, ban, đơn vị báo cáo kết quả thực hiện về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 20/6/2026 để tổng hợp, báo cáo UBND tỉnh.",
      "Yêu cầu các phòng, ban, đơn vị nghiêm túc triển khai thực hiện./.",
    ),
    {
      is: "signature",
      recipients: ["- Như trên;", "- UBND tỉnh (b/c);", "- TT Đảng ủy xã;", "- Lưu: VT, VHXH."],
      signer: ["TM. ỦY BAN NHÂN DÂN", "KT. CHỦ TỊCH", "PHÓ CHỦ TỊCH"],
      name: "K’ Brốp Thị Hoa",
    },
  ],
  understood: {
    document: {
      kind: "cong_van",
      number: "245/UBND-VHXH",
      issued_on: "2026-03-31",
      issuer: "Ủy ban nhân dân xã Đức Trọng",
      title: "V/v triển khai một số nhiệm vụ công tác dân vận chính quyền quý II năm 2026",
      heading: null,
      appendix_title: null,
      parent_documents: [
        {
          number: "1012/UBND-NC",
          date: "2026-03-25",
          issuer: "Ủy ban nhân dân tỉnh Lâm Đồng",
          text: "về việc tăng cường công tác dân vận chính quyền quý II năm 2026",
        },
      ],
      basis_documents: [],
      scope_years: [2026],
      scope_period: { start_on: "2026-04-01", end_on: "2026-06-30", text: "quý II năm 2026" },
      signer_position: "TM. ỦY BAN NHÂN DÂN - KT. CHỦ TỊCH - PHÓ CHỦ TỊCH",
      proposed_by: null,
    },
    report_rounds: [
      {
        label: "báo cáo kết quả",
        before: "2026-06-20",
        recurs: "none",
        to_unit: "Ủy ban nhân dân xã Đức Trọng",
        via_unit: "Phòng Văn hóa - Xã hội",
        from_units: ["Các phòng, ban, đơn vị thuộc xã"],
        text: "báo cáo kết quả thực hiện về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 20/6/2026",
      },
    ],
    report_text:
      "5. Các phòng, ban, đơn vị báo cáo kết quả thực hiện về UBND xã (qua Phòng Văn hóa - Xã hội) trước ngày 20/6/2026 để tổng hợp, báo cáo UBND tỉnh.",
    ad_hoc_reports: false,
    consolidating_unit: CULTURE,
  },
};
