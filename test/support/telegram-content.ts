import type { InlineKeyboardMarkup, MessageEntity } from "grammy/types";
import { z } from "zod";
import {
  badRequest,
  type ChatMessage,
  type TelegramChat,
  TelegramRefusal,
  type TelegramWorld,
} from "./telegram-world.ts";

/** A file part of a multipart call; `attach://…` references are resolved before the methods see them. */
export class Upload {
  readonly name: string;
  readonly bytes: Uint8Array;
  constructor(name: string, bytes: Uint8Array) {
    this.name = name;
    this.bytes = bytes;
  }
}
export type Params = Readonly<Record<string, unknown>>;

/** By hand: grammY writes `filename=` without quotes, which stricter form readers refuse. */
const readMultipart = (body: Buffer, boundary: string): Params => {
  const fields: Record<string, unknown> = {};
  const uploads = new Map<string, Upload>();
  for (const part of body.toString("latin1").split(`--${boundary}`).slice(1, -1)) {
    const end = part.indexOf("\r\n\r\n");
    const head = Buffer.from(part.slice(0, end), "latin1").toString("utf8");
    const content = Buffer.from(part.slice(end + 4).replace(/\r\n$/, ""), "latin1");
    const attribute = (name: string): string | undefined => {
      const [, quoted, bare] = new RegExp(`[;\\s]${name}=(?:"([^"]*)"|([^;\\r\\n]*))`, "i").exec(head) ?? [];
      return quoted ?? bare;
    };
    const name = attribute("name") ?? "";
    const fileName = attribute("filename");
    if (fileName === undefined) fields[name] = content.toString("utf8");
    else uploads.set(name, new Upload(fileName, content));
  }
  for (const [name, value] of Object.entries(fields)) {
    const upload = typeof value === "string" && uploads.get(value.replace(/^attach:\/\//, ""));
    if (upload) fields[name] = upload;
  }
  return { ...Object.fromEntries(uploads), ...fields };
};

export const readParams = (contentType: string, body: Buffer): Params => {
  if (body.length === 0) return {};
  const boundary = /boundary="?([^";]+)/.exec(contentType)?.[1];
  if (boundary !== undefined) return readMultipart(body, boundary);
  if (contentType.startsWith("application/x-www-form-urlencoded")) {
    return Object.fromEntries(new URLSearchParams(body.toString("utf8")));
  }
  try {
    const parsed: unknown = JSON.parse(body.toString("utf8"));
    return typeof parsed === "object" && parsed !== null ? { ...parsed } : {};
  } catch {
    throw new TelegramRefusal(400, "Bad Request: can't parse request body as JSON");
  }
};

export const MEGABYTE = 1024 * 1024;
const LONGEST_TEXT = 4096;
const LONGEST_CAPTION = 1024;

/** Forms carry lists and objects as JSON text. */
export const json = <S extends z.ZodType>(schema: S) =>
  z.preprocess((value) => {
    if (typeof value !== "string") return value;
    try {
      const parsed: unknown = JSON.parse(value);
      return parsed;
    } catch {
      return value;
    }
  }, schema);
export const yes = z.union([z.boolean(), z.string().transform((text) => text === "true" || text === "1")]);
export const number = z.coerce.number().int();
export const inChat = { chat_id: number };

const buttonSchema = z.looseObject({
  text: z.string(),
  callback_data: z.string().optional(),
  url: z.string().optional(),
  style: z.string().optional(),
  copy_text: z.object({ text: z.string() }).optional(),
});
const STYLES = ["danger", "success", "primary"] as const;
const styleOf = (style: string | undefined) => {
  if (style === undefined) return {};
  const known = STYLES.find((one) => one === style);
  if (known === undefined) throw badRequest("can't parse inline keyboard button: invalid button style");
  return { style: known };
};

const entitySchema = z.looseObject({ type: z.string(), offset: z.number().int(), length: z.number().int() });
export const entitiesSchema = json(z.array(entitySchema)).optional();
const PLACES = ["bold", "italic", "underline", "strikethrough", "spoiler", "code"] as const;
const DATE_FORMAT = /^(?:r|(w?)([dD]?)([tT]?))$/;

