/** [law, path, source]: each must be caught, so that no law can hold by looking at nothing. */
export const BAD: readonly (readonly [law: string, path: string, source: string])[] = [
  [
    "api knows no bot",
    "api/nudges/nudge.ts",
    `import type { Channel } from "../../bot/channels/channel.ts";`,
  ],
  ["api knows no bot", "api/nudges/nudge.ts", `export * from "../../bot/start-product.ts";`],
  ["db imports nothing of ours", "db/connect.ts", `import { ok } from "../api/shared/result.ts";`],
  ["db imports nothing of ours", "db/connect.ts", `type R = import("../api/shared/result.ts").Result<1>;`],
  [
    "locales imports nothing of ours",
    "locales/translate.ts",
    `import type { Message } from "../api/outbox/message.ts";`,
  ],
  [
    "the product imports no test",
    "db/connect.ts",
    `const s = await import("../test/support/source-imports.ts");`,
  ],
  [
    "of bot, only main, cli and the cli's commands touch db",
    "bot/webhooks.ts",
    `import { connect } from "../db/connect.ts";`,
  ],
  [
    "of bot, only main, cli and the cli's commands touch db",
    "bot/delivery/send-queued.ts",
    `import type { Db } from "../../db/connect.ts";`,
  ],
  ["grammY is known to bot/channels/telegram alone", "bot/main.ts", `import { Bot } from "grammy";`],
  [
    "grammY is known to bot/channels/telegram alone",
    "bot/channels/zalo/send.ts",
    `import type { Update } from "grammy/types";`,
  ],
  [
    "drizzle and the database drivers are known to db alone",
    "api/units/list-units.ts",
    `import { eq } from "drizzle-orm";`,
  ],
  [
    "drizzle and the database drivers are known to db alone",
    "bot/commands/backup.ts",
    `import postgres from "postgres";`,
  ],
  [
    "Hono is known to api/app, routes, http, web, bot/start-product, bot/webhooks and the web chat",
    "api/units/list-units.ts",
    `import { Hono } from "hono";`,
  ],
  [
    "Hono is known to api/app, routes, http, web, bot/start-product, bot/webhooks and the web chat",
    "bot/cli.ts",
    `import { serve } from "@hono/node-server";`,
  ],
  [
    "a room's routes are imported by api/app and api/api-routes alone",
    "api/units/list-units.ts",
    `import { unitRoutes } from "./unit-routes.ts";`,
  ],
  [
    "api/shared runs no room's code",
    "api/shared/actor.ts",
    `import { may } from "../members/permissions.ts";`,
  ],
  [
    "dialogues and messages make no sentences",
    "bot/messages/say-digest.ts",
    `import { translate } from "../../locales/translate.ts";`,
  ],
  ["process.env is reached only in api/settings.ts", "bot/main.ts", `const zone = process.env.TZ ?? "UTC";`],
  ["process.env is reached only in api/settings.ts", "bot/main.ts", `const { env } = process;`],
  ["process.env is reached only in api/settings.ts", "bot/main.ts", `import { env } from "node:process";`],
  [
    "the clock is reached only in api/shared/clock.ts",
    "api/nudges/decide-nudges.ts",
    "const now = new Date();",
  ],
  ["the clock is reached only in api/shared/clock.ts", "db/migrate.ts", "const now = String(Date.now());"],
  ["the clock is reached only in api/shared/clock.ts", "bot/main.ts", "export const now = Date.now;"],
  [
    "the clock is reached only in api/shared/clock.ts",
    "bot/main.ts",
    "const today = Temporal.Now.plainDateISO();",
  ],
  [
    "console is reached only in bot/cli.ts, bot/commands, bot/main.ts",
    "api/http/log.ts",
    `console.log("x");`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "api/nudges/decide-nudges.ts",
    `import { find } from "../../db/queries/nudge-queries.ts";`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "api/imports/recognise-catalogue.ts",
    `import { readFile } from "node:fs/promises";`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "api/nudges/nudge.ts",
    `import { queueDueNudges } from "./queue-due-nudges.ts";`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "bot/dialogues/report-progress.ts",
    `import { submitProgressUpdate } from "../../api/progress/submit-progress-update.ts";`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "bot/route-message.ts",
    `import { Pool } from "postgres"; import { x } from "./dialogues/x.ts";`,
  ],
  [
    "pure files import no database, no I/O, no effect",
    "api/reports/render-report.ts",
    "export const dice = () => Math.random();",
  ],
  ["files are named in kebab-case and say what is inside", "api/units/unitGroup.ts", "export {};"],
  ["files are named in kebab-case and say what is inside", "api/units/utils.ts", "export {};"],
  ["files are named in kebab-case and say what is inside", "api/helpers/unit.ts", "export {};"],
];

/** What no law may object to. */
export const GOOD: readonly (readonly [path: string, source: string])[] = [
  [
    "api/nudges/decide-nudges.ts",
    `import type { Row } from "../../db/schema/nudges.ts"; import { weekday } from "../shared/local-date.ts";`,
  ],
  [
    "api/nudges/nudge.ts",
    `import { type Submitted } from "../progress/submit-progress-update.ts"; import { z } from "zod";`,
  ],
  [
    "api/nudges/queue-due-nudges.ts",
    `import { insert } from "../../db/queries/nudge-queries.ts"; import { decide } from "./decide-nudges.ts";`,
  ],
  ["api/settings.ts", "export const read = (environment = process.env) => environment;"],
  ["api/shared/clock.ts", "export const now = () => new Date();"],
  ["api/shared/work.ts", `import type { Actor } from "../members/member.ts"; const then = new Date(0);`],
  [
    "api/web/render-board.tsx",
    `import { raw } from "hono/html"; export const Board = () => <p>don't process.env, console.log("x")</p>;`,
  ],
  ["bot/cli.ts", `import { connect } from "../db/connect.ts"; console.log("// new Date()");`],
  [
    "bot/channels/telegram/receive-updates.ts",
    `import { Bot } from "grammy"; /* process.env */ const quote = /"/;`,
  ],
];
