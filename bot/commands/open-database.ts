import type { Settings } from "../../api/settings.ts";
import {
  type InstallationMode,
  markInstallation,
  readInstallationMode,
} from "../../api/shared/mark-installation.ts";
import { connect } from "../../db/connect.ts";
import { DataFolderBusyError } from "../../db/lock-data-folder.ts";
import { MigrationError, migrate } from "../../db/migrate.ts";
import type { Database } from "../../db/scope.ts";
import { CommandProblem } from "./command.ts";

export type OpenedDatabase = { readonly database: Database; readonly applied: readonly string[] };

/**
 * The database of the settings, migrated, and only if it belongs to this kind of start: a live command on the
 * demonstration's database, or the reverse, is refused. A command marks a database as live, never as the
 * demonstration's: that is the start's affair. Throws `CommandProblem`.
 */
export const openDatabase = async (settings: Settings, now: Date): Promise<OpenedDatabase> => {
  let database: Database | null = null;
  try {
    database = await connect({ databaseUrl: settings.databaseUrl, dataDir: settings.dataDir });
    const applied = await migrate(database);
    const wanted = settings.demo ? "demo" : "live";
    const mode = settings.demo
      ? ((await readInstallationMode(database)) ?? wanted)
      : await markInstallation(database, wanted, now);
    if (mode !== wanted) throw installationMismatch(mode);
    return { database, applied };
  } catch (error) {
    await database?.close().catch(() => undefined);
    throw databaseProblem(error) ?? error;
  }
};

/** The database is of the other kind than this start. */
export const installationMismatch = (mode: InstallationMode): CommandProblem =>
  new CommandProblem("installation_mismatch", [{ key: `cli-installation-is-${mode}` }]);

/** What went wrong with the database, as the operator can understand and mend it; null for anything else. */
export const databaseProblem = (error: unknown): CommandProblem | null => {
  if (error instanceof CommandProblem) return error;
  if (error instanceof DataFolderBusyError)
    return new CommandProblem("data_folder_busy", [
      { key: "cli-data-folder-busy", args: { folder: error.folder } },
    ]);
  if (error instanceof MigrationError) return migrationProblem(error);
  return isUnavailable(error)
    ? new CommandProblem("database_unavailable", [{ key: "refusal-database-unavailable" }])
    : null;
};

const migrationProblem = ({ problem }: MigrationError): CommandProblem =>
  problem.kind === "roles_missing"
    ? new CommandProblem("roles_missing", [
        { key: "cli-roles-missing" },
        ...problem.statements.map((statement) => ({ key: "cli-verbatim", args: { text: statement } })),
      ])
    : new CommandProblem(problem.kind, [
        {
          key: problem.kind === "changed_after_run" ? "cli-migration-changed" : "cli-migration-unknown",
          args: { migration: problem.migration },
        },
      ]);

/** Codes of the network and of PostgreSQL for "not there, not now, not you". */
const UNAVAILABLE =
  /^(ECONN\w*|ENOTFOUND|EAI_AGAIN|EHOSTUNREACH|ENETUNREACH|ETIMEDOUT|EPIPE|CONNECT\w*|CONNECTION_\w+|08\w{3}|28\w{3}|3D000|53\w{3}|57P0[1-5])$/;

const isUnavailable = (error: unknown): boolean => {
  for (let cause = error; cause instanceof Error; cause = cause.cause) {
    const code = "code" in cause ? cause.code : undefined;
    if (typeof code === "string" && UNAVAILABLE.test(code)) return true;
    if (cause instanceof AggregateError && cause.errors.some(isUnavailable)) return true;
  }
  return false;
};
