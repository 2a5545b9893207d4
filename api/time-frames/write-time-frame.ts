import { type LocalDate, monthOf } from "../shared/local-date.ts";
import { type TimeFrame, undated } from "./time-frame.ts";
import {
  BEFORE_SECONDARY,
  BETWEEN_PARTS,
  QUARTERS,
  RECURRENCE_WORDS,
  STANDING_WORDS,
} from "./time-frame-words.ts";

type SingleFrame = Omit<TimeFrame, "text" | "parts" | "secondary">;

const writeYear = (date: LocalDate): string => date.slice(0, 4);
/** Days below 10 and months 1 and 2 are written with a leading zero (Nghị định 30/2020/NĐ-CP, annex I). */
const writeMonth = (date: LocalDate): string =>
  `${String(monthOf(date)).padStart(monthOf(date) <= 2 ? 2 : 1, "0")}/${writeYear(date)}`;
const writeDate = (date: LocalDate): string => `${date.slice(8)}/${writeMonth(date)}`;

/** Null where the frame lacks what its kind is written with. */
const writeMeaning = ({ kind, date, exclusive, startOn, endOn }: SingleFrame): string | null => {
  switch (kind) {
    case "before_date":
      return date && `${exclusive === true ? "Trước" : "Chậm nhất"} ngày ${writeDate(date)}`;
    case "month":
      return startOn && `Tháng ${writeMonth(startOn)}`;
    case "quarter":
      return startOn && `Quý ${QUARTERS[Math.ceil(monthOf(startOn) / 3) - 1]}/${writeYear(startOn)}`;
    case "year":
      return startOn && `Năm ${writeYear(startOn)}`;
    case "all_year":
      return startOn && `Cả năm ${writeYear(startOn)}`;
    case "year_onward":
      return startOn && `Năm ${writeYear(startOn)} và các năm tiếp theo`;
    case "range":
      return startOn && endOn && `Từ ${writeDate(startOn)} đến ${writeDate(endOn)}`;
    case "continuous":
    case "on_direction":
    case "none":
      return STANDING_WORDS[kind];
  }
};

const writeSingle = (frame: SingleFrame): string | null => {
  const written = writeMeaning(frame);
  return written && written + RECURRENCE_WORDS[frame.recurs];
};

/**
 * A frame in canonical words: "Trước ngày 15/02/2026", "Tháng 8/2026", "Quý I/2026; Quý III/2026",
 * "Thường xuyên hoặc Khi có chỉ đạo". Where it lacks what they need (a day that does not exist), the document's own.
 */
export const writeTimeFrame = (frame: TimeFrame): string => {
  const { text, parts = [{}], secondary, ...single } = frame;
  const main = parts.map((part) => writeSingle({ ...single, ...part }));
  const second = secondary === undefined ? [] : [writeSingle({ ...undated("none"), ...secondary })];
  if ([...main, ...second].includes(null)) return text ?? "";
  return [main.join(BETWEEN_PARTS), ...second].join(BEFORE_SECONDARY);
};
