import { z } from "zod";
import {
  captionContent,
  documentContent,
  entitiesSchema,
  fileSchema,
  inChat,
  json,
  MEGABYTE,
  markupContent,
  markupSchema,
  number,
  type Params,
  photoContent,
  replyContent,
  saying,
  storedFile,
  textContent,
  topicContent,
  yes,
} from "./telegram-content.ts";
import { badRequest, type ChatMessage, type TelegramChat, type TelegramWorld } from "./telegram-world.ts";

type Method = (world: TelegramWorld, params: Params) => unknown;

const method =
  <S extends z.ZodType>(schema: S, run: (world: TelegramWorld, input: z.output<S>) => unknown): Method =>
  (world, params) => {
    const read = schema.safeParse(params);
    if (!read.success) throw badRequest(z.prettifyError(read.error).replaceAll("\n", " "));
    return run(world, read.data);
  };

const ownMessage = (world: TelegramWorld, chat: TelegramChat, id: number): ChatMessage => {
  const found = chat.messages.get(id);
  if (found === undefined) throw badRequest("message to edit not found");
  if (found.from.id !== world.bot.id) throw badRequest("message can't be edited");
  return found;
};
const applyEdit = (world: TelegramWorld, chat: TelegramChat, before: ChatMessage, after: ChatMessage) => {
  const looks = ({ text, entities, reply_markup }: ChatMessage): string =>
    JSON.stringify([text, entities ?? [], reply_markup ?? null]);
  if (looks(before) === looks(after)) {
    throw badRequest(
      "message is not modified: specified new message content and reply markup are exactly the same as a current content and reply markup of the message",
    );
  }
  return world.edit(chat, { ...after, edit_date: world.seconds() });
};

const commandSchema = json(z.array(z.object({ command: z.string(), description: z.string() })));
const scoped = {
  scope: json(z.looseObject({ type: z.string() })).optional(),
  language_code: z.string().optional(),
};
/** Commands live per scope and language. */
const scopeKey = (input: { scope?: unknown; language_code?: string | undefined }): string =>
  JSON.stringify([input.scope ?? { type: "default" }, input.language_code ?? ""]);

const WEBHOOK_PORTS = new Set(["", "443", "80", "88", "8443"]);
/** Telegram wants https on four ports; plain http is let through to this machine alone, where the tests live. */
const acceptableWebhook = (address: string): boolean => {
  if (!URL.canParse(address)) return false;
  const { protocol, hostname, port } = new URL(address);
  if (hostname === "127.0.0.1" || hostname === "localhost") return true;
  return protocol === "https:" && WEBHOOK_PORTS.has(port);
};

