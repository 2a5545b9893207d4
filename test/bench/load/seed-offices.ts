import { BOT_ID, idSql, TASK, UNIT, YEARLY } from "./seeded-ids.ts";

export type Seed = {
  readonly offices: number;
  readonly units: number;
  readonly tasks: number;
  readonly years: number;
  /** A note of the unit that leads, each month of each year up to the morning. */
  readonly notes: boolean;
  /** The first day on which somebody may be reminded: later, and planning stays out of the measured. */
  readonly liveOn: string;
  /** The due date of a task, as SQL over `y` and `t`. */
  readonly dueOn: string;
  /** The last planning, so that a start of the product does not begin from nothing. */
  readonly lastTick: string;
};

/** Offices with people, catalogues of several years and their notes, by SQL: through the product it would take hours. */
export const seedOffices = async (
  run: (statement: string) => PromiseLike<unknown>,
  seed: Seed,
): Promise<void> => {
  for (const statement of statementsFor(seed)) await run(statement);
};

/** Dates by month of the year and day of the month. */
export const SPREAD_DUE = "make_date(2026 - y, 1 + t % 12, 3 + t % 25)";

const statementsFor = ({
  offices,
  units,
  tasks,
  years,
  notes,
  liveOn,
  dueOn,
  lastTick,
}: Seed): readonly string[] => {
  const each = (...names: readonly ("o" | "u" | "y" | "t")[]): string => {
    const ends = { o: offices, u: units, y: years, t: tasks };
    return names.map((name) => `generate_series(0, ${ends[name] - 1}) ${name}`).join(", ");
  };
  const office = idSql("office", "o");
  const unit = (number: string): string => idSql("unit", `o * 64 + (${number}) % ${units}`);
  return [
    `insert into organization (id, code, name, level, time_zone, policy, live_on, created_at)
     select ${office}, 'phuong-' || o, 'Ủy ban nhân dân phường ' || o, 'commune', 'Asia/Ho_Chi_Minh', '{}',
            '${liveOn}', '2024-01-01' from ${each("o")}`,
    `insert into unit (organization_id, id, name, folded_name, kind, position, created_at)
     select ${office}, ${idSql("unit", UNIT)}, 'Phòng số ' || u, 'phong so ' || u, 'department', u, '2024-01-01'
       from ${each("o", "u")}`,
    `insert into unit_group (organization_id, id, name, folded_name, confirmed_at, created_at)
     select ${office}, ${idSql("group", "o")}, 'Các phòng', 'cac phong', '2024-01-01', '2024-01-01' from ${each("o")}`,
    `insert into unit_group_member (organization_id, group_id, unit_id, from_on)
     select ${office}, ${idSql("group", "o")}, ${idSql("unit", UNIT)}, '2024-01-01' from ${each("o", "u")}`,
    `insert into member (organization_id, id, name, locale, created_at)
     select ${office}, ${idSql("member", UNIT)}, 'Nguyễn Văn ' || u, 'vi', '2024-01-01' from ${each("o", "u")}`,
    `insert into appointment (organization_id, id, member_id, unit_id, role, from_on)
     select ${office}, ${idSql("appointment", UNIT)}, ${idSql("member", UNIT)}, ${idSql("unit", UNIT)}, 'head',
            '2024-01-01' from ${each("o", "u")}`,
    `insert into chat_link (organization_id, id, member_id, channel, account, chat_key, linked_at)
     select ${office}, ${idSql("link", UNIT)}, ${idSql("member", UNIT)}, 'telegram', '${BOT_ID}',
            (1000000 + ${UNIT})::text, '2024-01-01' from ${each("o", "u")}`,
    `insert into api_key (organization_id, id, name, scope, key_hash, hint, created_at)
     select ${office}, ${idSql("key", "o")}, 'Bench', 'write',
            encode(sha256(('dondoc_bench_of_office_' || o)::bytea), 'hex'), 'dondoc_benc…', '2024-01-01' from ${each("o")}`,
    `insert into document (organization_id, id, kind, number, issued_on, issuer, title, superiors, restricted, created_at)
     select ${office}, ${idSql("document", YEARLY)}, 'Quyết định', '1' || y || '/QĐ-UBND', make_date(2026 - y, 1, 2), 'UBND',
            'Danh mục công tác dân vận năm ' || 2026 - y, '[]', false, make_date(2026 - y, 1, 2) from ${each("o", "y")}`,
    `insert into catalogue (organization_id, id, document_id, scope_start_on, scope_end_on, current_version,
                            published_at, consolidating_unit_id, ad_hoc_reports)
     select ${office}, ${idSql("catalogue", YEARLY)}, ${idSql("document", YEARLY)}, make_date(2026 - y, 1, 1),
            make_date(2026 - y, 12, 31), 1, make_date(2026 - y, 1, 2), ${unit("0")}, false from ${each("o", "y")}`,
    `insert into section (organization_id, id, catalogue_id, number, title, position)
     select ${office}, ${idSql("section", YEARLY)}, ${idSql("catalogue", YEARLY)}, '1', 'Công tác dân vận chính quyền', 1
       from ${each("o", "y")}`,
    `insert into task (organization_id, id, catalogue_id, section_id, number, position, short_title, search_text, wording,
                       is_heading, due_on, has_ladder)
     select ${office}, ${idSql("task", TASK)}, ${idSql("catalogue", YEARLY)}, ${idSql("section", YEARLY)}, '1.' || t + 1, t,
            'Tổ chức đối thoại với Nhân dân, lần ' || t + 1, 'to chuc doi thoai voi nhan dan lan ' || t + 1,
            'Tổ chức hội nghị đối thoại giữa người đứng đầu với Nhân dân theo kế hoạch, lần ' || t + 1, false,
            ${dueOn}, true from ${each("o", "y", "t")}`,
    `insert into time_frame (organization_id, task_id, position, phrase, kind, date, exclusive, recurs)
     select organization_id, id, 0, 'Trước ngày ' || to_char(due_on + 1, 'DD/MM/YYYY'), 'before_date', due_on + 1, true, 'once'
       from task`,
    `insert into assignment (organization_id, id, task_id, role, unit_id, group_id, from_on)
     select ${office}, ${idSql("assignment", `(${TASK}) * 4 + line`)}, ${idSql("task", TASK)},
            case line when 0 then 'lead' else 'coordinating' end,
            case when line < 2 then ${unit("t + line")} end,
            case when line = 2 then ${idSql("group", "o")} end, make_date(2026 - y, 1, 2)
       from ${each("o", "y", "t")}, generate_series(0, 2) line where line < 2 or t % 10 = 9`,
    `insert into task_acknowledgement (organization_id, task_id, unit_id, appointment_id, acknowledged_at)
     select ${office}, ${idSql("task", TASK)}, ${unit("t")}, ${idSql("appointment", `o * 64 + t % ${units}`)},
            make_date(2026 - y, 1, 5) from ${each("o", "y", "t")}`,
    ...(notes
      ? [
          notesOf(office, unit("t"), each("o", "y", "t"), units),
          claimsOf(office, unit("t"), each("o", "y", "t")),
        ]
      : []),
    `insert into installation (id, mode, created_at) values (1, 'live', '2024-01-01') on conflict do nothing`,
    `insert into tick (at, queued, skipped, withdrawn) values ('${lastTick}', 0, 0, 0)`,
    "analyze",
  ];
};

