import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type DocumentRow = {
  kind: string;
  number: string | null;
  issued_on: string | null;
  title: string;
  restricted: boolean;
  scope_start_on: string;
  scope_end_on: string;
  tasks: number;
  without_lead: number;
  rounds: number;
  consolidating_unit: string | null;
};

/** Every document that has a catalogue, newest scope first. */
export const selectDocuments = (tx: TenantTx): Promise<DocumentRow[]> =>
  rows<DocumentRow>(
    tx,
    sql`select d.kind, d.number, d.issued_on::text as issued_on, d.title, d.restricted,
               c.scope_start_on::text as scope_start_on, c.scope_end_on::text as scope_end_on,
               u.name as consolidating_unit,
               (select count(*)::int from task t
                 where t.organization_id = c.organization_id and t.catalogue_id = c.id
                   and not t.is_heading and t.withdrawn_at is null) as tasks,
               (select count(*)::int from task t
                 where t.organization_id = c.organization_id and t.catalogue_id = c.id
                   and not t.is_heading and t.withdrawn_at is null
                   and not exists (select from assignment a
                                    where a.organization_id = t.organization_id and a.task_id = t.id
                                      and a.role = 'lead' and a.to_on is null)) as without_lead,
               (select count(*)::int from reporting_round r
                 where r.organization_id = c.organization_id and r.catalogue_id = c.id) as rounds
          from document d
          join catalogue c on c.organization_id = d.organization_id and c.document_id = d.id
          left join unit u on u.organization_id = c.organization_id and u.id = c.consolidating_unit_id
         where d.organization_id = ${tx.organizationId}::uuid
         order by c.scope_end_on desc, d.issued_on desc nulls last, d.id`,
  );

export type AnyDocumentRow = {
  id: string;
  kind: string;
  number: string | null;
  issued_on: string | null;
  issuer: string;
  title: string;
  restricted: boolean;
  superiors: unknown;
  catalogue_id: string | null;
  version: number | null;
};

/**
 * Every document, also one that was amended by a later, with the version of a catalogue that it made; the newest
 * first: those made before `beforeId`, or the one that is named.
 */
export const selectAllDocuments = (
  tx: TenantTx,
  wanted: {
    readonly documentId: string | null;
    readonly beforeId: string | null;
    readonly limit: number | null;
  },
): Promise<AnyDocumentRow[]> =>
  rows<AnyDocumentRow>(
    tx,
    sql`select d.id, d.kind, d.number, d.issued_on::text as issued_on, d.issuer, d.title, d.restricted, d.superiors,
               coalesce(v.catalogue_id, c.id) as catalogue_id, coalesce(v.number, c.current_version) as version
          from document d
          left join catalogue_version v on v.organization_id = d.organization_id and v.document_id = d.id
          left join catalogue c on c.organization_id = d.organization_id and c.document_id = d.id
         where d.organization_id = ${tx.organizationId}::uuid
           and (${wanted.documentId}::uuid is null or d.id = ${wanted.documentId}::uuid)
           and (${wanted.beforeId}::uuid is null or d.id < ${wanted.beforeId}::uuid)
         order by d.id desc
         limit ${wanted.limit}`,
  );
