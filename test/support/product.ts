import { type ChildProcessByStdio, spawn } from "node:child_process";
import { createHash } from "node:crypto";
import {
  cpSync,
  existsSync,
  mkdirSync,
  mkdtempSync,
  readdirSync,
  readFileSync,
  renameSync,
  rmSync,
} from "node:fs";
import { createServer } from "node:http";
import { tmpdir } from "node:os";
import { join } from "node:path";
import type { Readable } from "node:stream";
import { z } from "zod";
import { inviteMember } from "../../api/members/invite-member.ts";
import { linkChat } from "../../api/members/link-chat.ts";
import type { Role } from "../../api/members/member.ts";
import { findOrganization } from "../../api/organizations/find-organization.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import { readSettings } from "../../api/settings.ts";
import { findUnit } from "../../api/units/list-units.ts";
import type { Log } from "../../bot/channels/log.ts";
import type { Messenger } from "../../bot/channels/messenger.ts";
import { MESSENGERS } from "../../bot/channels/registry.ts";
import { openDatabase } from "../../bot/commands/open-database.ts";
import { runCommand } from "../../bot/commands/run-command.ts";
import { demonstrationClock } from "../../bot/demonstration/demonstration-clock.ts";
import { type Product, startProduct } from "../../bot/start-product.ts";
import { connect } from "../../db/connect.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { clonedPostgres } from "./database.ts";
import { type Loopback, loopbacksOf } from "./loopback.ts";
import { CULTURE, granted } from "./office.ts";
import type { TelegramPerson } from "./telegram-person.ts";
import type { TelegramServer } from "./telegram-server.ts";

/**
 * The whole product for walks through it, in this process or as a child that can be killed:
 *
 *   const home = await productHome();                       // five samples loaded, nobody invited
 *   const code = await home.invite("head", CULTURE);
 *   const house = await startHere(home, server);            // the real startProduct, its clock can be moved
 *   const other = await startHere(home, [zaloLoopback(zalo), telegramLoopback(server)], { mode: "webhook" });
 *   await house.moveTo("2026-09-14T07:30:00+07:00");        // ends when that minute's tick has planned
 *   const child = startChild(home, server, { clock: … });   // node bot/main.ts; child.kill() is SIGKILL
 *
 * Embedded in a temporary folder; with TEST_DATABASE_URL in a database of its own on that server.
 */

const ROOT = join(import.meta.dirname, "../..");
export const MONDAY_MORNING = "2026-09-07T07:00:00+07:00";
export const POSTGRES = process.env.TEST_DATABASE_URL || null;

export type Environment = Readonly<Record<string, string>>;
export type Home = {
  readonly dataDir: string;
  /** Null on the embedded database. */
  readonly databaseUrl: string | null;
  readonly environment: Environment;
  /** One of the operator's commands, by its own door; answers its JSON. Embedded: only while no product runs. */
  readonly command: (...argv: string[]) => Promise<unknown>;
  /** An invitation code for a post of phường Hải An. */
  readonly invite: (role: string, unit?: string | null, name?: string, at?: string) => Promise<string>;
  /** The database with no product on it (embedded), or beside it (PostgreSQL). */
  readonly open: () => Promise<Database>;
  readonly drop: () => Promise<void>;
};

const bare = (dataDir: string, databaseUrl: string | null): Environment => ({
  DATA_DIR: dataDir,
  DEMO: "off",
  CLOCK: MONDAY_MORNING,
  ...(databaseUrl === null ? {} : { DATABASE_URL: databaseUrl }),
});

const commandIn = async (environment: Environment, argv: readonly string[]): Promise<unknown> => {
  const said: string[] = [];
  const complaints: string[] = [];
  const code = await runCommand([...argv, "--json"], environment, {
    out: (text) => said.push(text),
    error: (text) => complaints.push(text),
  });
  if (code !== 0) throw new Error(`dondoc ${argv.join(" ")}: ${complaints.join("")}`);
  return JSON.parse(said.join(""));
};

/** Whatever the loaded samples depend on: a folder of yesterday's rules is never used. */
const stateOfSamples = (): string => {
  const hash = createHash("sha256");
  for (const folder of ["db/migrations", "db/samples", "api/catalogues"])
    for (const entry of readdirSync(join(ROOT, folder), { withFileTypes: true }))
      if (entry.isFile()) hash.update(entry.name).update(readFileSync(join(ROOT, folder, entry.name)));
  return hash.digest("hex").slice(0, 16);
};

/** A data folder with the samples or nothing in it, made once (five seconds) and copied for each walk (a quarter of one). */
export const preparedFolder = async (by: "samples" | "migrate"): Promise<string> => {
  const path = join(tmpdir(), `dondoc-${by}-${stateOfSamples()}-${process.getuid?.() ?? 0}`);
  if (existsSync(path)) return path;
  const own = mkdtempSync(`${path}-`);
  await commandIn(bare(own, null), [by]);
  try {
    renameSync(own, path);
  } catch {
    // Another worker was quicker; its folder holds the same.
    rmSync(own, { recursive: true, force: true });
  }
  return path;
};

