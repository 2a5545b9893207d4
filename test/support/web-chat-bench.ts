import { createHash } from "node:crypto";
import { Hono } from "hono";
import { z } from "zod";
import type { Incoming } from "../../bot/channels/channel.ts";
import { browser, webHouse } from "../bot/channels/web-chat/web-house.ts";
import { createChanges } from "./changes.ts";
import { type Arrived, type ChannelBench, createPerson, type OpenBench, sendTo } from "./channel-bench.ts";

const PATIENCE_MS = 15_000;
/** As the pages themselves make them: once for each message. */
let keys = 0;
const nextKey = (): string => {
  keys += 1;
  return `page-key-${String(keys).padStart(6, "0")}`;
};

type Page = ReturnType<typeof browser>;

const itemsSchema = z.array(
  z.object({
    id: z.string(),
    from: z.enum(["bot", "me"]),
    parts: z.array(z.object({ text: z.string() })),
    choices: z.array(z.array(z.object({ label: z.string(), data: z.string() }))),
    pictureUrl: z.string().nullable(),
  }),
);
type Item = z.infer<typeof itemsSchema>[number];

const pressing =
  (page: Page, { id, choices }: Item) =>
  async (place: number) => {
    const choice = choices.flat()[place];
    if (choice === undefined) throw new Error(`no button ${place}`);
    await page.post("/chat/button", { key: nextKey(), data: choice.data, message: id });
  };

const arrivedOf = (page: Page, item: Item): Arrived => ({
  text: item.parts.map(({ text }) => text).join(""),
  labels: item.choices.flat().map(({ label }) => label),
  picture: item.pictureUrl?.startsWith("data:image/png;base64,") === true,
  press: pressing(page, item),
});

/** An open page: reads the stream of events and says of each message of the bot that it has it, as the script does. */
const listen = async (page: Page, heard: (item: Item) => void, acknowledges = true) => {
  const answer = await page.request("/chat/events");
  const reader = answer.body?.pipeThrough(new TextDecoderStream()).getReader();
  if (!answer.ok || reader === undefined) throw new Error(`the stream answered ${answer.status}`);
  const known = new Set<string>();
  const take = async (data: string): Promise<void> => {
    const items = itemsSchema.parse(JSON.parse(data)).filter(({ from }) => from === "bot");
    for (const item of items.filter(({ id }) => !known.has(id))) {
      known.add(item.id);
      heard(item);
    }
    if (acknowledges && items.length > 0) await page.post("/chat/ack", { ids: items.map(({ id }) => id) });
  };
  const read = async (): Promise<void> => {
    let rest = "";
    for (;;) {
      const { done, value } = await reader.read();
      if (done) return;
      const frames = (rest + value).split("\n\n");
      rest = frames.pop() ?? "";
      for (const frame of frames) {
        const [, data] = /^data: (.+)$/m.exec(frame) ?? [];
        if (data !== undefined) await take(data);
      }
    }
  };
  const reading = read().catch(() => undefined);
  return {
    leave: async (): Promise<void> => {
      await reader.cancel().catch(() => undefined);
      await reading;
    },
  };
};

const wordsIn = (html: string): string =>
  html
    .replaceAll(/<(script|style)[\s\S]*?<\/\1>/g, "")
    .replaceAll(/<[^>]+>/g, "\n")
    .replaceAll(/\s*\n\s*/g, "\n")
    .trim();

type Posted = {
  readonly path: string;
  readonly json?: unknown;
  readonly form?: readonly (readonly [string, unknown])[];
};
const postedSchema = z.object({
  path: z.string(),
  json: z.unknown().optional(),
  form: z.array(z.tuple([z.string(), z.unknown()])).optional(),
});

const formOf = (fields: readonly (readonly [string, unknown])[]): FormData => {
  const form = new FormData();
  for (const [name, value] of fields)
    if (name === "file")
      form.set(name, new File([Buffer.from(String(value))], "ảnh.jpg", { type: "image/jpeg" }));
    else form.set(name, String(value));
  return form;
};

const post = (body: Posted): unknown => body;
const incoming =
  (key: string, content: (me: string) => Incoming["content"]) =>
  (me: string): readonly Incoming[] => [
    {
      updateKey: `${me}:${key}`,
      chatKey: me,
      userKey: me,
      group: false,
      messageKey: `${me}:${key}`,
      replyToKey: null,
      languageCode: "vi",
      callbackKey: null,
      content: content(me),
    },
  ];
const nothing = (): readonly Incoming[] => [];
const MESSAGE = "0190a000-0000-7000-8000-000000000007";

