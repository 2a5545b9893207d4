import { describe, expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { DOUBTFUL } from "../../../../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../../../../api/imports/recognition/recognise-catalogue.ts";
import { typedDocument } from "../typed-document.ts";

const timeOf = (cell: string) => {
  const { tasks, warnings } = recogniseCatalogue(
    typedDocument(`^KẾ HOẠCH
^Công tác dân vận năm 2026
^II. NHIỆM VỤ
| STT | Nhiệm vụ | Đơn vị chủ trì | Thời gian |
| 1 | Đối thoại với thanh niên | Văn phòng | ${cell} |
| 2 | Tổng kết phong trào thi đua | Văn phòng | Tháng 12/2026 |
`),
    NOBODY_KNOWN,
  );
  const [first] = tasks;
  if (first === undefined) throw new Error("no task");
  return {
    frame: first.time_frame,
    sure: first.confidence.time_frame >= DOUBTFUL,
    codes: warnings.flatMap(({ code, number }) => (number === "1" ? code : [])),
  };
};

describe("a time cell that leaves a choice", () => {
  it.each([
    "Tháng 10 hoặc tháng 11/2026",
    "Quý II hoặc quý III/2026",
    "Trước ngày 20/5/2026 hoặc ngày 20/8/2026",
  ])("%s: a person says which", (cell) => {
    expect(timeOf(cell)).toMatchObject({ sure: false, codes: ["time-frame-either"] });
  });

  it("is none where both are meant, or where the second bounds nothing", () => {
    expect(timeOf("Tháng 10, tháng 11/2026")).toMatchObject({ sure: true, codes: [] });
    expect(timeOf("Thường xuyên hoặc theo chỉ đạo của cấp trên")).toMatchObject({ sure: true, codes: [] });
  });
});

it("what begins in a month and is kept up keeps its rhythm", () => {
  expect(timeOf("Bắt đầu từ tháng 3/2026 và duy trì hằng quý").frame).toMatchObject({
    kind: "year_onward",
    start_on: "2026-03-01",
    recurs: "quarterly",
  });
});
