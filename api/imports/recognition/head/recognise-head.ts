import type { KnownNames } from "../../known-names.ts";
import type { Outline, Span } from "../../outline.ts";
import type { ReadDocument, ReadWarning } from "../../reading.ts";
import { classifyLine } from "../parts/classify-line.ts";
import type { DocumentParts } from "../parts/document-parts.ts";
import { mergeBrokenLines } from "../parts/merge-broken-lines.ts";
import { linesOf, type TextLine } from "../parts/text-line.ts";
import { isSameOffice } from "../units/name-office.ts";
import {
  readDate,
  readKind,
  readNumber,
  readProposer,
  readScope,
  titleConfidence,
  titleParent,
} from "./extract-head-fields.ts";
import { FOREIGN_ISSUER } from "./foreign-issuer.ts";
import { recogniseIssuer } from "./recognise-issuer.ts";
import { recogniseNamedDocuments, sortBases } from "./recognise-named-documents.ts";
import { recogniseSigner } from "./recognise-signer.ts";
import { annexTitle, recogniseTitle } from "./recognise-title.ts";

type Field = keyof ReadDocument["confidence"];

/** Paragraphs under the title: a real document has some twenty bases. */
const MANY = 300;

export type HeadReading = { readonly document: ReadDocument; readonly warnings: readonly ReadWarning[] };

/** What the head of the document, its annex's heading and its signature say of the document itself. */
export const recogniseHead = (outline: Outline, parts: DocumentParts, known: KnownNames): HeadReading => {
  const { main, annex } = splitHead(parts);
  const attached = joinAttached(annex);
  const own = recogniseTitle(main);
  const appendix = annexTitle(annex);
  // A kind's line with nothing under it but the bases: the annex says what the document is about.
  const title = own === null || (own.title === "" && appendix !== null) ? appendix : own;
  const titleAt = own?.lines[0]?.from ?? null;
  const last = own?.lines.at(-1);
  const below = mergeBrokenLines(last === undefined ? [] : main.slice(main.indexOf(last) + 1));
  const whole = outline.lines
    .map(({ text }) => text)
    .join("\n")
    .normalize("NFC");
  const warnings: ReadWarning[] = [];
  const warn = (code: string, field: Field | "proposed_by", at: Span | null, text: string): void => {
    warnings.push({ code, number: null, field, line: at?.from ?? null, text });
  };

  const number = readNumber(main, attached);
  if (number.value === null) warn("document-number-missing", "number", number.line, number.text);
  const issued = readDate(main, below, attached);
  if (issued.value === null)
    warn(
      issued.invalid ? "issued-on-impossible" : "issued-on-missing",
      "issued_on",
      issued.line,
      issued.text,
    );
  const kind = readKind(own, attached, number.signs);
  if (kind.confidence < 0.8) warn("document-kind-unsure", "kind", kind.line, own?.heading ?? "");
  const letterhead = annex.filter(({ from }) => from < (appendix?.lines[0]?.from ?? 0));
  const issuer = recogniseIssuer(main, [...letterhead, ...attached], titleAt, whole, known);
  if (issuer === null) warn("issuer-missing", "issuer", null, "");
  else if (issuer.doubt !== null) warn(issuer.doubt, "issuer", issuer.span, issuer.issuer);
  if (issuer !== null && known.organization !== null && !isSameOffice(issuer.issuer, known.organization))
    warn(FOREIGN_ISSUER, "issuer", issuer.span, issuer.issuer);
  if (title === null || title.title === "") warn("title-missing", "title", null, "");

  const found = below
    .slice(0, MANY)
    .flatMap((line) => recogniseNamedDocuments(line.text).map((one) => ({ ...one, line })));
  const sorted = sortBases(found, title?.title ?? "", issuer?.issuer ?? null);
  const parents = sorted.parents.length > 0 ? sorted.parents : titleParent(title?.title ?? "");
  const inTitle = sorted.parents.length === 0 && parents.length > 0;
  const unnumbered = inTitle && parents[0]?.number === null;
  if (unnumbered)
    warn("parent-number-missing", "parent_documents", title?.lines[0] ?? null, parents[0]?.text ?? "");
  else if (!inTitle && parents.length > 0 && sorted.confidence < 0.8)
    warn("parent-document-unsure", "parent_documents", found[0]?.line ?? null, parents[0]?.number ?? "");
  const parentLine = found.find(({ named }) => named === parents[0])?.line ?? null;

  const scope = readScope([title, appendix], below, issued.value);
  if (scope === null || scope.confidence < 0.8)
    warn(
      scope === null ? "scope-missing" : "scope-unsure",
      "scope_period",
      scope?.line ?? null,
      scope?.value.period.text ?? "",
    );
  const signer = recogniseSigner([...linesOf(parts.signature), ...linesOf(parts.recipients)]);
  const proposed = readProposer(below);

  const confidence: ReadDocument["confidence"] = {
    kind: kind.confidence,
    number: number.confidence,
    issued_on: issued.confidence,
    issuer: issuer?.confidence ?? 0.3,
    title: titleConfidence(title, own),
    scope_period: scope?.confidence ?? 0.3,
    signer_position: signer === null ? 0.7 : signer.sure ? 0.95 : 0.75,
    parent_documents: unnumbered ? 0.5 : inTitle ? 0.9 : sorted.confidence,
  };
  const spans: ReadDocument["spans"] = {};
  const place = (field: Field, at: Span | null | undefined, to?: Span): void => {
    if (at) spans[field] = [at.from, to?.to ?? at.to];
  };
  place("kind", kind.line);
  place("number", number.line);
  place("issued_on", issued.line);
  place("issuer", issuer?.span);
  place("title", title?.lines[1] ?? title?.lines[0], title?.lines.at(-1));
  place("scope_period", scope?.line);
  place("signer_position", signer);
  place("parent_documents", parentLine);

  return {
    document: {
      kind: kind.value,
      number: number.value,
      issued_on: issued.value,
      issuer: issuer?.issuer ?? null,
      title: title?.title ?? "",
      heading: title?.heading ?? null,
      appendix_title: own === null || appendix === null || appendix.title === "" ? null : appendix.title,
      parent_documents: [...parents],
      basis_documents: [...sorted.bases],
      scope_years: [...(scope?.value.years ?? [])],
      scope_period: scope?.value.period ?? null,
      signer_position: signer?.position ?? null,
      proposed_by: proposed,
      confidence,
      spans,
    },
    warnings,
  };
};

