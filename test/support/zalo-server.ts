import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { type Clock, systemClock } from "../../api/shared/clock.ts";
import { plannedFaults } from "./planned-faults.ts";
import { type Delivery, startDelivery } from "./zalo-delivery.ts";
import { answer, answerFault, answerJson, type Fault, type FaultKind, refuse } from "./zalo-faults.ts";
import { type Params, readParams, ZALO_METHODS } from "./zalo-methods.ts";
import { chatView, createPerson, type Patience, type ZaloGroup, type ZaloProfile } from "./zalo-person.ts";
import { createZaloWorld, type ZaloQuirks, ZaloRefusal } from "./zalo-world.ts";

export type ZaloCall = {
  /** As the bot spelled it. */
  readonly method: string;
  readonly params: Params;
  readonly at: Date;
  /** Null while it is being answered; a fault's kind; Zalo's error_code otherwise (200 when it went well). */
  outcome: number | FaultKind | null;
};
export type ZaloServerOptions = Partial<ZaloQuirks> & {
  readonly token?: string;
  readonly clock?: Clock;
  /** Ids of people, chats and messages follow from it. */
  readonly seed?: string;
  /** The longest that getUpdates is held, whatever timeout the bot asked for. */
  readonly pollHoldMs?: number;
  /** Pause before an update that the webhook refused is delivered again. */
  readonly redeliverAfterMs?: number;
  readonly webhookTimeoutMs?: number;
  /** How often an update is delivered before it is lost. */
  readonly attempts?: number;
};

const LARGEST_BODY = 1024 * 1024;

const readBody = async (request: IncomingMessage): Promise<Buffer> => {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request) {
    const bytes = Buffer.from(chunk);
    size += bytes.length;
    if (size > LARGEST_BODY) throw new ZaloRefusal(413, "Request Entity Too Large");
    chunks.push(bytes);
  }
  return Buffer.concat(chunks);
};

/** What a broken escape leads to is no path of ours. */
const pathOf = (request: IncomingMessage): string => {
  try {
    return decodeURIComponent((request.url ?? "/").split("?")[0] ?? "/");
  } catch {
    return "";
  }
};

/**
 * Zalo's Bot Platform on loopback for tests: the API for one bot, with the quirks that people met
 * (docs and captured payloads disagree, so each reading can be chosen), and scripted people who talk to it.
 */
