import type { Settings } from "../../api/settings.ts";
import type { Clock } from "../../api/shared/clock.ts";
import type { Log } from "../channels/log.ts";
import type { ConfiguredBot } from "../channels/messenger.ts";
import type { openDatabase } from "../commands/open-database.ts";
import type { OpenDemonstration } from "../demonstration/open-demonstration.ts";
import type { createTalker } from "../talker.ts";

export type Database = Awaited<ReturnType<typeof openDatabase>>["database"];

/** What stands before anything runs, and what every part of the product is built on. */
export type House = {
  readonly settings: Settings<ConfiguredBot>;
  readonly log: Log;
  /** The world's clock, of leases, rates and files. */
  readonly world: Clock;
  /** The product's clock, which the demonstration moves. */
  readonly clock: Clock;
  readonly database: Database;
  readonly demonstration: OpenDemonstration | null;
  /** Which process this is; never used twice. */
  readonly holder: string;
  /** Who answers what people write. */
  readonly makeTalker: typeof createTalker;
};
