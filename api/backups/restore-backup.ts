import { inExactWrite, type RanMigration, readRanMigrations } from "../../db/backup/read-table.ts";
import { readTableCatalogue, type StoredTable } from "../../db/backup/table-catalogue.ts";
import {
  clearMarksOfAStart,
  continueNumbers,
  countRows,
  findOfficesHere,
  findRowInTheWay,
  refreshStatistics,
  withLateKeys,
  writeRows,
} from "../../db/backup/write-table.ts";
import { knownMigrations, migrate } from "../../db/migrate.ts";
import type { Database, Db } from "../../db/scope.ts";
import { evidencePath, layAside } from "../attachments/keep-file.ts";
import {
  type InstallationMode,
  markInstallation,
  readInstallationMode,
} from "../shared/mark-installation.ts";
import { BackupError, type BackupManifest, officeOf } from "./backup-file.ts";
import { type BackupPart, checkBackupFile, readBackupFile } from "./read-backup-file.ts";

export type RestoreOrder = {
  readonly path: string;
  readonly dataDir: string;
  /** What the database is for; the backup of a demonstration never becomes a live office. */
  readonly mode: InstallationMode;
  readonly now: Date;
  /** Other than the program's own only where a test plays another version. */
  readonly migrations?: string;
};

/** Rows that go to the database in one statement. */
const BATCH = { rows: 500, characters: 2_000_000 };

/**
 * Reads the file to its end before anything is written, brings the database to the migration of the file, writes
 * all rows in one transaction, counts them, and migrates on. Throws `BackupError`; then no row was written.
 */
export const restoreBackup = async (database: Database, order: RestoreOrder): Promise<BackupManifest> => {
  const manifest = await checkBackupFile(order.path);
  if (manifest.mode !== null && manifest.mode !== order.mode)
    throw new BackupError({ kind: "mode", mode: manifest.mode });
  await meetMigration(database, manifest.migrations, order.migrations);
  const standing = await readInstallationMode(database);
  if (standing !== null && standing !== order.mode) throw new BackupError({ kind: "mode", mode: order.mode });

  await inExactWrite(database, async (db) => {
    const { tables, lateKeys } = await readTableCatalogue(db);
    await makeRoom(db, manifest, tables);
    await withLateKeys(db, lateKeys, () => writeParts(db, tables, manifest, order));
    const office = officeOf(manifest);
    for (const { name, rows, identities } of manifest.tables) {
      const table = tables.find((candidate) => candidate.name === name);
      if (table === undefined || (await countRows(db, table, office)) !== rows)
        throw new BackupError({ kind: "damaged" });
      for (const [column, last] of Object.entries(identities)) await continueNumbers(db, name, column, last);
    }
  });
  await migrate(database, order.migrations);
  if (order.mode === "live") await markInstallation(database, "live", order.now);
  await database.asOwner(refreshStatistics);
  return manifest;
};

/** Rows fit the tables of their own day; a database that has gone further is another one's. */
const meetMigration = async (
  database: Database,
  wanted: readonly RanMigration[],
  folder: string | undefined,
): Promise<void> => {
  const known = new Map(knownMigrations(folder).map(({ name, checksum }) => [name, checksum]));
  const strange = wanted.find(({ name, checksum }) => known.get(name) !== checksum);
  if (strange !== undefined) throw new BackupError({ kind: "newer", migration: strange.name });
  const last = wanted.at(-1)?.name ?? "";
  const ran = await database.asOwner(readRanMigrations);
  const further = ran.at(-1)?.name ?? "";
  if (further > last) throw new BackupError({ kind: "older", migration: further });
  await migrate(database, folder, last);
};

const makeRoom = async (db: Db, manifest: BackupManifest, tables: readonly StoredTable[]): Promise<void> => {
  const codes = await findOfficesHere(db, manifest.organizations);
  if (codes.length > 0) throw new BackupError({ kind: "office_here", codes });
  if (officeOf(manifest) !== null) return;
  if ((await findRowInTheWay(db, tables)) !== null) throw new BackupError({ kind: "not_empty" });
  await clearMarksOfAStart(db);
};

const columnsFit = (
  table: StoredTable,
  columns: Extract<BackupPart, { kind: "table" }>["columns"],
): boolean =>
  table.columns.length === columns.length &&
  table.columns.every(({ name, type }, at) => columns[at]?.name === name && columns[at]?.type === type);

const writeParts = async (
  db: Db,
  tables: readonly StoredTable[],
  manifest: BackupManifest,
  { path, dataDir }: RestoreOrder,
): Promise<void> => {
  let table: StoredTable | undefined;
  let batch: string[] = [];
  let characters = 0;
  const flush = async (): Promise<void> => {
    if (table !== undefined) await writeRows(db, table, batch);
    batch = [];
    characters = 0;
  };
  for await (const part of readBackupFile(path)) {
    if (part.kind === "row") {
      batch.push(part.text);
      characters += part.text.length;
      if (batch.length >= BATCH.rows || characters >= BATCH.characters) await flush();
      continue;
    }
    await flush();
    if (part.kind === "table") {
      table = tables.find(({ name }) => name === part.name);
      if (table === undefined || !columnsFit(table, part.columns)) throw new BackupError({ kind: "damaged" });
    } else if (part.kind === "file") await layAside(evidencePath(dataDir, part.sha256), part.bytes);
    // It was read once before: another file may have taken its name in the meantime.
    else if (JSON.stringify(part.manifest) !== JSON.stringify(manifest))
      throw new BackupError({ kind: "damaged" });
  }
};
