import { pino } from "pino";
import { readSettings } from "../../api/settings.ts";
import { systemClock } from "../../api/shared/clock.ts";
import { MESSENGERS } from "../../bot/channels/registry.ts";
import { openDatabase } from "../../bot/commands/open-database.ts";
import { startProduct } from "../../bot/start-product.ts";
import { createTalker } from "../../bot/talker.ts";
import { askingTalker } from "../support/asking-talker.ts";

/** The whole product as a process, with a bot that asks for whatever use case it is written; it is there to be killed. */
const read = readSettings(MESSENGERS);
if (!read.ok) throw new Error(`${read.problem.name}: ${read.problem.sentence}`);
const log = pino({ level: read.settings.logLevel });
const product = await startProduct(read.settings, log, systemClock, openDatabase, (facts) =>
  askingTalker(createTalker(facts)),
);
process.once("SIGTERM", () => {
  void product.stop().then(() => process.exit(0));
});
console.log(product.listensAt);
