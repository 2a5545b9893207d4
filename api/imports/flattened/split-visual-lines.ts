import type { Outline } from "../outline.ts";
import { measureText } from "./measure-text.ts";
import type { UsualGap, VisualLine } from "./visual-line.ts";

const SPACES = /[\s\u00a0\u200b]+/gu;
const RULE = /^(?:[ \u00a0]{20,}|\s*[_\u2500-\u2501]{5,}\s*)$/u;
/** More lines than this share with a leading space: the text is indented, and the space tells nothing of pages. */
const INDENTED = 0.12;

/** The lines that hold anything. */
export const splitVisualLines = (lines: Outline["lines"]): readonly VisualLine[] => {
  const filled = lines.filter(({ text }) => text.trim() !== "").length;
  const spaced = lines.filter(({ text }) => ONE_SPACE.test(text)).length;
  const paged = lines.some(({ page }) => page !== null);
  const spaceTells = !paged && spaced <= Math.max(3, filled * INDENTED);
  const found: VisualLine[] = [];
  let gap = 0;
  let afterRule = false;
  let feed = false;
  let page: number | null = null;
  for (const [index, { text: raw, page: own }] of lines.entries()) {
    feed ||= raw.includes("\f");
    const text = raw.normalize("NFC").replace(SPACES, " ").trim();
    if (text === "" || RULE.test(raw)) {
      if (RULE.test(raw.replace(/\f/g, ""))) afterRule = true;
      gap += 1;
      continue;
    }
    found.push({
      line: index + 1,
      text,
      raw,
      page: own,
      gap,
      startsPage:
        feed || (own !== null && page !== null && own !== page) || (spaceTells && ONE_SPACE.test(raw)),
      afterRule,
      width: measureText(text),
    });
    page = own;
    gap = 0;
    afterRule = false;
    feed = false;
  }
  return found;
};

const ONE_SPACE = /^ (?=[^ \u00a0])/u;

export const measureUsualGap = (lines: readonly VisualLine[]): UsualGap => {
  const counts = new Map<number, number>();
  for (const { gap } of lines.slice(1)) counts.set(gap, (counts.get(gap) ?? 0) + 1);
  const [most = [0, 0]] = [...counts].sort((a, b) => b[1] - a[1]);
  return most[0];
};