/** As the app gets them; grammY's type of a date's format is narrower than what a pattern proves. */
const givenEntities = (text: string, given: z.output<typeof entitiesSchema>): MessageEntity[] =>
  (given ?? []).map(({ type, offset, length, unix_time, date_time_format }) => {
    if (offset < 0 || length < 1 || offset + length > text.length) throw badRequest("ENTITY_BOUNDS_INVALID");
    const place = PLACES.find((known) => known === type);
    if (place !== undefined) return { type: place, offset, length };
    if (type !== "date_time") throw badRequest("can't parse entities: unsupported entity type");
    if (typeof unix_time !== "number" || !Number.isInteger(unix_time) || unix_time <= 0)
      throw badRequest("can't parse entities: invalid Unix time");
    if (typeof date_time_format !== "string" || !DATE_FORMAT.test(date_time_format))
      throw badRequest("can't parse entities: invalid date-time format");
    return { type, offset, length, unix_time, date_time_format } as MessageEntity.DateTimeMessageEntity;
  });
export const markupSchema = json(
  z.looseObject({ inline_keyboard: z.array(z.array(buttonSchema)).optional() }),
);
const replySchema = json(
  z.object({ message_id: number, allow_sending_without_reply: z.boolean().optional() }),
);
export const saying = {
  ...inChat,
  parse_mode: z.string().optional(),
  message_thread_id: number.optional(),
  reply_markup: markupSchema.optional(),
  reply_parameters: replySchema.optional(),
};

/** Only an inline keyboard is shown back in the message, as on Telegram. */
const keyboard = (markup: z.output<typeof markupSchema> | undefined): InlineKeyboardMarkup | null => {
  if (markup?.inline_keyboard === undefined) return null;
  const rows = markup.inline_keyboard.map((row) =>
    row.map(({ text, callback_data, url, style, copy_text, ...rest }) => {
      const look = styleOf(style);
      if (copy_text !== undefined) {
        if (copy_text.text.length < 1 || copy_text.text.length > 256)
          throw badRequest("BUTTON_COPY_TEXT_INVALID");
        return { text, copy_text, ...look };
      }
      if (callback_data === undefined && url === undefined && Object.keys(rest).length === 0) {
        throw badRequest(
          "can't parse inline keyboard button: Text buttons are unallowed in the inline keyboard",
        );
      }
      if (callback_data !== undefined) {
        const bytes = Buffer.byteLength(callback_data);
        if (bytes < 1 || bytes > 64) throw badRequest("BUTTON_DATA_INVALID");
        return { text, callback_data, ...look };
      }
      return { ...rest, text, url: url ?? "", ...look };
    }),
  );
  return { inline_keyboard: rows };
};

const HTML_ENTITIES: Readonly<Record<string, "bold" | "italic" | "underline" | "strikethrough" | "code">> = {
  b: "bold",
  strong: "bold",
  i: "italic",
  em: "italic",
  u: "underline",
  s: "strikethrough",
  code: "code",
};
const CHARACTERS: Readonly<Record<string, string>> = { amp: "&", lt: "<", gt: ">", quot: '"' };

/** The text that counts is the one after entities. Of the parse modes the house uses, HTML is known here. */
const parseText = (source: string, mode: string | undefined): { text: string; entities: MessageEntity[] } => {
  if (mode === undefined || mode === "") return { text: source.trim(), entities: [] };
  if (mode.toLowerCase() !== "html") throw badRequest("unsupported parse_mode (this test server knows HTML)");
  const entities: MessageEntity[] = [];
  const open: { tag: string; offset: number; url: string | undefined }[] = [];
  let text = "";
  for (const [token, slash, tag, attributes, entity] of source
    .trim()
    .matchAll(/<(\/?)([a-z]+)([^>]*)>|&(amp|lt|gt|quot);|[^<]|</gu)) {
    if (entity !== undefined) text += CHARACTERS[entity] ?? "";
    else if (tag === undefined) {
      if (token === "<") throw badRequest("can't parse entities: Unsupported start tag");
      text += token;
    } else if (HTML_ENTITIES[tag] === undefined && tag !== "a") {
      throw badRequest(`can't parse entities: Unsupported start tag "${tag}"`);
    } else if (slash === "") {
      open.push({ tag, offset: text.length, url: /href="([^"]*)"/.exec(attributes ?? "")?.[1] });
    } else {
      const start = open.pop();
      if (start?.tag !== tag) throw badRequest(`can't parse entities: Unexpected end tag "${tag}"`);
      const place = { offset: start.offset, length: text.length - start.offset };
      const type = HTML_ENTITIES[tag];
      entities.push(
        type === undefined ? { type: "text_link", url: start.url ?? "", ...place } : { type, ...place },
      );
    }
  }
  if (open.length > 0) throw badRequest("can't parse entities: Can't find end tag");
  return { text, entities };
};

