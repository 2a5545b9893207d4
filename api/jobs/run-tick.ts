import { lastTick } from "../../db/queries/system-due-queries.ts";
import { insertTick } from "../../db/queries/system-nudge-queries.ts";
import type { Database } from "../../db/scope.ts";
import { hashAuditChain } from "../audit/hash-audit-chain.ts";
import { queueGroupSummaries } from "../group-chats/queue-group-summaries.ts";
import { findDueWork } from "../nudges/find-due-work.ts";
import { readPolicies } from "../nudges/load-planning-facts.ts";
import { type PlanningCounts, queueDueNudges } from "../nudges/queue-due-nudges.ts";
import { newId } from "../shared/ids.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { queueEventDeliveries } from "../subscriptions/queue-event-deliveries.ts";

/**
 * Plans everything as of an instant and chains the audit entries. The tick is recorded after the nudges: killed on
 * the way, the next one finds the same offices again and the ledger keeps anything from being said twice. Planning never
 * goes back behind the last tick; the same instant may come again.
 */
export const runTick = async (database: Database, now: Date): Promise<Result<PlanningCounts>> => {
  const policyOf = readPolicies();
  const due = await database.inSystem(async (tx) => {
    const lastAt = await lastTick(tx);
    if (lastAt !== null && now < lastAt) return null;
    return findDueWork(tx, now, lastAt, policyOf);
  });
  if (due === null) return refuse("tick_in_past");
  const planner = { database, now, newId: () => newId(now), policyOf };
  const counts = await queueDueNudges(planner, due);
  await hashAuditChain(database);
  await database.inSystem((tx) => insertTick(tx, { at: now, ...counts }));
  // Last: it has a ledger of its own, and what fails in it must not hold up what people are reminded of.
  await queueGroupSummaries(planner);
  await queueEventDeliveries(database, now);
  return ok(counts);
};
