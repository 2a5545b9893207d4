import { readFileSync, statSync } from "node:fs";
import { LIMITS } from "../../api/imports/outline.ts";
import { CommandProblem } from "./command.ts";

/** A document's bytes. One more than is read tells the reader enough to refuse a file of any size. */
export const readFileBytes = (path: string): Uint8Array => {
  try {
    return statSync(path).size > LIMITS.fileBytes
      ? new Uint8Array(LIMITS.fileBytes + 1)
      : new Uint8Array(readFileSync(path));
  } catch {
    throw new CommandProblem("file_missing", [{ key: "cli-file-missing", args: { path } }]);
  }
};
