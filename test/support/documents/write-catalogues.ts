import { CATALOGUE_SOURCES } from "./catalogue-sources.ts";
import { writeDocument } from "./write-documents.ts";

/** `node --import tsx test/support/documents/write-catalogues.ts FOLDER [WORD] [--anew]`: the files to read, their truths. */
const [folder, word = ""] = process.argv.slice(2).filter((argument) => argument !== "--anew");
const anew = process.argv.includes("--anew");
if (folder === undefined) throw new Error("write-catalogues.ts FOLDER [WORD] [--anew]");
for (const source of CATALOGUE_SOURCES)
  if (source.name.includes(word)) await writeDocument(source, folder, anew);
