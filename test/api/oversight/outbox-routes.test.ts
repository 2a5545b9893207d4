import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, granted, haiAn, type Office, SERVICE_CENTRE } from "../../support/office.ts";

const REPORT_MORNING = new Date("2026-09-14T07:30:00+07:00");

type Message = {
  readonly id: string;
  readonly purpose: string;
  readonly state: string;
  readonly recipient: { readonly member_id: string; readonly posts: readonly unknown[] } | null;
};

let office: Office;
let api: ApiHouse;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
  granted(await runTick(office.database, REPORT_MORNING));
  api.clock.set(REPORT_MORNING);
});

const fail = (id: string) =>
  office.database.asOwner((db) =>
    db.execute(
      sql`update outbox_message set state = 'failed', attempts = 3, failure = 'nobody_reachable' where id = ${id}::uuid`,
    ),
  );

const digestOf = async (memberId: string): Promise<Message> => {
  const { items } = await api.call("list-messages", { query: { member_id: memberId, purpose: "nudge" } });
  const [digest] = items;
  if (digest === undefined) throw new Error("no digest");
  return digest;
};

describe("the outbox", () => {
  it("lists messages by post and state, never their words", async () => {
    const whole = await api.ask("list-messages", { query: { limit: 200 } });
    const text = await whole.text();
    for (const word of ["paragraphs", "nudge-greeting", "chat_key"]) expect(text).not.toContain(word);
    const head = office.as("head");
    expect(await digestOf(head.memberId)).toMatchObject({
      purpose: "nudge",
      state: "waiting",
      attempts: 0,
      recipient: { name: head.name, posts: [{ role: "head", unit_name: CULTURE }] },
    });
    const first = await api.call("list-messages", { query: { limit: 1 } });
    const second = await api.call("list-messages", { query: { limit: 1, cursor: first.next_cursor } });
    const all: Message[] = JSON.parse(text).items;
    expect([...first.items, ...second.items]).toEqual(all.slice(0, 2));
    const seen = await api.in(office.as("consolidator")).call("list-messages");
    expect(seen.items[0].recipient.name).toBeNull();
    expect(await api.in(office.as("leader")).refused("list-messages")).toMatchObject({ code: "not_allowed" });
  });

  it("what failed is listed with the posts that nothing reaches, and sent once more on the same day", async () => {
    const head = office.as("head");
    const digest = await digestOf(head.memberId);
    expect(await api.refused("retry-message", { params: { message_id: digest.id } })).toMatchObject({
      status: 409,
      code: "message_not_failed",
    });
    await fail(digest.id);
    await office.database.asOwner((db) =>
      db.execute(sql`update chat_link set unreachable_since = ${REPORT_MORNING.toISOString()}::timestamptz
                      where id = ${office.as("head", SERVICE_CENTRE).chatLinkId}::uuid`),
    );
    const failures = await api.call("list-delivery-failures");
    expect(failures.items).toMatchObject([{ id: digest.id, state: "failed", failure: "nobody_reachable" }]);
    expect(failures.unreached).toMatchObject([
      { role: "head", unit_name: SERVICE_CENTRE, why: "chat_closed", since: REPORT_MORNING.toISOString() },
    ]);

    const consolidator = api.in(office.as("consolidator"));
    const params = { message_id: digest.id };
    expect(await consolidator.call("retry-message", { params })).toMatchObject({
      state: "waiting",
      attempts: 0,
      failure: null,
    });
    expect((await api.call("list-delivery-failures")).items).toEqual([]);
    expect(await consolidator.refused("retry-message", { params })).toMatchObject({
      code: "message_not_failed",
    });

    await fail(digest.id);
    api.clock.set(new Date("2026-09-15T07:30:00+07:00"));
    expect(await consolidator.refused("retry-message", { params })).toMatchObject({
      status: 409,
      code: "message_outdated",
    });
    expect(await api.with(await api.key("write")).refused("retry-message", { params })).toMatchObject({
      code: "not_allowed",
    });
  });

  it("a message of nobody's is not found", async () => {
    const params = { message_id: "01990000-0000-7000-8000-000000000000" };
    for (const name of ["show-message", "retry-message"])
      expect(await api.refused(name, { params })).toMatchObject({ status: 404, code: "message_not_found" });
  });
});
