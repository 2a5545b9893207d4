import { spawnSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { NOBODY_KNOWN } from "../../../../../api/imports/known-names.ts";
import { readOutline } from "../../../../../api/imports/read-outline.ts";
import { recogniseCatalogue } from "../../../../../api/imports/recognition/recognise-catalogue.ts";
import { bytesOf, CORPUS, DOCUMENTS } from "../../../corpus.ts";

/** Shares of fields that must be right, by how a document came: as a file with cells, or as text. */
const AT_LEAST = { cells: 0.99, text: 0.97 };

it.each(DOCUMENTS)("%s is read as a person reads it, and what is wrong is flagged", async (name) => {
  const outline = await readOutline(bytesOf(name), name);
  if (!outline.ok) throw new Error(outline.refusal.code);
  const reading = recogniseCatalogue(outline.value, NOBODY_KNOWN);
  const into = mkdtempSync(join(tmpdir(), "reading-"));
  writeFileSync(join(into, "reading.json"), JSON.stringify(reading));
  const truth = join(CORPUS, "truth", `${name.replace(/\.[a-z]+$/, "")}.json`);
  const scored = spawnSync("node", [join(CORPUS, "score.mjs"), truth, join(into, "reading.json"), "--show"]);
  rmSync(into, { recursive: true });
  const said = scored.stdout.toString();
  const share = Number(/([\d.]+) % of \d+ fields/.exec(said)?.[1] ?? 0) / 100;
  const [, flagged, wrong] = /flagged +(\d+)\/(\d+)/.exec(said) ?? [];
  expect(share, said).toBeGreaterThanOrEqual(
    /\.(docx|pdf|xlsx)$/.test(name) ? AT_LEAST.cells : AT_LEAST.text,
  );
  expect(flagged, said).toBe(wrong);
});
