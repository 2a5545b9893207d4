import type { BackupManifest, BackupProblem } from "../../api/backups/backup-file.ts";
import type { MessageLine } from "../../api/outbox/message.ts";

const rowsIn = ({ tables }: BackupManifest): number => tables.reduce((sum, { rows }) => sum + rows, 0);

/** What the file holds, in one sentence. */
export const describeBackup = (
  key: "cli-backup-written" | "cli-backup-restored",
  path: string,
  manifest: BackupManifest,
): readonly MessageLine[] => [
  {
    key,
    args: {
      path,
      organizations: manifest.organizations.length,
      entries: rowsIn(manifest),
      count: manifest.files.count,
    },
  },
];

export const backupAsJson = (manifest: BackupManifest): Readonly<Record<string, unknown>> => ({
  made_at: manifest.made_at,
  organizations: manifest.organizations.map(({ code }) => code),
  migration: manifest.migrations.at(-1)?.name ?? null,
  rows: rowsIn(manifest),
  files: manifest.files.count,
  missing_files: manifest.files.missing,
});

/** Why it cannot be restored, and what to do instead. */
export const describeBackupProblem = (problem: BackupProblem, path: string): readonly MessageLine[] => {
  switch (problem.kind) {
    case "damaged":
      return [{ key: "cli-backup-damaged", args: { path } }];
    case "newer":
      return [{ key: "cli-backup-newer", args: { migration: problem.migration } }];
    case "older":
      return [{ key: "cli-backup-older", args: { migration: problem.migration } }];
    case "office_here":
      return [{ key: "cli-backup-office-here", args: { names: { list: problem.codes } } }];
    case "not_empty":
      return [{ key: "cli-backup-not-empty" }];
    case "mode":
      return [{ key: `cli-backup-of-${problem.mode}` }];
  }
};
