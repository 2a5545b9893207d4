import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { rehearseNudges } from "../../../api/nudges/rehearse-nudges.ts";
import { messageSchema } from "../../../api/outbox/message.ts";
import { submitProgressUpdate } from "../../../api/progress/submit-progress-update.ts";
import { withdrawProgressUpdate } from "../../../api/progress/withdraw-progress-update.ts";
import { rows } from "../../../db/queries/rows.ts";
import type { Database } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  granted,
  haiAn,
  type Office,
  refusalOf,
  SERVICE_CENTRE,
  sampleOffice,
} from "../../support/office.ts";

let database: Database;
const tick = async (at: string) => granted(await runTick(database, new Date(at)));
const ask = <Row>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  database.inSystem((tx) => rows<Row>(tx, query));

type Digest = { readonly member_id: string; readonly state: string; readonly message: unknown };
const digests = () =>
  ask<Digest>(
    sql`select member_id, state, message from outbox_message where purpose = 'nudge' order by sequence`,
  );
const digestsOf = async (memberId: string): Promise<readonly string[]> =>
  (await digests())
    .filter((row) => row.member_id === memberId && row.state === "queued")
    .map(({ message }) =>
      messageSchema
        .parse(message)
        .paragraphs.flat()
        .map(({ key, args }) => `${key} ${JSON.stringify(args ?? {})}`)
        .join("\n"),
    );
const sent = () => database.inSystem((tx) => tx.db.execute(sql`update outbox_message set state = 'sent'`));
const taskOf = async (office: Office, number: string): Promise<string> => {
  const [found] = await ask<{ id: string }>(
    sql`select id from task where organization_id = ${office.organizationId} and number = ${number}`,
  );
  if (found === undefined) throw new Error(`no task ${number}`);
  return found.id;
};
const note = async (office: Office, at: string, number: string, text: string) => {
  const taskId = await taskOf(office, number);
  return office.at(at).as(office.as("head")).do(submitProgressUpdate, { taskId, text, messageKey: null });
};

beforeEach(async () => {
  database = await freshDatabase();
});

