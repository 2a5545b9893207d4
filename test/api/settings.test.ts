import { describe, expect, it } from "vitest";
import { readSettings, type Settings, settingDescriptions } from "../../api/settings.ts";
import { MESSENGERS } from "../../bot/channels/registry.ts";
import { translate } from "../../locales/translate.ts";

type Environment = Readonly<Record<string, string>>;

const TOKEN = "123456:AAbb-CC_dd";
const LOOPBACK = "http://127.0.0.1:8081";

const settings = (environment: Environment): Settings => {
  const read = readSettings(MESSENGERS, environment);
  if (!read.ok) throw new Error(`${read.problem.name}: ${read.problem.sentence}`);
  return read.settings;
};
const problem = (environment: Environment) => {
  const read = readSettings(MESSENGERS, environment);
  return read.ok ? null : read.problem;
};

describe("with nothing set", () => {
  it("it is the demonstration, on loopback, in ./data", () => {
    expect(settings({})).toEqual({
      databaseUrl: undefined,
      dataDir: "./data",
      host: "127.0.0.1",
      port: 3000,
      publicUrl: undefined,
      messengers: [],
      apiRate: 1_200,
      metricsToken: undefined,
      demo: true,
      clock: undefined,
      officialMessenger: false,
      logLevel: "info",
    });
  });

  it("an empty setting is none, as `.env` files have them", () => {
    const empty = Object.fromEntries(settingDescriptions(MESSENGERS).map(({ name }) => [name, ""]));
    expect(settings(empty)).toEqual(settings({}));
  });

  it("what is not a setting is no affair of ours", () => {
    expect(settings({ PATH: "/bin", TELEGRAM: "?" })).toEqual(settings({}));
  });
});

const GOOD: readonly (readonly [string, string, Partial<Settings>])[] = [
  ["DATABASE_URL", "postgres://office@db/dondoc", { databaseUrl: "postgres://office@db/dondoc" }],
  [
    "DATABASE_URL",
    "postgresql://db/dondoc?pgbouncer=true",
    { databaseUrl: "postgresql://db/dondoc?pgbouncer=true" },
  ],
  ["DATA_DIR", "/var/lib/dondoc", { dataDir: "/var/lib/dondoc" }],
  ["PORT", "0", { port: 0 }],
  ["PORT", "65535", { port: 65_535 }],
  ["PUBLIC_URL", "https://dondoc.example.vn/", { publicUrl: "https://dondoc.example.vn" }],
  ["CLOCK", "2026-09-14T07:30:00+07:00", { clock: new Date("2026-09-14T00:30:00Z") }],
  ["CLOCK", "2026-09-14T00:30:00Z", { clock: new Date("2026-09-14T00:30:00Z") }],
  ["LOG_LEVEL", "silent", { logLevel: "silent" }],
  ["API_RATE", "60", { apiRate: 60 }],
  ["METRICS_TOKEN", "so-lieu-cua-phuong", { metricsToken: "so-lieu-cua-phuong" }],
  ["DEMO", "off", { demo: false }],
  ["DEMO", "on", { demo: true }],
];

describe("a good value", () => {
  it.each(GOOD)("%s=%s", (name, value, expected) => {
    expect(settings({ [name]: value })).toMatchObject(expected);
  });

  it("of the messenger, all together", () => {
    const read = settings({
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_API_ROOT: `${LOOPBACK}/`,
      TELEGRAM_WEBHOOK_SECRET: "a-secret_8",
      TELEGRAM_MODE: "webhook",
      PUBLIC_URL: "https://dondoc.example.vn",
    });
    const bots = ({ messengers }: typeof read) =>
      messengers.map(({ name, mode, official }) => ({ name, mode, official }));
    expect(bots(read)).toEqual([{ name: "telegram", mode: "webhook", official: false }]);
    expect(bots(settings({ TELEGRAM_BOT_TOKEN: TOKEN }))).toEqual([
      { name: "telegram", mode: "polling", official: true },
    ]);
    const both = settings({
      TELEGRAM_BOT_TOKEN: TOKEN,
      ZALO_BOT_TOKEN: TOKEN,
      ZALO_API_ROOT: LOOPBACK,
      ZALO_WEBHOOK_SECRET: "a-secret_8",
      ZALO_MODE: "webhook",
      ZALO_RATE: "0.5",
      PUBLIC_URL: "https://dondoc.example.vn",
    });
    expect(bots(both)).toEqual([
      { name: "telegram", mode: "polling", official: true },
      { name: "zalo", mode: "webhook", official: false },
    ]);
    expect(bots(settings({ ZALO_BOT_TOKEN: TOKEN }))).toEqual([
      { name: "zalo", mode: "polling", official: true },
    ]);
  });
});

const BAD: readonly (readonly [string, string])[] = [
  ["DATABASE_URL", "mysql://db/dondoc"],
  ["DATABASE_URL", "dondoc"],
  ["PORT", "http"],
  ["PORT", "-1"],
  ["PORT", "65536"],
  ["PORT", "80.5"],
  ["PUBLIC_URL", "dondoc.example.vn"],
  ["PUBLIC_URL", "ftp://dondoc.example.vn"],
  ["TELEGRAM_BOT_TOKEN", "a token"],
  ["TELEGRAM_BOT_TOKEN", "123456"],
  ["TELEGRAM_API_ROOT", "api.telegram.org"],
  ["TELEGRAM_WEBHOOK_SECRET", "short"],
  ["TELEGRAM_WEBHOOK_SECRET", "has blanks in it"],
  ["TELEGRAM_WEBHOOK_SECRET", "a".repeat(257)],
  ["TELEGRAM_MODE", "push"],
  ["ZALO_BOT_TOKEN", "a token"],
  ["ZALO_BOT_TOKEN", "123456:short"],
  ["ZALO_BOT_TOKEN", "123456:../../etc"],
  ["ZALO_API_ROOT", "bot-api.zaloplatforms.com"],
  ["ZALO_WEBHOOK_SECRET", "short"],
  ["ZALO_MODE", "push"],
  ["ZALO_RATE", "0.09"],
  ["ZALO_RATE", "31"],
  ["ZALO_RATE", "fast"],
  ["ZALO_RATE", "Infinity"],
  ["DEMO", "yes"],
  ["CLOCK", "14/09/2026"],
  ["CLOCK", "2026-09-14"],
  ["CLOCK", "2026-09-14T07:30:00"],
  ["CLOCK", "2026-02-30T07:30:00+07:00"],
  ["LOG_LEVEL", "loud"],
];

