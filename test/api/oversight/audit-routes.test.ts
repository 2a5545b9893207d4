import { createHash } from "node:crypto";
import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, haiAn, type Office } from "../../support/office.ts";

let office: Office;
let api: ApiHouse;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  api = await apiHouse(office);
  granted(await runTick(office.database, api.clock.now()));
});

type Entry = {
  readonly position: number;
  readonly hash: string;
  readonly canonical: string;
  readonly action: string;
  readonly actor: string;
  readonly subject_id: string;
};

const followed = async (): Promise<Entry[]> => {
  const entries: Entry[] = [];
  let cursor: string | null = null;
  do {
    const page: { items: Entry[]; next_cursor: string | null } = await api.call("list-audit-entries", {
      query: { order: "oldest", limit: 4, ...(cursor === null ? {} : { cursor }) },
    });
    entries.push(...page.items);
    cursor = page.next_cursor;
  } while (cursor !== null);
  return entries;
};

describe("the audit chain", () => {
  it("is followed link by link, and a stranger computes its hashes", async () => {
    const entries = await followed();
    expect(entries.map(({ position }) => position)).toEqual(entries.map((_, at) => at + 1));
    let previous = "";
    for (const { position, hash, canonical } of entries) {
      expect(createHash("sha256").update(`${previous}\n${position}\n${canonical}`).digest("hex")).toBe(hash);
      previous = hash;
    }
    const newest = await api.call("list-audit-entries", { query: { limit: 200 } });
    expect(newest.items).toEqual(entries.toReversed());
    expect(await api.call("verify-audit-chain")).toEqual({
      intact: true,
      broken_at: null,
      entries: entries.length,
      head: previous,
      waiting: 0,
    });
  });

  it("names the key that did it, once the tick has passed; a tampered link is found", async () => {
    const unit = await api.call("add-unit", { body: { name: "Đội xung kích" } });
    expect((await api.call("list-audit-entries", { query: { subject_id: unit.id } })).items).toEqual([]);
    expect(await api.call("verify-audit-chain")).toMatchObject({ waiting: 1 });
    granted(await runTick(office.database, api.clock.now()));
    const query = { subject_id: unit.id, from: "2026-09-07", to: "2026-09-07" };
    const always = { subject_id: unit.id, from: "0001-01-01", to: "9999-12-31" };
    expect((await api.call("list-audit-entries", { query: always })).items).toHaveLength(1);
    const [added]: Entry[] = (await api.call("list-audit-entries", { query })).items;
    expect(added?.actor).toMatch(/^key:[0-9a-f-]{36}$/);
    expect((await api.call("list-audit-entries", { query: { actor: added?.actor ?? "" } })).items).toEqual([
      added,
    ]);
    await office.database.asOwner((db) =>
      db.execute(sql`update audit_entry set actor = 'operator' where subject_id = ${unit.id}::uuid`),
    );
    expect(await api.call("verify-audit-chain")).toMatchObject({ intact: false, broken_at: added?.position });
  });

  it("is the administrator's: neither a post below nor a lesser key reads it", async () => {
    expect(await api.in(office.as("leader")).refused("list-audit-entries")).toMatchObject({
      code: "not_allowed",
    });
    expect(await api.with(await api.key("write")).refused("verify-audit-chain")).toMatchObject({
      code: "scope_too_small",
    });
    const cursor = (await api.call("list-audit-entries", { query: { limit: 1 } })).next_cursor;
    expect(await api.refused("list-audit-entries", { query: { order: "oldest", cursor } })).toMatchObject({
      code: "cursor_invalid",
    });
  });
});
