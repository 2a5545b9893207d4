import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import { findBodies, type OwnOffice, recogniseRecipients } from "../head/recognise-recipients.ts";
import type { Duty } from "./segment-duties.ts";

export type Consolidator = {
  readonly unit: string | null;
  /** Another unit that the text speaks of as much. */
  readonly rival: string | null;
  readonly line: number | null;
};

const points = (folded: string): number => {
  if (/\b(?:tong hop,? )?(?:bao cao|ket qua)\b/.test(folded) && /\btong hop\b/.test(folded)) return 2;
  if (/\b(?:dau moi|co quan thuong truc|chu tri tham muu)\b/.test(folded)) return 2;
  return /\bdon doc\b/.test(folded) && /\b(?:theo doi|tong hop|kiem tra)\b/.test(folded) ? 1 : 0;
};

/** The unit that gathers the reports: "(qua Phòng … tổng hợp)", "gửi về Văn phòng … để tổng hợp", "Giao … đôn đốc". */
export const chooseConsolidator = (duties: readonly Duty[], own: OwnOffice): Consolidator => {
  const scores = new Map<string, { score: number; line: number }>();
  const groups = new Set(own.lexicon.units.filter(({ is_group }) => is_group).map(({ name }) => name));
  const add = (name: string, score: number, line: number): void => {
    if (groups.has(name)) return;
    const before = scores.get(name);
    scores.set(name, { score: (before?.score ?? 0) + score, line: before?.line ?? line });
  };
  for (const duty of duties) {
    const text = duty.text.slice(0, 5_000);
    const folded = foldVietnamese(text);
    if (/\bbao cao\b|\bdieu chinh\b|\bkho khan\b|\bphan anh\b/.test(folded)) {
      const bodies = findBodies(text, own);
      const { to, via } = recogniseRecipients(text, bodies);
      // "báo cáo UBND thành phố (qua Phòng …)": that office is of those above, too.
      const above = bodies.filter(({ is, to: end }) => is !== "unit" && end <= (via?.from ?? 0)).at(-1);
      if (via?.is === "unit" && to?.is !== "superior" && above?.is !== "superior")
        add(via.name, /tong hop/.test(folded) ? 4 : 3, duty.from);
      if (to?.is === "unit") add(to.name, /tong hop/.test(folded) ? 4 : 2, duty.from);
    }
    const [unit] = duty.units;
    if (unit !== undefined && duty.units.length === 1 && !duty.heading) {
      const score = points(foldVietnamese(duty.duty.slice(0, 5_000)));
      if (score > 0) add(unit, score, duty.from);
    }
  }
  const ranked = [...scores].sort(([, a], [, b]) => b.score - a.score);
  const [first, second] = ranked;
  return {
    unit: first?.[0] ?? null,
    rival:
      first !== undefined &&
      second !== undefined &&
      second[1].score >= first[1].score - 1 &&
      second[1].score >= 2
        ? second[0]
        : null,
    line: first?.[1].line ?? null,
  };
};
