import { sql } from "drizzle-orm";
import { afterEach, expect, test } from "vitest";
import { handleNextUpdate } from "../../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../../api/conversations/store-updates.ts";
import type { StoredUpdate, Talker } from "../../api/conversations/talk.ts";
import { messageSchema } from "../../api/outbox/message.ts";
import { line, message } from "../../bot/messages/lines.ts";
import { createTalker } from "../../bot/talker.ts";
import { createUpdateWorker, type UpdateWorker } from "../../bot/update-worker.ts";
import { incomingUpdate, outboxMessage } from "../../db/schema/conversations.ts";
import type { Database } from "../../db/scope.ts";
import { freshDatabase } from "../support/database.ts";
import { ACCOUNT, haiAn, MONDAY } from "../support/office.ts";

let worker: UpdateWorker | null = null;
afterEach(() => worker?.stop());

const CHATS = 8;
const WORDS = 5;
const textOf = ({ content }: StoredUpdate): string =>
  (content as { readonly content: { readonly text: string } }).content.text;
const echo = (text: string) => message([[line("choice-verbatim", { text })]]);

/** Says again what was said; a member's words wait where `before` waits. */
const echoing = (before: (text: string) => Promise<void>): Talker => ({
  ...createTalker({ buttons: () => false }),
  inGroup: () => null,
  codeIn: () => null,
  reachability: () => "reached",
  withStranger: (update) => ({ kind: "say", say: [echo(textOf(update))], locale: "vi" }),
  withMember: async (_, update) => {
    await before(textOf(update));
    return { say: [{ message: echo(textOf(update)) }], conversation: {} };
  },
});

const write = (database: Database, updateKey: string, chatKey: string, text: string): Promise<number> =>
  storeUpdates(
    database,
    { channel: "telegram", account: ACCOUNT },
    [{ updateKey, chatKey, content: { content: { kind: "text", text } } }],
    MONDAY,
  );

/** What was answered into a chat, in the order of saying. */
const answered = async (
  database: Database,
  chat: { readonly chatKey: string; readonly chatLinkId?: string },
): Promise<readonly unknown[]> => {
  const { chatKey, chatLinkId = null } = chat;
  const found = await database.asOwner((db) =>
    db
      .select({ message: outboxMessage.message })
      .from(outboxMessage)
      .where(sql`chat_key = ${chatKey} or chat_link_id = ${chatLinkId}::uuid`)
      .orderBy(outboxMessage.sequence),
  );
  return found.map((row) => messageSchema.parse(row.message).paragraphs[0]?.[0]?.args?.text);
};

const wordsOf = (chat: string): readonly string[] =>
  Array.from({ length: WORDS }, (_, number) => `${chat}, word ${number}`);

test("many chats write at once: each is answered in its order, nothing is lost or said twice, a slow one holds up nobody", async () => {
  const { database, as } = await haiAn(await freshDatabase());
  const head = as("head");
  const alone = database.engine === "embedded";
  let release = (): void => undefined;
  const released = new Promise<void>((resolve) => {
    release = resolve;
  });
  let othersDone = (): void => undefined;
  const others = new Promise<void>((resolve) => {
    othersDone = resolve;
  });
  let allDone = (): void => undefined;
  let fail = (_error: unknown): void => undefined;
  const all = new Promise<void>((resolve, reject) => {
    allDone = resolve;
    fail = reject;
  });
  let looks = 0;
  let count = 0;
  const talker = echoing(() => released);
  // One connection does one thing at a time: on the embedded database nothing can be slow beside the others.
  if (alone) release();
  worker = createUpdateWorker({
    handleNext: () => {
      looks += 1;
      return handleNextUpdate(database, talker, MONDAY);
    },
    atOnce: alone ? 1 : 6,
    fileWork: [],
    afterEach: (handled) => {
      if (handled.kind === "failed") fail(handled.error);
      count += 1;
      if (count === CHATS * WORDS) othersDone();
      if (count === (CHATS + 1) * WORDS) allDone();
    },
    log: { info: () => undefined, warn: () => undefined, error: () => undefined },
  });
  worker.start();
  const chats = Array.from({ length: CHATS }, (_, number) => `stranger ${number}`);
  await write(database, `${head.chatKey} 0`, head.chatKey, "word 0");
  worker.kick();
  const say = async (chat: string, said: readonly string[]): Promise<void> => {
    for (const [number, text] of said.entries()) {
      await write(database, `${chat} ${number}`, chat, text);
      worker?.kick(false);
      // Messengers deliver twice.
      await write(database, `${chat} ${number}`, chat, text);
    }
  };
  const heads = wordsOf("head");
  await write(database, `${head.chatKey} 0`, head.chatKey, "word 0");
  await Promise.all([
    ...chats.map((chat) => say(chat, wordsOf(chat))),
    (async () => {
      for (const [number, text] of heads.entries())
        if (number > 0) await write(database, `${head.chatKey} ${number}`, head.chatKey, text);
      worker?.kick(false);
    })(),
  ]);
  if (!alone) {
    await Promise.race([others, all]);
    expect(await answered(database, head)).toEqual([]);
    for (const chat of chats) expect(await answered(database, { chatKey: chat })).toEqual(wordsOf(chat));
    // Whoever found only what waits for the slow one has gone to rest, and does not ask again and again.
    expect(looks).toBeLessThan(CHATS * WORDS * 4);
    release();
  }
  await all;
  for (const chat of chats) expect(await answered(database, { chatKey: chat })).toEqual(wordsOf(chat));
  expect(await answered(database, head)).toEqual(["word 0", ...heads.slice(1)]);
  expect(await database.asOwner((db) => db.$count(incomingUpdate, sql`handled_at is null`))).toBe(0);
});
