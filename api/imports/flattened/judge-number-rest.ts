/** What stands behind the last of these words is a number of its kind: "Quý" – "III/2026", "năm" – "2026". */
const YEAR = /(?:^|\s)năm$/iu;
const QUARTER = /(?:^|[\s-])qu[ýí]$/iu;
const MONTH = /(?:^|[\s-])tháng$/iu;
const DAY = /(?:^|\s)(?:ngày|trước ngày)$/iu;

const YEAR_NUMBER = /^20\d{2}(?!\d)/u;
const QUARTER_NUMBER = /^(?:IV|I{1,3}|[1-4])(?![\p{L}\d])/u;
/** "02 buổi" behind "hằng tháng" counts something else. */
const MONTH_NUMBER = /^\d{1,2}(?:\s?[/,;.–-]|\s(?:và|năm|đến)\s|$)/u;
const DAY_NUMBER = /^\d{1,2}(?:\s?[/,;–-]|\s(?:và|tháng|đến)\s|$)/u;

/** Whether a text goes on with the number that its last word asks for. */
export const goesOnWithNumber = (before: string, text: string): boolean =>
  (YEAR.test(before) && YEAR_NUMBER.test(text)) ||
  (QUARTER.test(before) && QUARTER_NUMBER.test(text)) ||
  (MONTH.test(before) && MONTH_NUMBER.test(text)) ||
  (DAY.test(before) && DAY_NUMBER.test(text));

/** "hằng quý", "cuối năm": a whole time frame, whatever follows. */
const WHOLE = /(?:^|\s)(?:hằng|hàng|mỗi|từng|cả|trong|giữa|đầu|cuối|hết|nửa|các|một|theo|\d{1,2})\s\p{L}+$/iu;

/** Whether the number alone is missing behind a text: what follows opens no row. */
export const wantsNumber = (before: string, text: string): boolean =>
  goesOnWithNumber(before, text) && !WHOLE.test(before.slice(-40));
