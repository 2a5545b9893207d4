import type { TaskStatus } from "../catalogues/task.ts";
import type { OpenRound } from "../reporting/load-open-round.ts";
import type { LocalDate } from "../shared/local-date.ts";

export const TASK_FILTERS = [
  "all",
  "overdue",
  "due_soon",
  "continuous",
  "coordinating",
  "undetermined",
] as const;
export type TaskFilter = (typeof TASK_FILTERS)[number];

/** One line of a unit's list. */
export type TaskItem = {
  readonly taskId: string;
  readonly number: string;
  /** Short title, or the document's number where the catalogue is restricted. */
  readonly title: string;
  readonly role: "lead" | "coordinating" | "undetermined";
  readonly dueOn: LocalDate | null;
  /** The document's phrase ("Năm 2026"), for tasks whose day says little. */
  readonly phrase: string | null;
  readonly hasLadder: boolean;
  readonly status: TaskStatus;
  /** Of a group-led task: how many units have completed their part, of how many. */
  readonly parts: { readonly done: number; readonly all: number } | null;
  readonly lastNote: { readonly notedOn: LocalDate; readonly text: string } | null;
  /** What this unit still owes for it in the open round. */
  readonly owedInRound: boolean;
};

export type TaskList = {
  readonly unit: { readonly id: string; readonly name: string };
  readonly organization: string;
  readonly today: LocalDate;
  readonly filter: TaskFilter;
  /** What was looked for among the unit's tasks; null for the whole list. */
  readonly keyword: string | null;
  readonly counts: {
    readonly lead: number;
    readonly overdue: number;
    readonly dueThisMonth: number;
    readonly coordinating: number;
    readonly undetermined: number;
  };
  readonly round: OpenRound | null;
  readonly items: readonly TaskItem[];
  /** No catalogue is in force today, or none names a lead unit yet. */
  readonly nothingBecause: "no_catalogue" | "no_lead_units" | null;
};
