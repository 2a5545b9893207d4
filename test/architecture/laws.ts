import type { Reach, Source, SourceImport } from "../support/source-imports.ts";
import { type FileKind, kindOf, stemOf } from "./file-kinds.ts";

/** One arrow or habit of the house; `broken` names file and import, one line each. */
export type Law = {
  readonly name: string;
  readonly broken: (sources: readonly Source[]) => readonly string[];
};

export const CODE_FOLDERS = ["api", "bot", "db", "locales", "test"] as const;

const PURE_NODE_MODULES = new Set(
  ["assert", "buffer", "crypto", "path", "querystring", "string_decoder", "url", "util", "zlib"].map(
    (name) => `node:${name}`,
  ),
);
/** Libraries that do I/O, by the start of their name. */
const IO_PACKAGES = [
  "@electric-sql/",
  "@grammyjs/",
  "@hono/node-server",
  "drizzle-orm",
  "grammy",
  "node-cron",
  "pino",
  "postgres",
];

const ruleOnImports = (
  name: string,
  forbids: (source: Source, imported: SourceImport) => boolean,
  advice = "",
): Law => ({
  name,
  broken: (sources) =>
    sources.flatMap((source) =>
      source.imports
        .filter((imported) => forbids(source, imported))
        .map(
          (imported) =>
            `${source.path} imports ${imported.specifier}${imported.typeOnly ? " (type)" : ""}${advice}`,
        ),
    ),
});

const reachedOnlyIn = (reach: Reach, allowed: RegExp, advice: string): Law => ({
  name: `${reach} is reached only in ${advice}`,
  broken: (sources) =>
    sources
      .filter((source) => isProduct(source.path) && source.reaches.has(reach) && !allowed.test(source.path))
      .map((source) => `${source.path} reaches for ${reach}: ${advice}`),
});

const folderOf = (path: string): string => path.split("/")[0] ?? "";
const isProduct = (path: string): boolean => folderOf(path) !== "test";
/** A file of ours under one of the folders. */
const isIn = (imported: SourceImport, ...folders: readonly string[]): boolean =>
  imported.target !== null && folders.includes(folderOf(imported.target));
const isPackage = (imported: SourceImport, ...names: readonly string[]): boolean =>
  names.some((name) => imported.specifier === name || imported.specifier.startsWith(`${name}/`));

/** api/members/… → members; the files directly in api/ belong to no room. */
const roomOf = (path: string): string | null => {
  const [folder, room, file] = path.split("/");
  return folder === "api" && room !== undefined && file !== undefined ? room : null;
};

/** The door and the pages are all effect; `shared` has the law of its own. */
const ROOMS_WITHOUT_PURE_NOUNS = new Set(["http", "web", "shared"]);

