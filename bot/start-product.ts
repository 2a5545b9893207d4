import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { serve } from "@hono/node-server";
import { schedule } from "node-cron";
import { createApp } from "../api/app.ts";
import { findPublishedPicture } from "../api/attachments/publish-picture.ts";
import { releaseLostGroup } from "../api/group-chats/release-lost-group.ts";
import { checkDependencies } from "../api/http/check-dependencies.ts";
import { collectFigures } from "../api/http/collect-figures.ts";
import { requestMetrics } from "../api/http/request-metrics.ts";
import { leasesOf } from "../api/jobs/take-lease.ts";
import { outboxOf } from "../api/outbox/serve-outbox.ts";
import type { Settings } from "../api/settings.ts";
import { type Clock, clockFrom, systemClock } from "../api/shared/clock.ts";
import { markInstallation } from "../api/shared/mark-installation.ts";
import { eventPoster } from "../api/subscriptions/post-event.ts";
import { eventsOf } from "../api/subscriptions/serve-events.ts";
import { placedTranslatorFor } from "../locales/translate.ts";
import type { Log } from "./channels/log.ts";
import type { ConfiguredBot } from "./channels/messenger.ts";
import { CommandProblem } from "./commands/command.ts";
import { installationMismatch, openDatabase } from "./commands/open-database.ts";
import { createDelivery } from "./delivery/deliver.ts";
import { createEventDelivery } from "./delivery/deliver-events.ts";
import type { Delivery } from "./delivery/delivery.ts";
import { holdLease } from "./delivery/hold-lease.ts";
import { type OpenDemonstration, openDemonstration } from "./demonstration/open-demonstration.ts";
import { describeError } from "./describe-error.ts";
import { refusalLine } from "./messages/lines.ts";
import { renderText } from "./messages/render-text.ts";
import { answerUpdates } from "./product/answer-updates.ts";
import type { Database, House } from "./product/house.ts";
import { type OpenChannels, openChannels } from "./product/open-channels.ts";
import { receiveFromBots, receiverOf } from "./product/receive-updates.ts";
import { runMinute, runNight } from "./product/run-chores.ts";
import { createTalker } from "./talker.ts";
import { createWebhookRoutes } from "./webhooks.ts";

export type Product = {
  /** Where the web chat is served. */
  readonly url: string;
  /** Where this process listens, behind whatever stands in front of it. */
  readonly listensAt: string;
  /** Plans and delivers what is due now, as node-cron does each minute. */
  readonly tick: () => Promise<void>;
  readonly stop: () => Promise<void>;
};

/** The whole product in one process: application, HTTP, channels, jobs, delivery. */
export const startProduct = async (
  settings: Settings<ConfiguredBot>,
  log: Log,
  world: Clock = systemClock,
  open: typeof openDatabase = openDatabase,
  makeTalker: typeof createTalker = createTalker,
): Promise<Product> => {
  mkdirSync(settings.dataDir, { recursive: true, mode: 0o700 });
  const ownClock: Clock = settings.clock === undefined ? world : clockFrom(settings.clock, world);
  const { database } = await open(settings, ownClock.now());
  const demonstration = settings.demo ? await beginDemonstration(database, world) : null;
  return runProduct({
    settings,
    log,
    world,
    clock: demonstration?.clock ?? ownClock,
    database,
    demonstration,
    holder: randomUUID(),
    makeTalker,
  });
};

/** A database of the demonstration's own, seeded the first time. */
const beginDemonstration = async (database: Database, world: Clock): Promise<OpenDemonstration> => {
  const mode = await markInstallation(database, "demo", world.now());
  if (mode !== "demo") throw installationMismatch(mode);
  const opened = await openDemonstration(database, world);
  if (!opened.ok) throw new CommandProblem(opened.refusal.code, [refusalLine(opened.refusal)]);
  return opened.value;
};

