import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** No notice waits for a working morning as long: over Tết with its weekends, and more. */
const LONGEST_WAIT = sql`interval '20 days'`;

/**
 * Takes back what was written ahead of `now` by a clock that was wrong: ticks, the ledger's silences, reminders that
 * have not left; and lets go on what was made to wait for a time ahead. What was said stays said, and a notice that
 * waits for the next working morning goes on waiting.
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
    sql`update outbox_message set not_before = ${instant}
         where state = 'queued' and not_before > ${instant}
           and (purpose <> 'notice' or created_at > ${instant} or attempts > 0
                or not_before > ${instant} + ${LONGEST_WAIT})`,
  );
  await rows(
    tx,
    sql`update incoming_update set retry_at = null where handled_at is null and retry_at > ${instant}`,
  );
  await rows(tx, sql`delete from link_attempt where locked_until > ${instant}`);
};
