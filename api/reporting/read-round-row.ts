import { z } from "zod";
import type { RoundRow } from "../../db/queries/round-queries.ts";
import { localDate } from "../shared/local-date.ts";
import type { ReportingRound } from "./reporting-round.ts";

const reportersSchema = z.array(z.object({ unitId: z.string().nullable(), groupId: z.string().nullable() }));
const idsSchema = z.array(z.string());

export const readRoundRow = (row: RoundRow): ReportingRound => ({
  id: row.id,
  catalogueId: row.catalogue_id,
  label: row.label,
  windowStartOn: localDate(row.window_start_on),
  dueOn: row.due_on === null ? null : localDate(row.due_on),
  closedOn: row.closed_on === null ? null : localDate(row.closed_on),
  reporters: reportersSchema.parse(row.reporters),
  excludedUnitIds: new Set(idsSchema.parse(row.excluded_unit_ids)),
});
