import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import { DOUBTFUL, readingSchema } from "../../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../../api/imports/recognition/recognise-catalogue.ts";
import { arrange, outlineOf, paragraphsOf, rowsOf, tableOf } from "./flattened-texts.ts";

const read = (text: string) => {
  const reading = recogniseCatalogue(outlineOf(text), NOBODY_KNOWN);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  return reading;
};
const codes = ({ warnings }: ReturnType<typeof read>) => warnings.map(({ code }) => code);

describe("headings over what the units do", () => {
  it("name one column each, though the body over them stands right before", () => {
    const text = `TT Nội dung Tiến độ thực
hiện
Cơ quan thực hiện
Chủ trì Phối hợp
1 Vệ sinh bờ kênh Đồng Sậy, trồng hoa hai
bên đường vào chợ
Tháng 5/2029 Phòng Kinh tế Hội Nông dân xã`;
    const { columns } = tableOf(arrange(text));
    expect(columns).toBe(5);
    expect(rowsOf(arrange(text))[0]?.slice(2)).toEqual(["Tháng 5/2029", "Phòng Kinh tế", "Hội Nông dân xã"]);
  });
});

describe("a number at the start of a line", () => {
  const HEADER = "STT Nội dung nhiệm vụ Đơn vị thực hiện Thời gian";

  it("opens no section where the quarter before it lacks its number", () => {
    const text = `${HEADER}
I Nhóm nhiệm vụ thường xuyên
1 Phát thanh bản tin dân vận trên hệ thống
loa của các ấp
Trung tâm Văn hóa xã Thường xuyên
II Nhóm nhiệm vụ trọng tâm năm 2029
1 Kiểm tra việc tiếp công dân tại các ấp
vùng ven sông
Văn phòng HĐND và
UBND xã
Quý II và Quý
III
2 Sửa cầu Rạch Gốc từ nguồn Nhân dân
đóng góp
Phòng Kinh tế Tháng 10/2029
III Nhóm nhiệm vụ phối hợp
1 Thăm hỏi gia đình chính sách ở các ấp
vùng sâu của xã
Công an xã Trước
27/7/2029`;
    const rows = rowsOf(arrange(text));
    expect(rows.map(([number]) => number)).toEqual(["I", "1", "II", "1", "2", "III", "1"]);
    expect(rows[2]?.[1]).toBe("Nhóm nhiệm vụ trọng tâm năm 2029");
    expect(rows[3]?.[3]).toBe("Quý II và Quý III");
  });

  it("opens a row behind a whole time frame that ends with the same word", () => {
    const text = `${HEADER}
1 Giao ban công tác dân vận với các ấp
vùng ven sông
Phòng Kinh tế Hằng
quý
2 Sửa cầu Rạch Gốc từ nguồn Nhân dân
đóng góp
Phòng Kinh tế Tháng 10/2029`;
    expect(rowsOf(arrange(text)).map(([number]) => number)).toEqual(["1", "2"]);
  });
});

/** Xã Vàm Láng, 2029: a unit stands once, beside the first of its tasks. */
const BY_UNIT = `Đơn vị chủ trì Công việc được giao Đơn vị phối hợp Thời hạn
Phòng Kinh tế
Vận động hộ nuôi tôm ký cam kết không
xả thải ra rạch
Hội Nông dân xã Quý I/2029
Hướng dẫn hộ dân đăng ký tàu cá, lắp
thiết bị giám sát hành trình
Đồn Biên phòng
Vàm Láng
Trước
30/6/2029
Công an xã
Tuyên truyền phòng, chống lừa đảo cho
người cao tuổi
Hội Người cao tuổi Tháng 8/2029
Trên đây là Thông báo phân công công tác dân vận năm 2029 của Ủy ban nhân dân xã, đề nghị
Thủ trưởng các cơ quan, đơn vị thuộc xã căn cứ nội dung được giao để tổ chức thực hiện.`;

