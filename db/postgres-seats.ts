import { PgDialect } from "drizzle-orm/pg-core";
import { PostgresJsSession, PostgresJsTransaction } from "drizzle-orm/postgres-js";
import type postgres from "postgres";
import type { Standing, Turn } from "./database-over.ts";
import { isPrepared } from "./prepared-statements.ts";
import type { Db } from "./scope.ts";

/** Opens a client of one connection, which begins as `dondoc_app`; says when that connection is gone. */
export type OpenClient = (onGone: () => void) => postgres.Sql;

/** One client of one connection, with at most one transaction at a time; never used again once its connection is gone. */
type Seat = {
  readonly client: postgres.Sql;
  readonly openedAt: number;
  /** Whether its connection has answered yet. */
  met: boolean;
  gone: boolean;
  /** Told to the transaction that has it. */
  onGone: ((error: unknown) => void) | null;
};

type Unsafe = (...asked: Parameters<postgres.Sql["unsafe"]>) => ReturnType<postgres.Sql["unsafe"]>;
/** What drizzle takes for a client, of which it asks no more than `unsafe` within a transaction. */
type DrizzleClient = postgres.Sql & postgres.TransactionSql;

/** Then the session ends, and with it what the server has kept for it. */
const LONGEST_LIFE_MS = 45 * 60_000;
const DIALECT = new PgDialect();
const OFFICE_ID = /^[0-9a-f-]{36}$/i;

const describeStanding = (standing: Standing): string => {
  if (standing === null) return "set local role dondoc_system; set local dondoc.organization_id = ''";
  if (!OFFICE_ID.test(standing.organizationId)) throw new Error("an office is named by its id");
  return `set local role dondoc_app; set local dondoc.organization_id = '${standing.organizationId}'`;
};

const closed = (code: "CONNECTION_CLOSED" | "CONNECTION_ENDED"): Error =>
  Object.assign(new Error("the connection to the database is closed"), { code });

/** Only an error of a statement leaves the connection as it was. */
const endsConnection = (error: unknown): boolean =>
  !(error instanceof Error && "severity" in error && error.severity === "ERROR");

/** "Commands are ignored until the end of the transaction": what went wrong was a statement before, perhaps a role's. */
const followsAnother = (error: unknown): boolean => {
  const cause = error instanceof Error && error.cause !== undefined ? error.cause : error;
  return cause instanceof Error && "code" in cause && cause.code === "25P02";
};

/**
 * Transactions whose role is sent ahead of the first statement that needs it, without waiting: connections begin as
 * `dondoc_app`, which without an office sees nothing and writes nothing, and a statement that ran outside its
 * transaction (postgres.js sends what waits behind another to a new connection when the old one is lost,
 * porsager/postgres 1155) is just that. Their answers come in order, so a role is heard before what it was said for.
 */
export const postgresSeats = (open: OpenClient) => {
  const idle: Seat[] = [];
  const seats = new Set<Seat>();
  let ended = false;

  const leave = (seat: Seat): void => {
    seats.delete(seat);
    seat.client.end({ timeout: 0 }).catch(() => undefined);
  };
  const sit = (): Seat => {
    if (ended) throw closed("CONNECTION_ENDED");
    for (let seat = idle.pop(); seat !== undefined; seat = idle.pop()) {
      if (!seat.gone) return seat;
      leave(seat);
    }
    const seat: Seat = {
      client: open(() => {
        seat.gone = true;
        seat.onGone?.(closed("CONNECTION_CLOSED"));
      }),
      openedAt: performance.now(),
      met: false,
      gone: false,
      onGone: null,
    };
    seats.add(seat);
    return seat;
  };
  const rise = (seat: Seat): void => {
    seat.onGone = null;
    if (seat.gone || performance.now() - seat.openedAt > LONGEST_LIFE_MS) leave(seat);
    else idle.push(seat);
  };

  return {
    inTransaction: async <T>(work: (turn: Turn) => Promise<T>): Promise<T> => {
      const seat = sit();
      try {
        return await runOn(seat, work);
      } finally {
        rise(seat);
      }
    },
    close: async (): Promise<void> => {
      ended = true;
      await Promise.all([...seats].map(({ client }) => client.end({ timeout: 5 })));
    },
  };
};

const runOn = async <T>(seat: Seat, work: (turn: Turn) => Promise<T>): Promise<T> => {
  /** What went wrong in SQL: after it nothing is committed, even if the work caught it. */
  const errors: unknown[] = [];
  let isOver = false;
  let stands: string | null = null;
  const fail = (error: unknown): void => {
    errors.push(error);
    if (endsConnection(error)) seat.onGone?.(error);
  };
  const lost = new Promise<never>((_, reject) => {
    seat.onGone = (error) => {
      seat.gone = true;
      reject(errors[0] ?? error);
    };
  });
  const say: Unsafe = (statement, values, options) => {
    if (seat.gone || isOver) throw errors[0] ?? new Error("the transaction is over");
    const query = seat.client.unsafe(statement, values, options);
    query.catch(fail);
    return query;
  };
  /** Begins the transaction where nothing was said in it yet. */
  const take = (standing: string) => {
    const taken = say(stands === null ? `begin; ${standing}` : standing);
    stands = standing;
    return taken;
  };
  const views = new Map<string, Db>();
  const view = (standing: string): Db => {
    const unsafe: Unsafe = (statement, values, options) => {
      if (stands !== standing) take(standing);
      return say(statement, values, { ...options, prepare: isPrepared(statement, values) });
    };
    const client = { unsafe } as unknown as DrizzleClient;
    const session = new PostgresJsSession(client, DIALECT, undefined);
    return new PostgresJsTransaction(DIALECT, session, undefined) as unknown as Db;
  };
  const turn: Turn = async (to) => {
    const standing = describeStanding(to);
    const known = views.get(standing);
    if (known !== undefined) return known;
    const made = view(standing);
    views.set(standing, made);
    // Nothing waits behind a connection that may not come about.
    if (!seat.met) await take(standing);
    seat.met = true;
    return made;
  };

  try {
    const result = await Promise.race([work(turn), lost]);
    if (errors.length > 0) throw errors[0];
    // Where nothing was asked nothing was begun.
    const committing = stands === null ? null : say("commit");
    isOver = true;
    if (committing === null) return result;
    const { command } = await Promise.race([committing, lost]);
    if (command !== "COMMIT") throw new Error("the transaction was rolled back");
    return result;
  } catch (error) {
    isOver = true;
    if (!seat.gone && stands !== null) await seat.client.unsafe("rollback").catch(fail);
    throw followsAnother(error) ? errors[0] : error;
  }
};
