import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, test } from "vitest";
import { createFeed } from "../../api/calendar-feeds/create-feed.ts";
import { handleNextUpdate } from "../../api/conversations/handle-next-update.ts";
import { storeUpdates } from "../../api/conversations/store-updates.ts";
import { leasesOf } from "../../api/jobs/take-lease.ts";
import { linkChat } from "../../api/members/link-chat.ts";
import { runMinute } from "../../bot/product/run-chores.ts";
import { createTalker } from "../../bot/talker.ts";
import type { Database } from "../../db/scope.ts";
import { apiHouse } from "../support/api.ts";
import { freshDatabase } from "../support/database.ts";
import { ACCOUNT, haiAn, type Office } from "../support/office.ts";
import { only, readCalendar } from "../support/read-calendar.ts";
import { rowsOf } from "../support/two-offices.ts";

/** The machine's clock runs ahead, an hour, a day, a week, over the year's end, and is put right again. */

const MORNINGS = ["08", "10", "14", "15", "17"].map((day) => `2026-09-${day}T07:30:00+07:00`);
const FIRST = "2026-09-07T07:30:00+07:00";
const NEXT_YEAR = "2027-01-04T07:30:00+07:00";
const AHEAD = [
  "2026-09-07T08:30:00+07:00",
  "2026-09-08T08:30:00+07:00",
  "2026-09-14T08:30:00+07:00",
  NEXT_YEAR,
];
const PUT_RIGHT = "2026-09-07T08:40:00+07:00";

let database: Database;
let office: Office;
let warnings: string[];
beforeEach(async () => {
  database = await freshDatabase();
  office = await haiAn(database);
  warnings = [];
});

const ask = <Row>(query: ReturnType<typeof sql>): Promise<Row[]> =>
  database.asOwner((db) => rowsOf<Row>(db, query));
const log = {
  info: () => undefined,
  warn: (_: object, event: string) => void warnings.push(event),
  error: (fields: object, event: string) => void warnings.push(`${event} ${JSON.stringify(fields)}`),
};

/** The product's minute at that time, with a messenger that real people use. */
const minute = (at: string): Promise<void> =>
  runMinute(
    {
      database,
      clock: { now: () => new Date(at) },
      log,
      demonstration: null,
      settings: { officialMessenger: true },
    },
    [],
    { isHeld: () => true, renew: async () => true },
  );

/** What leaves now, as the nudges that it says. */
const deliver = async (at: string): Promise<readonly string[]> => {
  const said = await ask<{ nudge: string }>(
    sql`select concat_ws(' ', n.subject_id, n.unit_id, n.recipient, n.rung, n.due_on) as nudge
          from nudge n join outbox_message m on m.id = n.outbox_id
         where n.outcome = 'queued' and m.state = 'queued' and m.not_before <= ${at}::timestamptz`,
  );
  await ask(
    sql`update outbox_message set state = 'sent', sent_at = ${at}::timestamptz
         where state = 'queued' and not_before <= ${at}::timestamptz`,
  );
  return said.map(({ nudge }) => nudge);
};
const live = async (instants: readonly string[]): Promise<readonly string[]> => {
  const said: string[] = [];
  for (const at of instants) {
    await minute(at);
    said.push(...(await deliver(at)));
  }
  return said;
};

describe("reminders", () => {
  test("none is lost and none is said twice", async () => {
    const calm = await live([FIRST, PUT_RIGHT, ...MORNINGS]);
    expect(calm.length).toBeGreaterThan(20);
    expect(new Set(calm).size).toBe(calm.length);

    database = await freshDatabase();
    office = await haiAn(database);
    const said = [...(await live([FIRST]))];
    const ahead = await live(AHEAD);
    expect(ahead.length).toBeGreaterThan(0);
    said.push(...ahead, ...(await live([PUT_RIGHT, ...MORNINGS])));
    expect(warnings).toEqual(["the clock was set back: what was planned ahead of it is forgotten"]);
    expect(new Set(said).size).toBe(said.length);
    expect(calm.filter((nudge) => !said.includes(nudge))).toEqual([]);
    console.info(
      `reminders: ${calm.length} by a calm clock, ${said.length} by a wrong one, ${ahead.length} ahead`,
    );
  });

  test("what was planned ahead and had not left does not leave", async () => {
    await minute(FIRST);
    await deliver(FIRST);
    await minute(NEXT_YEAR);
    await minute(PUT_RIGHT);
    expect(await deliver("2027-02-01T00:00:00+07:00")).toEqual([]);
  });

  test("seconds back are waited for", async () => {
    await minute(FIRST);
    await minute("2026-09-07T07:29:58+07:00");
    expect(warnings).toEqual([]);
    expect(await ask(sql`select 1 from tick`)).toHaveLength(1);
  });
});