/** The document's own heading, and that of its first annex. */
const splitHead = (parts: DocumentParts): { main: readonly TextLine[]; annex: readonly TextLine[] } => {
  const lines = linesOf(parts.head);
  const signed = parts.signature[0] ?? parts.recipients[0];
  const bodyStarts = Math.min(
    ...[parts.body[0]?.from, signed?.from].map((line) => line ?? Number.POSITIVE_INFINITY),
  );
  const label = lines.findIndex((line, at) => {
    const role = classifyLine(line);
    if (role !== "annex" && role !== "attached") return line.from > bodyStarts;
    return line.from > bodyStarts || lines.slice(0, at).every((one) => classifyLine(one) !== "kind");
  });
  return label < 0 ? { main: lines, annex: [] } : { main: lines.slice(0, label), annex: lines.slice(label) };
};

/** "(Kèm theo Quyết định số …" and the line that closes its bracket. */
const joinAttached = (annex: readonly TextLine[]): readonly TextLine[] => {
  const at = annex.findIndex((line) => classifyLine(line) === "attached");
  const first = annex[at];
  if (first === undefined) return [];
  const text = [first.text];
  let last = first;
  for (const line of annex.slice(at + 1, at + 4)) {
    if (/\)[\s.;]*$/u.test(last.text)) break;
    text.push(line.text);
    last = line;
  }
  return [{ ...first, text: text.join(" "), to: last.to }];
};
