import { sql } from "drizzle-orm";
import { runTick } from "../../api/jobs/run-tick.ts";
import type { Database } from "../../db/scope.ts";
import type { FaultOffices } from "./fault-offices.ts";
import { granted } from "./office.ts";
import { officeTwins, type Twin } from "./office-twins.ts";
import type { TelegramPerson } from "./telegram-person.ts";
import type { TelegramServer } from "./telegram-server.ts";

const FIRST_CHAT = 10_000_000;

/**
 * What waited is planned, sent and told, so that a product that begins here has nothing of its own to do; nobody's
 * events go out into the world.
 */
const settle = async (database: Database, { a, door }: FaultOffices): Promise<void> => {
  granted(await runTick(database, door.clock.now()));
  await database.asOwner(async (db) => {
    for (const statement of [
      sql`delete from incoming_update`,
      sql`delete from lease`,
      sql`update outbox_message set state = 'sent', sent_at = created_at where state in ('queued', 'sending')`,
      sql`update event_delivery set state = 'delivered', settled_at = created_at
           where state = 'waiting' and id <> ${a.deliveryId}`,
      sql`update subscription set url = 'https://noi-nhan.invalid/dondoc'`,
      sql`update chat_link set unreachable_since = null`,
    ])
      await db.execute(statement);
  });
};

/** Copies of the proofs' first office, whose people all have Telegram open. */
export const proofTwins = async (database: Database, house: FaultOffices, server: TelegramServer) => {
  await settle(database, house);
  const copy = await officeTwins(database, {
    organizationId: house.a.organizationId,
    code: house.loginCode,
    secrets: [...Object.values(house.tokens), ...house.callers.flatMap(({ token }) => token ?? [])],
    chats: { account: String(server.bot.id), firstKey: FIRST_CHAT },
  });
  const people = new Map<string, TelegramPerson>();
  return {
    copy: async (number: number): Promise<Twin> => {
      const twin = await copy(number);
      for (const key of twin.chats.values()) people.set(key, server.person({ id: Number(key) }));
      return twin;
    },
    personOf: (twin: Twin, chatLinkId: string): TelegramPerson => {
      const person = people.get(twin.chats.get(twin.id(chatLinkId)) ?? "");
      if (person === undefined) throw new Error(`nobody has the chat ${chatLinkId}`);
      return person;
    },
    peopleOf: (twin: Twin): readonly TelegramPerson[] =>
      [...twin.chats.values()].flatMap((key) => people.get(key) ?? []),
  };
};
export type ProofTwins = Awaited<ReturnType<typeof proofTwins>>;
