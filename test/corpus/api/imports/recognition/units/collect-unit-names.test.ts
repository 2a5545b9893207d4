import { expect, it } from "vitest";
import { z } from "zod";
import { NOBODY_KNOWN } from "../../../../../../api/imports/known-names.ts";
import { learnUnits } from "../../../../../../api/imports/recognition/units/collect-unit-names.ts";
import { readUnitCell } from "../../../../../../api/imports/recognition/units/parse-unit-cell.ts";
import { foldVietnamese } from "../../../../../../api/shared/normalise-vietnamese.ts";
import { DOCUMENTS, truthOf } from "../../../../corpus.ts";

const truthSchema = z.object({
  units: z.array(z.object({ name: z.string(), short: z.string().nullable(), aliases: z.array(z.string()) })),
  tasks: z.array(
    z.object({
      lead_text: z.string().nullable(),
      lead_units: z.array(z.string()),
      coordinating_text: z.string().nullable(),
      coordinating_units: z.array(z.string()),
    }),
  ),
});

it.each(DOCUMENTS.filter((name) => /\.(txt|md)$/.test(name)))(
  "%s: every cell names the units of the truth",
  (name) => {
    const truth = truthSchema.parse(truthOf(name));
    const cells = truth.tasks.flatMap(({ lead_text, lead_units, coordinating_text, coordinating_units }) => [
      ...(lead_text === null ? [] : [{ text: lead_text, units: lead_units }]),
      ...(coordinating_text === null ? [] : [{ text: coordinating_text, units: coordinating_units }]),
    ]);
    const lexicon = learnUnits(
      { cells: cells.map(({ text }) => text), running: [] },
      NOBODY_KNOWN,
      "Ủy ban nhân dân xã Yên Sơn",
    );
    const canon = new Map<string, string>();
    for (const unit of truth.units)
      for (const spelling of [unit.name, ...unit.aliases]) canon.set(foldVietnamese(spelling), unit.name);
    const right = (found: string): string | undefined =>
      [found, ...(lexicon.units.find((unit) => unit.name === found)?.aliases ?? [])]
        .map((alias) => canon.get(foldVietnamese(alias)))
        .find((known) => known !== undefined);
    for (const { text, units } of cells)
      expect([text, readUnitCell([text], lexicon).units.map(right).sort()]).toEqual([
        text,
        [...units].sort(),
      ]);
  },
);
