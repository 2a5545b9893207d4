import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { policySchema } from "../../../api/organizations/organization.ts";
import { rows } from "../../../db/queries/rows.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { haiAn } from "../../support/office.ts";

let api: ApiHouse;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

const actionsOf = (): Promise<string[]> =>
  api.office.read(async (tx) =>
    (
      await rows<{ action: string }>(
        tx,
        sql`select action from audit_entry where organization_id = ${tx.organizationId}::uuid order by sequence`,
      )
    ).map(({ action }) => action),
  );

describe("the office", () => {
  it("tells its policy, changes one field of it, and takes the default back", async () => {
    const shown = await api.call("show-organization");
    expect(shown).toMatchObject({
      code: "hai-an",
      time_zone: "Asia/Ho_Chi_Minh",
      policy: { digest_at: "07:30" },
    });
    const changed = await api.call("change-organization", {
      body: { policy: { digest_at: "06:45", rungs_after: [{ days: 2, audience: ["head"] }] } },
    });
    expect(changed).toEqual({
      ...shown,
      policy: { ...shown.policy, digest_at: "06:45", rungs_after: [{ days: 2, audience: ["head"] }] },
    });
    await api.call("change-organization", { body: { policy: { digest_at: null } } });
    const after = await api.call("show-organization");
    expect(after.policy).toMatchObject({
      digest_at: "07:30",
      rungs_after: [{ days: 2, audience: ["head"] }],
    });
  });

  it("offers every field of the policy, each by the rule that the product has for it", async () => {
    const { policy } = await api.call("show-organization");
    expect(Object.keys(policy)).toHaveLength(Object.keys(policySchema.shape).length);
    for (const [field, value] of Object.entries(policy)) {
      const said = await api.call("change-organization", { body: { policy: { [field]: value } } });
      expect(said.policy[field]).toEqual(value);
      const wrong = { body: { policy: { [field]: { so: 1 } } } };
      expect(await api.refused("change-organization", wrong), field).toMatchObject({
        code: "request_invalid",
      });
    }
  });

  it("is changed by whoever read the latest, and by nobody else", async () => {
    const etag = (await api.ask("show-organization")).headers.get("etag") ?? "";
    const change = { body: { name: "Ủy ban nhân dân phường Hải An" }, headers: { "if-match": etag } };
    await api.call("change-organization", { body: { policy: { repeat_days: 9 } } });
    expect(await api.refused("change-organization", change)).toMatchObject({ code: "revision_conflict" });
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("change-organization", { body: { name: "X" } })).toMatchObject({
      code: "scope_too_small",
    });
    expect(
      await api.in(api.office.as("head")).refused("change-organization", { body: { name: "X" } }),
    ).toMatchObject({ code: "not_allowed" });
  });
});

describe("offices below", () => {
  it("begin by the key of the office above, and are built with their own first key alone", async () => {
    const made = await api.call("create-organization", {
      body: { code: "le-chan", name: "Ủy ban nhân dân phường Lê Chân" },
    });
    const below = api.with(made.key);
    expect(await below.call("show-organization")).toMatchObject({
      id: made.id,
      code: "le-chan",
      level: "commune",
    });
    const unit = await below.call("add-unit", { body: { name: "Phòng Kinh tế" } });
    const invited = await below.call("invite-member", {
      body: { name: "Ngô Thị Oanh", role: "head", unit_id: unit.id },
    });
    expect(invited.member.posts).toMatchObject([{ role: "head", unit: { name: "Phòng Kinh tế" } }]);

    // The key of the office above does not reach into it; its list shows code and name.
    expect(await api.refused("show-unit", { params: { unit_id: unit.id } })).toMatchObject({ status: 404 });
    const { items } = await api.call("list-organizations");
    expect(items.map(({ code }: { code: string }) => code)).toEqual(["hai-an", "le-chan"]);
    expect((await below.call("list-organizations")).items).toMatchObject([
      { code: "le-chan", superior_id: items[0].id },
    ]);
    // What was done after the other office had been opened is this one's again.
    expect((await actionsOf()).filter((action) => action === "organization-created-below")).toHaveLength(1);
    expect((await below.call("list-keys")).items).toMatchObject([{ scope: "admin", revoked_at: null }]);
  });

  it("are paged, and nothing begins with a code that is taken or by a lesser key", async () => {
    for (const code of ["ngo-quyen", "hong-bang"])
      await api.call("create-organization", { body: { code, name: `UBND ${code}` } });
    const first = await api.call("list-organizations", { query: { limit: 2 } });
    const rest = await api.call("list-organizations", { query: { limit: 200, cursor: first.next_cursor } });
    const all = (await api.call("list-organizations")).items;
    expect([...first.items, ...rest.items]).toEqual(all);
    expect(all).toHaveLength(4);

    const again = { body: { code: "le-chan", name: "UBND khác" } };
    expect(await api.refused("create-organization", again)).toMatchObject({
      code: "organization_code_taken",
    });
    expect(await api.refused("create-organization", { body: { code: "Lê Chân", name: "A" } })).toMatchObject({
      code: "request_invalid",
    });
    const writer = api.with(await api.key("write"));
    expect(await writer.refused("create-organization", again)).toMatchObject({ code: "scope_too_small" });
    expect((await api.call("list-organizations")).items).toEqual(all);
  });
});
