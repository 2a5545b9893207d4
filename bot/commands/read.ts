import { basename } from "node:path";
import { NOBODY_KNOWN } from "../../api/imports/known-names.ts";
import { readDocument } from "../../api/imports/read-document.ts";
import { ok } from "../../api/shared/result.ts";
import type { Command } from "./command.ts";
import { describeReading } from "./describe-reading.ts";
import { readFileBytes } from "./read-file-bytes.ts";

/** What stands in a document, for nobody in particular: no office, no database. */
export const readCommand: Command = {
  name: "read",
  usage: "FILE",
  options: {},
  positionals: 1,
  run: async ({ positionals: [path = ""] }) => {
    const read = await readDocument({
      bytes: readFileBytes(path),
      fileName: basename(path),
      known: NOBODY_KNOWN,
    });
    if (!read.ok) return read;
    const { outline, reading } = read.value;
    return ok({ json: reading, lines: describeReading(reading, outline.lines) });
  },
};