const inviteSchema = z.object({ code: z.string() });

/** With `samples: false` no office is there yet; `postgres` names another server than the suite's. */
export const productHome = async ({ samples = true, postgres = POSTGRES } = {}): Promise<Home> => {
  const dataDir = mkdtempSync(join(tmpdir(), "dondoc-walk-"));
  const clone = postgres === null ? null : await clonedPostgres(postgres);
  if (clone === null)
    cpSync(await preparedFolder(samples ? "samples" : "migrate"), dataDir, { recursive: true });
  else mkdirSync(dataDir, { recursive: true });
  const environment = bare(dataDir, clone?.url ?? null);
  const command: Home["command"] = (...argv) => commandIn(environment, argv);
  if (clone !== null && samples) await command("samples");
  return {
    dataDir,
    databaseUrl: clone?.url ?? null,
    environment,
    command,
    invite: async (role, unit = CULTURE, name = `Cán bộ ${role}`, at = MONDAY_MORNING) => {
      const place = unit === null || role === "leader" || role === "admin" ? [] : ["--unit", unit];
      const asked = ["invite", "--organization", "hai-an", ...place, "--role", role, "--name", name];
      return inviteSchema.parse(await commandIn({ ...environment, CLOCK: at }, asked)).code;
    },
    open: () => connect({ databaseUrl: clone?.url, dataDir }),
    drop: async () => {
      rmSync(dataDir, { recursive: true, force: true });
      await clone?.drop();
    },
  };
};

/**
 * People whose chats are linked already, for walks that begin afterwards. Not the operator's command for each: that
 * opens the database every time. The chat key is the person's id.
 */
export const linkPeople = async (
  home: Home,
  server: TelegramServer,
  people: readonly { readonly role: Role; readonly unit: string | null; readonly id: number }[],
): Promise<readonly TelegramPerson[]> => {
  const database = await home.open();
  const now = new Date(MONDAY_MORNING);
  try {
    const organization = granted(await findOrganization(database, "hai-an"));
    for (const { role, unit, id } of people) {
      const { code } = await database.inTenant(tenantScope(organization.id), async (tx) => {
        const work = await openWork(tx, { kind: "operator" }, now);
        const unitId = unit === null ? null : granted(await findUnit(tx, unit)).id;
        return granted(await inviteMember(work, { unitId, role, name: `Cán bộ ${id}` }));
      });
      const chat = { channel: "telegram", account: String(server.bot.id), chatKey: String(id) } as const;
      granted(await database.inBoth((both) => linkChat(both, now, { ...chat, code, languageCode: "vi" })));
    }
  } finally {
    await database.close();
  }
  return people.map(({ id }) => server.person({ id }));
};

/** Which messengers a product is led to; it finds its own port. */
const leadingTo = (loopbacks: readonly Loopback[], mode: "polling" | "webhook"): Environment =>
  Object.assign({ PORT: "0" }, ...loopbacks.map(({ settings }) => settings(mode)));

/**
 * The address people and messengers use, in front of a product that finds its own port: a webhook has to be named
 * before anybody listens there.
 */
