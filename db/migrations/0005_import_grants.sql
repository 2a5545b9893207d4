grant select, insert, update, delete on document_import to dondoc_app;
--> statement-breakpoint
-- What earlier versions said, out of the rows that they left: the coming versions are compared with it.
update task_revision r
   set content = jsonb_build_object(
         'number', r.number,
         'number_in_document', r.number,
         'section', s.number,
         'parent', p.number,
         'is_heading', t.is_heading,
         'short_title', r.short_title,
         'lead_units', (
           select coalesce(jsonb_agg(coalesce(u.name, g.name) order by a.id), '[]')
             from assignment a
             left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
             left join unit_group g on g.organization_id = a.organization_id and g.id = a.group_id
            where a.organization_id = t.organization_id and a.task_id = t.id and a.role = 'lead' and a.to_on is null),
         'coordinating_units', (
           select coalesce(jsonb_agg(coalesce(u.name, g.name) order by a.id), '[]')
             from assignment a
             left join unit u on u.organization_id = a.organization_id and u.id = a.unit_id
             left join unit_group g on g.organization_id = a.organization_id and g.id = a.group_id
            where a.organization_id = t.organization_id and a.task_id = t.id and a.role <> 'lead' and a.to_on is null),
         'time_frame', (
           select jsonb_build_object(
                    'text', f.phrase, 'kind', f.kind, 'date', f.date, 'exclusive', f.exclusive,
                    'start_on', f.start_on, 'end_on', f.end_on, 'recurs', f.recurs,
                    'due_on', case when f.exclusive = false then f.date
                                   when f.kind in ('month', 'quarter', 'year', 'range', 'all_year') then f.end_on
                              end) || coalesce(f.parts, '{}')
             from time_frame f
            where f.organization_id = t.organization_id and f.task_id = t.id and f.position = 0),
         'targets', (
           select coalesce(jsonb_agg(jsonb_build_object('text', g.phrase) || g.meaning order by g.position), '[]')
             from target g
            where g.organization_id = t.organization_id and g.task_id = t.id))
       || case when t.wording is null then '{}' else jsonb_build_object('wording', t.wording) end
  from task t
  join section s on s.organization_id = t.organization_id and s.id = t.section_id
  left join task p on p.organization_id = t.organization_id and p.id = t.parent_id
 where t.organization_id = r.organization_id and t.id = r.task_id and r.content is null;
