import { deleteSettledDeliveries, insertEventDeliveries } from "../../db/queries/event-delivery-queries.ts";
import {
  lockFollowers,
  selectLinksAfter,
  updateSubscription,
} from "../../db/queries/subscription-queries.ts";
import { selectOfficesToFollow } from "../../db/queries/system-event-queries.ts";
import { type Database, type TenantTx, tenantScope } from "../../db/scope.ts";
import { firstIdAt, newId } from "../shared/ids.ts";

const LINKS_AT_ONCE = 500;
/** How long the log tells what became of an event. */
const LOGGED_MS = 30 * 86_400_000;

/**
 * Follows the audit chain: each new link becomes a delivery of every subscription that wants it, and `followed_to`
 * moves in the same transaction, so that no link is missed and none is turned into two. Returns how many were made.
 */
export const queueEventDeliveries = async (database: Database, now: Date): Promise<number> => {
  let queued = 0;
  for (const organizationId of await database.inSystem(selectOfficesToFollow)) {
    for (;;) {
      const step = await database.inTenant(tenantScope(organizationId), (tx) => followChain(tx, now));
      queued += step.queued;
      if (!step.more) break;
    }
    await database.inTenant(tenantScope(organizationId), (tx) =>
      deleteSettledDeliveries(tx, firstIdAt(new Date(now.getTime() - LOGGED_MS))),
    );
  }
  return queued;
};

const followChain = async (
  tx: TenantTx,
  now: Date,
): Promise<{ readonly queued: number; readonly more: boolean }> => {
  let queued = 0;
  let more = false;
  for (const { id, actions, followedTo } of await lockFollowers(tx)) {
    const links = await selectLinksAfter(tx, followedTo, LINKS_AT_ONCE);
    const last = links.at(-1);
    if (last === undefined) continue;
    more ||= links.length === LINKS_AT_ONCE;
    const wanted = links.filter(({ action }) => actions.length === 0 || actions.includes(action));
    await insertEventDeliveries(
      tx,
      wanted.map(({ position }) => ({
        id: newId(now),
        subscriptionId: id,
        chainPosition: position,
        createdAt: now,
        notBefore: now,
      })),
    );
    await updateSubscription(tx, id, { followedTo: last.position });
    queued += wanted.length;
  }
  return { queued, more };
};
