import {
  insertGroupSummary,
  lockConnectedGroup,
  withdrawGroupMessages,
} from "../../db/queries/group-chat-queries.ts";
import { insertAddressedMessage } from "../../db/queries/outbox-queries.ts";
import { groupsWithoutSummary } from "../../db/queries/system-group-chat-queries.ts";
import { planningCalendarDays } from "../../db/queries/system-planning-office-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { recordEntryWithoutWork } from "../audit/record-audit-entry.ts";
import { type Calendars, composeCalendars } from "../nudges/compose-calendars.ts";
import { daysAround, loadPlanningFacts } from "../nudges/load-planning-facts.ts";
import type { Policy } from "../organizations/organization.ts";
import type { Message } from "../outbox/message.ts";
import { groupBy } from "../shared/group-by.ts";
import { localDateAt } from "../shared/local-date.ts";
import { composeSummary } from "./compose-summary.ts";
import type { DueSummary } from "./group-chat.ts";
import { planSummaries } from "./plan-summaries.ts";
import { summariseWeek } from "./summarise-week.ts";

type Planner = {
  readonly database: Database;
  readonly now: Date;
  readonly newId: () => string;
  readonly policyOf: (stored: unknown) => Policy;
};

/** So many offices' facts at once: what is in memory does not grow with the country. */
const OFFICES_AT_ONCE = 100;

/**
 * Queues the week's summary for every group to which it is due. Facts are read in sets; ledger row, message and
 * audit entry of a group are one transaction, so that whoever is killed in between, or looks twice, says it once.
 * Returns how many were queued.
 */
export const queueGroupSummaries = async (planner: Planner): Promise<number> => {
  const { database, now } = planner;
  const { due, calendars } = await findDueSummaries(planner);
  const byOffice = [...groupBy(due, ({ group }) => group.organizationId)];
  let queued = 0;
  for (let at = 0; at < byOffice.length; at += OFFICES_AT_ONCE) {
    const offices = new Map(byOffice.slice(at, at + OFFICES_AT_ONCE));
    const messages = await composeMessages(planner, offices, calendars);
    for (const [organizationId, summaries] of offices) {
      const message = messages.get(organizationId);
      if (message === undefined) continue;
      for (const summary of summaries)
        queued += (await queueSummary(database, summary, message, planner.newId(), now)) ? 1 : 0;
    }
  }
  return queued;
};

const findDueSummaries = ({ database, now, policyOf }: Planner) =>
  database.inSystem(async (tx) => {
    const waiting = (await groupsWithoutSummary(tx, now)).map((row) => ({
      ...row,
      policy: policyOf(row.policy),
    }));
    const ids = [...new Set(waiting.map(({ organizationId }) => organizationId))];
    const calendars = composeCalendars(ids.length === 0 ? [] : await planningCalendarDays(tx, ids), now);
    return { due: planSummaries(waiting, calendars.of, now), calendars };
  });

/** One message an office, however many groups it has. */
const composeMessages = async (
  { database, now, policyOf }: Planner,
  offices: ReadonlyMap<string, readonly DueSummary[]>,
  calendars: Calendars,
): Promise<ReadonlyMap<string, Message>> => {
  const near = daysAround(now);
  const selection = { organizationIds: [...offices.keys()], ...near, posts: near, tasks: null };
  const facts = await database.inSystem((tx) => loadPlanningFacts(tx, selection, now, policyOf));
  return new Map(
    facts.map((office) => {
      const { id, timeZone } = office.organization;
      const name = offices.get(id)?.[0]?.group.organizationName ?? "";
      const week = summariseWeek(office, name, localDateAt(now, timeZone), calendars.of(id));
      return [id, composeSummary(week)];
    }),
  );
};

/** False when it was queued before, or the group has left in the meantime. */
const queueSummary = (
  database: Database,
  { group, weekOf }: DueSummary,
  message: Message,
  messageId: string,
  now: Date,
): Promise<boolean> =>
  database.inTenant(tenantScope(group.organizationId), async (tx) => {
    if ((await lockConnectedGroup(tx, group)) !== group.id) return false;
    if (!(await insertGroupSummary(tx, { groupChatId: group.id, weekOf, queuedAt: now }))) return false;
    // Whatever could not be sent until now is of a week that is over.
    await withdrawGroupMessages(tx, group);
    const { channel, account, chatKey } = group;
    const address = { channel, account, chatKey };
    await insertAddressedMessage(tx, address, { id: messageId, locale: group.locale, message, now });
    await recordEntryWithoutWork(tx, {
      at: now,
      actor: "tick",
      action: "group-summary-queued",
      subjectKind: "group_chat",
      subjectId: group.id,
      details: { weekOf, outboxId: messageId },
    });
    return true;
  });
