import { foldVietnamese } from "../api/shared/normalise-vietnamese.ts";

const ASKS =
  /(?:^|[ ,.])(?:bao nhieu|bao gio|bao lau|khi nao|ngay nao|luc nao|the nao|ra sao|hay chua|nhiem vu nao|viec nao|muc nao|don vi nao|ben nao|(?:xong|nop|duyet) chua(?: a| em| nhi| the| vay)*(?=[ ?.]*$))(?=$|[ ,.!?])|^ai |\?[ ?!.]*$/;
const ASKS_FOR_LIST = /(?:bao nhieu|con) (?:.{0,20} )?(?:nhiem vu|viec|muc)/;
const ASKS_FOR_STATE = /^tinh hinh(?: the nao| ra sao)?(?: roi)?(?: em| a)?[ ?.]*$/;
const ASKS_FOR_DAY =
  /(?:bao gio|khi nao|ngay nao|luc nao).*(?:nop|bao cao)|(?:nop|bao cao).*(?:bao gio|khi nao|ngay nao|luc nao)/;
/** "Vướng: chưa rõ đơn vị nào chủ trì" tells something. */
const TELLS = /(?:chua|khong) (?:biet|ro|thong nhat)|vuong|kho khan/;

/** Whether somebody asks ("hạn ngày nào", "còn bao nhiêu việc?") instead of telling; where in doubt they tell. */
export const recogniseQuestion = (text: string): boolean => {
  const folded = foldVietnamese(text);
  return ASKS.test(folded) && !TELLS.test(folded);
};

/** What a question can be answered with: the list ("còn bao nhiêu việc?"), the days ("bao giờ nộp báo cáo?"). */
export const recogniseAnswer = (question: string): "nhiemvu" | "lich" | null => {
  const folded = foldVietnamese(question);
  if (ASKS_FOR_STATE.test(folded)) return "nhiemvu";
  if (!recogniseQuestion(question)) return null;
  if (ASKS_FOR_DAY.test(folded)) return "lich";
  return ASKS_FOR_LIST.test(folded) ? "nhiemvu" : null;
};
