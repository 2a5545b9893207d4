import type postgres from "postgres";
import { BOT_ID } from "./seeded-ids.ts";

/** Fifty tasks with section, document, time frame, who stands on them, their last notes and claims. */
export const tasksOfOfficeStatement = (db: postgres.Sql, office: string) => db`
  select t.id, t.number, t.short_title as title, s.title as section, t.catalogue_id, t.due_on::text as due_on,
         json_build_object('id', d.id, 'kind', d.kind, 'number', d.number) as document,
         (select f.phrase from time_frame f where f.organization_id = ${office} and f.task_id = t.id
           order by f.position limit 1) as time_frame,
         (select json_agg(json_build_object('role', a.role, 'id', coalesce(u.id, g.id), 'name', coalesce(u.name, g.name),
                                            'noted_on', n.noted_on, 'difficulty', n.difficulty, 'claim', q.state,
                                            'completed_on', q.completed_on) order by a.id)
            from assignment a
            left join unit u on u.organization_id = ${office} and u.id = a.unit_id
            left join unit_group g on g.organization_id = ${office} and g.id = a.group_id
            left join lateral (
              select p.noted_on, p.understood ->> 'difficulty' as difficulty from progress_update p
               where a.role = 'lead' and p.organization_id = ${office} and p.task_id = t.id and p.unit_id = a.unit_id
                 and p.replaced_by_id is null and p.withdrawn_at is null
               order by p.noted_at desc limit 1) n on true
            left join lateral (
              select c.state, c.completed_on from completion_claim c
               where a.role = 'lead' and c.organization_id = ${office} and c.task_id = t.id and c.unit_id = a.unit_id
                 and c.state <> 'withdrawn'
               order by c.claimed_at desc limit 1) q on true
           where a.organization_id = ${office} and a.task_id = t.id and a.from_on <= current_date
             and (a.to_on is null or a.to_on >= current_date)) as bodies
    from (select * from task where organization_id = ${office} and not is_heading and withdrawn_at is null
           order by catalogue_id, position, id limit 50) t
    join section s on s.organization_id = ${office} and s.id = t.section_id
    join catalogue c on c.organization_id = ${office} and c.id = t.catalogue_id
    join document d on d.organization_id = ${office} and d.id = c.document_id
   order by t.catalogue_id, t.position, t.id`;

/** What a unit leads this year, with its last note, found by the chat that asks. */
export const tasksOfChatStatement = (db: postgres.Sql, chatKey: string) => db`
  select t.number, t.short_title as title, t.due_on::text as due_on, n.noted_on::text as noted_on, n.state
    from chat_link l
    join appointment p on p.organization_id = l.organization_id and p.member_id = l.member_id
    join assignment a on a.organization_id = p.organization_id and a.unit_id = p.unit_id and a.role = 'lead'
    join task t on t.organization_id = a.organization_id and t.id = a.task_id and t.withdrawn_at is null
    join catalogue c on c.organization_id = t.organization_id and c.id = t.catalogue_id
     and c.scope_start_on <= '2026-09-07' and c.scope_end_on >= '2026-09-07'
    left join lateral (
      select noted_on, state from progress_update n
       where n.organization_id = t.organization_id and n.task_id = t.id and n.unit_id = a.unit_id
         and n.replaced_by_id is null and n.withdrawn_at is null
       order by n.noted_at desc limit 1) n on true
   where l.channel = 'telegram' and l.account = ${BOT_ID} and l.chat_key = ${chatKey} and l.revoked_at is null
   order by t.due_on`;

export const insertNoteStatement = (
  db: postgres.Sql,
  note: {
    readonly id: string;
    readonly office: string;
    readonly task: string;
    readonly unit: string;
    readonly appointment: string;
    readonly text: string;
  },
) => db`
  insert into progress_update (organization_id, id, task_id, unit_id, appointment_id, channel, text, state, percent,
                               understood, noted_at, noted_on)
  values (${note.office}, ${note.id}, ${note.task}, ${note.unit}, ${note.appointment}, 'least', ${note.text},
          'in_progress', 50, '{}', '2026-09-07T02:00:00Z', '2026-09-07')`;
