import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { ReadDocument } from "../../reading.ts";
import vocabulary from "../../vocabulary/named-documents.json" with { type: "json" };
import { expandOffices } from "../units/name-office.ts";
import { findWrittenDates } from "./extract-written-dates.ts";
import { findDocumentNumbers } from "./parse-document-number.ts";

export type NamedDocument = ReadDocument["basis_documents"][number];

/** A document that another names, with what its place among the bases turns on. */
export type FoundDocument = {
  readonly named: NamedDocument;
  readonly kind: string | null;
  readonly normative: boolean;
  /** "Căn cứ", "Thực hiện": the word before it. */
  readonly introduced: string;
};

const KINDS = [...vocabulary.normative, ...vocabulary.managing];
const KIND = KINDS.join("|");
const INTRODUCED =
  /^[-+*•\s]{0,4}(?:để |nhằm |tiếp tục |tổ chức )?(căn cứ(?: vào)?|thực hiện|triển khai(?: thực hiện)?|theo|xét|trên cơ sở|thi hành)\s+(?:nội dung |chỉ đạo (?:của .{3,80} )?tại )?/iu;
/** Where the next document of one sentence begins. */
const NEXT = new RegExp(
  String.raw`;\s*|\.\s+(?=(?:Căn cứ|Thực hiện|Xét|Theo)\s)|(?:,|\s+và|\s+và căn cứ)\s+(?=(?:(?:căn cứ|thực hiện) )?(?:${KIND})(?:\s\p{Ll}+){0,4}\s+(?:số\s+)?\d{1,5}[a-zđ]?\s?[-/–])`,
  "giu",
);
/** Where the sentence turns to the office itself. */
const OPENING =
  /[,.;]\s*(?:(?:nay|căn cứ tình hình thực tế)[^,.;]{0,40},\s*)?(?:chủ tịch\s+)?(?:[uủ][yỷ] ban nhân dân|UBND)\s+(?:phường|xã|thị trấn|đặc khu|quận|huyện|thị xã|thành phố|tỉnh)(?:\s[^,.;\s]{1,20}){0,6}\s(?:ban hành|xây dựng|triển khai|đề nghị|yêu cầu|thông báo|tổ chức|hướng dẫn|giao|chỉ đạo)\s/iu;
