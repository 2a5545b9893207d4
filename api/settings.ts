import { z } from "zod";
import { instantSchema } from "./shared/instant.ts";

const blankIsAbsent = (value: unknown): unknown => (value === "" ? undefined : value);
/** A setting that may be left out; `.env` files have such with nothing behind the sign. */
export const optional = <T extends z.ZodType>(schema: T) => z.preprocess(blankIsAbsent, schema.optional());
export const withDefault = <T extends z.ZodType>(schema: T, value: z.input<T>) =>
  z.preprocess((given) => blankIsAbsent(given) ?? value, schema);

/** A messenger's folder may say which sentence of `locales/` tells what is wrong: the message of its schema. */
export const httpUrl = z
  .url({ protocol: /^https?$/, error: "setting-not-url" })
  .transform((url) => url.replace(/\/+$/, ""));
export const webhookSecret = z.string().regex(/^[\w-]{8,256}$/, "setting-not-secret");
export const receivingMode = z.enum(["polling", "webhook"], "setting-not-mode");

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
  API_RATE: z
    .preprocess(blankIsAbsent, z.coerce.number().int().min(1).max(1_000_000).default(1_200))
    .describe("requests a minute that the API grants one key or session"),
  METRICS_TOKEN: optional(z.string().regex(/^[\w.~+/=-]{16,256}$/)).describe(
    "who shows it as a bearer token may read /metrics; without it only this machine may",
  ),
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

/** What the house has to know of a bot that the settings switch on. */
export type ConfiguredMessenger = {
  readonly name: string;
  /** Its server is the messenger's own, where real people read: there the clock may not be moved. */
  readonly official: boolean;
  readonly mode: z.output<typeof receivingMode>;
};

/** A messenger's own settings: named, described and read by its folder, which this one does not know. */
export type MessengerSettings<M extends ConfiguredMessenger> = {
  readonly shape: Readonly<Record<string, z.ZodType>>;
  /** Null: this messenger is not switched on. */
  readonly read: (
    environment: Environment,
  ) =>
    | { readonly ok: true; readonly messenger: M | null }
    | { readonly ok: false; readonly problem: SettingsProblem };
};

/** `configure` answers null when the settings do not switch the messenger on. */
export const messengerSettings = <S extends z.ZodObject, M extends ConfiguredMessenger>(
  schema: S,
  configure: (values: z.output<S>) => M | null,
): MessengerSettings<M> => ({
  shape: schema.shape,
  read: (environment) => {
    const parsed = schema.safeParse(environment);
    return parsed.success
      ? { ok: true, messenger: configure(parsed.data) }
      : { ok: false, problem: problemOf(parsed.error) };
  },
});

export type Environment = Readonly<Record<string, string | undefined>>;

export type Settings<M extends ConfiguredMessenger = ConfiguredMessenger> = {
  readonly databaseUrl: string | undefined;
  readonly dataDir: string;
  readonly host: string;
  readonly port: number;
  readonly publicUrl: string | undefined;
  /** The bots that are switched on, beside the web chat. */
  readonly messengers: readonly M[];
  /** Requests a minute that the API grants one key or session. */
  readonly apiRate: number;
  /** Opens the figures to whoever shows it. */
  readonly metricsToken: string | undefined;
  readonly demo: boolean;
  readonly clock: Date | undefined;
  /** Some messenger that real people read is configured. */
  readonly officialMessenger: boolean;
  readonly logLevel: string;
};

/** Each setting's name and meaning, for the README and `--help`. */
export const settingDescriptions = (
  messengers: readonly MessengerSettings<ConfiguredMessenger>[],
): readonly { readonly name: string; readonly meaning: string }[] =>
  [schema, ...messengers]
    .flatMap(({ shape }) => Object.entries(shape))
    .map(([name, field]) => ({ name, meaning: field.description ?? "" }));

/** `sentence` is a key of `locales/` that says what the setting must be. */
export type SettingsProblem = { readonly name: string; readonly sentence: string };

/** The value itself is never repeated: a token with a slip in it is still a secret. */
const problemOf = (error: z.ZodError): SettingsProblem => {
  const [issue] = error.issues;
  const name = String(issue?.path[0]);
  const sentence = issue?.message ?? "";
  return {
    name,
    sentence: /^setting-[a-z-]+$/.test(sentence)
      ? sentence
      : `setting-${name.toLowerCase().replaceAll("_", "-")}`,
  };
};

/** The only reader of the environment. On a wrong setting: its name and what is wrong, in one line. */
export const readSettings = <M extends ConfiguredMessenger>(
  known: readonly MessengerSettings<M>[],
  environment: Environment = process.env,
):
  | { readonly ok: true; readonly settings: Settings<M> }
  | { readonly ok: false; readonly problem: SettingsProblem } => {
  const parsed = schema.safeParse(environment);
  if (!parsed.success) return { ok: false, problem: problemOf(parsed.error) };
  const values = parsed.data;
  const messengers: M[] = [];
  for (const { read } of known) {
    const one = read(environment);
    if (!one.ok) return one;
    if (one.messenger !== null) messengers.push(one.messenger);
  }
  const officialMessenger = messengers.some(({ official }) => official);
  if (values.CLOCK !== undefined && officialMessenger)
    return { ok: false, problem: { name: "CLOCK", sentence: "setting-clash-clock" } };
  const webhooks = messengers.filter(({ mode }) => mode === "webhook");
  const { PUBLIC_URL: publicUrl } = values;
  if (publicUrl === undefined && webhooks.length > 0)
    return { ok: false, problem: { name: "PUBLIC_URL", sentence: "setting-missing-public-url" } };
  // A messenger's own server calls nobody without it, and would say so again and again.
  const insecure = publicUrl !== undefined && new URL(publicUrl).protocol !== "https:";
  if (insecure && webhooks.some(({ official }) => official))
    return { ok: false, problem: { name: "PUBLIC_URL", sentence: "setting-not-https" } };
  const nothingConfigured =
    values.DATABASE_URL === undefined && publicUrl === undefined && messengers.length === 0;
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
      publicUrl,
      messengers,
      apiRate: values.API_RATE,
      metricsToken: values.METRICS_TOKEN,
      demo,
      clock: values.CLOCK,
      officialMessenger,
      logLevel: values.LOG_LEVEL,
    },
  };
};

/** Is this address one of the messenger's own servers? */
export const isOneOf = (hosts: readonly string[], url: string): boolean =>
  hosts.includes(new URL(url).hostname.replace(/\.$/, ""));
