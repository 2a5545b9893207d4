import { foldVietnamese } from "../../api/shared/normalise-vietnamese.ts";

const EARLIEST = 6 * 60;
const LATEST = 21 * 60;

/** "7h30", "7:30", "07.30", "7 giờ 15", "7 giờ": a time between 06:00 and 21:00 as "HH:MM"; null for all else. */
export const parseDigestHour = (typed: string): string | null => {
  const match = /^(\d{1,2})(?: ?(?:h|g|:|\.|gio) ?(\d{1,2})?)? ?(?:phut|p)?$/.exec(
    foldVietnamese(typed.slice(0, 30)),
  );
  if (match === null) return null;
  const [, hours, minutes = "0"] = match;
  const time = Number(hours) * 60 + Number(minutes);
  if (Number(minutes) > 59 || time < EARLIEST || time > LATEST) return null;
  return `${String(hours).padStart(2, "0")}:${minutes.padStart(2, "0")}`;
};
