import { type ChildProcess, spawn, spawnSync } from "node:child_process";
import {
  chmodSync,
  chownSync,
  mkdirSync,
  mkdtempSync,
  readFileSync,
  rmSync,
  statSync,
  writeFileSync,
} from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { findPostgres, startPostgres } from "../support/postgres-server.ts";
import { parseDockerfile } from "./dockerfile.ts";
import { type BuiltStage, type Report, runStage } from "./run-stages.ts";

/**
 * `npm run test:containers`: the steps of the Dockerfile, as far as they go without an engine, in a temporary
 * folder: installed from the lock file, compiled, started as its CMD says, asked as its HEALTHCHECK asks, stopped;
 * on the embedded database, and on PostgreSQL where its programs are. Says what was not tried.
 */

const ROOT = join(import.meta.dirname, "../..");
const MEGABYTE = 1024 * 1024;
const MOST_MEGABYTES = 250;
/** debian:bookworm-slim unpacked, as its publisher lists it; all else is measured. */
const BASE_MEGABYTES = 75;
const PATIENCE_MS = 60_000;
const NODE_ACCOUNT = 1000;

const untried = new Set<string>();
const report: Report = {
  tried: (what) => console.log(`ok    ${what}`),
  notTried: (what) => untried.add(what),
};

const sizeOf = (path: string): number =>
  Number(spawnSync("du", ["-sk", path], { encoding: "utf8" }).stdout.split("\t")[0]) / 1024;

/** As root the account of the image is taken, and the folders that it may write are its own. */
const isRoot = process.getuid?.() === 0;
const account = isRoot ? { uid: NODE_ACCOUNT, gid: NODE_ACCOUNT } : {};
const ownFolder = (path: string): string => {
  mkdirSync(path, { recursive: true, mode: 0o700 });
  if (isRoot) chownSync(path, NODE_ACCOUNT, NODE_ACCOUNT);
  return path;
};

type Environment = Readonly<Record<string, string>>;

const environmentOf = (image: BuiltStage, more: Environment): Environment => ({
  PATH: process.env.PATH ?? "",
  ...image.environment,
  ...more,
});

/** One of the operator's commands in the image; its answer on standard output. */
const command = (image: BuiltStage, environment: Environment, ...argv: string[]): unknown => {
  const { status, stdout, stderr } = spawnSync("node", ["build/bot/cli.js", ...argv, "--json"], {
    cwd: join(image.root, image.workdir),
    env: environment,
    encoding: "utf8",
    ...account,
  });
  if (status !== 0) throw new Error(`${argv[0]} ended with ${status}: ${stdout}${stderr}`);
  return JSON.parse(stdout);
};

const isHealthy = (image: BuiltStage, environment: Environment): boolean => {
  const [program = "", ...args] = image.health;
  return spawnSync(program, args, { env: environment, ...account }).status === 0;
};

const untilHealthy = async (image: BuiltStage, environment: Environment, product: ChildProcess) => {
  const begun = performance.now();
  while (!isHealthy(image, environment)) {
    if (product.exitCode !== null) throw new Error(`CMD ended with ${product.exitCode}`);
    if (performance.now() - begun > PATIENCE_MS) throw new Error("HEALTHCHECK never passed");
  }
  return ((performance.now() - begun) / 1000).toFixed(1);
};

const start = async (image: BuiltStage, environment: Environment, where: string): Promise<void> => {
  const [program = "", ...args] = image.command;
  const product = spawn(program, args, {
    cwd: join(image.root, image.workdir),
    env: environment,
    stdio: ["ignore", "pipe", "inherit"],
    ...account,
  });
  const ended = new Promise<number | null>((resolve) => product.once("exit", resolve));
  // It is healthy a moment before it has begun everything, and says so when it has.
  const ready = new Promise<void>((resolve) =>
    product.stdout.on("data", (said: Buffer) => said.includes("http") && resolve()),
  );
  try {
    const seconds = await untilHealthy(image, environment, product);
    report.tried(`CMD ${image.command.join(" ")}, healthy after ${seconds} s, ${where}`);
    await Promise.race([ready, ended]);
    product.kill("SIGTERM");
    const code = await ended;
    if (code !== 0) throw new Error(`stopped with ${code}`);
    report.tried("stopped by SIGTERM with 0");
    if (isHealthy(image, environment)) throw new Error("HEALTHCHECK passes with nobody there");
  } finally {
    product.kill("SIGKILL");
  }
};

const tryProduct = async (image: BuiltStage, folder: string, name: string, more: Environment) => {
  const data = ownFolder(join(folder, name));
  const environment = environmentOf(image, { ...more, DATA_DIR: data, PORT: "38117", HOST: "127.0.0.1" });
  await start(image, environment, name);
  command(image, environment, "samples");
  const out = join(data, "nightly");
  command(image, environment, "backup", "--out", out);
  const empty = { ...environment, DATABASE_URL: "", DATA_DIR: ownFolder(`${data}-restored`) };
  command(image, empty, "restore", out);
  report.tried(`samples, backup, restore with the compiled commands, ${name}`);
};

/** In a thread of its own, which has to find its compiled program. */
const tryReading = (image: BuiltStage, folder: string): void => {
  const document = join(folder, "ke-hoach.md");
  writeFileSync(
    document,
    "# KẾ HOẠCH\n\n1. Xây dựng kế hoạch công tác dân vận, xong trước ngày 30/9/2026.\n",
  );
  command(image, environmentOf(image, {}), "read", document);
  report.tried("a document is read in the compiled product's thread");
};

const weigh = (image: BuiltStage): void => {
  const node = statSync(process.execPath).size / MEGABYTE;
  const own = sizeOf(image.root);
  const sum = Math.ceil(BASE_MEGABYTES + node + own);
  const parts = `base ${BASE_MEGABYTES} (published), node ${node.toFixed(0)}, modules and build ${own.toFixed(0)}`;
  console.log(`image: about ${sum} MB of ${MOST_MEGABYTES}: ${parts}`);
  if (sum >= MOST_MEGABYTES) throw new Error("the image is too large");
};

const folder = mkdtempSync(join(tmpdir(), "dondoc-image-"));
chmodSync(folder, 0o755);
try {
  const built = new Map<string, BuiltStage>();
  for (const stage of parseDockerfile(readFileSync(join(ROOT, "Dockerfile"), "utf8")))
    built.set(stage.name, runStage(stage, ROOT, join(folder, stage.name), built, report));
  const image = built.get("image");
  if (image === undefined || image.user === null || image.user === "root")
    throw new Error("no image, or root's");
  weigh(image);
  tryReading(image, folder);
  await tryProduct(image, folder, "embedded", {});
  if (findPostgres() === null) report.notTried("the product on PostgreSQL: its programs are not here");
  else {
    const server = await startPostgres();
    try {
      await tryProduct(image, folder, "postgresql", { DATABASE_URL: server.url });
    } finally {
      await server.stop();
    }
  }
  report.notTried("compose.yaml: no engine read it or ran it");
  console.log(`\nnot tried here:\n${[...untried].map((what) => `- ${what}`).join("\n")}`);
} finally {
  rmSync(folder, { recursive: true, force: true });
}
