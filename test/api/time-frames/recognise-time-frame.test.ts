import { describe, expect, it } from "vitest";
import { localDate } from "../../../api/shared/local-date.ts";
import { recogniseTimeFrame } from "../../../api/time-frames/recognise-time-frame.ts";
import type { ReadingPart, TimeFrameReading } from "../../../api/time-frames/time-frame-reading.ts";

/** Every phrase is read as if it stood in a plan of 2026 that was signed on 20/01/2026. */
const context = { year: 2026, documentDate: localDate("2026-01-20") };

const day = (date: string | null | undefined): string => date ?? "?";
const meaningOf = (read: ReadingPart): string => {
  const dated =
    read.kind === "before_date"
      ? `${read.exclusive === true ? "before" : "by"} ${day(read.date)}`
      : read.start_on != null || read.end_on != null
        ? `${read.kind} ${day(read.start_on)}..${day(read.end_on)}`
        : `${read.kind}`;
  return [
    dated,
    read.recurs === undefined || read.recurs === "none" ? "" : read.recurs,
    read.day_of_month === undefined ? "" : `day ${read.day_of_month}`,
    read.month_of_quarter === undefined ? "" : `of month ${read.month_of_quarter}`,
    read.day_of_week === undefined ? "" : `weekday ${read.day_of_week}`,
    read.offset_days === undefined ? "" : `${read.offset_days} ${read.working_days ? "working " : ""}days`,
    read.invalid_date === true ? `impossible ${read.date_as_written}` : "",
    read.vague === true ? "vague" : "",
    read.ditto === true ? "ditto" : "",
  ]
    .filter((word) => word !== "")
    .join(" ");
};
const summary = (read: TimeFrameReading): string =>
  [
    meaningOf(read) + (read.parts === undefined ? "" : ` in ${read.parts.length}`),
    ...(read.secondary === undefined ? [] : [meaningOf(read.secondary)]),
    ...(read.unread === undefined ? [] : ["unread"]),
  ].join(" + ");

const Q1 = "2026-01-01..2026-03-31";
const YEAR = "2026-01-01..2026-12-31";

