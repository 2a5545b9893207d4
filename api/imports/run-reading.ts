import { parentPort, workerData } from "node:worker_threads";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { ReadDocument, ReadingOrder } from "./read-document.ts";
import { readOutline } from "./read-outline.ts";
import { readingSchema } from "./reading.ts";
import { recogniseCatalogue } from "./recognition/recognise-catalogue.ts";

const answerTo = async ({ bytes, fileName, known }: ReadingOrder): Promise<Result<ReadDocument>> => {
  const outline = await readOutline(bytes, fileName);
  if (!outline.ok) return outline;
  const reading = recogniseCatalogue(outline.value, known);
  // A paragraph of a hundred pages is no document; any other wrong shape is a mistake of ours, told by the caller.
  const issues = readingSchema.safeParse(reading).error?.issues ?? [];
  if (issues.some(({ code }) => code === "too_big")) return refuse("file_too_long");
  return ok({ outline: outline.value, reading });
};

/** The whole of a reading thread: one order in, one answer out. */
parentPort?.postMessage(await answerTo(workerData));