describe("Hải An, linked on Monday 07/09/2026 at 07:00", () => {
  let office: Office;
  beforeEach(async () => {
    office = await haiAn(database);
  });

  test("the first morning: one digest a head, with five overdue tasks and the report; the office is live", async () => {
    expect(await tick("2026-09-07T07:29:00+07:00")).toMatchObject({ queued: 0 });
    expect(await tick("2026-09-07T07:30:00+07:00")).toMatchObject({ queued: 8, withdrawn: 0 });
    const [text = "", ...more] = await digestsOf(office.as("head").memberId);
    expect(more).toEqual([]);
    for (const number of ["1.2", "2.4", "3.5.a", "3.5.b", "4.7"])
      expect(text).toContain(`"number":"${number}"`);
    expect(text).toContain("nudge-round-soon");
    expect((await digests()).map((row) => row.member_id).sort((a, b) => a.localeCompare(b))).toEqual(
      [office.as("head").memberId, office.as("head", SERVICE_CENTRE).memberId].sort((a, b) =>
        a.localeCompare(b),
      ),
    );
    expect(await ask(sql`select live_on::text from organization where code = 'hai-an'`)).toEqual([
      { live_on: "2026-09-07" },
    ]);
  });

  test("the same instant again adds nothing; an earlier one is refused; every row carries the instant", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    expect(await tick("2026-09-07T07:30:00+07:00")).toEqual({ queued: 0, skipped: 0, withdrawn: 0 });
    expect(refusalOf(await runTick(database, new Date("2026-09-07T07:29:59+07:00")))).toBe("tick_in_past");
    const instants = await ask<{ at: string }>(sql`
      select distinct to_char(at at time zone 'UTC', 'HH24:MI:SS') as at from (
        select decided_at as at from nudge union select created_at from outbox_message where purpose = 'nudge'
        union select at from audit_entry where actor = 'tick') written`);
    expect(instants).toEqual([{ at: "00:30:00" }]);
  });

  test("after a week of outage, the morning of 14/09: one digest, the last day of the report once", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    await sent();
    await tick("2026-09-14T07:30:00+07:00");
    const [text = "", ...more] = await digestsOf(office.as("head").memberId);
    expect(more).toEqual([]);
    expect(text.match(/nudge-round-today/g)).toHaveLength(1);
    expect(text.match(/"number":"2.4"/g)?.length).toBe(1);
    const leader = await digestsOf(office.as("leader").memberId);
    expect(leader[0]).toContain("nudge-late-unit-heading");
    const superseded = await ask(sql`select 1 from nudge where reason = 'superseded' and rung = '-3'`);
    expect(superseded.length).toBeGreaterThan(0);
  });

  test("an outage that ends in the evening or on Saturday waits for the next morning, and loses nothing", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    await sent();
    expect(await tick("2026-09-11T18:00:00+07:00")).toMatchObject({ queued: 0 });
    expect(await tick("2026-09-12T10:00:00+07:00")).toMatchObject({ queued: 0 });
    await tick("2026-09-14T07:30:00+07:00");
    expect((await digestsOf(office.as("consolidator").memberId))[0]).toContain('"number":"2.4"');
  });

  test("an answer before the message left takes it back; taken back itself, the reminder returns", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    const claimed = await note(office, "2026-09-07T07:31:00+07:00", "2.4", "đã xong ngày 20/3");
    expect(await tick("2026-09-07T07:32:00+07:00")).toMatchObject({ withdrawn: 1 });
    const [text = "", ...more] = await digestsOf(office.as("head").memberId);
    expect(more).toEqual([]);
    expect(text).not.toContain('"number":"2.4"');
    expect(text).toContain('"number":"4.7"');

    await sent();
    await office
      .at("2026-09-07T09:00:00+07:00")
      .as(office.as("head"))
      .do(withdrawProgressUpdate, { noteId: claimed.noteId });
    await tick("2026-09-08T07:30:00+07:00");
    const [again = ""] = await digestsOf(office.as("head").memberId);
    expect(again).toContain('"number":"2.4"');
    expect(again).not.toContain('"number":"4.7"');
  });

  test("a digest that nobody fetched is merged into the next one", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    await tick("2026-09-09T07:30:00+07:00");
    const [text = "", ...more] = await digestsOf(office.as("head").memberId);
    expect(more).toEqual([]);
    expect(text).toContain("nudge-unacknowledged");
    expect(text.match(/nudge-round-soon/g)).toHaveLength(1);
    expect(text).toContain('"number":"2.4"');
    expect(await ask(sql`select distinct reason from nudge where outcome = 'withdrawn'`)).toEqual([
      { reason: "merged_into_later" },
    ]);
  });

  test("killed before the commit, nothing of it is there; afterwards it comes once", async () => {
    for (let step = 1; step <= 3; step += 1) {
      let transactions = 0;
      const dying: Database = {
        ...database,
        inSystem: (work) =>
          database.inSystem(async (tx) => {
            const result = await work(tx);
            transactions += 1;
            if (transactions > step) throw new Error("killed");
            return result;
          }),
      };
      await expect(runTick(dying, new Date("2026-09-07T07:30:00+07:00"))).rejects.toThrow("killed");
      expect(await digests()).toHaveLength(step === 1 ? 0 : 2);
    }
    await tick("2026-09-07T07:31:00+07:00");
    expect(await digests()).toHaveLength(2);
    expect(await ask(sql`select count(*)::int as n from nudge where outcome = 'queued'`)).toEqual([{ n: 8 }]);
  });

  test("two ticks at once say everything once", async () => {
    const at = new Date("2026-09-07T07:30:00+07:00");
    await Promise.all([runTick(database, at), runTick(database, at)]);
    expect(await digests()).toHaveLength(2);
  });

  test("whoever is linked later is told what is still true, by the minute", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    const late = await office.link(
      "head",
      "Phòng Kinh tế, Hạ tầng và Đô thị",
      "Ngô Văn Kha",
      new Date("2026-09-07T09:00:00+07:00"),
    );
    await tick("2026-09-07T09:01:00+07:00");
    expect((await digestsOf(late.memberId))[0]).toContain('"number":"1.2"');
    await tick("2026-09-07T09:02:00+07:00");
    expect(await digestsOf(late.memberId)).toHaveLength(1);
  });

  test("a tick between the hours looks at nothing", async () => {
    await tick("2026-09-07T07:30:00+07:00");
    expect(await tick("2026-09-07T07:31:00+07:00")).toEqual({ queued: 0, skipped: 0, withdrawn: 0 });
  });

  test("the rehearsal says what the tick then does", async () => {
    const rehearsed = granted(
      await rehearseNudges(database, {
        organizationId: office.organizationId,
        from: "2026-09-07",
        to: "2026-10-02",
        now: new Date("2026-09-07T07:00:00+07:00"),
      }),
    );
    for (let day = 7; day <= 32; day += 1) {
      const date = day <= 30 ? `2026-09-${String(day).padStart(2, "0")}` : `2026-10-0${day - 30}`;
      await tick(`${date}T07:30:00+07:00`);
      await sent();
    }
    const done = await ask<{ line: string }>(sql`
      select concat_ws(' ', to_char(planned_for at time zone 'Asia/Ho_Chi_Minh', 'YYYY-MM-DD'), unit.name, recipient,
        coalesce(task.number, reporting_round.label, ''), rung) as line
      from nudge join unit on unit.id = nudge.unit_id
        left join task on task.id = subject_id left join reporting_round on reporting_round.id = subject_id
      where outcome = 'queued' or reason = 'nobody_linked'`);
    const lines = rehearsed.map(({ at, unit, recipient, subject, rung }) =>
      [at.slice(0, 10), unit, recipient, subject, rung].join(" "),
    );
    const inOrder = (all: readonly string[]) => all.toSorted((a, b) => a.localeCompare(b));
    expect(inOrder(lines)).toEqual(inOrder(done.map(({ line }) => line)));
    expect(rehearsed.some(({ member }) => member === "Trần Thị Bình")).toBe(true);
    expect(rehearsed.some(({ member, unit }) => member === null && unit !== CULTURE)).toBe(true);
  });
});