const payloads: ChannelBench["payloads"] = {
  text: [
    {
      name: "a note",
      body: post({ path: "/chat/message", json: { key: "captured-1", text: "2.4 đã xong, đạt 100%" } }),
      gives: incoming("captured-1", () => ({ kind: "text", text: "2.4 đã xong, đạt 100%", edited: false })),
    },
    {
      name: "several lines",
      body: post({ path: "/chat/message", json: { key: "captured-2", text: "2.3 xong\n2.4 đang làm" } }),
      gives: incoming("captured-2", () => ({ kind: "text", text: "2.3 xong\n2.4 đang làm", edited: false })),
    },
    {
      name: "a null byte and half a letter",
      body: post({ path: "/chat/message", json: { key: "captured-3", text: "a\0b\uD83D" } }),
      gives: incoming("captured-3", () => ({ kind: "text", text: "a\uFFFDb\uFFFD", edited: false })),
    },
  ],
  edited: "a page sends nothing twice under other words: whoever made a slip types “sửa …”",
  button: [
    {
      name: "under a message",
      body: post({
        path: "/chat/button",
        json: { key: "captured-4", data: "answer yes", message: MESSAGE },
      }),
      gives: incoming("captured-4", () => ({ kind: "button", data: "answer yes", messageKey: MESSAGE })),
    },
  ],
  photo: [
    {
      name: "with a caption",
      body: post({
        path: "/chat/file",
        form: [
          ["key", "captured-5"],
          ["caption", "4.7 biên bản chấm điểm"],
          ["file", "jpeg"],
        ],
      }),
      gives: incoming("captured-5", (me) => ({
        kind: "file",
        file: {
          fileKey: createHash("sha256").update(`${me}:captured-5`).digest("hex"),
          name: "ảnh.jpg",
          kind: "image/jpeg",
          size: 4,
        },
        caption: "4.7 biên bản chấm điểm",
      })),
    },
  ],
  file: [
    {
      name: "without a caption",
      body: post({
        path: "/chat/file",
        form: [
          ["key", "captured-6"],
          ["file", "a document"],
        ],
      }),
      gives: incoming("captured-6", (me) => ({
        kind: "file",
        file: {
          fileKey: createHash("sha256").update(`${me}:captured-6`).digest("hex"),
          name: "ảnh.jpg",
          kind: "image/jpeg",
          size: 10,
        },
        caption: "",
      })),
    },
  ],
  unsupported: "the page offers words, buttons and files, and nothing else",
  reaction: "the page has no reactions",
  blocked: "whoever closes the page is waited for, not blocked",
  unblocked: "whoever closes the page is waited for, not blocked",
  group: "a page belongs to one person",
  echo: "the page never posts what it was sent",
  foreign: [
    { name: "no key", body: post({ path: "/chat/message", json: { text: "2.4 xong" } }), gives: nothing },
    {
      name: "a key of another making",
      body: post({ path: "/chat/message", json: { key: "../../etc", text: "2.4 xong" } }),
      gives: nothing,
    },
    {
      name: "no words",
      body: post({ path: "/chat/message", json: { key: "captured-7", text: " " } }),
      gives: nothing,
    },
    {
      name: "text that is a number",
      body: post({ path: "/chat/message", json: { key: "captured-8", text: 5 } }),
      gives: nothing,
    },
    {
      name: "a button of no message",
      body: post({ path: "/chat/button", json: { key: "captured-9", data: "answer yes", message: "7" } }),
      gives: nothing,
    },
    {
      name: "an empty file",
      body: post({
        path: "/chat/file",
        form: [
          ["key", "captured-a"],
          ["file", ""],
        ],
      }),
      gives: nothing,
    },
    { name: "no file", body: post({ path: "/chat/file", form: [["key", "captured-b"]] }), gives: nothing },
    { name: "a list", body: post({ path: "/chat/message", json: [] }), gives: nothing },
    { name: "a word", body: post({ path: "/chat/button", json: "update" }), gives: nothing },
  ],
};

type Pages = { readonly close: () => Promise<void>; readonly silent: () => Promise<void> };
const pages = new WeakMap<OpenBench, Pages>();
const pagesOf = (bench: OpenBench): Pages => {
  const found = pages.get(bench);
  if (found === undefined) throw new Error("no bench of the web chat");
  return found;
};

const outcomes: ChannelBench["outcomes"] = {
  delivered: [{ name: "a page that is open", provoke: (bench) => sendTo(bench) }],
  waiting: [
    { name: "nobody has a page open", provoke: (bench) => sendTo({ ...bench, me: "nobody" }) },
    {
      name: "the page was closed",
      provoke: async (bench) => {
        await pagesOf(bench).close();
        return sendTo(bench);
      },
    },
    {
      name: "the page stays silent",
      provoke: async (bench) => {
        await pagesOf(bench).silent();
        return sendTo(bench);
      },
    },
  ],
  retry_after: "pages of our own: nobody holds the bot back",
  blocked: "a page has no such switch; who leaves is unlinked by the application",
  rejected: "the page takes whatever can be put into words",
  ambiguous: "what a page did not acknowledge waits, and the page knows it by its id when it comes again",
  channel_down: "no account of anybody else's stands behind it",
};

