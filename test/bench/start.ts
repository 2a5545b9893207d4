import { spawn } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";

/**
 * `npm run bench`: seconds from the start of the product to the first answer of `/nhiemvu` in the demonstration,
 * on an empty data folder and on an existing one, with its resident memory, beside a bare Node process in the
 * same run. Absolute seconds drift with the machine; the ratio to the bare process is what counts.
 */

const ROOT = join(import.meta.dirname, "../..");
const DEADLINE_MS = 60_000;

type Run = { readonly seconds: number; readonly megabytes: number; readonly peak: number };

const untilReady = (child: ReturnType<typeof spawn>): Promise<string> =>
  new Promise((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("the product did not start in time")), DEADLINE_MS);
    child.stdout?.on("data", (bytes: Buffer) => {
      const url = /https?:\/\/[^\s]+/.exec(bytes.toString())?.[0];
      if (url === undefined) return;
      clearTimeout(timer);
      resolve(url);
    });
    child.once("exit", (code) => reject(new Error(`the product ended with ${code}`)));
  });

const memoryOf = (pid: number | undefined): { now: number; peak: number } => {
  const status = readFileSync(`/proc/${pid}/status`, "utf8");
  const of = (name: string): number => Number(new RegExp(`${name}:\\s+(\\d+)`).exec(status)?.[1] ?? 0) / 1024;
  return { now: of("VmRSS"), peak: of("VmHWM") };
};

/** As a visitor: the page with the roles, the first of them, the question, and the answer on the open stream. */
const firstAnswer = async (url: string): Promise<void> => {
  const page = await (await fetch(`${url}/demo`)).text();
  const persona =
    /name="persona"[^>]*value="([^"]+)"/.exec(page)?.[1] ?? /value="([0-9a-f-]{36})"/.exec(page)?.[1];
  if (persona === undefined) throw new Error("the page offers nobody to be");
  const headers = { origin: url, "sec-fetch-site": "same-origin" };
  const login = await fetch(`${url}/demo/be`, {
    method: "POST",
    headers,
    body: new URLSearchParams({ persona }),
    redirect: "manual",
  });
  const cookie = (login.headers.getSetCookie() ?? []).map((set) => set.split(";")[0]).join("; ");
  const stopped = new AbortController();
  const events = await fetch(`${url}/chat/events`, { headers: { cookie }, signal: stopped.signal });
  await fetch(`${url}/chat/message`, {
    method: "POST",
    headers: { ...headers, cookie, "content-type": "application/json" },
    body: JSON.stringify({ key: crypto.randomUUID(), text: "/nhiemvu" }),
  });
  let heard = "";
  for await (const chunk of events.body ?? []) {
    heard += Buffer.from(chunk).toString();
    if (heard.includes("17 nhiệm vụ chủ trì") || heard.includes("17 tasks")) break;
  }
  stopped.abort();
};

const run = async (dataDir: string): Promise<Run> => {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "bot/main.ts"], {
    cwd: ROOT,
    env: { PATH: process.env.PATH, DATA_DIR: dataDir, PORT: "0", LOG_LEVEL: "error" },
    stdio: ["ignore", "pipe", "inherit"],
  });
  try {
    await firstAnswer(await untilReady(child));
    const seconds = (performance.now() - begun) / 1000;
    const { now, peak } = memoryOf(child.pid);
    return { seconds, megabytes: now, peak };
  } finally {
    const ended = new Promise((done) => child.once("exit", done));
    child.kill("SIGTERM");
    await ended;
  }
};

const bareNode = async (): Promise<number> => {
  const begun = performance.now();
  const child = spawn(process.execPath, ["--import", "tsx", "-e", "0"], { cwd: ROOT, stdio: "ignore" });
  await new Promise((done) => child.once("exit", done));
  return (performance.now() - begun) / 1000;
};

const folder = mkdtempSync(join(tmpdir(), "dondoc-bench-"));
try {
  const bare = await bareNode();
  const rows: [string, Run][] = [
    ["empty data folder", await run(folder)],
    ["existing data folder", await run(folder)],
    ["existing data folder, again", await run(folder)],
  ];
  console.log(`bare node with tsx: ${bare.toFixed(2)} s`);
  for (const [name, { seconds, megabytes, peak }] of rows)
    console.log(
      `${name}: ${seconds.toFixed(2)} s to the first answer (${(seconds / bare).toFixed(1)} × bare), ` +
        `${megabytes.toFixed(0)} MB resident, ${peak.toFixed(0)} MB at the highest`,
    );
} finally {
  rmSync(folder, { recursive: true, force: true });
}
