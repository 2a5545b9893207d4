import { and, desc, eq, isNull, type Placeholder, sql } from "drizzle-orm";
import { attachment, completionClaim, progressUpdate, taskAcknowledgement } from "../schema/progress.ts";
import type { TenantTx } from "../scope.ts";
import { composed, rows } from "./rows.ts";

export type NewProgressUpdate = Omit<
  typeof progressUpdate.$inferInsert,
  "organizationId" | "replacedById" | "withdrawnAt" | "withdrawnBy"
>;
export type ProgressUpdateRow = typeof progressUpdate.$inferSelect;
export type CompletionClaimRow = typeof completionClaim.$inferSelect;

const of = (name: string): Placeholder => sql.placeholder(name);

const newNote = composed(
  sql`insert into progress_update (
        organization_id, id, task_id, unit_id, appointment_id, channel, chat_link_id, message_key, text, state,
        percent, completed_on, understood, noted_at, noted_on, corrects_id)
      values (
        ${of("organizationId")}, ${of("id")}, ${of("taskId")}, ${of("unitId")}, ${of("appointmentId")},
        ${of("channel")}, ${of("chatLinkId")}, ${of("messageKey")}, ${of("text")}, ${of("state")},
        ${of("percent")}, ${of("completedOn")}, ${of("understood")}::jsonb, ${of("notedAt")}::timestamptz,
        ${of("notedOn")}::date, ${of("correctsId")})`,
);

export const insertProgressUpdate = async (tx: TenantTx, update: NewProgressUpdate): Promise<void> => {
  await newNote(tx, {
    organizationId: tx.organizationId,
    id: update.id,
    taskId: update.taskId,
    unitId: update.unitId,
    appointmentId: update.appointmentId,
    channel: update.channel,
    chatLinkId: update.chatLinkId ?? null,
    messageKey: update.messageKey ?? null,
    text: update.text,
    state: update.state ?? null,
    percent: update.percent ?? null,
    completedOn: update.completedOn ?? null,
    understood: JSON.stringify(update.understood),
    notedAt: update.notedAt.toISOString(),
    notedOn: update.notedOn,
    correctsId: update.correctsId ?? null,
  });
};

export const selectProgressUpdate = async (tx: TenantTx, id: string): Promise<ProgressUpdateRow | null> =>
  (
    await tx.db
      .select()
      .from(progressUpdate)
      .where(and(eq(progressUpdate.organizationId, tx.organizationId), eq(progressUpdate.id, id)))
      .for("update")
  )[0] ?? null;

/** The standing notes that came in one message: several numbered lines make several notes. */
export const selectStandingUpdatesOfMessage = (
  tx: TenantTx,
  chatLinkId: string,
  messageKey: string,
): Promise<ProgressUpdateRow[]> =>
  tx.db
    .select()
    .from(progressUpdate)
    .where(
      and(
        eq(progressUpdate.organizationId, tx.organizationId),
        eq(progressUpdate.chatLinkId, chatLinkId),
        eq(progressUpdate.messageKey, messageKey),
        isNull(progressUpdate.replacedById),
        isNull(progressUpdate.withdrawnAt),
      ),
    )
    .orderBy(progressUpdate.id);

export type StandingNoteRow = {
  id: string;
  member_id: string;
  text: string;
  state: NonNullable<ProgressUpdateRow["state"]> | null;
  percent: number | null;
  claimed: boolean;
};

export type LastClaim = Pick<CompletionClaimRow, "id" | "progressUpdateId" | "state" | "completedOn">;

/** Further back on one day nobody repeats himself, and a note costs alike after a thousand others. */
const MOST_COMPARED = 100;

const standingOfDay = composed<{ notes: StandingNoteRow[] | null; claim: LastClaim | null }>(
  sql`select (select jsonb_agg(to_jsonb(note) - 'noted_at' order by note.noted_at, note.id) from (
                 select p.id, p.noted_at, a.member_id, p.text, p.state, p.percent,
                        exists (select from completion_claim q
                                 where q.organization_id = p.organization_id and q.task_id = p.task_id
                                   and q.unit_id = p.unit_id and q.progress_update_id = p.id) as claimed
                   from progress_update p
                   join appointment a on a.organization_id = p.organization_id and a.id = p.appointment_id
                  where p.organization_id = ${sql.placeholder("organizationId")}::uuid and p.task_id = ${sql.placeholder("taskId")}::uuid
                    and p.unit_id = ${sql.placeholder("unitId")}::uuid and p.noted_on = ${sql.placeholder("notedOn")}::date
                    and p.replaced_by_id is null and p.withdrawn_at is null
                  order by p.noted_at desc, p.id desc
                  limit ${MOST_COMPARED}) note) as notes,
               (select to_jsonb(claim) from (
                 select q.id, q.progress_update_id as "progressUpdateId", q.state, q.completed_on as "completedOn"
                   from completion_claim q
                  where q.organization_id = ${sql.placeholder("organizationId")}::uuid and q.task_id = ${sql.placeholder("taskId")}::uuid
                    and q.unit_id = ${sql.placeholder("unitId")}::uuid and q.state <> 'withdrawn'
                  order by q.claimed_at desc, q.id desc
                  limit 1) claim) as claim`,
);

/**
 * A unit's last standing notes of one day on a task, in the order they were written, with the person each of them is
 * from; and the claim that still speaks for the unit there: waiting, confirmed or returned. One statement without a
 * lock, for the most frequent write of all: whoever acts on a row locks it then, a note before a claim.
 */
export const selectStandingOfDay = async (
  tx: TenantTx,
  taskId: string,
  unitId: string,
  notedOn: string,
): Promise<{ readonly notes: readonly StandingNoteRow[]; readonly claim: LastClaim | null }> => {
  const { organizationId } = tx;
  const [standing] = await standingOfDay(tx, { organizationId, taskId, unitId, notedOn });
  return { notes: standing?.notes ?? [], claim: standing?.claim ?? null };
};

