import { createHash } from "node:crypto";
import { createBackOff } from "../back-off.ts";
import type { Channel, Incoming, Pace, Receive } from "../channel.ts";
import { deriveSecret } from "../derive-secret.ts";
import type { Log } from "../log.ts";
import type { ChannelTools, WebhookDoor } from "../messenger.ts";
import { createReceiver } from "../receiver.ts";
import { redactToken } from "../redact-token.ts";
import { createZaloApi } from "./call-api.ts";
import { downloadFile } from "./download-file.ts";
import type { ZaloFailure } from "./judge-answer.ts";
import { parseUpdate, type ZaloIdentity } from "./parse-update.ts";
import { pollUpdates } from "./poll-updates.ts";
import { TEXT_LENGTH } from "./render-message.ts";
import { createSender } from "./send-parts.ts";
import { identitySchema, readUpdates, verificationSchema } from "./zalo-update-schema.ts";

export type ZaloChannelOptions = {
  readonly token: string;
  readonly apiRoot: string;
  readonly mode: "polling" | "webhook";
  readonly webhookSecret: string | undefined;
  readonly publicUrl: string | undefined;
  /** Messages a second over all. */
  readonly rate: number;
  readonly publishPicture: ChannelTools["publishPicture"];
  readonly log: Log;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** The world's time, whatever the product's clock says. */
  readonly now: () => Date;
  /** The token is refused: the operator has to do something. */
  readonly down?: (code: string) => void;
};

export type ZaloChannel = Channel & {
  /** Asks once who the bot is. False when Zalo cannot be asked. */
  readonly identify: () => Promise<boolean>;
  readonly webhook: WebhookDoor;
};

const LONG_POLL_SECONDS = 30;
const RECEIVED_FILE_BYTES = 20 * 1024 * 1024;

/** Zalo publishes no quota. */
const paceOf = (rate: number): Pace => ({
  bot: { everyMs: Math.ceil(1_000 / rate), burst: 1 },
  chat: { everyMs: 1_000, burst: 1 },
});

/** The bot's number where the token begins with it; else what tells bots apart without giving the token away. */
export const accountOf = (token: string): string => {
  const [number = ""] = token.split(":");
  if (/^\d{1,40}$/.test(number) && number !== token) return number;
  return createHash("sha256").update(token).digest("hex").slice(0, 12);
};

