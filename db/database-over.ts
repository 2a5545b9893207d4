import { sql } from "drizzle-orm";
import type { BothTx, Database, Db, TenantScope, TenantTx } from "./scope.ts";

const asSystem = sql`set local role dondoc_system`;
const asApp = sql`set local role dondoc_app`;
const forOrganization = (organizationId: string) =>
  sql`select set_config('dondoc.organization_id', ${organizationId}, true)`;

/** The two roles and the tenant scope over either engine: every transaction begins by taking its role. */
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
      return work({
        system: { kind: "system", db: tx },
        asTenant: async <R>(scope: TenantScope, tenantWork: (tx: TenantTx) => Promise<R>): Promise<R> => {
          await tx.execute(forOrganization(scope.organizationId));
          await tx.execute(asApp);
          const leave = async (): Promise<void> => {
            await tx.execute(asSystem);
            await tx.execute(forOrganization(""));
          };
          let result: R;
          try {
            result = await tenantWork({ kind: "tenant", db: tx, organizationId: scope.organizationId });
          } catch (error) {
            // Who catches it goes on as the system; after an error of SQL nothing goes on, and this fails too.
            await leave().catch(() => undefined);
            throw error;
          }
          await leave();
          return result;
        },
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
        await tx.execute(forOrganization(scope.organizationId));
        await tx.execute(asApp);
        return work({ kind: "tenant", db: tx, organizationId: scope.organizationId });
      }),
    asOwner: inTurn,
    close,
  };
};