export const replaceProgressUpdate = async (
  tx: TenantTx,
  id: string,
  replacedById: string,
): Promise<void> => {
  await tx.db
    .update(progressUpdate)
    .set({ replacedById })
    .where(and(eq(progressUpdate.organizationId, tx.organizationId), eq(progressUpdate.id, id)));
};

export const markProgressUpdateWithdrawn = async (
  tx: TenantTx,
  id: string,
  at: Date,
  by: string,
): Promise<void> => {
  await tx.db
    .update(progressUpdate)
    .set({ withdrawnAt: at, withdrawnBy: by })
    .where(and(eq(progressUpdate.organizationId, tx.organizationId), eq(progressUpdate.id, id)));
};

/** Attached files follow the note that stands. */
export const moveAttachments = async (tx: TenantTx, fromNoteId: string, toNoteId: string): Promise<void> => {
  await tx.db
    .update(attachment)
    .set({ progressUpdateId: toNoteId })
    .where(
      and(eq(attachment.organizationId, tx.organizationId), eq(attachment.progressUpdateId, fromNoteId)),
    );
};

export const insertAttachment = async (
  tx: TenantTx,
  file: Omit<typeof attachment.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(attachment).values({ ...file, organizationId: tx.organizationId });
};

/** Hashes of the files that came with a note. */
export const selectAttachmentHashes = async (tx: TenantTx, noteId: string): Promise<string[]> =>
  (
    await tx.db
      .select({ sha256: attachment.sha256 })
      .from(attachment)
      .where(and(eq(attachment.organizationId, tx.organizationId), eq(attachment.progressUpdateId, noteId)))
  ).map(({ sha256 }) => sha256);

export const insertAcknowledgement = async (
  tx: TenantTx,
  seen: Omit<typeof taskAcknowledgement.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db
    .insert(taskAcknowledgement)
    .values({ ...seen, organizationId: tx.organizationId })
    .onConflictDoNothing();
};

export const insertClaim = async (
  tx: TenantTx,
  claim: Omit<typeof completionClaim.$inferInsert, "organizationId">,
): Promise<void> => {
  await tx.db.insert(completionClaim).values({ ...claim, organizationId: tx.organizationId });
};

export const selectClaim = async (tx: TenantTx, id: string): Promise<CompletionClaimRow | null> =>
  (
    await tx.db
      .select()
      .from(completionClaim)
      .where(and(eq(completionClaim.organizationId, tx.organizationId), eq(completionClaim.id, id)))
      .for("update")
  )[0] ?? null;

/** The claim that still speaks for this unit and task: waiting, confirmed or returned. */
export const selectLastClaim = async (
  tx: TenantTx,
  taskId: string,
  unitId: string,
): Promise<CompletionClaimRow | null> =>
  (
    await tx.db
      .select()
      .from(completionClaim)
      .where(
        and(
          eq(completionClaim.organizationId, tx.organizationId),
          eq(completionClaim.taskId, taskId),
          eq(completionClaim.unitId, unitId),
          sql`${completionClaim.state} <> 'withdrawn'`,
        ),
      )
      .orderBy(desc(completionClaim.claimedAt), desc(completionClaim.id))
      .limit(1)
      .for("update")
  )[0] ?? null;

export const updateClaim = async (
  tx: TenantTx,
  id: string,
  change: Partial<
    Pick<CompletionClaimRow, "state" | "decidedAt" | "decidedBy" | "reason" | "progressUpdateId">
  >,
): Promise<void> => {
  await tx.db
    .update(completionClaim)
    .set(change)
    .where(and(eq(completionClaim.organizationId, tx.organizationId), eq(completionClaim.id, id)));
};

export type HistoryRow = {
  id: string;
  unit_id: string;
  unit_name: string;
  role: string;
  text: string;
  state: string | null;
  percent: number | null;
  noted_on: string;
  withdrawn: boolean;
  replaced: boolean;
  files: number;
};

/** Every note on a task, newest first, replaced and withdrawn ones marked. */
export const selectTaskHistory = (tx: TenantTx, taskId: string, limit: number): Promise<HistoryRow[]> =>
  rows<HistoryRow>(
    tx,
    sql`select p.id, p.unit_id, u.name as unit_name, a.role, p.text, p.state, p.percent,
               p.noted_on::text as noted_on, p.withdrawn_at is not null as withdrawn,
               p.replaced_by_id is not null as replaced,
               (select count(*)::int from attachment f
                 where f.organization_id = p.organization_id and f.progress_update_id = p.id) as files
          from progress_update p
          join unit u on u.organization_id = p.organization_id and u.id = p.unit_id
          join appointment a on a.organization_id = p.organization_id and a.id = p.appointment_id
         where p.organization_id = ${tx.organizationId}::uuid and p.task_id = ${taskId}::uuid
         order by p.noted_at desc, p.id desc
         limit ${limit}`,
  );

/** A closed round whose window holds that day: its notes are locked. */
export const isNoteLocked = async (tx: TenantTx, taskId: string, notedOn: string): Promise<boolean> =>
  (
    await rows<{ locked: boolean }>(
      tx,
      sql`select exists (
            select from reporting_round r join task t
                on t.organization_id = r.organization_id and t.catalogue_id = r.catalogue_id
             where t.organization_id = ${tx.organizationId}::uuid and t.id = ${taskId}::uuid
               and r.closed_at is not null and r.window_start_on <= ${notedOn}::date
               and coalesce(r.cut_off_on, r.due_on) >= ${notedOn}::date) as locked`,
    )
  )[0]?.locked === true;