describe("without people", () => {
  test("nothing is planned and the office is not live, but the rehearsal lists every post", async () => {
    const office = await sampleOffice(database, "hai-an");
    expect(await tick("2026-09-07T07:30:00+07:00")).toEqual({ queued: 0, skipped: 0, withdrawn: 0 });
    expect(await ask(sql`select live_on from organization where code = 'hai-an'`)).toEqual([
      { live_on: null },
    ]);
    const asked = {
      organizationId: office.organizationId,
      from: "2026-08-20",
      to: "2026-09-30",
      now: new Date("2026-09-07T00:00:00Z"),
    };
    const rehearsed = granted(await rehearseNudges(database, asked));
    const first = rehearsed.filter(
      ({ subject, unit, post }) => subject === "lần 1" && unit === CULTURE && post === "head",
    );
    expect(first.map(({ at, rung, member }) => `${at} ${rung} ${member}`)).toEqual([
      "2026-08-26T07:30:00+07:00 -10 null",
      "2026-09-07T07:30:00+07:00 -5 null",
      "2026-09-09T07:30:00+07:00 -3 null",
      "2026-09-11T07:30:00+07:00 -1 null",
      "2026-09-14T07:30:00+07:00 0 null",
      "2026-09-15T07:30:00+07:00 +1 null",
      "2026-09-17T07:30:00+07:00 +3 null",
      "2026-09-28T07:30:00+07:00 +5w1 null",
    ]);
    expect(new Set(rehearsed.map(({ post }) => post))).toEqual(new Set(["head", "consolidator", "leader"]));
    for (const [from, to, code] of [
      ["2026-02-30", "2026-09-30", "date_invalid"],
      ["2026-10-01", "2026-09-30", "period_invalid"],
      ["2026-10-01", "2036-09-30", "period_too_long"],
    ] as const)
      expect(refusalOf(await rehearseNudges(database, { ...asked, from, to }))).toBe(code);
  });

  test("past catalogues remind of nothing", async () => {
    const office = await sampleOffice(database, "kim-thanh");
    await office.link("leader", null);
    expect(await tick("2026-09-07T07:30:00+07:00")).toMatchObject({ queued: 0 });
  });
});