export const textContent = (
  source: string,
  mode: string | undefined,
  given?: z.output<typeof entitiesSchema>,
) => {
  const { text, entities: parsed } = parseText(source, mode);
  const entities = [...parsed, ...givenEntities(text, given)];
  if (text.trim() === "") throw badRequest("message text is empty");
  if (text.length > LONGEST_TEXT) throw badRequest("message is too long");
  return entities.length === 0 ? { text } : { text, entities };
};
export const captionContent = (
  source: string | undefined,
  mode: string | undefined,
  given?: z.output<typeof entitiesSchema>,
) => {
  if (source === undefined) return {};
  const { text, entities: parsed } = parseText(source, mode);
  const entities = [...parsed, ...givenEntities(text, given)];
  if (text.length > LONGEST_CAPTION) throw badRequest("message caption is too long");
  return entities.length === 0 ? { caption: text } : { caption: text, caption_entities: entities };
};
export const markupContent = (markup: z.output<typeof markupSchema> | undefined) => {
  const shown = keyboard(markup);
  return shown === null ? {} : { reply_markup: shown };
};

/** A message into a topic; elsewhere a thread is not to be had. */
export const topicContent = (chat: TelegramChat, threadId: number | undefined) => {
  if (threadId === undefined) return {};
  if (!chat.topics.has(threadId)) throw badRequest("message thread not found");
  return { message_thread_id: threadId, is_topic_message: true } as const;
};

type Quoted = NonNullable<ChatMessage["reply_to_message"]>;
/**
 * Telegram shows the answered message without its own answer inside. The cast: grammY types that as a
 * required `undefined`, which no value satisfies under `exactOptionalPropertyTypes`.
 */
export const quoteOf = (answered: ChatMessage): { reply_to_message: Quoted } => {
  const { reply_to_message: _nested, ...rest } = answered;
  return { reply_to_message: rest as Quoted };
};
export const replyContent = (chat: TelegramChat, reply: z.output<typeof replySchema> | undefined) => {
  if (reply === undefined) return {};
  const answered = chat.messages.get(reply.message_id);
  if (answered !== undefined) return quoteOf(answered);
  if (reply.allow_sending_without_reply === true) return {};
  throw badRequest("message to be replied not found");
};

export const fileSchema = z.union([z.instanceof(Upload), z.string()]);
/** Bytes, or the id of a file that is here already; Telegram would fetch a URL, this server does not. */
export const storedFile = (
  world: TelegramWorld,
  given: z.output<typeof fileSchema>,
  limit: number,
  mime: string,
) => {
  if (typeof given === "string") {
    const known = world.files.get(given);
    if (known === undefined) throw badRequest("wrong file identifier/HTTP URL specified");
    return known;
  }
  if (given.bytes.length === 0) throw badRequest("file must be non-empty");
  if (given.bytes.length > limit) {
    throw badRequest(
      `file of size ${given.bytes.length} bytes is too big; the maximum size is ${limit} bytes`,
    );
  }
  return world.storeFile(given.bytes, given.name, mime);
};
export const photoContent = ({ file_id, file_unique_id, bytes }: ReturnType<TelegramWorld["storeFile"]>) => ({
  photo: [
    { file_id: `${file_id}-small`, file_unique_id: `${file_unique_id}-small`, width: 90, height: 60 },
    { file_id, file_unique_id, width: 1280, height: 853, file_size: bytes.length },
  ],
});
export const documentContent = (file: ReturnType<TelegramWorld["storeFile"]>) => ({
  document: {
    file_id: file.file_id,
    file_unique_id: file.file_unique_id,
    file_name: file.name,
    mime_type: file.mime,
    file_size: file.bytes.length,
  },
});
