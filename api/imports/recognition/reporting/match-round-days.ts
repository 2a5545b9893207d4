import type { RoundDay, RoundLabel, RoundWord } from "./round-words.ts";

/** A label and its day; either may be missing. */
export type RoundPair = { readonly label: RoundLabel | null; readonly day: RoundDay | null };

/** "(6 tháng)", "đối với báo cáo 6 tháng" behind the day. */
const LABEL_AFTER =
  /^ ?(?:\(|,? ?(?:doi voi|cho|voi|la) )(?: ?(?:doi voi|cho|voi) )?(?:ky )?(?:bao cao )?(?:ket qua |tong ket |so ket |dinh ky )?(?:cua )?$/;
/** "hằng tháng" and "hằng quý" stand behind their day without any word between. */
const RHYTHM_AFTER = /^ ?,? ?(?:cua )?$/;
const TOGETHER = /^[\s,;)]*(?:va|hoac)?[\s,]*(?:truoc )?(?:ngay )?[\s(]*$/;

const isDay = (word: RoundWord | undefined): word is RoundDay => word?.is === "day";

/**
 * Which day belongs to which label. A label stands before its day ("6 tháng trước ngày 01/6") or behind it ("trước ngày
 * 10/6 (6 tháng)"); as many labels as days in a row go in turn ("6 tháng, năm trước ngày 05/6 và 05/12"); several labels
 * before one day of a period share it ("quý, 6 tháng, năm trước ngày 20 của tháng cuối kỳ").
 */
export const pairRounds = (folded: string, words: readonly RoundWord[]): readonly RoundPair[] => {
  const pairs: RoundPair[] = [];
  let waiting: RoundLabel[] = [];
  let at = 0;
  while (at < words.length) {
    const word = words[at];
    if (word === undefined) break;
    if (!isDay(word)) {
      waiting.push(word);
      at++;
      continue;
    }
    const run = [word];
    for (
      let next = words[at + run.length];
      isDay(next) && together(folded, run.at(-1), next);
      next = words[at + run.length]
    )
      run.push(next);
    const behind = words[at + 1];
    if (
      behind !== undefined &&
      behind.is === "label" &&
      labelled(folded.slice(word.to, behind.from), behind, waiting)
    ) {
      // "lần 1 trước ngày 15/6 (6 tháng)": one report, named twice.
      const named = waiting.at(-1);
      const twice = named?.kind === "ordinal" ? named : null;
      pairs.push(
        ...(twice === null ? waiting : waiting.slice(0, -1)).map((label) => ({ label, day: null })),
        {
          label: twice ?? behind,
          day: word,
        },
      );
      waiting = [];
      at += 2;
      continue;
    }
    if (run.length > 1 && waiting.length === run.length)
      pairs.push(...run.map((day, index) => ({ label: waiting[index] ?? null, day })));
    else if (run.length === 1 && sharesPeriod(word))
      pairs.push(
        ...(waiting.length === 0
          ? [{ label: null, day: word }]
          : waiting.map((label) => ({ label, day: word }))),
      );
    else {
      pairs.push(...waiting.slice(0, -1).map((label) => ({ label, day: null })));
      pairs.push(
        ...run.map((day, index) => ({
          label: index === 0 || repeats(waiting.at(-1)) ? (waiting.at(-1) ?? null) : null,
          day,
        })),
      );
    }
    waiting = [];
    at += run.length;
  }
  return [...pairs, ...waiting.map((label) => ({ label, day: null }))];
};

const together = (folded: string, one: RoundDay | undefined, next: RoundDay): boolean =>
  one !== undefined && TOGETHER.test(folded.slice(one.to, next.from));

const labelled = (gap: string, label: RoundLabel, waiting: readonly RoundLabel[]): boolean =>
  LABEL_AFTER.test(gap) ||
  (waiting.length === 0 &&
    RHYTHM_AFTER.test(gap) &&
    (label.kind === "monthly" || label.kind === "quarterly" || label.kind === "weekly"));

const sharesPeriod = ({ relation, month }: RoundDay): boolean =>
  relation === "last-of-period" || (relation === "last-of-quarter" && month === null);

const repeats = (label: RoundLabel | undefined): boolean =>
  label !== undefined && (label.kind === "monthly" || label.kind === "quarterly");
