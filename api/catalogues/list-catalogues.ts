import { z } from "zod";
import {
  type CatalogueRow,
  selectCatalogueSections,
  selectCatalogues,
} from "../../db/queries/catalogue-queries.ts";
import { may } from "../members/permissions.ts";
import { type LocalDate, localDate } from "../shared/local-date.ts";
import {
  idCursorSchema,
  type Page,
  type PageQuery,
  pageOf,
  pageQuerySchema,
  readCursor,
} from "../shared/page.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";

export type ListedCatalogue = {
  readonly id: string;
  readonly document: {
    readonly id: string;
    readonly kind: string;
    readonly number: string | null;
    readonly issuedOn: LocalDate | null;
    /** Null for a restricted document: its number stands for it. */
    readonly title: string | null;
  };
  readonly scope: { readonly startOn: LocalDate; readonly endOn: LocalDate };
  readonly inForce: boolean;
  readonly version: number;
  readonly publishedAt: string;
  readonly consolidatingUnit: { readonly id: string; readonly name: string } | null;
  readonly tasks: number;
  readonly rounds: number;
};

export type ShownCatalogue = ListedCatalogue & {
  readonly sections: readonly { readonly number: string; readonly title: string; readonly tasks: number }[];
};

/** The office's catalogues, the newest first. Refuses `not_allowed`, `cursor_invalid`. */
export const listCatalogues: UseCase<Partial<PageQuery>, Page<ListedCatalogue>> = async (work, raw) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const parsed = pageQuerySchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { limit, cursor } = parsed.data;
  const after = cursor === undefined ? null : readCursor(cursor, idCursorSchema);
  if (cursor !== undefined && after === null) return refuse("cursor_invalid");
  const rows = await selectCatalogues(work.tx, {
    catalogueId: null,
    beforeId: after?.[0] ?? null,
    limit: limit + 1,
  });
  return ok(
    pageOf(
      rows.map((row) => describeCatalogue(row, work.today)),
      limit,
      ({ id }) => [id],
    ),
  );
};

/** Refuses `not_allowed`, `catalogue_not_found`. */
export const showCatalogue: UseCase<{ readonly catalogueId: string }, ShownCatalogue> = async (work, raw) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const parsed = z.object({ catalogueId: z.uuid() }).safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { catalogueId } = parsed.data;
  const [row] = await selectCatalogues(work.tx, { catalogueId, beforeId: null, limit: 1 });
  if (row === undefined) return refuse("catalogue_not_found");
  const sections = await selectCatalogueSections(work.tx, catalogueId);
  return ok({
    ...describeCatalogue(row, work.today),
    sections: sections.map(({ number, title, tasks }) => ({
      number,
      title: row.restricted ? "" : title,
      tasks,
    })),
  });
};

const describeCatalogue = (row: CatalogueRow, today: LocalDate): ListedCatalogue => ({
  id: row.id,
  document: {
    id: row.document_id,
    kind: row.kind,
    number: row.number,
    issuedOn: row.issued_on === null ? null : localDate(row.issued_on),
    title: row.restricted ? null : row.title,
  },
  scope: { startOn: localDate(row.scope_start_on), endOn: localDate(row.scope_end_on) },
  inForce: row.scope_start_on <= today && today <= row.scope_end_on,
  version: row.current_version,
  publishedAt: row.published_at,
  consolidatingUnit:
    row.consolidating_unit_id === null
      ? null
      : { id: row.consolidating_unit_id, name: row.consolidating_unit ?? "" },
  tasks: row.tasks,
  rounds: row.rounds,
});
