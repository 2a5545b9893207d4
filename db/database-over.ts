import { type SQL, sql } from "drizzle-orm";
import type { BothTx, Database, Db, SystemTx, TenantScope } from "./scope.ts";

const asSystem = sql`set local role dondoc_system`;

/** Role and organization in one statement: each is a round trip, and every request and update begins with it. */
const enter = (organizationId: string, role: "dondoc_app" | "dondoc_system") =>
  sql`select set_config('dondoc.organization_id', ${organizationId}, true), set_config('role', ${role}, true)`;

/**
 * Said ahead of the next statement and not waited for: one connection hears them in this order. Should it fail, so does
 * every statement behind it, and the transaction.
 */
const sayAhead = (tx: Db, role: SQL): void => {
  tx.execute(role).then(
    () => undefined,
    () => undefined,
  );
};

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
      sayAhead(tx, asSystem);
      /** The office under whose role the next statement would run; null: the system. */
      let open: string | null = null;
      /** A handle whose statements run under its own role: whoever speaks after another takes it back first. */
      const under = (organizationId: string | null): Db =>
        new Proxy(tx, {
          get: (target, key, receiver) => {
            if (open !== organizationId) {
              open = organizationId;
              sayAhead(
                tx,
                enter(organizationId ?? "", organizationId === null ? "dondoc_system" : "dondoc_app"),
              );
            }
            return Reflect.get(target, key, receiver);
          },
        });
      const system: SystemTx = { kind: "system", db: under(null) };
      return work({
        system,
        asSystem: (steps) => steps(system),
        asTenant: ({ organizationId }, steps) =>
          steps({ kind: "tenant", db: under(organizationId), organizationId }),
      });
    });

  return {
    engine,
    inBoth,
    inSystem: (work) =>
      transaction(async (tx) => {
        sayAhead(tx, asSystem);
        return work({ kind: "system", db: tx });
      }),
    inTenant: (scope: TenantScope, work) =>
      transaction(async (tx) => {
        sayAhead(tx, enter(scope.organizationId, "dondoc_app"));
        return work({ kind: "tenant", db: tx, organizationId: scope.organizationId });
      }),
    asOwner: inTurn,
    close,
  };
};
