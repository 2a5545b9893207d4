import { foldWithOffsets } from "../../../shared/normalise-vietnamese.ts";
import type { UnitMention } from "../units/unit-lexicon.ts";

/** Who leads and who coordinates by the words of a task's own sentence. */
export type SentenceUnits = {
  readonly lead: readonly UnitMention[];
  readonly coordinating: readonly UnitMention[];
  readonly confidence: number;
};

const ASSIGNS = /(?:^|[.;] ?)(?:giao|phan cong|yeu cau|de nghi)(?: cho)? $/;
const LEADS =
  /^[\s,]*(?:la (?:co quan|don vi) (?:chu tri|dau moi)|chu tri|dau moi|tham muu|co trach nhiem|chiu trach nhiem|to chuc thuc hien|thuc hien|trien khai|xay dung)/;
const CHIEF = /^[\s,]*(?:la (?:co quan|don vi) (?:chu tri|dau moi)|chu tri|dau moi)/;
const COORDINATES = /(?:phoi hop(?: chat che)?(?: voi| cung)?|cung(?: voi)?) ?$/;
const JOINS = /^(?:[\s,;]|va|cung|voi|cac)*$/;
const DIRECTS = /^[\s,]*(?:phoi hop|cung phoi hop)(?! voi| cung)/;

/**
 * "Giao Phòng Kinh tế chủ trì, phối hợp với Công an xã …": only words that assign make a unit the lead; any other
 * unit in the sentence is only mentioned. `charged`: the lead is named above, so that the sentence only says with whom.
 */
export const recogniseSentenceUnits = (
  title: string,
  mentions: readonly UnitMention[],
  charged = false,
): SentenceUnits => {
  const { folded, offsets } = foldWithOffsets(title);
  const at = new Map(offsets.map((offset, index) => [offset, index]));
  const fold = (offset: number): number => at.get(offset) ?? folded.length;
  const lead: UnitMention[] = [];
  const coordinating: UnitMention[] = [];
  let role: "lead" | "coordinating" | null = null;
  let end = 0;
  for (const [index, mention] of mentions.entries()) {
    const gap = folded.slice(end, fold(mention.from));
    const after = folded.slice(fold(mention.to), fold(mention.to) + 80);
    if (role !== null && index > 0 && JOINS.test(gap)) {
      (role === "lead" ? lead : coordinating).push(mention);
    } else {
      role = roleOf(
        folded.slice(0, fold(mention.from)),
        after,
        leadsLater(mentions, index, folded, fold),
        charged || lead.length > 0,
      );
      if (role === "lead") lead.push(mention);
      if (role === "coordinating") coordinating.push(mention);
    }
    end = fold(mention.to);
  }
  return {
    lead,
    coordinating,
    confidence: lead.length > 0 && CHIEF.test(folded.slice(fold(lead.at(-1)?.to ?? 0))) ? 0.88 : 0.8,
  };
};

/** The words after the last of several joined units. */
const leadsLater = (
  mentions: readonly UnitMention[],
  index: number,
  folded: string,
  fold: (offset: number) => number,
): string => {
  let last = index;
  while (last + 1 < mentions.length) {
    const [one, next] = [mentions[last], mentions[last + 1]];
    if (one === undefined || next === undefined || !JOINS.test(folded.slice(fold(one.to), fold(next.from))))
      break;
    last += 1;
  }
  const to = mentions[last]?.to ?? 0;
  return folded.slice(fold(to), fold(to) + 80);
};

const roleOf = (
  before: string,
  after: string,
  later: string,
  led: boolean,
): "lead" | "coordinating" | null => {
  if (COORDINATES.test(before)) return led ? "coordinating" : null;
  const opens = before.trim() === "";
  if (ASSIGNS.test(before))
    return DIRECTS.test(later) ? "coordinating" : LEADS.test(later) || LEADS.test(after) ? "lead" : null;
  if (opens && CHIEF.test(later)) return "lead";
  return led && DIRECTS.test(later) ? "coordinating" : null;
};