const ISSUER_ENDS =
  /\s(?:về|ban hành|phê duyệt|quy định|phối hợp|triển khai|thực hiện|giai đoạn|hướng dẫn|và\s(?:Chương|Kế|Quyết))(?=\s)|\s?["“”«(;:]|[.]\s*$|\.\s|,\s(?!\p{Lu})/u;

const cut = (sentence: string): string => {
  const opening = OPENING.exec(sentence);
  return opening ? sentence.slice(0, opening.index) : sentence;
};

/** The documents that a paragraph of bases names, in order. */
export const recogniseNamedDocuments = (paragraph: string): readonly FoundDocument[] => {
  let introduced = "";
  return cut(paragraph.slice(0, 6_000))
    .split(NEXT)
    .flatMap((piece) => {
      const lead = INTRODUCED.exec(piece);
      if (lead) introduced = (lead[1] ?? "").toLowerCase();
      const found = parseNamedDocument(piece.slice(lead?.[0].length ?? 0));
      return found === null || introduced === "" ? [] : [{ ...found, introduced }];
    });
};

const kindOf = (text: string): string | null => {
  const lower = text.toLowerCase();
  return KINDS.find((kind) => lower.startsWith(kind.toLowerCase())) ?? null;
};

const issuerIn = (text: string): { issuer: string; length: number } | null => {
  const start = /^[\s,]{0,3}của\s+/u.exec(text);
  if (!start) return null;
  const rest = text.slice(start[0].length, start[0].length + 200);
  const end = ISSUER_ENDS.exec(rest)?.index ?? rest.length;
  const issuer = rest.slice(0, end).replace(/[\s,.;]+$/u, "");
  return issuer === "" ? null : { issuer, length: start[0].length + end };
};

const tidySubject = (text: string): string | null => {
  const subject = text
    .replace(/\(?\s?sau đây gọi(?: tắt)? là.{0,200}$/iu, "")
    .replace(/^[\s,.:;-]+|[\s,.;:]+$/gu, "")
    .replace(/^(?:về việc|v\/v)\s+/iu, "")
    .replace(/^["“”]+|["“”.]+$/gu, "")
    .trim();
  return subject === "" ? null : subject;
};

/** "Ủy ban nhân dân thành phố" is named in full where the subject says "trên địa bàn thành phố …". */
const completeOffice = (issuer: string, text: string): string => {
  const level = /^Ủy ban nhân dân (thành phố|tỉnh|quận|huyện|thị xã)$/u.exec(issuer)?.[1];
  if (level === undefined) return issuer;
  const place = new RegExp(
    String.raw`trên địa bàn ${level} (\p{Lu}\p{L}*(?:(?: - | )\p{Lu}\p{L}*){0,4})`,
    "u",
  ).exec(text)?.[1];
  return place === undefined ? issuer : `${issuer} ${place}`;
};

const parseNamedDocument = (piece: string): Omit<FoundDocument, "introduced"> | null => {
  const text = piece.replace(/\s+/gu, " ").trim();
  const kind = kindOf(text);
  const number = findDocumentNumbers(text).find(({ from }) => from < 160) ?? null;
  if (kind === null && number === null) return null;
  const head = number?.to ?? 0;
  // A number's own date stands right behind it: "…, ngày 23/02/2024"; a law without a number has one anywhere.
  const dated =
    findWrittenDates(text).find(({ from }) => number === null || (from >= head && from - head < 12)) ?? null;
  const after = dated === null ? head : dated.to;
  const rest = text.slice(after);
  const direct = number !== null || dated !== null ? issuerIn(rest) : null;
  const beforeSubject = direct === null ? rest : rest.slice(direct.length);
  const ending = direct === null ? endingIssuer(text) : null;
  const subject =
    number === null
      ? tidySubject(dated === null ? text : text.slice(0, dated.from) + beforeSubject)
      : tidySubject(
          ending === null
            ? beforeSubject
            : beforeSubject.slice(0, Math.max(0, beforeSubject.length - (text.length - ending.from))),
        );
  // "Luật Tổ chức chính quyền địa phương số 72/2025/QH15": the name stands before the number.
  const before = number === null ? "" : text.slice(0, number.from).replace(/\s*số\s*$/iu, "");
  const named = before.length > (kind?.length ?? 0) + 3 ? before : null;
  const issuer = direct?.issuer ?? ending?.issuer ?? null;
  return {
    kind,
    normative: kind !== null && vocabulary.normative.includes(kind),
    named: {
      number: number?.number ?? null,
      date: dated?.date ?? null,
      issuer: issuer === null ? null : completeOffice(expandOffices(issuer), text),
      text: subject ?? named,
    },
  };
};

/** "… năm 2024 của Ủy ban nhân dân quận …": the issuer stands at the end of the sentence. */
const endingIssuer = (text: string): { issuer: string; from: number } | null => {
  const at = text.lastIndexOf(" của ");
  if (at < 0) return null;
  const issuer = text.slice(at + 5).replace(/[\s,.;]+$/u, "");
  return /^(?:[UỦ][ỷyỶY] ban nhân dân|UBND|Thành ủy|Tỉnh ủy|Quận ủy|Huyện ủy|Đảng ủy|Sở|Ban|HĐND|Hội đồng nhân dân|Thủ tướng|Chính phủ)(?!\p{L})/u.test(
    issuer,
  ) && issuer.length < 120
    ? { issuer, from: at }
    : null;
};

const COMMON: ReadonlySet<string> = new Set(vocabulary.common_words);
const contentWords = (text: string): ReadonlySet<string> =>
  new Set(
    foldVietnamese(text)
      .split(/[^a-z0-9]+/)
      .filter((word) => word.length > 1 && !COMMON.has(word)),
  );

/** How much of the shorter of two subjects the other one holds, from 0 to 1. */
export const subjectLikeness = (one: string, other: string): number => {
  const [a, b] = [contentWords(one), contentWords(other)];
  const smaller = a.size <= b.size ? a : b;
  const larger = smaller === a ? b : a;
  if (smaller.size < 3) return 0;
  return [...smaller].filter((word) => larger.has(word)).length / smaller.size;
};

const isCentral = (issuer: string): boolean => {
  const folded = foldVietnamese(issuer);
  return vocabulary.central.some(
    (name) => folded.startsWith(name) || (name.length > 4 && folded.includes(name)),
  );
};

export type SortedBases = {
  readonly parents: readonly NamedDocument[];
  readonly bases: readonly NamedDocument[];
  /** Of the choice of parents. */
  readonly confidence: number;
};

/** The one plan of the province or district among the bases is implemented, though it speaks of more than this one. */
const isPlanFromAbove = (kind: string | null, { issuer }: NamedDocument): boolean =>
  (kind === "Kế hoạch" || kind === "Chương trình") &&
  /^(?:Ủy ban nhân dân|UBND) (?:tỉnh|thành phố|quận|huyện|thị xã)/u.test(issuer ?? "");

const SAME = 0.6;
const ALIKE = 0.4;

/**
 * Which of the named documents this one implements: one of an office above it on the same subject. Laws, decrees,
 * directives and what comes from the centre are bases.
 */
export const sortBases = (
  found: readonly FoundDocument[],
  title: string,
  issuer: string | null,
): SortedBases => {
  const judged = found.map((one) => {
    const own = issuer !== null && foldVietnamese(one.named.issuer ?? "") === foldVietnamese(issuer);
    const eligible = !one.normative && !own && !isCentral(one.named.issuer ?? "") && one.kind !== "Tờ trình";
    const numbered = one.named.number !== null;
    return {
      ...one,
      likeness: eligible && numbered ? subjectLikeness(one.named.text ?? "", title) : 0,
      eligible: eligible && numbered,
    };
  });
  const same = judged.filter(({ likeness }) => likeness >= SAME);
  const alike = judged.filter(
    ({ likeness, eligible, introduced }) =>
      eligible &&
      (likeness >= ALIKE || introduced.startsWith("thực hiện") || introduced.startsWith("triển khai")),
  );
  const above = judged.filter(({ eligible, kind, named }) => eligible && isPlanFromAbove(kind, named));
  const parents =
    same.length > 0 ? same : alike.length === 0 && above.length === 1 ? above : alike.slice(0, 1);
  return {
    parents: parents.map(({ named }) => named),
    bases: judged.filter((one) => !parents.includes(one)).map(({ named }) => named),
    confidence: same.length > 0 ? 0.9 : parents.length > 0 ? 0.6 : found.length > 0 ? 0.75 : 0.6,
  };
};
