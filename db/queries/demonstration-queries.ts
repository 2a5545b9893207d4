import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Reminders that were made for the member of a chat; handed null, for anybody of the office. */
export const countReminders = async (tx: TenantTx, chatLinkId: string | null): Promise<number> => {
  const [row] = await rows<{ reminders: number }>(
    tx,
    sql`select count(*)::int as reminders
          from outbox_message
         where organization_id = ${tx.organizationId}::uuid and purpose = 'nudge' and state <> 'withdrawn'
           and (${chatLinkId}::uuid is null
             or member_id = (select member_id from chat_link
                              where organization_id = ${tx.organizationId}::uuid and id = ${chatLinkId}::uuid))`,
  );
  return row?.reminders ?? 0;
};
