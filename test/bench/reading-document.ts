import { readFileSync } from "node:fs";
import { basename } from "node:path";
import { XMLParser } from "fast-xml-parser";
import { strFromU8, unzipSync } from "fflate";
import readXlsxFile from "read-excel-file/node";
import { extractText, getDocumentProxy } from "unpdf";
import { NOBODY_KNOWN } from "../../api/imports/known-names.ts";
import { readOutline } from "../../api/imports/read-outline.ts";
import type { Reading } from "../../api/imports/reading.ts";
import { recogniseCatalogue } from "../../api/imports/recognition/recognise-catalogue.ts";

export type Attempt =
  | { readonly is: "reading"; readonly reading: Reading }
  | { readonly is: "refused"; readonly why: string };

/** As `dondoc read` does it, in this process; a file that is refused or breaks the reader says so. */
export const readDocument = async (file: string): Promise<Attempt> => {
  try {
    const outline = await readOutline(bytesOf(file), basename(file));
    if (!outline.ok) return { is: "refused", why: outline.refusal.code };
    return { is: "reading", reading: recogniseCatalogue(outline.value, NOBODY_KNOWN) };
  } catch (error) {
    return { is: "refused", why: `thrown: ${error instanceof Error ? error.message : String(error)}` };
  }
};

const bytesOf = (file: string): Uint8Array => new Uint8Array(readFileSync(file));

/** What the library of the format does by itself with the same file: the text, without any understanding. */
export const extractBarely = async (file: string): Promise<number> => {
  const bytes = bytesOf(file);
  if (file.endsWith(".docx")) {
    const document = new Map(Object.entries(unzipSync(bytes))).get("word/document.xml");
    const parser = new XMLParser({ preserveOrder: true, ignoreAttributes: false, trimValues: false });
    return JSON.stringify(parser.parse(strFromU8(document ?? new Uint8Array()))).length;
  }
  if (file.endsWith(".pdf")) {
    const { text } = await extractText(await getDocumentProxy(bytes), { mergePages: true });
    return text.length;
  }
  if (file.endsWith(".xlsx")) return (await readXlsxFile(Buffer.from(bytes))).length;
  return new TextDecoder().decode(bytes).split("\n").length;
};

export type Cost = {
  /** Median of the runs. */
  readonly seconds: number;
  /** Of the processor, median too: what a busy machine does not lengthen. */
  readonly processor: number;
  /** Peak of resident memory above what the loaded program had. */
  readonly megabytes: number;
};

export const measureCost = async (deed: () => Promise<unknown>, runs: number): Promise<Cost> => {
  const before = process.resourceUsage().maxRSS;
  const seconds: number[] = [];
  const processor: number[] = [];
  for (let run = 0; run < runs; run++) {
    const start = performance.now();
    const used = process.cpuUsage();
    await deed();
    const { user, system } = process.cpuUsage(used);
    seconds.push((performance.now() - start) / 1000);
    processor.push((user + system) / 1_000_000);
  }
  const megabytes = (process.resourceUsage().maxRSS - before) / 1024;
  return { seconds: median(seconds), processor: median(processor), megabytes };
};

const median = (figures: readonly number[]): number =>
  figures.toSorted((a, b) => a - b)[Math.floor(figures.length / 2)] ?? 0;
