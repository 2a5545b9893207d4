import { and, eq, sql } from "drizzle-orm";
import { catalogue } from "../schema/catalogues.ts";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** The unit that consolidates the reports of that catalogue; null where the document names none. */
export const selectConsolidatingUnitId = async (tx: TenantTx, catalogueId: string): Promise<string | null> =>
  (
    await tx.db
      .select({ unitId: catalogue.consolidatingUnitId })
      .from(catalogue)
      .where(and(eq(catalogue.organizationId, tx.organizationId), eq(catalogue.id, catalogueId)))
  )[0]?.unitId ?? null;

export type CatalogueRow = {
  id: string;
  scope_start_on: string;
  scope_end_on: string;
  current_version: number;
  published_at: string;
  document_id: string;
  kind: string;
  number: string | null;
  issued_on: string | null;
  title: string;
  restricted: boolean;
  consolidating_unit_id: string | null;
  consolidating_unit: string | null;
  tasks: number;
  rounds: number;
};

/** An instant as JSON writes it; a written-out statement is not told the columns' types. */
const written = (instant: "c.published_at" | "v.published_at") =>
  sql.raw(`to_char(${instant} at time zone 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`);

/** Catalogues, the newest first: those made before `beforeId`, or the one that is named. */
export const selectCatalogues = (
  tx: TenantTx,
  wanted: { readonly catalogueId: string | null; readonly beforeId: string | null; readonly limit: number },
): Promise<CatalogueRow[]> =>
  rows<CatalogueRow>(
    tx,
    sql`select c.id, c.scope_start_on::text as scope_start_on, c.scope_end_on::text as scope_end_on,
               c.current_version, ${written("c.published_at")} as published_at, d.id as document_id, d.kind, d.number,
               d.issued_on::text as issued_on, d.title, d.restricted, c.consolidating_unit_id,
               u.name as consolidating_unit,
               (select count(*)::int from task t
                 where t.organization_id = c.organization_id and t.catalogue_id = c.id
                   and not t.is_heading and t.withdrawn_at is null) as tasks,
               (select count(*)::int from reporting_round r
                 where r.organization_id = c.organization_id and r.catalogue_id = c.id) as rounds
          from catalogue c
          join document d on d.organization_id = c.organization_id and d.id = c.document_id
          left join unit u on u.organization_id = c.organization_id and u.id = c.consolidating_unit_id
         where c.organization_id = ${tx.organizationId}::uuid
           and (${wanted.catalogueId}::uuid is null or c.id = ${wanted.catalogueId}::uuid)
           and (${wanted.beforeId}::uuid is null or c.id < ${wanted.beforeId}::uuid)
         order by c.id desc
         limit ${wanted.limit}`,
  );

/** The sections of a catalogue in the document's order, with how many standing tasks each holds. */
export const selectCatalogueSections = (
  tx: TenantTx,
  catalogueId: string,
): Promise<{ number: string; title: string; tasks: number }[]> =>
  rows(
    tx,
    sql`select s.number, s.title,
               (select count(*)::int from task t
                 where t.organization_id = s.organization_id and t.section_id = s.id
                   and not t.is_heading and t.withdrawn_at is null) as tasks
          from section s
         where s.organization_id = ${tx.organizationId}::uuid and s.catalogue_id = ${catalogueId}::uuid
         order by s.position`,
  );

export type CatalogueVersionRow = {
  number: number;
  published_at: string;
  reason: string;
  document_id: string | null;
  document_kind: string | null;
  document_number: string | null;
  appointment_id: string | null;
  role: string | null;
  unit: string | null;
};

/** The versions of a catalogue, the newest first: those below a number, or the one that is named. */
export const selectCatalogueVersions = (
  tx: TenantTx,
  catalogueId: string,
  wanted: { readonly number: number | null; readonly below: number | null; readonly limit: number },
): Promise<CatalogueVersionRow[]> =>
  rows<CatalogueVersionRow>(
    tx,
    sql`select v.number, ${written("v.published_at")} as published_at, v.reason, v.document_id,
               d.kind as document_kind, d.number as document_number,
               v.published_by as appointment_id, a.role, u.name as unit
          from catalogue_version v
          left join document d on d.organization_id = v.organization_id and d.id = v.document_id
          left join appointment a on a.organization_id = v.organization_id and a.id = v.published_by
          left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
         where v.organization_id = ${tx.organizationId}::uuid and v.catalogue_id = ${catalogueId}::uuid
           and (${wanted.number}::int is null or v.number = ${wanted.number}::int)
           and (${wanted.below}::int is null or v.number < ${wanted.below}::int)
         order by v.number desc
         limit ${wanted.limit}`,
  );

/**
 * The tasks of a catalogue as that version says them. Only a document says tasks anew: a version that people made by
 * an assignment says what the last document before it said.
 */
export const selectTasksOfVersion = (
  tx: TenantTx,
  catalogueId: string,
  number: number,
): Promise<{ id: string; due_on: string | null; content: unknown }[]> =>
  rows(
    tx,
    sql`with said as (
          select r.task_id, r.version, r.due_on, r.content
            from task t
            join task_revision r on r.organization_id = t.organization_id and r.task_id = t.id
           where t.organization_id = ${tx.organizationId}::uuid and t.catalogue_id = ${catalogueId}::uuid
             and r.version <= ${number})
        select task_id as id, due_on::text as due_on, content from said
         where version = (select max(version) from said)`,
  );
