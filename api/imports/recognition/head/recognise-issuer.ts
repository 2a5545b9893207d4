import type { KnownNames } from "../../known-names.ts";
import type { Span } from "../../outline.ts";
import type { TextLine } from "../parts/text-line.ts";
import { canonicalOffice, findOffices, isCommune, type Office } from "../units/name-office.ts";

export type FoundIssuer = {
  readonly issuer: string;
  readonly confidence: number;
  readonly span: Span | null;
  readonly doubt: "issuer-unnamed" | "issuer-disagrees" | "issuer-is-a-unit" | null;
};

const MOTTO =
  /cộng\s+h[òo][àa]?\s+xã\s+hội\s+chủ\s+nghĩa\s+việt\s+nam|độc\s+lập\s?[-–]\s?tự\s+do\s?[-–]\s?hạnh\s+phúc|số\s?:.*$/giu;
const UNIT = /^(?:VĂN PHÒNG|PHÒNG|TRUNG TÂM|BAN|ĐỘI|TRẠM)\s\p{Lu}/u;
/** The office speaks of itself: "Ủy ban nhân dân xã … ban hành Kế hoạch". */
const ACTS =
  /^[\s,]{0,2}(?:ban hành|xây dựng|triển khai|đề nghị|yêu cầu|thông báo|tổ chức|hướng dẫn|giao|chỉ đạo)(?!\p{L})/u;

/** Not "Quyết định của UBND tỉnh ban hành …": there it is another's. */
const OF_ITSELF = /(?:^|[,.;:]\s{0,2}|(?:^|[,.;:]\s{0,2})chủ tịch\s)$/iu;
const speaks = (text: string, { from, to }: Office): boolean =>
  ACTS.test(text.slice(to, to + 30)) && OF_ITSELF.test(text.slice(Math.max(0, from - 16), from));

type Sighting = { readonly office: Office; readonly line: TextLine; readonly weight: number };

const sightings = (line: TextLine, text: string, weight: number): readonly Sighting[] =>
  findOffices(text).map((office) => ({ office, line, weight }));

/** "ỦY BAN NHÂN DÂN" on one line, "PHƯỜNG …" on the next, the motto beside or between. */
const letterhead = (lines: readonly TextLine[]): readonly Sighting[] => {
  const capitals = lines
    .map((line) => ({ line, text: line.text.replace(MOTTO, " ").trim() }))
    .filter(({ text }) => text !== "" && text === text.toUpperCase());
  const [first] = capitals;
  if (first === undefined) return [];
  // The lower office of two stands last.
  return sightings(first.line, capitals.map(({ text }) => text).join(" \n"), 0.97).slice(-1);
};

/**
 * Who issues the document: its letterhead, the line of capitals over the bases, the sentence that opens it, the
 * annex's "(Kèm theo … của …)". A place that stands in the title is not the issuer.
 */
export const recogniseIssuer = (
  main: readonly TextLine[],
  attached: readonly TextLine[],
  titleAt: number | null,
  whole: string,
  known: KnownNames,
): FoundIssuer | null => {
  const before = main.filter(({ from }) => titleAt === null || from < titleAt);
  const after = main.filter(({ from }) => titleAt !== null && from > titleAt);
  const own = [
    ...letterhead(before),
    ...after
      .filter(({ capitals }) => capitals)
      .flatMap((line) => sightings(line, line.text, 0.95).slice(0, 1)),
    ...after
      .filter(({ capitals }) => !capitals)
      .flatMap((line) => sightings(line, line.text, 0.93).filter(({ office }) => speaks(line.text, office))),
    ...attached.flatMap((line) => attachedOffice(line)),
  ];
  const named = own.filter(({ office }) => office.name !== null);
  const first = named.find(({ office }) => isCommune(office.level)) ?? named[0];
  if (first !== undefined) {
    const issuer = canonicalOffice(first.office, whole);
    const other = named.find(
      ({ office }) =>
        canonicalOffice(office, whole).toLowerCase() !== issuer.toLowerCase() &&
        office.level === first.office.level,
    );
    const unit = before.find(({ text, capitals }) => capitals && UNIT.test(text));
    return {
      issuer,
      confidence: other !== undefined || unit !== undefined ? 0.6 : first.weight,
      span: { from: first.line.from, to: first.line.to },
      doubt: other !== undefined ? "issuer-disagrees" : unit !== undefined ? "issuer-is-a-unit" : null,
    };
  }
  const unnamed = own[0];
  if (unnamed === undefined) return null;
  const { level } = unnamed.office;
  const office = known.organization === null ? undefined : findOffices(known.organization)[0];
  const fits = office !== undefined && office.level === level;
  return {
    issuer: fits && known.organization !== null ? known.organization : canonicalOffice(unnamed.office),
    confidence: fits ? 0.7 : 0.4,
    span: { from: unnamed.line.from, to: unnamed.line.to },
    doubt: "issuer-unnamed",
  };
};

/** "(Kèm theo Quyết định số … của UBND phường …)": the last office named. */
const attachedOffice = (line: TextLine): readonly Sighting[] => {
  const found = sightings(line, line.text, 0.9);
  return found.slice(-1);
};
