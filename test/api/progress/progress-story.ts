import { sql } from "drizzle-orm";
import { inviteMember } from "../../../api/members/invite-member.ts";
import { linkChat } from "../../../api/members/link-chat.ts";
import type { Role } from "../../../api/members/member.ts";
import { switchPost } from "../../../api/members/switch-post.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { findUnit } from "../../../api/units/list-units.ts";
import { rows } from "../../../db/queries/rows.ts";
import { ACCOUNT, granted, MONDAY, type Office, type Person } from "../../support/office.ts";

/** Stories about notes, told at the Monday before the first report unless another day is named. */

export const OFFICE_UNIT = "Văn phòng Hội đồng nhân dân và Ủy ban nhân dân phường";
export const ECONOMY = "Phòng Kinh tế, Hạ tầng và Đô thị";
export const FRONT = "Ủy ban Mặt trận Tổ quốc Việt Nam phường";

export const taskIdOf = async (office: Office, number: string): Promise<string> => {
  const [task] = await office.read((tx) =>
    rows<{ id: string }>(tx, sql`select id from task where number = ${number}`),
  );
  if (task === undefined) throw new Error(`no task ${number}`);
  return task.id;
};

/** One statement as the owner of the database: what no use case does yet (a closed round, a secret document). */
export const arrange = (office: Office, statement: ReturnType<typeof sql>): Promise<unknown> =>
  office.database.asOwner((db) => db.execute(statement));

export type Said = { readonly at?: string; readonly messageKey?: string };

/** A note as a use case's result. */
export const runNote = async (
  office: Office,
  person: Person,
  number: string,
  text: string,
  { at, messageKey }: Said = {},
) =>
  office
    .at(at ?? MONDAY)
    .as(person)
    .run(submitProgressUpdate, {
      taskId: await taskIdOf(office, number),
      text,
      messageKey: messageKey ?? null,
    });

/** A note that must be recorded. */
export const note = async (...story: Parameters<typeof runNote>) => granted(await runNote(...story));

/** The state of every table that a note can change, counted. */
export const counted = async (office: Office) => {
  const [found] = await office.read((tx) =>
    rows<{ notes: number; claims: number; audits: number; messages: number }>(
      tx,
      sql`select (select count(*)::int from progress_update) as notes,
                 (select count(*)::int from completion_claim) as claims,
                 (select count(*)::int from audit_entry) as audits,
                 (select count(*)::int from outbox_message) as messages`,
    ),
  );
  return found;
};

/** Claims of a task in the order they were made. */
export const claimsOf = async (office: Office, number: string) => {
  const taskId = await taskIdOf(office, number);
  return office.read((tx) =>
    rows<{ id: string; state: string; completed_on: string; reason: string | null }>(
      tx,
      sql`select id, state, completed_on::text as completed_on, reason from completion_claim
           where task_id = ${taskId}::uuid order by claimed_at, id`,
    ),
  );
};

/** A second post for somebody who is linked already, and the chat speaks for it from now on. */
export const givePost = async (
  office: Office,
  person: Person,
  role: Role,
  unit: string | null,
): Promise<Person> => {
  const invited = await office
    .at(MONDAY)
    .as("operator")
    .work(async (work) => {
      const unitId = unit === null ? null : granted(await findUnit(work.tx, unit)).id;
      return granted(await inviteMember(work, { unitId, role, name: person.name }));
    });
  granted(
    await office.database.inBoth((both) =>
      linkChat(both, MONDAY, {
        channel: "telegram",
        account: ACCOUNT,
        chatKey: person.chatKey,
        code: invited.code,
        languageCode: "vi",
      }),
    ),
  );
  await office.at(MONDAY).as(person).do(switchPost, { appointmentId: invited.appointmentId });
  return { ...person, role, unit, appointmentId: invited.appointmentId };
};
