import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { mergeBrokenLines } from "../parts/merge-broken-lines.ts";
import { splitItemNumber } from "../parts/parse-item-number.ts";
import { parsePartHeading } from "../parts/parse-part-heading.ts";
import type { TextLine } from "../parts/text-line.ts";
import { findUnits } from "../units/select-unit-mentions.ts";
import type { UnitLexicon, UnitMention } from "../units/unit-lexicon.ts";

/** One paragraph of "TỔ CHỨC THỰC HIỆN", and whose duty it is. */
export type Duty = {
  /** As printed, with its number. */
  readonly paragraph: string;
  /** Without a bullet or letter before it. */
  readonly text: string;
  /** What the unit is to do: without the name that stands before it. */
  readonly duty: string;
  /** Canonical names; empty where no rule found whose it is. */
  readonly units: readonly string[];
  /** The units as the document writes them here or in the heading above. */
  readonly unitText: string | null;
  readonly labelled: boolean;
  /** The paragraph only introduces those below it. */
  readonly heading: boolean;
  /** It speaks of the whole document ("Trên đây là …"), or to everybody. */
  readonly closing: boolean;
  readonly from: number;
  readonly to: number;
};

const PREFIX =
  /^(?:đề nghị|giao trách nhiệm cho|giao nhiệm vụ cho|giao cho|giao|phân công|yêu cầu|trách nhiệm của|trách nhiệm|đối với|thủ trưởng|người đứng đầu|lãnh đạo|trưởng|đồng chí)\s+/iu;
const CLOSING = /^(?:tren day la|can cu ke hoach nay|can cu quyet dinh nay)\b/;
const ROUTE = /^trong qua trinh\b/;

/** The name without "Đề nghị", "Giao", "Thủ trưởng" before it. */
const stripPrefix = (text: string): string => {
  let rest = text.trim();
  for (let times = 0; times < 3; times++) rest = rest.replace(PREFIX, "");
  return rest.trim();
};

const letters = (text: string): number => text.match(/\p{L}/gu)?.length ?? 0;

const SENTENCE =
  /(?<!\p{L})(?:báo cáo|gửi|về|qua|trước|tổng hợp|triển khai|thực hiện|chủ trì|theo dõi)(?!\p{L})/iu;

/** Whether a phrase is nothing but names of units. */
const namesUnits = (phrase: string, mentions: readonly UnitMention[]): boolean => {
  if (SENTENCE.test(phrase)) return false;
  const all = letters(phrase);
  const named = mentions.reduce((sum, { from, to }) => sum + letters(phrase.slice(from, to)), 0);
  return all > 0 && named / all >= 0.55;
};

const canonical = (mentions: readonly UnitMention[]): readonly string[] => [
  ...new Set(mentions.map(({ name }) => name)),
];

type Named = { readonly units: readonly string[]; readonly text: string; readonly rest: string };

/** "Phòng …: chủ trì …", "Giao Phòng … tổng hợp …": a name, then what it does. */
const splitName = (body: string, lexicon: UnitLexicon): Named | null => {
  const colon = body.indexOf(":");
  if (colon > 2 && colon < 220) {
    const phrase = stripPrefix(body.slice(0, colon));
    const mentions = findUnits(phrase, lexicon);
    if (mentions.length > 0 && namesUnits(phrase, mentions))
      return { units: canonical(mentions), text: phrase, rest: body.slice(colon + 1).trim() };
  }
  const start = stripPrefix(body);
  const opening = start.slice(0, 400);
  const mentions = run(findUnits(opening, lexicon), opening);
  const [first] = mentions;
  const last = mentions.at(-1);
  if (first === undefined || last === undefined || !/^(?:các |những )?$/iu.test(opening.slice(0, first.from)))
    return null;
  return {
    units: canonical(mentions),
    text: opening.slice(0, last.to).trim(),
    rest: start.slice(last.to).replace(/^[\s,;:-]+/u, ""),
  };
};

/** Names that only commas and "và" stand between. */
const run = (mentions: readonly UnitMention[], text: string): readonly UnitMention[] => {
  const end = mentions.findIndex((one, at) => {
    const before = mentions[at - 1];
    return before !== undefined && !/^(?:[\s,;]|và|các|cùng|với)*$/u.test(text.slice(before.to, one.from));
  });
  return end < 0 ? mentions : mentions.slice(0, end);
};

/** "… Kế hoạch này. Trong quá trình thực hiện, nếu có vướng mắc …": the second sentence speaks to everybody. */
const splitRoute = (line: TextLine): readonly TextLine[] => {
  const at = /[.;]\s+(?=Trong quá trình\s)/u.exec(line.text);
  if (at === null || at.index < 20) return [line];
  return [line.text.slice(0, at.index + 1), line.text.slice(at.index + at[0].length)].map((text) => ({
    ...line,
    text,
    folded: foldVietnamese(text),
  }));
};

/** Bullets and letters belong to what stands above them; "2." begins anew. */
const isTop = (label: string | null): boolean => label !== null && /^(?:\d|[IVX])/.test(label);

/** "II. TỔ CHỨC THỰC HIỆN"; further down "3. Chế độ báo cáo:" is a heading inside the part. */
const opensPart = (line: TextLine, at: number): boolean => {
  const heading = parsePartHeading(line);
  return heading?.holds === "organisation" && (at === 0 || heading.style !== "arabic");
};

export const segmentDuties = (lines: readonly TextLine[], lexicon: UnitLexicon): readonly Duty[] => {
  let above: Named | null = null;
  const own = lines.filter((line, at) => !opensPart(line, at));
  return mergeBrokenLines(own)
    .flatMap(splitRoute)
    .map((line) => {
      const numbered = splitItemNumber(line.text);
      const label =
        numbered === null ? null : line.text.slice(0, line.text.length - numbered.rest.length).trim();
      const body = numbered?.rest.trim() ?? line.text;
      const folded = foldVietnamese(body);
      const closing = CLOSING.test(folded);
      const named = closing || ROUTE.test(folded) ? null : splitName(body, lexicon);
      const heading =
        !closing && (named?.rest === "" || (named === null && body.endsWith(":") && body.length < 200));
      const top = isTop(label) || line.marked;
      if (top || (heading && label === null))
        above = named ?? (heading ? { units: [], text: body.replace(/:$/u, ""), rest: "" } : null);
      if (ROUTE.test(folded) || closing) above = null;
      const whose = named ?? above;
      return {
        paragraph: line.text,
        text: label === null || top ? line.text : body,
        duty: named === null ? body : named.rest,
        units: whose?.units ?? [],
        unitText: whose?.text ?? null,
        labelled: label !== null,
        heading,
        closing,
        from: line.from,
        to: line.to,
      };
    });
};
