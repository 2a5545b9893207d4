import { spawnSync } from "node:child_process";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import type { Reading } from "../../api/imports/reading.ts";
import { pairTasks, type TruthTask } from "./pair-tasks.ts";

export type Truth = { readonly tasks: readonly TruthTask[] };
export type JudgedField = { readonly field: string; readonly confidence: number; readonly right: boolean };
export type Score = {
  readonly right: number;
  readonly all: number;
  /** Of found tasks. */
  readonly wrong: number;
  readonly flagged: number;
  readonly flags: number;
  readonly differences: readonly string[];
  readonly fields: readonly JudgedField[];
};

const FIELDS = [
  ["task number", "number"],
  ["task title", "title"],
  ["lead units", "lead_units"],
  ["coordinating units", "coordinating_units"],
  ["time frame", "time_frame"],
  ["target", "targets"],
] as const;

/** Runs the folder's own scorer on a reading; the fields' confidences are set beside what it called wrong. */
export const scoreReading = (
  scorer: string,
  truthFile: string,
  truth: Truth,
  reading: Reading,
  work: string,
): Score => {
  const file = join(work, "reading.json");
  writeFileSync(file, JSON.stringify(reading));
  const output = runScorer(scorer, truthFile, file);
  const differences = output.filter((line) => line.startsWith("  ✗ ")).map((line) => line.slice(4));
  return { ...totals(output), differences, fields: judgeFields(truth, reading, differences) };
};

export const runScorer = (scorer: string, truthFile: string, answers: string): readonly string[] => {
  const { stdout, stderr } = spawnSync(process.execPath, [scorer, truthFile, answers, "--show"], {
    encoding: "utf8",
  });
  if (stdout === "") throw new Error(`the scorer said nothing: ${stderr}`);
  return stdout.split("\n");
};

/** Every line of figures but those of ambiguous fields, the scorer's own way to its last line. */
export const totals = (output: readonly string[]) => {
  let right = 0;
  let all = 0;
  for (const line of output) {
    const [, field = "", a, b] = /^(\S.*?)\s+(\d+)\/(\d+)$/.exec(line) ?? [];
    if (a === undefined || field.endsWith("(ambiguous)")) continue;
    right += Number(a);
    all += Number(b);
  }
  const said = output
    .map((line) => /% of (\d+) fields$/.exec(line)?.[1])
    .find((count) => count !== undefined);
  if (said !== String(all)) throw new Error(`the scorer counted ${said} fields, its lines make ${all}`);
  const [, flagged = "0", wrong = "0", flags = "0"] =
    output
      .map((line) => /^wrong fields that were flagged +(\d+)\/(\d+) \(flags in all: (\d+)\)/.exec(line))
      .find((match) => match !== null) ?? [];
  return { right, all, wrong: Number(wrong), flagged: Number(flagged), flags: Number(flags) };
};

const judgeFields = (
  truth: Truth,
  reading: Reading,
  differences: readonly string[],
): readonly JudgedField[] =>
  pairTasks(truth.tasks, reading.tasks).flatMap(({ truth: task, read }) => {
    if (read === null || task.ambiguous) return [];
    const name = `${task.number} "${task.title.slice(0, 40)}…"`;
    const wrong = (field: string): number =>
      differences.filter(
        (line) => line.startsWith(`${field}: ${name}`) || line.startsWith(`${field} (flagged): ${name}`),
      ).length;
    return FIELDS.flatMap(([field, key]) => {
      if (key === "number" && task.number_in_document === null) return [];
      const confidence = read.confidence[key];
      const count = key === "targets" ? (task.targets ?? []).filter(({ where }) => !where).length : 1;
      const misses = wrong(field);
      return Array.from({ length: count }, (_, at) => ({ field, confidence, right: at >= misses }));
    });
  });
