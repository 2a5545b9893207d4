import { foldVietnamese } from "../../../shared/normalise-vietnamese.ts";
import type { ReadTask } from "../../reading.ts";
import type { PlacedTask } from "./label-tasks.ts";
import { leavesFigures } from "./recognise-targets.ts";
import type { ReadFrame } from "./recognise-task-frame.ts";
import type { TaskUnits } from "./recognise-task-units.ts";

export type TaskSureness = ReadTask["confidence"];

/** Fewer characters are a piece of a title. */
export const SHORTEST_TITLE = 8;
const SHORT = 0.5;
const HIGHEST = 0.98;
/** Just under the bound that sends a field to a person. */
const DOUBTED = 0.78;
/** Under this a field was not understood, and not only less sure. */
const NOT_UNDERSTOOD = 0.72;

/**
 * How sure each field of a task is. A row that was rebuilt out of loose lines has all its cells from one cut: when one
 * of them makes no sense, a piece of it stands in another.
 */
export const assessConfidence = (
  placed: PlacedTask,
  title: string,
  units: TaskUnits,
  frame: ReadFrame,
  targets: number,
): TaskSureness => {
  const { entry } = placed.node;
  const rebuilt = entry.from === "row" && entry.certainty < 1;
  const cells = [units.leadConfidence, units.coordinatingConfidence, frame.confidence];
  const torn = units.glued || (rebuilt && cells.some((sureness) => sureness <= NOT_UNDERSTOOD));
  const cap = (sureness: number): number => (torn ? Math.min(DOUBTED, sureness) : sureness);
  return {
    number: placed.numberConfidence,
    title: titleSureness(title, entry.certainty, rebuilt && endsInUnit(title, units)),
    lead_units: cap(units.leadConfidence),
    coordinating_units: cap(units.coordinatingConfidence),
    time_frame: cap(frame.confidence),
    targets: figuresLeft(title, targets) || leavesFigures(title) ? DOUBTED : targets > 0 ? 0.9 : 0.95,
  };
};

const titleSureness = (title: string, certainty: number, swallowed: boolean): number => {
  if (title.length < SHORTEST_TITLE) return SHORT;
  return Math.min(HIGHEST, HIGHEST * certainty, swallowed ? DOUBTED : 1);
};

/** The title goes on into a cell of units: "… đúng đối tượng Phòng Kinh tế", where a cell beside it is empty. */
const endsInUnit = (title: string, units: TaskUnits): boolean =>
  /-\s?nt\s?-?$/i.test(title) ||
  (units.titleEndsInUnit && (units.lead.length === 0 || units.coordinating.length === 0));

/** A percentage, or a figure behind "ít nhất", that became no target. */
const figuresLeft = (title: string, targets: number): boolean =>
  targets === 0 && /\d ?%|(?:it nhat|toi thieu|tren) \d/.test(foldVietnamese(title));
