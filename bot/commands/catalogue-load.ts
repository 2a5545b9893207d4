import { readFileSync, statSync } from "node:fs";
import { loadCatalogue } from "../../api/catalogues/load-catalogue.ts";
import { ok } from "../../api/shared/result.ts";
import { asOperator } from "./as-operator.ts";
import { type Command, CommandProblem } from "./command.ts";
import { describeLoaded, loadedAsJson } from "./describe-loaded.ts";

/** 2,000 tasks with their wording are about 20 MB at the very most. */
const MOST_BYTES = 32 * 1024 * 1024;

const readJsonFile = (path: string): unknown => {
  const problem = (code: string, key: string) => new CommandProblem(code, [{ key, args: { path } }]);
  let text: string;
  try {
    if (statSync(path).size > MOST_BYTES) throw problem("file_too_large", "cli-file-too-large");
    text = readFileSync(path, "utf8");
  } catch (error) {
    throw error instanceof CommandProblem ? error : problem("file_missing", "cli-file-missing");
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch {
    throw problem("file_not_json", "cli-file-not-json");
  }
};

export const catalogueLoad: Command = {
  name: "catalogue load",
  usage: "FILE.json --organization CODE",
  options: { organization: { type: "string", needed: true } },
  positionals: 1,
  run: async (call) => {
    const file = readJsonFile(call.positionals[0] ?? "");
    const loaded = await asOperator(call, (work) => loadCatalogue(work, file));
    if (!loaded.ok) return loaded;
    return ok({ json: loadedAsJson(loaded.value), lines: describeLoaded(loaded.value) });
  },
};