const runProduct = async (house: House): Promise<Product> => {
  const { settings, log, world, database, demonstration, holder } = house;
  const opened = openChannels(house, () => delivery);
  const { bots, webChat, channels } = opened;
  const delivery = deliveryThrough(house, opened);
  const events = createEventDelivery({
    events: eventsOf(database),
    post: eventPoster(),
    clock: house.clock,
    world,
    log,
  });
  const worker = answerUpdates(house, opened, delivery);
  const receiveOf = receiverOf(house, worker.kick);
  const leases = leasesOf(database);
  const deliverLease = holdLease({
    leases,
    name: "deliver",
    holder,
    world,
    log,
    taken: async () => {
      delivery.start();
      events.start();
    },
    lost: async () => {
      await Promise.all([delivery.stop(), events.stop()]);
    },
  });
  const receiving = receiveFromBots(house, bots, leases, receiveOf);
  const tick = (): Promise<void> => runMinute(house, [delivery, events], deliverLease);

  const server = await listen(appOf(house, opened), settings);
  await webChat.channel.start(receiveOf(webChat.channel));
  worker.start();
  await deliverLease.start();
  await receiving.start();
  await tick();
  const jobs = [
    schedule("* * * * *", tick, { noOverlap: true }),
    schedule("17 3 * * *", () => runNight(house), { noOverlap: true }),
  ];

  const listensAt = addressOf(server, settings);
  return {
    url: settings.publicUrl ?? listensAt,
    listensAt,
    tick,
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
      await receiving.stop();
      await Promise.all([...channels.values()].map((channel) => channel.stop()));
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await worker.stop();
      await deliverLease.stop();
      await Promise.all([delivery.stop(), events.stop()]);
      await demonstration?.saveClock();
      await database.close();
    },
  };
};

const deliveryThrough = (
  { clock, world, database, holder, log }: House,
  { watched }: OpenChannels,
): Delivery =>
  createDelivery({
    outbox: outboxOf(database),
    channels: watched,
    render: (message, locale, capabilities) => renderText(message, placedTranslatorFor(locale), capabilities),
    clock,
    world,
    loseGroup: (group, at) => database.inBoth((both) => releaseLostGroup(both, group, "unreachable", at)),
    holder,
    log,
  });

type App = ReturnType<typeof createApp>;

const appOf = (
  { settings, log, clock, world, database, demonstration }: House,
  { bots, webChat, answers }: OpenChannels,
): App =>
  createApp({
    mounts: [
      createWebhookRoutes({
        doors: new Map(bots.map(({ channel, webhook }) => [channel.name, webhook])),
        log,
      }),
      webChat.routes,
    ],
    web: {
      inBoth: database.inBoth,
      clock,
      publicUrl: settings.publicUrl,
      loopbackOnly: demonstration !== null,
    },
    api: { inBoth: database.inBoth, clock, perMinute: settings.apiRate, dataDir: settings.dataDir },
    findPicture: (key) => findPublishedPicture(database, key, clock.now()),
    serves: () => database.inSystem(async () => true).catch(() => false),
    machines: {
      readiness: () =>
        checkDependencies({ database, dataDir: settings.dataDir, now: world.now(), messengers: answers }),
      metrics: requestMetrics(() => collectFigures(database, clock.now())),
      metricsToken: settings.metricsToken,
    },
    log,
    describeError,
  });

type Server = ReturnType<typeof serve>;
type Place = Pick<Settings<ConfiguredBot>, "host" | "port">;

/** Throws where the port is taken. */
const listen = (app: App, { host, port }: Place): Promise<Server> =>
  new Promise((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port, hostname: host }, () => resolve(listening));
    listening.once("error", reject);
  });

/** With the port that was given to it where the settings leave that open. */
const addressOf = (server: Server, settings: Place): string => {
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : settings.port;
  const host = settings.host === "0.0.0.0" || settings.host === "::" ? "localhost" : settings.host;
  return `http://${host}:${port}`;
};