describe("what waits", () => {
  const stored = async (at: string): Promise<void> => {
    const chatKey = office.as("head").chatKey;
    const content = {
      updateKey: "1",
      chatKey,
      userKey: chatKey,
      group: false,
      messageKey: "1",
      replyToKey: null,
      languageCode: "vi",
      callbackKey: null,
      content: { kind: "text", text: "trợ giúp", edited: false },
    };
    await storeUpdates(
      database,
      { channel: "telegram", account: ACCOUNT },
      [{ updateKey: "1", chatKey, content }],
      new Date(at),
    );
  };

  test("an update that failed ahead, and an answer that was to come again, need not wait for that time", async () => {
    await minute(FIRST);
    await minute(NEXT_YEAR);
    await stored(NEXT_YEAR);
    const broken = {
      ...createTalker({ buttons: () => false }),
      withMember: () => Promise.reject(new Error("not today")),
    };
    expect(await handleNextUpdate(database, broken, new Date(NEXT_YEAR))).toMatchObject({ kind: "failed" });
    const head = office.as("head");
    const talker = createTalker({ buttons: () => false });
    expect(await handleNextUpdate(database, talker, new Date(PUT_RIGHT))).toEqual({ kind: "none" });
    await minute(PUT_RIGHT);
    expect(await handleNextUpdate(database, talker, new Date(PUT_RIGHT))).toMatchObject({ kind: "handled" });

    await ask(sql`update outbox_message set not_before = ${NEXT_YEAR}::timestamptz where purpose = 'reply'`);
    await ask(
      sql`insert into tick (at, queued, skipped, withdrawn) values (${NEXT_YEAR}::timestamptz, 0, 0, 0)`,
    );
    await minute("2026-09-07T08:41:00+07:00");
    expect(
      await ask(
        sql`select 1 from outbox_message
             where chat_link_id = ${head.chatLinkId} and purpose = 'reply' and not_before <= '2026-09-07T08:41:00+07:00'`,
      ),
    ).toHaveLength(1);
  });

  test("a notice that waits for a working morning leaves in no other hour; one that was put off ahead need not wait", async () => {
    const night = "2026-09-07T20:00:00+07:00";
    const morning = new Date("2026-09-08T07:30:00+07:00");
    const notice = (notBefore: Date, attempts: number) =>
      ask<{ id: string }>(
        sql`insert into outbox_message (id, organization_id, member_id, locale, purpose, message, state, created_at,
                                        not_before, attempts)
            values (gen_random_uuid(), ${office.organizationId}, ${office.as("head").memberId}, 'vi', 'notice', '{}', 'queued',
                    ${night}::timestamptz - interval '1 hour', ${notBefore.toISOString()}::timestamptz, ${attempts})
            returning id`,
      );
    await minute(FIRST);
    const [waiting] = await notice(morning, 0);
    const [triedAhead] = await notice(new Date(NEXT_YEAR), 1);
    const [restingAhead] = await notice(new Date(NEXT_YEAR), 0);
    await minute(NEXT_YEAR);
    await minute(night);
    const free = await ask<{ id: string }>(
      sql`select id from outbox_message where purpose = 'notice' and not_before <= ${night}::timestamptz`,
    );
    expect(new Set(free.map(({ id }) => id))).toEqual(new Set([triedAhead?.id, restingAhead?.id]));
    expect(
      await ask(
        sql`select 1 from outbox_message where id = ${waiting?.id ?? null} and not_before = ${morning.toISOString()}`,
      ),
    ).toHaveLength(1);
  });

  test("a chat that was locked ahead for wrong codes may try again", async () => {
    await minute(FIRST);
    await minute(NEXT_YEAR);
    const stranger = {
      channel: "telegram",
      account: ACCOUNT,
      chatKey: "stranger",
      languageCode: "vi",
    } as const;
    const tried = async (at: string) => {
      const result = await database.inBoth((both) =>
        linkChat(both, new Date(at), { ...stranger, code: "AAAAA-11111" }),
      );
      return result.ok ? null : result.refusal.code;
    };
    const codes: (string | null)[] = [];
    while (codes.at(-1) !== "invitation_locked" && codes.length < 20) codes.push(await tried(NEXT_YEAR));
    expect(codes.at(-1)).toBe("invitation_locked");
    expect(await tried(PUT_RIGHT)).toBe("invitation_locked");
    await minute(PUT_RIGHT);
    expect(await tried(PUT_RIGHT)).toBe("invitation_unknown");
  });

  test("a lease that was taken ahead holds nobody up; one of a clock a little fast does", async () => {
    const leases = leasesOf({ ...database, engine: "postgres" });
    const at = (instant: string, seconds: number): Date =>
      new Date(new Date(instant).getTime() + seconds * 1_000);
    for (const ahead of AHEAD) {
      expect(await leases.take("deliver", "ahead", at(ahead, 0), at(ahead, 20), true)).toBe(true);
      expect(await leases.take("deliver", "right", at(FIRST, 0), at(FIRST, 20), true)).toBe(true);
      await leases.end("deliver", "right");
    }
    expect(await leases.take("deliver", "fast", at(FIRST, 15), at(FIRST, 35), true)).toBe(true);
    expect(await leases.take("deliver", "right", at(FIRST, 0), at(FIRST, 20), true)).toBe(false);
  });
});

