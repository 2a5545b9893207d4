import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { startsLikeUnit } from "../units/match-unit-words.ts";

const PREFIX =
  /^(?:(?:đề nghị|yêu cầu|giao|phân công|thủ trưởng|người đứng đầu|lãnh đạo|trưởng)(?: các(?= thủ trưởng))?\s+){1,3}/iu;
/** What may stand between those who report and the word itself. */
const BETWEEN =
  /^[\s,]*(?:(?:can cu (?:ke hoach|quyet dinh|van ban|cong van|chuong trinh) nay|nghiem tuc|chu dong|kip thoi|co trach nhiem|trien khai|to chuc|thuc hien|tong hop|dinh ky|hang (?:thang|quy|nam)|(?:\d{1,2}|sau) thang|nam|va|thuc hien che do)[\s,]*)*bao cao\b/;
const WHERE = /\b(?:ve|gui|gui ve|qua)\b/;
const WHEN = /\b(?:truoc|cham nhat|dinh ky|hang (?:thang|quy|nam)|ngay \d|(?:lan|dot) (?:1|i|thu nhat))\b/;
const HEADING =
  /^(?:che do (?:thong tin,? ?(?:va )?)?bao cao|cong tac (?:thong tin,? ?(?:va )?)?bao cao|thong tin,? ?(?:va )?bao cao)\b/;
const LONGEST = 1_500;

/**
 * "Các phòng, ban, đơn vị báo cáo kết quả về UBND xã (qua …) trước ngày …": those named report what they did. It is a
 * duty beside the tasks; a task whose sentence ends in a report has work of its own before that word.
 */
export const isReportDuty = (body: string): boolean => {
  const text = body.slice(0, LONGEST).replace(PREFIX, "");
  const named = startsLikeUnit(text);
  if (named === 0) return false;
  const rest = foldVietnamese(text.slice(named));
  return BETWEEN.test(rest) && WHERE.test(rest) && WHEN.test(rest);
};

/** "5. Chế độ báo cáo": what stands below is who reports when. */
export const isReportHeading = (body: string): boolean =>
  body.length < 120 && !/[;,]\s*$/.test(body) && HEADING.test(foldVietnamese(body));
