import { z } from "zod";
import { lockOrganization } from "../../db/queries/organization-queries.ts";
import { insertRound } from "../../db/queries/round-page-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { datesFit } from "../catalogues/judge-round-dates.ts";
import { AD_HOC_POSITION } from "../catalogues/round-position.ts";
import { may } from "../members/permissions.ts";
import { paperDateSchema } from "../shared/local-date.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { showRound } from "./list-rounds.ts";
import { planWindows } from "./plan-windows.ts";
import type { ShownRound } from "./shown-round.ts";
import { labelSchema, moveWindows, openRounds, placeReporters, reporterSchema } from "./write-round.ts";

const inputSchema = z.strictObject({
  catalogueId: z.uuid(),
  label: labelSchema,
  /** The words that ask for it. */
  phrase: z.string().trim().min(1).max(1_000).optional(),
  adHoc: z.boolean().default(true),
  /** Of an ad hoc round; those of the rhythm follow the round before. */
  windowStartOn: paperDateSchema.optional(),
  cutOffOn: paperDateSchema.nullish(),
  dueOn: paperDateSchema.nullish(),
  upwardDueOn: paperDateSchema.nullish(),
  reporters: z.array(reporterSchema).max(200).default([]),
});
export type OpenRoundInput = z.input<typeof inputSchema>;

/**
 * Opens a round of a catalogue. An ad hoc one (*đột xuất*) asks for what happens from today on, or from the day that
 * is named, and stands beside the document's rounds; another takes its place among them, and their windows follow.
 * Refuses `not_allowed`, `catalogue_not_found`, `catalogue_closed`, `round_date_past`, `round_date_invalid`,
 * `unit_not_found`, `group_not_found`.
 */
export const openRound: UseCase<OpenRoundInput, ShownRound> = async (work, raw) => {
  if (!may(work.actor, "change-rounds")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId, label, phrase, adHoc, reporters, ...asked } = parsed.data;
  const dueOn = asked.dueOn ?? null;
  if (dueOn !== null && dueOn < work.today) return refuse("round_date_past");
  if (!adHoc && asked.windowStartOn !== undefined) return refuse("round_date_invalid");
  await lockOrganization(work.tx);
  const found = await openRounds(work, catalogueId);
  if (!found.ok) return found;
  const { placed, beganOn } = found.value;

  const id = work.newId();
  const position = adHoc ? AD_HOC_POSITION : Math.max(-1, ...placed.map((round) => round.position)) + 1;
  const provisional = {
    id,
    position,
    dueOn,
    windowStartOn: asked.windowStartOn ?? work.today,
    closed: false,
  };
  const windowStartOn = planWindows([...placed, provisional], beganOn).get(id) ?? provisional.windowStartOn;
  const cutOffOn = asked.cutOffOn ?? null;
  const upwardDueOn = asked.upwardDueOn ?? null;
  if (!datesFit({ windowStartOn, cutOffOn, dueOn, upwardDueOn })) return refuse("round_date_invalid");
  const rows = await placeReporters(work, id, reporters);
  if (!rows.ok) return rows;

  await insertRound(
    work.tx,
    {
      id,
      catalogueId,
      label,
      phrase: phrase ?? label,
      position,
      windowStartOn,
      cutOffOn,
      dueOn,
      upwardDueOn,
      closedAt: null,
    },
    rows.value,
  );
  await moveWindows(work, [...placed, { ...provisional, windowStartOn }], beganOn);
  await recordAuditEntry(
    work,
    "round-opened",
    { kind: "reporting_round", id },
    { catalogueId, adHoc, dueOn, cutOffOn, upwardDueOn },
  );
  return showRound(work, { roundId: id });
};
