import { type LocalDate, localDateSchema } from "../../../shared/local-date.ts";
import { foldVietnamese, foldWithOffsets } from "../../../shared/normalise-vietnamese.ts";
import type { ReadTarget } from "../../reading.ts";
import words from "../../vocabulary/target-words.json" with { type: "json" };

const alternatives = (list: readonly string[]): string =>
  list
    .map(foldVietnamese)
    .toSorted((a, b) => b.length - a.length)
    .join("|");

const FIGURE = String.raw`\d{1,3}(?:\.\d{3}){1,3}|\d{1,6}(?:,\d{1,2})?`;
/** "95%", "từ 80 - 90 %", "1-2 mô hình", "ít nhất 02 cuộc". */
const FIGURES = new RegExp(
  String.raw`(?<![\p{L}\p{N}/.,-])(${FIGURE})(?: ?%)?(?: ?(?:-|den) ?(${FIGURE}))? ?(%|[\p{L}]+(?:,? [\p{L}]+){0,4})?`,
  "gu",
);
/** "27/27 khu phố": so many of so many; a day of a month ("ngày 10/10") has no such noun behind it. */
const FRACTIONS = /(?<![\p{L}\p{N}/.,-])(\d{1,4}) ?\/ ?(\d{1,4}) (?!to chuc)([\p{L}]+(?:,? [\p{L}]+){0,4})/gu;
const COUNTED = new RegExp(`^(?:${alternatives(words.counted)})(?![\\p{L}\\p{N}])`, "u");
const QUALIFIED = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(words.qualifiers)}|>|≥|>=) ?$`, "u");
const FIRM = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(words.firm_qualifiers)}|≥|>=) ?$`, "u");
/** "Mỗi năm 01 lớp": a rhythm, not the year 01. */
const EACH = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(words.each)}) ?$`, "u");
const NOT_AFTER = new RegExp(`(?:^|[^\\p{L}])(?:${alternatives(words.not_counted_after)}) ?$`, "u");
const NOT_UNIT = new RegExp(`^(?:${alternatives(words.not_units)})(?![\\p{L}])`, "u");
const OPENING = new RegExp(`(?<![\\p{L}])(?:${alternatives(words.openings)})(?![\\p{L}])`, "u");
const BY_YEAR = /(?<![\p{L}])den (?:het |cuoi )?nam (20\d\d)/u;
const STRIVES = /(?<![\p{L}])phan dau den (?:het |cuoi )?nam (20\d\d)/u;
const LONGEST = 4_000;

type Clause = { readonly text: string; readonly folded: string; readonly offsets: readonly number[] };

/** A clause ends at a semicolon, a bracket, a full stop; a comma ends it only before a new opening with a figure. */
const clausesOf = (title: string): readonly Clause[] =>
  title
    .slice(0, LONGEST)
    .split(/[;()]|[.…](?=\s|$)|,(?=\s+(?:[\p{L}]+\s+){1,4}(?:từ |ít nhất |tối thiểu )?\d)/u)
    .map((text) => ({ text, ...foldWithOffsets(text) }));

/** Figures that a task's sentence sets as its aim; never years, dates, numbers of documents, articles or places. */
export const recogniseTargets = (title: string, year: number | null): readonly ReadTarget[] =>
  clausesOf(title).flatMap((clause) => {
    const figures = [
      ...[...clause.folded.matchAll(FRACTIONS)].flatMap((match) => fractionOf(match, clause)),
      ...[...clause.folded.matchAll(FIGURES)].flatMap((match) => figureOf(match, clause)),
    ];
    const by = dayOf(clause.folded, year);
    if (figures.length > 0)
      return figures.map((figure) => ({
        text: wordsOf(clause),
        ...figure,
        ...(by !== null && { by }),
      }));
    const strives = STRIVES.exec(clause.folded);
    const end = strives === null ? null : lastDay(Number(strives[1]));
    return end === null ? [] : [{ text: wordsOf(clause), value: null, unit: null, by: end }];
  });

const IDIOM = new RegExp(`^(?:${alternatives(words.idioms)})(?![\\p{L}])`, "u");

/** Whether a figure before some noun became no target, though it is no date, number or idiom that we know of. */
export const leavesFigures = (title: string): boolean =>
  clausesOf(title).some((clause) =>
    [...clause.folded.matchAll(FIGURES)].some((match) => {
      const [whole, low = "", , after = ""] = match;
      const before = clause.folded.slice(Math.max(0, match.index - 24), match.index);
      const silent = NOT_AFTER.test(before) || NOT_UNIT.test(after) || IDIOM.test(after);
      const year = /^(?:19|20)\d\d$/.test(low);
      const other = after !== "" && !silent && !year;
      return (whole.includes("%") || other) && figureOf(match, clause).length === 0;
    }),
  );

type Figure = Pick<ReadTarget, "value" | "unit" | "value_min" | "value_max">;

const figureOf = (match: RegExpMatchArray, { folded, text, offsets }: Clause): readonly Figure[] => {
  const [whole, low = "", high, after = ""] = match;
  const at = match.index ?? 0;
  const before = folded.slice(Math.max(0, at - 24), at);
  const percent = whole.includes("%");
  const counted = COUNTED.exec(after)?.[0];
  if (!percent && ((NOT_AFTER.test(before) && !EACH.test(before)) || !isCounted(before, after, counted)))
    return [];
  if (!percent && /^(?:19|20)\d\d$/.test(low)) return [];
  const unit = percent
    ? "%"
    : nounOf(
        counted ?? after.split(" ").slice(0, 2).join(" "),
        at + whole.length - after.length,
        text,
        offsets,
      );
  const value = amountOf(low);
  if (high === undefined) return [{ value, unit }];
  const max = amountOf(high);
  return max <= value
    ? [{ value, unit }]
    : [{ value: `${value}-${max}`, value_min: value, value_max: max, unit }];
};

const nounOf = (noun: string, from: number, text: string, offsets: readonly number[]): string =>
  text.slice(offsets[from] ?? 0, offsets[from + noun.length] ?? text.length).toLowerCase();

/** A fraction is an aim behind a word that says so, or where it is all of them. */
const fractionOf = (match: RegExpMatchArray, { folded, text, offsets }: Clause): readonly Figure[] => {
  const [whole, part = "", all = "", after = ""] = match;
  const at = match.index ?? 0;
  const before = folded.slice(Math.max(0, at - 24), at);
  const counted = COUNTED.exec(after)?.[0];
  const aimed = QUALIFIED.test(before) || Number(part) === Number(all);
  if (counted === undefined || !aimed || NOT_AFTER.test(before) || Number(part) > Number(all)) return [];
  if (/(?<![\p{L}])ngay [^,;]{0,20}$/u.test(before)) return [];
  return [
    { value: `${part}/${all}`, unit: nounOf(counted, at + whole.length - after.length, text, offsets) },
  ];
};

/** A known noun counts; any other does behind "ít nhất", and behind weaker words unless it is a measure of time. */
const isCounted = (before: string, after: string, counted: string | undefined): boolean =>
  counted !== undefined ||
  (after !== "" && (FIRM.test(before) || (QUALIFIED.test(before) && !NOT_UNIT.test(after))));

const amountOf = (figure: string): number => Number(figure.replaceAll(".", "").replace(",", "."));

/** The clause from the word that opens the aim. */
const wordsOf = ({ text, folded, offsets }: Clause): string => {
  const opening = OPENING.exec(folded);
  const strives = /^phan dau (?=duy tri|xay dung|dat|dam bao|bao dam|hoan thanh|giam|tang|co )/.exec(
    opening === null ? "" : folded.slice(opening.index),
  );
  const from = opening === null ? 0 : opening.index + (strives?.[0].length ?? 0);
  return text
    .slice(offsets[from] ?? 0)
    .replace(/\s+/gu, " ")
    .trim()
    .replace(/[,.:]$/, "");
};

const lastDay = (year: number): LocalDate | null => localDateSchema.safeParse(`${year}-12-31`).data ?? null;

const dayOf = (folded: string, year: number | null): LocalDate | null => {
  const named = BY_YEAR.exec(folded);
  if (named !== null) return lastDay(Number(named[1]));
  return year !== null && /(?<![\p{L}])trong nam(?! \d)/u.test(folded) ? lastDay(year) : null;
};