describe("the API", () => {
  test("sessions and codes that ended ahead hold again; an answer is said again; the chain is whole", async () => {
    const api = await apiHouse(office);
    const right = api.clock.now();
    const { code } = await api.call("invite-again", { params: { member_id: office.as("deputy").memberId } });
    const invited = await api.call("invite-again", { params: { member_id: office.as("leader").memberId } });
    const { token } = await api.with(null).call("login", { body: { code } });
    const person = api.with(token);
    await person.call("show-caller");
    for (const ahead of AHEAD) {
      api.clock.set(new Date(ahead));
      const unit = { body: { name: `Đội ${ahead}` }, headers: { "idempotency-key": ahead } };
      const made = await api.call("add-unit", unit);
      api.clock.set(right);
      expect((await api.call("add-unit", unit)).id).toBe(made.id);
    }
    api.clock.set(new Date("2027-09-07T07:30:00+07:00"));
    expect(await person.refused("show-caller")).toMatchObject({ code: "session_invalid" });
    const late = await api.with(null).refused("login", { body: { code: invited.code } });
    expect(late.code).toBe("invitation_expired");
    api.clock.set(right);
    await person.call("show-caller");
    await api.with(null).call("login", { body: { code: invited.code } });
    const { items } = await api.call("list-units", { query: { limit: 100 } });
    const names = items.map(({ name }: { readonly name: string }) => name);
    expect(names).toEqual(expect.arrayContaining(AHEAD.map((ahead) => `Đội ${ahead}`)));

    await minute(FIRST);
    expect(await api.call("verify-audit-chain")).toMatchObject({ intact: true, waiting: 0 });
  });

  test("a calendar program sees the same dates, and none of its events goes back", async () => {
    const api = await apiHouse(office);
    const right = api.clock.now();
    const { path } = await office.at(right).as(office.as("head")).do(createFeed, {});
    const events = async () => {
      const answer = await api.app.request(path);
      expect(answer.status).toBe(200);
      return readCalendar(new Uint8Array(await answer.arrayBuffer())).parts.map((event) => ({
        uid: only(event, "UID").value,
        day: only(event, "DTSTART").value,
        sequence: Number(only(event, "SEQUENCE").value),
      }));
    };
    const before = await events();
    expect(before.length).toBeGreaterThan(5);
    for (const ahead of AHEAD) {
      api.clock.set(new Date(ahead));
      await events();
      api.clock.set(right);
      expect(await events()).toEqual(before);
    }
  });
});
