import type { Assignment } from "../catalogues/assignment.ts";
import type { Role } from "../members/member.ts";
import type { Policy } from "../organizations/organization.ts";
import type { ReportingRound } from "../reporting/reporting-round.ts";
import type { LocalDate, LocalTime } from "../shared/local-date.ts";
import type { UnitGroup } from "../units/unit-group.ts";

/** What planning needs to know of one organization: no names of persons and no words of notes. */
export type PlanningFacts = {
  /**
   * All of the office, or only tasks that may have something to say now: then nothing is known of its rounds, nor of
   * what was acknowledged.
   */
  readonly extent: "office" | "tasks";
  readonly organization: {
    readonly id: string;
    readonly timeZone: string;
    readonly policy: Policy;
    /** The first day on which somebody could be reminded; null: nothing is planned. */
    readonly liveOn: LocalDate | null;
    /** The next day on which the whole office is to be judged, whatever is due. */
    readonly lookAgainOn: LocalDate | null;
  };
  readonly catalogues: readonly CatalogueFacts[];
  readonly units: readonly UnitFacts[];
  readonly groups: readonly UnitGroup[];
  /** In the document's order within each catalogue. */
  readonly tasks: readonly TaskFacts[];
  readonly rounds: readonly ReportingRound[];
  readonly progress: readonly ProgressFacts[];
  readonly members: readonly MemberFacts[];
  readonly posts: readonly PostFacts[];
};

export type CatalogueFacts = {
  readonly id: string;
  readonly documentNumber: string | null;
  readonly restricted: boolean;
  readonly publishedOn: LocalDate;
  readonly scopeStartOn: LocalDate;
  readonly scopeEndOn: LocalDate;
  readonly consolidatingUnitId: string | null;
};

export type UnitFacts = { readonly id: string; readonly name: string; readonly kind: string };

export type TaskFacts = {
  readonly id: string;
  readonly catalogueId: string;
  readonly number: string;
  readonly shortTitle: string;
  readonly isHeading: boolean;
  readonly withdrawn: boolean;
  readonly dueOn: LocalDate | null;
  readonly hasLadder: boolean;
  readonly assignments: readonly Assignment[];
};

/** Where one unit stands with one task. */
export type ProgressFacts = {
  readonly taskId: string;
  readonly unitId: string;
  /** Days of standing notes. */
  readonly notedOn: readonly LocalDate[];
  /** The last claim that was neither returned nor taken back. */
  readonly claim: { readonly state: "waiting" | "confirmed"; readonly claimedOn: LocalDate } | null;
  /** The unit has said that it has seen the task. */
  readonly acknowledged: boolean;
};

export type MemberFacts = {
  readonly id: string;
  readonly locale: "vi" | "en";
  /** The person's own hour; null follows the policy. */
  readonly digestAt: LocalTime | null;
  /** Since when some chat that can be reached speaks for the member; null while there is none. */
  readonly reachableSince: LocalDate | null;
};

export type PostFacts = {
  readonly memberId: string;
  readonly unitId: string | null;
  readonly role: Role;
  /** The last day in the post. */
  readonly toOn: LocalDate | null;
  /** The units a leader is in charge of. */
  readonly chargeUnitIds: readonly string[];
};
