import { type SQL, sql } from "drizzle-orm";
import type { Database } from "../../db/scope.ts";

type Row = Readonly<Record<string, unknown>>;

/** Both drivers hand rows back, one as an array, one in `rows`. */
const rowsOf = (found: unknown): readonly Row[] =>
  Array.isArray(found) ? [...found] : (found as { readonly rows: Row[] }).rows;

/**
 * What came of a story, without ids, instants and chats: whatever the messenger, the same words leave the same facts.
 */
export const recordedFacts = (database: Database): Promise<Readonly<Record<string, readonly Row[]>>> =>
  database.asOwner(async (db) => {
    const rows = async (query: SQL): Promise<readonly Row[]> => rowsOf(await db.execute(query));
    return {
      notes: await rows(sql`
        select task.number, unit.name as unit, note.text, note.state, note.percent,
               note.completed_on::text as completed_on, note.noted_on::text as noted_on,
               note.replaced_by_id is not null as replaced, note.withdrawn_at is not null as withdrawn,
               appointment.role, corrected.text as corrects,
               (select count(*)::int from attachment where attachment.progress_update_id = note.id) as files
          from progress_update note
          join task on task.id = note.task_id join unit on unit.id = note.unit_id
          join appointment on appointment.id = note.appointment_id
          left join progress_update corrected on corrected.id = note.corrects_id
         order by note.noted_at, task.number, note.text`),
      claims: await rows(sql`
        select task.number, unit.name as unit, claim.state, claim.completed_on::text as completed_on, claim.reason
          from completion_claim claim join task on task.id = claim.task_id join unit on unit.id = claim.unit_id
         order by claim.claimed_at, task.number`),
      acknowledged: await rows(sql`
        select task.number, unit.name as unit from task_acknowledgement seen
          join task on task.id = seen.task_id join unit on unit.id = seen.unit_id order by 1, 2`),
      evidence: await rows(sql`select sha256, kind, size from attachment order by received_at`),
      assignments: await rows(sql`
        select task.number, assignment.role, unit.name as unit, unit_group.name as in_group,
               assignment.from_on::text as from_on, assignment.to_on::text as to_on
          from assignment join task on task.id = assignment.task_id
          left join unit on unit.id = assignment.unit_id left join unit_group on unit_group.id = assignment.group_id
         where assignment.to_on is not null or assignment.from_on > '2026-06-01'
         order by 1, 2, 3, 4, 6 nulls last`),
      groups: await rows(sql`
        select unit_group.name as in_group, unit.name as unit, part.from_on::text as from_on, part.to_on::text as to_on
          from unit_group_member part join unit_group on unit_group.id = part.group_id
          join unit on unit.id = part.unit_id order by 1, 2, 3`),
      people: await rows(sql`
        select member.name, member.locale, member.digest_at, member.erased_at is not null as erased,
               appointment.role, unit.name as unit, appointment.from_on::text as from_on,
               appointment.to_on::text as to_on,
               (select count(*)::int from chat_link where member_id = member.id and revoked_at is null) as chats
          from member left join appointment on appointment.member_id = member.id
          left join unit on unit.id = appointment.unit_id
         order by member.created_at, appointment.from_on, appointment.role`),
      nudges: await rows(sql`
        select nudge.subject_kind, task.number, unit.name as unit, nudge.role, nudge.rung,
               nudge.due_on::text as due_on, nudge.outcome, nudge.reason
          from nudge left join task on task.id = nudge.subject_id left join unit on unit.id = nudge.unit_id
         order by 1, 2, 3, 4, 5, 6, 7, 8`),
      audit: await rows(sql`
        select action, count(*)::int as times from audit_entry where actor like 'member%' group by 1 order by 1`),
      unasked: await rows(sql`
        select purpose, count(*)::int as times from outbox_message where purpose <> 'reply' group by 1 order by 1`),
    };
  });

/** Messages that did not arrive, or not yet. */
export const unsent = (database: Database): Promise<readonly Row[]> =>
  database.asOwner(async (db) =>
    rowsOf(
      await db.execute(
        sql`select purpose, state, failure, message from outbox_message
             where state not in ('sent', 'withdrawn')`,
      ),
    ),
  );
