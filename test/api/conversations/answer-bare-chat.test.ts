import { sql } from "drizzle-orm";
import { expect, test } from "vitest";
import { outboxMessage } from "../../../db/schema/conversations.ts";
import type { Database } from "../../../db/scope.ts";
import { chatOf } from "../../support/chat.ts";
import { freshDatabase } from "../../support/database.ts";

const said = (database: Database, chatKey: string) =>
  database.asOwner((db) => db.$count(outboxMessage, sql`chat_key = ${chatKey}`));

test("a stranger who floods the bot has ten answers waiting, and everybody else is answered", async () => {
  const database = await freshDatabase();
  const flooding = chatOf(database, { chatKey: "flood" });
  for (let times = 0; times < 25; times += 1) await flooding.say("alo");
  expect(await said(database, "flood")).toBe(10);
  expect(await chatOf(database, { chatKey: "other" }).say("alo")).toHaveLength(1);

  // What has left waits no longer.
  await database.asOwner((db) => db.update(outboxMessage).set({ state: "sent" }));
  expect(await flooding.say("alo")).toHaveLength(1);
});
