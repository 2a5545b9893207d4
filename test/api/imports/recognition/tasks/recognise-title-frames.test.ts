import { describe, expect, it } from "vitest";
import { recogniseTitleFrame } from "../../../../../api/imports/recognition/tasks/recognise-title-frames.ts";
import { localDate } from "../../../../../api/shared/local-date.ts";

const context = { year: 2026, documentDate: localDate("2026-01-20") };
const frame = (title: string) => recogniseTitleFrame(title, context);

describe("a time frame inside a task's sentence", () => {
  it.each([
    ["Rà soát, ký cam kết không gây phiền hà (hoàn thành trong tháng 02/2026).", "month", "2026-02-28"],
    ["Xây dựng nhà văn hóa thôn, hoàn thành trước ngày 30/6/2026.", "before_date", "2026-06-30"],
    ["Gửi báo cáo về Văn phòng chậm nhất ngày 10/11/2026.", "before_date", "2026-11-10"],
    ["Hoàn thành trong quý III/2026 việc số hóa hồ sơ.", "quarter", "2026-09-30"],
  ])("%s", (title, kind, day) => {
    const found = frame(title)?.frame;
    expect(found?.kind).toBe(kind);
    expect(found?.date ?? found?.end_on).toBe(day);
  });

  it("is less sure where nothing says that the work is complete by then", () => {
    expect(frame("Tổ chức hội nghị đối thoại trong tháng 5/2026.")?.confidence).toBeLessThan(0.8);
    expect(frame("Tổ chức hội nghị, xong trước ngày 15/5/2026.")?.confidence).toBeGreaterThan(0.8);
  });

  it.each([
    "Thường xuyên đôn đốc, kiểm tra việc tiếp công dân",
    "Tiếp tục Chương trình cải cách hành chính giai đoạn 2021 - 2030",
    "Cấp giấy chứng nhận cho đất sử dụng trước ngày 15/10/1993",
    "Phấn đấu đến hết năm 2027 được công nhận đạt chuẩn",
    "Thực hiện Quyết định số 217-QĐ/TW ngày 12/12/2013",
    "Thực hiện chủ đề năm 2026 của tỉnh",
  ])("none in: %s", (title) => {
    expect(frame(title)).toBeNull();
  });
});
