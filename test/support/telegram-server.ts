import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Clock, systemClock } from "../../api/shared/clock.ts";
import { plannedFaults } from "./planned-faults.ts";
import { type Params, readParams } from "./telegram-content.ts";
import { TELEGRAM_METHODS } from "./telegram-methods.ts";
import {
  chatView,
  createPerson,
  type Patience,
  type TelegramGroup,
  type TelegramProfile,
} from "./telegram-person.ts";
import {
  createTelegramWorld,
  type QueuedUpdate,
  TelegramRefusal,
  type TelegramWorld,
  type Webhook,
} from "./telegram-world.ts";

export type TelegramCall = {
  /** As the bot spelled it. */
  readonly method: string;
  readonly params: Params;
  readonly at: Date;
  /** Null while it is being answered; a fault's kind; Telegram's code otherwise (200 when it went well). */
  outcome: number | FaultKind | null;
};
type FaultKind = Fault["kind"];
export type Fault =
  | { readonly kind: "429"; readonly retryAfter?: number }
  | { readonly kind: "500" }
  | { readonly kind: "400" | "403"; readonly description: string }
  | { readonly kind: "cut" }
  | { readonly kind: "hang" }
  /** HTTP 200 with this instead of the envelope; a page of the gateway when left out. */
  | { readonly kind: "garbage"; readonly body?: string };
export type TelegramServerOptions = {
  readonly token?: string;
  readonly clock?: Clock;
  /** First pause before an update that the webhook refused is delivered again; it doubles up to 16 times. */
  readonly redeliverAfterMs?: number;
  readonly webhookTimeoutMs?: number;
  /** On, as by default on Telegram: in groups the bot hears only commands, its name and answers to it. */
  readonly privacyMode?: boolean;
};