describe("a table of units and their tasks, without numbers", () => {
  it("gives every task the unit beside the first of them, and ends before the prose", () => {
    expect(rowsOf(arrange(BY_UNIT)).map(([lead, title]) => [lead, title])).toEqual([
      ["Phòng Kinh tế", "Vận động hộ nuôi tôm ký cam kết không xả thải ra rạch"],
      ["Phòng Kinh tế", "Hướng dẫn hộ dân đăng ký tàu cá, lắp thiết bị giám sát hành trình"],
      ["Công an xã", "Tuyên truyền phòng, chống lừa đảo cho người cao tuổi"],
    ]);
    expect(paragraphsOf(arrange(BY_UNIT)).join(" ")).toMatch(/^Trên đây là Thông báo/);
  });
});

describe("a cell merged over several rows", () => {
  const text = `KẾ HOẠCH
Công tác dân vận năm 2029
STT Nội dung công việc Cơ quan chủ trì Cơ quan phối hợp Thời hạn
1 Xây dựng kế hoạch dân vận khéo của xã
năm 2029
Phòng Kinh tế Hội Nông dân xã Quý I/2029
2 Tổ chức hội nghị đối thoại với hộ nuôi
trồng thủy sản
Công an xã Trạm Y tế xã Quý II/2029
3 Khảo sát sự hài lòng của người dân về
dịch vụ hành chính công
Công an xã Hội Nông dân xã Quý III/2029
4 Tổng kết, khen thưởng mô hình dân vận
khéo của các ấp
Quý IV/2029`;

  it("is taken from the row above, and always shown to a person", () => {
    const task = read(text).tasks.find(({ number }) => number === "4");
    expect(task?.lead_units).toEqual(["Công an xã"]);
    expect(task?.confidence.lead_units).toBeLessThan(DOUBTFUL);
  });
});

describe("a table copied column by column", () => {
  const text = `KẾ HOẠCH
Công tác dân vận năm 2029

TT

1
2
3

Nhiệm vụ
Vận động hộ nuôi tôm ký cam kết không xả thải
Tổ chức hội nghị đối thoại
Tổng kết, khen thưởng

Thời gian
Quý I/2029
Quý II/2029`;

  it("is said to be one, and nothing read from it is sure", () => {
    const reading = read(text);
    expect(codes(reading)).toContain("columns-scrambled");
    const sureness = reading.tasks.flatMap(({ confidence }) => Object.values(confidence));
    expect(sureness.filter((one) => one >= DOUBTFUL)).toEqual([]);
  });

  it("is not suspected where every number stands with its row", () => {
    expect(codes(read(BY_UNIT))).not.toContain("columns-scrambled");
  });
});

describe("a list alone", () => {
  const list = (length: number): string =>
    Array.from({ length }, (_, at) => `${at + 1}. Sửa đoạn đê số ${at + 1} cùng Nhân dân trong ấp.`).join(
      "\n",
    );

  it("is a list of tasks, without letterhead and title too", () => {
    expect(read(list(5)).tasks.map(({ number }) => number)).toEqual(["1", "2", "3", "4", "5"]);
  });

  it("goes on counting beyond what any catalogue numbers", () => {
    expect(read(list(450)).tasks.map(({ number }) => Number(number))).toEqual(
      Array.from({ length: 450 }, (_, at) => at + 1),
    );
  });

  it("says how much was left out of thousands", () => {
    const reading = read(list(4_600));
    expect(reading.tasks.length).toBe(4_000);
    expect(reading.warnings.find(({ code }) => code === "more-left-out")?.text).toBe("600");
  });
});

describe("a bullet on a line of its own", () => {
  it("belongs to the line after it", () => {
    expect(paragraphsOf(arrange("a) Sửa đường ấp Bà Lãnh.\n+\n\nĐơn vị chủ trì: Phòng Kinh tế\n"))).toEqual([
      "a) Sửa đường ấp Bà Lãnh.",
      "+ Đơn vị chủ trì: Phòng Kinh tế",
    ]);
  });
});