const mustBePure = (path: string): boolean => {
  if (/^bot\/(dialogues|messages)\//.test(path)) return true;
  const room = roomOf(path);
  const kind = kindOf(path);
  if (folderOf(path) !== "api" && folderOf(path) !== "bot") return false;
  if (kind === "noun") return room !== null && !ROOMS_WITHOUT_PURE_NOUNS.has(room);
  return kind === "pure verb";
};

const doesIo = (imported: SourceImport): boolean =>
  !imported.typeOnly &&
  (isIn(imported, "db") ||
    (imported.specifier.startsWith("node:") &&
      !PURE_NODE_MODULES.has(imported.specifier.split("/")[0] ?? "")) ||
    IO_PACKAGES.some((start) => imported.specifier.startsWith(start)));

const EFFECTS: readonly FileKind[] = ["effect verb", "routes", "queries"];

/** Types leave nothing behind when the program runs, so a pure file may name an effect's types. */
const pureFilesStayPure: Law = {
  name: "pure files import no database, no I/O, no effect",
  broken: (sources) => {
    const byPath = new Map(sources.map((source) => [source.path, source]));
    const isEffect = (path: string): boolean => {
      if (mustBePure(path) || !/^(api|bot)\//.test(path)) return false;
      const kind = kindOf(path);
      return (
        EFFECTS.includes(kind) || (kind === "either" && (byPath.get(path)?.imports.some(doesIo) ?? false))
      );
    };
    return sources
      .filter((source) => mustBePure(source.path))
      .flatMap((source) => [
        ...source.imports
          .filter(
            (imported) =>
              doesIo(imported) ||
              (!imported.typeOnly && imported.target !== null && isEffect(imported.target)),
          )
          .map(
            (imported) =>
              `${source.path} (${kindOf(source.path)}) imports ${imported.specifier}; if its first word is a verb of deeds, add it to test/architecture/file-kinds.ts`,
          ),
        ...(source.reaches.has("chance") ? [`${source.path} reaches for chance: it is handed in`] : []),
      ]);
  },
};

/**
 * Rooms by folder, imports of types included. Routes are the door's, and `shared` lies under all rooms and names
 * their types in `Work`: neither is counted here, each has a law of its own.
 */
const roomsHaveNoCycle: Law = {
  name: "rooms under api/ import each other without a cycle",
  broken: (sources) => {
    const edges = new Map<string, Map<string, string>>();
    for (const source of sources) {
      const from = roomOf(source.path);
      if (from === null || from === "shared" || kindOf(source.path) === "routes") continue;
      for (const { target } of source.imports) {
        const to = target === null ? null : roomOf(target);
        if (to === null || to === from || to === "shared") continue;
        const known = edges.get(from) ?? new Map<string, string>();
        known.set(to, known.get(to) ?? `${source.path} imports ${target}`);
        edges.set(from, known);
      }
    }
    const cycles = new Map<string, string>();
    const follow = (path: readonly string[]): void => {
      const last = path.at(-1) ?? "";
      for (const next of edges.get(last)?.keys() ?? []) {
        const begin = path.indexOf(next);
        if (begin === -1) {
          follow([...path, next]);
          continue;
        }
        const cycle = path.slice(begin);
        const key = [...cycle].sort().join(" ");
        if (cycles.has(key)) continue;
        const steps = cycle.map((room, index) => edges.get(room)?.get(cycle[index + 1] ?? next) ?? "");
        cycles.set(key, `${[...cycle, next].join(" → ")}: ${steps.join("; ")}`);
      }
    };
    for (const room of edges.keys()) follow([room]);
    return [...cycles.values()];
  },
};

const FORBIDDEN_NAMES = /^(index|utils?|helpers?|types?|common|misc|lib)$/;
const KEBAB_CASE = /^[a-z0-9]+(-[a-z0-9]+)*$/;

export const nameProblem = (path: string): string | null => {
  const folders = path.split("/").slice(0, -1);
  const names = [...folders, stemOf(path)];
  const shapeless = names.find((name) => !KEBAB_CASE.test(name));
  if (shapeless !== undefined) return `${path}: “${shapeless}” is not kebab-case`;
  const empty = names.find((name) => FORBIDDEN_NAMES.test(name));
  return empty === undefined ? null : `${path}: “${empty}” does not say what is inside`;
};

const ROUTES = String.raw`api/.+-routes\.tsx?`;
const KNOWS_HONO = new RegExp(
  `^(api/app\\.ts|${ROUTES}|api/(http|web)/.+|bot/(start-product|webhooks)\\.ts|bot/channels/web-chat/.+|test/.+)$`,
);

export const LAWS: readonly Law[] = [
  ruleOnImports(
    "api knows no bot",
    (source, imported) => folderOf(source.path) === "api" && isIn(imported, "bot"),
  ),
  ruleOnImports(
    "db imports nothing of ours",
    (source, imported) => folderOf(source.path) === "db" && imported.target !== null && !isIn(imported, "db"),
  ),
  ruleOnImports(
    "locales imports nothing of ours",
    (source, imported) =>
      folderOf(source.path) === "locales" && imported.target !== null && !isIn(imported, "locales"),
  ),
  ruleOnImports(
    "the product imports no test",
    (source, imported) => isProduct(source.path) && isIn(imported, "test"),
  ),
  ruleOnImports(
    "of bot, only main, cli and the cli's commands touch db",
    (source, imported) =>
      folderOf(source.path) === "bot" &&
      !/^bot\/((main|cli)\.ts|commands\/.+)$/.test(source.path) &&
      isIn(imported, "db"),
  ),
  ruleOnImports(
    "grammY is known to bot/channels/telegram alone",
    (source, imported) =>
      isProduct(source.path) &&
      !source.path.startsWith("bot/channels/telegram/") &&
      (isPackage(imported, "grammy") || imported.specifier.startsWith("@grammyjs/")),
  ),
  ruleOnImports(
    "drizzle and the database drivers are known to db alone",
    (source, imported) =>
      isProduct(source.path) &&
      folderOf(source.path) !== "db" &&
      isPackage(imported, "drizzle-orm", "drizzle-kit", "postgres", "@electric-sql/pglite"),
  ),
  ruleOnImports(
    "Hono is known to api/app, routes, http, web, bot/start-product, bot/webhooks and the web chat",
    (source, imported) => !KNOWS_HONO.test(source.path) && isPackage(imported, "hono", "@hono/node-server"),
  ),
  ruleOnImports(
    "a room's routes are imported by api/app and api/api-routes alone",
    (source, imported) =>
      isProduct(source.path) &&
      !["api/app.ts", "api/api-routes.ts"].includes(source.path) &&
      new RegExp(`^${ROUTES}$`).test(imported.target ?? ""),
  ),
  ruleOnImports(
    "api/shared runs no room's code",
    (source, imported) =>
      roomOf(source.path) === "shared" &&
      !imported.typeOnly &&
      isIn(imported, "api") &&
      roomOf(imported.target ?? "") !== "shared",
  ),
  ruleOnImports(
    "dialogues and messages make no sentences",
    (source, imported) => /^bot\/(dialogues|messages)\//.test(source.path) && isIn(imported, "locales"),
    ": words are made at delivery",
  ),
  reachedOnlyIn("process.env", /^api\/settings\.ts$/, "api/settings.ts"),
  reachedOnlyIn("the clock", /^api\/shared\/clock\.ts$/, "api/shared/clock.ts"),
  reachedOnlyIn("console", /^bot\/((cli|main)\.ts|commands\/.+)$/, "bot/cli.ts, bot/commands, bot/main.ts"),
  pureFilesStayPure,
  roomsHaveNoCycle,
  {
    name: "files are named in kebab-case and say what is inside",
    broken: (sources) =>
      sources.map((source) => nameProblem(source.path)).filter((problem) => problem !== null),
  },
];

/** `paths` of all files of the checkout, from its root: code lives in the five folders, tools in dot folders. */
export const codeElsewhere = (paths: readonly string[]): readonly string[] =>
  paths
    .filter((path) => path.includes("/") && /\.([cm]?[jt]sx?|py|sh)$/.test(path))
    .filter((path) => !path.startsWith(".") && !CODE_FOLDERS.some((folder) => path.startsWith(`${folder}/`)))
    .map((path) => `${path}: code lives in ${CODE_FOLDERS.join(", ")}`);
