import { parseLocalDate } from "../../../shared/local-date.ts";
import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { ReadDocument, Reading, ReadWarning } from "../../reading.ts";
import type { OwnOffice } from "../head/recognise-recipients.ts";
import type { DocumentParts } from "../parts/document-parts.ts";
import { parsePartHeading } from "../parts/parse-part-heading.ts";
import { linesOf, type TextLine } from "../parts/text-line.ts";
import { clipText } from "../shorten-text.ts";
import type { UnitLexicon } from "../units/unit-lexicon.ts";
import { chooseConsolidator } from "./choose-consolidator.ts";
import { recogniseReferrals } from "./recognise-referrals.ts";
import { recogniseRounds } from "./recognise-rounds.ts";
import type { RoundContext } from "./resolve-round.ts";
import { type Duty, segmentDuties } from "./segment-duties.ts";

export type ReportingReading = Pick<
  Reading,
  | "report_rounds"
  | "report_text"
  | "ad_hoc_reports"
  | "consolidating_unit"
  | "adjustment_route"
  | "difficulty_route"
  | "other_duties"
> & { readonly warnings: readonly ReadWarning[] };

/** Paragraphs: a real document has under a hundred; of a longer part the rest is not looked at, and said so. */
const MANY = 1_000;

type Round = Reading["report_rounds"][number];
type Heard = {
  readonly duty: Duty;
  readonly rounds: readonly Round[];
  readonly warnings: readonly ReadWarning[];
};

/** Who reports to whom and when, and who has which part in carrying the document out. */
export const recogniseReporting = (
  parts: DocumentParts,
  lexicon: UnitLexicon,
  document: ReadDocument,
): ReportingReading => {
  const own: OwnOffice = { issuer: document.issuer, lexicon };
  const lines = linesOf(parts.organisation);
  const articles = linesOfArticles(linesOf(parts.body));
  const organisation = segmentDuties(lines.slice(0, MANY), lexicon);
  const stated = [...segmentDuties(articles.slice(0, MANY), lexicon), ...organisation];
  const context = contextOf(document);
  let heard = listen(stated, own, context);
  const warnings: ReadWarning[] = [lines[MANY], articles[MANY]].flatMap((line) =>
    line === undefined ? [] : [warn("organisation-too-long", "report_rounds", line.from, line.text)],
  );
  if (heard.every(({ rounds }) => rounds.length === 0)) {
    // No round where rounds belong: a periodic report asked for among the tasks is better shown than lost.
    const paragraphs = linesOf(
      parts.catalogues.flatMap(({ blocks }) => blocks.filter(({ kind }) => kind === "paragraph")),
    );
    const elsewhere = segmentDuties(
      paragraphs.filter(({ folded }) => isPeriodic(folded.slice(0, 5_000))).slice(0, MANY),
      lexicon,
    );
    heard = listen(elsewhere, own, context).map((one) => ({
      ...one,
      rounds: one.rounds.map((round) => ({ ...round, confidence: Math.min(round.confidence, 0.6) })),
    }));
    for (const { duty } of heard.filter(({ rounds }) => rounds.length > 0))
      warnings.push(warn("round-among-tasks", "report_rounds", duty.from, duty.text));
  }
  const rounds = upwardLast(withoutRepeats(heard.flatMap(({ rounds: own }) => own)));
  const incoming = heard.filter(({ rounds: own }) => own.some(({ level }) => level !== "outgoing"));
  const routes = recogniseReferrals(stated, own);
  const consolidator = chooseConsolidator(
    [...stated, ...incoming.map(({ duty }) => duty).filter((duty) => !stated.includes(duty))],
    own,
  );
  const reporting =
    incoming[0]?.duty ??
    heard.find(({ rounds: own }) => own.length > 0)?.duty ??
    stated.find(isReportDuty) ??
    null;
  if (consolidator.rival !== null)
    warnings.push(
      warn(
        "consolidating-unit-unclear",
        "consolidating_unit",
        consolidator.line,
        `${consolidator.unit}; ${consolidator.rival}`,
      ),
    );
  if (rounds.length === 0)
    warnings.push(
      warn("report-rounds-missing", "report_rounds", reporting?.from ?? null, reporting?.text ?? ""),
    );
  return {
    report_rounds: [...rounds],
    report_text:
      reporting === null
        ? null
        : reportText(incoming.length > 0 ? incoming.map(({ duty }) => duty) : [reporting]),
    ad_hoc_reports: stated.some(asksAdHoc),
    consolidating_unit: consolidator.unit,
    adjustment_route: routes.adjustment,
    difficulty_route: routes.difficulty,
    other_duties: [
      ...otherDuties(
        organisation,
        incoming.map(({ duty }) => duty),
        routes,
      ),
    ],
    warnings: [...heard.flatMap(({ warnings: heardWarnings }) => heardWarnings), ...warnings],
  };
};

