import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { recogniseTimeFrame } from "../../../time-frames/recognise-time-frame.ts";
import { startsLikeUnit } from "../units/match-unit-words.ts";
import type { FieldRole } from "./catalogue-entry.ts";
import { splitLeadSentence, withoutVerb } from "./split-lead-sentence.ts";

export type BracketedFields = Partial<Readonly<Record<FieldRole, string>>>;

const LONGEST = 400;
const AT_END = /\(([^()]{4,400})\)[\s.;]*$/u;
/** A frame in a bracket opens with a word of time: "(20/10)" is a feast, "(giai đoạn 2021 - 2025)" a programme. */
const OPENS_TIME =
  /^(?:thoi gian|thoi han|hoan thanh|xong|thuc hien|trong thang|trong quy|thang|quy|qui|truoc|cham nhat|den het|thuong xuyen|tu thang|tu quy|hang (?:thang|quy|tuan|nam)|moi (?:thang|quy))\b/;
const ASSIGNS = /\b(?:chu tri|dau moi|phoi hop|thuc hien|tham muu|phu trach)\b/;

/**
 * "… (Phòng Kinh tế chủ trì, phối hợp với Công an xã; hoàn thành trước ngày 30/8/2026).": what the bracket that ends a
 * task says of who and when. A bracket that explains anything else gives nothing.
 */
export const parseBracketedFields = (title: string): BracketedFields => {
  const bracket = AT_END.exec(title.slice(-LONGEST - 4))?.[1];
  if (bracket === undefined) return {};
  const fields: { -readonly [role in FieldRole]?: string } = {};
  for (const piece of bracket.split(";").map((part) => part.trim())) {
    if (piece === "") continue;
    const folded = foldVietnamese(piece);
    if (fields.lead === undefined && ASSIGNS.test(folded) && startsLikeUnit(piece) > 0) {
      const split = splitLeadSentence([piece]);
      const lead = split?.lead ?? withoutVerb(piece);
      const only = split === null && /\bphoi hop\b/.test(folded);
      if (only) fields.coordinating = piece;
      else fields.lead = lead;
      if (split !== null) fields.coordinating = split.coordinating;
    } else if (OPENS_TIME.test(folded)) {
      const frame = recogniseTimeFrame(piece.replace(/^thực hiện\s+/iu, ""));
      if (frame.kind === "none" || frame.unread !== undefined) return {};
      fields.time_frame = piece.replace(/^thực hiện\s+/iu, "");
    } else return {};
  }
  return fields;
};
