import { type SQL, sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

/** Whose notes may be seen beside one's own: on that task only those of these units, or of all but these. */
export type SeenOnTask = {
  readonly taskId: string;
  readonly kind: "only" | "except";
  readonly unitIds: readonly string[];
};

/** Null sees everything; a unit sees its own, withdrawn words included, and what stands of the others. */
export type NoteViewer = { readonly unitId: string; readonly tasks: readonly SeenOnTask[] } | null;

export type NotePageFilter = {
  readonly viewer: NoteViewer;
  readonly noteId?: string | undefined;
  readonly taskId?: string | undefined;
  readonly unitId?: string | undefined;
  readonly from?: string | undefined;
  readonly to?: string | undefined;
  /** Folded words, each of which begins a word of the text. */
  readonly words?: readonly string[] | undefined;
  readonly standing: boolean;
  /** Older than that note. */
  readonly before?: string | null;
  readonly limit: number;
};

export type NotePageRow = {
  id: string;
  task_id: string;
  number: string;
  short_title: string;
  restricted: boolean;
  document_number: string | null;
  unit_id: string;
  unit_name: string;
  appointment_id: string;
  role: string;
  channel: string;
  text: string;
  state: string | null;
  percent: number | null;
  completed_on: string | null;
  understood: unknown;
  noted_at: string;
  noted_on: string;
  corrects_id: string | null;
  replaced_by_id: string | null;
  withdrawn_at: string | null;
  files: number;
  claim: unknown;
};

/** What the viewer may see of notes `p`; the rows of a note's evidence follow it. */
const seenBy = (viewer: NoteViewer): SQL => {
  if (viewer === null) return sql`true`;
  const tasks = JSON.stringify(
    viewer.tasks.map(({ taskId, kind, unitIds }) => ({
      task: taskId,
      but: kind === "except",
      units: unitIds,
    })),
  );
  return sql`(p.unit_id = ${viewer.unitId}::uuid
              or p.replaced_by_id is null and p.withdrawn_at is null
                 and exists (select from jsonb_to_recordset(${tasks}::jsonb) as v(task uuid, but boolean, units jsonb)
                              where v.task = p.task_id and (v.units @> to_jsonb(p.unit_id::text)) <> v.but))`;
};

/** As `foldVietnamese` folds: without tone and vowel marks, đ as d, in small letters. */
const folded = sql`lower(translate(regexp_replace(normalize(p.text, NFD), '[\\u0300-\\u036f]', '', 'g'), 'đĐ', 'dd'))`;

/** Notes of the office, newest first: their ids rise with time. */
export const selectNotePage = (tx: TenantTx, filter: NotePageFilter): Promise<NotePageRow[]> => {
  const { noteId, taskId, unitId, from, to, words, standing, before } = filter;
  const conditions = [
    sql`p.organization_id = ${tx.organizationId}::uuid`,
    seenBy(filter.viewer),
    ...(noteId === undefined ? [] : [sql`p.id = ${noteId}::uuid`]),
    ...(taskId === undefined ? [] : [sql`p.task_id = ${taskId}::uuid`]),
    ...(unitId === undefined ? [] : [sql`p.unit_id = ${unitId}::uuid`]),
    ...(from === undefined ? [] : [sql`p.noted_on >= ${from}::date`]),
    ...(to === undefined ? [] : [sql`p.noted_on <= ${to}::date`]),
    ...(words ?? []).map((word) => sql`${folded} ~ ${`(^|[^[:alnum:]])${word.replaceAll(".", "[.]")}`}`),
    ...(standing ? [sql`p.replaced_by_id is null and p.withdrawn_at is null`] : []),
    ...(before == null ? [] : [sql`p.id < ${before}::uuid`]),
  ];
  return rows<NotePageRow>(
    tx,
    sql`select p.id, p.task_id, t.number, t.short_title, d.restricted, d.number as document_number, p.unit_id,
               u.name as unit_name, p.appointment_id, a.role, p.channel, p.text, p.state, p.percent,
               p.completed_on::text as completed_on, p.understood, to_json(p.noted_at) #>> '{}' as noted_at,
               p.noted_on::text as noted_on, p.corrects_id, p.replaced_by_id, to_json(p.withdrawn_at) #>> '{}' as withdrawn_at,
               (select count(*)::int from attachment f
                 where f.organization_id = p.organization_id and f.progress_update_id = p.id) as files,
               (select jsonb_build_object('id', q.id, 'state', q.state, 'completedOn', q.completed_on)
                  from completion_claim q
                 where q.organization_id = p.organization_id and q.task_id = p.task_id and q.unit_id = p.unit_id
                   and q.progress_update_id = p.id) as claim
          from progress_update p
          join unit u on u.organization_id = p.organization_id and u.id = p.unit_id
          join appointment a on a.organization_id = p.organization_id and a.id = p.appointment_id
          join task t on t.organization_id = p.organization_id and t.id = p.task_id
          join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
          join document d on d.organization_id = c.organization_id and d.id = c.document_id
         where ${sql.join(conditions, sql` and `)}
         order by p.id desc
         limit ${filter.limit}`,
  );
};

export type EvidenceRow = {
  id: string;
  note_id: string;
  task_id: string;
  unit_id: string;
  name: string;
  kind: string;
  size: number;
  sha256: string;
  received_at: string;
};

/** Files that came with notes, newest first. */
export const selectEvidencePage = (
  tx: TenantTx,
  filter: {
    readonly viewer: NoteViewer;
    readonly attachmentId?: string | undefined;
    readonly noteId?: string | undefined;
    readonly taskId?: string | undefined;
    readonly sha256?: string | undefined;
    readonly before?: string | null;
    readonly limit: number;
  },
): Promise<EvidenceRow[]> => {
  const { attachmentId, noteId, taskId, sha256, before } = filter;
  const conditions = [
    sql`f.organization_id = ${tx.organizationId}::uuid`,
    seenBy(filter.viewer),
    ...(attachmentId === undefined ? [] : [sql`f.id = ${attachmentId}::uuid`]),
    ...(noteId === undefined ? [] : [sql`f.progress_update_id = ${noteId}::uuid`]),
    ...(taskId === undefined ? [] : [sql`p.task_id = ${taskId}::uuid`]),
    ...(sha256 === undefined ? [] : [sql`f.sha256 = ${sha256}`]),
    ...(before == null ? [] : [sql`f.id < ${before}::uuid`]),
  ];
  return rows<EvidenceRow>(
    tx,
    sql`select f.id, f.progress_update_id as note_id, p.task_id, p.unit_id, f.name, f.kind, f.size, f.sha256,
               to_json(f.received_at) #>> '{}' as received_at
          from attachment f
          join progress_update p on p.organization_id = f.organization_id and p.id = f.progress_update_id
         where ${sql.join(conditions, sql` and `)}
         order by f.id desc
         limit ${filter.limit}`,
  );
};
