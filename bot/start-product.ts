import { randomUUID } from "node:crypto";
import { mkdirSync } from "node:fs";
import { serve } from "@hono/node-server";
import { schedule } from "node-cron";
import { createApp } from "../api/app.ts";
import type { Download } from "../api/attachments/download-waiting-file.ts";
import { fetchWaitingFiles } from "../api/attachments/fetch-waiting-files.ts";
import { findPublishedPicture, picturePublisher, sweepPictures } from "../api/attachments/publish-picture.ts";
import { sweepEvidence } from "../api/attachments/sweep-evidence.ts";
import { greetLinkedChat } from "../api/conversations/greet-linked-chat.ts";
import { handleNextUpdate } from "../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../api/conversations/store-updates.ts";
import { sweepUpdates } from "../api/conversations/sweep-updates.ts";
import { releaseLostGroup } from "../api/group-chats/release-lost-group.ts";
import { readWaitingDocuments } from "../api/imports/read-waiting-documents.ts";
import { runTick } from "../api/jobs/run-tick.ts";
import { leasesOf } from "../api/jobs/take-lease.ts";
import { outboxOf } from "../api/outbox/serve-outbox.ts";
import type { Settings } from "../api/settings.ts";
import { type Clock, clockFrom, systemClock } from "../api/shared/clock.ts";
import { markInstallation } from "../api/shared/mark-installation.ts";
import { ok } from "../api/shared/result.ts";
import { placedTranslatorFor, translatorFor } from "../locales/translate.ts";
import { type Channel, type Incoming, incomingSchema } from "./channels/channel.ts";
import type { Log } from "./channels/log.ts";
import type { ConfiguredBot } from "./channels/messenger.ts";
import { createWebChat } from "./channels/web-chat/web-chat-channel.ts";
import { openWebChatDoors } from "./channels/web-chat/web-doors.ts";
import { CommandProblem } from "./commands/command.ts";
import { openDatabase } from "./commands/open-database.ts";
import { channelKey, createDelivery } from "./delivery/deliver.ts";
import { holdLease } from "./delivery/hold-lease.ts";
import { type OpenDemonstration, openDemonstration } from "./demonstration/open-demonstration.ts";
import { describeError } from "./describe-error.ts";
import { keepMenus } from "./keep-menus.ts";
import { refusalLine } from "./messages/lines.ts";
import { linkGreeting } from "./messages/linking.ts";
import { renderText } from "./messages/render-text.ts";
import { createTalker } from "./talker.ts";
import { createUpdateWorker } from "./update-worker.ts";
import { waysInto } from "./ways-into.ts";
import { createWebhookRoutes } from "./webhooks.ts";

type Database = Awaited<ReturnType<typeof openDatabase>>["database"];

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
  });
};

/** A database of the demonstration's own, seeded the first time. */
const beginDemonstration = async (database: Database, world: Clock): Promise<OpenDemonstration> => {
  await markInstallation(database, "demo", world.now());
  const opened = await openDemonstration(database, world);
  if (!opened.ok) throw new CommandProblem(opened.refusal.code, [refusalLine(opened.refusal)]);
  return opened.value;
};

