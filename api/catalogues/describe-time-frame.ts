import type { TimeFrame } from "../time-frames/time-frame.ts";
import type { TimeFrameFile } from "./file-time-frame.ts";

/** A file's time frame in the words of the room that reckons with it. */
export const describeTimeFrame = (file: TimeFrameFile): TimeFrame => ({
  text: file.text,
  kind: file.kind,
  date: file.date,
  exclusive: file.exclusive,
  startOn: file.start_on,
  endOn: file.end_on,
  recurs: file.recurs,
});

const KEPT_IN_COLUMNS = new Set([
  "text",
  "kind",
  "date",
  "exclusive",
  "start_on",
  "end_on",
  "due_on",
  "recurs",
]);

/** What the file says beyond the columns (parts, second meanings, triggers), kept whole; null when nothing. */
export const extrasOfTimeFrame = (file: TimeFrameFile): Readonly<Record<string, unknown>> | null => {
  const extras = Object.entries(file).filter(
    ([key, value]) => !KEPT_IN_COLUMNS.has(key) && value !== undefined,
  );
  return extras.length === 0 ? null : Object.fromEntries(extras);
};
