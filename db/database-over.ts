import { sql } from "drizzle-orm";
import type { BothTx, Database, Db, SystemTx, TenantScope } from "./scope.ts";

const asSystem = sql`set local role dondoc_system`;

/** Role and organization in one statement: each is a round trip, and every request and update begins with it. */
const enter = (organizationId: string, role: "dondoc_app" | "dondoc_system") =>
  sql`select set_config('dondoc.organization_id', ${organizationId}, true), set_config('role', ${role}, true)`;

/**
 * The two roles and the tenant scope over either engine: every transaction begins by taking its role. A role is always
 * waited for: a statement that overtook it would run as the owner, whom no row-level security holds.
 */
export const databaseOver = (
  engine: Database["engine"],
  inTurn: <T>(work: (db: Db) => Promise<T>) => Promise<T>,
  close: () => Promise<void>,
): Database => {
  const transaction = <T>(work: (tx: Db) => Promise<T>): Promise<T> =>
    inTurn((db) => db.transaction((tx) => work(tx)));

  const inBoth = <T>(work: (both: BothTx) => Promise<T>): Promise<T> =>
    transaction(async (tx) => {
      await tx.execute(asSystem);
      const system: SystemTx = { kind: "system", db: tx };
      /** The office that stands open; null: the system. */
      let open: TenantScope | null = null;
      const turnTo = async (scope: TenantScope | null): Promise<void> => {
        await tx.execute(
          scope === null ? enter("", "dondoc_system") : enter(scope.organizationId, "dondoc_app"),
        );
        open = scope;
      };
      const under = async <R>(scope: TenantScope | null, steps: () => Promise<R>): Promise<R> => {
        const before = open;
        await turnTo(scope);
        let result: R;
        try {
          result = await steps();
        } catch (error) {
          // Who catches it goes on where it began; after an error of SQL nothing goes on, and this fails too.
          await turnTo(before).catch(() => undefined);
          throw error;
        }
        await turnTo(before);
        return result;
      };
      return work({
        system,
        asSystem: (steps) => under(null, () => steps(system)),
        asTenant: (scope, steps) =>
          under(scope, () => steps({ kind: "tenant", db: tx, organizationId: scope.organizationId })),
      });
    });

  return {
    engine,
    inBoth,
    inSystem: (work) =>
      transaction(async (tx) => {
        await tx.execute(asSystem);
        return work({ kind: "system", db: tx });
      }),
    inTenant: (scope: TenantScope, work) =>
      transaction(async (tx) => {
        await tx.execute(enter(scope.organizationId, "dondoc_app"));
        return work({ kind: "tenant", db: tx, organizationId: scope.organizationId });
      }),
    asOwner: inTurn,
    close,
  };
};