const runProduct = async (house: {
  readonly settings: Settings<ConfiguredBot>;
  readonly log: Log;
  readonly world: Clock;
  readonly clock: Clock;
  readonly database: Database;
  readonly demonstration: OpenDemonstration | null;
}): Promise<Product> => {
  const { settings, log, world, clock, database, demonstration } = house;
  const holder = randomUUID();

  const bots = settings.messengers.map(({ mode, open }) => ({
    mode,
    ...open({
      publicUrl: settings.publicUrl,
      log,
      jitter: Math.random,
      words: translatorFor,
      publishPicture: picturePublisher(database, settings.publicUrl, clock.now),
    }),
  }));
  const webChat = createWebChat(
    openWebChatDoors({
      inBoth: database.inBoth,
      clock,
      publicUrl: settings.publicUrl,
      dataDir: settings.dataDir,
      wake: (chatKey) => {
        delivery
          .wake({ channel: "web", account: webChat.channel.account, chatKey })
          .catch((error: unknown) => log.error(describeError(error), "waiting messages could not be woken"));
      },
      greet: (both, linked) => greetLinkedChat(both, linked, linkGreeting(ok(linked)), clock.now()),
      demonstration:
        demonstration?.door(async (instant) => {
          await runTick(database, instant);
          await delivery.deliverDue(instant);
        }) ?? null,
    }),
  );
  const channels = new Map<string, Channel>(
    [...bots.map(({ channel }) => channel), webChat.channel].map((channel) => [channelKey(channel), channel]),
  );

  const delivery = createDelivery({
    outbox: outboxOf(database),
    channels,
    render: (message, locale, capabilities) => renderText(message, placedTranslatorFor(locale), capabilities),
    clock,
    world,
    loseGroup: (group, at) => database.inBoth((both) => releaseLostGroup(both, group, "unreachable", at)),
    holder,
    log,
  });
  const talker = createTalker({
    buttons: (channel) =>
      [...channels.values()].some(({ name, capabilities }) => name === channel && capabilities.buttons),
    ways: (code) => waysInto([...channels.values()], code),
    webAddress: settings.publicUrl ?? null,
    pages: (channel) => settings.publicUrl ?? (channel === webChat.channel.name ? "" : null),
    fileChannels: [...channels.values()].flatMap(({ name, capabilities }) =>
      capabilities.files ? [name] : [],
    ),
  });
  const showMenu = keepMenus(channels, log);
  const download: Download = async (bot, content, maxBytes) => {
    const channel = channels.get(`${bot.channel}:${bot.account}`);
    const incoming = incomingSchema.safeParse(content);
    if (channel === undefined || !incoming.success || incoming.data.content.kind !== "file")
      return { kind: "gone" };
    return channel.download(incoming.data.content.file, maxBytes);
  };
  const worker = createUpdateWorker({
    handleNext: () => handleNextUpdate(database, talker, clock.now()),
    fileWork: [
      () => fetchWaitingFiles(database, download, settings.dataDir, clock.now()),
      () =>
        readWaitingDocuments(database, download, clock.now(), (error) =>
          log.error(describeError(error), "a document could not be read"),
        ),
    ],
    afterEach: (handled) => {
      delivery.kick();
      if (handled.kind === "handled" && handled.speaker !== null) showMenu(handled.speaker);
    },
    log,
  });

  const receiveOf =
    (channel: Channel) =>
    async (updates: readonly Incoming[]): Promise<void> => {
      await storeUpdates(
        database,
        { channel: channel.name, account: channel.account },
        updates.map((update) => ({ updateKey: update.updateKey, chatKey: update.chatKey, content: update })),
        clock.now(),
      );
      worker.kick();
      for (const update of updates) channel.acknowledge?.(update).catch(() => undefined);
    };

  const app = createApp({
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
    findPicture: (key) => findPublishedPicture(database, key, clock.now()),
    serves: () => database.inSystem(async () => true).catch(() => false),
    log,
    describeError,
  });

  const leases = leasesOf(database);
  const deliverLease = holdLease({
    leases,
    name: "deliver",
    holder,
    world,
    log,
    taken: async () => delivery.start(),
    lost: delivery.stop,
  });
  // Only one process may poll; a webhook is answered by every process.
  const receivers = bots
    .filter(({ mode }) => mode === "polling")
    .map(({ channel, identify }) => ({
      identify,
      lease: holdLease({
        leases,
        name: `receive ${channelKey(channel)}`,
        holder,
        world,
        log,
        taken: () => channel.start(receiveOf(channel)),
        lost: channel.stop,
      }),
    }));

  const tick = async (): Promise<void> => {
    try {
      // After a sleep of the machine the lease has run out unnoticed: asked for again, not waited for.
      if (!deliverLease.isHeld() && !(await deliverLease.renew())) return;
      const counts = await runTick(database, clock.now());
      if (counts.ok && counts.value.queued + counts.value.withdrawn > 0)
        log.info({ ...counts.value }, "nudges planned");
      delivery.kick();
      await demonstration?.saveClock();
    } catch (error) {
      log.error(describeError(error), "nudges could not be planned");
    }
  };

  const sweep = async (): Promise<void> => {
    try {
      const [files, updates, pictures] = [
        await sweepEvidence(database, settings.dataDir, world.now()),
        await sweepUpdates(database, clock.now()),
        await sweepPictures(database, clock.now()),
      ];
      log.info({ files, updates, pictures }, "what nobody needs any longer was swept");
    } catch (error) {
      log.error(describeError(error), "the sweep did not go well");
    }
  };

  const server = await new Promise<ReturnType<typeof serve>>((resolve, reject) => {
    const listening = serve({ fetch: app.fetch, port: settings.port, hostname: settings.host }, () =>
      resolve(listening),
    );
    listening.once("error", reject);
  });
  await webChat.channel.start(receiveOf(webChat.channel));
  worker.start();
  await deliverLease.start();
  for (const { lease, identify } of receivers) {
    await lease.start();
    // Whoever does not receive handles updates all the same: invitations tell under which name the bot is found.
    if (!lease.isHeld()) identify().catch((error: unknown) => log.warn(describeError(error), "no name yet"));
  }
  for (const { mode, channel } of bots) if (mode === "webhook") await channel.start(receiveOf(channel));
  await tick();
  const jobs = [
    schedule("* * * * *", tick, { noOverlap: true }),
    // Ages of files are the world's, whatever the demonstration's clock says.
    schedule("17 3 * * *", () => sweep(), { noOverlap: true }),
  ];

  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : settings.port;
  const host = settings.host === "0.0.0.0" || settings.host === "::" ? "localhost" : settings.host;
  const listensAt = `http://${host}:${port}`;
  return {
    url: settings.publicUrl ?? listensAt,
    listensAt,
    tick,
    stop: async () => {
      await Promise.all(jobs.map((job) => job.stop()));
      await Promise.all(receivers.map(({ lease }) => lease.stop()));
      await Promise.all([...channels.values()].map((channel) => channel.stop()));
      await new Promise<void>((done) => {
        server.close(() => done());
        if ("closeAllConnections" in server) server.closeAllConnections();
      });
      await worker.stop();
      await deliverLease.stop();
      await delivery.stop();
      await demonstration?.saveClock();
      await database.close();
    },
  };
};