export const webChatBench: ChannelBench = {
  title: "web chat",
  payloads,
  outcomes,
  open: async () => {
    const house = await webHouse({ acknowledgedWithinMs: 300 });
    const page = browser(house);
    const headers = { "accept-language": "vi" };
    const login = await page.login(await house.invite(), headers);
    if (login.status !== 303) throw new Error(`login answered ${login.status}`);
    const [, session = ""] = [...page.jar].find(([name]) => name.includes("session")) ?? [];
    const shown: Arrived[] = [];
    const heard = (item: Item): void => void shown.push(arrivedOf(page, item));
    const opened = house.nextPage();
    let reader = await listen(page, heard);
    const me = await opened;
    const bench: OpenBench = {
      channel: house.web.channel,
      me,
      secrets: [session],
      logged: [],
      deliver: async (body) => {
        const before = house.received.length;
        const { data: posted } = postedSchema.safeParse(body);
        const answer =
          posted?.form === undefined
            ? await page.post(posted?.path ?? "/chat/message", posted?.json ?? body)
            : await page.request(posted.path, { method: "POST", body: formOf(posted.form) });
        if (answer.status >= 500) throw new Error(`the page was answered ${answer.status}`);
        return house.received.slice(before);
      },
      arrived: () => shown,
      close: async () => {
        await reader.leave();
        await house.web.channel.stop();
      },
    };
    pages.set(bench, {
      close: () => reader.leave(),
      silent: async () => {
        await reader.leave();
        const again = house.nextPage();
        reader = await listen(page, heard, false);
        await again;
      },
    });
    return bench;
  },
  receives: [
    {
      way: "page",
      begin: async (store) => {
        const house = await webHouse();
        await house.web.channel.start(store);
        // As the whole product does, which tells the log and nobody else.
        const routes = new Hono().onError((_error, c) => c.body(null, 500)).route("/", house.web.routes);
        const page = browser({ web: { routes } });
        await page.login(await house.invite());
        let last: object = {};
        /** The person presses "Gửi lại" under what the page could not send: the same key once more. */
        const deliver = async (): Promise<void> => {
          for (let answer: Response | null = null; answer?.ok !== true; )
            answer = await page.post("/chat/message", last);
        };
        return {
          say: (text) => {
            last = { key: nextKey(), text };
            return deliver();
          },
          again: deliver,
          close: house.web.channel.stop,
        };
      },
    },
  ],
  enter: async () => {
    const leaving: (() => Promise<void>)[] = [];
    const changes = createChanges();
    let arrivals = 0;
    return {
      // No server stands behind it; only the pace of a chat passes at once.
      loopbacks: [{ settings: () => ({}), sent: () => arrivals, onChange: changes.onChange }],
      person: (house) => {
        const site = (path: string, init?: RequestInit): Promise<Response> =>
          fetch(`${house.product.listensAt}${path}`, { ...init, redirect: "manual" });
        const page = browser({ web: { routes: { request: site } } });
        const untaken: Arrived[] = [];
        const arrive = (arrived: Arrived): void => {
          untaken.push(arrived);
          arrivals += 1;
          changes.announce();
        };
        const next = ({ timeoutMs = PATIENCE_MS }: { readonly timeoutMs?: number } = {}): Promise<Arrived> =>
          changes.until("a message on the page", () => untaken.shift(), timeoutMs);
        /** What a page shows when it is refused. */
        const send = async (answer: Promise<Response>): Promise<void> => {
          const { status, ok } = await answer;
          if (ok) return;
          const { message } = z.object({ message: z.string() }).parse(await (await answer).json());
          arrive({ text: message, labels: [], picture: false, press: null });
          if (status >= 500) throw new Error(`the page was answered ${status}`);
        };
        const sendFile = (bytes: Uint8Array, name: string, type: string, caption: string): Promise<void> => {
          const form = new FormData();
          form.set("key", nextKey());
          form.set("caption", caption);
          form.set("file", new File([Buffer.from(bytes)], name, { type }));
          return send(page.request("/chat/file", { method: "POST", body: form }));
        };
        return createPerson({
          knock: async () => wordsIn(await (await page.request("/")).text()),
          enterCode: async (code) => {
            const answer = await page.login(code);
            if (answer.status !== 303) return wordsIn(await answer.text());
            const { leave } = await listen(page, (item) => arrive(arrivedOf(page, item)));
            leaving.push(leave);
            // Another device of the same person reads what was said before.
            const first = await next();
            return [first, ...untaken.splice(0)].map(({ text }) => text).join("\n");
          },
          say: (text) => send(page.post("/chat/message", { key: nextKey(), text })),
          sendPhoto: (bytes, caption) => sendFile(bytes, "anh.jpg", "image/jpeg", caption),
          sendDocument: (bytes, name) => sendFile(bytes, name, "", ""),
          next,
          unread: () => untaken.map(({ text }) => text),
        });
      },
      close: async () => {
        changes.close();
        for (const leave of leaving) await leave();
      },
    };
  },
};
