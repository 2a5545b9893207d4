import { foldWithOffsets } from "../../../shared/normalise-vietnamese.ts";
import { recogniseTimeFrame } from "../../../time-frames/recognise-time-frame.ts";
import type { TimeContext, TimeFrameReading } from "../../../time-frames/time-frame-reading.ts";

export type TitleFrame = { readonly frame: TimeFrameReading; readonly confidence: number };

/** Where a completion phrase can begin; the longest title of a real document has some 1,900 characters. */
const LONGEST_TITLE = 6_000;
const MOST_STARTS = 12;
const MOST_WORDS = 16;
const START =
  /(?<![\p{L}])(?:(?:phai |can )?(?:hoan thanh|hoan tat|xong|ket thuc|thoi gian hoan thanh|thoi han hoan thanh)(?: (?:xong|trong|vao|viec|cham nhat))*|truoc ngay|cham nhat|muon nhat|khong muon hon|khong cham hon|han chot|han cuoi|truoc (?=\d{1,2}[/.-]\d)|trong (?=thang |quy |qui |tuan )|vao (?=ngay |thang |quy ))/gu;
/** "Giấy tờ cấp trước ngày …", "có hiệu lực từ ngày …": dates of what the task is about. */
const OF_THE_MATTER =
  /(?:cap|ban hanh|hieu luc|su dung|phat sinh|sinh|thanh lap|ky|cong nhan|dang ky|ton tai|xay dung) $/u;
const AIM = /(?<![\p{L}])(?:phan dau|muc tieu|tam nhin|giai doan)(?![\p{L}])/u;

/**
 * A time frame inside a task's sentence, where its words say that something is to be complete by then. Periods and
 * years that belong to the matter ("giai đoạn 2021 - 2025") are none.
 */
export const recogniseTitleFrame = (title: string, context: TimeContext): TitleFrame | null => {
  const text = title.slice(0, LONGEST_TITLE);
  const { folded, offsets } = foldWithOffsets(text);
  const found = [...folded.matchAll(START)].slice(0, MOST_STARTS).flatMap((match) => {
    const at = match.index;
    const before = folded.slice(Math.max(0, at - 60), at);
    const clause = before.slice(
      Math.max(before.lastIndexOf(";"), before.lastIndexOf("."), before.lastIndexOf("(")) + 1,
    );
    if (OF_THE_MATTER.test(before) || AIM.test(clause)) return [];
    const frame = longestFrame(text.slice(offsets[at] ?? 0), context);
    if (frame === null || isPast(frame, context)) return [];
    return [{ frame, confidence: confidenceOf(match[0], folded.charAt(at - 1) === "(", folded, at, frame) }];
  });
  return found.toSorted((a, b) => b.confidence - a.confidence)[0] ?? null;
};

const confidenceOf = (
  start: string,
  bracketed: boolean,
  folded: string,
  at: number,
  frame: TimeFrameReading,
): number => {
  if (/^(?:trong|vao)/.test(start)) {
    const rest = folded.slice(at + (frame.text?.length ?? 0));
    return bracketed || /^[\s.;)]*$/.test(rest) ? 0.75 : 0.6;
  }
  return /hoan thanh|hoan tat|xong|cham nhat|muon nhat|han c/.test(start) || bracketed ? 0.9 : 0.85;
};

/** The longest beginning, by words, that the grammar understands to its last word. */
const longestFrame = (text: string, context: TimeContext): TimeFrameReading | null => {
  const end = text.search(/[;()]|[.](?=\s|$)/);
  const phrase = text
    .slice(0, end < 0 ? 300 : Math.min(end, 300))
    .split(/\s+/)
    .slice(0, MOST_WORDS);
  for (let length = phrase.length; length > 1; length--) {
    const words = phrase.slice(0, length).join(" ").replace(/[,:]$/, "");
    const frame = recogniseTimeFrame(words, context);
    if (frame.kind !== "none" && frame.kind !== "continuous" && frame.unread === undefined) return frame;
  }
  return null;
};

/** A day long before the document's own time is history that the sentence tells. */
const isPast = (frame: TimeFrameReading, { year, documentDate }: TimeContext): boolean => {
  const last = frame.date ?? frame.end_on;
  const from = documentDate?.slice(0, 4) ?? (year === null ? null : String(year));
  return last !== null && from !== null && last.slice(0, 4) < from;
};
