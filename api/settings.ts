import { z } from "zod";
import { instantSchema } from "./shared/instant.ts";

/** Telegram's own servers and Zalo's: with one of these the clock may not be moved. */
export const OFFICIAL_MESSENGER_HOSTS: readonly string[] = [
  "api.telegram.org",
  "bot-api.zaloplatforms.com",
  "bot-api.zapps.me",
];

const blankIsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);
const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());

const httpUrl = z.url({ protocol: /^https?$/ }).transform((url) => url.replace(/\/+$/, ""));

const schema = z.object({
  DATABASE_URL: optional(z.url({ protocol: /^postgres(ql)?$/ })).describe(
    "PostgreSQL; without it the embedded database in DATA_DIR",
  ),
  DATA_DIR: z
    .preprocess(blankIsAbsent, z.string().default("./data"))
    .describe("folder of the embedded database and of evidence files"),
  HOST: optional(z.string().min(1)).describe(
    "address to listen on; the demonstration listens on 127.0.0.1 only",
  ),
  PORT: z
    .preprocess(blankIsAbsent, z.coerce.number().int().min(0).max(65_535).default(3000))
    .describe("port to listen on"),
  PUBLIC_URL: optional(httpUrl).describe(
    "address under which people reach the web chat, for links and webhooks",
  ),
  TELEGRAM_BOT_TOKEN: optional(z.string().regex(/^\d+:[\w-]+$/, "not a bot token")).describe(
    "the bot's token from BotFather",
  ),
  TELEGRAM_API_ROOT: z
    .preprocess(blankIsAbsent, httpUrl.default("https://api.telegram.org"))
    .describe("Bot API server"),
  TELEGRAM_WEBHOOK_SECRET: optional(
    z.string().regex(/^[\w-]{8,256}$/, "8 to 256 of A-Z a-z 0-9 _ -"),
  ).describe("secret of the webhook; derived from the token where none is set"),
  TELEGRAM_MODE: z
    .preprocess(blankIsAbsent, z.enum(["polling", "webhook"]).default("polling"))
    .describe("how updates arrive"),
  DEMO: optional(z.enum(["on", "off"])).describe(
    "the demonstration; on by default only when DATABASE_URL, PUBLIC_URL and every bot token are absent",
  ),
  CLOCK: optional(instantSchema).describe(
    "the process's clock starts at this instant; refused together with an official messenger root",
  ),
  LOG_LEVEL: z
    .preprocess(
      blankIsAbsent,
      z.enum(["fatal", "error", "warn", "info", "debug", "trace", "silent"]).default("info"),
    )
    .describe("how much is logged"),
});

export type Settings = {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  readonly telegram:
    | {
        readonly token: string;
        readonly apiRoot: string;
        readonly webhookSecret: string | undefined;
        readonly mode: "polling" | "webhook";
      }
    | undefined;
  readonly demo: boolean;
  readonly clock: Date | undefined;
  /** Some messenger that real people read is configured. */
  readonly officialMessenger: boolean;
  readonly logLevel: string;
};

/** Each setting's name and meaning, for the README and `--help`. */
export const settingDescriptions = (): readonly { readonly name: string; readonly meaning: string }[] =>
  Object.entries(schema.shape).map(([name, field]) => ({ name, meaning: field.description ?? "" }));

/** `sentence` is a key of `locales/` that says what the setting must be. */
export type SettingsProblem = { readonly name: string; readonly sentence: string };

/** The only reader of the environment. On a wrong setting: its name and what is wrong, in one line. */
export const readSettings = (
  environment: Readonly<Record<string, string | undefined>> = process.env,
):
  | { readonly ok: true; readonly settings: Settings }
  | { readonly ok: false; readonly problem: SettingsProblem } => {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) {
    // The value itself is never repeated: a token with a slip in it is still a secret.
    const name = String(parsed.error.issues[0]?.path[0]);
    return { ok: false, problem: { name, sentence: `setting-${name.toLowerCase().replaceAll("_", "-")}` } };
  }
  const values = parsed.data;
  const officialMessenger =
    values.TELEGRAM_BOT_TOKEN !== undefined &&
    OFFICIAL_MESSENGER_HOSTS.includes(new URL(values.TELEGRAM_API_ROOT).hostname.replace(/\.$/, ""));
  if (values.CLOCK !== undefined && officialMessenger)
    return { ok: false, problem: { name: "CLOCK", sentence: "setting-clash-clock" } };
  if (
    values.TELEGRAM_MODE === "webhook" &&
    values.TELEGRAM_BOT_TOKEN !== undefined &&
    values.PUBLIC_URL === undefined
  )
    return { ok: false, problem: { name: "PUBLIC_URL", sentence: "setting-missing-public-url" } };
  const nothingConfigured =
    values.DATABASE_URL === undefined &&
    values.PUBLIC_URL === undefined &&
    values.TELEGRAM_BOT_TOKEN === undefined;
  const demo = values.DEMO === undefined ? nothingConfigured : values.DEMO === "on";
  if (demo && officialMessenger)
    return { ok: false, problem: { name: "DEMO", sentence: "setting-clash-demo" } };
  return {
    ok: true,
    settings: {
      databaseUrl: values.DATABASE_URL,
      dataDir: values.DATA_DIR,
      host: demo ? "127.0.0.1" : (values.HOST ?? "127.0.0.1"),
      port: values.PORT,
      publicUrl: values.PUBLIC_URL,
      telegram:
        values.TELEGRAM_BOT_TOKEN === undefined
          ? undefined
          : {
              token: values.TELEGRAM_BOT_TOKEN,
              apiRoot: values.TELEGRAM_API_ROOT,
              webhookSecret: values.TELEGRAM_WEBHOOK_SECRET,
              mode: values.TELEGRAM_MODE,
            },
      demo,
      clock: values.CLOCK,
      officialMessenger,
      logLevel: values.LOG_LEVEL,
    },
  };
};
