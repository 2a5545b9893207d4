import { foldWithOffsets } from "../../../shared/normalise-vietnamese.ts";
import { withoutEnd } from "../shorten-text.ts";

/** One cell for both: who leads, and who coordinates; null where the cell says nothing of coordinating. */
export type LeadSentence = { readonly lead: string; readonly coordinating: string };

const LABELLED_LEAD =
  /^[\s+*•-]*(?:(?:cac )?(?:co quan|don vi|bo phan)(?:, don vi)? )?(?:chu tri|dau moi)(?: thuc hien| tham muu)? ?: ?/;
const COORDINATING =
  /(?:[,;:.(+\n-] ?|\s)?(?<![\p{L}])(?:(?:va |de nghi |dong thoi )?(?:(?:cac )?(?:co quan|don vi|bo phan)(?:, don vi)? )?phoi hop)(?: thuc hien| tham muu| to chuc)?(?: cung voi| voi| cung| gom)?(?: ?: ?| )(?=\S)/u;
const LEADS =
  /[\s,;(]*(?:la (?:co quan|don vi) )?(?:chu tri|dau moi)(?: (?:thuc hien|tham muu|xay dung|trien khai))*[\s,;:.]*$/;
/** "Phòng Kinh tế chủ trì, Công an xã, các thôn phối hợp": each verb stands behind its names. */
const LEADS_AND_HELP =
  /^([^;\n]{3,300}?) (?:chu tri|dau moi)(?: thuc hien| tham muu)? ?[,;] ?(?:de nghi |va )?((?!phoi hop)[^;\n]{3,400}?),? (?:cung )?phoi hop(?: thuc hien)?[\s.;)]*$/;
/** "Đề nghị MTTQ phối hợp": who coordinates stands before the word. */
const ENDS_COORDINATING =
  /[,;.\n]\s*(?:de nghi )?([^,;.\n]{3,200}?) ?(?:cung )?phoi hop(?: thuc hien)?[\s.;)]*$/u;

/** "Phòng Kinh tế chủ trì, phối hợp với Công an xã": the words on either side, as written. */
export const splitLeadSentence = (paragraphs: readonly string[]): LeadSentence | null => {
  const text = paragraphs.join("\n").slice(0, 4_000);
  const { folded, offsets } = foldWithOffsets(text);
  const quote = (from: number, to: number): string =>
    withoutEnd(text.slice(offsets[from] ?? 0, offsets[to] ?? text.length), ";,:.(+-").trim();
  const opening = LABELLED_LEAD.exec(folded)?.[0].length ?? 0;
  const both = LEADS_AND_HELP.exec(folded);
  if (both !== null) {
    const [whole, lead = "", help = ""] = both;
    const at = whole.lastIndexOf(help);
    return { lead: quote(opening, lead.length), coordinating: quote(at, at + help.length) };
  }
  const behind = ENDS_COORDINATING.exec(folded);
  if (behind !== null) {
    const name = behind[1] ?? "";
    const at = behind.index + behind[0].indexOf(name);
    return { lead: withoutVerb(quote(opening, behind.index)), coordinating: quote(at, at + name.length) };
  }
  const match = COORDINATING.exec(folded);
  if (match === null) return null;
  const lead = withoutVerb(quote(opening, match.index));
  const coordinating = quote(match.index + match[0].length, folded.length);
  return lead === "" || coordinating === "" ? null : { lead, coordinating };
};

/** The lead's name without the verb behind it. */
export const withoutVerb = (text: string): string => {
  const { folded, offsets } = foldWithOffsets(text);
  const verb = LEADS.exec(folded);
  return verb === null ? text : text.slice(0, offsets[verb.index] ?? text.length).trim();
};
