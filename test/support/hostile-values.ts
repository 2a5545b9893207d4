import fc from "fast-check";

/** Texts that have broken programs before. */
const TEXTS = [
  "",
  " ",
  "\0",
  "a\0b",
  "\ud800",
  "\udc00x",
  "đ\u0300\u0301".repeat(50),
  "\u202e\u200b\ufeff",
  "\r\nSet-Cookie: a=b",
  "'; drop table task; --",
  "%_\\%",
  "{{7*7}}",
  "<script>alert(1)</script>",
  "__proto__",
  "constructor",
  "../../../etc/passwd",
  "null",
  "NaN",
  "-1",
  "1e999",
  "9007199254740993",
  "9223372036854775808",
  "0000-00-00",
  "2026-02-30",
  "9999-12-31",
  "+275760-09-13",
  "-271821-04-20",
  "24:00",
  "00000000-0000-0000-0000-000000000000",
  "ffffffff-ffff-ffff-ffff-ffffffffffff",
  "WyIiXQ",
  "W251bGwsbnVsbF0",
] as const;

/** Halves of pairs do not go over a wire that is UTF-8. */
export const wellFormed = (text: string): string => text.replace(/\p{Surrogate}/gu, "\ufffd");

const huge = fc
  .tuple(fc.constantFrom("a", "đ", "😀", "\0", " ", "2.4 ", "%", '"'), fc.constantFrom(300, 5_000, 120_000))
  .map(([piece, times]) => piece.repeat(times));

export const hostileText: fc.Arbitrary<string> = fc.oneof(
  { weight: 6, arbitrary: fc.constantFrom(...TEXTS) },
  { weight: 4, arbitrary: fc.string({ unit: "binary", maxLength: 40 }) },
  // Halves of pairs in any place: what JSON may carry and a database may not.
  {
    weight: 2,
    arbitrary: fc
      .array(fc.integer({ min: 0xd700, max: 0xe000 }), { minLength: 1, maxLength: 6 })
      .map((units) => String.fromCharCode(...units)),
  },
  { weight: 1, arbitrary: huge },
);

const DEPTHS = [50, 2_000, 20_000];
const nested = fc
  .tuple(fc.constantFrom("[", '{"a":'), fc.constantFrom(...DEPTHS))
  .map(([open, times]) => `${open.repeat(times)}null${(open === "[" ? "]" : "}").repeat(times)}`);

/** What stands for a value in JSON, of any kind. */
export const hostileJson: fc.Arbitrary<unknown> = fc.oneof(
  { weight: 5, arbitrary: hostileText },
  {
    weight: 3,
    arbitrary: fc.constantFrom<unknown>(null, true, 0, -0, -1, 0.5, 1e308, 2 ** 53, [], {}, [[]], [null]),
  },
  { weight: 2, arbitrary: fc.jsonValue({ maxDepth: 3 }) },
);

/** Bodies that are no value of any schema. */
export const hostileBody: fc.Arbitrary<string | Uint8Array<ArrayBuffer>> = fc.oneof(
  hostileText,
  nested,
  fc.uint8Array({ maxLength: 60 }).map((bytes) => new Uint8Array(bytes)),
  fc.constantFrom("{", '{"a":1,}', "[1", '"', '{"a":"\\ud800"}', '{"__proto__":{"a":1}}', "\ufeff{}", "nul"),
);
