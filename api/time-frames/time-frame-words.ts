import type { Recurrence } from "./time-frame.ts";

/** Words of the canonical writing that stand for a meaning of their own. */
export const STANDING_WORDS = {
  continuous: "Thường xuyên",
  on_direction: "Khi có chỉ đạo",
  none: "",
} as const;

export const QUARTERS: readonly string[] = ["I", "II", "III", "IV"];

export const RECURRENCE_WORDS: Readonly<Record<Recurrence, string>> = {
  none: "",
  yearly: ", hằng năm",
  half_yearly: ", 06 tháng một lần",
  quarterly: ", hằng quý",
  monthly: ", hằng tháng",
  weekly: ", hằng tuần",
};

export const BETWEEN_PARTS = "; ";
export const BEFORE_SECONDARY = " hoặc ";
