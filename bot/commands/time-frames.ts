import { z } from "zod";
import { isPaperYear, paperDateSchema } from "../../api/shared/local-date.ts";
import { ok } from "../../api/shared/result.ts";
import { recogniseTimeFrame } from "../../api/time-frames/recognise-time-frame.ts";
import { type Command, CommandProblem } from "./command.ts";

/** Some hundred thousand phrases. */
const MOST_BYTES = 16 * 1024 * 1024;

const phrasesSchema = z.array(
  z.object({
    text: z.string().max(100_000),
    context: z
      .object({
        year: z.int().refine(isPaperYear).nullish(),
        document_date: paperDateSchema.nullish(),
      })
      .nullish(),
  }),
);

const problem = (code: string, key: string, args: Readonly<Record<string, string>> = {}) =>
  new CommandProblem(code, [{ key, args }]);

const readAll = async (input: AsyncIterable<Uint8Array | string>): Promise<string> => {
  const pieces: Buffer[] = [];
  let bytes = 0;
  for await (const piece of input) {
    const buffer = typeof piece === "string" ? Buffer.from(piece) : Buffer.from(piece);
    bytes += buffer.length;
    if (bytes > MOST_BYTES) throw problem("input_too_large", "cli-input-too-large");
    pieces.push(buffer);
  }
  return Buffer.concat(pieces).toString("utf8");
};

const parseJson = (text: string): unknown => {
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw problem("input_not_json", "cli-input-not-json");
  }
};

/** `[{"text","context"?}]` from `input`, what each phrase means in the same order. */
export const timeFramesFrom = (input: () => AsyncIterable<Uint8Array | string>): Command => ({
  name: "time-frames",
  usage: "< PHRASES.json",
  options: {},
  positionals: 0,
  run: async () => {
    const phrases = phrasesSchema.safeParse(parseJson(await readAll(input())));
    if (!phrases.success)
      throw problem("input_wrong", "cli-phrases-wrong", {
        path: phrases.error.issues[0]?.path.join(".") || "-",
      });
    const readings = phrases.data.map(({ text, context }) =>
      recogniseTimeFrame(text, {
        year: context?.year ?? null,
        documentDate: context?.document_date ?? null,
      }),
    );
    return ok({
      json: readings,
      lines: readings.map((reading) => ({ key: "cli-verbatim", args: { text: JSON.stringify(reading) } })),
    });
  },
});

export const timeFramesCommand = timeFramesFrom(() => process.stdin);
