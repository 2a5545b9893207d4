import { Api } from "grammy";
import { createBackOff } from "../back-off.ts";
import type { Channel, Incoming, MenuCommand, Pace, Receive } from "../channel.ts";
import { deriveSecret } from "../derive-secret.ts";
import type { Log } from "../log.ts";
import type { WebhookDoor } from "../messenger.ts";
import { createReceiver } from "../receiver.ts";
import { redactToken } from "../redact-token.ts";
import { parseChatKey } from "./chat-address.ts";
import { downloadFile } from "./download-file.ts";
import { judgeFailure } from "./judge-answer.ts";
import type { Addressee } from "./parse-address.ts";
import { parseUpdate } from "./parse-update.ts";
import { pollUpdates } from "./poll-updates.ts";
import { TEXT_LENGTH } from "./render-message.ts";
import { createSender } from "./send-parts.ts";
import { ALLOWED_UPDATES, type TelegramUpdate, telegramUpdateSchema } from "./telegram-update-schema.ts";

/** A menu as Telegram keeps it: per scope, and per language of the reader's application. */
export type TelegramMenu = {
  readonly scope: "default" | "all_private_chats" | "all_group_chats";
  readonly commands: readonly { readonly name: string; readonly description: Record<"vi" | "en", string> }[];
};

export type TelegramChannelOptions = {
  readonly token: string;
  readonly apiRoot: string;
  readonly mode: "polling" | "webhook";
  readonly webhookSecret: string | undefined;
  readonly publicUrl: string | undefined;
  readonly menus: readonly TelegramMenu[];
  /** Names of all commands, with those that no menu shows: which bare command of a group is ours. */
  readonly commands: readonly string[];
  readonly log: Log;
  /** From 0 to 1. */
  readonly jitter: () => number;
  /** The token is refused: the operator has to do something. */
  readonly down?: (code: string) => void;
};

export type TelegramChannel = Channel & {
  readonly showMenu: NonNullable<Channel["showMenu"]>;
  readonly acknowledge: NonNullable<Channel["acknowledge"]>;
  /** Asks once who the bot is; afterwards `invitationLink` answers. False when Telegram cannot be asked. */
  readonly identify: () => Promise<boolean>;
  readonly webhook: WebhookDoor;
};

const LONG_POLL_SECONDS = 25;
const CALL_SECONDS = 20;
const RECEIVED_FILE_BYTES = 20 * 1024 * 1024;
const WEBHOOK_CONNECTIONS = 20;
/** About 30 messages a second over all and one a second to a chat; the bursts never make more in any second. */
const PACE: Pace = { bot: { everyMs: 40, burst: 5 }, chat: { everyMs: 1_000, burst: 3 } };

