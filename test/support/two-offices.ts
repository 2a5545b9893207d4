import { sql } from "drizzle-orm";
import { picturePublisher } from "../../api/attachments/publish-picture.ts";
import { storeUpdates } from "../../api/conversations/store-updates.ts";
import { runTick } from "../../api/jobs/run-tick.ts";
import { leasesOf } from "../../api/jobs/take-lease.ts";
import { openWebSession } from "../../api/members/open-web-session.ts";
import { acknowledgeTask } from "../../api/progress/acknowledge-task.ts";
import { correctProgressUpdate } from "../../api/progress/correct-progress-update.ts";
import { settleClaim } from "../../api/progress/settle-claim.ts";
import { submitProgressUpdate } from "../../api/progress/submit-progress-update.ts";
import { markInstallation } from "../../api/shared/mark-installation.ts";
import { saveConversation } from "../../db/queries/conversation-queries.ts";
import { countWrongTry } from "../../db/queries/system-chat-queries.ts";
import type { Database, Db } from "../../db/scope.ts";
import { CULTURE, granted, haiAn, type Office, SERVICE_CENTRE } from "./office.ts";

/** Stands in every free text of the second office, and nowhere in the first. */
export const MARKER = "chỉ-của-văn-phòng-B";

/** The morning of the first report: reminders of both offices are queued. */
const REPORT_MORNING = new Date("2026-09-14T07:30:00+07:00");

/** What people wrote or what documents say, and no code reads. */
const FREE_TEXTS = [
  "name",
  "title",
  "short_title",
  "wording",
  "search_text",
  "text",
  "alias",
  "folded_alias",
  "folded_name",
  "phrase",
  "label",
  "issuer",
  "source",
  "excluded_reason",
  "file_name",
];

/** The rows of a statement, for the eyes of a test. */
export const rowsOf = async <Row>(db: Db, statement: ReturnType<typeof sql>): Promise<Row[]> => {
  const answer: unknown = await db.execute(statement);
  // The one place where the two drivers answer differently, and no row is checked.
  return (Array.isArray(answer) ? answer : (answer as { rows: unknown[] }).rows) as Row[];
};

/** Tables with `organization_id`, and the organization's own with its `id`: every row belongs to one office. */
export type TenantTable = { readonly name: string; readonly key: "organization_id" | "id" };

export const tenantTables = async (db: Db): Promise<TenantTable[]> => [
  { name: "organization", key: "id" },
  ...(
    await rowsOf<{ name: string }>(
      db,
      sql`select c.relname as name
            from pg_class c
            join pg_namespace n on n.oid = c.relnamespace and n.nspname = 'public'
            join pg_attribute a on a.attrelid = c.oid and a.attname = 'organization_id' and not a.attisdropped
           where c.relkind in ('r', 'p') order by 1`,
    )
  ).map(({ name }) => ({ name, key: "organization_id" as const })),
];

/** One row's ids of each kind, as somebody would hand them over who had seen them. */
export type Known = {
  readonly organizationId: string;
  readonly code: string;
  readonly unitId: string;
  readonly groupId: string;
  readonly groupMemberId: string;
  readonly documentId: string;
  readonly catalogueId: string;
  readonly sectionId: string;
  readonly taskId: string;
  /** A task that only introduces its sub-items. */
  readonly headingTaskId: string;
  readonly taskNumber: string;
  readonly assignmentId: string;
  readonly roundId: string;
  readonly roundStart: string;
  readonly roundTaskId: string;
  readonly memberId: string;
  readonly otherMemberId: string;
  readonly invitedMemberId: string;
  readonly appointmentId: string;
  readonly leaderAppointmentId: string;
  readonly chatLinkId: string;
  readonly webChatLinkId: string;
  readonly sessionId: string;
  readonly invitationId: string;
  readonly noteId: string;
  readonly correctedNoteId: string;
  readonly messageKey: string;
  readonly sentMessageKey: string;
  readonly claimId: string;
  readonly groupChatId: string;
  /** A document that was read and waits. */
  readonly importId: string;
  readonly keyId: string;
  readonly keyHash: string;
  readonly feedId: string;
  readonly subscriptionId: string;
  readonly deliveryId: string;
  /** It could not be delivered. */
  readonly messageId: string;
  /** Where that group is found; something still waits to be said there. */
  readonly group: { readonly channel: string; readonly account: string; readonly chatKey: string };
};

