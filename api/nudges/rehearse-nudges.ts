import { selectMemberNames } from "../../db/queries/nudge-queries.ts";
import {
  type PlanningSelection,
  planningCalendarDays,
} from "../../db/queries/system-planning-office-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { daysBetween, parseLocalDate } from "../shared/local-date.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { composeCalendars } from "./compose-calendars.ts";
import { daysAround, loadPlanningFacts } from "./load-planning-facts.ts";
import { type RehearsedNudge, simulateNudges } from "./simulate-nudges.ts";

/** With the person's name where somebody is linked. */
export type NamedNudge = Omit<RehearsedNudge, "memberId"> & { readonly member: string | null };

const LONGEST_DAYS = 2_200;

/**
 * Every nudge of a period without sending one: the state as it is at `now`, nothing more reported, the office live
 * from the first day. Writes nothing. Refuses `date_invalid`, `period_invalid`, `period_too_long`.
 */
export const rehearseNudges = async (
  database: Database,
  request: {
    readonly organizationId: string;
    readonly from: string;
    readonly to: string;
    readonly now: Date;
  },
): Promise<Result<readonly NamedNudge[]>> => {
  const from = parseLocalDate(request.from);
  const to = parseLocalDate(request.to);
  if (from === null || to === null) return refuse("date_invalid");
  if (to < from) return refuse("period_invalid");
  if (daysBetween(from, to) >= LONGEST_DAYS) return refuse("period_too_long", { most: LONGEST_DAYS });
  return database.inBoth(async ({ system, asTenant }) => {
    const selection: PlanningSelection = {
      organizationIds: [request.organizationId],
      from,
      to,
      posts: daysAround(request.now),
      tasks: null,
    };
    const [facts] = await loadPlanningFacts(system, selection, request.now);
    if (facts === undefined) return refuse("organization_not_found");
    const own = await planningCalendarDays(system, [request.organizationId]);
    const middle = new Date(`${from}T00:00:00Z`);
    const rows = simulateNudges(facts, composeCalendars(own, middle).of(request.organizationId), {
      from,
      to,
    });
    const names = await asTenant(tenantScope(request.organizationId), selectMemberNames);
    return ok(
      rows.map(({ memberId, ...row }) => ({
        ...row,
        member: memberId === null ? null : (names.get(memberId) ?? memberId),
      })),
    );
  });
};
