import { drizzle } from "drizzle-orm/postgres-js";
import postgres from "postgres";
import { awaitedTurns, databaseOver } from "./database-over.ts";
import { gate } from "./gate.ts";
import { postgresSeats } from "./postgres-seats.ts";
import { withSafeTransactions } from "./postgres-transaction.ts";
import type { Database, Db } from "./scope.ts";

/** Each transaction holds one connection (`db/gate.ts`). */
const POOL_WIDTH = 10;
/** Migrations, backups: one after another. */
const OWNER_WIDTH = 2;
const CONNECT_PATIENCE_S = 5;

type Address = {
  readonly url: string;
  /** In transaction mode it lends a server's connection for a transaction: nothing that was prepared or set stays. */
  readonly pooled: boolean;
};

/** Whatever stands in the address the client hands to the server as a setting of the session. */
const without = (text: string, setting: string): string => {
  const url = new URL(text);
  url.searchParams.delete(setting);
  return url.toString();
};

const readAddress = (text: string): Address => ({
  url: without(text, "pgbouncer"),
  pooled: new URL(text).searchParams.get("pgbouncer") === "true",
});

const openClient = (
  { url, pooled }: Address,
  options: postgres.Options<Record<string, never>>,
  settings: Readonly<Record<string, string>> = {},
): postgres.Sql =>
  postgres(url, {
    connect_timeout: CONNECT_PATIENCE_S,
    idle_timeout: 300,
    onnotice: () => undefined,
    connection: { application_name: "dondoc", TimeZone: "UTC", ...settings },
    prepare: !pooled,
    // No column is an array; and who waits for a connection that is lost while it asks for their types waits for ever.
    fetch_types: false,
    ...options,
  });

const isConnectTimeout = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause)
    if ("code" in cause && cause.code === "CONNECT_TIMEOUT") return true;
  return false;
};

/** Connections that begin as the role which the address names. */
const openPool = (address: Address, width: number) => {
  const inTurn = gate(width);
  const open = () => {
    const client = openClient(address, { max: width });
    return { client, db: drizzle(withSafeTransactions(client)) as unknown as Db };
  };
  let pool = open();
  return {
    use: <T>(work: (db: Db) => Promise<T>): Promise<T> =>
      inTurn(async () => {
        const used = pool;
        try {
          return await work(used.db);
        } catch (error) {
          // A connection that was lost in the middle of a write never connects again; a new pool does.
          if (isConnectTimeout(error) && used === pool) {
            pool = open();
            used.client.end({ timeout: 5 }).catch(() => undefined);
          }
          throw error;
        }
      }),
    close: () => pool.client.end({ timeout: 5 }),
  };
};

/** What the application does runs on connections that begin as `dondoc_app`; those of the owner serve `asOwner` alone. */
export const connectPostgres = (url: string, width = POOL_WIDTH): Database => {
  const address = readAddress(url);
  if (address.pooled) {
    const pool = openPool(address, width);
    return databaseOver({
      name: "postgres",
      inTransaction: awaitedTurns(pool.use),
      asOwner: pool.use,
      close: pool.close,
    });
  }
  const owner = openPool(address, Math.min(width, OWNER_WIDTH));
  const inTurn = gate(width);
  const seats = postgresSeats((onGone) => {
    // A seat ends its connection itself, between two transactions.
    const options = { max: 1, max_lifetime: null, onclose: onGone };
    const client = openClient({ ...address, url: without(address.url, "role") }, options, {
      role: "dondoc_app",
    });
    // Sets how this client reads and writes dates: as drizzle does.
    drizzle(client);
    return client;
  });
  return databaseOver({
    name: "postgres",
    inTransaction: (work) => inTurn(() => seats.inTransaction(work)),
    asOwner: owner.use,
    close: async () => {
      await Promise.all([seats.close(), owner.close()]);
    },
  });
};
