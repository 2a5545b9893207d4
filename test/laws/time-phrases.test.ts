import fc from "fast-check";
import { expect, it } from "vitest";
import { timeFrameFileSchema } from "../../api/catalogues/file-time-frame.ts";
import { addDays, localDate } from "../../api/shared/local-date.ts";
import { parseTimeFrame } from "../../api/time-frames/parse-time-frame.ts";
import { monthPeriod, quarterPeriod, yearPeriod } from "../../api/time-frames/periods.ts";
import { recogniseTimeFrame } from "../../api/time-frames/recognise-time-frame.ts";
import {
  beforeDate,
  fromYearOnward,
  joinParts,
  notAfterDate,
  recurrenceSchema,
  type TimeFrame,
  undated,
  withinPeriod,
} from "../../api/time-frames/time-frame.ts";
import type { ReadingPart } from "../../api/time-frames/time-frame-reading.ts";
import { TIME_WORDS } from "../../api/time-frames/time-phrase-words.ts";
import { writeTimeFrame } from "../../api/time-frames/write-time-frame.ts";

const context = { year: 2026, documentDate: localDate("2026-01-20") };
const year = fc.integer({ min: 2020, max: 2031 });
const date = fc.nat(4300).map((days) => addDays(localDate("2020-01-05"), days));
const month = fc
  .tuple(year, fc.integer({ min: 1, max: 12 }))
  .map(([of, number]) => withinPeriod("month", monthPeriod(of, number)));
const quarter = fc
  .tuple(year, fc.integer({ min: 1, max: 4 }))
  .map(([of, number]) => withinPeriod("quarter", quarterPeriod(of, number)));
const range = fc
  .tuple(date, fc.nat(3000))
  .map(([startOn, days]) => withinPeriod("range", { startOn, endOn: addDays(startOn, days) }));
const plain: fc.Arbitrary<TimeFrame> = fc.oneof(
  date.map(beforeDate),
  date.map(notAfterDate),
  month,
  quarter,
  range,
  fc.tuple(year, fc.constantFrom("year", "all_year")).map(([of, kind]) => withinPeriod(kind, yearPeriod(of))),
  year.map((of) => fromYearOnward(yearPeriod(of).startOn)),
  fc.constantFrom("continuous", "on_direction").map(undated),
);
const recurring = (frame: fc.Arbitrary<TimeFrame>): fc.Arbitrary<TimeFrame> =>
  fc.tuple(frame, fc.constantFrom(...recurrenceSchema.options)).map(([one, recurs]) => ({ ...one, recurs }));
const startOf = (frame: TimeFrame): string => frame.startOn ?? frame.date ?? "";
const inParts = fc
  .constantFrom(date.map(beforeDate), month, quarter)
  .chain((kind) => fc.array(recurring(kind), { minLength: 2, maxLength: 4 }))
  .map((frames) => frames.toSorted((one, other) => (startOf(one) < startOf(other) ? -1 : 1)))
  .map(([first = undated("none"), ...others]) => joinParts(first, others));
const canonical = fc
  .tuple(fc.oneof(recurring(plain), inParts), fc.option(recurring(plain), { nil: undefined }))
  .map(([frame, secondary]) => writeTimeFrame(secondary === undefined ? frame : { ...frame, secondary }));

/** Words of the grammar, figures and signs in any order: closer to a phrase than plain noise. */
const jumble = fc
  .array(
    fc.oneof(
      fc.constantFrom(...Object.values(TIME_WORDS).flat()),
      fc.constantFrom(
        "15",
        "02",
        "2026",
        "31",
        "13",
        "I",
        "IV",
        "/",
        "-",
        ",",
        ";",
        "(",
        ")",
        ".",
        "của Đảng ủy",
      ),
    ),
    { maxLength: 12 },
  )
  .map((words) => words.join(" "));

