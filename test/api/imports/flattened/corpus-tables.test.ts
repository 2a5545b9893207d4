import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { matchHeader } from "../../../../api/imports/recognition/parts/match-header.ts";
import { foldVietnamese } from "../../../../api/shared/normalise-vietnamese.ts";
import { arrange, cellsOf, tableOf } from "./flattened-texts.ts";

const folder = process.env.CORPUS;
const SAMPLES = ["000", "002", "003"];

const truthSchema = z.object({
  tasks: z.array(
    z.object({
      number: z.string(),
      title: z.string(),
      lead_text: z.string().nullable(),
      coordinating_text: z.string().nullable(),
      ambiguous: z.boolean().optional(),
      time_frame: z.object({ text: z.string().nullable().optional(), where: z.string().optional() }),
    }),
  ),
});

const fileOf = (folderName: string, sample: string): string => {
  const name = readdirSync(folderName).find(
    (file) => file.startsWith(sample) && /\.(?:txt|json)$/.test(file),
  );
  return readFileSync(join(folderName, name ?? ""), "utf8");
};
const key = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

describe.skipIf(folder === undefined)("the flattened tables of the samples", () => {
  it.each(SAMPLES)("%s: at least 97 of 100 cells are as a person reads them", (sample) => {
    const table = tableOf(arrange(fileOf(join(folder ?? "", "documents"), sample)));
    const [header, ...rows] = table.rows.map(cellsOf);
    const roles = (header ?? []).map(matchHeader);
    const { tasks } = truthSchema.parse(JSON.parse(fileOf(join(folder ?? "", "truth"), sample)));
    const wrong: string[] = [];
    let all = 0;
    for (const task of tasks) {
      if (task.ambiguous === true) continue;
      if (sample === "003" && !task.number.startsWith("PL.")) continue;
      const row = rows.find((cells) => key(cells[roles.indexOf("task")] ?? "") === key(task.title));
      const wanted = [
        ["task", task.title],
        ["lead", task.lead_text],
        ["coordinating", task.coordinating_text],
        ["time_frame", task.time_frame.where === undefined ? task.time_frame.text : null],
      ] as const;
      for (const [role, text] of wanted) {
        if (!roles.includes(role)) continue;
        all += 1;
        const got = row?.[roles.indexOf(role)] ?? (role === "task" ? "no such row" : "");
        if (key(got) !== key(text ?? "")) wrong.push(`${task.number} ${role}: ${got}`);
      }
    }
    expect(wrong.length / all, wrong.join("\n")).toBeLessThanOrEqual(0.03);
  });
});
