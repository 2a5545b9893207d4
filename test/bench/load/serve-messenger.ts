import { Agent, createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { type LoadReport, summariseLoad, type TalkOrder } from "./load-order.ts";
import { BOT_ID, WEBHOOK_SECRET } from "./seeded-ids.ts";

/**
 * The smallest messenger: it answers every call of the Bot API, and people who each write, wait for the bot's words and
 * write again. From the update that leaves to the words that arrive: what a person waits for.
 */

const RESULTS: Readonly<Record<string, unknown>> = {
  getMe: { id: Number(BOT_ID), is_bot: true, first_name: "Đôn Đốc", username: "dondoc_bot" },
  getWebhookInfo: { url: "", has_custom_certificate: false, pending_update_count: 0 },
};

const PATIENCE_MS = 60_000;
const agent = new Agent({ keepAlive: true });
/** Who waits for words, by chat. */
const waiting = new Map<string, () => void>();
let messageId = 1;
let updateId = 1;

const textOf = async (message: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of message) text += String(chunk);
  return text;
};

const server = createServer((asked, answer) => {
  const respond = async (): Promise<void> => {
    const method = asked.url?.split("/").at(-1)?.split("?")[0] ?? "";
    const body = await textOf(asked);
    const chatId = /"?chat_id"?[:=]"?(\d+)/.exec(body)?.[1];
    messageId += 1;
    const sent = {
      message_id: messageId,
      date: 1_788_739_200,
      chat: { id: Number(chatId), type: "private" },
      text: "",
    };
    const result = RESULTS[method] ?? (method === "sendMessage" ? sent : true);
    const said = JSON.stringify({ ok: true, result });
    answer
      .writeHead(200, { "content-type": "application/json", "content-length": Buffer.byteLength(said) })
      .end(said);
    if (method !== "sendMessage" || chatId === undefined) return;
    waiting.get(chatId)?.();
    waiting.delete(chatId);
  };
  respond().catch(() => answer.writeHead(500).end());
});

const post = (url: string, body: string): Promise<number> =>
  new Promise((resolve, reject) => {
    const headers = {
      "content-type": "application/json",
      "content-length": Buffer.byteLength(body),
      "x-telegram-bot-api-secret-token": WEBHOOK_SECRET,
    };
    const asked = request(url, { method: "POST", agent, headers }, (answer) => {
      answer.resume();
      answer.once("end", () => resolve(answer.statusCode ?? 0));
    });
    asked.once("error", reject);
    asked.end(body);
  });

const converse = async (url: string, chatKey: string, text: string): Promise<void> => {
  const id = Number(chatKey);
  const heard = new Promise<void>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error("no answer came")), PATIENCE_MS);
    waiting.set(chatKey, () => {
      clearTimeout(timer);
      resolve();
    });
  });
  updateId += 1;
  const from = { id, is_bot: false, first_name: "Lan", language_code: "vi" };
  const update = {
    update_id: updateId,
    message: { message_id: updateId, from, chat: { id, type: "private" }, date: 1_788_739_200, text },
  };
  const [status] = await Promise.all([post(url, JSON.stringify(update)), heard]);
  if (status !== 200) throw new Error(`the webhook answered ${status}`);
};

const run = async (order: TalkOrder): Promise<LoadReport> => {
  const begun = performance.now();
  const endsAt = begun + order.seconds * 1_000;
  const latencies: number[] = [];
  let errors = 0;
  let number = 0;
  const everyMs = order.perSecond === null ? 0 : 1_000 / order.perSecond;
  await Promise.all(
    Array.from({ length: order.people }, async (_, person) => {
      // Each person has chats of their own: one chat has one thing under way.
      const chats = order.chatKeys.filter((__, at) => at % order.people === person);
      for (let turn = 0; ; turn += 1) {
        const mine = number;
        number += 1;
        const due = everyMs === 0 ? performance.now() : begun + mine * everyMs;
        const early = due - performance.now();
        if (early > 0) await new Promise((resolve) => setTimeout(resolve, early));
        if (performance.now() >= endsAt || due >= endsAt) return;
        try {
          await converse(order.url, chats[turn % chats.length] ?? "", order.text);
          latencies.push(performance.now() - due);
        } catch {
          errors += 1;
        }
      }
    }),
  );
  return summariseLoad(latencies, errors, (performance.now() - begun) / 1_000, new Map());
};

process.on("message", (order: TalkOrder) => {
  run(order).then(
    (report) => process.send?.(report),
    (error: unknown) => process.send?.({ failed: String(error) }),
  );
});
process.on("disconnect", () => process.exit());
server.listen(0, "127.0.0.1", () => {
  process.send?.({ url: `http://127.0.0.1:${(server.address() as AddressInfo).port}` });
});