type Own = Pick<TimeFrame, "kind" | "date" | "exclusive" | "startOn" | "endOn" | "recurs">;
const meaningOf = ({ kind, date: on, exclusive, startOn, endOn, recurs }: Partial<Own>) => ({
  kind,
  date: on,
  exclusive,
  startOn,
  endOn,
  recurs,
});
const readingOf = (read: ReadingPart) =>
  meaningOf({
    ...(read.kind !== undefined && { kind: read.kind }),
    ...(read.date !== undefined && { date: read.date }),
    ...(read.exclusive !== undefined && { exclusive: read.exclusive }),
    ...(read.start_on !== undefined && { startOn: read.start_on }),
    ...(read.end_on !== undefined && { endOn: read.end_on }),
    ...(read.recurs !== undefined && { recurs: read.recurs }),
  });

it("recognising a canonical writing is parsing it", () => {
  fc.assert(
    fc.property(canonical, (words) => {
      const parsed = parseTimeFrame(words);
      const read = recogniseTimeFrame(words);
      if (parsed === null) throw new Error(`not canonical: ${words}`);
      expect(readingOf(read), words).toEqual(meaningOf(parsed));
      expect((read.parts ?? []).map(readingOf), words).toEqual((parsed.parts ?? []).map(meaningOf));
      expect(read.secondary && readingOf(read.secondary), words).toEqual(
        parsed.secondary && meaningOf(parsed.secondary),
      );
      expect([read.unread, read.needs_context]).toEqual([undefined, []]);
    }),
    { numRuns: 1000 },
  );
});

it("recognising arbitrary text returns, and what it did not understand stands in the text", () => {
  fc.assert(
    fc.property(fc.oneof(fc.string({ unit: "binary", maxLength: 200 }), jumble), (text) => {
      const read = recogniseTimeFrame(text, context);
      for (const words of read.unread ?? []) expect(read.text).toContain(words);
      if (read.kind === "none" && read.text !== null)
        expect(read.ditto === true || (read.unread ?? []).length > 0).toBe(true);
      if (read.kind === "before_date") expect(read.due_on).toBe(read.exclusive === true ? null : read.date);
    }),
    { numRuns: 3000 },
  );
});

it("what is read fits a catalogue file", () => {
  fc.assert(
    fc.property(fc.oneof(canonical, jumble), (text) => {
      const { needs_context, unread, ...read } = recogniseTimeFrame(text, context);
      const foreign = ["offset_days", "offset_months", "offset_hours", "day_of_week", "time_of_day"];
      const kept = Object.entries(read).filter(([field]) => !foreign.includes(field));
      // A file wants every bounded frame dated; what lacks its date says why, and is asked about before it is written.
      if (
        needs_context.length > 0 ||
        unread !== undefined ||
        read.secondary !== undefined ||
        read.parts !== undefined
      )
        return;
      const result = timeFrameFileSchema.safeParse(Object.fromEntries(kept));
      expect(result.error?.issues, text).toBeUndefined();
    }),
    { numRuns: 1000 },
  );
});

it("case, composition, dashes and spaces do not change the meaning", () => {
  const phrases = fc.oneof(
    canonical,
    fc.constantFrom(
      "từ tháng 3 đến tháng 6/2026",
      "Quý II-III/2026",
      "giai đoạn 2026-2030",
      "trước ngày 15 hằng tháng",
      "trong vòng 05 ngày làm việc kể từ ngày nhận văn bản",
      "ngày 20 của tháng cuối quý",
      "Tháng 3 và tháng 9",
      "thứ Sáu hằng tuần",
    ),
  );
  const variants: readonly ((text: string) => string)[] = [
    (text) => text.toUpperCase(),
    (text) => text.normalize("NFD"),
    (text) => text.replaceAll("-", " – "),
    (text) => text.replaceAll("/", " / "),
    (text) => text.replaceAll(" ", "\n\n"),
    (text) => ` ${text}.`,
    (text) => `${text},`,
    (text) => text.normalize("NFD").replace(/\p{M}/gu, "").replaceAll("đ", "d").replaceAll("Đ", "D"),
  ];
  fc.assert(
    fc.property(phrases, fc.constantFrom(...variants), (phrase, vary) => {
      const [asWritten, varied] = [phrase, vary(phrase)].map((text) => {
        const { text: _, secondary, trigger, ...read } = recogniseTimeFrame(text, context);
        return { ...read, secondary: secondary && readingOf(secondary) };
      });
      expect(varied, vary(phrase)).toEqual(asWritten);
    }),
    { numRuns: 1000 },
  );
});