const notesOf = (office: string, unit: string, everyTask: string, units: number): string =>
  `insert into progress_update (organization_id, id, task_id, unit_id, appointment_id, channel, chat_link_id, text, state,
                                percent, understood, noted_at, noted_on)
   select ${office}, ${idSql("note", `(${TASK}) * 16 + m`)}, ${idSql("task", TASK)}, ${unit},
          ${idSql("appointment", `o * 64 + t % ${units}`)}, 'telegram', ${idSql("link", `o * 64 + t % ${units}`)},
          'Đang triển khai, đạt ' || m * 8 || '%', 'in_progress', m * 8,
          jsonb_build_object('taskNumber', null, 'text', 'Đang triển khai, đạt ' || m * 8 || '%', 'state', 'in_progress',
            'percent', m * 8, 'figures', '[]'::jsonb, 'completedOn', null, 'dateProblem', null, 'documents', '[]'::jsonb,
            'difficulty', null),
          make_date(2026 - y, m, 4) + interval '3 hours', make_date(2026 - y, m, 4)
     from ${everyTask}, generate_series(1, 12) m where make_date(2026 - y, m, 4) < '2026-09-05'`;

/** What was done in the years before. */
const claimsOf = (office: string, unit: string, everyTask: string): string =>
  `insert into completion_claim (organization_id, id, task_id, unit_id, progress_update_id, claimed_at, completed_on, state,
                                 decided_at)
   select ${office}, ${idSql("claim", TASK)}, ${idSql("task", TASK)}, ${unit}, ${idSql("note", `(${TASK}) * 16 + 12`)},
          make_date(2026 - y, 12, 4), make_date(2026 - y, 12, 4), 'confirmed', make_date(2026 - y, 12, 8)
     from ${everyTask} where y > 0`;
