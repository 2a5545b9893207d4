import { createServer } from "node:http";
import { serve } from "@hono/node-server";
import { z } from "zod";
import { readSettings } from "../../api/settings.ts";
import type { Channel, Incoming, OutgoingMessage, Receive, SendOutcome } from "../../bot/channels/channel.ts";
import type { Log } from "../../bot/channels/log.ts";
import type { ConfiguredBot, Messenger } from "../../bot/channels/messenger.ts";
import { createWebhookRoutes } from "../../bot/webhooks.ts";
import { translatorFor } from "../../locales/translate.ts";
import type { Loopback } from "./loopback.ts";
import { outgoing } from "./outgoing.ts";
import type { House } from "./product.ts";

/**
 * What the contract suite (`test/contracts/channels`) needs of a messenger. A new channel gives one bench, adds it to
 * `BENCHES` there, and is held to everything that the others are held to.
 */
export type ChannelBench = {
  /** As it stands in the tests' names. */
  readonly title: string;
  /** The channel alone, over its loopback. */
  readonly open: () => Promise<OpenBench>;
  /** What the messenger was seen to send, by kind; a sentence where it has no such thing. */
  readonly payloads: Readonly<Record<PayloadKind, readonly Payload[] | string>>;
  /** How each outcome comes about; a sentence where it cannot. */
  readonly outcomes: Readonly<Record<SendOutcome["kind"], readonly Provocation[] | string>>;
  /** The ways in which updates arrive. */
  readonly receives: readonly {
    readonly way: string;
    readonly begin: (store: Receive) => Promise<Receiving>;
  }[];
  /** The messenger's side of a whole product. */
  readonly enter: () => Promise<Entrance>;
};

export const PAYLOAD_KINDS = [
  "text",
  "edited",
  "button",
  "photo",
  "file",
  "unsupported",
  "reaction",
  "blocked",
  "unblocked",
  "group",
  "echo",
  "foreign",
] as const;
export type PayloadKind = (typeof PAYLOAD_KINDS)[number];

/** `me` is the chat key of the bench's one person. */
export type Payload = {
  readonly name: string;
  readonly body: unknown;
  readonly gives: (me: string) => readonly Incoming[];
};

export type Provocation = {
  readonly name: string;
  readonly provoke: (bench: OpenBench) => Promise<SendOutcome>;
  readonly expected?: Partial<Record<string, unknown>>;
};

export type OpenBench = {
  readonly channel: Channel;
  /** Whom the payloads are from, and who reads what is sent. */
  readonly me: string;
  /** Never to be seen in anything that leaves the channel. */
  readonly secrets: readonly string[];
  readonly logged: readonly string[];
  /** Through the messenger's own door; answers what was stored of it. */
  readonly deliver: (body: unknown) => Promise<readonly Incoming[]>;
  /** What `me` has on the screen by now. */
  readonly arrived: () => readonly Arrived[];
  readonly close: () => Promise<void>;
};

/** A person writes to a channel that was started. */
export type Receiving = {
  readonly say: (text: string) => Promise<void>;
  /** The messenger delivers the last message once more. */
  readonly again: () => Promise<void>;
  readonly close: () => Promise<void>;
};

/** One message as the person sees it. */
export type Arrived = {
  readonly text: string;
  /** Of buttons, or of a numbered list. */
  readonly labels: readonly string[];
  readonly picture: boolean;
  /** By its place among the labels; null where there is nothing to press. */
  readonly press: ((place: number) => Promise<void>) | null;
};

export type Entrance = {
  readonly loopbacks: readonly Loopback[];
  readonly person: (house: House, name: string) => Person;
  readonly close: () => Promise<void>;
};

