import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { databaseOver } from "./database-over.ts";
import { gate } from "./gate.ts";
import { withSafeTransactions } from "./postgres-transaction.ts";
import type { Database, Db } from "./scope.ts";

/** Inside the pool's width, because each transaction holds one connection (`db/gate.ts`). */
const POOL_WIDTH = 10;
const CONNECT_PATIENCE_S = 5;

const openPool = (url: string, width: number) => {
  const client = postgres(url, {
    max: width,
    connect_timeout: CONNECT_PATIENCE_S,
    idle_timeout: 300,
    onnotice: () => undefined,
    connection: { application_name: "dondoc", TimeZone: "UTC" },
    // Behind pgbouncer in transaction mode a prepared statement may meet another server.
    prepare: new URL(url).searchParams.get("pgbouncer") !== "true",
  });
  return { client, db: drizzle(withSafeTransactions(client)) as unknown as Db };
};

const isConnectTimeout = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && cause.code === "CONNECT_TIMEOUT") return true;
  return false;
};

export const connectPostgres = (url: string, width = POOL_WIDTH): Database => {
  const inTurn = gate(width);
  let pool = openPool(url, width);
  return databaseOver(
    "postgres",
    (work) =>
      inTurn(async () => {
        const used = pool;
        try {
          return await work(used.db);
        } catch (error) {
          // A connection that was lost in the middle of a write never connects again; a new pool does.
          if (isConnectTimeout(error) && used === pool) {
            pool = openPool(url, width);
            used.client.end({ timeout: 5 }).catch(() => undefined);
          }
          throw error;
        }
      }),
    () => pool.client.end({ timeout: 5 }),
  );
};
