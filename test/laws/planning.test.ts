import { sql } from "drizzle-orm";
import fc from "fast-check";
import { expect, test } from "vitest";
import { runTick } from "../../api/jobs/run-tick.ts";
import { type DueWork, findDueWork } from "../../api/nudges/find-due-work.ts";
import { readPolicies } from "../../api/nudges/load-planning-facts.ts";
import { queueDueNudges } from "../../api/nudges/queue-due-nudges.ts";
import { newId } from "../../api/shared/ids.ts";
import { addDays, localDate } from "../../api/shared/local-date.ts";
import { clearUnreachable } from "../../db/queries/chat-link-queries.ts";
import { rows } from "../../db/queries/rows.ts";
import { lastTick } from "../../db/queries/system-due-queries.ts";
import { type Database, type SystemTx, tenantScope } from "../../db/scope.ts";
import { seedOffices } from "../bench/load/seed-offices.ts";
import { idOf, taskNumber, unitNumber } from "../bench/load/seeded-ids.ts";
import { freshDatabase } from "../support/database.ts";
import { announceFuzzing, fuzzed } from "../support/fuzz-cases.ts";
import { granted } from "../support/office.ts";

const OFFICES = 2;
const UNITS = 4;
const TASKS = 6;
const FIRST_DAY = localDate("2026-09-03");
const TIMES = ["07:30", "09:15", "12:00", "18:00"] as const;

const some = (below: number) => fc.integer({ min: 0, max: below - 1 });
/** What happens in an office between two ticks: which thing, to which task or unit, and a number to make it different. */
const someDeed = fc.record({
  kind: fc.constantFrom(
    "claim",
    "return",
    "sent",
    "due",
    "withdraw",
    "appoint",
    "leave",
    "hour",
    "lost",
    "linked",
    "back",
    "lead",
    "group",
    "round",
  ),
  office: some(OFFICES),
  task: some(TASKS),
  unit: some(UNITS),
  days: some(5),
});
type Deed = typeof someDeed extends fc.Arbitrary<infer Of> ? Of : never;
const someDay = fc.record({
  deeds: fc.array(fc.tuple(fc.constantFrom(...TIMES), someDeed), { maxLength: 2 }),
  // Some days the machine stands still, at some hours.
  missed: fc.oneof(
    { weight: 4, arbitrary: fc.constant<string[]>([]) },
    { weight: 1, arbitrary: fc.subarray<string>([...TIMES]) },
  ),
});
const someStory = fc.record({
  due: fc.array(some(45), { minLength: OFFICES * TASKS, maxLength: OFFICES * TASKS }),
  days: fc.array(someDay, { minLength: 9, maxLength: 9 }),
});

/** Days that pass, and what is said arrives: always played, since nothing is narrowed where something is always done. */
const CALM = {
  due: Array.from({ length: OFFICES * TASKS }, (_, at) => 20 + 2 * at),
  days: Array.from({ length: 9 }, () => ({
    deeds: [0, 1].map((office): [(typeof TIMES)[number], Deed] => [
      "09:15",
      { kind: "sent", office, task: 0, unit: 0, days: 0 },
    ]),
    missed: [],
  })),
};

const wholly = ({ organizationIds, tasks }: DueWork): DueWork => ({
  organizationIds: [...organizationIds, ...tasks.map(({ organizationId }) => organizationId)],
  tasks: [],
});

class Undone extends Error {
  constructor(readonly result: unknown) {
    super("undone");
  }
}

/** What planning would write at that instant; nothing of it stays. */
const decisionsOf = async (database: Database, now: Date, due: DueWork): Promise<readonly string[]> => {
  const written: string[] = [];
  const undoing: Database = {
    ...database,
    inSystem: async <T>(work: (tx: SystemTx) => Promise<T>): Promise<T> => {
      try {
        return await database.inSystem(async (tx): Promise<T> => {
          const result = await work(tx);
          const found = await rows<{ line: string }>(
            tx,
            sql`select concat_ws(' ', organization_id, subject_kind, subject_id, unit_id, role, recipient, rung, due_on, outcome,
                                 reason, planned_for) as line from nudge where decided_at = ${now.toISOString()}
                union all
                select concat_ws(' ', organization_id, member_id, message) from outbox_message
                 where created_at = ${now.toISOString()} and state = 'queued'`,
          );
          written.push(...found.map(({ line }) => line));
          throw new Undone(result);
        });
      } catch (undone) {
        if (undone instanceof Undone) return undone.result as T;
        throw undone;
      }
    },
  };
  await queueDueNudges({ database: undoing, now, newId: () => newId(now), policyOf: readPolicies() }, due);
  return written.sort((one, other) => (one < other ? -1 : 1));
};

