import { type NewIncomingUpdate, storeIncomingUpdates } from "../../db/queries/system-update-queries.ts";
import type { Database } from "../../db/scope.ts";
import type { ChannelName } from "../members/member.ts";
import { gather } from "../shared/gather.ts";
import { newId } from "../shared/ids.ts";

type Bot = { readonly channel: ChannelName; readonly account: string };
type NewUpdate = Omit<NewIncomingUpdate, "id">;

/**
 * Stores what a messenger brought, each update once by its key; returns after the commit, so that the messenger
 * may be told. Returns how many were new.
 */
export const storeUpdates = (
  database: Database,
  bot: Bot,
  updates: readonly NewUpdate[],
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

/**
 * The same for a messenger that brings updates one by one, many at once: those that come together are stored together.
 * Where that fails each is tried alone, so that none is refused because of another.
 */
export const updateStore = (
  database: Database,
  bot: Bot,
  now: () => Date,
): ((updates: readonly NewUpdate[]) => Promise<void>) => {
  const store = (updates: readonly NewUpdate[]): Promise<number> =>
    storeUpdates(database, bot, updates, now());
  const storeTogether = gather(
    async (brought: readonly (readonly NewUpdate[])[]): Promise<readonly PromiseSettledResult<unknown>[]> => {
      if (brought.length > 1) {
        const [together] = await Promise.allSettled([store(brought.flat())]);
        if (together.status === "fulfilled") return brought.map(() => together);
      }
      return Promise.allSettled(brought.map(store));
    },
  );
  return async (updates) => {
    const stored = await storeTogether(updates);
    if (stored.status === "rejected") throw stored.reason;
  };
};
