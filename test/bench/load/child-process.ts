import { type ChildProcess, fork } from "node:child_process";
import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { LoadOrder, LoadReport } from "./load-order.ts";

const PATIENCE_MS = 180_000;

export type Child = {
  readonly pid: number;
  /** The next thing that it says; rejects when it ends instead. */
  readonly heard: <T>() => Promise<T>;
  readonly tell: (message: object) => void;
  readonly stop: () => Promise<void>;
};

export const startChild = (
  file: string,
  env: Readonly<Record<string, string>> = {},
  profile: string | null = null,
): Child => {
  const flags = profile === null ? [] : ["--cpu-prof", `--cpu-prof-dir=${profile}`];
  const child: ChildProcess = fork(join(import.meta.dirname, file), {
    execArgv: ["--import", "tsx", ...flags],
    env: { PATH: process.env.PATH, ...env },
    stdio: ["ignore", "ignore", "inherit", "ipc"],
  });
  const said: unknown[] = [];
  let waiting: ((message: unknown) => void) | null = null;
  child.on("message", (message) => {
    if (waiting === null) said.push(message);
    else waiting(message);
    waiting = null;
  });
  const ended = new Promise<number | null>((resolve) => child.once("exit", resolve));
  return {
    pid: child.pid ?? 0,
    heard: <T>() =>
      new Promise<T>((resolve, reject) => {
        const timer = setTimeout(() => reject(new Error(`${file} says nothing`)), PATIENCE_MS);
        const take = (message: unknown): void => {
          clearTimeout(timer);
          // Both ends are ours, in this folder.
          resolve(message as T);
        };
        if (said.length > 0) take(said.shift());
        else waiting = take;
        void ended.then((code) => reject(new Error(`${file} ended with ${code}`)));
      }),
    tell: (message) => void child.send(message),
    stop: async () => {
      child.kill("SIGTERM");
      await ended;
    },
  };
};

export type Generator = {
  readonly run: (order: LoadOrder) => Promise<LoadReport>;
  readonly stop: Child["stop"];
};

export const startGenerator = (): Generator => {
  const child = startChild("send-load.ts");
  return {
    run: async (order) => {
      child.tell(order);
      const report = await child.heard<LoadReport | { readonly failed: string }>();
      if ("failed" in report) throw new Error(report.failed);
      return report;
    },
    stop: child.stop,
  };
};

/** Megabytes of a process now. */
export const residentOf = (pid: number): number =>
  Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, "utf8"))?.[1] ?? 0) / 1024;

export const portOf = (url: string): number => Number(new URL(url).port);
