import { readdirSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { filesUnder, readSources, scanSource } from "../support/source-imports.ts";
import { BAD, GOOD } from "./examples.ts";
import { CODE_FOLDERS, codeElsewhere, LAWS } from "./laws.ts";

const root = fileURLToPath(new URL("../..", import.meta.url));
const sources = readSources(root, CODE_FOLDERS);

describe("the house", () => {
  test("is really read", () => {
    const paths = sources.map((source) => source.path);
    expect(paths).toContain("api/shared/result.ts");
    expect(sources.find(({ path }) => path === "api/shared/result.ts")?.imports).toEqual([
      { specifier: "./refusals.ts", target: "api/shared/refusals.ts", typeOnly: true },
    ]);
  });

  for (const law of LAWS) {
    test(law.name, () => {
      expect(law.broken(sources)).toEqual([]);
    });
  }

  test("no code folder besides the five", () => {
    const NOT_OURS = ["node_modules", "build", "coverage", "data"];
    const folders = readdirSync(root, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && !entry.name.startsWith(".") && !NOT_OURS.includes(entry.name))
      .map((entry) => entry.name);
    expect(codeElsewhere(folders.flatMap((folder) => filesUnder(root, folder)))).toEqual([]);
  });
});

describe("the checker", () => {
  for (const [name, path, source] of BAD) {
    test(`catches ${path}: ${source}`, () => {
      const law = LAWS.find((candidate) => candidate.name === name);
      const broken = law?.broken([scanSource(path, source)]) ?? [];
      expect(broken, `no law “${name}” caught it`).toHaveLength(1);
      expect(broken[0]).toContain(path);
    });
  }

  test("every law has something that it catches", () => {
    const caught = new Set([
      ...BAD.map(([name]) => name),
      "rooms under api/ import each other without a cycle",
    ]);
    expect(LAWS.map((law) => law.name).filter((name) => !caught.has(name))).toEqual([]);
  });

  test("catches rooms that import each other in a ring, types included", () => {
    const law = LAWS.find(({ name }) => name.includes("cycle"));
    const ring = [
      scanSource("api/progress/note.ts", `import { task } from "../catalogues/task.ts";`),
      scanSource("api/catalogues/task.ts", `import type { Round } from "../reporting/round.ts";`),
      scanSource("api/reporting/round.ts", `import { note } from "../progress/note.ts";`),
    ];
    expect(law?.broken(ring)).toEqual([
      "progress → catalogues → reporting → progress: api/progress/note.ts imports api/catalogues/task.ts; " +
        "api/catalogues/task.ts imports api/reporting/round.ts; api/reporting/round.ts imports api/progress/note.ts",
    ]);
    expect(law?.broken(ring.slice(1))).toEqual([]);
  });

  test("judges a verb of two meanings by what it imports", () => {
    const law = LAWS.find(({ name }) => name.startsWith("pure files"));
    const user = scanSource(
      "api/catalogues/compare-versions.ts",
      `import { apply } from "./apply-comparison.ts";`,
    );
    const pure = scanSource("api/catalogues/apply-comparison.ts", "export const apply = 1;");
    const deed = scanSource("api/catalogues/apply-comparison.ts", `import { tx } from "../../db/scope.ts";`);
    expect(law?.broken([user, pure])).toEqual([]);
    expect(law?.broken([user, deed])).toHaveLength(1);
  });

  test("catches code outside the five folders", () => {
    expect(
      codeElsewhere(["scripts/release.sh", "src/main.ts", "api/app.ts", "docs/a.md", ".ci/check.ts"]),
    ).toHaveLength(2);
  });

  test("is silent about what is right", () => {
    const good = GOOD.map(([path, source]) => scanSource(path, source));
    expect(LAWS.flatMap((law) => law.broken(good))).toEqual([]);
  });
});
