import fc from "fast-check";
import { beforeAll, describe, expect, it } from "vitest";
import { z } from "zod";
import { catalogueBodySchema, SMALLEST_CATALOGUE } from "../../api/catalogues/catalogue-body.ts";
import { catalogueFileSchema } from "../../api/catalogues/catalogue-file.ts";
import { openAnswer } from "../../api/http/seal-answer.ts";
import { NOBODY_KNOWN } from "../../api/imports/known-names.ts";
import { normaliseOutline } from "../../api/imports/normalise-outline.ts";
import { readOutline } from "../../api/imports/read-outline.ts";
import { readingSchema } from "../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../api/imports/recognition/recognise-catalogue.ts";
import { normaliseInvitationCode } from "../../api/members/invitation-code.ts";
import { understoodNoteSchema } from "../../api/progress/note.ts";
import { splitNotes } from "../../api/progress/split-notes.ts";
import { understandNote } from "../../api/progress/understand-note.ts";
import { camelKeys, snakeKeys } from "../../api/shared/key-case.ts";
import { localDate } from "../../api/shared/local-date.ts";
import { cursorAfter, readCursor } from "../../api/shared/page.ts";
import { parseTimeFrame } from "../../api/time-frames/parse-time-frame.ts";
import { recogniseTimeFrame } from "../../api/time-frames/recognise-time-frame.ts";
import { parseButton } from "../../bot/dialogues/button.ts";
import { recogniseInvitationCode } from "../../bot/recognise-invitation-code.ts";
import haiAnFile from "../../db/samples/hai-an.json" with { type: "json" };
import { announceFuzzing, fuzzed } from "../support/fuzz-cases.ts";
import { hostileJson, hostileText } from "../support/hostile-values.ts";
import { type OutlineItem, outlineOf } from "../support/outline-of.ts";

const TODAY = localDate("2026-09-15");

const said = fc.constantFrom(
  "2.4",
  "3.5.a",
  "đã xong",
  "da hoan thanh",
  "không phát sinh",
  "đạt 100%",
  "45/60 hộ",
  "ngày 20/3",
  "trước ngày 31/11/2026",
  "Quý I/2026",
  "06 tháng, 01 năm",
  "hằng tháng",
  "kế hoạch số 12/KH-UBND",
  "K7M2P-9QRTX",
  "/start",
  "\n",
  ",",
  ";",
);
/** Half what people write, half anything; short of what no field takes. */
const text = fc
  .array(fc.oneof({ weight: 3, arbitrary: said }, { weight: 1, arbitrary: hostileText }), { maxLength: 8 })
  .map((pieces) => pieces.join(" ").slice(0, 4_000));

const CURSORS: readonly z.ZodType<unknown>[] = [
  z.tuple([z.uuid()]),
  z.tuple([z.string(), z.number()]),
  z.tuple([z.string().nullable(), z.uuid()]),
];
const key = fc.array(
  fc.oneof(hostileText, fc.double({ noNaN: true, noDefaultInfinity: true }), fc.constant(null)),
  {
    minLength: 1,
    maxLength: 4,
  },
);

const item: fc.Arbitrary<OutlineItem> = fc.oneof(
  text,
  text.map((bold) => ({ bold })),
  fc.record({
    rows: fc.array(fc.array(text, { minLength: 1, maxLength: 6 }), { minLength: 1, maxLength: 5 }),
    certainty: fc.constantFrom(1, 0.7),
  }),
);
const outline = fc
  .tuple(fc.array(item, { maxLength: 12 }), fc.constantFrom("docx", "pdf", "xlsx", "text", "markdown"))
  .map(([items, format]) => outlineOf(items, format));

/** A good catalogue in which one value, at any depth, is something else. */
const spoiltCatalogue = (whole: unknown) =>
  fc.tuple(fc.nat({ max: 5_000 }), hostileJson, fc.boolean()).map(([at, value, drop]) => {
    let seen = 0;
    return JSON.parse(JSON.stringify(whole), (name, held: unknown) => {
      seen += 1;
      if (name === "" || seen !== (at % 400) + 1) return held;
      return drop ? undefined : value;
    }) as unknown;
  });

const bytes = fc.oneof(
  fc.uint8Array({ maxLength: 600 }),
  fc
    .tuple(
      fc.constantFrom("%PDF-1.7\n", "PK\u0003\u0004", "\u00d0\u00cf\u0011\u00e0", "{\\rtf1", "\ufeff", ""),
      text,
    )
    .map(([head, rest]) => new TextEncoder().encode(head + rest)),
);

/** By name, so that a run says which parser fell. */
const PARSERS: readonly (readonly [name: string, property: unknown, share?: number])[] = [
  [
    "an invitation's code",
    fc.property(text, (words) => {
      for (const from of ["stranger", "member"] as const) recogniseInvitationCode(words, from);
      const code = normaliseInvitationCode(words);
      if (code !== null) expect(normaliseInvitationCode(code)).toBe(code);
    }),
  ],
  [
    "a note",
    fc.property(text, (words) => {
      for (const { text: line, number } of splitNotes(words).lines)
        expect(
          understoodNoteSchema.safeParse(understandNote(line, { today: TODAY, taskNumber: number })).error,
        ).toBeUndefined();
      understandNote(words, { today: TODAY });
    }),
  ],
  [
    "a time frame",
    fc.property(text, (phrase) => {
      recogniseTimeFrame(phrase);
      parseTimeFrame(phrase);
    }),
  ],
  [
    "a document's outline",
    fc.property(outline, (given) => {
      const reading = recogniseCatalogue(normaliseOutline(given), NOBODY_KNOWN);
      expect(readingSchema.safeParse(reading).error).toBeUndefined();
    }),
    1 / 3,
  ],
  [
    "a file",
    fc.asyncProperty(
      bytes,
      fc.constantFrom("a.docx", "a.pdf", "a.xlsx", "a.txt", "a.md", "a"),
      async (file, name) => {
        await readOutline(new Uint8Array(file), name);
      },
    ),
    1 / 3,
  ],
  [
    "a cursor",
    fc.property(fc.oneof(text, key.map(cursorAfter)), (cursor) => {
      for (const schema of CURSORS) readCursor(cursor, schema);
    }),
  ],
  [
    "a catalogue's file",
    fc.property(
      fc.oneof(spoiltCatalogue(haiAnFile), spoiltCatalogue(SMALLEST_CATALOGUE), hostileJson),
      (file) => {
        catalogueFileSchema.safeParse(file);
        catalogueBodySchema.safeParse(file);
      },
    ),
    1 / 3,
  ],
  [
    "names of fields, in and out",
    fc.property(hostileJson, (value) => {
      camelKeys(value);
      snakeKeys(value);
    }),
  ],
  [
    "a button's data",
    fc.property(text, (data) => {
      parseButton(data);
    }),
  ],
  [
    "a sealed answer",
    fc.property(text, text, (sealed, token) => {
      expect(openAnswer(sealed, token, "một")).toBeNull();
    }),
  ],
];

beforeAll(() => announceFuzzing("parsers"));

describe("whatever is written", () => {
  for (const [name, property, share] of PARSERS)
    it(`${name} is read or refused, and breaks nothing`, async () => {
      await fc.assert(property as fc.IAsyncProperty<unknown>, fuzzed(share, name));
    });
});