export const startZaloServer = async ({
  token = "1234567890123456789:abcDEF-test_token_of_dondoc",
  clock = systemClock,
  seed = "zalo",
  pollHoldMs = 300,
  redeliverAfterMs = 20,
  webhookTimeoutMs = 2_000,
  attempts = 4,
  ...chosen
}: ZaloServerOptions = {}) => {
  const quirks: ZaloQuirks = {
    refusalStatus: "200",
    updatesAs: "object",
    envelope: "bare",
    imageUnder: "photo",
    echoes: false,
    probe: "with_secret",
    verification: undefined,
    ...chosen,
  };
  const world = createZaloWorld({ token, clock, seed, quirks, pollHoldMs });
  const calls: ZaloCall[] = [];
  const faults = plannedFaults<Fault>();
  const delivery = startDelivery(world, { redeliverAfterMs, webhookTimeoutMs, attempts });
  const deliveries: readonly Delivery[] = delivery.deliveries;

  const pause = async (ms: number): Promise<void> => void (await world.changes.wait(() => undefined, ms));
  const asRefusal = (error: unknown): ZaloRefusal =>
    error instanceof ZaloRefusal ? error : new ZaloRefusal(500, String(error));

  const serveCall = async (response: ServerResponse, method: string, params: Params): Promise<void> => {
    const call: ZaloCall = { method, params, at: clock.now(), outcome: null };
    calls.push(call);
    world.changes.announce();
    const hungUp = new AbortController();
    response.once("close", () => {
      hungUp.abort();
      world.changes.announce();
    });
    const plan = faults.take(method, params);
    const fault = plan?.with ?? null;
    const early = plan?.after !== "after_recording";
    const settle = (outcome: NonNullable<ZaloCall["outcome"]>): void => {
      call.outcome = outcome;
      world.changes.announce();
    };
    try {
      const run = ZALO_METHODS.get(method);
      if (run === undefined) throw new ZaloRefusal(404, "Not Found");
      if (fault?.kind === "delay" && early) await pause(fault.ms);
      const skipped = fault !== null && fault.kind !== "delay" && early;
      const result = skipped ? undefined : await run(world, params, hungUp.signal);
      if (fault?.kind === "delay" && !early) await pause(fault.ms);
      if (fault === null || fault.kind === "delay") answerJson(response, 200, { ok: true, result });
      else answerFault(response, fault, quirks.refusalStatus);
      settle(fault?.kind ?? 200);
    } catch (error) {
      const refusal = asRefusal(error);
      refuse(response, refusal, quirks.refusalStatus);
      settle(refusal.code);
    }
    delivery.probe();
  };

  const serve = async (request: IncomingMessage, response: ServerResponse): Promise<void> => {
    const path = pathOf(request);
    const file = request.method === "GET" ? world.fileAt(path) : undefined;
    if (file !== undefined) {
      answer(response, 200, file.bytes, file.mime);
      return;
    }
    const [, given, method] = /^\/bot([^/]+)\/([^/]+)$/.exec(path) ?? [];
    if (given === undefined || method === undefined) {
      answer(response, 404, "404 page not found", "text/plain");
      return;
    }
    const body = await readBody(request);
    if (given !== token) throw new ZaloRefusal(401, "Unauthorized");
    await serveCall(response, method, readParams(request.headers["content-type"] ?? "", body));
  };

  const http = createServer((request, response) => {
    serve(request, response).catch((error: unknown) => {
      if (!response.headersSent) refuse(response, asRefusal(error), quirks.refusalStatus);
    });
  });
  await new Promise<void>((resolve) => http.listen(0, "127.0.0.1", resolve));
  const address = http.address();
  if (address === null || typeof address === "string") throw new Error("the Zalo server has no port");
  const url = `http://127.0.0.1:${address.port}`;
  world.listensAt(url);

  const until = <T>(
    what: string,
    check: () => T | undefined,
    { timeoutMs = 15_000 }: Patience = {},
  ): Promise<T> => world.changes.until(what, check, timeoutMs);

  return {
    /** The API's root: without a slash at the end. */
    url,
    token,
    bot: world.bot,
    chats: world.chats,
    world,
    /** Can be changed at any time. */
    quirks,
    calls,
    callsOf: (method: string): readonly ZaloCall[] => calls.filter((call) => call.method === method),
    /** Every call of the webhook that has ended, probes included. */
    deliveries,
    person: (profile: ZaloProfile = {}) => createPerson(world, profile),
    group: ({ id = world.newId(), title }: { readonly id?: string; readonly title: string }): ZaloGroup => ({
      title,
      ...chatView(world, world.addChat(id, "GROUP", true)),
    }),
    /** Keeps every update from the bot. */
    hold: (): void => world.hold(),
    /** Lets them go out of order across chats: the chat that began last comes first; within a chat in order. */
    release: (): void => world.release(),
    /** Links of people's pictures are dead from now on. */
    forgetFiles: world.forgetFiles,
    /** Makes a public origin lead to this machine, for pictures and the webhook. */
    route: world.network.route,
    fail: faults.add,
    failBy: faults.chooseBy,
    heal: faults.clear,
    until,
    /**
     * Every update that is not held was handed out, acknowledged by the webhook or lost, and no call is being
     * answered. By getUpdates nothing is acknowledged: whether the bot kept it, no messenger can know.
     */
    idle: (patience?: Patience): Promise<true> =>
      until(
        "the bot to take every update",
        () => {
          const answering = calls.some((call) => call.outcome === null && call.method !== "getUpdates");
          const waiting = world.ready().length > 0 || delivery.isProbing();
          return answering || waiting ? undefined : true;
        },
        patience,
      ),
    close: async (): Promise<void> => {
      world.network.stop();
      world.changes.close();
      const closed = new Promise<void>((resolve) => http.close(() => resolve()));
      http.closeAllConnections();
      await closed;
    },
  };
};
export type ZaloServer = Awaited<ReturnType<typeof startZaloServer>>;