const PHRASES: Readonly<Record<string, readonly (readonly [phrase: string, meaning: string])[]>> = {
  "dates in every spelling": [
    ["trước ngày 05-3-2026", "before 2026-03-05"],
    ["trước ngày 5.3.2026", "before 2026-03-05"],
    ["Trước 05 / 03 / 2026", "before 2026-03-05"],
    ["ngày 5 tháng 3 năm 2026", "by 2026-03-05"],
    ["Ngày 05/3 năm 2026", "by 2026-03-05"],
    ["ngày 05 tháng 3/2026", "by 2026-03-05"],
    ["trước ngày 20 tháng 7", "before 2026-07-20"],
    ["trước 20/7", "before 2026-07-20"],
    ["15/3/26", "by 2026-03-15"],
    ["ngày mùng 5 tháng 3 năm 2026", "by 2026-03-05"],
    ["hoàn thành trước ngày 10 tháng tư năm 2026", "before 2026-04-10"],
    ["thứ Sáu, ngày 13/3/2026", "by 2026-03-13"],
    ["trước ngày 15//3/2026", "before 2026-03-15"],
    ["2026-03-05", "by 2026-03-05"],
    ["Ngày 30.4", "by 2026-04-30"],
    ["trước 17 giờ 00 ngày 15/3/2026", "by 2026-03-15"],
    ["trước 16h30, ngày 20/6/2026", "by 2026-06-20"],
    ["ngày cuối cùng của tháng 6/2026", "by 2026-06-30"],
  ],
  "inclusive and exclusive bounds": [
    ["chậm nhất là ngày 31/5/2026", "by 2026-05-31"],
    ["Không muộn hơn ngày 31/5/2026", "by 2026-05-31"],
    ["không quá ngày 31/5/2026", "by 2026-05-31"],
    ["Muộn nhất vào ngày 31/5/2026", "by 2026-05-31"],
    ["hạn cuối: 31/5/2026", "by 2026-05-31"],
    ["thời hạn hoàn thành: trước 31/5/2026", "before 2026-05-31"],
    ["đến hết ngày 31/5/2026", "by 2026-05-31"],
    ["Đến 31/5/2026", "by 2026-05-31"],
    ["xong trước ngày 31/5/2026", "before 2026-05-31"],
    ["phấn đấu hoàn thành trước 31/5/2026", "before 2026-05-31"],
    ["hết quý II/2026", "by 2026-06-30"],
    ["trước tháng 6/2026", "before 2026-06-01"],
    ["trước quý III năm 2026", "before 2026-07-01"],
    ["chậm nhất trong tháng 6/2026", "by 2026-06-30"],
    ["đến cuối năm 2026", "by 2026-12-31"],
    ["đến hết 2027", "by 2027-12-31"],
    ["hết năm", "by 2026-12-31"],
    ["trước khi kết thúc quý II/2026", "by 2026-06-30"],
    ["chậm nhất đến hết tháng 9 năm 2026", "by 2026-09-30"],
    ["trước hoặc trong ngày 31/5/2026", "by 2026-05-31"],
  ],
  "months, quarters, halves, years": [
    ["tháng 03 năm 2026", "month 2026-03-01..2026-03-31"],
    ["T3/2026", "month 2026-03-01..2026-03-31"],
    ["03/2026", "month 2026-03-01..2026-03-31"],
    ["tháng 3-2026", "month 2026-03-01..2026-03-31"],
    ["Tháng ba năm 2026", "month 2026-03-01..2026-03-31"],
    ["tháng mười hai năm 2026", "month 2026-12-01..2026-12-31"],
    ["tháng năm năm 2026", "month 2026-05-01..2026-05-31"],
    ["trong tháng 5", "month 2026-05-01..2026-05-31"],
    ["Trong tháng", "month 2026-01-01..2026-01-31"],
    ["Quí 1/2026", `quarter ${Q1}`],
    ["QI/2026", `quarter ${Q1}`],
    ["Q1-2026", `quarter ${Q1}`],
    ["Quý I năm 2026", `quarter ${Q1}`],
    ["quý một năm 2026", `quarter ${Q1}`],
    ["Quý I, năm 2026", `quarter ${Q1}`],
    ["quý tư", "quarter 2026-10-01..2026-12-31"],
    ["Hoàn thành trong Quý III", "quarter 2026-07-01..2026-09-30"],
    ["cả quý I/2026", `quarter ${Q1}`],
    ["06 tháng đầu năm 2026", "range 2026-01-01..2026-06-30"],
    ["sáu tháng cuối năm", "range 2026-07-01..2026-12-31"],
    ["nửa đầu năm 2026", "range 2026-01-01..2026-06-30"],
    ["nửa cuối năm 2026", "range 2026-07-01..2026-12-31"],
    ["3 tháng đầu năm 2026", `range ${Q1}`],
    ["09 tháng đầu năm", "range 2026-01-01..2026-09-30"],
    ["nửa cuối tháng 4/2026", "range 2026-04-16..2026-04-30"],
    ["trong năm 2027", "year 2027-01-01..2027-12-31"],
    ["2026", `year ${YEAR}`],
    ["năm nay", `year ${YEAR}`],
    ["trong suốt năm 2026", `all_year ${YEAR}`],
    ["Cả năm", `all_year ${YEAR}`],
  ],
  "ranges and parts": [
    ["tháng 3-5/2026", "range 2026-03-01..2026-05-31"],
    ["Từ tháng 3 đến tháng 5 năm 2026", "range 2026-03-01..2026-05-31"],
    ["từ tháng 11/2025 đến hết quý I/2026", "range 2025-11-01..2026-03-31"],
    ["tháng 11 đến tháng 02/2026", "range 2025-11-01..2026-02-28"],
    ["từ ngày 01/3 đến ngày 15/3/2026", "range 2026-03-01..2026-03-15"],
    ["01-15/3/2026", "range 2026-03-01..2026-03-15"],
    ["từ ngày 01 đến ngày 15/3/2026", "range 2026-03-01..2026-03-15"],
    ["01/3/2026 – 15/3/2026", "range 2026-03-01..2026-03-15"],
    ["Quý I - Quý III/2026", "range 2026-01-01..2026-09-30"],
    ["quý 2 đến quý 3 năm 2026", "range 2026-04-01..2026-09-30"],
    ["giai đoạn 2026–2030", "range 2026-01-01..2030-12-31"],
    ["Nhiệm kỳ 2025 - 2030", "range 2025-01-01..2030-12-31"],
    ["từ năm 2026 đến năm 2028", "range 2026-01-01..2028-12-31"],
    ["giai đoạn 5 năm 2026-2030", "range 2026-01-01..2030-12-31"],
    ["từ nay đến hết năm 2026", "range 2026-01-20..2026-12-31"],
    ["từ nay đến 30/6/2026", "range 2026-01-20..2026-06-30"],
    ["Quý II và quý III/2026", "range 2026-04-01..2026-09-30 in 2"],
    ["Quý I, Quý IV năm 2026", "quarter 2026-01-01..2026-12-31 in 2"],
    ["Quý I, III/2026", "quarter 2026-01-01..2026-09-30 in 2"],
    ["tháng 3, 6, 9 và 12 năm 2026", "month 2026-03-01..2026-12-31 in 4"],
    ["Tháng 3/2026 và tháng 9", "month 2026-03-01..2026-09-30 in 2"],
    ["các tháng 4, 5/2026", "range 2026-04-01..2026-05-31 in 2"],
    ["trước ngày 15/6/2026 và 15/12/2026", "before 2026-12-15 in 2"],
    ["lần 1 trước ngày 10/4/2026, lần 2 trước ngày 10/10/2026", "before 2026-10-10 in 2"],
    ["đợt 1: 10/4/2026; đợt 2: 10/10/2026", "by 2026-10-10 in 2"],
    ["các năm 2026, 2028", "year 2026-01-01..2028-12-31 in 2"],
    ["ngày 10, 20/3/2026", "by 2026-03-20 in 2"],
  ],
  "years and what follows": [
    ["từ năm 2026 trở đi", "year_onward 2026-01-01..?"],
    ["Năm 2027 và các năm sau", "year_onward 2027-01-01..?"],
    ["Từ quý II/2026 trở đi", "year_onward 2026-04-01..?"],
    ["kể từ ngày 01/7/2026", "year_onward 2026-07-01..?"],
    ["Bắt đầu từ tháng 3/2026", "year_onward 2026-03-01..?"],
    ["2026 và những năm tiếp theo", "year_onward 2026-01-01..?"],
    ["giai đoạn 2026-2030 và các năm tiếp theo", "year_onward 2026-01-01..?"],
    ["năm 2026, những năm về sau", "year_onward 2026-01-01..?"],
  ],
  rhythms: [
    ["hằng quý", "continuous quarterly"],
    ["mỗi năm một lần", "continuous yearly"],
    ["02 lần/năm", "continuous half_yearly"],
    ["1 lần/quý", "continuous quarterly"],
    ["6 tháng/lần", "continuous half_yearly"],
    ["Định kỳ 06 tháng một lần", "continuous half_yearly"],
    ["định kỳ 3 tháng", "continuous quarterly"],
    ["hàng tuần", "continuous weekly"],
    ["theo quý", "continuous quarterly"],
    ["định kỳ hằng tháng, quý, năm", "continuous monthly in 3"],
    ["nửa năm một lần", "continuous half_yearly"],
    ["trước ngày 15 hằng tháng", "before ? monthly day 15"],
    ["ngày 25 hàng tháng", "by ? monthly day 25"],
    ["mỗi tháng 02 lần.", "continuous monthly"],
    ["Mỗi quý ít nhất 01 lần", "continuous quarterly"],
    ["tối thiểu 02 lần/quý", "continuous quarterly"],
    ["mỗi năm từ 1 - 2 lần", "continuous yearly"],
    ["Thứ Sáu tuần đầu hằng tháng", "continuous monthly"],
    ["Thứ Hai tuần thứ hai hằng tháng", "continuous monthly"],
    ["ngày làm việc cuối cùng mỗi quý", "continuous quarterly"],
    ["chậm nhất ngày 05 mỗi tháng", "by ? monthly day 5"],
    ["hằng tháng, trước ngày 20", "before ? monthly day 20"],
    ["ngày 20 của tháng cuối quý", "by ? quarterly day 20 of month 3"],
    ["trước ngày 15 của tháng đầu quý", "before ? quarterly day 15 of month 1"],
    ["Hằng quý (trước ngày 20 tháng cuối quý)", "before ? quarterly day 20 of month 3"],
    ["định kỳ 6 tháng trước ngày 01/6", "before 2026-06-01 yearly"],
    ["6 tháng trước ngày 15/6 và một năm trước ngày 15/12", "before 2026-12-15 yearly in 2"],
    ["trước ngày 15/6 và 15/12 hằng năm", "before 2026-12-15 yearly in 2"],
    ["trước 30/11 hàng năm", "before 2026-11-30 yearly"],
    ["thứ Sáu hằng tuần", "by ? weekly weekday 5"],
    ["Trước thứ 5 hàng tuần", "before ? weekly weekday 4"],
    ["Quý IV hằng năm", "quarter 2026-10-01..2026-12-31 yearly"],
    ["tháng 12 hằng năm", "month 2026-12-01..2026-12-31 yearly"],
    ["hằng năm, vào tháng 3", "month 2026-03-01..2026-03-31 yearly"],
    ["6 tháng trước ngày 15/6/2026", "before 2026-06-15"],
    ["hằng tháng trong năm 2026", `continuous ${YEAR} monthly`],
    ["mỗi quý 01 lần", "continuous quarterly"],
  ],
  "rounds in one sentence": [
    ["hằng năm trước ngày 15/6 và 15/12", "before 2026-12-15 yearly in 2"],
    ["Định kỳ 6 tháng (trước ngày 15/6), năm (trước ngày 15/12)", "before 2026-12-15 yearly in 2"],
    ["Báo cáo quý trước ngày 20 tháng cuối quý", "before ? quarterly day 20 of month 3"],
    ["báo cáo 6 tháng trước ngày 10/6; báo cáo năm trước ngày 05/12", "before 2026-12-05 yearly in 2"],
    ["2 lần/năm (tháng 6, tháng 12)", "month 2026-06-01..2026-12-31 half_yearly in 2"],
    ["từ ngày ban hành đến hết năm 2026", "range 2026-01-20..2026-12-31"],
    ["Hoàn thành 100% trong quý II/2026", "quarter 2026-04-01..2026-06-30 + unread"],
    ["thứ Hai đầu tiên của tháng", "none + unread"],
  ],
  "counted from an event": [
    ["trong vòng 05 ngày làm việc kể từ ngày nhận được văn bản", "on_direction 5 working days"],
    ["sau 10 ngày kể từ ngày kế hoạch được ban hành", "on_direction 10 days"],
    ["chậm nhất 03 ngày sau khi kết thúc hội nghị", "on_direction 3 days"],
    ["Trong thời hạn 15 ngày, kể từ ngày ký", "on_direction 15 days"],
    ["không quá 07 ngày làm việc kể từ khi nhận đủ hồ sơ", "on_direction 7 working days"],
    ["trong 02 tuần kể từ ngày ban hành", "on_direction 14 days"],
    ["trong vòng 24 giờ kể từ khi xảy ra vụ việc", "on_direction 1 days"],
    ["05 (năm) ngày làm việc sau khi có chỉ đạo", "on_direction 5 working days"],
    ["trong vòng 10 ngày kể từ ngày 15/3/2026", "by 2026-03-25 10 days"],
    ["sau khi Thành phố ban hành kế hoạch", "on_direction"],
  ],
  "on direction and continuous": [
    ["khi có chỉ đạo", "on_direction"],
    ["Theo chỉ đạo của Ủy ban nhân dân thành phố", "on_direction"],
    ["Khi có yêu cầu", "on_direction"],
    ["theo yêu cầu của cấp trên", "on_direction"],
    ["Đột xuất (khi có yêu cầu)", "on_direction"],
    ["theo kế hoạch của Thành ủy năm 2026", "on_direction"],
    ["ngay sau khi có hướng dẫn", "on_direction"],
    ["khi phát sinh vụ việc", "on_direction"],
    ["Liên tục", "continuous"],
    ["hằng ngày", "continuous"],
    ["Thường xuyên, liên tục", "continuous"],
    ["trong suốt quá trình thực hiện", "continuous"],
    ["thường xuyên trong năm 2026", `continuous ${YEAR}`],
    ["Thường xuyên; hoàn thành trước 30/6/2026", "continuous + before 2026-06-30"],
    ["Thường xuyên và khi có yêu cầu", "continuous + on_direction"],
    ["Hằng quý hoặc đột xuất", "continuous quarterly + on_direction"],
    ["Quý I/2026 hoặc khi có chỉ đạo", `quarter ${Q1} + on_direction`],
    ["-nt-", "none ditto"],
  ],
  "days that do not exist": [
    ["trước ngày 30/02/2026", "before ? impossible 30/02/2026"],
    ["31/4/2026", "by ? impossible 31/4/2026"],
    ["29/02/2027", "by ? impossible 29/02/2027"],
    ["tháng 13/2026", "month impossible tháng 13/2026"],
    ["Quý V/2026", "quarter impossible Quý V/2026"],
    ["trước ngày 15/13/2026", "before ? impossible 15/13/2026"],
    ["từ 15/3/2026 đến 01/3/2026", "range impossible 15/3/2026 đến 01/3/2026"],
    ["20/10/20222333", "none + unread"],
  ],
  "vague and by the moon": [
    ["đầu năm 2026", `range ${Q1} vague`],
    ["cuối quý II/2026", "range 2026-06-01..2026-06-30 vague"],
    ["trung tuần tháng 3/2026", "range 2026-03-11..2026-03-20 vague"],
    ["đầu tháng 4", "range 2026-04-01..2026-04-10 vague"],
    ["dịp Tết Nguyên đán", "on_direction"],
    ["trước Tết Nguyên đán Bính Ngọ", "on_direction"],
    ["rằm tháng 7", "by ? vague"],
    ["ngày 10/3 âm lịch", "by ? vague"],
    ["tuần đầu tháng 5/2026", "range 2026-05-01..2026-05-07 vague"],
  ],
  "without marks, in capitals, with slips": [
    ["truoc 15/2/2026", "before 2026-02-15"],
    ["TRUOC NGAY 15/2/2026", "before 2026-02-15"],
    ["hoan thanh trong quy I nam 2026", `quarter ${Q1}`],
    ["thuong xuyen", "continuous"],
    ["khi co chi dao", "on_direction"],
    ["trước15/2/2026", "before 2026-02-15"],
    ["thnág 3/2026", "month 2026-03-01..2026-03-31"],
    ["tháng3/2026", "month 2026-03-01..2026-03-31"],
    ["thườngxuyên", "continuous"],
    ["Quý I / 2026 ;", `quarter ${Q1}`],
    ["giai đoạn 2026 —2030.", "range 2026-01-01..2030-12-31"],
    ["den het thang 6 nam 2026", "by 2026-06-30"],
  ],
  "what is no time": [
    ["", "none"],
    ["Phòng Văn hóa - Xã hội", "none + unread"],
    ["100% hộ dân", "none + unread"],
    ["Quý I/2026 trừ tháng 2", "none + unread"],
    ["quy chế dân chủ", "none + unread"],
    ["2 tuần một lần", "none + unread"],
  ],
};

