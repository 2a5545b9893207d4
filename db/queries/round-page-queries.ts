import { and, eq, sql } from "drizzle-orm";
import { obligation, reportingRound, roundReporter } from "../schema/reporting.ts";
import type { TenantTx } from "../scope.ts";
import { insertRows, type Row, rows } from "./rows.ts";

export type RoundPageFilter = {
  readonly roundId?: string | undefined;
  readonly catalogueId?: string | undefined;
  readonly open?: boolean | undefined;
  readonly dueFrom?: string | undefined;
  readonly dueTo?: string | undefined;
  readonly after?: readonly [dueOn: string, roundId: string] | null;
  readonly limit: number;
};

export type RoundPageRow = {
  id: string;
  catalogue_id: string;
  label: string;
  phrase: string;
  position: number;
  window_start_on: string;
  cut_off_on: string | null;
  due_on: string | null;
  upward_due_on: string | null;
  closed_at: string | null;
  closed_on: string | null;
  reporters: unknown;
  exclusions: unknown;
};

/** What an undated round is sorted by: behind all others. */
export const UNDATED = "9999-12-31";

/** Rounds by their due date. */
export const selectRoundPage = (tx: TenantTx, filter: RoundPageFilter): Promise<RoundPageRow[]> => {
  const { roundId, catalogueId, open, dueFrom, dueTo, after } = filter;
  const place = sql`coalesce(r.due_on, ${UNDATED}::date)`;
  const conditions = [
    sql`r.organization_id = ${tx.organizationId}::uuid`,
    ...(roundId === undefined ? [] : [sql`r.id = ${roundId}::uuid`]),
    ...(catalogueId === undefined ? [] : [sql`r.catalogue_id = ${catalogueId}::uuid`]),
    ...(open === undefined ? [] : [open ? sql`r.closed_at is null` : sql`r.closed_at is not null`]),
    ...(dueFrom === undefined ? [] : [sql`r.due_on >= ${dueFrom}::date`]),
    ...(dueTo === undefined ? [] : [sql`r.due_on <= ${dueTo}::date`]),
    ...(after == null ? [] : [sql`(${place}, r.id) > (${after[0]}::date, ${after[1]}::uuid)`]),
  ];
  return rows<RoundPageRow>(
    tx,
    sql`select r.id, r.catalogue_id, r.label, r.phrase, r.position, r.window_start_on::text as window_start_on,
               r.cut_off_on::text as cut_off_on, r.due_on::text as due_on, r.upward_due_on::text as upward_due_on,
               to_json(r.closed_at) #>> '{}' as closed_at,
               case when r.closed_at is null then null else coalesce(r.cut_off_on, r.due_on)::text end as closed_on,
               (select coalesce(jsonb_agg(jsonb_build_object('unitId', p.unit_id, 'groupId', p.group_id,
                                                            'name', coalesce(u.name, g.name)) order by p.id), '[]')
                  from round_reporter p
                  left join unit u on u.organization_id = p.organization_id and u.id = p.unit_id
                  left join unit_group g on g.organization_id = p.organization_id and g.id = p.group_id
                 where p.organization_id = r.organization_id and p.round_id = r.id) as reporters,
               (select coalesce(jsonb_agg(jsonb_build_object('unitId', o.unit_id, 'reason', o.excluded_reason)), '[]')
                  from obligation o
                 where o.organization_id = r.organization_id and o.round_id = r.id
                   and o.excluded_reason is not null) as exclusions
          from reporting_round r
         where ${sql.join(conditions, sql` and `)}
         order by ${place}, r.id
         limit ${filter.limit}`,
  );
};

export type RoundCatalogueRow = {
  id: string;
  scope_start_on: string;
  scope_end_on: string;
  /** From when the document holds: where the first round's window begins. */
  valid_from: string;
};

