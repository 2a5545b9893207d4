import { BackupError } from "../../api/backups/backup-file.ts";
import { restoreBackup } from "../../api/backups/restore-backup.ts";
import { ok } from "../../api/shared/result.ts";
import { connect } from "../../db/connect.ts";
import type { Database } from "../../db/scope.ts";
import { type Command, type CommandCall, CommandProblem } from "./command.ts";
import { backupAsJson, describeBackup, describeBackupProblem } from "./describe-backup.ts";

const restoreProblem = (error: unknown, path: string): CommandProblem | null => {
  if (error instanceof BackupError)
    return new CommandProblem(`backup_${error.problem.kind}`, describeBackupProblem(error.problem, path));
  // Only reading the file names it; a folder that is wanting elsewhere is another matter.
  return error instanceof Error && "path" in error && error.path === path
    ? new CommandProblem("file_missing", [{ key: "cli-file-missing", args: { path } }])
    : null;
};

/** Not migrated to the newest as for every other command: the file's own migration comes first. */
const withTarget = async <T>(
  { settings }: CommandCall,
  work: (database: Database) => Promise<T>,
): Promise<T> => {
  const database = await connect({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir });
  try {
    return await work(database);
  } finally {
    await database.close();
  }
};

export const restoreCommand: Command = {
  name: "restore",
  usage: "FILE",
  options: {},
  positionals: 1,
  run: async (call) => {
    const path = call.positionals[0] ?? "";
    const { dataDir, demo } = call.settings;
    try {
      const manifest = await withTarget(call, (database) =>
        restoreBackup(database, { path, dataDir, mode: demo ? "demo" : "live", now: call.now }),
      );
      return ok({
        json: backupAsJson(manifest),
        lines: describeBackup("cli-backup-restored", path, manifest),
      });
    } catch (error) {
      throw restoreProblem(error, path) ?? error;
    }
  },
};
