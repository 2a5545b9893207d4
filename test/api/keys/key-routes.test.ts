import { type SQL, sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { sweepAnswers } from "../../../api/http/sweep-answers.ts";
import { hashSecret } from "../../../api/members/hash-secret.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";
import { rowsOf } from "../../support/two-offices.ts";

let api: ApiHouse;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

describe("keys", () => {
  it("are shown once, listed with their last use, and end when they are revoked or when their days are over", async () => {
    const made = await api.call("create-key", { body: { name: "Cổng thông tin", scope: "read", days: 2 } });
    const portal = api.with(made.key);
    await portal.call("list-units");
    const first = await api.call("list-keys", { query: { limit: 1 } });
    expect(first.items).toHaveLength(1);
    const { items } = await api.call("list-keys", { query: { cursor: first.next_cursor } });
    const listed = items.find(({ id }: { id: string }) => id === made.id);
    expect(listed).toMatchObject({ name: "Cổng thông tin", last_used_at: api.clock.now().toISOString() });
    expect(JSON.stringify(items)).not.toContain(made.key);

    await api.call("revoke-key", { params: { key_id: made.id } });
    expect(await portal.refused("list-units")).toMatchObject({ status: 401, code: "key_invalid" });
    expect(await api.refused("revoke-key", { params: { key_id: made.id } })).toMatchObject({
      code: "key_not_found",
    });

    const short = await api.call("create-key", { body: { name: "Tạm", scope: "read", days: 1 } });
    const monday = api.clock.now();
    api.clock.set(new Date(monday.getTime() + 86_400_000));
    expect(await api.with(short.key).refused("list-units")).toMatchObject({ code: "key_invalid" });
    api.clock.set(monday);
  });

  it("that are missing, foreign or too weak are refused, and no log holds one", async () => {
    const answer = await api.with(null).ask("list-units");
    expect([answer.status, answer.headers.get("www-authenticate")]).toEqual([401, "Bearer"]);
    expect(await api.with("dondoc_nobody").refused("list-units")).toMatchObject({ code: "key_invalid" });
    expect(await api.with("x".repeat(5_000)).refused("list-units")).toMatchObject({ status: 401 });
    const writer = await api.key("write");
    expect(await api.with(writer).refused("list-keys")).toMatchObject({ code: "scope_too_small" });
    expect(api.logged.join("\n")).not.toContain(writer);
  });

  it("that a restore takes away or brings back open nothing, and open again, for a process that has met them", async () => {
    const key = await api.key("read");
    const reader = api.with(key);
    await reader.call("list-units");
    const hash = hashSecret(key);
    const asOwner = <Row extends object>(statement: SQL) =>
      api.office.database.asOwner((db) => rowsOf<Row>(db, statement));
    const [kept] = await asOwner<{ row: string }>(
      sql`with gone as (delete from api_key k where k.key_hash = ${hash} returning k.*)
          select to_jsonb(gone)::text as row from gone`,
    );
    expect(await reader.refused("list-units")).toMatchObject({ status: 401, code: "key_invalid" });
    // Nor is it remembered by a process that has only seen it refused.
    const later = (await apiHouse(api.office)).with(key);
    expect(await later.refused("list-units")).toMatchObject({ code: "key_invalid" });
    await asOwner(
      sql`insert into api_key select * from jsonb_populate_record(null::api_key, ${kept?.row}::jsonb)`,
    );
    await reader.call("list-units");
    await later.call("list-units");
  });

  it("made under an idempotency key are shown again to whoever made them, and lie in the database for nobody", async () => {
    const call = { body: { name: "Cổng", scope: "read" }, headers: { "idempotency-key": "khoa-1" } };
    const made = await api.call("create-key", call);
    expect(await api.call("create-key", call)).toEqual(made);
    const kept = await api.office.database.asOwner((db) =>
      rowsOf<{ row: string }>(db, sql`select to_jsonb(a)::text as row from answered_request a`),
    );
    expect(kept).toHaveLength(1);
    expect(JSON.stringify(kept)).not.toContain(made.key);
    const tomorrow = new Date(api.clock.now().getTime() + 25 * 3_600_000);
    expect(await sweepAnswers(api.office.database, api.clock.now())).toBe(0);
    expect(await sweepAnswers(api.office.database, tomorrow)).toBe(1);
  });

  it("may ask so often a minute, and are told", async () => {
    const hurried = await apiHouse(api.office, { perMinute: 3 });
    const answers = await Promise.all([1, 2, 3, 4].map(() => hurried.ask("list-units")));
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 200, 200, 429]);
    const last = answers.find(({ status }) => status === 429);
    expect(Number(last?.headers.get("retry-after"))).toBeGreaterThan(0);
    expect(answers[0]?.headers.get("ratelimit-limit")).toBe("3");
  });
});
