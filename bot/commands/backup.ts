import { saveBackup } from "../../api/backups/save-backup.ts";
import { FileExistsError } from "../../api/backups/write-backup-file.ts";
import { findOrganization } from "../../api/organizations/find-organization.ts";
import { ok } from "../../api/shared/result.ts";
import { type Command, type CommandCall, CommandProblem } from "./command.ts";
import { backupAsJson, describeBackup } from "./describe-backup.ts";

/** What the file system says about a folder that is not there, full, or not ours; anything else is a bug. */
const NOT_WRITTEN = /^(ENOENT|ENOTDIR|EISDIR|EACCES|EPERM|EROFS|ENOSPC|EDQUOT|ENAMETOOLONG|EFBIG|EIO)$/;

const fileProblem = (error: unknown, path: string): CommandProblem | null => {
  if (error instanceof FileExistsError)
    return new CommandProblem("file_exists", [{ key: "cli-file-exists", args: { path } }]);
  const code = error instanceof Error && "code" in error ? String(error.code) : "";
  return NOT_WRITTEN.test(code)
    ? new CommandProblem("file_not_written", [{ key: "cli-file-not-written", args: { path } }])
    : null;
};

const officeOf = async (call: CommandCall) => {
  const code = call.text("organization");
  return code === undefined ? ok(null) : findOrganization(await call.database(), code);
};

/** On PostgreSQL while the product works; the embedded database is one process's alone. */
export const backupCommand: Command = {
  name: "backup",
  usage: "--out FILE [--organization CODE]",
  options: { out: { type: "string", needed: true }, organization: { type: "string" } },
  positionals: 0,
  run: async (call) => {
    const path = call.needed("out");
    const office = await officeOf(call);
    if (!office.ok) return office;
    try {
      const manifest = await saveBackup(await call.database(), {
        path,
        dataDir: call.settings.dataDir,
        organization: office.value,
        now: call.now,
      });
      return ok({
        json: { file: path, ...backupAsJson(manifest) },
        lines: [
          ...describeBackup("cli-backup-written", path, manifest),
          { key: "cli-backup-secret" },
          ...(manifest.files.missing === 0
            ? []
            : [{ key: "cli-backup-files-missing", args: { count: manifest.files.missing } }]),
        ],
      });
    } catch (error) {
      throw fileProblem(error, path) ?? error;
    }
  },
};
