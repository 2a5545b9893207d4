import { defineConfig } from "vitest/config";

// Workers inherit it: the suite runs under UTC unless another zone is asked for (`TZ=Pacific/Kiritimati npm test`).
process.env.TZ ??= "UTC";

/** What only a PostgreSQL server can show; where none is named there is nothing to run. */
const ON_POSTGRES = "test/**/*.postgres.test.ts";
const server = process.env.TEST_DATABASE_URL || null;

export default defineConfig({
  test: {
    include: ["test/**/*.test.ts"],
    // The corpus is no part of the repository and has a command of its own: test/corpus/vitest-config.ts.
    exclude: ["test/bench/**", "test/corpus/**", ...(server === null ? [ON_POSTGRES] : [])],
    // Processes, not threads: `TZ` and the embedded database belong to a process.
    pool: "forks",
    maxWorkers: 2,
    // Modules are stateless by law, so files of one worker share them: half the time.
    isolate: false,
    testTimeout: 30_000,
    hookTimeout: 60_000,
    // A new order of files each time; `--sequence.seed=…` with the printed seed repeats one.
    sequence: { shuffle: { files: true, tests: false } },
    coverage: {
      provider: "v8",
      include: ["api/**/*.{ts,tsx}", "bot/**/*.ts", "db/**/*.ts", "locales/**/*.ts"],
      exclude: ["db/migrations/**", "db/samples/**"],
      reporter: ["text-summary", "html"],
    },
  },
});
