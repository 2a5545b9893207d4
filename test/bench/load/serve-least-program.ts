import { randomUUID } from "node:crypto";
import { Agent, createServer, type IncomingMessage, request } from "node:http";
import type { AddressInfo } from "node:net";
import { serve } from "@hono/node-server";
import { Hono } from "hono";
import postgres from "postgres";
import { insertNoteStatement, tasksOfChatStatement, tasksOfOfficeStatement } from "./least-statements.ts";

/**
 * The least possible programs, one process for all: no roles, no transaction, nobody is asked who they are, nothing is
 * audited. One statement that brings the same rows, prepared, and the answer as it came.
 */

const db = postgres(process.env.DATABASE_URL ?? "", { max: 10, onnotice: () => undefined });

const app = new Hono();
app.get("/tasks", async (c) =>
  c.json({ items: await tasksOfOfficeStatement(db, c.req.header("office") ?? "") }),
);
app.post("/notes", async (c) => {
  const { text } = await c.req.json<{ text: string }>();
  const of = (name: string): string => c.req.header(name) ?? "";
  const id = randomUUID();
  await insertNoteStatement(db, {
    id,
    text,
    office: of("office"),
    task: of("task"),
    unit: of("unit"),
    appointment: of("appointment"),
  });
  return c.json({ id }, 201);
});

const textOf = async (message: IncomingMessage): Promise<string> => {
  let text = "";
  for await (const chunk of message) text += String(chunk);
  return text;
};

const agent = new Agent({ keepAlive: true });
const send = (body: string): Promise<void> =>
  new Promise((resolve, reject) => {
    const headers = { "content-type": "application/json", "content-length": Buffer.byteLength(body) };
    const asked = request(
      `${process.env.TELEGRAM_API_ROOT}/botleast/sendMessage`,
      { method: "POST", agent, headers },
      (answer) => {
        answer.resume();
        answer.once("end", resolve);
      },
    );
    asked.once("error", reject);
    asked.end(body);
  });

/** A bare server, one statement, one send. */
const talk = createServer((asked, answer) => {
  const respond = async (): Promise<void> => {
    const { message } = JSON.parse(await textOf(asked));
    const tasks = await tasksOfChatStatement(db, String(message.chat.id));
    const text = tasks.map(({ number, title, due_on }) => `${number} ${title}: ${due_on}`).join("\n");
    await send(JSON.stringify({ chat_id: message.chat.id, text }));
    answer.writeHead(200).end();
  };
  respond().catch(() => answer.writeHead(500).end());
});

const api = serve({ fetch: app.fetch, port: 0, hostname: "127.0.0.1" }, ({ port }) => {
  talk.listen(0, "127.0.0.1", () => {
    const address = talk.address() as AddressInfo;
    process.send?.({ url: `http://127.0.0.1:${port}`, talkUrl: `http://127.0.0.1:${address.port}` });
  });
});
process.once("disconnect", () => {
  api.close();
  process.exit();
});
