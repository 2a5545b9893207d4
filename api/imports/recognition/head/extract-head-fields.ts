import { parseLocalDate } from "../../../shared/local-date.ts";
import type { Span } from "../../outline.ts";
import { DOCUMENT_KINDS, type ReadDocument } from "../../reading.ts";
import words from "../../vocabulary/document-words.json" with { type: "json" };
import { classifyLine } from "../parts/classify-line.ts";
import type { TextLine } from "../parts/text-line.ts";
import { BLANK_DATE, findWrittenDates } from "./extract-written-dates.ts";
import { parseOwnNumber } from "./parse-document-number.ts";
import { recogniseNamedDocuments } from "./recognise-named-documents.ts";
import { recogniseScope, type Scope } from "./recognise-scope.ts";
import type { FoundTitle } from "./recognise-title.ts";

type Kind = (typeof DOCUMENT_KINDS)[number];
/** A field, how sure it is, and where it stands. */
export type Found<T> = { readonly value: T; readonly confidence: number; readonly line: Span | null };

export const readNumber = (
  main: readonly TextLine[],
  attached: readonly TextLine[],
): Found<string | null> & { readonly signs: string | null; readonly text: string } => {
  const own = main.filter(
    (line) => classifyLine(line) === "number" || /^\s?số\s?:/iu.test(line.text) || / Số\s?:/u.test(line.text),
  );
  const read = [
    ...own.map((line) => ({ line, weight: 0.97 })),
    ...attached.map((line) => ({ line, weight: 0.92 })),
  ].flatMap(({ line, weight }) => {
    const number = parseOwnNumber(line.text);
    return number === null ? [] : [{ ...number, line, weight }];
  });
  const numbers = new Set(read.flatMap(({ number }) => (number === null ? [] : [number])));
  const filled = read.find(({ number }) => number !== null);
  const any = filled ?? read[0];
  return {
    value: filled?.number ?? null,
    signs: any?.signs ?? null,
    // A letterhead and an annex that name two numbers: one of them is a slip.
    confidence:
      filled === undefined ? 0.5 : numbers.size > 1 ? 0.6 : filled.signs === null ? 0.75 : filled.weight,
    line: any?.line ?? null,
    text: any?.line.text ?? "",
  };
};