const LARGEST_BODY = 64 * 1024 * 1024;
const LINK_LIFE_MS = 3_600_000;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new TelegramRefusal(413, "Request Entity Too Large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** Delivers to the webhook: one lane per chat keeps its order, a refused update comes again. */
const startDelivery = (world: TelegramWorld, redeliverAfterMs: number, timeoutMs: number) => {
  const busy = new Set<number>();
  const stop = new AbortController();
  const attempt = async (queued: QueuedUpdate, hook: Webhook): Promise<boolean> => {
    try {
      const response = await fetch(hook.url, {
        method: "POST",
        headers: {
          "content-type": "application/json",
          ...(hook.secret === null ? {} : { "x-telegram-bot-api-secret-token": hook.secret }),
        },
        body: JSON.stringify(queued.update),
        redirect: "manual",
        signal: AbortSignal.any([stop.signal, AbortSignal.timeout(timeoutMs)]),
      });
      await response.arrayBuffer();
      if (response.ok) return true;
      const message = `Wrong response from the webhook: ${response.status} ${response.statusText}`;
      hook.lastError = { at: world.clock.now(), message };
    } catch (error) {
      hook.lastError = { at: world.clock.now(), message: `Connection failed: ${String(error)}` };
    }
    return false;
  };
  const deliver = async (queued: QueuedUpdate, hook: Webhook): Promise<void> => {
    const wanted = (): boolean => world.webhook() === hook && world.pending().includes(queued);
    for (let pause = redeliverAfterMs; wanted(); pause = Math.min(pause * 2, redeliverAfterMs * 16)) {
      if (await attempt(queued, hook)) {
        world.settle(queued);
        return;
      }
      const given = (): true | undefined => (wanted() ? undefined : true);
      if (world.changes.isClosed()) return;
      await world.changes.wait(given, pause);
    }
  };
  const pump = (): void => {
    const hook = world.webhook();
    if (hook === null || world.changes.isClosed()) return;
    for (const queued of world.pending()) {
      if (busy.has(queued.lane) || busy.size >= hook.maxConnections) continue;
      busy.add(queued.lane);
      deliver(queued, hook)
        .catch(() => undefined)
        .finally(() => {
          busy.delete(queued.lane);
          pump();
        });
    }
  };
  world.changes.onChange(pump);
  return { stop: (): void => stop.abort() };
};

const answer = (response: ServerResponse, status: number, body: string | Uint8Array, type: string): void => {
  response.writeHead(status, { "content-type": type }).end(body);
};
const answerJson = (response: ServerResponse, status: number, body: unknown): void =>
  answer(response, status, JSON.stringify(body), "application/json");
const refuse = (response: ServerResponse, { code, message, parameters }: TelegramRefusal): void =>
  answerJson(response, code, { ok: false, error_code: code, description: message, parameters });

/** "hang" leaves the request open until the bot gives up or the server is closed. */
const fail = (response: ServerResponse, fault: Fault): void => {
  if (fault.kind === "cut") response.socket?.destroy();
  else if (fault.kind === "garbage")
    answer(response, 200, fault.body ?? "<html>Bad Gateway</html>", "text/html");
  else if (fault.kind === "500") refuse(response, new TelegramRefusal(500, "Internal Server Error"));
  else if (fault.kind === "400" || fault.kind === "403")
    refuse(response, new TelegramRefusal(Number(fault.kind), fault.description));
  else if (fault.kind === "429") {
    const { retryAfter } = fault;
    refuse(
      response,
      retryAfter === undefined
        ? new TelegramRefusal(429, "Too Many Requests")
        : new TelegramRefusal(429, `Too Many Requests: retry after ${retryAfter}`, {
            retry_after: retryAfter,
          }),
    );
  }
};

/**
 * Telegram on loopback for tests and for trying the product without an account:
 * the Bot API for one bot, and scripted people who talk to it.
 */
export const startTelegramServer = async ({
  token = "100200300:TEST-token_of-dondoc",
  clock = systemClock,
  redeliverAfterMs = 100,
  webhookTimeoutMs = 10_000,
  privacyMode = true,
}: TelegramServerOptions = {}) => {
  const world = createTelegramWorld({ token, clock, privacyMode });
  const calls: TelegramCall[] = [];
  const faults = plannedFaults<Fault>();
  const delivery = startDelivery(world, redeliverAfterMs, webhookTimeoutMs);

  const serveFile = (response: ServerResponse, path: string): void => {
    const file = [...world.files.values()].find((stored) => stored.path === path);
    const age = file?.linkedAt ? clock.now().getTime() - file.linkedAt.getTime() : Number.POSITIVE_INFINITY;
    if (file === undefined || age > LINK_LIFE_MS) refuse(response, new TelegramRefusal(404, "Not Found"));
    else answer(response, 200, file.bytes, "application/octet-stream");
  };

  const serveCall = async (response: ServerResponse, method: string, params: Params): Promise<void> => {
    const call: TelegramCall = { method, params, at: clock.now(), outcome: null };
    calls.push(call);
    const plan = faults.take(method, params);
    const settle = (outcome: NonNullable<TelegramCall["outcome"]>): void => {
      call.outcome = outcome;
      world.changes.announce();
    };
    const run = TELEGRAM_METHODS[method.toLowerCase()];
    try {
      if (run === undefined) throw new TelegramRefusal(404, "Not Found: method not found");
      const early = plan !== null && plan.after !== "after_recording";
      const result = early ? null : await run(world, params);
      if (plan === null) answerJson(response, 200, { ok: true, result });
      else fail(response, plan.with);
      settle(plan?.with.kind ?? 200);
    } catch (error) {
      const refusal = error instanceof TelegramRefusal ? error : new TelegramRefusal(500, String(error));
      refuse(response, refusal);
      settle(refusal.code);
    }
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const url = new URL(request.url ?? "/", "http://telegram");
    const [, file, given, rest] =
      /^(\/file)?\/bot([^/]+)\/(.+)$/.exec(decodeURIComponent(url.pathname)) ?? [];
    if (given === undefined || rest === undefined) throw new TelegramRefusal(404, "Not Found");
    const body = await readBody(request);
    if (given !== token) throw new TelegramRefusal(401, "Unauthorized");
    if (file !== undefined) serveFile(response, rest);
    else {
      const params = readParams(request.headers["content-type"] ?? "", body);
      await serveCall(response, rest, { ...Object.fromEntries(url.searchParams), ...params });
    }
  };

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (response.headersSent) return;
      refuse(response, error instanceof TelegramRefusal ? error : new TelegramRefusal(500, String(error)));
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the Telegram server has no port");

  const until = <T>(
    what: string,
    check: () => T | undefined,
    { timeoutMs = 15_000 }: Patience = {},
  ): Promise<T> => world.changes.until(what, check, timeoutMs);

  return {
    /** For TELEGRAM_API_ROOT: without a slash at the end. */
    url: `http://127.0.0.1:${address.port}`,
    token,
    bot: world.bot,
    chats: world.chats,
    world,
    calls,
    callsOf: (method: string): readonly TelegramCall[] =>
      calls.filter((call) => call.method.toLowerCase() === method.toLowerCase()),
    person: (profile: TelegramProfile) => createPerson(world, profile),
    group: ({ id, title }: { readonly id: number; readonly title: string }): TelegramGroup => {
      const chat = world.addChat(
        { id, title, type: id < -1_000_000_000_000 ? "supergroup" : "group" },
        "open",
      );
      return { id, title, ...chatView(world, chat) };
    },
    fail: faults.add,
    failBy: faults.chooseBy,
    heal: faults.clear,
    until,
    /**
     * Every update was taken (webhook answered 2xx, or a later getUpdates confirmed it) and no call is
     * being answered. What the bot still does on its own after that, no messenger can know.
     */
    idle: (patience?: Patience): Promise<true> =>
      until(
        "the bot to take every update",
        () => {
          const answering = calls.some((call) => call.outcome === null && !/^getupdates$/i.test(call.method));
          return world.pending().length === 0 && !answering ? true : undefined;
        },
        patience,
      ),
    close: async (): Promise<void> => {
      delivery.stop();
      world.changes.close();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
};
export type TelegramServer = Awaited<ReturnType<typeof startTelegramServer>>;
