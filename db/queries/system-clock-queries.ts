import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

/**
 * Takes back what was written ahead of `now` by a clock that was wrong: ticks, the ledger's silences, reminders that
 * have not left; and lets go on what was made to wait for a time ahead. What was said stays said.
 */
export const forgetRowsAhead = async (tx: SystemTx, now: Date): Promise<void> => {
  const instant = sql`${now.toISOString()}::timestamptz`;
  await rows(tx, sql`delete from tick where at > ${instant}`);
  await rows(
    tx,
    sql`update outbox_message set state = 'withdrawn'
         where purpose = 'nudge' and state = 'queued' and created_at > ${instant}`,
  );
  await rows(
    tx,
    sql`delete from nudge n where n.decided_at > ${instant}
           and (n.outcome <> 'queued'
                or exists (select from outbox_message m where m.id = n.outbox_id and m.state = 'withdrawn'))`,
  );
  await rows(
    tx,
    sql`update outbox_message set not_before = ${instant} where state = 'queued' and not_before > ${instant}`,
  );
  await rows(
    tx,
    sql`update incoming_update set retry_at = null where handled_at is null and retry_at > ${instant}`,
  );
  await rows(tx, sql`delete from link_attempt where locked_until > ${instant}`);
};
