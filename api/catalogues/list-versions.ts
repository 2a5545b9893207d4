import { z } from "zod";
import {
  type CatalogueVersionRow,
  selectCatalogues,
  selectCatalogueVersions,
} from "../../db/queries/catalogue-queries.ts";
import { may } from "../members/permissions.ts";
import { type Page, type PageQuery, pageOf, pageQuerySchema, readCursor } from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type ListedVersion = {
  readonly number: number;
  readonly publishedAt: string;
  /** A key, not a sentence: "loaded", "amended", "assignment-added", "assignment-ended". */
  readonly reason: string;
  /** The document that made it; null where people changed it. */
  readonly document: { readonly id: string; readonly kind: string; readonly number: string | null } | null;
  /** The post that published it; null for a key and for the operator, whom the audit names. */
  readonly publishedBy: {
    readonly appointmentId: string;
    readonly role: string;
    readonly unit: string | null;
  } | null;
};

const cursorSchema = z.tuple([z.int()]);
const inputSchema = pageQuerySchema.extend({ catalogueId: z.uuid() });

/** The versions of a catalogue, the newest first. Refuses `not_allowed`, `catalogue_not_found`, `cursor_invalid`. */
export const listVersions: UseCase<
  Partial<PageQuery> & { readonly catalogueId: string },
  Page<ListedVersion>
> = async (work, raw) => {
  if (!may(work.actor, "see-all-tasks")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId, limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, cursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const [known] = await selectCatalogues(work.tx, { catalogueId, beforeId: null, limit: 1 });
  if (known === undefined) return refuse("catalogue_not_found");
  const rows = await selectCatalogueVersions(work.tx, catalogueId, {
    number: null,
    below: after?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(pageOf(rows.map(describeVersion), limit, ({ number }) => [number]));
};

export const describeVersion = (row: CatalogueVersionRow): ListedVersion => ({
  number: row.number,
  publishedAt: row.published_at,
  reason: row.reason,
  document:
    row.document_id === null
      ? null
      : { id: row.document_id, kind: row.document_kind ?? "", number: row.document_number },
  publishedBy:
    row.appointment_id === null
      ? null
      : { appointmentId: row.appointment_id, role: row.role ?? "", unit: row.unit },
});
