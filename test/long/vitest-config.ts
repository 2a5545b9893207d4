import { defineConfig } from "vitest/config";
import short from "../../vitest.config.ts";

// `npm run test:long`: the same proofs as in `npm test`, with 100,000 cases for the requests and for each parser, and
// with the connection lost at every point of every use case and the process killed within each.
process.env.CASES ??= "100000";

const HOUR = 3_600_000;

export default defineConfig({
  ...short,
  test: {
    ...short.test,
    include: [
      "test/proofs/*-under-fuzz.test.ts",
      // Those that need a PostgreSQL start one of their own.
      "test/proofs/faults-*.test.ts",
      "test/laws/planning.test.ts",
    ],
    exclude: [],
    testTimeout: 12 * HOUR,
    hookTimeout: HOUR / 10,
  },
});
