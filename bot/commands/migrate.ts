import { ok } from "../../api/shared/result.ts";
import type { Command } from "./command.ts";
import { openDatabase } from "./open-database.ts";

export const migrateCommand: Command = {
  name: "migrate",
  usage: "",
  options: {},
  positionals: 0,
  run: async ({ settings, now }) => {
    const { database, applied } = await openDatabase(settings, now);
    await database.close();
    return ok({
      json: { applied },
      lines:
        applied.length === 0
          ? [{ key: "cli-migrate-none" }]
          : [{ key: "cli-migrate-applied", args: { count: applied.length, names: { list: applied } } }],
    });
  },
};