/** Names are compared in lower case. */
export const TELEGRAM_METHODS: Readonly<Record<string, Method>> = {
  getme: (world) => world.bot,
  getupdates: method(
    z.object({
      offset: number.default(0),
      limit: number.min(1).max(100).default(100),
      timeout: number.default(0),
      allowed_updates: json(z.array(z.string())).optional(),
    }),
    (world, { offset, limit, timeout, allowed_updates }) => {
      world.allowUpdates(allowed_updates);
      return world.getUpdates(offset, limit, timeout * 1000);
    },
  ),
  setwebhook: method(
    z.object({
      url: z.string(),
      secret_token: z
        .string()
        .regex(/^[A-Za-z0-9_-]{1,256}$/)
        .optional(),
      max_connections: number.min(1).max(100).default(40),
      allowed_updates: json(z.array(z.string())).optional(),
      drop_pending_updates: yes.default(false),
    }),
    (world, input) => {
      if (input.url !== "" && !acceptableWebhook(input.url)) {
        throw badRequest("bad webhook: An HTTPS URL must be provided for webhook");
      }
      world.allowUpdates(input.allowed_updates);
      const { url, secret_token = null, max_connections: maxConnections } = input;
      world.setWebhook(
        url === "" ? null : { url, secret: secret_token, maxConnections, lastError: null },
        input.drop_pending_updates,
      );
      return true;
    },
  ),
  deletewebhook: method(z.object({ drop_pending_updates: yes.default(false) }), (world, input) => {
    world.setWebhook(null, input.drop_pending_updates);
    return true;
  }),
  getwebhookinfo: (world) => {
    const hook = world.webhook();
    return {
      url: hook?.url ?? "",
      has_custom_certificate: false,
      pending_update_count: world.pending().length,
      ...(hook === null ? {} : { max_connections: hook.maxConnections }),
      ...(hook?.lastError
        ? {
            last_error_date: Math.floor(hook.lastError.at.getTime() / 1000),
            last_error_message: hook.lastError.message,
          }
        : {}),
      ...(world.allowedUpdates().length > 0 ? { allowed_updates: world.allowedUpdates() } : {}),
    };
  },
  setmycommands: method(z.object({ commands: commandSchema, ...scoped }), (world, input) => {
    if (input.commands.length > 100) throw badRequest("BOT_COMMANDS_TOO_MUCH");
    for (const { command, description } of input.commands) {
      if (!/^[a-z0-9_]{1,32}$/.test(command)) throw badRequest("BOT_COMMAND_INVALID");
      if (description.length < 1 || description.length > 256) {
        throw badRequest("BOT_COMMAND_DESCRIPTION_INVALID");
      }
    }
    world.commands.set(scopeKey(input), input.commands);
    return true;
  }),
  getmycommands: method(z.object(scoped), (world, input) => world.commands.get(scopeKey(input)) ?? []),
  deletemycommands: method(z.object(scoped), (world, input) => {
    world.commands.delete(scopeKey(input));
    return true;
  }),
  sendmessage: method(
    z.object({ ...saying, text: z.string().default(""), entities: entitiesSchema }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      return world.post(chat, world.bot, {
        ...textContent(input.text, input.parse_mode, input.entities),
        ...topicContent(chat, input.message_thread_id),
        ...replyContent(chat, input.reply_parameters),
        ...markupContent(input.reply_markup),
      });
    },
  ),
  sendphoto: method(
    z.object({
      ...saying,
      photo: fileSchema,
      caption: z.string().optional(),
      caption_entities: entitiesSchema,
    }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      return world.post(chat, world.bot, {
        ...captionContent(input.caption, input.parse_mode, input.caption_entities),
        ...topicContent(chat, input.message_thread_id),
        ...photoContent(storedFile(world, input.photo, 10 * MEGABYTE, "image/jpeg")),
        ...replyContent(chat, input.reply_parameters),
        ...markupContent(input.reply_markup),
      });
    },
  ),
  senddocument: method(
    z.object({ ...saying, document: fileSchema, caption: z.string().optional() }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      return world.post(chat, world.bot, {
        ...captionContent(input.caption, input.parse_mode),
        ...documentContent(storedFile(world, input.document, 50 * MEGABYTE, "application/octet-stream")),
        ...replyContent(chat, input.reply_parameters),
        ...markupContent(input.reply_markup),
      });
    },
  ),
  editmessagetext: method(
    z.object({ ...saying, message_id: number, text: z.string().default("") }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      const before = ownMessage(world, chat, input.message_id);
      const { entities: _entities, reply_markup: _markup, ...rest } = before;
      const content = textContent(input.text, input.parse_mode);
      return applyEdit(world, chat, before, { ...rest, ...content, ...markupContent(input.reply_markup) });
    },
  ),
  editmessagereplymarkup: method(
    z.object({ ...inChat, message_id: number, reply_markup: markupSchema.optional() }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      const before = ownMessage(world, chat, input.message_id);
      const { reply_markup: _markup, ...rest } = before;
      return applyEdit(world, chat, before, { ...rest, ...markupContent(input.reply_markup) });
    },
  ),
  answercallbackquery: method(
    z.object({
      callback_query_id: z.string(),
      text: z.string().max(200).optional(),
      show_alert: yes.default(false),
    }),
    (world, input) => {
      if (world.callbacks.get(input.callback_query_id) !== null) {
        throw badRequest("query is too old and response timeout expired or query ID is invalid");
      }
      world.callbacks.set(input.callback_query_id, { text: input.text ?? null, alert: input.show_alert });
      world.changes.announce();
      return true;
    },
  ),
  deletemessage: method(z.object({ ...inChat, message_id: number }), (world, input) => {
    const chat = world.reachable(input.chat_id);
    if (!chat.messages.delete(input.message_id)) throw badRequest("message to delete not found");
    world.changes.announce();
    return true;
  }),
  setmessagereaction: method(
    z.object({
      ...inChat,
      message_id: number,
      reaction: json(z.array(z.looseObject({ type: z.string(), emoji: z.string().optional() }))).default([]),
    }),
    (world, input) => {
      const chat = world.reachable(input.chat_id);
      if (!chat.messages.has(input.message_id)) throw badRequest("message to react not found");
      const emoji = input.reaction.flatMap((reaction) => reaction.emoji ?? []);
      chat.reactions.push({ messageId: input.message_id, emoji });
      world.changes.announce();
      return true;
    },
  ),
  sendchataction: method(z.object({ ...inChat, action: z.string() }), (world, input) => {
    world.reachable(input.chat_id).actions.push(input.action);
    world.changes.announce();
    return true;
  }),
  getfile: method(z.object({ file_id: z.string() }), (world, input) => {
    const file = world.files.get(input.file_id.replace(/-small$/, ""));
    if (file === undefined) throw badRequest("wrong file_id or the file is temporarily unavailable");
    if (file.bytes.length > 20 * MEGABYTE) throw badRequest("file is too big");
    file.linkedAt = world.clock.now();
    const { file_id, file_unique_id, path: file_path, bytes } = file;
    return { file_id, file_unique_id, file_size: bytes.length, file_path };
  }),
  getchat: method(z.object(inChat), (world, input) => {
    const chat = world.chats.get(input.chat_id);
    if (chat === undefined || chat.reach === "never_written") throw badRequest("chat not found");
    return { ...chat.chat, accent_color_id: 0, max_reaction_count: 11 };
  }),
};
