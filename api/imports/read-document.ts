import pLimit from "p-limit";
import { z } from "zod";
import { MEGABYTE } from "../shared/byte-sizes.ts";
import { REFUSALS, type RefusalCode } from "../shared/refusals.ts";
import { type Result, refuse } from "../shared/result.ts";
import { endThread, keepThread, type ReadingThread, takeThread } from "./keep-reading-thread.ts";
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
/** Objects that a thread may keep while it waits for the next document; those of 40 pages are a third less. */
const KEPT_MEGABYTES = 160;
const inTurn = pLimit(MOST_AT_ONCE);

/**
 * Reads a file in another thread, so that whoever serves others goes on meanwhile, and stops it where it takes
 * too long or too much: `file_reading_too_slow`. Two are read at once; others wait in the order in which they came,
 * and their time does not run yet. Other refusals are those of `readOutline`.
 */
export const readDocument = (order: ReadingOrder, bounds = BOUNDS): Promise<Result<ReadDocument>> =>
  inTurn(() => readInThread(order, bounds));

/** Only a thread whose document was read well reads another one: what a hostile file left behind ends with it. */
const readInThread = async (order: ReadingOrder, bounds: typeof BOUNDS): Promise<Result<ReadDocument>> => {
  const thread = takeThread(bounds.megabytes);
  try {
    const { answer, megabytes } = understood(await answerOf(thread, order, bounds));
    await (answer.ok && megabytes <= KEPT_MEGABYTES ? keepThread(thread) : endThread(thread));
    return answer;
  } catch (error) {
    // Only when its memory is free again may the next one begin.
    await endThread(thread);
    // The document before may be the reason.
    if (thread.used) return readInThread(order, bounds);
    throw error;
  }
};

const answerOf = (
  { worker, used }: ReadingThread,
  order: ReadingOrder,
  { milliseconds, megabytes }: typeof BOUNDS,
): Promise<unknown> => {
  const tooSlow = { answer: refuse("file_reading_too_slow"), megabytes };
  const most = process.memoryUsage.rss() + GROWTH.bounds * megabytes * MEGABYTE;
  const listening = new AbortController();
  return new Promise((resolve, reject) => {
    const deadline = setTimeout(() => resolve(tooSlow), milliseconds);
    const watch = setInterval(() => process.memoryUsage.rss() > most && resolve(tooSlow), GROWTH.every);
    const failed = (error: unknown) => (isOutOfMemory(error) && !used ? resolve(tooSlow) : reject(error));
    const ended = (code: number) => reject(new Error(`the reading thread ended with ${code}`));
    worker.on("message", resolve).on("messageerror", reject).on("error", failed).on("exit", ended);
    listening.signal.addEventListener("abort", () => {
      clearTimeout(deadline);
      clearInterval(watch);
      worker.off("message", resolve).off("messageerror", reject).off("error", failed).off("exit", ended);
    });
    worker.postMessage(order);
  }).finally(() => listening.abort());
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

const saidSchema = z.object({ answer: answerSchema, megabytes: z.number() });

/** Throws where the reading is not of the shape that it is promised in: a mistake of ours. */
const understood = (said: unknown): { readonly answer: Result<ReadDocument>; readonly megabytes: number } =>
  saidSchema.parse(said);
