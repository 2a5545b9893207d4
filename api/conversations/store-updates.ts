import { type NewIncomingUpdate, storeIncomingUpdates } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import type { ChannelName } from "../members/member.ts";
import { newId } from "../shared/ids.ts";

/**
 * Stores what a messenger brought, each update once by its key; returns after the commit, so that the messenger
 * may be told. Returns how many were new.
 */
export const storeUpdates = (
  database: Database,
  bot: { readonly channel: ChannelName; readonly account: string },
  updates: readonly Omit<NewIncomingUpdate, "id">[],
  now: Date,
): Promise<number> =>
  database.inSystem((tx) =>
    storeIncomingUpdates(
      tx,
      bot,
      updates.map((update) => ({ ...update, id: newId(now) })),
      now,
    ),
  );
