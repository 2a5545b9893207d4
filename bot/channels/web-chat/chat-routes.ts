import { type Context, Hono } from "hono";
import { bodyLimit } from "hono/body-limit";
import type { z } from "zod";
import { refusalOf } from "../../../api/shared/result.ts";
import { answerRefusal } from "../../../api/web/answer-refusal.ts";
import { limitPageBody } from "../../../api/web/limit-page-body.ts";
import { arrangeHistory } from "./arrange-history.ts";
import { type Desk, requireVisitor, type VisitorEnv } from "./door-context.ts";
import { FILE_BYTES } from "./keep-received-file.ts";
import type { PageItem } from "./page-item.ts";
import {
  type Posted,
  parseUpdate,
  postedAckSchema,
  postedButtonSchema,
  postedFileSchema,
  postedMessageSchema,
  TEXT_LENGTH,
  updateKeyOf,
} from "./parse-update.ts";
import { renderOwn } from "./render-message.ts";
import { streamEvents } from "./stream-events.ts";
import type { Visitor } from "./visitor.ts";

export const HISTORY_LENGTH = 60;
/** 20,000 characters as JSON may be six bytes each. */
const MESSAGE_BYTES = 160 * 1024;
/** Room for the multipart frame and a long caption around the file. */
const UPLOAD_BYTES = FILE_BYTES + 128 * 1024;

type C = Context<VisitorEnv>;
const refuse = (c: C, code: Parameters<typeof refusalOf>[0], args: Parameters<typeof refusalOf>[1] = {}) =>
  answerRefusal(c, refusalOf(code, args), c.get("visitor").locale);

const readJson = async <T extends z.ZodType>(c: C, schema: T): Promise<z.infer<T> | null> => {
  const body: unknown = await c.req.json().catch(() => null);
  const parsed = schema.safeParse(body);
  return parsed.success ? parsed.data : null;
};

export const listItems = async (desk: Desk, visitor: Visitor): Promise<readonly PageItem[]> =>
  arrangeHistory(await desk.doors.listHistory(visitor, HISTORY_LENGTH), visitor, desk.doors.makeWords);

const labelOf = async (desk: Desk, visitor: Visitor, posted: Posted): Promise<string | null> => {
  if (posted.kind !== "button") return null;
  const message = (await listItems(desk, visitor)).find((item) => item.id === posted.message);
  return message?.choices.flat().find((choice) => choice.data === posted.data)?.label ?? null;
};

/** Stores and hands on; the answer holds the message as the thread shows it, to this page and to the others. */
const take = async (c: C, desk: Desk, posted: Posted): Promise<Response> => {
  const visitor = c.get("visitor");
  const receive = desk.receiver();
  if (receive === null) return refuse(c, "database_unavailable");
  const update = parseUpdate(visitor, posted);
  const place = {
    at: desk.doors.clock.now(),
    locale: visitor.locale,
    timeZone: visitor.organization.timeZone,
  };
  const item = renderOwn(posted.key, update.content, await labelOf(desk, visitor, posted), place);
  await receive([update]);
  if (item !== null) desk.hub.echo(visitor.chatKey, item);
  return c.json({ item });
};

const takeFile = async (c: C, desk: Desk): Promise<Response> => {
  const form = await c.req.formData().catch(() => null);
  const file = form?.get("file");
  const fields = postedFileSchema.safeParse({ key: form?.get("key"), caption: form?.get("caption") ?? "" });
  if (!(file instanceof File) || !fields.success) return refuse(c, "request_invalid");
  if (file.size === 0) return refuse(c, "file_empty");
  if (file.size > FILE_BYTES) return refuse(c, "file_too_large", { max: FILE_BYTES / 1024 / 1024 });
  const { key, caption } = fields.data;
  const updateKey = updateKeyOf(c.get("visitor").chatKey, key);
  const fileKey = await desk.files.keep(updateKey, new Uint8Array(await file.arrayBuffer()));
  return take(c, desk, {
    kind: "file",
    key,
    caption,
    file: {
      fileKey,
      name: file.name.slice(0, 255) || null,
      kind: file.type.slice(0, 255) || null,
      size: file.size,
    },
  });
};

const takeMessage = async (c: C, desk: Desk): Promise<Response> => {
  const body: unknown = await c.req.json().catch(() => null);
  const parsed = postedMessageSchema.safeParse(body);
  if (parsed.success) return take(c, desk, { kind: "text", ...parsed.data });
  const text = typeof body === "object" && body !== null && "text" in body ? body.text : null;
  if (typeof text !== "string") return refuse(c, "request_invalid");
  if (text.length > TEXT_LENGTH) return refuse(c, "note_too_long", { max: TEXT_LENGTH });
  return refuse(c, text.trim() === "" ? "note_empty" : "request_invalid");
};

const takeAck = async (c: C, desk: Desk): Promise<Response> => {
  const posted = await readJson(c, postedAckSchema);
  if (posted === null) return refuse(c, "request_invalid");
  desk.hub.acknowledge(c.get("visitor").chatKey, posted.ids);
  return c.json({});
};

/** Everything behind a session: what the page's script asks for. */
export const createChatRoutes = (desk: Desk): Hono<VisitorEnv> => {
  const app = new Hono<VisitorEnv>();
  const smallBody = limitPageBody(MESSAGE_BYTES);
  const fileBody = bodyLimit({
    maxSize: UPLOAD_BYTES,
    onError: (c) => answerRefusal(c, refusalOf("file_too_large", { max: FILE_BYTES / 1024 / 1024 })),
  });
  app.post("/ack", smallBody, async (c, next) => {
    const visitor = desk.hub.visitorOf(desk.cookie.token(c) ?? "");
    if (visitor === null) return next();
    c.set("visitor", visitor);
    return takeAck(c, desk);
  });
  app.use(requireVisitor(desk));

  app.get("/session", (c) => c.json({ open: true }));
  app.post("/message", smallBody, (c) => takeMessage(c, desk));
  app.post("/file", fileBody, (c) => takeFile(c, desk));
  app.post("/button", smallBody, async (c) => {
    const posted = await readJson(c, postedButtonSchema);
    return posted === null ? refuse(c, "request_invalid") : take(c, desk, { kind: "button", ...posted });
  });
  app.post("/ack", smallBody, (c) => takeAck(c, desk));

  app.get("/events", (c) => {
    const visitor = c.get("visitor");
    const last = c.req.header("last-event-id") ?? c.req.query("after") ?? "";
    const missed = async (): Promise<readonly PageItem[]> => {
      const items = await listItems(desk, visitor);
      return items.slice(items.findIndex((item) => item.id === last) + 1);
    };
    return c.body(
      streamEvents(desk.hub, { visitor, token: desk.cookie.token(c) ?? "" }, missed, () =>
        desk.doors.wake(visitor.chatKey),
      ),
      200,
      {
        "Content-Type": "text/event-stream; charset=utf-8",
        "Cache-Control": "no-store",
        // nginx would gather the events otherwise.
        "X-Accel-Buffering": "no",
      },
    );
  });
  return app;
};
