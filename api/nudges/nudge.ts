import type { Role } from "../members/member.ts";
import type { Audience } from "../organizations/organization.ts";
import type { LocalDate } from "../shared/local-date.ts";

/** Why somebody is told. */
export type NudgeReason =
  | "due_soon"
  | "last_working_day"
  | "overdue"
  /** To the consolidator or the leader: a unit is late. */
  | "escalated"
  /** It was overdue when the office began, or when the catalogue came: told once before it climbs. */
  | "overdue_at_start"
  | "unacknowledged";

/** Why somebody is not told although the day of a rung has come. */
export type SkipReason =
  /** A later rung of the same subject has come, and one message says it. */
  | "superseded"
  | "before_go_live"
  | "before_publication"
  /** Nobody of the post has a chat that can be reached. */
  | "nobody_linked"
  | "claimed"
  | "confirmed"
  | "all_items_met"
  | "acknowledged";

/** Why a nudge that was queued is taken back before it left. */
export type WithdrawalReason = "no_longer_true" | "merged_into_later";

/** One step of a ladder. `skip` is set where the day lay before the office or the catalogue began. */
export type Rung = {
  /** "-10" … "0", "+1" … by working days, then "+5w1", "+5w2" …; "overdue-at-start"; "unacknowledged". */
  readonly name: string;
  /** Always a working day. */
  readonly on: LocalDate;
  readonly audience: readonly Audience[];
  readonly reason: NudgeReason;
  /** One of the weekly repeats, which go on for as long as it is true. */
  readonly repeated: boolean;
  readonly skip: SkipReason | null;
};

/** When reminders of a subject could begin, and what a rung before that day is called. */
export type LadderStart = {
  readonly on: LocalDate;
  readonly reason: "before_go_live" | "before_publication";
};

/** What a unit owes: its part of a task, a round's report, a word that it has seen its tasks. */
export type Subject = {
  readonly kind: "task" | "round" | "assignment";
  /** The task, the round, or the catalogue whose assignment is meant. */
  readonly id: string;
  readonly unitId: string;
  readonly catalogueId: string;
  /** "2.4" or "lần 1"; empty for an assignment. */
  readonly label: string;
  /** What may be shown: the short title, or the document's number where the document is restricted. */
  readonly title: string;
  /** The version of the ladder: an extended due date begins a new one. */
  readonly dueOn: LocalDate;
  /** Numbers of a round's items without an answer, or of tasks that nobody acknowledged. */
  readonly missing: readonly string[];
  /** Why there is nothing to remind of; null while it is open. */
  readonly settled: SkipReason | null;
};

/** Who is told, for which post. Where nobody can be, the post itself stands in the ledger. */
export type Recipient = {
  /** The member's id, or "post:head:UNIT". */
  readonly key: string;
  readonly memberId: string | null;
  readonly role: Role;
  /** The unit of the post, which is not always the unit that owes. */
  readonly unitId: string | null;
};

export type Decision<Reason> = {
  readonly subject: Subject;
  readonly recipient: Recipient;
  readonly rung: string;
  readonly reason: Reason;
  /** The rung's day at the recipient's hour, even where it is told late. */
  readonly plannedFor: Date;
};
export type NudgeDecision = Decision<NudgeReason>;
/** `insteadOf`: why it would have been said. */
export type SkipDecision = Decision<SkipReason> & { readonly insteadOf: NudgeReason };

export type Decisions = {
  readonly nudges: readonly NudgeDecision[];
  readonly skips: readonly SkipDecision[];
  /** Something came before today and stands in no row yet: it waits for an hour, a working day, or the next digest. */
  readonly waits: boolean;
};

export const NO_DECISIONS: Decisions = { nudges: [], skips: [], waits: false };
