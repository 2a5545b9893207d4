/** "Công khai …" and "Tổng kết …" are tasks: the marks tell, and what follows the short words. */
const TOTAL =
  /^(?:(?:tổng cộng|tổng số|ghi chú|lưu ý)(?!\p{L})|(?:cộng|tổng)\s*(?:[:.=(\d]|$))|^(?:tong cong|tong so|ghi chu|luu y)(?![\p{L}\p{M}])/u;

/** A row without a number that sums up the table or remarks on it: "Tổng cộng: 31 nhiệm vụ", "Ghi chú: …". */
export const isTotalRow = (text: string): boolean => TOTAL.test(text.trim().normalize("NFC").toLowerCase());
