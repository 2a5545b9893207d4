import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../api/imports/known-names.ts";
import { DOUBTFUL, readingSchema } from "../../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../../api/imports/recognition/recognise-catalogue.ts";
import { type OutlineItem, outlineOf } from "../../../support/outline-of.ts";

const HEAD = [
  "ỦY BAN NHÂN DÂN",
  "XÃ TÂN LẬP",
  "Số: 15/KH-UBND",
  "Tân Lập, ngày 05 tháng 01 năm 2026",
  "KẾ HOẠCH",
  "Công tác dân vận chính quyền năm 2026",
];
const read = (...items: readonly OutlineItem[]) => {
  const reading = recogniseCatalogue(outlineOf([...HEAD, ...items]), NOBODY_KNOWN);
  expect(readingSchema.safeParse(reading).error).toBeUndefined();
  return reading;
};
const numbers = ({ tasks }: ReturnType<typeof read>) => tasks.map(({ number }) => number);
const task = ({ tasks }: ReturnType<typeof read>, number: string) => {
  const found = tasks.find((one) => one.number === number);
  if (found === undefined)
    throw new Error(`no task ${number} among ${tasks.map((one) => one.number).join(", ")}`);
  return found;
};
const COLUMNS = ["STT", "Nhiệm vụ", "Đơn vị chủ trì", "Đơn vị phối hợp", "Thời gian hoàn thành"];

