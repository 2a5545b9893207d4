import { strFromU8, unzipSync } from "fflate";
import { describe, expect, it } from "vitest";
import { z } from "zod";
import { foldVietnamese } from "../../../api/shared/normalise-vietnamese.ts";
import { timeFrameKindSchema } from "../../../api/time-frames/time-frame.ts";
import { CATALOGUE_SOURCES } from "./catalogue-sources.ts";
import { deriveTruth } from "./derive-truth.ts";
import { entriesOf } from "./document-source.ts";
import { flattenPages } from "./flatten-pages.ts";
import { renderDocx } from "./render-docx.ts";
import { renderMarkdown } from "./render-markdown.ts";
import { renderSpreadsheet } from "./render-spreadsheet.ts";

const fold = (text: string): string => foldVietnamese(text.replace(/\s+/g, " "));

describe.each(CATALOGUE_SOURCES.map((source) => [source.name, source] as const))("%s", (_, source) => {
  const tasks = entriesOf(source).filter((entry) => entry.is === "task");

  it("names in every cell only units whose spelling is printed there, or a ditto", () => {
    const strangers = tasks.flatMap(({ number, lead, with: partners }) =>
      [lead, partners].flatMap((cell) =>
        (cell?.units ?? [])
          .filter(
            ({ aliases }) =>
              cell?.text !== "-nt-" && !aliases.some((name) => fold(cell?.text ?? "").includes(fold(name))),
          )
          .map(({ name }) => `${number}: ${name} in “${cell?.text}”`),
      ),
    );
    expect(strangers).toEqual([]);
  });

  it("lists every unit that a cell names, each number once, each target in its task's words", () => {
    const named = tasks.flatMap(({ lead, with: partners }) => [
      ...(lead?.units ?? []),
      ...(partners?.units ?? []),
    ]);
    expect(named.filter((unit) => !source.units.includes(unit)).map(({ name }) => name)).toEqual([]);
    const numbers = tasks.map(({ number }) => number);
    expect(new Set(numbers).size).toBe(numbers.length);
    for (const { title, targets = [] } of tasks)
      for (const { text, where } of targets) if (!where) expect(fold(title)).toContain(fold(text));
  });

  it("gives a truth whose frames are of known kinds and whose footnotes have words", () => {
    const truth = z
      .object({
        tasks: z.array(
          z.object({
            title: z.string().regex(/^[^{}]+$/),
            time_frame: z.object({ kind: timeFrameKindSchema }),
            footnotes: z.array(z.object({ text: z.string().min(1) })).optional(),
          }),
        ),
      })
      .parse(deriveTruth(source));
    expect(truth.tasks).toHaveLength(tasks.length);
  });

  it("prints every task in every format", async () => {
    const part = (bytes: Uint8Array, path: string): string =>
      strFromU8(new Map(Object.entries(unzipSync(bytes))).get(path) ?? new Uint8Array());
    const printed = {
      docx: part(renderDocx(source), "word/document.xml").replace(/<[^>]+>/g, ""),
      md: renderMarkdown(source).replace(/\[\^\d+\]/g, ""),
      xlsx: part(new Uint8Array(await renderSpreadsheet(source)), "xl/sharedStrings.xml"),
    };
    for (const { title } of tasks) {
      const words = title.replace(/\{\d+\}/g, "");
      expect(printed.docx).toContain(words.replace(/&/g, "&amp;"));
      expect(printed.md).toContain(words);
      if (source.formats.includes("xlsx")) expect(printed.xlsx).toContain(words.replace(/&/g, "&amp;"));
    }
  });
});

it("a page copied as text keeps its number and joins a footnote to its mark, under the rule", () => {
  const page = "2\nTT Nhiệm vụ\ncơ sở1\n1\nChỉ thị số 33/CT-TTg của Thủ tướng\nvề công tác\n";
  const flat = flattenPages([page], { "1": "Chỉ thị số 33/CT-TTg của Thủ tướng về công tác" });
  expect(flat).toBe(
    ` 2 \n\nTT Nhiệm vụ \n\ncơ sở1 \n\n${" ".repeat(59)}\n1 Chỉ thị số 33/CT-TTg của Thủ tướng \n\nvề công tác \n\n`,
  );
});