const PLACE_AND_DATE = /^[\p{L}\s'’-]{2,60},\s?ngày\s/iu;

export const readDate = (
  main: readonly TextLine[],
  below: readonly TextLine[],
  attached: readonly TextLine[],
): Found<Scope["period"]["start_on"] | null> & { readonly text: string; readonly invalid: boolean } => {
  const start = below[0]?.from ?? Number.POSITIVE_INFINITY;
  // Of an official letter the place and date may stand under its subject.
  const upper = main.filter(
    ({ from, text }) => from < start || (text.length < 100 && PLACE_AND_DATE.test(text)),
  );
  for (const [lines, weight] of [
    [upper, 0.97],
    [attached, 0.92],
  ] as const)
    for (const line of lines) {
      const dated = /(?:^|,\s?|\s)ngày\s/iu.test(line.text) && !/^(?:căn cứ|thực hiện)/iu.test(line.text);
      const date = dated ? findWrittenDates(line.text)[0] : undefined;
      if (date !== undefined)
        return {
          value: date.date,
          confidence: date.date === null ? 0.4 : weight,
          line,
          text: date.text,
          invalid: date.date === null,
        };
    }
  const blank = [...upper, ...attached].find(({ text }) => BLANK_DATE.test(text));
  return { value: null, confidence: 0.5, line: blank ?? null, text: blank?.text ?? "", invalid: false };
};

const isKind = (word: string): word is Kind => DOCUMENT_KINDS.some((kind) => kind === word);
const kindNamed = (find: (kind: (typeof words.kinds)[number]) => boolean): Kind | null => {
  const kind = words.kinds.find(find)?.kind;
  return kind !== undefined && isKind(kind) ? kind : null;
};

export const readKind = (
  own: FoundTitle | null,
  attached: readonly TextLine[],
  signs: string | null,
): Found<Kind> => {
  const named = own?.heading ? kindNamed(({ words: name }) => name === own.heading) : null;
  if (named !== null) return { value: named, confidence: 0.97, line: own?.lines[0] ?? null };
  const [bracket] = attached;
  const belongs = bracket?.text.replace(/^\(?(?:ban hành |đính )?kèm theo\s+/iu, "").toUpperCase();
  const attachedKind =
    belongs === undefined ? null : kindNamed(({ words: name }) => belongs.startsWith(name));
  if (attachedKind !== null) return { value: attachedKind, confidence: 0.9, line: bracket ?? null };
  const code = signs?.split(/[-/]/)[0]?.toUpperCase();
  const coded = code === undefined ? null : kindNamed((kind) => kind.code.toUpperCase() === code);
  if (coded !== null) return { value: coded, confidence: 0.85, line: null };
  // An official letter has no line of its kind: "Số: 12/UBND-VX", then "V/v …".
  if (own !== null && own.heading === null)
    return { value: "cong_van", confidence: 0.9, line: own.lines[0] ?? null };
  return { value: "khac", confidence: 0.4, line: null };
};

export const titleConfidence = (title: FoundTitle | null, own: FoundTitle | null): number => {
  if (title === null || title.title === "") return 0.3;
  if (title.title.length > 450 || title.title.length < 12) return 0.6;
  return own === null ? 0.85 : 0.93;
};

/** "Triển khai thực hiện Quyết định ban hành danh mục … trên địa bàn quận …": named by its title alone. */
export const titleParent = (title: string): ReadDocument["parent_documents"] => {
  const found =
    /^(?:V\/v |Về việc )?(?:triển khai |tổ chức )?(?:thực hiện |triển khai )((?:Quyết định|Kế hoạch|Chương trình|Đề án)\s.{10,400})$/iu.exec(
      title,
    );
  const text = found?.[1];
  if (text === undefined) return [];
  const [numbered] = recogniseNamedDocuments(title.replace(/^(?:V\/v|Về việc)\s/iu, ""));
  if (numbered !== undefined && numbered.named.number !== null) return [numbered.named];
  const place = /trên địa bàn ((?:quận|huyện|thị xã|thành phố|tỉnh) \p{Lu}[\p{L} -]{1,40})$/u.exec(text)?.[1];
  return [
    {
      number: null,
      date: null,
      issuer: place === undefined ? null : `Ủy ban nhân dân ${place.trim()}`,
      text,
    },
  ];
};

const spanOf = ({ lines }: FoundTitle): Span | null => {
  const [first, last] = [lines[0], lines.at(-1)];
  return first === undefined || last === undefined ? null : { from: first.from, to: last.to };
};

/** "các tháng cuối năm 2025" begin with the month in which the document was issued. */
const fromIssue = (scope: Scope | null, issued: string | null): Scope | null => {
  const month = issued === null ? null : parseLocalDate(`${issued.slice(0, 7)}-01`);
  const { start_on, end_on } = scope?.period ?? { start_on: "", end_on: "" };
  return scope?.vague === true && month !== null && month > start_on && month <= end_on
    ? { ...scope, period: { ...scope.period, start_on: month } }
    : scope;
};

export const readScope = (
  titles: readonly (FoundTitle | null)[],
  below: readonly TextLine[],
  issued: string | null,
): Found<Scope> | null => {
  for (const title of titles) {
    const scope = title === null ? null : fromIssue(recogniseScope(title.title), issued);
    if (scope !== null && title !== null)
      return {
        value: scope,
        confidence: scope.open || scope.vague === true ? 0.6 : 0.93,
        line: spanOf(title),
      };
  }
  const opening = below.find(({ folded }) => /nhu sau ?[:.]?$/.test(folded));
  const scope = opening === undefined ? null : fromIssue(recogniseScope(opening.text), issued);
  if (scope !== null) return { value: scope, confidence: 0.75, line: opening ?? null };
  const guessed = issued === null ? null : recogniseScope(`năm ${issued.slice(0, 4)}`);
  return guessed === null ? null : { value: guessed, confidence: 0.5, line: null };
};

export const readProposer = (below: readonly TextLine[]): string | null => {
  for (const { text } of below) {
    const found =
      /^(?:[-+*•]\s?)?(?:xét|theo)(?:\s+nội dung)?\s+(?:đề nghị|đề xuất)\s+của\s+(.{3,200}?)(?:\s+tại\s+(?:tờ trình|công văn|văn bản|báo cáo).*|\s+về việc.*)?[.;,:]*$/iu.exec(
        text,
      );
    if (found?.[1] !== undefined) return found[1].replace(/[.;,:\s]+$/u, "");
  }
  return null;
};
