import { and, desc, eq, inArray, lt, sql } from "drizzle-orm";
import { documentImport } from "../schema/imports.ts";
import type { TenantTx } from "../scope.ts";

export type ImportRow = Omit<typeof documentImport.$inferSelect, "organizationId">;
export type ImportHeadRow = Omit<ImportRow, "lines" | "reading" | "decisions">;

const head = {
  id: documentImport.id,
  fileName: documentImport.fileName,
  fileHash: documentImport.fileHash,
  format: documentImport.format,
  revision: documentImport.revision,
  state: documentImport.state,
  catalogueId: documentImport.catalogueId,
  createdAt: documentImport.createdAt,
  createdBy: documentImport.createdBy,
  changedAt: documentImport.changedAt,
};

const own = (tx: TenantTx, importId: string) =>
  and(eq(documentImport.organizationId, tx.organizationId), eq(documentImport.id, importId));

/** With what the document calls itself, as it was read. */
export type ImportListRow = ImportHeadRow & {
  readonly documentNumber: string | null;
  readonly documentTitle: string | null;
};

/** The newest first; handed an id, those read before it. */
export const selectImports = (
  tx: TenantTx,
  limit: number,
  beforeId: string | null = null,
): Promise<ImportListRow[]> =>
  tx.db
    .select({
      ...head,
      documentNumber: sql<string | null>`${documentImport.reading} -> 'document' ->> 'number'`,
      documentTitle: sql<string | null>`${documentImport.reading} -> 'document' ->> 'title'`,
    })
    .from(documentImport)
    .where(
      and(
        eq(documentImport.organizationId, tx.organizationId),
        inArray(documentImport.state, ["open", "published"]),
        beforeId === null ? undefined : lt(documentImport.id, beforeId),
      ),
    )
    .orderBy(desc(documentImport.id))
    .limit(limit);

export const selectImport = async (tx: TenantTx, importId: string): Promise<ImportRow | null> =>
  (
    await tx.db
      .select({
        ...head,
        lines: documentImport.lines,
        reading: documentImport.reading,
        decisions: documentImport.decisions,
      })
      .from(documentImport)
      .where(own(tx, importId))
  )[0] ?? null;

/** The open import of the same file. */
export const selectOpenImportOfFile = async (tx: TenantTx, fileHash: string): Promise<string | null> =>
  (
    await tx.db
      .select({ id: documentImport.id })
      .from(documentImport)
      .where(
        and(
          eq(documentImport.organizationId, tx.organizationId),
          eq(documentImport.fileHash, fileHash),
          eq(documentImport.state, "open"),
        ),
      )
      .limit(1)
  )[0]?.id ?? null;

export const insertImport = async (tx: TenantTx, row: ImportRow): Promise<void> => {
  await tx.db.insert(documentImport).values({ ...row, organizationId: tx.organizationId });
};

/** Changes an open import that is still at `revision`; false when somebody else was quicker. */
export const updateImport = async (
  tx: TenantTx,
  importId: string,
  revision: number,
  change: Partial<Pick<ImportRow, "decisions" | "state" | "catalogueId">> & { readonly changedAt: Date },
): Promise<boolean> => {
  const changed = await tx.db
    .update(documentImport)
    .set({ ...change, revision: revision + 1 })
    .where(and(own(tx, importId), eq(documentImport.revision, revision), eq(documentImport.state, "open")))
    .returning({ id: documentImport.id });
  return changed.length > 0;
};