const execute = (database: Database, statement: ReturnType<typeof sql>): Promise<unknown> =>
  database.asOwner((db) => db.execute(statement));

const NOTE_KEY = "message-17";
const SENT_KEY = "sent-42";

/** Everything that happens in an office in a week, by the real ways where there are any. */
const populate = async (office: Office, index: number): Promise<Known> => {
  const { database, organizationId } = office;
  const head = office.as("head");
  const taken = await database.asOwner((db) =>
    rowsOf<{ id: string; number: string; assignment_id: string }>(
      db,
      sql`select t.id, t.number, min(a.id::text) as assignment_id
            from task t
            join assignment a on a.organization_id = t.organization_id and a.task_id = t.id and a.role = 'lead'
            join unit u on u.organization_id = a.organization_id and u.id = a.unit_id and u.name = ${CULTURE}
           where t.organization_id = ${organizationId} and not t.is_heading and t.due_on is not null
           group by t.id, t.number, t.position order by t.position limit 2`,
    ),
  );
  const [first, second] = taken;
  if (first === undefined || second === undefined) throw new Error("the sample gives this unit too little");

  const noted = office.at("2026-09-08T09:00:00+07:00");
  const evidence = { sha256: "a".repeat(64), kind: "image/jpeg", size: 1, name: "anh.jpg" };
  await noted.as(head).do(acknowledgeTask, { taskId: first.id });
  const old = await noted
    .as(head)
    .do(submitProgressUpdate, { taskId: first.id, text: "đang làm", messageKey: null, files: [evidence] });
  const corrected = await noted
    .as(head)
    .do(correctProgressUpdate, { noteId: old.noteId, text: "đã hoàn thành", messageKey: null });
  if (corrected.claim === null) throw new Error("the note claims nothing");
  await noted
    .as(office.as("leader"))
    .do(settleClaim, { claimId: corrected.claim.id, decision: "return", reason: "Bổ sung số liệu" });
  const note = await noted.as(head).do(submitProgressUpdate, {
    taskId: second.id,
    text: "Đã hoàn thành",
    messageKey: NOTE_KEY,
    files: [evidence],
  });
  if (note.claim === null) throw new Error("the note claims nothing");

  const unused = await office.link("focal", SERVICE_CENTRE);
  const { webChatLinkId, sessionId } = await database.asOwner((db) =>
    db.transaction(async (tx) => {
      const [made] = await rowsOf<{ id: string }>(
        tx,
        sql`insert into chat_link (organization_id, id, member_id, channel, account, chat_key, linked_at)
            values (${organizationId}, gen_random_uuid(), ${head.memberId}, 'web', 'web', ${organizationId}, now())
            returning id`,
      );
      if (made === undefined) throw new Error("no chat of the web");
      const session = await openWebSession(
        { kind: "tenant", db: tx, organizationId },
        REPORT_MORNING,
        made.id,
      );
      await saveConversation(
        { kind: "tenant", db: tx, organizationId },
        head.chatLinkId,
        { said: organizationId },
        REPORT_MORNING,
      );
      return { webChatLinkId: made.id, sessionId: session.sessionId };
    }),
  );
  granted(await runTick(database, REPORT_MORNING));

  const own = sql`organization_id = ${organizationId}`;
  await execute(
    database,
    sql`insert into leader_charge select organization_id, ${office.as("leader").appointmentId}, id from unit where ${own} limit 1`,
  );
  await execute(
    database,
    sql`insert into calendar_day values (${organizationId}, '2026-12-24', 'day_off', 'Nghỉ', 'Thông báo')`,
  );
  await execute(
    database,
    sql`insert into obligation select organization_id, id, (select id from unit where ${own} limit 1), 'không có việc', now()
          from reporting_round where ${own}`,
  );
  await execute(
    database,
    sql`insert into group_chat (organization_id, id, channel, account, chat_key, locale, connected_by, connected_at)
          values (${organizationId}, gen_random_uuid(), 'telegram', 'test', ${organizationId}, 'vi',
                  ${office.as("leader").appointmentId}, now())`,
  );
  await execute(
    database,
    sql`insert into group_summary select organization_id, id, '2026-09-07', now() from group_chat where ${own}`,
  );
  await execute(
    database,
    sql`insert into document_import (organization_id, id, file_name, file_hash, format, lines, reading, decisions,
                                     revision, state, created_at, changed_at)
          values (${organizationId}, gen_random_uuid(), 'kế hoạch.docx', 'tệp', 'docx', '[]', '{}', '{}', 1, 'open',
                  now(), now())`,
  );
  await execute(
    database,
    sql`insert into api_key values (${organizationId}, gen_random_uuid(), 'Cổng', 'read', ${organizationId}, 'dondoc_', now())`,
  );
  await execute(
    database,
    sql`insert into answered_request values (${organizationId}, 'key:1', 'một', 'hash', 201, '{}', ${organizationId}, now())`,
  );
  await execute(
    database,
    sql`insert into calendar_feed values (${organizationId}, gen_random_uuid(), ${head.memberId}, null, ${organizationId}, now())`,
  );
  await execute(
    database,
    sql`insert into subscription values (${organizationId}, gen_random_uuid(), 'https://example.vn', 'bí mật', '[]', 0, now())`,
  );
  await execute(
    database,
    sql`insert into event_delivery
          select organization_id, gen_random_uuid(), id, 1, 'waiting', 0, now(), now() from subscription where ${own}`,
  );
  await execute(
    database,
    sql`insert into outbox_message (id, organization_id, member_id, locale, purpose, message, state, created_at,
                                    not_before, attempts, failure)
          values (gen_random_uuid(), ${organizationId}, ${head.memberId}, 'vi', 'notice', '{}', 'failed', now(), now(), 1,
                  'nobody_reachable')`,
  );
  const group = { channel: "telegram", account: "test", chatKey: organizationId };
  await execute(
    database,
    sql`insert into outbox_message (id, organization_id, channel, account, chat_key, locale, purpose, message, state,
                                    created_at, not_before, attempts)
          select gen_random_uuid(), organization_id, channel, account, chat_key, 'vi', 'notice',
                 jsonb_build_object('of', organization_id), 'queued', now(), now(), 0
            from group_chat where ${own}`,
  );
  await execute(database, sql`update reporting_round set closed_at = now() where ${own} and position = 1`);
  await execute(database, sql`update chat_link set unreachable_since = now() where id = ${head.chatLinkId}`);
  await execute(
    database,
    sql`update outbox_message set state = 'sent', sent_at = created_at, sent_link_id = ${head.chatLinkId},
               sent_keys = ${JSON.stringify([SENT_KEY])}::jsonb, subject = jsonb_build_object('of', organization_id)
         where id = (select id from outbox_message where ${own} order by sequence limit 1)`,
  );
  // An office that was not moved aside would be linked to the same chats as the next one.
  await execute(database, sql`update chat_link set account = account || ${index} where ${own}`);

  const [known] = await database.asOwner((db) =>
    rowsOf<Omit<Known, "messageKey" | "sentMessageKey" | "group">>(
      db,
      sql`select o.id as "organizationId", o.code,
            u.id as "unitId", m.group_id as "groupId", m.unit_id as "groupMemberId",
            c.document_id as "documentId", c.id as "catalogueId", s.id as "sectionId",
            (select t.id::text from task t where t.organization_id = o.id and t.number = '3.5') as "headingTaskId",
            ${second.id}::text as "taskId", ${second.number}::text as "taskNumber",
            ${second.assignment_id}::text as "assignmentId",
            r.id as "roundId", r.window_start_on::text as "roundStart", ${first.id}::text as "roundTaskId",
            ${head.memberId}::text as "memberId", ${office.as("leader").memberId}::text as "otherMemberId",
            ${unused.memberId}::text as "invitedMemberId", ${head.appointmentId}::text as "appointmentId",
            ${office.as("leader").appointmentId}::text as "leaderAppointmentId",
            ${head.chatLinkId}::text as "chatLinkId", ${webChatLinkId}::text as "webChatLinkId",
            ${sessionId}::text as "sessionId", i.id as "invitationId",
            ${note.noteId}::text as "noteId", ${old.noteId}::text as "correctedNoteId", ${note.claim?.id ?? null}::text as "claimId",
            g.id as "groupChatId", w.id as "importId",
            k.id as "keyId", k.key_hash as "keyHash", f.id as "feedId", e.subscription_id as "subscriptionId", e.id as "deliveryId", x.id as "messageId"
          from organization o
          join unit u on u.organization_id = o.id and u.name = ${CULTURE}
          join catalogue c on c.organization_id = o.id
          join section s on s.organization_id = o.id
          join group_chat g on g.organization_id = o.id
          join document_import w on w.organization_id = o.id
          join api_key k on k.organization_id = o.id
          join calendar_feed f on f.organization_id = o.id
          join event_delivery e on e.organization_id = o.id
          join outbox_message x on x.organization_id = o.id and x.state = 'failed'
          join reporting_round r on r.organization_id = o.id and r.closed_at is not null
          join unit_group_member m on m.organization_id = o.id and m.to_on is null
          join invitation i on i.organization_id = o.id and i.member_id = ${unused.memberId}
         where o.id = ${organizationId} limit 1`,
    ),
  );
  if (known === undefined) throw new Error("the office lacks a row");
  await execute(database, sql`update invitation set used_at = null where id = ${known.invitationId}`);
  return { ...known, messageKey: NOTE_KEY, sentMessageKey: SENT_KEY, group };
};

