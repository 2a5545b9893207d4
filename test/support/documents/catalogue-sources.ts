import type { DocumentSource } from "./document-source.ts";
import { annexWithDittos } from "./sources/annex-with-dittos.ts";
import { decisionWithProductColumn } from "./sources/decision-with-product-column.ts";
import { decisionWithTwoAnnexes } from "./sources/decision-with-two-annexes.ts";
import { letterGivingTasks } from "./sources/letter-giving-tasks.ts";
import { longDecision } from "./sources/long-decision.ts";
import { planOfSpecialZone } from "./sources/plan-of-special-zone.ts";
import { planOfTownship } from "./sources/plan-of-township.ts";
import { planWithBullets } from "./sources/plan-with-bullets.ts";
import { planWithLabelledLines } from "./sources/plan-with-labelled-lines.ts";
import { programmeOfFiveYears } from "./sources/programme-of-five-years.ts";
import { sheetOfAssignments } from "./sources/sheet-of-assignments.ts";

/** Papers of offices that stand in no sample, each laid out in a way of its own. */
export const CATALOGUE_SOURCES: readonly DocumentSource[] = [
  decisionWithProductColumn,
  planWithLabelledLines,
  planWithBullets,
  planOfSpecialZone,
  programmeOfFiveYears,
  annexWithDittos,
  letterGivingTasks,
  decisionWithTwoAnnexes,
  planOfTownship,
  sheetOfAssignments,
  longDecision,
];
