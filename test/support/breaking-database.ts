import { sql } from "drizzle-orm";
import type { PreparedQueryConfig } from "drizzle-orm/pg-core";
import type { Database, Db } from "../../db/scope.ts";
import { rowsOf } from "./two-offices.ts";

/** Where a connection may be lost: before a statement, before the commit, or before the commit's answer is heard. */
export type Point = "statement" | "commit" | "answer";

export class ConnectionLost extends Error {
  override readonly name = "ConnectionLost";
}

/**
 * A database whose connection is lost at a chosen point, counted over all transactions of whoever works with it:
 *
 *   const breaking = breakingDatabase(database);
 *   await work(breaking.database);
 *   const points = breaking.listen();       // what the work since the last `listen` went through
 *   breaking.breakAt(3);                    // the fourth point: there, and ever after, the database is gone
 *   breaking.mend();
 *
 * On a server its side of the connection is really ended and the driver finds out by itself; embedded, where there is
 * no connection, the statement is refused. With `once` only that transaction is lost, and the next one works.
 */
export const breakingDatabase = (database: Database) => {
  let points: Point[] = [];
  let target: number | null = null;
  let once = false;
  let gone = false;

  /** The process that serves this transaction on the server; null on the embedded database. */
  const serverOf = async (db: Db): Promise<number | null> => {
    if (database.engine === "embedded") return null;
    const [row] = await rowsOf<{ pid: number }>(db, sql`select pg_backend_pid() as pid`);
    return row?.pid ?? null;
  };

  const oneTransaction = () => {
    let lost = false;
    /** Whether the connection is lost right here. */
    const arrive = (point: Point): boolean => {
      if (gone || lost) throw new ConnectionLost(point);
      points.push(point);
      if (points.length - 1 !== target) return false;
      lost = true;
      gone = !once;
      return true;
    };
    const lose = async (server: number | null): Promise<void> => {
      if (server === null) throw new ConnectionLost();
      await database.asOwner((db) => db.execute(sql`select pg_terminate_backend(${server}, 5000)`));
    };
    /** Every statement of this transaction, whichever builder says it, is prepared by its session. */
    const watch = async (db: Db): Promise<number | null> => {
      const server = await serverOf(db);
      const { session } = db._;
      const prepare: typeof session.prepareQuery = session.prepareQuery.bind(session);
      session.prepareQuery = <T extends PreparedQueryConfig>(...args: Parameters<typeof prepare<T>>) => {
        const prepared = prepare<T>(...args);
        const execute = prepared.execute.bind(prepared);
        prepared.execute = async (...values) => {
          if (arrive("statement")) await lose(server);
          return execute(...values);
        };
        return prepared;
      };
      return server;
    };
    const run = async <T>(
      begin: (steps: (db: Db, work: () => Promise<T>) => Promise<T>) => Promise<T>,
    ): Promise<T> => {
      if (gone) throw new ConnectionLost();
      const value = await begin(async (db, work) => {
        const server = await watch(db);
        const done = await work();
        if (arrive("commit")) await lose(server);
        return done;
      });
      if (arrive("answer")) throw new ConnectionLost("answer");
      return value;
    };
    return { run };
  };

  const broken: Database = {
    ...database,
    inBoth: (work) =>
      oneTransaction().run((steps) => database.inBoth((both) => steps(both.system.db, () => work(both)))),
    inSystem: (work) =>
      oneTransaction().run((steps) => database.inSystem((tx) => steps(tx.db, () => work(tx)))),
    inTenant: (scope, work) =>
      oneTransaction().run((steps) => database.inTenant(scope, (tx) => steps(tx.db, () => work(tx)))),
  };

  return {
    database: broken,
    listen: (): readonly Point[] => {
      const passed = points;
      points = [];
      return passed;
    },
    breakAt: (point: number, given: { readonly once?: boolean } = {}): void => {
      points = [];
      target = point;
      gone = false;
      once = given.once ?? false;
    },
    mend: (): void => {
      points = [];
      target = null;
      gone = false;
    },
  };
};
