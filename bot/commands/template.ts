import { writeFile } from "node:fs/promises";
import { writeTemplate } from "../../api/imports/write-template.ts";
import { ok } from "../../api/shared/result.ts";
import { LOCALES, translatorFor } from "../../locales/translate.ts";
import { type Command, CommandProblem } from "./command.ts";

/** Never over a file that is there: it may be a template that somebody has filled in. */
const writeNew = async (path: string, bytes: Uint8Array): Promise<void> => {
  try {
    await writeFile(path, bytes, { flag: "wx" });
  } catch (error) {
    const exists = error instanceof Error && "code" in error && error.code === "EEXIST";
    throw exists
      ? new CommandProblem("file_exists", [{ key: "cli-file-exists", args: { path } }])
      : new CommandProblem("file_not_written", [{ key: "cli-file-not-written", args: { path } }]);
  }
};

/** The .xlsx in which an office enters a catalogue by hand; its guidance is in the operator's language. */
export const templateCommand: Command = {
  name: "template",
  usage: "--out FILE.xlsx",
  options: { out: { type: "string", needed: true } },
  positionals: 0,
  run: async (call) => {
    const path = call.needed("out");
    const locale = LOCALES.find((known) => known === call.text("language")) ?? "vi";
    await writeNew(path, await writeTemplate(translatorFor(locale)));
    return ok({ json: { file: path }, lines: [{ key: "cli-template-written", args: { path } }] });
  },
};
