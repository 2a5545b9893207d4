import { desc, sql } from "drizzle-orm";
import { tick } from "../schema/installation.ts";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type OutboxTotals = {
  readonly waiting: number;
  /** Given up among those that were said since the instant asked for. */
  readonly failed: number;
  /** When the oldest that waits was said, in seconds of the epoch; null when none waits. */
  readonly oldest_at: number | null;
  /** Since when the most delayed of those that may leave could have left. */
  readonly due_at: number | null;
};

/** Ids rise with time: the least that one of that instant can have. */
const leastId = (since: Date): string => {
  const hex = since.getTime().toString(16).padStart(12, "0");
  return `${hex.slice(0, 8)}-${hex.slice(8)}-0000-0000-000000000000`;
};

/** By two indexes: what waits is few, and what was said lately lies together. */
export const selectOutboxTotals = async (tx: SystemTx, now: Date, since: Date): Promise<OutboxTotals> => {
  const [totals] = await rows<OutboxTotals>(
    tx,
    sql`select count(*)::int as waiting,
               extract(epoch from min(created_at))::float8 as oldest_at,
               extract(epoch from min(not_before) filter (where not_before <= ${now.toISOString()}::timestamptz))::float8
                 as due_at,
               (select count(*)::int from outbox_message
                 where id >= ${leastId(since)}::uuid and state = 'failed') as failed
          from outbox_message where state in ('queued', 'sending')`,
  );
  return totals ?? { waiting: 0, failed: 0, oldest_at: null, due_at: null };
};

export const selectLastTick = async (tx: SystemTx): Promise<typeof tick.$inferSelect | null> =>
  (await tx.db.select().from(tick).orderBy(desc(tick.at)).limit(1))[0] ?? null;