/** Words, ids and keys of the second office become recognisable wherever they turn up. */
const mark = async (database: Database, organizationId: string): Promise<void> => {
  await database.asOwner(async (db) => {
    const tables = await tenantTables(db);
    for (const { name, key } of tables) {
      const columns = await rowsOf<{ column: string }>(
        db,
        sql`select column_name as "column" from information_schema.columns
             where table_schema = 'public' and table_name = ${name} and data_type = 'text'
               and column_name in (${sql.join(
                 FREE_TEXTS.map((text) => sql`${text}`),
                 sql`, `,
               )})`,
      );
      for (const { column } of columns)
        await db.execute(
          sql`update ${sql.identifier(name)} set ${sql.identifier(column)} = ${sql.identifier(column)} || ${` ${MARKER}`}
               where ${sql.identifier(key)} = ${organizationId}`,
        );
    }
  });
};

/** Rows that belong to no office. */
const populateSystem = async (database: Database): Promise<void> => {
  await markInstallation(database, "live", REPORT_MORNING);
  const until = new Date(REPORT_MORNING.getTime() + 60_000);
  await leasesOf(database).take("deliver", "somebody", REPORT_MORNING, until, false);
  await storeUpdates(
    database,
    { channel: "telegram", account: "test" },
    [{ updateKey: "1", chatKey: "1", content: { text: "xin chào" } }],
    REPORT_MORNING,
  );
  await picturePublisher(
    database,
    "https://dondoc.example.vn",
    () => REPORT_MORNING,
  )({ kind: "image/png", bytes: new Uint8Array([137, 80]) });
  const chat = { channel: "telegram", account: "test", chatKey: "1" } as const;
  await database.inSystem((tx) =>
    countWrongTry(tx, chat, { now: REPORT_MORNING, limit: 5, lockUntil: until }),
  );
};

/**
 * Two offices that look the same: one document, the same units, numbers and posts, so that whatever forgets to ask
 * for the organization finds a twin. `b` is the one that must stay unseen; its free texts carry `MARKER`.
 */
export const twoOffices = async (database: Database): Promise<{ readonly a: Known; readonly b: Known }> => {
  const other = await haiAn(database);
  const b = await populate(other, 2);
  await execute(database, sql`update organization set code = 'hai-an-b' where id = ${other.organizationId}`);
  await mark(database, other.organizationId);
  const a = await populate(await haiAn(database), 1);
  await populateSystem(database);
  return { a, b: { ...b, code: "hai-an-b" } };
};
