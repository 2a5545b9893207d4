import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";

/** The folder of real documents with correct readings of them; it is no part of the repository. */
export const CORPUS = process.env.CORPUS ?? "";

/** Whatever JSON holds. */
export type Fact = null | boolean | number | string | Fact[] | { [key: string]: Fact };

/** Names of the documents, in order. */
export const DOCUMENTS: readonly string[] = readdirSync(join(CORPUS, "documents")).sort();

export const bytesOf = (document: string): Uint8Array =>
  new Uint8Array(readFileSync(join(CORPUS, "documents", document)));

/** The correct reading of a document, or of all its formats. */
export const truthOf = (document: string): Fact =>
  JSON.parse(readFileSync(join(CORPUS, "truth", `${document.replace(/\.[a-z]+$/, "")}.json`), "utf8"));

/** Phrases for time with their meaning. */
export const phrases = (): Fact => JSON.parse(readFileSync(join(CORPUS, "time-frames.json"), "utf8"));
