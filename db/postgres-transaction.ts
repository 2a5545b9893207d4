import type postgres from "postgres";
import { isPrepared } from "./prepared-statements.ts";

type Work<T> = (tx: postgres.TransactionSql) => Promise<T>;

const CLOSED = new Set(["CONNECTION_CLOSED", "CONNECTION_DESTROYED", "ECONNRESET", "EPIPE"]);

/** The server's last words, or the client's: the connection is closed, or closes at once. */
const endsConnection = (error: unknown): boolean =>
  error instanceof Error &&
  (("severity" in error && (error.severity === "FATAL" || error.severity === "PANIC")) ||
    ("code" in error && typeof error.code === "string" && CLOSED.has(error.code)));

/**
 * postgres.js writes the rollback of a failed transaction even to a connection that is gone, which ends the whole
 * process by an exception nobody can catch (porsager/postgres 1208); and a later statement may run on the connection
 * that took its place, outside the transaction and its role (1155). So nothing is said any more once the connection
 * was lost: the work's end is not told to postgres.js, whose `begin` rejects by itself when the connection closes.
 */
const begin = <T>(client: postgres.Sql, work: Work<T>): Promise<unknown> => {
  let lost: { readonly error: unknown } | null = null;
  const note = (error: unknown): void => {
    if (endsConnection(error)) lost ??= { error };
  };
  const running = client.begin((tx) => {
    const unsafe = (...[statement, values, options]: Parameters<typeof tx.unsafe>) => {
      if (lost !== null) throw lost.error;
      const query = tx.unsafe(statement, values, { ...options, prepare: isPrepared(statement, values) });
      query.catch(note);
      return query;
    };
    const guarded = new Proxy(tx, {
      get: (target, key, receiver) => (key === "unsafe" ? unsafe : Reflect.get(target, key, receiver)),
    });
    return new Promise<T>((resolve, reject) => {
      work(guarded).then(
        (value) => {
          if (lost === null) resolve(value);
        },
        (error: unknown) => {
          if (lost === null) reject(error);
        },
      );
    });
  });
  running.catch((error: unknown) => {
    lost ??= { error };
  });
  return running;
};

/** The client with a `begin` that outlives the loss of its connection; drizzle asks for nothing else. */
export const withSafeTransactions = (client: postgres.Sql): postgres.Sql =>
  new Proxy(client, {
    get: (target, key, receiver) =>
      key === "begin" ? <T>(work: Work<T>) => begin(target, work) : Reflect.get(target, key, receiver),
  });
