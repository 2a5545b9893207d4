import { expect, it } from "vitest";
import { z } from "zod";
import { matchHeader } from "../../../../../api/imports/recognition/parts/match-header.ts";
import { foldVietnamese } from "../../../../../api/shared/normalise-vietnamese.ts";
import { arrange, cellsOf, tableOf } from "../../../../api/imports/flattened/flattened-texts.ts";
import { bytesOf, DOCUMENTS, truthOf } from "../../../corpus.ts";

/** The text documents that hold a table. */
const FLATTENED = DOCUMENTS.filter((name) => /^00[023].*\.txt$/.test(name));

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

const key = (text: string): string =>
  foldVietnamese(text)
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

it.each(FLATTENED)("%s: at least 97 of 100 cells are as a person reads them", (document) => {
  const table = tableOf(arrange(Buffer.from(bytesOf(document)).toString("utf8")));
  const [header, ...rows] = table.rows.map(cellsOf);
  const roles = (header ?? []).map(matchHeader);
  const { tasks } = truthSchema.parse(truthOf(document));
  const wrong: string[] = [];
  let all = 0;
  for (const task of tasks) {
    if (task.ambiguous === true) continue;
    if (document.startsWith("003") && !task.number.startsWith("PL.")) continue;
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
