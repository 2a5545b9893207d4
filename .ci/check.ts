import { spawn } from "node:child_process";
import { fileURLToPath } from "node:url";

const colors = process.stdout.isTTY === true;

/** `npm run check`: all that can be known without a database, side by side, in under a minute. */
const STEPS: readonly (readonly [name: string, tool: string, ...args: string[]])[] = [
  ["format and lint", "biome", "ci", `--colors=${colors ? "force" : "off"}`, "."],
  ["types", "tsc", "--noEmit"],
  ["arrows and locale parity", "vitest", "run", "test/architecture", "test/locales"],
];

const root = fileURLToPath(new URL("..", import.meta.url));
/** The tool's own launcher is a script for Node on every system. */
const run = (tool: string, args: readonly string[]) =>
  new Promise<{ readonly passed: boolean; readonly output: string }>((resolve) => {
    const child = spawn(`${root}node_modules/.bin/${tool}`, args, {
      cwd: root,
      env: { ...process.env, ...(colors ? { FORCE_COLOR: "1" } : { NO_COLOR: "1" }) },
      shell: process.platform === "win32",
      stdio: ["ignore", "pipe", "pipe"],
    });
    const output: string[] = [];
    child.stdout.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    child.stderr.on("data", (chunk: Buffer) => output.push(chunk.toString()));
    child.on("error", (error) => resolve({ passed: false, output: error.message }));
    child.on("close", (code) => resolve({ passed: code === 0, output: output.join("") }));
  });

const results = await Promise.all(
  STEPS.map(async ([name, tool, ...args]) => {
    const begun = performance.now();
    const { passed, output } = await run(tool, args);
    const seconds = ((performance.now() - begun) / 1000).toFixed(1);
    // One write a step, so that the steps' lines do not mix.
    console.log(
      `${passed ? "ok  " : "FAIL"} ${name} (${seconds} s)${passed ? "" : `\n${output.trimEnd()}\n`}`,
    );
    return passed;
  }),
);

process.exitCode = results.every(Boolean) ? 0 : 1;
