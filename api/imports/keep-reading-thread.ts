import { extname } from "node:path";
import { Worker } from "node:worker_threads";

/** A thread of `run-reading`: it answers one order after the other. */
export type ReadingThread = {
  readonly worker: Worker;
  /** Bound of its objects, set when it was started. */
  readonly megabytes: number;
  /** It has read before. */
  readonly used: boolean;
};

/** Starting one costs a second or two of a core; whoever sends a document often sends it again, corrected. */
const KEPT_FOR_MS = 5 * 60_000;

/** At most one waits for work, and it keeps no process from ending. */
let waiting: { readonly thread: ReadingThread; readonly timer: NodeJS.Timeout } | null = null;

/** The one that waits, where it has these bounds; else a new one. */
export const takeThread = (megabytes: number): ReadingThread => {
  if (waiting === null || waiting.thread.megabytes !== megabytes) return startThread(megabytes);
  const { thread, timer } = waiting;
  waiting = null;
  clearTimeout(timer);
  thread.worker.ref();
  return thread;
};

/** Lets a thread wait for the next document; ends it where another waits already. */
export const keepThread = async (thread: ReadingThread): Promise<void> => {
  if (waiting !== null) return endThread(thread);
  thread.worker.unref();
  const timer = setTimeout(() => void endWaitingThread(), KEPT_FOR_MS).unref();
  waiting = { thread: { ...thread, used: true }, timer };
};

/** Its memory is free again when this is over. */
export const endThread = async ({ worker }: ReadingThread): Promise<void> => {
  await worker.terminate();
};

export const endWaitingThread = async (): Promise<void> => {
  if (waiting === null) return;
  const { thread, timer } = waiting;
  waiting = null;
  clearTimeout(timer);
  await endThread(thread);
};

const startThread = (megabytes: number): ReadingThread => {
  const worker = new Worker(new URL(`./run-reading${ENDING}`, import.meta.url), {
    execArgv: loaderArguments(),
    // Nothing that a file brings about there finds a token or an address.
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: megabytes },
    // A command's answer stands on the same streams.
    stdout: true,
    stderr: true,
  });
  // It may fail while it waits or is being ended, when nobody listens: that must not end the process.
  worker.on("error", () => undefined);
  return { worker, megabytes, used: false };
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
