import { buildDocx } from "./build-docx.ts";
import { CULTURE } from "./office.ts";

type Row = readonly [number: string, task: string, lead: string, coordinating: string, time: string];

/** What an invented plan of phường Hải An lays down for 2026, with two places that a person has to look at. */
export const PLAN_ROWS: readonly Row[] = [
  [
    "1.1",
    "Tổ chức hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân phường với Nhân dân.",
    CULTURE,
    "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường",
    "Trước ngày 15/10/2026",
  ],
  [
    "1.2",
    "Niêm yết công khai thủ tục hành chính tại nơi tiếp nhận hồ sơ.",
    "Trung tâm phục vụ hành chính công",
    "",
    "Thường xuyên",
  ],
  [
    "2.1",
    "Xây dựng mô hình “Dân vận khéo” tại các tổ dân phố.",
    CULTURE,
    "Phòng Kinh tế, Hạ tầng và Đô thị",
    // There is no such day: a person has to say which is meant.
    "Trước ngày 31/11/2026",
  ],
  ["2.2", "Tổng kết, nhân rộng các mô hình có hiệu quả.", "", "", "Quý IV/2026"],
];

/** The plan as an office would send it; `rows` in place of its own. */
export const planDocx = (
  rows: readonly Row[] = PLAN_ROWS,
  { number = "88/KH-UBND", issuedOn = "05 tháng 9 năm 2026" } = {},
): Uint8Array => {
  const part = (prefix: string): readonly Row[] => rows.filter(([each]) => each.startsWith(prefix));
  return buildDocx([
    {
      rows: [
        [
          { blocks: ["ỦY BAN NHÂN DÂN", { text: "PHƯỜNG HẢI AN", bold: true }, `Số: ${number}`] },
          {
            blocks: [
              { text: "CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", bold: true },
              "Độc lập - Tự do - Hạnh phúc",
              { text: `Hải An, ngày ${issuedOn}`, style: "Normal" },
            ],
          },
        ],
      ],
    },
    { text: "KẾ HOẠCH", bold: true, centred: true },
    { text: "Thực hiện công tác dân vận năm 2026", bold: true, centred: true },
    "Ủy ban nhân dân phường Hải An ban hành Kế hoạch thực hiện công tác dân vận năm 2026 như sau:",
    { text: "I. NHIỆM VỤ", bold: true },
    {
      rows: [
        {
          header: true,
          cells: ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"],
        },
        ["1", { text: "CÔNG TÁC TUYÊN TRUYỀN, TIẾP XÚC NHÂN DÂN", columns: 4 }],
        ...part("1."),
        ["2", { text: "PHONG TRÀO THI ĐUA", columns: 4 }],
        ...part("2."),
      ],
    },
    { text: "II. TỔ CHỨC THỰC HIỆN", bold: true },
    `1. Các đơn vị báo cáo kết quả về Ủy ban nhân dân phường (qua ${CULTURE}) trước ngày 15/12/2026.`,
    `2. ${CULTURE} theo dõi, tổng hợp, báo cáo Ủy ban nhân dân phường.`,
  ]);
};
