import { endLease, takeLease } from "../../db/queries/system-lease-queries.ts";
import type { Database } from "../../db/scope.ts";

/** Taking and giving back a lease, each in a transaction of its own. */
export type Leases = {
  /** False while another process holds it. Renews one's own. */
  readonly take: (
    name: string,
    holder: string,
    now: Date,
    until: Date,
    firstTime: boolean,
  ) => Promise<boolean>;
  readonly end: (name: string, holder: string) => Promise<void>;
};

export const leasesOf = (database: Database): Leases => ({
  take: (name, holder, now, until, firstTime) =>
    database.inSystem((tx) =>
      takeLease(tx, {
        name,
        holder,
        now,
        until,
        // The folder's lock proves that whoever held it before is dead: a restart need not wait.
        evenIfHeld: firstTime && database.engine === "embedded",
      }),
    ),
  end: (name, holder) => database.inSystem((tx) => endLease(tx, name, holder)),
});
