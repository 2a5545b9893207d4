import { expect, it } from "vitest";
import { z } from "zod";
import { localDateSchema } from "../../../api/shared/local-date.ts";
import { recogniseTimeFrame } from "../../../api/time-frames/recognise-time-frame.ts";
import { phrases } from "../corpus.ts";

const FIELDS = ["kind", "start_on", "end_on", "date", "exclusive", "due_on", "recurs"];
const phrasesSchema = z.array(
  z.looseObject({
    text: z.string(),
    ambiguous: z.boolean().default(false),
    context: z
      .object({ year: z.int().nullish(), document_date: localDateSchema.nullish() })
      .nullish()
      .transform((context) => context ?? {}),
  }),
);

it("the collection's phrases mean what people read in them", () => {
  const all = phrasesSchema.parse(phrases());
  expect(all.length).toBeGreaterThan(0);
  for (const phrase of all.filter(({ ambiguous }) => !ambiguous)) {
    const { year = null, document_date: documentDate = null } = phrase.context;
    const expected = Object.fromEntries(FIELDS.map((field) => [field, phrase[field]]));
    expect(recogniseTimeFrame(phrase.text, { year, documentDate }), phrase.text).toMatchObject(expected);
  }
});
