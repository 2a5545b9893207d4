import { buildDocx, type DocxBlock } from "../../support/build-docx.ts";

const HEADER = ["TT", "Nội dung nhiệm vụ", "Cơ quan chủ trì", "Cơ quan phối hợp", "Thời gian thực hiện"];

/** Next year's plan of phường Hải An: one date of it does not exist. The rows can be changed. */
export const planBlocks = (
  rows: readonly (readonly string[])[],
  title = "Thực hiện công tác dân vận năm 2027",
): readonly DocxBlock[] => [
  {
    rows: [
      [
        { blocks: ["ỦY BAN NHÂN DÂN", "PHƯỜNG HẢI AN"] },
        { blocks: ["CỘNG HÒA XÃ HỘI CHỦ NGHĨA VIỆT NAM", "Độc lập - Tự do - Hạnh phúc"] },
      ],
      ["Số: 15/KH-UBND", "Hải An, ngày 20 tháng 12 năm 2026"],
    ],
  },
  { text: "KẾ HOẠCH", bold: true, centred: true },
  { text: title, bold: true, centred: true },
  "Căn cứ Luật Tổ chức chính quyền địa phương; Ủy ban nhân dân phường ban hành kế hoạch như sau:",
  { text: "I. MỤC ĐÍCH, YÊU CẦU", bold: true },
  "Nâng cao hiệu quả công tác dân vận của cơ quan hành chính.",
  { text: "II. NHIỆM VỤ", bold: true },
  { rows: [{ header: true, cells: HEADER }, ...rows] },
  { text: "III. TỔ CHỨC THỰC HIỆN", bold: true },
  "Giao Phòng Văn hóa - Xã hội theo dõi, đôn đốc, tổng hợp kết quả. Các cơ quan, đơn vị báo cáo lần 1 trước ngày 15/6/2027, lần 2 trước ngày 15/12/2027 gửi Phòng Văn hóa - Xã hội để tổng hợp.",
];

export const ROWS: readonly (readonly string[])[] = [
  ["I", "TUYÊN TRUYỀN", "", "", ""],
  [
    "1.1",
    "Tổ chức hội nghị đối thoại giữa Chủ tịch Ủy ban nhân dân phường với Nhân dân",
    "Phòng Văn hóa - Xã hội",
    "Văn phòng HĐND&UBND",
    "Trước ngày 15/10/2027",
  ],
  [
    "1.2",
    "Rà soát thủ tục hành chính, phấn đấu 100% hồ sơ giải quyết đúng hạn",
    "Trung tâm phục vụ hành chính công",
    "Phòng Văn hóa - Xã hội",
    "Quý IV/2027",
  ],
  [
    "1.3",
    "Mở chuyên mục dân vận khéo trên trang thông tin của phường",
    "Phòng Văn hóa - Xã hội",
    "",
    "Trước ngày 31/11/2027",
  ],
];

export const planDocx = (rows = ROWS, title?: string): Uint8Array => buildDocx(planBlocks(rows, title));
