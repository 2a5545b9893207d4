import { beforeAll, describe, expect, it } from "vitest";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn, SERVICE_CENTRE } from "../../support/office.ts";

let api: ApiHouse;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
});

const unitId = async (name: string): Promise<string> =>
  (await api.call("list-units", { query: { q: name } })).items[0].id;
const namesOf = (group: { units: readonly { name: string }[] }) => group.units.map(({ name }) => name);

describe("groups", () => {
  it("are added without units, get them by confirmation, and remember who belonged when", async () => {
    const made = await api.call("add-group", { body: { name: "Khối văn hóa", aliases: ["Khối VH"] } });
    expect(made).toMatchObject({ name: "Khối văn hóa", aliases: ["Khối VH"], confirmed: false, units: [] });
    const params = { group_id: made.id };
    const [culture, centre] = [await unitId(CULTURE), await unitId(SERVICE_CENTRE)];
    const both = await api.call("confirm-group-members", { params, body: { unit_ids: [culture, centre] } });
    expect([both.confirmed, namesOf(both).sort()]).toEqual([true, [CULTURE, SERVICE_CENTRE].sort()]);

    const monday = api.clock.now();
    api.clock.set(new Date(monday.getTime() + 3 * 86_400_000));
    const one = await api.call("confirm-group-members", { params, body: { unit_ids: [culture] } });
    expect(namesOf(one)).toEqual([CULTURE]);
    expect(namesOf(await api.call("show-group", { params, query: { on: "2026-09-09" } }))).toHaveLength(2);
    expect(namesOf(await api.call("show-group", { params, query: { on: "2026-09-06" } }))).toEqual([]);
    const listed = await api.call("list-groups", { query: { q: "khoi vh", on: "2026-09-09" } });
    expect(listed.items.map(namesOf)).toEqual([namesOf(both)]);
    api.clock.set(monday);
  });

  it("are listed page by page, those of the documents with what their wording proposes", async () => {
    const all = await api.call("list-groups");
    const first = await api.call("list-groups", { query: { limit: 1 } });
    const rest = await api.call("list-groups", { query: { cursor: first.next_cursor } });
    expect([...first.items, ...rest.items]).toEqual(all.items);
    expect(all.items.length).toBeGreaterThan(1);
    const shown = await api.call("show-group", { params: { group_id: all.items[0].id } });
    expect(shown).toEqual(all.items[0]);
    expect(await api.refused("list-groups", { query: { cursor: "abc" } })).toMatchObject({
      code: "cursor_invalid",
    });
  });

  it("are renamed by whoever read the latest; a name of another unit or group is refused", async () => {
    const made = await api.call("add-group", { body: { name: "Khối nội chính" } });
    const params = { group_id: made.id };
    const etag = (await api.ask("show-group", { params })).headers.get("etag") ?? "";
    const change = { params, body: { name: "Khối nội chính phường", aliases: ["KNC"] } };
    const renamed = await api.call("change-group", { ...change, headers: { "if-match": etag } });
    expect(renamed).toMatchObject({ name: "Khối nội chính phường", aliases: ["KNC"] });
    expect(await api.call("change-group", { params, body: { aliases: ["KNC"] } })).toEqual(renamed);
    expect(await api.refused("change-group", { ...change, headers: { "if-match": etag } })).toMatchObject({
      code: "revision_conflict",
    });
    expect(await api.refused("change-group", { params, body: { name: CULTURE } })).toMatchObject({
      code: "unit_name_taken",
    });
    expect(await api.refused("add-group", { body: { name: "khoi noi chinh phuong" } })).toMatchObject({
      code: "unit_name_taken",
    });
    expect(await api.refused("add-unit", { body: { name: "knc" } })).toMatchObject({
      code: "unit_name_taken",
    });
  });

  it("take no unknown unit, no empty list and no word from a reading key", async () => {
    const made = await api.call("add-group", { body: { name: "Khối trường học" } });
    const params = { group_id: made.id };
    const stranger = { params, body: { unit_ids: [crypto.randomUUID()] } };
    expect(await api.refused("confirm-group-members", stranger)).toMatchObject({ code: "unit_not_found" });
    expect(await api.refused("confirm-group-members", { params, body: { unit_ids: [] } })).toMatchObject({
      code: "request_invalid",
    });
    const nowhere = {
      params: { group_id: crypto.randomUUID() },
      body: { unit_ids: [await unitId(CULTURE)] },
    };
    expect(await api.refused("confirm-group-members", nowhere)).toMatchObject({ code: "group_not_found" });
    const reader = api.with(await api.key("read"));
    expect(await reader.call("show-group", { params })).toEqual(made);
    expect(await reader.refused("confirm-group-members", stranger)).toMatchObject({
      code: "scope_too_small",
    });
    expect(await api.call("show-group", { params })).toEqual(made);
  });
});