/** The hands of a person; `createPerson` makes a talker of them. */
export type Hands = {
  /** What somebody learns who is not linked. */
  readonly knock: () => Promise<string>;
  /** What is answered to a code, right or wrong. */
  readonly enterCode: (code: string) => Promise<string>;
  readonly say: (text: string) => Promise<void>;
  readonly sendPhoto: (bytes: Uint8Array, caption: string) => Promise<void>;
  /** Where the messenger holds files back, it says at most that there was one. */
  readonly sendDocument: (bytes: Uint8Array, name: string) => Promise<void>;
  readonly next: (patience?: { readonly timeoutMs?: number }) => Promise<Arrived>;
  /** What waits to be read. */
  readonly unread: () => readonly string[];
};

export type Person = ReturnType<typeof createPerson>;

/** A document is read in a thread of its own, which a busy machine starts late. */
const READING = { timeoutMs: 60_000 };

const NUMBER_WORDS = ["một", "hai", "ba", "bốn", "năm", "sáu", "bảy", "tám", "chín", "mười"];

/** Choices where there are no buttons: "1. Phòng Văn hóa - Xã hội", counted from one without a gap. */
export const numberedLabels = (text: string): readonly string[] => {
  const labels: string[] = [];
  for (const line of text.split("\n")) {
    const [, number, label] = /^(\d{1,2})\. (.+)$/.exec(line) ?? [];
    if (label !== undefined && Number(number) === labels.length + 1) labels.push(label);
  }
  return labels;
};

/** Somebody who works with the bot, by whatever messenger: the same script for all of them. */
export const createPerson = (hands: Hands) => {
  /** Heard since the last thing that was done. */
  let fresh: Arrived[] = [];
  let typedChoices = 0;

  const hear = async (what: string, patience?: { readonly timeoutMs?: number }): Promise<Arrived> => {
    try {
      const message = await hands.next(patience);
      fresh.push(message);
      return message;
    } catch (error) {
      const heard = fresh.map(({ text }) => text).join("\n---\n");
      throw new Error(`waited for ${what}, heard: ${heard}`, { cause: error });
    }
  };
  const hears = async (pattern: RegExp, patience?: { readonly timeoutMs?: number }): Promise<string> => {
    for (;;) {
      const heard = fresh.map(({ text }) => text).join("\n");
      if (pattern.test(heard)) return heard;
      await hear(String(pattern), patience);
    }
  };
  /** Where nothing can be pressed it is typed: the number as it stands there, the number's word, the label's words. */
  const type = (place: number, label: string): Promise<void> => {
    const ways = [String(place + 1), NUMBER_WORDS[place] ?? String(place + 1), label];
    typedChoices += 1;
    return hands.say(ways[typedChoices % ways.length] ?? label);
  };
  /** Of several that fit the last one; without buttons some are not numbered, and chosen by their words alone. */
  const choose = async (wanted: string | RegExp): Promise<void> => {
    const fits = (label: string): boolean =>
      typeof wanted === "string" ? label === wanted : wanted.test(label);
    for (;;) {
      const offer = fresh.findLast(({ labels }) => labels.some(fits));
      const place = offer?.labels.findLastIndex(fits) ?? -1;
      const label = offer?.labels[place];
      const words = fresh.at(-1)?.press === null && typeof wanted === "string" ? wanted : null;
      if (label === undefined && words === null) {
        await hear(`the choice ${wanted}`);
        continue;
      }
      fresh = [];
      if (offer === undefined || label === undefined) return hands.say(words ?? "");
      return offer.press === null ? type(place, label) : offer.press(place);
    }
  };
  const say = (text: string): Promise<void> => {
    fresh = [];
    return hands.say(text);
  };
  return {
    knock: hands.knock,
    enterCode: hands.enterCode,
    say,
    /** Everything that was said since, up to and with what matches. */
    hears,
    ask: async (text: string, pattern: RegExp): Promise<string> => {
      await say(text);
      return hears(pattern);
    },
    choose: async (label: string | RegExp, pattern: RegExp): Promise<string> => {
      await choose(label);
      return hears(pattern);
    },
    sendPhoto: async (bytes: Uint8Array, caption: string, pattern: RegExp): Promise<string> => {
      fresh = [];
      await hands.sendPhoto(bytes, caption);
      return hears(pattern);
    },
    sendDocument: async (bytes: Uint8Array, name: string, pattern: RegExp): Promise<string> => {
      fresh = [];
      await hands.sendDocument(bytes, name);
      return hears(pattern, READING);
    },
    /** What was heard since the last thing that was done. */
    heard: (): readonly Arrived[] => fresh,
    unread: hands.unread,
  };
};

