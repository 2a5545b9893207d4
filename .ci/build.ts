import { spawnSync } from "node:child_process";
import { cpSync, readdirSync, rmSync, statSync } from "node:fs";
import { extname, join } from "node:path";
import { fileURLToPath } from "node:url";

/** `npm run build`: the product as JavaScript in `build/`, with whatever it reads beside its code. */
const root = fileURLToPath(new URL("..", import.meta.url));
const build = join(root, "build");

const SOURCES = ["api", "bot", "db", "locales"];
/** What the running product reads; descriptions of the schema for making the next migration stay behind. */
const ASSETS = new Set([".css", ".ftl", ".js", ".json", ".sql", ".svg"]);
const DEVELOPMENT_ONLY = /^db\/migrations\/meta(\/|$)/;

rmSync(build, { recursive: true, force: true });
const compiled = spawnSync(
  join(root, "node_modules/.bin/tsc"),
  ["--project", join(root, ".ci/tsconfig.build.json")],
  { cwd: root, stdio: "inherit", shell: process.platform === "win32" },
);
if (compiled.status !== 0) process.exit(compiled.status ?? 1);
for (const folder of SOURCES)
  cpSync(join(root, folder), join(build, folder), {
    recursive: true,
    filter: (path) =>
      !DEVELOPMENT_ONLY.test(path.slice(root.length).replaceAll("\\", "/")) &&
      (statSync(path).isDirectory() || ASSETS.has(extname(path))),
  });
console.log(`build/: ${readdirSync(build, { recursive: true }).length} files and folders`);