describe("a table of tasks", () => {
  it("counts from one under each roman section, and reads letters with đ under a heading without units", () => {
    const reading = read("II. NỘI DUNG", {
      rows: [
        COLUMNS,
        ["I", "CÔNG TÁC TUYÊN TRUYỀN", ">", ">", ">"],
        ["1", "Xây dựng kế hoạch tuyên truyền", "Phòng Văn hóa - Xã hội", "", "Quý I/2026"],
        ["II", "CẢI CÁCH HÀNH CHÍNH", ">", ">", ">"],
        [
          "1",
          "Rà soát thủ tục hành chính",
          "Trung tâm Phục vụ hành chính công xã",
          "",
          "Trước ngày 30/6/2026",
        ],
        ["2", "Thi hành Luật Thực hiện dân chủ ở cơ sở", "", "", ""],
        ["d", "Công khai ngân sách tại trụ sở", "Phòng Kinh tế", "", "Tháng 7/2026"],
        ["đ", "Niêm yết thủ tục tại nhà văn hóa thôn", "Phòng Kinh tế", "", "Tháng 8/2026"],
      ],
    });
    expect(reading.sections.map(({ number, title }) => [number, title])).toEqual([
      ["I", "CÔNG TÁC TUYÊN TRUYỀN"],
      ["II", "CẢI CÁCH HÀNH CHÍNH"],
    ]);
    expect(numbers(reading)).toEqual(["I.1", "II.1", "II.2", "II.2.d", "II.2.đ"]);
    expect(task(reading, "II.2")).toMatchObject({
      is_heading_task: true,
      number_in_document: "2",
      section: "II",
    });
    expect(task(reading, "II.2.đ")).toMatchObject({ parent: "II.2", lead_units: ["Phòng Kinh tế"] });
    expect(task(reading, "II.1").time_frame).toMatchObject({
      kind: "before_date",
      date: "2026-06-30",
      exclusive: true,
    });
  });

  it("is mapped by a header of two rows in any order, with column numbers, merged cells and a total", () => {
    const reading = read("DANH MỤC NHIỆM VỤ", {
      rows: [
        ["TT", "Nội dung công việc", "Thời gian", "Cơ quan thực hiện", ">", "Sản phẩm", "Lãnh đạo phụ trách"],
        ["^", "^", "^", "Chủ trì", "Phối hợp", "^", "^"],
        ["(1)", "(2)", "(3)", "(4)", "(5)", "(6)", "(7)"],
        [
          "1",
          "Ban hành kế hoạch dân vận",
          "Tháng 1/2026",
          "Phòng Kinh tế",
          "Công an xã",
          "Kế hoạch",
          "Chủ tịch UBND xã",
        ],
        ["2", "Kiểm tra việc thực hiện", "Cả năm 2026", "^", "^", "Báo cáo", "^"],
        ["", "Tổng cộng: 02 nhiệm vụ", ">", ">", ">", ">", ">"],
      ],
    });
    expect(numbers(reading)).toEqual(["1", "2"]);
    expect(task(reading, "2")).toMatchObject({
      lead_units: ["Phòng Kinh tế"],
      coordinating_units: ["Công an xã"],
      product: "Báo cáo",
      responsible_leader: "Chủ tịch UBND xã",
      time_frame: { kind: "all_year" },
    });
    expect(reading.warnings).toContainEqual(
      expect.objectContaining({ code: "row-left-out", text: "Tổng cộng: 02 nhiệm vụ" }),
    );
  });

  it("takes “-nt-” and “như trên” from the row above, keeps the words and is less sure", () => {
    const reading = read("DANH MỤC", {
      rows: [
        COLUMNS,
        ["1", "Tổ chức hội nghị đối thoại", "Phòng Kinh tế", "Công an xã", "Quý II/2026"],
        ["2", "Tổng hợp kiến nghị sau đối thoại", "-nt-", "Như trên", "-nt-"],
      ],
    });
    const second = task(reading, "2");
    expect(second).toMatchObject({
      lead_text: "-nt-",
      lead_units: ["Phòng Kinh tế"],
      coordinating_units: ["Công an xã"],
      time_frame: { text: "-nt-", kind: "quarter", end_on: "2026-06-30" },
    });
    expect(second.confidence.lead_units).toBeLessThan(task(reading, "1").confidence.lead_units);
  });

  it("splits one column of executing units by its sentence, and points at a day that does not exist", () => {
    const reading = read("NỘI DUNG", {
      rows: [
        ["Nhiệm vụ", "Đơn vị thực hiện", "Thời gian"],
        [
          "1. Xây dựng kế hoạch diễn tập",
          "Phòng Kinh tế chủ trì, phối hợp với Công an xã",
          "Trước 31/11/2026",
        ],
        ["2. Tổ chức đối thoại với Nhân dân", "Phòng Kinh tế", "lúc thuận lợi"],
      ],
    });
    expect(task(reading, "1")).toMatchObject({
      lead_units: ["Phòng Kinh tế"],
      coordinating_units: ["Công an xã"],
    });
    expect(task(reading, "1").confidence.time_frame).toBeLessThan(DOUBTFUL);
    expect(reading.warnings.map(({ code, number, field }) => [code, number, field])).toEqual(
      expect.arrayContaining([
        ["date-impossible", "1", "time_frame"],
        ["time-frame-not-understood", "2", "time_frame"],
      ]),
    );
  });

  it("finds sections in a column of their own, and numbers that go on over them", () => {
    const reading = read("DANH MỤC", {
      rows: [
        ["Nhóm nhiệm vụ", "STT", "Nhiệm vụ cụ thể", "Chủ trì", "Thời hạn"],
        ["Tuyên truyền", "1", "Ra quân tuyên truyền pháp luật", "Công an xã", "Tháng 3/2026"],
        ["^", "2", "Tập huấn hòa giải viên ở cơ sở", "Phòng Kinh tế", "Tháng 4/2026"],
        ["Dân chủ ở cơ sở", "3", "Công khai ngân sách xã", "Phòng Kinh tế", "Tháng 5/2026"],
      ],
    });
    expect(reading.sections.map(({ title }) => title)).toEqual(["Tuyên truyền", "Dân chủ ở cơ sở"]);
    expect(numbers(reading)).toEqual(["1", "2", "3"]);
    expect(task(reading, "3").section).toBe(reading.sections[1]?.number);
  });

  it("goes on in a second table without a header, and tells a number that comes twice", () => {
    const reading = read(
      "DANH MỤC",
      { rows: [COLUMNS, ["1", "Ban hành kế hoạch dân vận", "Phòng Kinh tế", "", "Quý I/2026"]] },
      {
        rows: [
          ["1", "Kiểm tra việc thực hiện", "Công an xã", "Phòng Kinh tế", "Quý II/2026"],
          ["2", "Sơ kết công tác dân vận", "Phòng Kinh tế", "", "Tháng 6/2026"],
        ],
      },
    );
    expect(numbers(reading)).toEqual(["1", "1", "2"]);
    expect(reading.tasks.filter(({ confidence }) => confidence.number < DOUBTFUL)).toHaveLength(2);
    expect(reading.warnings).toContainEqual(expect.objectContaining({ code: "number-twice", number: "1" }));
    expect(reading.tasks[1]).toMatchObject({
      lead_units: ["Công an xã"],
      coordinating_units: ["Phòng Kinh tế"],
    });
  });

  it("keeps the document's own figures where they go on over roman sections, letters under them too", () => {
    const reading = read("DANH MỤC", {
      rows: [
        COLUMNS,
        ["I", "CÔNG TÁC TUYÊN TRUYỀN", ">", ">", ">"],
        ["1", "Xây dựng kế hoạch tuyên truyền", "Phòng Kinh tế", "", "Quý I/2026"],
        ["2", "Biên soạn tài liệu hỏi đáp", "Phòng Kinh tế", "", "Quý II/2026"],
        ["II", "CẢI CÁCH HÀNH CHÍNH", ">", ">", ">"],
        ["3", "Thi hành Luật Thực hiện dân chủ ở cơ sở", "", "", ""],
        ["a", "Công khai ngân sách tại trụ sở", "Phòng Kinh tế", "", "Tháng 7/2026"],
        ["4", "Niêm yết thủ tục tại nhà văn hóa", "Công an xã", "", "Tháng 8/2026"],
      ],
    });
    expect(reading.tasks.map(({ number, section }) => [number, section])).toEqual([
      ["1", "I"],
      ["2", "I"],
      ["3", "II"],
      ["3.a", "II"],
      ["4", "II"],
    ]);
    expect(reading.warnings.filter(({ field }) => field === "number")).toEqual([]);
  });

  it("takes the person whom a unit cell names for the leader, where no column has him", () => {
    const reading = read("DANH MỤC", {
      rows: [
        COLUMNS,
        [
          "1",
          "Đối thoại với thanh niên",
          "Phòng Kinh tế; đ/c Lê Văn An - Phó Chủ tịch UBND",
          "",
          "Quý I/2026",
        ],
        ["2", "Đối thoại với nông dân", "Phòng Kinh tế", "Công an xã chủ trì; Trạm Y tế", "Quý I/2026"],
      ],
    });
    expect(task(reading, "1")).toMatchObject({
      lead_units: ["Phòng Kinh tế"],
      responsible_leader: "đ/c Lê Văn An - Phó Chủ tịch UBND",
    });
    expect(task(reading, "2")).toMatchObject({
      lead_units: ["Phòng Kinh tế", "Công an xã"],
      coordinating_units: ["Trạm Y tế"],
    });
    expect(task(reading, "2").confidence.lead_units).toBeLessThan(DOUBTFUL);
  });

  it("doubts the one empty lead among rows that all have one, and names that stand side by side", () => {
    const rows = [
      ["1", "Tiếp công dân định kỳ", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
      ["2", "Giải quyết đơn thư", "Phòng Kinh tế", "Công an xã", "Quý I/2026"],
      ["3", "Đối thoại với thanh niên", "", "Công an xã", "Quý II/2026"],
      ["4", "Công khai ngân sách", "Phòng Kinh tế", "Công an xã", "Quý II/2026"],
      ["5", "Niêm yết thủ tục", "Văn phòng UBND xã Ban Xây dựng Đảng", "Công an xã", "Quý III/2026"],
      ["6", "Sơ kết công tác dân vận", "Phòng Kinh tế", "Công an xã", "Tháng 6/2026"],
    ];
    const drawn = read("DANH MỤC", { rows: [COLUMNS, ...rows] });
    expect(task(drawn, "3").confidence.lead_units).toBeLessThan(DOUBTFUL);
    expect(task(drawn, "4").confidence.lead_units).toBeGreaterThan(DOUBTFUL);
    const rebuilt = read("DANH MỤC", { rows: [COLUMNS, ...rows], certainty: 0.97 });
    expect(task(rebuilt, "5").confidence.lead_units).toBeLessThan(DOUBTFUL);
    expect(task(rebuilt, "6").confidence.lead_units).toBeGreaterThan(DOUBTFUL);
  });

  it("reads so many tasks as any catalogue has, and tells how many more there are", () => {
    const reading = read(
      "II. NỘI DUNG",
      ...Array.from({ length: 4_100 }, (_, at) => `- Việc thứ ${at} của năm`),
    );
    expect(reading.tasks).toHaveLength(4_000);
    expect(reading.warnings).toContainEqual(expect.objectContaining({ code: "more-left-out", text: "100" }));
  });

  it("tells two annexes with the same numbers apart", () => {
    const rows = (title: string) => ({ rows: [COLUMNS, ["1", title, "Phòng Kinh tế", "", "Quý I/2026"]] });
    const reading = read(
      "II. NỘI DUNG",
      "Nhiệm vụ cụ thể theo Phụ lục I, II kèm theo Kế hoạch này.",
      "III. TỔ CHỨC THỰC HIỆN",
      "Phòng Kinh tế tổng hợp kết quả.",
      "PHỤ LỤC I",
      "NHIỆM VỤ TRỌNG TÂM",
      rows("Ban hành kế hoạch dân vận"),
      "PHỤ LỤC II",
      "NHIỆM VỤ THƯỜNG XUYÊN",
      rows("Kiểm tra việc tiếp công dân"),
    );
    expect(numbers(reading)).toEqual(["PL1.1", "PL2.1"]);
  });
});

describe("a plan without a table", () => {
  const plan = (...lines: readonly OutlineItem[]) =>
    read(
      "I. MỤC ĐÍCH, YÊU CẦU",
      "1. Nâng cao nhận thức của cán bộ, công chức.",
      "II. NỘI DUNG",
      ...lines,
      "III. TỔ CHỨC THỰC HIỆN",
      "1. Phòng Văn hóa - Xã hội tổng hợp, báo cáo.",
    );

  it("makes sections of numbered headings and tasks of their bullets, and none of aims and duties", () => {
    const reading = plan(
      "1. Công tác tuyên truyền",
      "- Tổ chức tuyên truyền sâu rộng pháp luật về dân chủ.",
      "- Xây dựng chuyên mục trên đài truyền thanh, hoàn thành trước ngày 30/6/2026.",
      "2. Công tác dân chủ ở cơ sở",
      "- Công khai các khoản thu, chi.",
    );
    expect(reading.sections.map(({ number }) => number)).toEqual(["1", "2"]);
    expect(reading.tasks.map(({ number, number_in_document }) => [number, number_in_document])).toEqual([
      ["1.1", null],
      ["1.2", null],
      ["2.1", null],
    ]);
    expect(task(reading, "1.2").time_frame).toMatchObject({ kind: "before_date", where: "title" });
  });

  it("gives labelled lines to the item above them, bulleted or not", () => {
    const reading = plan(
      "1. Công tác lãnh đạo, chỉ đạo",
      "a) Ban hành kế hoạch dân vận.",
      "Cơ quan chủ trì: Trung tâm Phục vụ hành chính công xã",
      "Thời gian thực hiện: Tháng 01/2026",
      "b) Ban hành quy chế dân chủ.",
      "- Cơ quan chủ trì: Phòng Văn hóa - Xã hội",
      "- Cơ quan phối hợp: Công an xã",
      "- Hình thức: văn bản",
      "2. Công tác kiểm tra",
      "- Cơ quan thực hiện: Công an xã",
      "- Thời gian: quý III năm 2026",
    );
    expect(numbers(reading)).toEqual(["1.a", "1.b", "2"]);
    expect(task(reading, "1.a").lead_units).toEqual(["Trung tâm Phục vụ hành chính công xã"]);
    expect(task(reading, "1.a").time_frame.kind).toBe("month");
    expect(task(reading, "1.b")).toMatchObject({
      lead_units: ["Phòng Văn hóa - Xã hội"],
      coordinating_units: ["Công an xã"],
      method: "văn bản",
      time_frame: { kind: "none" },
    });
    expect(task(reading, "2")).toMatchObject({ section: "2", lead_units: ["Công an xã"] });
  });

  it("spreads one time over the dashes before it, and says where it came from", () => {
    const reading = plan(
      "1. Phối hợp với Mặt trận Tổ quốc",
      "- Tổ chức lấy ý kiến Nhân dân về các dự án.",
      "- Theo dõi, giám sát việc tiếp thu ý kiến.",
      "- Thời gian thực hiện: Quý IV/2026.",
      "2. Thi đua",
      "- Phát động phong trào “Dân vận khéo”.",
    );
    expect(numbers(reading)).toEqual(["1.1", "1.2", "2.1"]);
    for (const number of ["1.1", "1.2"])
      expect(task(reading, number).time_frame).toMatchObject({
        kind: "quarter",
        inherited_from: "section 1",
      });
    expect(task(reading, "2.1").time_frame.kind).toBe("none");
  });

  it("gives each dash its own lines where every dash has some", () => {
    const reading = plan(
      "1. Cải cách hành chính",
      "- Rà soát thủ tục hành chính.",
      "+ Cơ quan chủ trì: Trung tâm Phục vụ hành chính công xã",
      "- Khảo sát sự hài lòng của người dân.",
      "+ Cơ quan chủ trì: Phòng Văn hóa - Xã hội",
    );
    expect(reading.tasks.map(({ lead_units }) => lead_units)).toEqual([
      ["Trung tâm Phục vụ hành chính công xã"],
      ["Phòng Văn hóa - Xã hội"],
    ]);
  });

  it("takes a lead from a sentence only where the sentence assigns", () => {
    const reading = plan(
      "1. Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã rà soát các cơ sở kinh doanh.",
      "2. Tăng cường phối hợp với Công an xã trong quản lý cư trú.",
      "3. Phát động phong trào thi đua (thời gian: tháng 5/2026; đơn vị chủ trì: Trạm Y tế xã).",
    );
    expect(task(reading, "1")).toMatchObject({
      lead_units: ["Phòng Kinh tế"],
      coordinating_units: ["Công an xã"],
    });
    expect(task(reading, "2")).toMatchObject({ lead_units: [], mentioned_units: ["Công an xã"] });
    expect(task(reading, "3")).toMatchObject({ lead_units: ["Trạm Y tế xã"], time_frame: { kind: "month" } });
    expect(task(reading, "3").title).toBe("Phát động phong trào thi đua");
  });

  it("makes a unit that a list stands under the lead of its items", () => {
    const reading = plan(
      "1. Phòng Văn hóa - Xã hội",
      "a) Tham mưu kế hoạch tuyên truyền.",
      "b) Chủ trì, phối hợp với Công an xã kiểm tra các điểm kinh doanh.",
      "2. Phòng Kinh tế",
      "a) Công khai kết quả hỗ trợ sản xuất.",
    );
    expect(reading.tasks.map(({ number, lead_units }) => [number, ...lead_units])).toEqual([
      ["1.a", "Phòng Văn hóa - Xã hội"],
      ["1.b", "Phòng Văn hóa - Xã hội"],
      ["2.a", "Phòng Kinh tế"],
    ]);
    expect(task(reading, "1.b").coordinating_units).toEqual(["Công an xã"]);
  });

  it("keeps the numerals of two parts whose items have the same numbers", () => {
    const reading = read(
      "II. NHIỆM VỤ TRỌNG TÂM",
      "1. Ban hành kế hoạch dân vận năm 2026.",
      "2. Phát động phong trào thi đua.",
      "III. GIẢI PHÁP",
      "1. Tăng cường kiểm tra, giám sát.",
      "IV. TỔ CHỨC THỰC HIỆN",
      "Phòng Văn hóa - Xã hội tổng hợp.",
    );
    expect(new Set(numbers(reading)).size).toBe(3);
  });
});

it("says so when a document has no task that it can find", () => {
  const reading = read("Kính gửi: Các thôn trên địa bàn xã.", "Đề nghị các thôn treo cờ Tổ quốc.");
  expect(reading.tasks.length === 0).toBe(reading.warnings.some(({ code }) => code === "no-tasks"));
});
