import { getHeapStatistics } from "node:v8";
import { parentPort } from "node:worker_threads";
import { MEGABYTE } from "../shared/byte-sizes.ts";
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

// Libraries complain on these; whoever read them would keep the process from ending while the thread waits.
for (const stream of [process.stdout, process.stderr]) stream.write = () => true;

/** The whole of a reading thread: an order in, an answer out, with the megabytes of objects that are left. */
parentPort?.on("message", async (order: ReadingOrder) => {
  const answer = await answerTo(order);
  parentPort?.postMessage({ answer, megabytes: getHeapStatistics().used_heap_size / MEGABYTE });
});
