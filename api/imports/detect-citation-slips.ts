import { foldVietnamese } from "../shared/normalise-vietnamese.ts";
import { findWrittenDates } from "./recognition/head/extract-written-dates.ts";
import { findDocumentNumbers } from "./recognition/head/parse-document-number.ts";
import { expandOffices } from "./recognition/units/name-office.ts";
import type { TypingSlip } from "./typing-slip.ts";
import vocabulary from "./vocabulary/typing.json" with { type: "json" };

/** A document that a text names by its number, with the day and the office that stand right behind it. */
type Citation = {
  readonly number: string;
  readonly date: string | null;
  /** Folded; empty where it is not named. */
  readonly issuer: string;
  readonly at: number;
  readonly from: number;
  readonly to: number;
};

/** `at`: which of the texts. `other`: how the document is cited elsewhere. */
export type CitationSlip = TypingSlip & { readonly at: number; readonly other: string | null };

const DATE_BEHIND = 12;
const ISSUER = /^[\s,]{0,3}của\s+(.{3,120})/u;
const ISSUER_ENDS =
  /\s(?:về|ban hành|phê duyệt|quy định|hướng dẫn|triển khai|thực hiện|và|giai đoạn)\s|["“”(;:,.…]/u;
const PARTS = /^(\d+)[a-zđ]?(?:\/(\d{4}))?[-/]([^-/]+)[-/](.+)$/u;

/** One document cited in two ways, and a Party document's sign that its issuer never bears. */
export const detectCitationSlips = (texts: readonly string[]): readonly CitationSlip[] => {
  const citations = texts.flatMap(findCitations);
  const byDay = new Map<string, Citation>();
  const byNumber = new Map<string, Citation>();
  return citations.flatMap((citation): readonly CitationSlip[] => {
    const other =
      firstOf(byDay, dayKey(citation), citation, ({ number }) => number !== citation.number) ??
      firstOf(byNumber, numberKey(citation), citation, ({ date }) => date !== citation.date);
    if (other !== null) return [slipOf("citation-disagrees", citation, quote(texts, other))];
    return isForeignSign(citation) ? [slipOf("citation-sign-of-another", citation, null)] : [];
  });
};

const slipOf = (code: string, { at, from, to }: Citation, other: string | null): CitationSlip => ({
  code,
  at,
  from,
  to,
  other,
});

const quote = (texts: readonly string[], { at, from, to }: Citation): string =>
  texts[at]?.slice(from, to) ?? "";

const firstOf = (
  seen: Map<string, Citation>,
  key: string | null,
  citation: Citation,
  differs: (earlier: Citation) => boolean,
): Citation | null => {
  if (key === null) return null;
  const earlier = seen.get(key);
  if (earlier === undefined) seen.set(key, citation);
  return earlier !== undefined && differs(earlier) ? earlier : null;
};

/** One day, the same figures and the same kind: one document, whatever sign stands behind. */
const dayKey = ({ number, date }: Citation): string | null => {
  const [, figures, year = "", kind = ""] = PARTS.exec(number) ?? [];
  return figures === undefined || date === null ? null : `${figures} ${year} ${kind} ${date}`;
};

/** Numbers begin anew every year, and every office counts its own. */
const numberKey = ({ number, date, issuer }: Citation): string | null =>
  date === null || issuer === "" ? null : `${number} ${date.slice(0, 4)} ${issuer}`;

const isForeignSign = ({ number, issuer }: Citation): boolean =>
  vocabulary.party_signs.some(
    ({ sign, never_of: offices }) =>
      new RegExp(`[-/]${sign}$`, "u").test(number) &&
      offices.some((office) => issuer.includes(foldVietnamese(office))),
  );

const findCitations = (text: string, at: number): readonly Citation[] => {
  const dates = findWrittenDates(text);
  let next = 0;
  return findDocumentNumbers(text).map(({ number, from, to }) => {
    while (next < dates.length && (dates[next]?.from ?? 0) < to) next += 1;
    const found = dates[next];
    const dated = found !== undefined && found.from - to < DATE_BEHIND ? found : null;
    const end = dated?.to ?? to;
    const behind = ISSUER.exec(text.slice(end, end + 130))?.[1] ?? "";
    const issuer = behind.slice(0, ISSUER_ENDS.exec(behind)?.index ?? behind.length);
    return {
      number,
      date: dated?.date ?? null,
      issuer: foldVietnamese(expandOffices(issuer)),
      at,
      from,
      to: end,
    };
  });
};
