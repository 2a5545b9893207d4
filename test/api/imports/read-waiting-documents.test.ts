import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import type { Download } from "../../../api/attachments/download-waiting-file.ts";
import { handleNextUpdate } from "../../../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../../../api/conversations/store-updates.ts";
import { readWaitingDocuments } from "../../../api/imports/read-waiting-documents.ts";
import { createTalker } from "../../../bot/talker.ts";
import { rows } from "../../../db/queries/rows.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { ACCOUNT, haiAn, MONDAY, type Office, type Person } from "../../support/office.ts";
import { planDocx } from "../../support/plan-docx.ts";

let office: Office;
let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
  office = await haiAn(database);
});

const BYTES = planDocx();
const arrives: Download = async () => ({ kind: "bytes", bytes: BYTES });
const throwOn = (error: unknown): void => {
  throw error;
};
const read = (download: Download = arrives, at: Database = database, now = MONDAY, failed = throwOn) =>
  readWaitingDocuments(at, download, now, failed);

const send = async (person: Pick<Person, "chatKey">, key: string): Promise<void> => {
  const { chatKey } = person;
  const content = {
    updateKey: key,
    chatKey,
    userKey: chatKey,
    group: false,
    messageKey: key,
    replyToKey: null,
    languageCode: "vi",
    callbackKey: null,
    content: {
      kind: "file",
      file: { fileKey: key, name: "Kế hoạch 88.docx", kind: null, size: BYTES.length },
      caption: "",
    },
  };
  await storeUpdates(
    database,
    { channel: "telegram", account: ACCOUNT },
    [{ updateKey: key, chatKey, content }],
    MONDAY,
  );
};
const kept = async (): Promise<unknown> =>
  (
    await database.asOwner((db) =>
      rows<{ kept: unknown }>(
        { db } as never,
        sql`select content -> 'kept' as kept from incoming_update where handled_at is null`,
      ),
    )
  )[0]?.kept;
const imports = () =>
  office.read((tx) => rows<{ id: string; state: string }>(tx, sql`select id, state from document_import`));
const answers = async (): Promise<readonly string[]> => {
  const talker = createTalker({ buttons: () => false });
  for (;;) {
    const done = await handleNextUpdate(database, talker, MONDAY);
    if (done.kind === "failed") throw done.error;
    if (done.kind === "none") break;
  }
  return (
    await office.read((tx) =>
      rows<{ key: string }>(
        tx,
        sql`select message -> 'paragraphs' -> 0 -> 0 ->> 'key' as key from outbox_message
             where purpose = 'reply' order by sequence`,
      ),
    )
  ).map(({ key }) => key);
};

/** Dies when it would write for the nth time what came of a file. */
const dyingAtTheEnd = (): Database => {
  let transactions = 0;
  return {
    ...database,
    inSystem: (work) => {
      transactions += 1;
      if (transactions > 1) throw new Error("killed");
      return database.inSystem(work);
    },
  };
};

describe("a document that waits", () => {
  it("is read before its update is handled, by whom it came from", async () => {
    await send(office.as("admin"), "u1");
    // Nobody else's turn is held up, but this update waits for its reading.
    expect(await handleNextUpdate(database, createTalker({ buttons: () => false }), MONDAY)).toEqual({
      kind: "none",
    });
    expect(await read()).toBe(1);
    const [made] = await imports();
    expect(await kept()).toEqual({ document: { ok: true, value: { importId: made?.id, isNew: true } } });
    expect(await answers()).toEqual(["draft-title"]);
    expect(await read()).toBe(0);
  });

  it("killed between the draft and the note of it, is the same draft afterwards", async () => {
    await send(office.as("admin"), "u1");
    await expect(read(arrives, dyingAtTheEnd())).rejects.toThrow("killed");
    expect(await imports()).toHaveLength(1);
    expect(await kept()).toBeNull();
    expect(await read()).toBe(1);
    expect(await imports()).toHaveLength(1);
    expect(await answers()).toEqual(["draft-known"]);
  });

  it("waits for what was said before it: that may choose another post", async () => {
    const chatKey = office.as("admin").chatKey;
    const update = { updateKey: "u0", chatKey };
    const said = { kind: "text", text: "trợ giúp", edited: false };
    const content = { ...update, userKey: chatKey, group: false, messageKey: "u0", content: said };
    await storeUpdates(
      database,
      { channel: "telegram", account: ACCOUNT },
      [{ ...update, content: { ...content, replyToKey: null, languageCode: "vi", callbackKey: null } }],
      MONDAY,
    );
    await send(office.as("admin"), "u1");
    expect(await read()).toBe(0);
    expect(await answers()).toEqual(["help-title"]);
    expect(await read()).toBe(1);
    expect(await answers()).toEqual(["help-title", "draft-title"]);
  });

  it("of a head, a stranger or somebody who left is not read", async () => {
    await send(office.as("head"), "u1");
    await send({ chatKey: "nobody" }, "u2");
    expect(await read()).toBe(0);
    expect(await imports()).toEqual([]);
  });

  it("while the messenger is in trouble it is asked for again later, and not for ever", async () => {
    await send(office.as("admin"), "u1");
    let asked = 0;
    const trouble: Download = async () => {
      asked += 1;
      throw new Error("cut");
    };
    expect(await read(trouble)).toBe(0);
    expect(await read(trouble)).toBe(0);
    expect(asked).toBe(1);
    const minutesLater = (minutes: number) => new Date(MONDAY.getTime() + minutes * 60_000);
    for (let minute = 1; asked < 5; minute += 1) await read(trouble, database, minutesLater(minute));
    expect(await kept()).toEqual({ document: { ok: false, refusal: { code: "file_missing", args: {} } } });
  });

  it("on which the program itself fails is tried once more, then answered with an apology", async () => {
    await send(office.as("admin"), "u1");
    const failures: unknown[] = [];
    let transactions = 0;
    const broken: Database = {
      ...database,
      inBoth: (work) => {
        transactions += 1;
        // The first is for who speaks; the next opens the office.
        if (transactions % 2 === 0) throw new TypeError("a mistake of ours");
        return database.inBoth(work);
      },
    };
    expect(await read(arrives, broken, MONDAY, (error) => failures.push(error))).toBe(0);
    expect(
      await read(arrives, broken, new Date(MONDAY.getTime() + 60_000), (error) => failures.push(error)),
    ).toBe(1);
    expect(failures).toHaveLength(2);
    expect(await kept()).toEqual({ document: null });
    expect(await answers()).toEqual(["internal-error"]);
    expect(await imports()).toEqual([]);
  });

  it("whose sender hands the post over while it is read is refused", async () => {
    await send(office.as("admin"), "u1");
    let transactions = 0;
    const meanwhile: Database = {
      ...database,
      inBoth: async (work) => {
        transactions += 1;
        if (transactions === 3)
          await database.asOwner((db) =>
            db.execute(
              sql`update appointment set to_on = '2026-09-06' where id = ${office.as("admin").appointmentId}::uuid`,
            ),
          );
        return database.inBoth(work);
      },
    };
    expect(await read(arrives, meanwhile)).toBe(1);
    expect(await kept()).toMatchObject({ document: { ok: false, refusal: { code: "not_allowed" } } });
    expect(await imports()).toEqual([]);
  });
});
