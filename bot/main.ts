import { pino } from "pino";
import { readSettings } from "../api/settings.ts";
import { translatorFor } from "../locales/translate.ts";
import { MESSENGERS } from "./channels/registry.ts";
import { CommandProblem } from "./commands/command.ts";
import { describeError } from "./describe-error.ts";
import { startProduct } from "./start-product.ts";

/** `npm start`: reads the settings, starts the product, says where it is, and stops it cleanly. */
const main = async (): Promise<void> => {
  try {
    process.loadEnvFile();
  } catch {
    // No .env here: the environment alone counts.
  }
  const say = translatorFor("vi");
  const read = readSettings(MESSENGERS);
  if (!read.ok) {
    console.error(
      say("setting-wrong", { name: read.problem.name, problem: { term: read.problem.sentence } }),
    );
    process.exitCode = 1;
    return;
  }
  const log = pino({ level: read.settings.logLevel });
  try {
    const product = await startProduct(read.settings, log);
    let stopping = false;
    const stop = (): void => {
      if (stopping) return;
      stopping = true;
      product
        .stop()
        .then(() => process.exit(0))
        .catch((error: unknown) => {
          log.error(describeError(error), "the stop did not go well");
          process.exit(1);
        });
    };
    process.once("SIGINT", stop);
    process.once("SIGTERM", stop);
    // Whoever reads this may end it: from here on it ends cleanly.
    console.log(say("start-ready", { url: product.url }));
  } catch (error) {
    if (error instanceof CommandProblem) {
      for (const line of error.lines) console.error(say(line.key, line.args));
    } else if (error instanceof Error && "code" in error && error.code === "EADDRINUSE") {
      console.error(say("start-port-taken", { port: String(read.settings.port) }));
    } else log.error(describeError(error), "the start failed");
    process.exitCode = 1;
    // A half-started product may hold sockets; nothing more is to come.
    process.exit();
  }
};

await main();
