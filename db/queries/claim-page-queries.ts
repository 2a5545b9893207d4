import { sql } from "drizzle-orm";
import type { TenantTx } from "../scope.ts";
import { rows } from "./rows.ts";

export type ClaimState = "waiting" | "confirmed" | "returned" | "withdrawn";

export type ClaimPageFilter = {
  readonly claimId?: string | undefined;
  readonly state?: ClaimState | undefined;
  readonly taskId?: string | undefined;
  readonly unitId?: string | undefined;
  /** Later than that claim. */
  readonly after?: string | null;
  readonly limit: number;
};

export type ClaimPageRow = {
  id: string;
  task_id: string;
  number: string;
  short_title: string;
  restricted: boolean;
  document_number: string | null;
  due_on: string | null;
  unit_id: string;
  unit_name: string;
  note_id: string;
  text: string;
  noted_on: string;
  files: number;
  state: ClaimState;
  claimed_at: string;
  completed_on: string;
  decided_at: string | null;
  decided_by: string | null;
  reason: string | null;
  consolidating_unit_id: string | null;
};

/** Claims of completion, oldest first, with the note's words and how many files lie behind them. */
export const selectClaimPage = (tx: TenantTx, filter: ClaimPageFilter): Promise<ClaimPageRow[]> => {
  const { claimId, state, taskId, unitId, after } = filter;
  const conditions = [
    sql`q.organization_id = ${tx.organizationId}::uuid`,
    ...(claimId === undefined ? [] : [sql`q.id = ${claimId}::uuid`]),
    // Written out, so that the index of the waiting ones is seen to serve.
    ...(state === undefined
      ? []
      : [state === "waiting" ? sql`q.state = 'waiting'` : sql`q.state = ${state}`]),
    ...(taskId === undefined ? [] : [sql`q.task_id = ${taskId}::uuid`]),
    ...(unitId === undefined ? [] : [sql`q.unit_id = ${unitId}::uuid`]),
    ...(after == null ? [] : [sql`q.id > ${after}::uuid`]),
  ];
  return rows<ClaimPageRow>(
    tx,
    sql`select q.id, q.task_id, t.number, t.short_title, d.restricted, d.number as document_number,
               t.due_on::text as due_on, q.unit_id, u.name as unit_name, p.id as note_id, p.text,
               p.noted_on::text as noted_on, q.state, to_json(q.claimed_at) #>> '{}' as claimed_at,
               q.completed_on::text as completed_on, to_json(q.decided_at) #>> '{}' as decided_at, q.decided_by, q.reason,
               c.consolidating_unit_id,
               (select count(*)::int from attachment f
                 where f.organization_id = p.organization_id and f.progress_update_id = p.id) as files
          from completion_claim q
          join progress_update p on p.organization_id = q.organization_id and p.id = q.progress_update_id
          join unit u on u.organization_id = q.organization_id and u.id = q.unit_id
          join task t on t.organization_id = q.organization_id and t.id = q.task_id
          join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
          join document d on d.organization_id = c.organization_id and d.id = c.document_id
         where ${sql.join(conditions, sql` and `)}
         order by q.id
         limit ${filter.limit}`,
  );
};
