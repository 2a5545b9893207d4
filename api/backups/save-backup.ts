import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import {
  inSnapshot,
  readEvidenceNames,
  readLastNumber,
  readRanMigrations,
  readTable,
} from "../../db/backup/read-table.ts";
import { readTableCatalogue, type StoredTable } from "../../db/backup/table-catalogue.ts";
import type { Database, Db } from "../../db/scope.ts";
import { evidencePath } from "../attachments/keep-file.ts";
import { readInstallationMode } from "../shared/mark-installation.ts";
import { type BackupManifest, FORMAT } from "./backup-file.ts";
import { type BackupWriter, sha256Of, writeBackupFile } from "./write-backup-file.ts";

export type BackupOrder = {
  readonly path: string;
  readonly dataDir: string;
  /** One office; null: the whole installation. */
  readonly organization: { readonly id: string; readonly code: string } | null;
  readonly now: Date;
};

/** A multiple of three, so that no piece but the last is padded. */
const PIECE_BYTES = 768 * 1024;

/**
 * Everything of an office, or of the installation, as it stood at one moment, with the evidence that its notes name.
 * Goes on while others work. Throws what the file system says, and `FileExistsError`.
 */
export const saveBackup = async (database: Database, order: BackupOrder): Promise<BackupManifest> => {
  const mode = await readInstallationMode(database);
  let manifest: BackupManifest | null = null;
  await writeBackupFile(order.path, (writer) =>
    inSnapshot(database, async (db) => {
      await writer.lines([JSON.stringify({ dondoc_backup: FORMAT })]);
      const office = order.organization?.id ?? null;
      const { tables } = await readTableCatalogue(db);
      const offices: BackupManifest["organizations"] = [];
      const written: BackupManifest["tables"] = [];
      for (const table of tables)
        if (office === null || table.owner !== null)
          written.push(await writeTable(db, writer, table, office, offices));
      manifest = {
        made_at: order.now.toISOString(),
        organization: order.organization?.code ?? null,
        organizations: offices,
        mode,
        migrations: [...(await readRanMigrations(db))],
        tables: written,
        files: await writeEvidence(writer, order.dataDir, await readEvidenceNames(db, office)),
      };
      const text = JSON.stringify(manifest);
      await writer.lines([JSON.stringify({ manifest: text, sha256: sha256Of(text) })]);
    }),
  );
  if (manifest === null) throw new Error("a backup without a manifest");
  return manifest;
};

const writeTable = async (
  db: Db,
  writer: BackupWriter,
  table: StoredTable,
  office: string | null,
  offices: BackupManifest["organizations"],
): Promise<BackupManifest["tables"][number]> => {
  const columns = table.columns.map(({ name, type }) => ({ name, type }));
  await writer.lines([JSON.stringify({ table: table.name, columns })]);
  const hash = createHash("sha256");
  let rows = 0;
  for await (const batch of readTable(db, table, office)) {
    for (const row of batch) hash.update(row).update("\n");
    rows += batch.length;
    if (table.name === "organization") offices.push(...batch.map((row) => officeOfRow(table, row)));
    await writer.lines(batch);
  }
  const identities: Record<string, string> = {};
  for (const { name, identity } of table.columns) {
    const last = identity ? await readLastNumber(db, table.name, name) : null;
    if (last !== null) identities[name] = last;
  }
  return { name: table.name, rows, sha256: hash.digest("hex"), identities };
};

const officeOfRow = (table: StoredTable, row: string): { id: string; code: string } => {
  const values: unknown = JSON.parse(row);
  const value = (column: string): string =>
    String(Array.isArray(values) ? values[table.columns.findIndex(({ name }) => name === column)] : "");
  return { id: value("id"), code: value("code") };
};

const writeEvidence = async (
  writer: BackupWriter,
  dataDir: string,
  names: readonly string[],
): Promise<BackupManifest["files"]> => {
  const hash = createHash("sha256");
  const files = { count: 0, bytes: 0, missing: 0 };
  for (const name of names) {
    const bytes = await readFile(evidencePath(dataDir, name)).catch((error: NodeJS.ErrnoException) => {
      if (error.code === "ENOENT") return null;
      throw error;
    });
    // A file that the disk has spoilt would make the whole backup unreadable; it is missing as much as a lost one.
    if (bytes === null || createHash("sha256").update(bytes).digest("hex") !== name) {
      files.missing += 1;
      continue;
    }
    await writer.lines([JSON.stringify({ file: name, size: bytes.length })]);
    for (let from = 0; from < bytes.length; from += PIECE_BYTES)
      await writer.lines([JSON.stringify(bytes.subarray(from, from + PIECE_BYTES).toString("base64"))]);
    files.count += 1;
    files.bytes += bytes.length;
    hash.update(name);
  }
  return { ...files, sha256: hash.digest("hex") };
};
