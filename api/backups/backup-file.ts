import { z } from "zod";

/**
 * The file of a backup: gzip over lines of JSON. First the head; then a record for each table (`table`, `columns`),
 * followed by its rows, each an array of the columns' texts; then a record for each evidence file (`file`, `size`),
 * followed by its bytes in base64, a string a line; last the manifest with the hash of its own text. So it is
 * written in one go, and nothing counts until the last line has confirmed it.
 */
export const FORMAT = 1;

const count = z.int().nonnegative();
const sha256 = z.string().regex(/^[0-9a-f]{64}$/);

export const headSchema = z.object({ dondoc_backup: z.literal(FORMAT) });
export const tableRecordSchema = z.object({
  table: z.string(),
  columns: z.array(z.object({ name: z.string(), type: z.string() })),
});
export const fileRecordSchema = z.object({ file: sha256, size: count });

export const manifestSchema = z
  .object({
    made_at: z.iso.datetime(),
    /** Code of the one office that the file holds; null: the whole installation. */
    organization: z.string().nullable(),
    organizations: z.array(z.object({ id: z.uuid(), code: z.string() })),
    mode: z.enum(["demo", "live"]).nullable(),
    migrations: z.array(z.object({ name: z.string(), checksum: z.string() })).min(1),
    tables: z.array(
      z.object({
        name: z.string(),
        rows: count,
        /** Of its rows' lines. */
        sha256,
        /** Identity columns, and the number that each gave last. */
        identities: z.record(z.string(), z.string().regex(/^-?\d+$/)),
      }),
    ),
    files: z.object({
      count,
      bytes: count,
      /** Of the files' names, which are the hashes of their contents. */
      sha256,
      /** Named by a note, but not in the folder when the backup was made. */
      missing: count,
    }),
  })
  .refine(({ organization, organizations }) => organization === null || organizations.length === 1);
export type BackupManifest = z.infer<typeof manifestSchema>;

export const manifestRecordSchema = z.object({ manifest: z.string(), sha256 });

/** The one office of the file; null: all of them. */
export const officeOf = (manifest: BackupManifest): string | null =>
  manifest.organization === null ? null : (manifest.organizations[0]?.id ?? null);

/** What a backup or its restoration cannot do; the sentence is `cli-backup-KIND`, blanks as hyphens. */
export type BackupProblem =
  /** Not one of ours, cut off, or changed since. */
  | { readonly kind: "damaged" }
  /** The program that wrote it knew migrations that this one does not. */
  | { readonly kind: "newer"; readonly migration: string }
  /** The database has gone further than the file. */
  | { readonly kind: "older"; readonly migration: string }
  | { readonly kind: "office_here"; readonly codes: readonly string[] }
  /** A whole installation goes only into an empty database. */
  | { readonly kind: "not_empty" }
  | { readonly kind: "mode"; readonly mode: "demo" | "live" };

/** Thrown, because it also undoes the transaction in which it was found. */
export class BackupError extends Error {
  constructor(readonly problem: BackupProblem) {
    super(`backup: ${problem.kind}`);
    this.name = "BackupError";
  }
}
