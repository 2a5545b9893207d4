import type { Policy } from "../organizations/organization.ts";
import type { LocalDate, LocalTime } from "../shared/local-date.ts";

/** A group of one messenger, as the messenger names it. */
export type GroupAddress = {
  readonly channel: string;
  readonly account: string;
  readonly chatKey: string;
};

/** A group that was connected, or was already: what it may expect. */
export type ConnectedGroup = {
  readonly organizationName: string;
  readonly already: boolean;
  /** When the next summary comes. */
  readonly summaryOn: LocalDate;
  readonly summaryAt: LocalTime;
};

export type DisconnectedGroup = { readonly organizationName: string };

/** When an office's groups hear the week's summary depends on this alone. */
export type SummaryHours = { readonly timeZone: string; readonly policy: Policy };

/** A connected group of which it has to be decided whether this week's summary is due. */
export type WaitingGroup = GroupAddress &
  SummaryHours & {
    readonly organizationId: string;
    readonly organizationName: string;
    readonly id: string;
    readonly locale: "vi" | "en";
    readonly connectedAt: Date;
  };

export type DueSummary = { readonly group: WaitingGroup; readonly weekOf: LocalDate };

/** An office's week as its group may see it: counts, numbers, short titles, units, dates; nobody's name or words. */
export type WeekSummary = {
  readonly organizationName: string;
  /** Monday and Sunday. */
  readonly from: LocalDate;
  readonly to: LocalDate;
  readonly followed: number;
  readonly done: number;
  readonly overdue: number;
  /** From today to Sunday, in order of days. */
  readonly due: readonly DueTask[];
  /** The last one that is past and not complete, and the next one. */
  readonly rounds: readonly RoundState[];
};

export type DueTask = {
  readonly number: string;
  readonly title: string;
  /** Units and groups as the document names them; none while nobody leads. */
  readonly leads: readonly string[];
  readonly dueOn: LocalDate;
};

export type RoundState = {
  readonly label: string;
  readonly dueOn: LocalDate;
  readonly late: boolean;
  /** 0 on the last day, negative once it is past. */
  readonly workingDaysLeft: number;
  /** Units that have reported everything, of those that are asked. */
  readonly complete: number;
  readonly asked: number;
};
