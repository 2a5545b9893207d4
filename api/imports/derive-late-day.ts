import { addDays, type LocalDate } from "../shared/local-date.ts";
import type { Reading } from "./reading.ts";

/** The day before which a round's report is in time: the written one, or the next where the written one still is. */
export const deriveLateDay = ({
  before,
  inclusive,
}: Pick<Reading["report_rounds"][number], "before" | "inclusive">): LocalDate | null =>
  before === null || inclusive !== true ? before : addDays(before, 1);
