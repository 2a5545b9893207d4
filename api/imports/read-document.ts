import { extname } from "node:path";
import { Worker } from "node:worker_threads";
import pLimit from "p-limit";
import { z } from "zod";
import { REFUSALS, type RefusalCode } from "../shared/refusals.ts";
import { type Result, refuse } from "../shared/result.ts";
import type { KnownNames } from "./known-names.ts";
import type { Outline } from "./outline.ts";
import { type Reading, readingSchema } from "./reading.ts";

export type ReadingOrder = {
  readonly bytes: Uint8Array;
  /** As it came; only its ending may count. */
  readonly fileName: string;
  readonly known: KnownNames;
};

export type ReadDocument = { readonly outline: Outline; readonly reading: Reading };

/** Real documents of 40 pages take a second and 100 MB. */
const BOUNDS = { milliseconds: 30_000, megabytes: 512 };

/** Of the whole process: each may take a core and the memory of its bounds. */
const MOST_AT_ONCE = 2;
/** A thread's bound counts its objects but not its buffers, so what the process grows by is watched besides. */
const GROWTH = { every: 100, bounds: 2 };
const MEGABYTE = 1024 * 1024;
const inTurn = pLimit(MOST_AT_ONCE);

/**
 * Reads a file in a thread of its own, so that whoever serves others goes on meanwhile, and stops it where it takes
 * too long or too much: `file_reading_too_slow`. Two are read at once; others wait in the order in which they came,
 * and their time does not run yet. Other refusals are those of `readOutline`.
 */
export const readDocument = (order: ReadingOrder, bounds = BOUNDS): Promise<Result<ReadDocument>> =>
  inTurn(() => readInThread(order, bounds));

const readInThread = async (
  order: ReadingOrder,
  { milliseconds, megabytes }: typeof BOUNDS,
): Promise<Result<ReadDocument>> => {
  const worker = new Worker(new URL(`./run-reading${ENDING}`, import.meta.url), {
    workerData: order,
    execArgv: loaderArguments(),
    // Nothing that a file brings about there finds a token or an address.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // Libraries complain on these; a command's answer stands on the same stream.
    stdout: true,
    stderr: true,
  });
  worker.stdout.resume();
  worker.stderr.resume();
  try {
    return understood(await answerOf(worker, { milliseconds, megabytes }));
  } finally {
    // Only when its memory is free again may the next one begin.
    await worker.terminate();
  }
};

const answerOf = (worker: Worker, { milliseconds, megabytes }: typeof BOUNDS): Promise<unknown> => {
  const tooSlow = refuse("file_reading_too_slow");
  const most = process.memoryUsage.rss() + GROWTH.bounds * megabytes * MEGABYTE;
  let deadline: NodeJS.Timeout | undefined;
  let watch: NodeJS.Timeout | undefined;
  return new Promise((resolve, reject) => {
    deadline = setTimeout(() => resolve(tooSlow), milliseconds);
    watch = setInterval(() => process.memoryUsage.rss() > most && resolve(tooSlow), GROWTH.every);
    worker.once("message", resolve);
    worker.once("messageerror", reject);
    // It may fail once more while it is being stopped.
    worker.on("error", (error) => (isOutOfMemory(error) ? resolve(tooSlow) : reject(error)));
    worker.once("exit", (code) => reject(new Error(`the reading thread ended with ${code}`)));
  }).finally(() => {
    clearTimeout(deadline);
    clearInterval(watch);
  });
};

/** ".ts" where the sources run as they are, ".js" where they were compiled. */
const ENDING = extname(import.meta.url);

/** What loads the sources serves only the main thread by itself; a new thread has to ask for it. */
const loaderArguments = (): string[] => {
  if (ENDING !== ".ts") return [];
  const loader = import.meta.resolve("tsx/esm/api");
  const registers = `import { register } from ${JSON.stringify(loader)}; register();`;
  return ["--import", `data:text/javascript,${encodeURIComponent(registers)}`];
};

const isOutOfMemory = (error: unknown): boolean =>
  error instanceof Error && "code" in error && error.code === "ERR_WORKER_OUT_OF_MEMORY";

const answerSchema = z.discriminatedUnion("ok", [
  z.object({
    ok: z.literal(true),
    // From our own readers: as large as the file, and of their type.
    value: z.object({
      outline: z.custom<Outline>((value) => typeof value === "object"),
      reading: readingSchema,
    }),
  }),
  z.object({
    ok: z.literal(false),
    refusal: z.object({
      code: z.custom<RefusalCode>((code) => typeof code === "string" && code in REFUSALS),
      args: z.record(z.string(), z.union([z.string(), z.number()])),
    }),
  }),
]);

/** Throws where the reading is not of the shape that it is promised in: a mistake of ours. */
const understood = (answer: unknown): Result<ReadDocument> => answerSchema.parse(answer);
