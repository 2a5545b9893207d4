import { createHash } from "node:crypto";
import { mkdtempSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { sql } from "drizzle-orm";
import { fetchWaitingFiles } from "../../api/attachments/fetch-waiting-files.ts";
import { handleNextUpdate } from "../../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../../api/conversations/store-updates.ts";
import { readWaitingDocuments } from "../../api/imports/read-waiting-documents.ts";
import { type Choice, messageSchema } from "../../api/outbox/message.ts";
import { renderText } from "../../bot/messages/render-text.ts";
import { createTalker } from "../../bot/talker.ts";
import type { Database } from "../../db/scope.ts";
import { type Locale, translatorFor } from "../../locales/translate.ts";
import { ACCOUNT, MONDAY } from "./office.ts";

/**
 * A person's chat, as the person sees it: every word is stored as a messenger's update and handled by the real
 * talker; the answers come back as the texts that would be delivered.
 *
 *   const office = await haiAn(await freshDatabase());
 *   const chat = chatOf(office.database, office.as("admin"));
 *   const [answer] = await chat.say("/moi");     // choices stand in the text as "1. …", as on Zalo
 *   await chat.say("1");
 *   await chat.press("Thủ trưởng đơn vị");       // the button with that label in what was said last
 *   await chat.tap("answer yes");                // any button data, for buttons of old messages
 *   await chat.sendFile("anh.jpg", "2.4 ảnh hội nghị");
 *   await chat.sendDocument("kế hoạch.docx", bytes);
 *   chat.moveTo("2026-09-14T07:30:00+07:00");
 *
 * A stranger's chat needs a chat key alone: `chatOf(database, { chatKey: "stranger" })`.
 */
export type Chat = {
  readonly say: (text: string) => Promise<readonly string[]>;
  /** A photo that was received and laid aside; the same name is the same photo. */
  readonly sendFile: (name: string, caption?: string) => Promise<readonly string[]>;
  /** A file that the messenger brings: read as a document or laid aside, as the product does it. */
  readonly sendDocument: (
    name: string,
    bytes: Uint8Array,
    given?: { readonly kind?: string; readonly caption?: string },
  ) => Promise<readonly string[]>;
  /** A document that was read before: its draft arrives. */
  readonly receiveDraft: (importId: string, isNew?: boolean) => Promise<readonly string[]>;
  readonly press: (label: string) => Promise<readonly string[]>;
  readonly tap: (data: string) => Promise<readonly string[]>;
  /** The labels that were offered last. */
  readonly labels: () => readonly string[];
  readonly moveTo: (instant: string | Date) => void;
};

type Options = {
  readonly now?: Date;
  readonly buttons?: boolean;
  /** Telegram, unless another is named. */
  readonly channel?: string;
  /** What else the talker is told, as `bot/main.ts` tells it. */
  readonly talker?: Omit<Parameters<typeof createTalker>[0], "buttons">;
};

type Answer = { readonly sequence: string; readonly locale: Locale; readonly message: unknown };

/** Keys are the messenger's: unique for the whole test run. */
let updates = 0;

export const chatOf = (
  database: Database,
  person: { readonly chatKey: string; readonly chatLinkId?: string },
  options: Options = {},
): Chat => {
  const { chatKey, chatLinkId = null } = person;
  const buttons = options.buttons ?? false;
  const channel = options.channel ?? "telegram";
  const talker = createTalker({ ...options.talker, buttons: () => buttons });
  let now = options.now ?? MONDAY;
  let heard = "0";
  let offered: readonly { readonly label: string; readonly data: string }[] = [];

  const answers = (): Promise<Answer[]> =>
    database.asOwner(async (db) => {
      const found = await db.execute(
        sql`select sequence::text as sequence, locale, message from outbox_message
             where purpose = 'reply' and sequence > ${heard}::bigint
               and (chat_link_id = ${chatLinkId}::uuid or chat_key = ${chatKey}
                    or chat_link_id in (select id from chat_link where chat_key = ${chatKey}))
             order by outbox_message.sequence`,
      );
      // Both drivers hand rows back, one as an array, one in `rows`.
      return (Array.isArray(found) ? found : (found as unknown as { rows: unknown }).rows) as Answer[];
    });

  const settleFiles = async (bytes: Uint8Array): Promise<void> => {
    const download = async () => ({ kind: "bytes" as const, bytes });
    await fetchWaitingFiles(database, download, mkdtempSync(join(tmpdir(), "dondoc-chat-")), now);
    await readWaitingDocuments(database, download, now, (error) => {
      throw error;
    });
  };

  const send = async (
    content: object,
    more: object = {},
    bytes: Uint8Array | null = null,
  ): Promise<readonly string[]> => {
    updates += 1;
    const updateKey = `chat-${updates}`;
    const update = {
      updateKey,
      chatKey,
      userKey: chatKey,
      group: false,
      messageKey: `m${updates}`,
      replyToKey: null,
      languageCode: "vi",
      callbackKey: null,
      content,
      ...more,
    };
    await storeUpdates(
      database,
      { channel, account: ACCOUNT },
      [{ updateKey, chatKey, content: update }],
      now,
    );
    if (bytes !== null) await settleFiles(bytes);
    for (;;) {
      const handled = await handleNextUpdate(database, talker, now);
      if (handled.kind === "failed") throw handled.error;
      if (handled.kind === "none") break;
    }
    const said = await answers();
    heard = said.at(-1)?.sequence ?? heard;
    let choices: readonly Choice[] = [];
    const texts = said.map(({ locale, message: stored }) => {
      const message = messageSchema.parse(stored);
      const translate = translatorFor(locale);
      choices = message.choices?.flat() ?? choices;
      offered = choices.map(({ label, data }) => ({ label: translate(label.key, label.args), data }));
      return renderText(message, translate, { buttons }).text;
    });
    return texts;
  };

  return {
    say: (text) => send({ kind: "text", text, edited: false }),
    sendFile: (name, caption = "") => {
      const file = { fileKey: name, name, kind: "image/jpeg", size: 9 };
      const sha256 = createHash("sha256").update(name).digest("hex");
      const value = { sha256, kind: "image/jpeg", size: 9, name };
      return send({ kind: "file", file, caption }, { kept: { ok: true, value } });
    },
    sendDocument: (name, bytes, { kind = null, caption = "" } = {}) => {
      const file = { fileKey: name, name, kind, size: bytes.length };
      return send({ kind: "file", file, caption }, {}, bytes);
    },
    receiveDraft: (importId, isNew = true) => {
      const file = { fileKey: importId, name: "a.docx", kind: null, size: 9 };
      const document = { ok: true, value: { importId, isNew } };
      return send({ kind: "file", file, caption: "" }, { kept: { document } });
    },
    tap: (data) => send({ kind: "button", data, messageKey: null }),
    press: (wanted) => {
      const found = offered.find(({ label }) => label === wanted);
      if (found === undefined)
        throw new Error(`no button “${wanted}”, only ${offered.map(({ label }) => label).join(" | ")}`);
      return send({ kind: "button", data: found.data, messageKey: null });
    },
    labels: () => offered.map(({ label }) => label),
    moveTo: (instant) => {
      now = new Date(instant);
    },
  };
};
