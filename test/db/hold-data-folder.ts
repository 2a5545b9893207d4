import { connect } from "../../db/connect.ts";

/**
 * A process that opens the embedded database in the folder it is handed, says "held" with its peak memory in MB,
 * and keeps it until it is killed.
 */
const [dataDir = ""] = process.argv.slice(2);
try {
  await connect({ dataDir });
  process.stdout.write(`held ${Math.round(process.resourceUsage().maxRSS / 1024)}\n`);
  setInterval(() => undefined, 60_000);
} catch (error) {
  process.stdout.write(`refused ${error instanceof Error ? error.name : "?"}\n`);
}
