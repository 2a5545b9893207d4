import { PGlite } from "@electric-sql/pglite";
import { drizzle } from "drizzle-orm/pglite";
import { awaitedTurns, databaseOver } from "./database-over.ts";
import { keepFewParsers } from "./embedded-parsers.ts";
import { gate } from "./gate.ts";
import type { DataFolderLock } from "./lock-data-folder.ts";
import type { Database, Db } from "./scope.ts";

/** A small office needs no more; the default would cost 128 MB resident. */
const startParams = [...PGlite.defaultStartParams, "-c", "shared_buffers=16MB"];

/** A PGlite that is already open (tests load theirs from a template). */
export const connectEmbedded = (client: PGlite, lock?: DataFolderLock): Database => {
  const db = drizzle({ client: keepFewParsers(client) }) as unknown as Db;
  // One connection: transactions wait for each other inside PGlite, the gate keeps their order.
  const next = gate(1);
  const inTurn = <T>(work: (db: Db) => Promise<T>): Promise<T> => next(() => work(db));
  return databaseOver({
    name: "embedded",
    inTransaction: awaitedTurns(inTurn),
    asOwner: inTurn,
    close: async () => {
      await client.close();
      await lock?.release();
    },
  });
};

/** Opens the cluster in `folder`, whose lock this process holds. */
export const openEmbedded = async (folder: string, lock: DataFolderLock): Promise<Database> =>
  connectEmbedded(await PGlite.create({ dataDir: folder, startParams }), lock);
