import { readFile } from "node:fs/promises";
import { ok, type Result, refuse } from "../shared/result.ts";
import { evidencePath } from "./keep-file.ts";

/** The bytes that were laid aside under that hash. Refuses `file_missing`: the folder was not brought along. */
export const readKeptFile = async (dataDir: string, sha256: string): Promise<Result<Uint8Array>> => {
  try {
    return ok(await readFile(evidencePath(dataDir, sha256)));
  } catch (error) {
    if (error instanceof Error && "code" in error && error.code === "ENOENT") return refuse("file_missing");
    throw error;
  }
};
