import { isReportHeading } from "../reporting/judge-report-duty.ts";
import type { BlockView } from "./describe-block.ts";
import { LABEL_STYLES, type LabelStyle, type PartHeading } from "./parse-part-heading.ts";

const rank = (style: LabelStyle): number => LABEL_STYLES.indexOf(style);

const outermost = (headings: readonly PartHeading[]): LabelStyle | null =>
  headings
    .map(({ style }) => style)
    .filter((style) => style !== "none")
    .reduce<LabelStyle | null>(
      (best, style) => (best === null || rank(style) < rank(best) ? style : best),
      null,
    );

/**
 * Which headings open a part: under "II. NỘI DUNG" the line "1. Mục tiêu" opens none. The body and the annexes (what
 * follows the signature) number their parts each in its own way.
 */
export const chooseHeadings = (views: readonly BlockView[]): readonly (PartHeading | null)[] => {
  const signed = views.findIndex(({ role }) => role === "recipients" || role === "signature");
  const end = signed < 0 ? views.length : signed;
  return [...choose(views.slice(0, end)), ...choose(views.slice(end))];
};

const choose = (views: readonly BlockView[]): readonly (PartHeading | null)[] => {
  const headings = views.flatMap(({ heading }) => (heading === null ? [] : [heading]));
  const organising = outermost(headings.filter(({ holds }) => holds === "organisation"));
  const others = outermost(headings.filter(({ holds }) => holds === "aims" || holds === "tasks"));
  const opens = ({ style, holds, title }: PartHeading, capitals: boolean): boolean => {
    // "2. Chế độ báo cáo" among numbered tasks is one item of them: its neighbours belong to no organisation.
    if (holds === "organisation" && style === "arabic" && others !== style && isReportHeading(title))
      return false;
    if (holds === "organisation")
      return style === "none" ? capitals || organising === null : style === organising;
    if (style === "none") return others === null && holds !== "other";
    if (holds === "other") return style !== "arabic" && (style === others || style === organising);
    return style === others;
  };
  return views.map(({ heading, line }) =>
    heading !== null && opens(heading, line?.capitals ?? false) ? heading : null,
  );
};
