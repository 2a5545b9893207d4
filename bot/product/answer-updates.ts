import type { Download } from "../../api/attachments/download-waiting-file.ts";
import { fetchWaitingFiles } from "../../api/attachments/fetch-waiting-files.ts";
import { handleNextUpdate } from "../../api/conversations/handle-next-update.ts";
import { readWaitingDocuments } from "../../api/imports/read-waiting-documents.ts";
import { incomingSchema } from "../channels/channel.ts";
import type { Delivery } from "../delivery/delivery.ts";
import { describeError } from "../describe-error.ts";
import { keepMenus } from "../keep-menus.ts";
import { createUpdateWorker, type UpdateWorker } from "../update-worker.ts";
import { waysInto } from "../ways-into.ts";
import type { House } from "./house.ts";
import type { OpenChannels } from "./open-channels.ts";

/** Fewer than the pool's connections: updates leave room for those who store, deliver and read pages. */
const AT_ONCE = { postgres: 6, embedded: 1 } as const;

/** The worker that answers stored updates and takes up the files among them; not yet started. */
export const answerUpdates = (
  { settings, log, clock, database, makeTalker }: House,
  { webChat, channels }: OpenChannels,
  delivery: Pick<Delivery, "kick">,
): UpdateWorker => {
  const talker = makeTalker({
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
  return createUpdateWorker({
    handleNext: () => handleNextUpdate(database, talker, clock.now()),
    atOnce: AT_ONCE[database.engine],
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
};
