import { setImmediate } from "node:timers/promises";
import { z } from "zod";
import { selectMemberNames, selectOwnLedger } from "../../db/queries/nudge-queries.ts";
import { planningCalendarDays } from "../../db/queries/system-planning-office-queries.ts";
import type { BothTx } from "../../db/scope.ts";
import type { WorkingCalendar } from "../calendar/calendar-day.ts";
import { may } from "../members/permissions.ts";
import {
  addDays,
  daysBetween,
  isoAt,
  type LocalDate,
  localDate,
  localDateAt,
  localDateSchema,
} from "../shared/local-date.ts";
import { type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import type { Work } from "../shared/work.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { type Ledger, ledgerOf } from "./ledger.ts";
import { daysAround, loadPlanningFacts } from "./load-planning-facts.ts";
import type { PlanningFacts } from "./planning-facts.ts";
import type { ForeseenNudge } from "./shown-nudge.ts";
import { beginOffice, type PlayedDecision, simulateDecisions } from "./simulate-nudges.ts";

const LONGEST_DAYS = 400;
/** From today to the first day asked for. */
const FARTHEST_DAYS = 800;
const STEP_DAYS = 30;
const LONGEST_PAGE = 1_000;

export const forecastFilterSchema = z.object({
  from: localDateSchema,
  to: localDateSchema,
  unitId: z.uuid().optional(),
  outcome: z.enum(["sent", "unlinked", "silent"]).optional(),
  limit: z.coerce.number().int().min(1).max(LONGEST_PAGE).default(200),
  cursor: pageQuerySchema.shape.cursor,
});

/** The key of a row: instant, unit, subject, recipient, rung. */
const cursorSchema = z.tuple([z.string(), z.string(), z.string(), z.string(), z.string()]);
type Key = z.infer<typeof cursorSchema>;

export type Forecast = Page<ForeseenNudge> & {
  /** Whether the days that have passed count, or the office is played from its first day. */
  readonly basis: "ledger" | "rehearsal";
};

/**
 * What will be said to whom, and what will not, if nothing more is reported. A live office goes on from its ledger,
 * from this moment; one that is not live yet is played as if it went live on the first day asked for. Writes
 * nothing. Refuses `not_allowed`, `request_invalid`, `period_invalid`, `period_too_long`, `date_out_of_years`,
 * `cursor_invalid`.
 */
export const forecastNudges = async (
  work: Work,
  both: BothTx,
  raw: z.input<typeof forecastFilterSchema>,
): Promise<Result<Forecast>> => {
  if (!may(work.actor, "see-nudges")) return refuse("not_allowed");
  const parsed = forecastFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { from, to, unitId, outcome, limit, cursor } = parsed.data;
  if (to < from) return refuse("period_invalid");
  const [first, last] = [addDays(work.today, -FARTHEST_DAYS), addDays(work.today, FARTHEST_DAYS)];
  if (from < first || from > last) return refuse("date_out_of_years", { first, last });
  if (daysBetween(from, to) >= LONGEST_DAYS) return refuse("period_too_long", { most: LONGEST_DAYS });
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");

  const played = await playPeriod(work, both, { from, to });
  const names = may(work.actor, "see-people") ? await selectMemberNames(work.tx) : new Map<string, string>();
  const rows = played.decisions
    .filter(({ now }) => localDateAt(now, work.organization.timeZone) >= from)
    .filter(({ decision }) => unitId === undefined || decision.subject.unitId === unitId)
    .map((one) => {
      const row = describeDecision(one, played.units, names, work.organization.timeZone);
      const { subject } = row;
      const key: Key = [
        row.at,
        subject.unitName,
        `${subject.kind} ${subject.label}`,
        one.decision.recipient.key,
        `${row.rung} ${subject.id}`,
      ];
      return { row, key };
    })
    .filter(({ row }) => outcome === undefined || row.outcome === outcome)
    .sort((one, other) => compareKeys(one.key, other.key))
    .filter(({ key }) => after === null || compareKeys(key, after) > 0);
  const page = pageOf(rows, limit, ({ key }) => key);
  return ok({ items: page.items.map(({ row }) => row), nextCursor: page.nextCursor, basis: played.basis });
};

const playPeriod = async (
  work: Work,
  both: BothTx,
  { from, to }: { readonly from: LocalDate; readonly to: LocalDate },
) => {
  const { liveOn, timeZone } = work.organization;
  const isLive = liveOn !== null && liveOn <= work.today;
  const begin = isLive ? work.today : from;
  const { facts, calendars } = await both.asSystem(async (tx) => ({
    facts: await loadPlanningFacts(
      tx,
      {
        organizationIds: [work.organization.id],
        from: begin < from ? begin : from,
        to,
        posts: daysAround(work.now),
        tasks: null,
      },
      work.now,
    ),
    calendars: composeCalendars(await planningCalendarDays(tx, [work.organization.id]), work.now),
  }));
  const [office] = facts;
  const basis: Forecast["basis"] = isLive ? "ledger" : "rehearsal";
  const units = new Map((office?.units ?? []).map(({ id, name }) => [id, name]));
  if (office === undefined) return { basis, units, decisions: [] };
  const calendar = calendars.of(work.organization.id);
  if (!isLive)
    return { basis, units, decisions: await playInSteps(beginOffice(office, from), calendar, { from, to }) };
  const said = (await selectOwnLedger(work.tx)).map((row) => ({
    ...row,
    dueOn: localDate(row.dueOn),
    decidedOn: localDateAt(row.decidedAt, timeZone),
  }));
  const decisions = await playInSteps(office, calendar, { from: begin, to }, ledgerOf(said), work.now);
  return { basis, units, decisions };
};

/** A year of a big office takes a second: others are served between its months. */
const playInSteps = async (
  facts: PlanningFacts,
  calendar: WorkingCalendar,
  period: { readonly from: LocalDate; readonly to: LocalDate },
  said: Ledger = ledgerOf([]),
  since: Date | null = null,
): Promise<readonly PlayedDecision[]> => {
  const played: PlayedDecision[] = [];
  for (let from = period.from; from <= period.to; from = addDays(from, STEP_DAYS)) {
    const last = addDays(from, STEP_DAYS - 1);
    const step = { from, to: last < period.to ? last : period.to };
    played.push(...simulateDecisions(facts, calendar, step, said, from === period.from ? since : null));
    await setImmediate();
  }
  return played;
};

const order = new Intl.Collator("vi", { numeric: true });

/** Whatever the collation takes for equal is told apart by its code points: a page must not lose a row. */
const compareText = (one: string, other: string): number =>
  order.compare(one, other) || (one < other ? -1 : one > other ? 1 : 0);

const compareKeys = (one: Key, other: Key): number =>
  compareText(one[0], other[0]) ||
  compareText(one[1], other[1]) ||
  compareText(one[2], other[2]) ||
  compareText(one[3], other[3]) ||
  compareText(one[4], other[4]);

const describeDecision = (
  { now, kind, decision }: PlayedDecision,
  units: ReadonlyMap<string, string>,
  names: ReadonlyMap<string, string>,
  timeZone: string,
): ForeseenNudge => {
  const { subject, recipient, rung } = decision;
  const unlinked = kind === "skip" && decision.reason === "nobody_linked";
  return {
    at: isoAt(now, timeZone),
    outcome: kind === "nudge" ? "sent" : unlinked ? "unlinked" : "silent",
    reason: unlinked ? decision.insteadOf : decision.reason,
    insteadOf: kind === "skip" && !unlinked ? decision.insteadOf : null,
    rung,
    subject: {
      kind: subject.kind,
      id: subject.id,
      label: subject.label,
      title: subject.title,
      unitId: subject.unitId,
      unitName: units.get(subject.unitId) ?? "",
      dueOn: subject.dueOn,
    },
    recipient: {
      role: recipient.role,
      memberId: recipient.memberId,
      name: recipient.memberId === null ? null : (names.get(recipient.memberId) ?? null),
    },
  };
};
