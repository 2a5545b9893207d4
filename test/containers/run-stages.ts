import { spawnSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { parseCommand, parseCopy, parseEnvironment, type Stage } from "./dockerfile.ts";

/** What one stage left: where its files lie, and how it would be started. */
export type BuiltStage = {
  readonly root: string;
  readonly workdir: string;
  readonly environment: Readonly<Record<string, string>>;
  readonly command: readonly string[];
  readonly health: readonly string[];
  readonly user: string | null;
};

export type Report = { readonly tried: (what: string) => void; readonly notTried: (what: string) => void };

/** Steps about the machine itself: its users, its folders, its packages. */
const NEEDS_AN_ENGINE = /\b(useradd|groupadd|chown|apt-get|apk)\b/;

/** A `.dockerignore` that keeps everything out but what it names: would this reach the build? */
const mayEnter = (context: string, path: string): boolean =>
  readFileSync(join(context, ".dockerignore"), "utf8")
    .split("\n")
    .includes(`!${path.replace(/\/$/, "")}`);

const copy = (
  context: string,
  text: string,
  built: ReadonlyMap<string, BuiltStage>,
  to: { readonly root: string; readonly workdir: string },
  report: Report,
): void => {
  const { from, sources, target } = parseCopy(text);
  const folder = target.startsWith("/") ? join(to.root, target) : join(to.root, to.workdir, target);
  for (const source of sources) {
    const base = from === null ? context : built.get(from)?.root;
    if (base === undefined) throw new Error(`COPY from a stage that is not there: ${from}`);
    if (from === null && !mayEnter(context, source))
      throw new Error(`.dockerignore keeps out what is copied: ${source}`);
    const path = join(base, source);
    if (from !== null && !existsSync(path)) {
      report.notTried(`COPY ${text}: it comes from a base image`);
      continue;
    }
    // The contents of a folder, or a file into a folder, as the engine does it.
    const isFolder = source.endsWith("/");
    mkdirSync(isFolder || target.endsWith("/") ? folder : join(folder, ".."), { recursive: true });
    cpSync(path, isFolder || !target.endsWith("/") ? folder : join(folder, basename(source)), {
      recursive: true,
      verbatimSymlinks: true,
    });
  }
};

/** Does what the stage's instructions say, in a folder instead of an image. Throws where one fails. */
export const runStage = (
  stage: Stage,
  context: string,
  root: string,
  built: ReadonlyMap<string, BuiltStage>,
  report: Report,
): BuiltStage => {
  let workdir = "/";
  let environment: Record<string, string> = {};
  let command: readonly string[] = [];
  let health: readonly string[] = [];
  let user: string | null = null;
  report.notTried(`FROM ${stage.base}: the base image was not fetched`);
  for (const { name, text } of stage.instructions) {
    if (name === "WORKDIR") {
      workdir = text;
      mkdirSync(join(root, workdir), { recursive: true });
    } else if (name === "COPY") copy(context, text, built, { root, workdir }, report);
    else if (name === "RUN" && NEEDS_AN_ENGINE.test(text)) report.notTried(`RUN ${text}`);
    else if (name === "RUN") {
      const begun = performance.now();
      const { status, stdout, stderr } = spawnSync("sh", ["-c", text], {
        cwd: join(root, workdir),
        env: { PATH: process.env.PATH, HOME: process.env.HOME, ...environment },
        encoding: "utf8",
      });
      if (status !== 0) throw new Error(`RUN ${text}\n${stdout}${stderr}`);
      report.tried(`RUN ${text} (${((performance.now() - begun) / 1000).toFixed(1)} s)`);
    } else if (name === "ENV") environment = { ...environment, ...parseEnvironment(text) };
    else if (name === "CMD") command = parseCommand(text);
    else if (name === "HEALTHCHECK") health = parseCommand(text);
    else if (name === "USER") user = text;
    else report.notTried(`${name} ${text}`);
  }
  return { root, workdir, environment, command, health, user };
};