export const createTelegramChannel = (options: TelegramChannelOptions): TelegramChannel => {
  const { token, log, jitter } = options;
  const apiRoot = options.apiRoot.replace(/\/+$/, "");
  const redact = redactToken(token);
  const api = new Api(token, { apiRoot, timeoutSeconds: CALL_SECONDS });
  const pollingApi = new Api(token, { apiRoot, timeoutSeconds: LONG_POLL_SECONDS + 15 });
  const account = token.split(":")[0] ?? "";
  const secret = options.webhookSecret ?? deriveSecret(token);
  const commands = new Set(options.commands.map((name) => name.toLowerCase()));

  let bot: Addressee | null = null;
  let receive: Receive | null = null;
  let reportedDown = false;

  const refused = (code: string): void => {
    if (reportedDown) return;
    reportedDown = true;
    log.error({ channel: "telegram", account, code }, "telegram refuses the bot's token, the channel is off");
    options.down?.(code);
  };
  const sender = createSender(api, refused);

  const failureFields = (error: unknown) => {
    const failure = judgeFailure(error);
    return failure.kind === "refused"
      ? { status: failure.status, description: redact(failure.description) }
      : { code: redact(failure.code) };
  };

  const learnIdentity = async (): Promise<void> => {
    const me = await api.getMe();
    bot = { id: me.id, username: me.username, commands };
  };

  const parseAll = (updates: readonly TelegramUpdate[], as: Addressee): Incoming[] =>
    updates.flatMap((update) => parseUpdate(update, as));

  /** Until it goes through, or the token is refused, or somebody stops it. */
  const insist = async (
    event: string,
    call: () => Promise<unknown>,
    signal: AbortSignal,
  ): Promise<boolean> => {
    const { rest } = createBackOff({ signal, log, jitter });
    while (!signal.aborted) {
      try {
        await call();
        return true;
      } catch (error) {
        const failure = judgeFailure(error);
        if (failure.kind === "refused" && (failure.status === 401 || failure.status === 404)) {
          refused(`telegram_${failure.status}`);
          return false;
        }
        const asked = failure.kind === "refused" ? (failure.retryAfter ?? 0) * 1000 : 0;
        await rest(event, failureFields(error), asked);
      }
    }
    return false;
  };

  const setMenus = async (): Promise<void> => {
    for (const { scope, commands: entries } of options.menus) {
      for (const locale of ["vi", "en"] as const) {
        const menu = entries.map(({ name, description }) => ({
          command: name,
          description: description[locale],
        }));
        // Vietnamese is what everybody reads whose application speaks neither.
        const language = locale === "vi" ? {} : { language_code: locale };
        await api.setMyCommands(menu, { scope: { type: scope }, ...language });
      }
    }
  };
  const showMenus = (): Promise<void> =>
    setMenus().catch((error: unknown) =>
      log.warn(failureFields(error), "telegram's command menus could not be set"),
    );

  const poll = (store: Receive, signal: AbortSignal): Promise<void> =>
    pollUpdates({
      ask: (offset, abort) =>
        pollingApi.getUpdates(
          {
            ...(offset === undefined ? {} : { offset }),
            timeout: LONG_POLL_SECONDS,
            allowed_updates: [...ALLOWED_UPDATES],
          },
          // grammY types its own AbortSignal, which lacks what only newer ones have.
          abort as unknown as NonNullable<Parameters<typeof pollingApi.getUpdates>[1]>,
        ),
      store: async (raw) => {
        if (bot === null) throw new Error("the bot does not know its name");
        const known = raw.flatMap((update) => telegramUpdateSchema.safeParse(update).data ?? []);
        const incoming = parseAll(known, bot);
        if (incoming.length > 0) await store(incoming);
      },
      removeWebhook: async () => void (await api.deleteWebhook({ drop_pending_updates: false })),
      refused,
      signal,
      log,
      jitter,
    });

  const setWebhook = (signal: AbortSignal): Promise<boolean> =>
    insist(
      "telegram's webhook could not be set, trying again",
      () =>
        api.setWebhook(`${options.publicUrl ?? ""}/webhooks/telegram`, {
          secret_token: secret,
          allowed_updates: [...ALLOWED_UPDATES],
          max_connections: WEBHOOK_CONNECTIONS,
        }),
      signal,
    );

  const run = async (store: Receive, signal: AbortSignal): Promise<void> => {
    if (!(await insist("telegram is not answering, trying again", learnIdentity, signal))) return;
    log.info({ channel: "telegram", account, mode: options.mode }, "telegram is connected");
    const menus = showMenus();
    await (options.mode === "polling" ? poll(store, signal) : setWebhook(signal));
    await menus;
  };

  const receiver = createReceiver(
    async (signal) => {
      if (receive !== null) await run(receive, signal);
    },
    (error) =>
      log.error({ error: error instanceof Error ? error.name : "unknown" }, "telegram stopped receiving"),
  );

  return {
    name: "telegram",
    account,
    capabilities: {
      buttons: true,
      textLength: TEXT_LENGTH,
      fileBytes: RECEIVED_FILE_BYTES,
      files: true,
      unasked: true,
      pace: PACE,
    },
    send: ({ chatKey }, message) => sender.send(chatKey, message),
    download: (file, maxBytes) =>
      downloadFile(
        {
          locate: () => api.getFile(file.fileKey),
          addressOf: (path) =>
            `${apiRoot}/file/bot${token}/${path.split("/").map(encodeURIComponent).join("/")}`,
        },
        Math.min(maxBytes, RECEIVED_FILE_BYTES),
      ),
    start: async (store) => {
      receive = store;
      receiver.start();
    },
    stop: receiver.stop,
    invitationLink: (code) =>
      bot !== null && /^[\w-]{1,64}$/.test(code) ? `https://t.me/${bot.username}?start=${code}` : null,
    acknowledge: async ({ callbackKey, chatKey, messageKey, content, group }) => {
      if (callbackKey !== null) await api.answerCallbackQuery(callbackKey).catch(() => undefined);
      const to = parseChatKey(chatKey);
      // A file takes a while until it is answered.
      if (content.kind === "file" && !group && to !== null && messageKey !== null)
        await api
          .setMessageReaction(to.chatId, Number(messageKey), [{ type: "emoji", emoji: "👀" }])
          .catch(() => undefined);
    },
    showMenu: async (chatKey: string, menu: readonly MenuCommand[]) => {
      const entries = menu.map(({ name, description }) => ({ command: name, description }));
      const to = parseChatKey(chatKey);
      if (to === null) return;
      await api
        .setMyCommands(entries, { scope: { type: "chat", chat_id: to.chatId } })
        .catch((error: unknown) => log.warn(failureFields(error), "a chat's command menu could not be set"));
    },
    identify: () =>
      learnIdentity().then(
        () => true,
        () => false,
      ),
    webhook: {
      header: "x-telegram-bot-api-secret-token",
      secret,
      accept: async (body) => {
        const { data: update } = telegramUpdateSchema.safeParse(body);
        if (update === undefined) return "malformed";
        if (receive === null) throw new Error("the channel was not started");
        // Telegram delivers as soon as a webhook is set, which may be before this process knows its own name.
        if (bot === null) await learnIdentity();
        if (bot === null) throw new Error("the bot does not know its name");
        const incoming = parseUpdate(update, bot);
        if (incoming.length > 0) await receive(incoming);
        return "stored";
      },
    },
  };
};
