import { type ImportListRow, selectImports } from "../../db/queries/import-queries.ts";
import { may } from "../members/permissions.ts";
import { localDateAt } from "../shared/local-date.ts";
import {
  idCursorSchema,
  type Page,
  type PageQuery,
  pageOf,
  pageQuerySchema,
  readCursor,
} from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase, Work } from "../shared/work.ts";

export type ListedImport = {
  readonly importId: string;
  readonly fileName: string;
  /** As it was read; null where the reading found none. */
  readonly documentNumber: string | null;
  readonly documentTitle: string | null;
  readonly state: "open" | "published";
  readonly readOn: string;
};

const MOST = 50;

/** Documents that were read, the newest first. Refuses `not_allowed`. */
export const listImports: UseCase<Readonly<Record<string, never>>, readonly ListedImport[]> = async (
  work,
) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  return ok((await selectImports(work.tx, MOST)).map((row) => describeListed(row, work)));
};

/** The same page by page. Refuses `not_allowed`, `cursor_invalid`. */
export const listImportPage: UseCase<Partial<PageQuery>, Page<ListedImport>> = async (work, raw) => {
  if (!may(work.actor, "load-catalogue")) return refuse("not_allowed");
  const parsed = pageQuerySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectImports(work.tx, limit + 1, after?.[0] ?? null);
  return ok(
    pageOf(
      rows.map((row) => describeListed(row, work)),
      limit,
      ({ importId }) => [importId],
    ),
  );
};

const describeListed = (row: ImportListRow, work: Work): ListedImport => ({
  importId: row.id,
  fileName: row.fileName,
  documentNumber: row.documentNumber,
  documentTitle: row.documentTitle,
  state: row.state === "published" ? "published" : "open",
  readOn: localDateAt(row.createdAt, work.organization.timeZone),
});
