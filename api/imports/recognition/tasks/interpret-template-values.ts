import { type LocalDate, parseLocalDate, yearOf } from "../../../shared/local-date.ts";
import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { ReadDocument, Reading, ReadWarning } from "../../reading.ts";
import { type DocumentField, ROUND_FIELDS, TEMPLATE } from "../../template-labels.ts";
import { findWrittenDates } from "../head/extract-written-dates.ts";

export type TemplateValue = { readonly text: string; readonly line: number };
export type TemplateValues = ReadonlyMap<DocumentField, TemplateValue>;

export type TemplateReporting = Pick<
  Reading,
  | "report_rounds"
  | "report_text"
  | "ad_hoc_reports"
  | "consolidating_unit"
  | "adjustment_route"
  | "difficulty_route"
  | "other_duties"
>;

const KINDS = new Map(Object.entries(TEMPLATE.kinds).map(([label, kind]) => [foldVietnamese(label), kind]));

/** Longest scope of one document, in years: a slip of a century must not make a list of a hundred. */
const MOST_YEARS = 15;

const dateIn = (text: string): LocalDate | null => {
  const [only, second] = findWrittenDates(text);
  return second === undefined ? (only?.date ?? parseLocalDate(text.trim())) : null;
};

/** "Số: 12 /KH-UBND" as "12/KH-UBND". */
const numberIn = (text: string | null): string | null =>
  text?.replace(/^\s*số\s*:?/iu, "").replace(/\s+/g, "") ?? null;

/** Facts from the values of "Văn bản". What is no date where a date belongs is told and left empty, never guessed. */
export const interpretTemplateValues = (
  values: TemplateValues,
): {
  readonly document: ReadDocument;
  readonly reporting: TemplateReporting;
  readonly warnings: readonly ReadWarning[];
} => {
  const warnings: ReadWarning[] = [];
  const textOf = (field: DocumentField): string | null => values.get(field)?.text ?? null;
  const warn = (code: string, field: string, value: TemplateValue | undefined): void => {
    warnings.push({ code, number: null, field, line: value?.line ?? null, text: value?.text ?? "" });
  };
  const missing = (code: string, field: DocumentField): void => {
    if (!values.has(field)) warn(code, field, undefined);
  };
  const dateOf = (field: DocumentField, named: string): LocalDate | null => {
    const value = values.get(field);
    const date = value === undefined ? null : dateIn(value.text);
    if (value !== undefined && date === null) warn("date-not-understood", named, value);
    return date;
  };

  const kind = KINDS.get(foldVietnamese(textOf("kind") ?? ""));
  if (kind === undefined) warn("document-kind-unsure", "kind", values.get("kind"));
  missing("document-number-missing", "number");
  missing("issued-on-missing", "issued_on");
  missing("issuer-missing", "issuer");
  missing("title-missing", "title");
  const issuedOn = dateOf("issued_on", "issued_on");
  const [startOn, endOn] = [dateOf("scope_from", "scope_period"), dateOf("scope_to", "scope_period")];
  const scope = scopeOf(startOn, endOn, `${textOf("scope_from")} - ${textOf("scope_to")}`);
  if (scope === null)
    warn(
      startOn === null || endOn === null ? "scope-missing" : "scope-unsure",
      "scope_period",
      values.get("scope_to"),
    );
  const parent = [textOf("parent_number"), textOf("parent_issuer"), textOf("parent_date")];
  const issuer = textOf("issuer");
  const consolidating = textOf("consolidating_unit");

  const document: ReadDocument = {
    kind: kind ?? "khac",
    number: numberIn(textOf("number")),
    issued_on: issuedOn,
    issuer,
    title: textOf("title") ?? "",
    heading: textOf("kind")?.toLocaleUpperCase("vi") ?? null,
    appendix_title: null,
    parent_documents: parent.every((text) => text === null)
      ? []
      : [
          {
            number: numberIn(textOf("parent_number")),
            date: dateOf("parent_date", "parent_documents"),
            issuer: textOf("parent_issuer"),
            text: null,
          },
        ],
    basis_documents: [],
    scope_years: scope === null ? [] : yearsOf(scope.start_on, scope.end_on),
    scope_period: scope,
    signer_position: textOf("signer_position"),
    proposed_by: null,
    confidence: {
      kind: kind === undefined ? 0.3 : 1,
      number: 1,
      issued_on: 1,
      issuer: 1,
      title: 1,
      scope_period: 1,
      signer_position: 1,
      parent_documents: 1,
    },
    spans: spansOf(values),
  };
  const rounds = ROUND_FIELDS.flatMap((field, at) => {
    const value = values.get(field);
    if (value === undefined) return [];
    const before = dateOf(field, "report_rounds");
    return [
      {
        label: `lần ${at + 1}`,
        before,
        recurs: "none" as const,
        from: null,
        to_unit: issuer,
        via_unit: consolidating,
        text: `lần ${at + 1} trước ngày ${value.text}`,
        confidence: before === null ? 0.3 : 1,
        source_lines: [value.line, value.line] as [number, number],
      },
    ];
  });
  const adHoc = values.get("ad_hoc");
  const answer = foldVietnamese(adHoc?.text ?? TEMPLATE.no);
  if (![TEMPLATE.yes, TEMPLATE.no].map(foldVietnamese).includes(answer))
    warn("answer-not-understood", "ad_hoc_reports", adHoc);
  return {
    document,
    reporting: {
      report_rounds: rounds,
      report_text: null,
      ad_hoc_reports: answer === foldVietnamese(TEMPLATE.yes),
      consolidating_unit: consolidating,
      adjustment_route: null,
      difficulty_route: null,
      other_duties: [],
    },
    warnings,
  };
};

const scopeOf = (
  startOn: LocalDate | null,
  endOn: LocalDate | null,
  text: string,
): ReadDocument["scope_period"] =>
  startOn === null || endOn === null || endOn < startOn || yearOf(endOn) - yearOf(startOn) >= MOST_YEARS
    ? null
    : { start_on: startOn, end_on: endOn, text };

const yearsOf = (startOn: LocalDate, endOn: LocalDate): number[] =>
  Array.from({ length: yearOf(endOn) - yearOf(startOn) + 1 }, (_, at) => yearOf(startOn) + at);

const spansOf = (values: TemplateValues): ReadDocument["spans"] => {
  const span = (...fields: readonly DocumentField[]): [number, number] | undefined => {
    const lines = fields.flatMap((field) => values.get(field)?.line ?? []);
    return lines.length === 0 ? undefined : [Math.min(...lines), Math.max(...lines)];
  };
  const spans = {
    kind: span("kind"),
    number: span("number"),
    issued_on: span("issued_on"),
    issuer: span("issuer"),
    title: span("title"),
    scope_period: span("scope_from", "scope_to"),
    signer_position: span("signer_position"),
    parent_documents: span("parent_number", "parent_date", "parent_issuer"),
  };
  return Object.fromEntries(Object.entries(spans).filter(([, lines]) => lines !== undefined));
};
