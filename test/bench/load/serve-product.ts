import { pino } from "pino";
import { readSettings } from "../../../api/settings.ts";
import type { Messenger } from "../../../bot/channels/messenger.ts";
import { MESSENGERS } from "../../../bot/channels/registry.ts";
import { startProduct } from "../../../bot/start-product.ts";

/**
 * The product as a process of its own, as `npm start` starts it. Only the rates that the messengers ask for are left
 * out: thirty messages a second would be all there is to measure.
 */

const UNPACED = { everyMs: 0, burst: 1 };

const hurried = (messenger: Messenger): Messenger => ({
  ...messenger,
  read: (environment) => {
    const read = messenger.read(environment);
    if (!read.ok || read.messenger === null) return read;
    const { open } = read.messenger;
    const unpaced: typeof open = (tools) => {
      const bot = open(tools);
      const capabilities = { ...bot.channel.capabilities, pace: { bot: UNPACED, chat: UNPACED } };
      return { ...bot, channel: { ...bot.channel, capabilities } };
    };
    return { ok: true, messenger: { ...read.messenger, open: unpaced } };
  },
});

const read = readSettings(MESSENGERS.map(hurried));
if (!read.ok) throw new Error(`${read.problem.name}: ${read.problem.sentence}`);
const product = await startProduct(read.settings, pino({ level: "warn" }, pino.destination(2)));
process.send?.({ url: product.listensAt });
const stop = (): void => {
  product.stop().then(
    () => process.exit(0),
    () => process.exit(1),
  );
};
process.once("SIGTERM", stop);
process.once("disconnect", stop);
