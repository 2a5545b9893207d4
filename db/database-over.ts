import { sql } from "drizzle-orm";
import type { BothTx, Database, Db, SystemTx, TenantScope } from "./scope.ts";

/** Whose rows the next statements see: an office's, or (null) what the system may. */
export type Standing = TenantScope | null;

/** Turns one open transaction to a standing and gives the database as it is seen from there. */
export type Turn = (standing: Standing) => Promise<Db>;

export type Engine = {
  readonly name: Database["engine"];
  readonly inTransaction: <T>(work: (turn: Turn) => Promise<T>) => Promise<T>;
  readonly asOwner: Database["asOwner"];
  readonly close: () => Promise<void>;
};

/**
 * Transactions of connections that begin as the owner: a role is waited for, because a statement that overtook it
 * would run as the owner, whom no row-level security holds.
 */
export const awaitedTurns =
  (inTurn: <T>(work: (db: Db) => Promise<T>) => Promise<T>): Engine["inTransaction"] =>
  (work) =>
    inTurn((db) =>
      db.transaction((tx) =>
        work(async (standing) => {
          const role = standing === null ? "dondoc_system" : "dondoc_app";
          await tx.execute(
            sql`select set_config('dondoc.organization_id', ${standing?.organizationId ?? ""}, true),
                       set_config('role', ${role}, true)`,
          );
          return tx;
        }),
      ),
    );

/** The two roles and the tenant scope over either engine: every transaction begins by taking its role. */
export const databaseOver = ({ name, inTransaction, asOwner, close }: Engine): Database => ({
  engine: name,
  inBoth: (work) =>
    inTransaction(async (turn) => {
      const system: SystemTx = { kind: "system", db: await turn(null) };
      let open: Standing = null;
      const turnTo = async (standing: Standing): Promise<Db> => {
        const db = await turn(standing);
        open = standing;
        return db;
      };
      const under = async <R>(standing: Standing, steps: (db: Db) => Promise<R>): Promise<R> => {
        const before = open;
        const db = await turnTo(standing);
        let result: R;
        try {
          result = await steps(db);
        } catch (error) {
          // Who catches it goes on where it began; after an error of SQL nothing goes on, and this fails too.
          await turnTo(before).catch(() => undefined);
          throw error;
        }
        await turnTo(before);
        return result;
      };
      const both: BothTx = {
        system,
        asSystem: (steps) => under(null, () => steps(system)),
        asTenant: (scope, steps) =>
          under(scope, (db) => steps({ kind: "tenant", db, organizationId: scope.organizationId })),
      };
      return work(both);
    }),
  inSystem: (work) => inTransaction(async (turn) => work({ kind: "system", db: await turn(null) })),
  inTenant: (scope, work) =>
    inTransaction(async (turn) =>
      work({ kind: "tenant", db: await turn(scope), organizationId: scope.organizationId }),
    ),
  asOwner,
  close,
});
