import { existsSync } from "node:fs";
import { join } from "node:path";
import { defineConfig } from "vitest/config";
import whole from "../../vitest.config.ts";

/** `CORPUS=FOLDER npm run test:corpus`: what is compared with real documents, of which the repository holds none. */
const folder = process.env.CORPUS ?? "";
const missing = ["documents", "truth", "time-frames.json", "score.mjs"].filter(
  (part) => !existsSync(join(folder, part)),
);
if (folder === "" || missing.length > 0) {
  console.error(
    folder === ""
      ? "CORPUS is not set: CORPUS=FOLDER npm run test:corpus, with the folder of the real documents"
      : `CORPUS=${folder} is no folder of real documents: there is no ${missing.join(", no ")}`,
  );
  process.exit(1);
}

export default defineConfig({
  root: join(import.meta.dirname, "../.."),
  test: { ...whole.test, include: ["test/corpus/**/*.test.ts"], exclude: [], testTimeout: 120_000 },
});
