import { and, eq, gt, sql } from "drizzle-orm";
import { lease } from "../schema/installation.ts";
import type { SystemTx } from "../scope.ts";

/**
 * Takes or renews a lease; false while another holder's runs. One that would run for more than twice as long as this
 * was taken by a clock that ran ahead, and holds nobody up. `evenIfHeld`: the caller knows that every other
 * holder is dead (the embedded database belongs to one process).
 */
export const takeLease = async (
  tx: SystemTx,
  wanted: {
    readonly name: string;
    readonly holder: string;
    readonly now: Date;
    readonly until: Date;
    readonly evenIfHeld: boolean;
  },
): Promise<boolean> => {
  const { name, holder, now, until, evenIfHeld } = wanted;
  const ahead = new Date(2 * until.getTime() - now.getTime());
  const free = sql`${lease.holder} = ${holder} or ${lease.until} <= ${now.toISOString()}::timestamptz
    or ${lease.until} > ${ahead.toISOString()}::timestamptz`;
  const taken = await tx.db
    .insert(lease)
    .values({ name, holder, until })
    .onConflictDoUpdate({
      target: lease.name,
      set: { holder, until },
      setWhere: evenIfHeld ? sql`true` : free,
    })
    .returning({ holder: lease.holder });
  return taken.length > 0;
};

/** Only one's own: a lease that another took over in the meantime stays. */
export const endLease = async (tx: SystemTx, name: string, holder: string): Promise<void> => {
  await tx.db.delete(lease).where(and(eq(lease.name, name), eq(lease.holder, holder)));
};

/** Whether somebody holds it at that instant: who died without giving it back holds it until it runs out. */
export const isLeaseHeld = async (tx: SystemTx, name: string, now: Date): Promise<boolean> =>
  (await tx.db.$count(lease, and(eq(lease.name, name), gt(lease.until, now)))) > 0;
