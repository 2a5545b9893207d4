import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { extname, join } from "node:path";
import { localDateSchema } from "../../api/shared/local-date.ts";
import { recogniseTimeFrame } from "../../api/time-frames/recognise-time-frame.ts";
import { type Cost, extractBarely, measureCost, readDocument } from "./reading-document.ts";
import { runScorer, type Score, scoreReading, type Truth, totals } from "./score-reading.ts";
import {
  type BenchRow,
  tabulateCalibration,
  tabulateFields,
  tabulateFormats,
  tabulateReadings,
} from "./tabulate-readings.ts";

/**
 * `npm run bench:reading -- --corpus FOLDER [--only WORD] [--show] [--quick]`
 *
 * Reads every document of FOLDER/documents that has a truth of the same name in FOLDER/truth, scores it by
 * FOLDER/score.mjs and sets its time and memory beside the format library's bare extraction. Each figure of cost
 * comes from a process of its own (median of five); `--quick` measures one run in this process and no memory.
 */

const option = (name: string): string | undefined => {
  const at = process.argv.indexOf(`--${name}`);
  return at < 0 ? undefined : process.argv[at + 1];
};
const has = (name: string): boolean => process.argv.includes(`--${name}`);

const say = (text: string): void => {
  process.stdout.write(`${text}\n`);
};

const costOf = async (what: "read" | "bare", file: string): Promise<Cost> => {
  if (has("quick")) {
    const cost = await measureCost(() => (what === "bare" ? extractBarely(file) : readDocument(file)), 1);
    return { ...cost, megabytes: 0 };
  }
  const script = join(import.meta.dirname, "reading-cost.ts");
  const { stdout, stderr } = spawnSync(process.execPath, ["--import", "tsx", script, what, file, "5"], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`${what} ${file}: ${stderr}`);
  const cost: Cost = JSON.parse(stdout);
  return cost;
};

const benchDocument = async (
  folder: string,
  name: string,
  scorer: string | null,
  work: string,
): Promise<BenchRow> => {
  const file = join(folder, "documents", name);
  const document = name.slice(0, -extname(name).length);
  const truthFile = join(folder, "truth", `${document}.json`);
  const truth: Truth = JSON.parse(readFileSync(truthFile, "utf8"));
  const attempt = await readDocument(file);
  let score: Score | null = null;
  if (scorer !== null && attempt.is === "reading")
    score = scoreReading(scorer, truthFile, truth, attempt.reading, work);
  else if (scorer !== null) score = allWrong(scorer, truthFile, work);
  return {
    document,
    format: extname(name).slice(1),
    score,
    refused: attempt.is === "refused" ? attempt.why : null,
    read: await costOf("read", file),
    bare: await costOf("bare", file),
  };
};

/** What was not read at all is wrong in every field that the truth would have scored. */
const allWrong = (scorer: string, truthFile: string, work: string): Score => {
  const whole = totals(runScorer(scorer, truthFile, truthFile));
  writeFileSync(join(work, "nothing.json"), "{}");
  const differences = runScorer(scorer, truthFile, join(work, "nothing.json")).filter((line) =>
    line.startsWith("  ✗ "),
  );
  return { ...whole, right: 0, wrong: whole.all, flagged: 0, flags: 0, differences, fields: [] };
};

const benchTimeFrames = (folder: string, scorer: string, work: string): void => {
  const file = join(folder, "time-frames.json");
  if (!existsSync(file)) return;
  const phrases: readonly {
    text: string;
    context?: { readonly year: number | null; readonly document_date: string | null };
  }[] = JSON.parse(readFileSync(file, "utf8"));
  const answers = phrases.map(({ text, context }) =>
    recogniseTimeFrame(text, {
      year: context?.year ?? null,
      documentDate: dateOf(context?.document_date),
    }),
  );
  writeFileSync(join(work, "answers.json"), JSON.stringify(answers));
  const output = runScorer(scorer, file, join(work, "answers.json"));
  say(`\ntime frames: ${output.filter((line) => line.endsWith(" fields")).join("")}`);
  if (has("show")) for (const line of output.filter((one) => one.startsWith("  ✗ "))) say(line);
};

const dateOf = (text: string | null | undefined) => {
  const parsed = localDateSchema.safeParse(text);
  return parsed.success ? parsed.data : null;
};

const bench = async (folder: string): Promise<void> => {
  const scorer = existsSync(join(folder, "score.mjs")) ? join(folder, "score.mjs") : null;
  if (scorer === null) say(`${folder} has no score.mjs: the fields that are right are not computed.`);
  const names = readdirSync(join(folder, "documents"))
    .filter((name) => existsSync(join(folder, "truth", `${name.slice(0, -extname(name).length)}.json`)))
    .filter((name) => name.includes(option("only") ?? ""))
    .toSorted();
  const work = mkdtempSync(join(tmpdir(), "reading-"));
  try {
    const rows: BenchRow[] = [];
    for (const name of names) {
      const row = await benchDocument(folder, name, scorer, work);
      rows.push(row);
      if (has("show") && row.score && row.score.differences.length > 0)
        say(`${name}\n${row.score.differences.map((line) => `  ✗ ${line}`).join("\n")}\n`);
    }
    say(tabulateReadings(rows));
    say(`\n${tabulateFormats(rows)}`);
    const fields = rows.flatMap(({ score }) => score?.fields ?? []);
    say(`\n${tabulateFields(fields)}\n\n${tabulateCalibration(fields)}`);
    if (scorer !== null) benchTimeFrames(folder, scorer, work);
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
};

const folder = option("corpus");
if (folder === undefined || !existsSync(join(folder, "documents"))) {
  process.stderr.write("npm run bench:reading -- --corpus FOLDER   (FOLDER holds documents/ and truth/)\n");
  process.exitCode = 2;
} else await bench(folder);
