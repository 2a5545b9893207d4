import { expect, test } from "vitest";
import { updateStore } from "../../../api/conversations/store-updates.ts";
import { incomingUpdate } from "../../../db/schema/conversations.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, MONDAY } from "../../support/office.ts";

const update = (updateKey: string, text: string) => ({ updateKey, chatKey: updateKey, content: { text } });

test("updates that arrive together: one that cannot be stored refuses none of the others, and a repeated one stays one", async () => {
  const database = await freshDatabase();
  const store = updateStore(database, { channel: "telegram", account: ACCOUNT }, () => MONDAY);
  const outcomes = await Promise.allSettled([
    store([update("1", "alo")]),
    // No database keeps this character in JSON.
    store([update("2", "\u0000")]),
    store([update("3", "alo"), update("4", "alo")]),
    store([update("1", "alo")]),
  ]);
  expect(outcomes.map(({ status }) => status)).toEqual(["fulfilled", "rejected", "fulfilled", "fulfilled"]);
  const kept = await database.asOwner((db) =>
    db.select({ updateKey: incomingUpdate.updateKey }).from(incomingUpdate),
  );
  expect(kept.map(({ updateKey }) => updateKey).sort()).toEqual(["1", "3", "4"]);
});
