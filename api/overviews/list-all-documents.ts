import { z } from "zod";
import { type AnyDocumentRow, selectAllDocuments } from "../../db/queries/document-queries.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import { foldMatches } from "../shared/normalise-vietnamese.ts";
import { idCursorSchema, type Page, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type ListedDocument = {
  readonly id: string;
  readonly kind: string;
  readonly number: string | null;
  readonly issuedOn: LocalDate | null;
  readonly issuer: string;
  /** Null for a restricted document: its number stands for it. */
  readonly title: string | null;
  readonly restricted: boolean;
  /** The documents that it carries out. */
  readonly superiors: readonly {
    readonly number: string | null;
    readonly date: string | null;
    readonly issuer: string | null;
    readonly text: string | null;
  }[];
  readonly catalogueId: string | null;
  /** The version of that catalogue which it made. */
  readonly version: number | null;
};

const superiorsSchema = z.array(
  z.object({
    number: z.string().nullable(),
    date: z.string().nullable(),
    issuer: z.string().nullable(),
    text: z.string().nullable(),
  }),
);
export const documentFilterSchema = pageQuerySchema.extend({
  q: z
    .string()
    .max(200)
    .optional()
    .meta({ description: "Words of its number, issuer or title, without diacritics." }),
});

/**
 * Every document of the office, also those that a later one amended, the newest first. Refuses `not_allowed`,
 * `request_invalid`, `cursor_invalid`.
 */
export const listAllDocuments: UseCase<z.input<typeof documentFilterSchema>, Page<ListedDocument>> = async (
  work,
  raw,
) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const parsed = documentFilterSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { q, limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectAllDocuments(work.tx, {
    documentId: null,
    beforeId: after?.[0] ?? null,
    // An office has dozens of documents, not thousands.
    limit: q === undefined ? limit + 1 : null,
  });
  const documents = rows
    .map(describeDocument)
    .filter(
      ({ number, issuer, title }) => q === undefined || foldMatches([number, issuer, title].join(" "), q),
    );
  return ok(pageOf(documents, limit, ({ id }) => [id]));
};

/** Refuses `not_allowed`, `document_not_found`. */
export const showDocument: UseCase<{ readonly documentId: string }, ListedDocument> = async (work, raw) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const parsed = z.object({ documentId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { documentId } = parsed.data;
  const [row] = await selectAllDocuments(work.tx, { documentId, beforeId: null, limit: 1 });
  return row === undefined ? refuse("document_not_found") : ok(describeDocument(row));
};

const describeDocument = (row: AnyDocumentRow): ListedDocument => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  issuedOn: row.issued_on === null ? null : localDate(row.issued_on),
  issuer: row.issuer,
  title: row.restricted ? null : row.title,
  restricted: row.restricted,
  superiors: row.restricted ? [] : superiorsSchema.parse(row.superiors),
  catalogueId: row.catalogue_id,
  version: row.version,
});
