import { sql } from "drizzle-orm";
import type { SystemTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type HeardRow = {
  readonly updateKey: string;
  readonly content: unknown;
  /** ISO instant. */
  readonly at: string;
};

/**
 * What the person wrote last in one web chat, newest first. Incoming updates belong to no organization; the chat's
 * key was found through the person's own session. The web keeps their content, since a page has no memory.
 */
export const selectLastHeard = (tx: SystemTx, chatKey: string, limit: number): Promise<HeardRow[]> =>
  rows<HeardRow>(
    tx,
    sql`select update_key as "updateKey", content,
               to_char(received_at at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"') as at
          from incoming_update
         where channel = 'web' and account = 'web' and chat_key = ${chatKey} and content is not null
         order by sequence desc
         limit ${limit}::int`,
  );