describe("a bad value", () => {
  it.each(BAD)("%s=%s stops the start with one line that names it, and repeats no secret", (name, value) => {
    const said = problem({ [name]: value });
    expect(said?.name).toBe(name);
    expect(translate("vi", said?.sentence ?? "")).toMatch(/^.{5,}$/);
    // A token or a password with a slip in it is still a secret.
    expect(JSON.stringify(said)).not.toContain(value);
  });
});

describe("the demonstration", () => {
  it.each([
    { DATABASE_URL: "postgres://db/dondoc" },
    { PUBLIC_URL: "https://dondoc.example.vn" },
    { TELEGRAM_BOT_TOKEN: TOKEN },
  ])("is off by default with %o, and on when it is asked for", (environment) => {
    expect(settings(environment).demo).toBe(false);
    const root: Environment = { TELEGRAM_API_ROOT: LOOPBACK };
    expect(settings({ ...root, ...environment, DEMO: "on" }).demo).toBe(true);
  });

  it("listens on loopback alone, whatever HOST says", () => {
    expect(settings({ HOST: "0.0.0.0" }).host).toBe("127.0.0.1");
    expect(settings({ HOST: "0.0.0.0", DEMO: "off" }).host).toBe("0.0.0.0");
  });

  it("is never on in front of real people", () => {
    expect(problem({ DEMO: "on", TELEGRAM_BOT_TOKEN: TOKEN })?.name).toBe("DEMO");
  });
});

describe("an official messenger", () => {
  /** Different ways to write the one server. */
  const OFFICIAL = [
    "https://api.telegram.org",
    "https://api.telegram.org/",
    "https://API.Telegram.org",
    "https://api.telegram.org:443",
    "https://api.telegram.org.",
    "http://api.telegram.org",
  ];

  it.each(OFFICIAL)("is recognised as %s: neither clock nor demonstration", (root) => {
    const official = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: root };
    expect(settings(official).officialMessenger).toBe(true);
    expect(problem({ ...official, CLOCK: "2026-09-14T07:30:00+07:00" })?.name).toBe("CLOCK");
    expect(problem({ ...official, DEMO: "on" })?.name).toBe("DEMO");
  });

  it.each(["https://bot-api.zaloplatforms.com", "https://bot-api.zapps.me/"])(
    "is recognised as %s too",
    (root) => {
      expect(settings({ ZALO_BOT_TOKEN: TOKEN, ZALO_API_ROOT: root }).officialMessenger).toBe(true);
    },
  );

  it.each([LOOPBACK, "https://api.telegram.org.example.vn"])("is not %s", (root) => {
    const own = { TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_API_ROOT: root, CLOCK: "2026-09-14T07:30:00+07:00" };
    expect(settings(own).officialMessenger).toBe(false);
  });

  it("is none without a token", () => {
    expect(settings({ CLOCK: "2026-09-14T07:30:00+07:00" }).officialMessenger).toBe(false);
  });
});

it("a webhook needs the address under which the messenger reaches it", () => {
  expect(problem({ TELEGRAM_BOT_TOKEN: TOKEN, TELEGRAM_MODE: "webhook" })?.name).toBe("PUBLIC_URL");
  expect(problem({ TELEGRAM_MODE: "webhook" })).toBeNull();
});

it.each(["TELEGRAM", "ZALO"])("an official webhook of %s needs https; a loopback server does not", (name) => {
  const bot = { [`${name}_BOT_TOKEN`]: TOKEN, [`${name}_MODE`]: "webhook" };
  const said = problem({ ...bot, PUBLIC_URL: "http://dondoc.example.vn" });
  expect(said?.name).toBe("PUBLIC_URL");
  expect(translate("vi", said?.sentence ?? "")).toContain("https");
  expect(problem({ ...bot, PUBLIC_URL: "HTTPS://dondoc.example.vn" })).toBeNull();
  expect(problem({ ...bot, PUBLIC_URL: LOOPBACK, [`${name}_API_ROOT`]: LOOPBACK })).toBeNull();
});

it("every setting of the house is described", () => {
  const described = settingDescriptions(MESSENGERS);
  expect(described.map(({ name }) => name)).toEqual([
    "DATABASE_URL",
    "DATA_DIR",
    "HOST",
    "PORT",
    "PUBLIC_URL",
    "API_RATE",
    "METRICS_TOKEN",
    "DEMO",
    "CLOCK",
    "LOG_LEVEL",
    "TELEGRAM_BOT_TOKEN",
    "TELEGRAM_API_ROOT",
    "TELEGRAM_WEBHOOK_SECRET",
    "TELEGRAM_MODE",
    "ZALO_BOT_TOKEN",
    "ZALO_API_ROOT",
    "ZALO_WEBHOOK_SECRET",
    "ZALO_MODE",
    "ZALO_RATE",
  ]);
  for (const { name, meaning } of described) expect(meaning, name).toMatch(/^\S.{9,}$/);
});