const perform = async (
  database: Database,
  { kind, office, task, unit, days }: Deed,
  at: Date,
): Promise<void> => {
  const organizationId = idOf("office", office);
  const taskId = idOf("task", taskNumber(office, 0, task));
  const unitOf = (number: number): string => idOf("unit", unitNumber(office, number % UNITS));
  const member = idOf("member", unitNumber(office, unit));
  const post = idOf("appointment", unitNumber(office, unit));
  const today = at.toISOString().slice(0, 10);
  const later = addDays(localDate(today), days);
  const own = sql`organization_id = ${organizationId}`;
  if (kind === "back") {
    const link = idOf("link", unitNumber(office, unit));
    return database.inTenant(tenantScope(organizationId), (tx) => clearUnreachable(tx, link));
  }
  const deeds = {
    claim: sql`with note as (
        insert into progress_update (organization_id, id, task_id, unit_id, appointment_id, channel, text, understood, noted_at,
                                     noted_on)
        values (${organizationId}, gen_random_uuid(), ${taskId}, ${unitOf(task)},
                ${idOf("appointment", unitNumber(office, task % UNITS))}, 'test', 'xong', '{}', ${at.toISOString()}, ${today})
        returning id)
      insert into completion_claim (organization_id, id, task_id, unit_id, progress_update_id, claimed_at, completed_on, state)
      select ${organizationId}, gen_random_uuid(), ${taskId}, ${unitOf(task)}, id, ${at.toISOString()}, ${today}, 'waiting' from note`,
    return: sql`update completion_claim set state = 'returned' where ${own}`,
    sent: sql`update outbox_message set state = 'sent' where ${own} and state = 'queued'`,
    due: sql`update task set due_on = ${later} where ${own} and id = ${taskId}`,
    withdraw: sql`update task set withdrawn_at = ${at.toISOString()} where ${own} and id = ${taskId}`,
    appoint: sql`insert into appointment (organization_id, id, member_id, unit_id, role, from_on)
      values (${organizationId}, gen_random_uuid(), ${member}, ${days % 2 === 0 ? null : unitOf(unit)},
              ${(["leader", "deputy", "consolidator", "focal", "leader"] as const)[days] ?? "leader"}, ${today})`,
    leave: sql`update appointment set to_on = ${later} where ${own} and id = ${post} and to_on is null`,
    hour: sql`update member set digest_at = ${days === 0 ? "18:00" : "09:15"} where ${own} and id = ${member}`,
    lost: sql`update chat_link set unreachable_since = ${at.toISOString()} where ${own} and member_id = ${member}`,
    linked: sql`update chat_link set unreachable_since = null, linked_at = ${at.toISOString()} where ${own} and member_id = ${member}`,
    lead: sql`update assignment set unit_id = ${unitOf(unit)}, from_on = ${later} where ${own} and task_id = ${taskId} and role = 'lead'`,
    group: sql`update assignment set unit_id = null, group_id = ${idOf("group", office)}
      where ${own} and task_id = ${taskId} and role = 'lead'`,
    round: sql`insert into reporting_round (organization_id, id, catalogue_id, label, phrase, window_start_on, due_on, position)
      values (${organizationId}, gen_random_uuid(), ${idOf("catalogue", office * 4)}, 'lần 1', 'lần 1', '2026-01-02', ${later}, 1)`,
  };
  await database.asOwner((db) => db.execute(deeds[kind]));
  if (kind === "lead" || kind === "group")
    await database.asOwner((db) =>
      db.execute(
        sql`update unit_group_member set to_on = ${later} where ${own} and unit_id = ${unitOf(unit)}`,
      ),
    );
  // Delivery alone changes nothing that anybody did.
  if (kind !== "sent" && kind !== "lost" && kind !== "linked")
    await database.asOwner((db) =>
      db.execute(sql`insert into audit_entry (organization_id, at, actor, action, subject_kind, details)
        values (${organizationId}, ${at.toISOString()}, 'operator', ${kind}, 'office', '{}')`),
    );
};

announceFuzzing("planning");

test("planning that reads only what is due decides what planning of whole offices decides", async () => {
  let narrowed = 0;
  await fc.assert(
    fc.asyncProperty(someStory, async ({ due, days }) => {
      const database = await freshDatabase();
      await database.asOwner(async (db) => {
        await seedOffices((statement) => db.execute(sql.raw(statement)), {
          offices: OFFICES,
          units: UNITS,
          tasks: TASKS,
          years: 1,
          notes: false,
          liveOn: "2026-08-24",
          dueOn: `date '2026-08-12' + (array[${due.join()}])[(o * ${TASKS} + t) + 1]`,
          lastTick: "2026-09-02T07:00:00+07:00",
        });
        await db.execute(sql`update organization set look_again_on = live_on`);
      });
      for (const [index, { deeds, missed }] of days.entries())
        for (const time of TIMES) {
          const now = new Date(`${addDays(FIRST_DAY, index)}T${time}:00+07:00`);
          for (const [when, deed] of deeds)
            if (when === time) await perform(database, deed, new Date(now.getTime() - 60_000));
          if (missed.includes(time)) continue;
          const found = await database.inSystem(async (tx) =>
            findDueWork(tx, now, await lastTick(tx), readPolicies()),
          );
          if (found.tasks.length > 0) {
            const decided = await decisionsOf(database, now, found);
            expect(decided).toEqual(await decisionsOf(database, now, wholly(found)));
            narrowed += decided.length;
          }
          granted(await runTick(database, now));
        }
    }),
    { ...fuzzed(1 / 75, "planning"), examples: [[CALM]] },
  );
  expect(narrowed).toBeGreaterThan(0);
}, 240_000);