describe.each(Object.entries(PHRASES))("%s", (_, phrases) => {
  it.each(phrases)("%s → %s", (phrase, expected) => {
    expect(summary(recogniseTimeFrame(phrase, context))).toBe(expected);
  });
});

it("keeps the words of an event, of whoever directs, and of a second meaning", () => {
  expect(recogniseTimeFrame("trong vòng 05 ngày kể từ ngày nhận được văn bản.", context)).toMatchObject({
    trigger: "nhận được văn bản",
    offset_days: 5,
    needs_context: ["trigger_date"],
  });
  expect(recogniseTimeFrame("Thường xuyên hoặc theo chỉ đạo của Thành ủy", context).secondary).toMatchObject({
    kind: "on_direction",
    text: "theo chỉ đạo của Thành ủy",
    by: "Thành ủy",
  });
  expect(recogniseTimeFrame("Tháng 2/2026 (trước Tết)", context).secondary).toMatchObject({ event: "Tết" });
});

it("says what it took from the context, and leaves open what the context lacks", () => {
  expect(recogniseTimeFrame("trước 20/7", context).needs_context).toEqual(["year"]);
  expect(recogniseTimeFrame("trước 20/7")).toMatchObject({
    kind: "before_date",
    date: null,
    month_day: "07-20",
    needs_context: ["year"],
  });
  expect(recogniseTimeFrame("trước 20/7/2026", context).needs_context).toEqual([]);
});

it("hands a text back unread that is too long for a phrase", () => {
  const long = "trước ngày 15/6, ".repeat(6_000);
  expect(recogniseTimeFrame(long, context)).toMatchObject({ kind: "none", unread: [long.trim()] });
});
