import { z } from "zod";
import { isLoopback } from "./zalo-network.ts";
import { type BotMessage, badRequest, ZaloRefusal, type ZaloWorld } from "./zalo-world.ts";

export type Params = Readonly<Record<string, unknown>>;
/** `gone` is aborted when the bot has hung up. Answers undefined where Zalo gives no result. */
type Method = (world: ZaloWorld, params: Params, gone: AbortSignal) => unknown;

export const readParams = (contentType: string, body: Buffer): Params => {
  if (body.length === 0) return {};
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  }
  try {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    throw badRequest("can't parse request body");
  }
};

const method =
  <S extends z.ZodType>(
    schema: S,
    run: (world: ZaloWorld, input: z.output<S>, gone: AbortSignal) => unknown,
  ): Method =>
  (world, params, gone) => {
    const read = schema.safeParse(params);
    if (!read.success) throw badRequest(z.prettifyError(read.error).replaceAll("\n", " "));
    return run(world, read.data, gone);
  };

const LONGEST_TEXT = 2000;
/** Nowhere is it said how Zalo counts: by UTF-16 units it is never kinder than by any other count. */
const measure = (text: string, what: string): void => {
  if (text.length > LONGEST_TEXT) throw badRequest(`${what} is too long`);
};
const receiptOf = ({ message_id, date }: BotMessage) => ({ message_id, date });
const inChat = { chat_id: z.string() };
const formatted = { parse_mode: z.enum(["markdown", "html"]).optional() };

/** Plain http is let through to this machine alone, where the tests live. */
const acceptableWebhook = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const url = new URL(address);
  return url.protocol === "https:" || (url.protocol === "http:" && isLoopback(url));
};

/** Names are compared letter by letter, case included. */
export const ZALO_METHODS: ReadonlyMap<string, Method> = new Map(
  Object.entries<Method>({
    getMe: (world) => world.bot,
    getUpdates: method(
      z.object({ timeout: z.coerce.number().min(0).default(30) }),
      async (world, { timeout }, gone) => {
        const update = await world.takeUpdate(timeout * 1000, gone);
        if (update === null) throw new ZaloRefusal(408, "Request Timeout");
        const shown = world.wrap(update);
        return world.quirks.updatesAs === "array" ? [shown] : shown;
      },
    ),
    setWebhook: method(
      z.object({ url: z.string(), secret_token: z.string().min(8).max(256) }),
      (world, { url, secret_token: secret }) => {
        if (!acceptableWebhook(url)) throw badRequest("an HTTPS url must be provided for webhook");
        world.setWebhook({ url, secret });
        const { verification } = world.quirks;
        return { ...world.webhookState(), ...(verification === undefined ? {} : { verification }) };
      },
    ),
    deleteWebhook: (world) => {
      world.setWebhook(null);
      return world.webhookState();
    },
    getWebhookInfo: (world) => world.webhookState(),
    sendMessage: method(
      z.object({ ...inChat, ...formatted, text: z.string().default("") }),
      (world, { chat_id, parse_mode, text }) => {
        const chat = world.reachable(chat_id);
        if (text.trim() === "") throw badRequest("text is empty");
        measure(text, "text");
        return receiptOf(world.post(chat, { text, ...(parse_mode === undefined ? {} : { parse_mode }) }));
      },
    ),
    sendPhoto: method(
      z.object({ ...inChat, photo: z.string(), caption: z.string().optional() }),
      async (world, { chat_id, photo: url, caption }) => {
        const chat = world.reachable(chat_id);
        if (caption !== undefined) measure(caption, "caption");
        const view = await world.network.viewPicture(url);
        if (view.image === null) throw badRequest("photo is no image that can be fetched");
        const picture = { url, ...view.image, views: [view] };
        return receiptOf(world.post(chat, { picture, ...(caption === undefined ? {} : { caption }) }));
      },
    ),
    sendChatAction: method(z.object({ ...inChat, action: z.string().min(1) }), (world, input) => {
      world.reachable(input.chat_id).actions.push(input.action);
      world.changes.announce();
      return undefined;
    }),
  }),
);
