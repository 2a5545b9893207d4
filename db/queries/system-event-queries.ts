import { and, asc, eq, isNull, notInArray, sql } from "drizzle-orm";
import { eventDelivery, subscription } from "../schema/subscriptions.ts";
import type { SystemTx } from "../scope.ts";

const standing = and(isNull(subscription.pausedAt), isNull(subscription.endedAt));

/** Offices whose chain has links that one of their subscriptions has not seen. */
export const selectOfficesToFollow = async (tx: SystemTx): Promise<readonly string[]> =>
  (
    await tx.db
      .selectDistinct({ organizationId: subscription.organizationId })
      .from(subscription)
      .where(
        and(
          standing,
          sql`exists (select 1 from audit_entry e where e.organization_id = ${subscription.organizationId}
                         and e.chain_position > ${subscription.followedTo})`,
        ),
      )
      .orderBy(asc(subscription.organizationId))
  ).map(({ organizationId }) => organizationId);

export type DueEvent = {
  readonly organizationId: string;
  readonly id: string;
  readonly subscriptionId: string;
};

/** What may leave now, the longest waiting first; neither where to nor what. */
export const selectDueEvents = (
  tx: SystemTx,
  now: Date,
  except: { readonly subscriptionIds: readonly string[]; readonly ids: readonly string[] },
  limit: number,
): Promise<DueEvent[]> =>
  tx.db
    .select({
      organizationId: eventDelivery.organizationId,
      id: eventDelivery.id,
      subscriptionId: eventDelivery.subscriptionId,
    })
    .from(eventDelivery)
    .innerJoin(
      subscription,
      and(
        eq(subscription.organizationId, eventDelivery.organizationId),
        eq(subscription.id, eventDelivery.subscriptionId),
        standing,
      ),
    )
    .where(
      and(
        eq(eventDelivery.state, "waiting"),
        sql`${eventDelivery.notBefore} <= ${now.toISOString()}::timestamptz`,
        except.subscriptionIds.length === 0
          ? undefined
          : notInArray(eventDelivery.subscriptionId, [...except.subscriptionIds]),
        except.ids.length === 0 ? undefined : notInArray(eventDelivery.id, [...except.ids]),
      ),
    )
    .orderBy(asc(eventDelivery.notBefore), asc(eventDelivery.id))
    .limit(limit);