export const selectRoundCatalogue = async (
  tx: TenantTx,
  catalogueId: string,
): Promise<RoundCatalogueRow | null> =>
  (
    await rows<RoundCatalogueRow>(
      tx,
      sql`select c.id, c.scope_start_on::text as scope_start_on, c.scope_end_on::text as scope_end_on,
                 coalesce(d.issued_on, c.scope_start_on)::text as valid_from
            from catalogue c
            join document d on d.organization_id = c.organization_id and d.id = c.document_id
           where c.organization_id = ${tx.organizationId}::uuid and c.id = ${catalogueId}::uuid`,
    )
  )[0] ?? null;

export const insertRound = async (
  tx: TenantTx,
  round: Row<typeof reportingRound>,
  reporters: readonly Row<typeof roundReporter>[],
): Promise<void> => {
  await insertRows(tx, reportingRound, [round]);
  await insertRows(tx, roundReporter, reporters);
};

export const updateRound = async (
  tx: TenantTx,
  roundId: string,
  change: Partial<
    Pick<
      typeof reportingRound.$inferInsert,
      "label" | "windowStartOn" | "cutOffOn" | "dueOn" | "upwardDueOn" | "closedAt"
    >
  >,
): Promise<void> => {
  await tx.db
    .update(reportingRound)
    .set(change)
    .where(and(eq(reportingRound.organizationId, tx.organizationId), eq(reportingRound.id, roundId)));
};

/** All of them: who is left out reports no longer. */
export const replaceReporters = async (
  tx: TenantTx,
  roundId: string,
  reporters: readonly Row<typeof roundReporter>[],
): Promise<void> => {
  await tx.db
    .delete(roundReporter)
    .where(and(eq(roundReporter.organizationId, tx.organizationId), eq(roundReporter.roundId, roundId)));
  await insertRows(tx, roundReporter, reporters);
};

/** Null takes the exclusion back. */
export const saveExclusion = async (
  tx: TenantTx,
  exclusion: {
    readonly roundId: string;
    readonly unitId: string;
    readonly reason: string | null;
    readonly changedAt: Date;
  },
): Promise<void> => {
  const { roundId, unitId, reason, changedAt } = exclusion;
  await tx.db
    .insert(obligation)
    .values({ organizationId: tx.organizationId, roundId, unitId, excludedReason: reason, changedAt })
    .onConflictDoUpdate({
      target: [obligation.organizationId, obligation.roundId, obligation.unitId],
      set: { excludedReason: reason, changedAt },
    });
};

export type ReportedRow = { unit_id: string; task_id: string; noted_on: unknown; claimed_on: string | null };

/** What units have said of a catalogue's tasks since a day, and since when they claim them done. */
export const selectReported = (
  tx: TenantTx,
  catalogueId: string,
  from: string,
  zone: string,
): Promise<ReportedRow[]> =>
  rows<ReportedRow>(
    tx,
    sql`with notes as (
          select p.unit_id, p.task_id, jsonb_agg(distinct p.noted_on) as noted_on
            from progress_update p
            join task t on t.organization_id = p.organization_id and t.id = p.task_id
           where p.organization_id = ${tx.organizationId}::uuid and t.catalogue_id = ${catalogueId}::uuid
             and p.noted_on >= ${from}::date and p.replaced_by_id is null and p.withdrawn_at is null
           group by p.unit_id, p.task_id),
        claims as (
          select q.unit_id, q.task_id, min(q.claimed_at at time zone ${zone})::date::text as claimed_on
            from completion_claim q
            join task t on t.organization_id = q.organization_id and t.id = q.task_id
           where q.organization_id = ${tx.organizationId}::uuid and t.catalogue_id = ${catalogueId}::uuid
             and q.state in ('waiting', 'confirmed')
           group by q.unit_id, q.task_id)
        select unit_id, task_id, coalesce(notes.noted_on, '[]') as noted_on, claims.claimed_on
          from notes full join claims using (unit_id, task_id)`,
  );
