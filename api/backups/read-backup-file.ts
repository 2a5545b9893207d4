import { createHash, type Hash } from "node:crypto";
import { createReadStream } from "node:fs";
import { StringDecoder } from "node:string_decoder";
import { createGunzip } from "node:zlib";
import type { z } from "zod";
import { EVIDENCE_MAX_BYTES } from "../attachments/evidence-kind.ts";
import {
  BackupError,
  type BackupManifest,
  fileRecordSchema,
  headSchema,
  manifestRecordSchema,
  manifestSchema,
  tableRecordSchema,
} from "./backup-file.ts";

export type BackupPart =
  | {
      readonly kind: "table";
      readonly name: string;
      readonly columns: z.infer<typeof tableRecordSchema>["columns"];
    }
  /** Of the table that came last. */
  | { readonly kind: "row"; readonly text: string }
  | { readonly kind: "file"; readonly sha256: string; readonly bytes: Uint8Array }
  /** Everything before it was as it says. */
  | { readonly kind: "manifest"; readonly manifest: BackupManifest };

/** PostgreSQL holds no larger value; a line without an end is no backup. */
const MOST_CHARACTERS = 256 * 1024 * 1024;

const damaged = () => new BackupError({ kind: "damaged" });

async function* linesOf(path: string): AsyncGenerator<string> {
  const source = createReadStream(path);
  const gunzip = createGunzip();
  source.on("error", (error) => gunzip.destroy(error));
  const decoder = new StringDecoder("utf8");
  let rest = "";
  try {
    for await (const chunk of source.pipe(gunzip)) {
      const pieces = decoder.write(chunk as Buffer).split("\n");
      pieces[0] = rest + (pieces[0] ?? "");
      rest = pieces.pop() ?? "";
      if (rest.length > MOST_CHARACTERS) throw damaged();
      yield* pieces;
    }
  } catch (error) {
    // What gzip finds wrong has a code of zlib's; what the file system says stays as it is.
    const code = error instanceof Error && "code" in error ? String(error.code) : "";
    throw code.startsWith("Z_") ? damaged() : error;
  } finally {
    source.destroy();
    gunzip.destroy();
  }
  if (rest !== "") throw damaged();
}

const parsed = <Schema extends z.ZodType>(schema: Schema, line: string): z.infer<Schema> => {
  let value: unknown;
  try {
    value = JSON.parse(line);
  } catch {
    throw damaged();
  }
  const checked = schema.safeParse(value);
  if (!checked.success) throw damaged();
  return checked.data;
};

const textHash = (text: string): string => createHash("sha256").update(text).digest("hex");

/** Counts what comes, and compares it with the manifest in the end. */
const tallyBackup = () => {
  const tables: { name: string; rows: number; hash: Hash }[] = [];
  const names = createHash("sha256");
  const files = { count: 0, bytes: 0 };
  return {
    table: (name: string) => tables.push({ name, rows: 0, hash: createHash("sha256") }),
    row: (line: string) => {
      const table = tables[tables.length - 1];
      if (table === undefined || files.count > 0) throw damaged();
      table.rows += 1;
      table.hash.update(line).update("\n");
    },
    file: (name: string, bytes: number) => {
      files.count += 1;
      files.bytes += bytes;
      names.update(name);
    },
    compare: (manifest: BackupManifest) => {
      const seen = tables.map(({ name, rows, hash }) => ({ name, rows, sha256: hash.digest("hex") }));
      const said = manifest.tables.map(({ name, rows, sha256 }) => ({ name, rows, sha256 }));
      if (JSON.stringify(seen) !== JSON.stringify(said)) throw damaged();
      const { count, bytes, sha256 } = manifest.files;
      if (count !== files.count || bytes !== files.bytes || sha256 !== names.digest("hex")) throw damaged();
    },
  };
};

/** An evidence file's bytes, from the lines behind its record. */
const readFileBytes = async (
  lines: AsyncGenerator<string>,
  record: z.infer<typeof fileRecordSchema>,
): Promise<Buffer> => {
  if (record.size > EVIDENCE_MAX_BYTES) throw damaged();
  const pieces: Buffer[] = [];
  for (let length = 0; length < record.size; ) {
    const { value, done } = await lines.next();
    if (done === true || !/^"[A-Za-z0-9+/]+=*"$/.test(value)) throw damaged();
    const piece = Buffer.from(value.slice(1, -1), "base64");
    pieces.push(piece);
    length += piece.length;
    if (length > record.size) throw damaged();
  }
  const bytes = Buffer.concat(pieces);
  if (createHash("sha256").update(bytes).digest("hex") !== record.file) throw damaged();
  return bytes;
};

/**
 * The parts of a backup in their order, ending with the manifest. Throws `BackupError` "damaged" at the first thing
 * that is not as it was written; so whoever has seen the manifest has seen everything, unharmed.
 */
export async function* readBackupFile(path: string): AsyncGenerator<BackupPart> {
  const lines = linesOf(path);
  const tally = tallyBackup();
  const first = await lines.next();
  if (first.done === true) throw damaged();
  parsed(headSchema, first.value);
  let whole = false;
  for await (const line of lines) {
    if (whole) throw damaged();
    if (line.startsWith("[")) {
      tally.row(line);
      yield { kind: "row", text: line };
    } else if (line.startsWith('{"table"')) {
      const { table, columns } = parsed(tableRecordSchema, line);
      tally.table(table);
      yield { kind: "table", name: table, columns };
    } else if (line.startsWith('{"file"')) {
      const record = parsed(fileRecordSchema, line);
      const bytes = await readFileBytes(lines, record);
      tally.file(record.file, bytes.length);
      yield { kind: "file", sha256: record.file, bytes };
    } else {
      const record = parsed(manifestRecordSchema, line);
      if (textHash(record.manifest) !== record.sha256) throw damaged();
      const manifest = parsed(manifestSchema, record.manifest);
      tally.compare(manifest);
      whole = true;
      yield { kind: "manifest", manifest };
    }
  }
  if (!whole) throw damaged();
}

/** Reads the whole file and answers its manifest, when all is as it was written. */
export const checkBackupFile = async (path: string): Promise<BackupManifest> => {
  let manifest: BackupManifest | null = null;
  for await (const part of readBackupFile(path)) if (part.kind === "manifest") manifest = part.manifest;
  if (manifest === null) throw damaged();
  return manifest;
};