export const createZaloChannel = (options: ZaloChannelOptions): ZaloChannel => {
  const { token, log, jitter } = options;
  const apiRoot = options.apiRoot.replace(/\/+$/, "");
  const api = createZaloApi({ apiRoot, token, now: options.now });
  const account = accountOf(token);
  const secret = options.webhookSecret ?? deriveSecret(token);
  const redact = redactToken(token);
  const conceal = (text: string): string => redact(text).replaceAll(secret, "[secret]");

  // An own message that comes back says `is_bot`; so an update need not wait until Zalo has told who the bot is.
  let bot: ZaloIdentity = { id: account, name: null };
  let receive: Receive | null = null;
  let reportedDown = false;

  const refused = (code: string): void => {
    if (reportedDown) return;
    reportedDown = true;
    log.error({ channel: "zalo", account, code }, "zalo refuses the bot's token, the channel is off");
    options.down?.(code);
  };

  const learnIdentity = async (signal?: AbortSignal): Promise<ZaloFailure | null> => {
    const answer = await api.call("getMe", {}, signal === undefined ? {} : { signal });
    if (answer.kind !== "done") return answer;
    const { data: me } = identitySchema.safeParse(answer.result);
    bot = { id: me?.id ?? account, name: me?.account_name ?? null };
    return null;
  };

  /** A 404 may mean the method or the token: getMe, which is always there, tells which. */
  const downBy = async (failure: ZaloFailure, signal?: AbortSignal): Promise<string | null> => {
    const isNotFound = failure.kind === "refused" && failure.status === 404;
    const decisive = isNotFound ? await learnIdentity(signal) : failure;
    if (decisive?.kind !== "refused" || (decisive.status !== 401 && decisive.status !== 404)) return null;
    const code = `zalo_${decisive.status}`;
    refused(code);
    return code;
  };

  const sender = createSender({ api, publishPicture: options.publishPicture, downBy, log });

  /** Null: not one update was in it. */
  const read = (body: unknown): readonly Incoming[] | null => {
    const updates = readUpdates(body);
    if (updates.length === 0) return null;
    return updates.flatMap((update): readonly Incoming[] => {
      const parsed =
        update === null ? { kind: "unknown" as const, event: "unreadable" } : parseUpdate(update, bot);
      if (parsed.kind === "heard") return [parsed.incoming];
      if (parsed.kind === "unknown")
        log.info({ channel: "zalo", account, event: parsed.event }, "zalo sent an event that is not known");
      return [];
    });
  };

  /** Until it goes through, or the token is refused, or somebody stops it. */
  const insist = async (
    event: string,
    attempt: () => Promise<ZaloFailure | null>,
    signal: AbortSignal,
  ): Promise<boolean> => {
    const { rest } = createBackOff({ signal, log, jitter });
    while (!signal.aborted) {
      const failure = await attempt();
      if (failure === null) return true;
      if (signal.aborted || (await downBy(failure, signal)) !== null) return false;
      const fields =
        failure.kind === "refused"
          ? { status: failure.status, description: conceal(failure.description) }
          : { code: failure.code };
      const asked = failure.kind === "refused" ? (failure.retryAfter ?? 0) * 1000 : 0;
      await rest(event, fields, asked);
    }
    return false;
  };

  const poll = (store: Receive, signal: AbortSignal): Promise<void> =>
    pollUpdates({
      ask: (abort) =>
        api.call(
          "getUpdates",
          { timeout: LONG_POLL_SECONDS },
          { seconds: LONG_POLL_SECONDS + 15, signal: abort },
        ),
      read,
      store,
      removeWebhook: async () => {
        const answer = await api.call("deleteWebhook", {}, { signal });
        return answer.kind === "done" ? null : answer;
      },
      isDown: async (failure) => (await downBy(failure, signal)) !== null,
      signal,
      log,
      jitter,
    });

  const setWebhook = (signal: AbortSignal): Promise<boolean> =>
    insist(
      "zalo's webhook could not be set, trying again",
      async () => {
        const url = `${options.publicUrl ?? ""}/webhooks/zalo`;
        const answer = await api.call("setWebhook", { url, secret_token: secret }, { signal });
        if (answer.kind !== "done") return answer;
        const verification = verificationSchema.safeParse(answer.result).success;
        log.info({ channel: "zalo", account, verification }, "zalo's webhook is set");
        return null;
      },
      signal,
    );

  const run = async (store: Receive, signal: AbortSignal): Promise<void> => {
    if (!(await insist("zalo is not answering, trying again", () => learnIdentity(signal), signal))) return;
    log.info({ channel: "zalo", account, mode: options.mode }, "zalo is connected");
    await (options.mode === "polling" ? poll(store, signal) : setWebhook(signal));
  };

  const receiver = createReceiver(
    async (signal) => {
      if (receive !== null) await run(receive, signal);
    },
    (error) =>
      log.error({ error: error instanceof Error ? error.name : "unknown" }, "zalo stopped receiving"),
  );

  return {
    name: "zalo",
    account,
    capabilities: {
      buttons: false,
      textLength: TEXT_LENGTH,
      fileBytes: RECEIVED_FILE_BYTES,
      files: false,
      unasked: true,
      pace: paceOf(options.rate),
    },
    send: ({ chatKey }, message) => sender.send(chatKey, message),
    download: (file, maxBytes) =>
      downloadFile({ link: file.fileKey, apiRoot }, Math.min(maxBytes, RECEIVED_FILE_BYTES)),
    start: async (store) => {
      receive = store;
      receiver.start();
    },
    stop: receiver.stop,
    invitationLink: () => null,
    handle: () => bot.name,
    identify: async () => (await learnIdentity()) === null,
    webhook: {
      header: "x-bot-api-secret-token",
      secret,
      // Nothing is malformed here: what Zalo sends and we cannot read would only come again, in the same shape.
      accept: async (body) => {
        if (receive === null) throw new Error("the channel was not started");
        const incoming = read(body) ?? [];
        if (incoming.length > 0) await receive(incoming);
        return "stored";
      },
    },
  };
};
