import type { NudgeOutcome } from "../../db/queries/nudge-queries.ts";
import type { Role } from "../members/member.ts";
import type { LocalDate } from "../shared/local-date.ts";
import type { NudgeReason, SkipReason, Subject, WithdrawalReason } from "./nudge.ts";

/** What a nudge is about, and the unit that owes it. */
export type ShownSubject = {
  readonly kind: Subject["kind"];
  /** The task, the round, or the catalogue whose assignment is meant. */
  readonly id: string;
  /** "2.4", "lần 1"; empty for an assignment. */
  readonly label: string;
  /** The short title; the document's number where the document is restricted. */
  readonly title: string;
  readonly unitId: string;
  readonly unitName: string;
  readonly dueOn: LocalDate | string;
};

/** The post that is told, and who holds it: the name only for those who may see people. */
export type ShownRecipient = {
  readonly role: Role;
  readonly memberId: string | null;
  readonly name: string | null;
};

/** One line of the ledger. */
export type ShownNudge = {
  readonly id: string;
  readonly outcome: NudgeOutcome;
  readonly reason: string;
  readonly rung: string;
  readonly subject: ShownSubject;
  readonly recipient: ShownRecipient;
  /** The rung's day at the person's hour; the decision may have come later. */
  readonly plannedFor: Date;
  readonly decidedAt: Date;
  /** The digest that carries it; null for a silence. */
  readonly message: {
    readonly id: string;
    readonly attempts: number;
    readonly failure: string | null;
    readonly sentAt: Date | null;
  } | null;
};

/** One decision that lies ahead. `unlinked`: it would be sent if somebody of the post were linked. */
export type ForeseenNudge = {
  readonly at: string;
  readonly outcome: "sent" | "unlinked" | "silent";
  readonly reason: NudgeReason | SkipReason;
  /** Of a silence: why it would have been said. */
  readonly insteadOf: NudgeReason | null;
  readonly rung: string;
  readonly subject: ShownSubject;
  readonly recipient: ShownRecipient;
};

export const NUDGE_REASONS = [
  "due_soon",
  "last_working_day",
  "overdue",
  "escalated",
  "overdue_at_start",
  "unacknowledged",
] as const satisfies readonly NudgeReason[];

export const SKIP_REASONS = [
  "superseded",
  "before_go_live",
  "before_publication",
  "nobody_linked",
  "claimed",
  "confirmed",
  "all_items_met",
  "acknowledged",
] as const satisfies readonly SkipReason[];

export const WITHDRAWAL_REASONS = [
  "no_longer_true",
  "merged_into_later",
] as const satisfies readonly WithdrawalReason[];
