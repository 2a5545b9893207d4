import { spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, renameSync, rmdirSync, rmSync } from "node:fs";
import { extname, join, resolve } from "node:path";

const HALF_MADE = "database-being-made-";
/** ".ts" where the sources run as they are, ".js" where they were compiled. */
const ENDING = extname(import.meta.filename);
const PROGRAM = join(import.meta.dirname, `initialise-data-folder${ENDING}`);
const LOADER = ENDING === ".ts" ? ["--import", "tsx"] : [];

/** In a child process that is gone afterwards; its last words are the reason when it fails. */
const initialise = (folder: string): Promise<void> =>
  new Promise((done, fail) => {
    const child = spawn(process.execPath, [...LOADER, PROGRAM, resolve(folder)], {
      // Where "tsx" is found, wherever the product was started from.
      cwd: join(import.meta.dirname, ".."),
      stdio: ["ignore", "ignore", "pipe"],
    });
    let said = "";
    child.stderr.setEncoding("utf8").on("data", (text: string) => {
      said = (said + text).slice(-2_000);
    });
    child.once("error", fail);
    child.once("close", (code, signal) =>
      code === 0
        ? done()
        : fail(new Error(`the embedded database could not be made (${signal ?? code}): ${said.trim()}`)),
    );
  });

/**
 * Makes the embedded database's folder when there is none. It is made beside and renamed into place: one that was
 * half made when the process died would be taken for a whole one by the next start. To be called under the lock.
 */
export const makeDataFolder = async (dataDir: string, folder: string): Promise<void> => {
  if (existsSync(folder)) {
    if (readdirSync(folder).length > 0) return;
    rmdirSync(folder);
  }
  for (const name of readdirSync(dataDir))
    if (name.startsWith(HALF_MADE)) rmSync(join(dataDir, name), { recursive: true, force: true });
  const making = mkdtempSync(join(dataDir, HALF_MADE));
  try {
    await initialise(making);
    renameSync(making, folder);
  } catch (error) {
    rmSync(making, { recursive: true, force: true });
    throw error;
  }
};
