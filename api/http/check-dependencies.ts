import { constants } from "node:fs";
import { access } from "node:fs/promises";
import { isMigrated } from "../../db/migrate.ts";
import { isLeaseHeld } from "../../db/queries/system-lease-queries.ts";
import type { Database } from "../../db/scope.ts";

export type DependencyState = "up" | "down";

/**
 * What the product stands on: without any of these it cannot do its work. A messenger that refuses the bot takes
 * nothing from the others, so that it makes the answer `degraded` and no more.
 */
export type Readiness = {
  readonly status: "ok" | "degraded" | "unavailable";
  readonly dependencies: Readonly<Record<string, DependencyState>>;
};

/** Whoever asks must hear in time that the database does not answer. */
const PATIENCE_MS = 3_000;

const within = async (work: Promise<boolean>): Promise<boolean> => {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<boolean>((resolve) => {
    timer = setTimeout(() => resolve(false), PATIENCE_MS);
  });
  try {
    return await Promise.race([work, late]);
  } catch {
    return false;
  } finally {
    clearTimeout(timer);
  }
};

const isWritable = (folder: string): Promise<boolean> =>
  access(folder, constants.R_OK | constants.W_OK | constants.X_OK).then(
    () => true,
    () => false,
  );

/** One look at everything; messengers as their last delivery left them, those not tried yet left out. */
export const checkDependencies = async (house: {
  readonly database: Database;
  readonly dataDir: string;
  /** The clock that leases are taken by. */
  readonly now: Date;
  readonly messengers: ReadonlyMap<string, DependencyState>;
}): Promise<Readiness> => {
  const { database, dataDir, now, messengers } = house;
  const [answers, folder] = await Promise.all([
    within(database.inSystem(async () => true)),
    isWritable(dataDir),
  ]);
  const [migrated, delivered] = answers
    ? await Promise.all([
        within(isMigrated(database)),
        within(database.inSystem((tx) => isLeaseHeld(tx, "deliver", now))),
      ])
    : [false, false];
  const state = (up: boolean): DependencyState => (up ? "up" : "down");
  const needed = [answers, migrated, folder, delivered];
  return {
    status: needed.includes(false)
      ? "unavailable"
      : [...messengers.values()].includes("down")
        ? "degraded"
        : "ok",
    dependencies: {
      database: state(answers),
      migrations: state(migrated),
      data_folder: state(folder),
      delivery: state(delivered),
      ...Object.fromEntries(messengers),
    },
  };
};