/** One attempt at a message of so many words. */
export const sendTo = (
  { channel, me }: Pick<OpenBench, "channel" | "me">,
  message: Partial<OutgoingMessage> = { text: "Đã ghi 2.4" },
): Promise<SendOutcome> => channel.send({ chatKey: me }, outgoing(message));

/** A bot that settings switch on. */
const configureBot = (
  messenger: Messenger,
  environment: Readonly<Record<string, string>>,
  publishPicture: Parameters<ConfiguredBot["open"]>[0]["publishPicture"] = async () => null,
) => {
  const read = readSettings([messenger], { DEMO: "off", ...environment });
  if (!read.ok) throw new Error(`${read.problem.name}: ${read.problem.sentence}`);
  const [configured] = read.settings.messengers;
  if (configured === undefined) throw new Error("the settings switch no bot on");
  const logged: string[] = [];
  const keep: Log["info"] = (fields, event) => void logged.push(JSON.stringify([fields, event]));
  const log: Log = { info: keep, warn: keep, error: keep };
  const bot = configured.open({
    publicUrl: read.settings.publicUrl,
    log,
    // The shortest rests there are.
    jitter: () => 1.99,
    words: translatorFor,
    publishPicture,
  });
  const routes = createWebhookRoutes({ doors: new Map([[bot.channel.name, bot.webhook]]), log });
  return { ...bot, routes, logged };
};

/** A bot that receives, by polling or behind a webhook that the messenger can reach. */
export const startBot = async (
  messenger: Messenger,
  environment: Readonly<Record<string, string>>,
  store: Receive,
): Promise<{ readonly close: () => Promise<void> }> => {
  let answer: (request: Request) => Response | Promise<Response> = () => new Response(null, { status: 502 });
  const server = serve({ fetch: (request) => answer(request), port: 0, hostname: "127.0.0.1" });
  await new Promise<void>((resolve) => server.once("listening", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  const { channel, routes } = configureBot(messenger, {
    ...environment,
    PUBLIC_URL: `http://127.0.0.1:${address.port}`,
  });
  answer = (request) => routes.fetch(request);
  await channel.start(store);
  return {
    close: async () => {
      await channel.stop();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
    },
  };
};

/**
 * A bot ready behind its webhook: updates come in by the real door, with the secret that the channel asks for, and
 * without any messenger that has to reach it.
 */
export const openBot = async (...given: Parameters<typeof configureBot>) => {
  const [messenger, environment, publishPicture] = given;
  const bot = configureBot(messenger, { PUBLIC_URL: "http://127.0.0.1:1", ...environment }, publishPicture);
  const { routes, logged } = bot;
  const stored: Incoming[] = [];
  await bot.channel.start(async (updates) => void stored.push(...updates));
  return {
    channel: bot.channel,
    secret: bot.webhook.secret,
    logged,
    deliver: async (body: unknown): Promise<readonly Incoming[]> => {
      const before = stored.length;
      const answer = await routes.request(`/webhooks/${bot.channel.name}`, {
        method: "POST",
        headers: { [bot.webhook.header]: bot.webhook.secret },
        body: JSON.stringify(body),
      });
      z.union([z.literal(200), z.literal(400)]).parse(answer.status);
      return stored.slice(before);
    },
  };
};

/** An address where nobody listens: a moment ago somebody did. */
export const closedAddress = async (): Promise<string> => {
  const server = createServer();
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("no port");
  await new Promise((resolve) => server.close(resolve));
  return `http://127.0.0.1:${address.port}`;
};