const frontDoor = async () => {
  let behind: string | null = null;
  const server = createServer((request, response) => {
    const pass = async (): Promise<void> => {
      const chunks: Buffer[] = [];
      for await (const chunk of request) chunks.push(Buffer.from(chunk));
      const headers = Object.entries(request.headers).flatMap(([name, value]): [string, string][] =>
        typeof value === "string" && !/^(host|connection|content-length)$/.test(name) ? [[name, value]] : [],
      );
      const body = chunks.length === 0 ? null : Buffer.concat(chunks);
      const answer = await fetch(`${behind ?? "http://127.0.0.1:1"}${request.url ?? "/"}`, {
        method: request.method ?? "GET",
        headers,
        body,
      });
      const type = answer.headers.get("content-type");
      response
        .writeHead(answer.status, type === null ? {} : { "content-type": type })
        .end(Buffer.from(await answer.arrayBuffer()));
    };
    pass().catch(() => response.writeHead(502).end());
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  if (address === null || typeof address === "string") throw new Error("the front door has no port");
  return {
    url: `http://127.0.0.1:${address.port}`,
    leadTo: (url: string): void => {
      behind = url;
    },
    close: (): Promise<void> =>
      new Promise((resolve) => {
        server.close(() => resolve());
        server.closeAllConnections();
      }),
  };
};

const CHAT_PACE_MS = 1_100;

export type House = {
  readonly product: Product;
  /** The running product's own handle: on the embedded database there can be no other. */
  readonly database: Database;
  readonly clock: { readonly now: () => Date };
  /** What was logged as a warning or worse. */
  readonly complaints: readonly string[];
  readonly moveTo: (instant: string) => Promise<void>;
  readonly stop: () => Promise<void>;
};

export type StartOptions = {
  readonly clock?: string;
  readonly mode?: "polling" | "webhook";
  /** It has an address for people outside; by webhook always. */
  readonly outside?: boolean;
  /** The registry, or one that knows more. */
  readonly messengers?: readonly Messenger[];
  readonly environment?: Environment;
};

/** The real `startProduct`, in this process, its clock beginning at `clock` and moved by the test. */
export const startHere = async (
  home: Home,
  servers: TelegramServer | readonly Loopback[],
  options: StartOptions = {},
): Promise<House> => {
  const { mode = "polling", outside = mode === "webhook", messengers = MESSENGERS } = options;
  const loopbacks = loopbacksOf(servers);
  const door = outside ? await frontDoor() : null;
  const read = readSettings(messengers, {
    ...home.environment,
    ...leadingTo(loopbacks, mode),
    ...(door === null ? {} : { PUBLIC_URL: door.url }),
    ...options.environment,
  });
  if (!read.ok) throw new Error(`${read.problem.name}: ${read.problem.sentence}`);
  const world = demonstrationClock(new Date(options.clock ?? MONDAY_MORNING));
  // The second between two messages of one chat passes at once instead of being waited for.
  for (const { sent, onChange } of loopbacks) {
    let paced = sent();
    onChange(() => {
      const now = sent();
      if (now > paced) world.moveTo(new Date(world.now().getTime() + (now - paced) * CHAT_PACE_MS));
      paced = now;
    });
  }
  const complaints: string[] = [];
  const complain = (fields: object, event: string): void => {
    complaints.push(`${event} ${JSON.stringify(fields)}`);
  };
  const log: Log = { info: () => undefined, warn: complain, error: complain };
  let database: Database | null = null;
  const product = await startProduct(
    { ...read.settings, clock: undefined },
    log,
    world,
    async (settings, now) => {
      const opened = await openDatabase(settings, now);
      database = opened.database;
      return opened;
    },
  );
  if (database === null) throw new Error("the product opened no database");
  door?.leadTo(product.listensAt);
  return {
    product,
    database,
    clock: world,
    complaints,
    moveTo: async (instant) => {
      world.moveTo(new Date(instant));
      await product.tick();
    },
    stop: async () => {
      await product.stop();
      await door?.close();
    },
  };
};

export type Ended = { readonly code: number | null; readonly signal: NodeJS.Signals | null };
export type Child = {
  /** Its address; rejects with what it printed when it ends before. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
  readonly printed: () => string;
  readonly kill: (signal?: NodeJS.Signals) => Promise<Ended>;
};

/** `npm start` without npm; `program` names another that starts the product. */
export const startChild = (
  home: Home,
  servers: TelegramServer | readonly Loopback[],
  {
    clock,
    environment = {},
    program = "bot/main.ts",
  }: { readonly clock: Date; readonly environment?: Environment; readonly program?: string },
): Child => {
  const { PATH = "", HOME = "" } = process.env;
  const child: ChildProcessByStdio<null, Readable, Readable> = spawn(
    process.execPath,
    ["--import", "tsx", program],
    {
      cwd: ROOT,
      stdio: ["ignore", "pipe", "pipe"],
      env: {
        PATH,
        HOME,
        ...home.environment,
        ...leadingTo(loopbacksOf(servers), "polling"),
        CLOCK: clock.toISOString(),
        LOG_LEVEL: "warn",
        ...environment,
      },
    },
  );
  let printed = "";
  const ended = new Promise<Ended>((resolve) => {
    child.once("close", (code, signal) => resolve({ code, signal }));
  });
  const ready = new Promise<string>((resolve, reject) => {
    const read = (chunk: Buffer): void => {
      printed += chunk.toString();
      const [url] = /http:\/\/[\w.:]+/.exec(printed) ?? [];
      if (url !== undefined) resolve(url);
    };
    child.stdout.on("data", read);
    child.stderr.on("data", read);
    void ended.then(() => reject(new Error(`the product ended: ${printed}`)));
  });
  // Whoever kills it before it is ready does not wait for that.
  ready.catch(() => undefined);
  return {
    ready,
    ended,
    printed: () => printed,
    kill: (signal = "SIGKILL") => {
      child.kill(signal);
      return ended;
    },
  };
};

/** What the person hears next to these words. */
export const ask = async (person: TelegramPerson, text: string): Promise<string> => {
  await person.say(text);
  return textOf(await person.next());
};

/** What was said first that matches; what came before it is left behind. */
export const hears = async (person: TelegramPerson, pattern: RegExp): ReturnType<TelegramPerson["next"]> => {
  for (;;) {
    const message = await person.next();
    if (pattern.test(textOf(message))) return message;
  }
};

export const textOf = (message: { readonly text?: string; readonly caption?: string }): string =>
  message.text ?? message.caption ?? "";