/** "Điều 2. Tổ chức thực hiện" and the paragraphs under it; a heading of a part is none of them. */
const linesOfArticles = (body: readonly TextLine[]): readonly TextLine[] => {
  let inside = false;
  return body.filter((line) => {
    const opens = /^dieu \d{1,3} ?[.:]/.test(line.folded);
    const style = opens ? null : (parsePartHeading(line)?.style ?? null);
    inside = opens || (inside && (style === null || style === "arabic"));
    return inside;
  });
};

const warn = (code: string, field: string, line: number | null, text: string): ReadWarning => ({
  code,
  number: null,
  field,
  line,
  text: clipText(text, 400),
});

const contextOf = ({ scope_years, scope_period, issued_on }: ReadDocument): RoundContext => {
  const issued = issued_on === null ? [] : [Number(issued_on.slice(0, 4))];
  return {
    years: scope_years.length > 0 ? scope_years : issued,
    start: scope_period === null ? null : parseLocalDate(scope_period.start_on),
    end: scope_period === null ? null : parseLocalDate(scope_period.end_on),
    yearly: false,
  };
};

/** "Chế độ báo cáo:" carries over to the lines of the list below it. */
const listen = (duties: readonly Duty[], own: OwnOffice, context: RoundContext): readonly Heard[] => {
  let carried = false;
  return duties.map((duty) => {
    const announces = /báo cáo[^.;]{0,120}:$/iu.test(duty.text);
    const listed = carried && duty.labelled;
    const found = recogniseRounds({ duty, own, context }, listed);
    carried = announces || (listed && !announces);
    return { duty, ...found };
  });
};

const isPeriodic = (folded: string): boolean =>
  /\bbao cao\b/.test(folded) &&
  /\b(?:dinh ky|(?:lan|dot) (?:1|i|thu nhat)\b|hang (?:thang|quy))/.test(folded) &&
  /\b(?:ve|gui|qua) /.test(folded);

const isReportDuty = ({ duty, closing }: Duty): boolean => {
  const folded = foldVietnamese(duty.slice(0, 5_000));
  return !closing && /\btong hop\b/.test(folded) && /\bbao cao\b/.test(folded);
};

const asksAdHoc = ({ text }: Duty): boolean => {
  const folded = foldVietnamese(text.slice(0, 5_000));
  if (!/\bdot xuat\b/.test(folded)) return false;
  if (/\bbao cao\b[^.;]{0,60}\bdot xuat\b|\bdot xuat\b[^.;]{0,80}\bbao cao\b/.test(folded)) return true;
  const listed = AFTER_ROUNDS.exec(folded)?.[0];
  return listed !== undefined && !/\b(?:kiem tra|giam sat|thanh tra|tuan tra)\b/.test(listed);
};

/** "Báo cáo …: 6 tháng trước ngày 05/6, năm trước ngày 10/11/2024 và đột xuất khi có yêu cầu". */
const AFTER_ROUNDS =
  /\bbao cao\b[^.]{0,400}(?:\d{1,2}[/.-]\d{1,2}(?:[/.-]\d{4})?|\b(?:tuan|thang|quy|nam))[ ,]{1,3}va dot xuat\b/;

const reportText = (duties: readonly Duty[]): string => duties.map(({ text }) => text).join(" ");

/** What the units owe, then what goes to the office above. */
const upwardLast = (rounds: readonly Round[]): readonly Round[] => [
  ...rounds.filter(({ level }) => level !== "outgoing"),
  ...rounds.filter(({ level }) => level === "outgoing"),
];

/** The same report told twice ("gửi về Phòng …", then among that unit's duties) is one round. */
const withoutRepeats = (rounds: readonly Round[]): readonly Round[] =>
  rounds.filter(
    (round, at) =>
      !rounds
        .slice(0, at)
        .some(
          (other) =>
            other.level === round.level &&
            foldVietnamese(other.label).replace(/\b0+/g, "") ===
              foldVietnamese(round.label).replace(/\b0+/g, "") &&
            (other.before === round.before || round.before === null) &&
            other.day_of_month === round.day_of_month &&
            round.source_lines[0] !== other.source_lines[0],
        ),
  );

const otherDuties = (
  duties: readonly Duty[],
  reports: readonly Duty[],
  routes: { adjustment: Reading["adjustment_route"]; difficulty: Reading["difficulty_route"] },
): Reading["other_duties"] => {
  const routed = [routes.adjustment?.text, routes.difficulty?.text];
  return duties.flatMap((duty) => {
    const { units, unitText, heading, closing, from, to } = duty;
    if (heading || closing || routed.includes(duty.text) || unitText === null) return [];
    if (reports.includes(duty) && !duty.labelled) return [];
    const unit = units[0] ?? unitText;
    const words = reports.includes(duty) ? beforeReport(duty.duty) : duty.duty;
    return words === "" ? [] : [{ unit, duty: words, source_lines: [from, to] as [number, number] }];
  });
};

/** What a paragraph asks for beside its report: "xây dựng Kế hoạch …; báo cáo …". */
const beforeReport = (duty: string): string => {
  const report = /[;,]\s*(?:định kỳ\s*)?báo cáo/iu.exec(duty);
  return report === null ? duty : duty.slice(0, report.index).trim();
};
