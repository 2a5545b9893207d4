import type { TenantTx } from "../../db/scope.ts";
import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import type { Actor } from "../members/member.ts";
import type { Organization } from "../organizations/organization.ts";
import type { LocalDate } from "./local-date.ts";
import type { Result } from "./result.ts";

/**
 * What a use case is handed: one open transaction in one organization's scope, who asks, and the present.
 * The door that identified the actor opens and commits it, so that state, audit, outgoing messages and the
 * handled update are one transaction. A refusal comes back before anything was written.
 */
export type Work = {
  readonly tx: TenantTx;
  readonly actor: Actor;
  readonly organization: Organization;
  readonly calendar: WorkingCalendar;
  readonly now: Date;
  /** `now` on the organization's wall. */
  readonly today: LocalDate;
  readonly newId: () => string;
};

export type UseCase<Input, Output> = (work: Work, input: Input) => Promise<Result<Output>>;

/** Opens one transaction in the office, as whoever asks; refuses where that is nobody any more. */
export type InWork = <T>(steps: (work: Work) => Promise<Result<T>>) => Promise<Result<T>>;
