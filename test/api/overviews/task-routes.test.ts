import { sql } from "drizzle-orm";
import { beforeAll, describe, expect, it } from "vitest";
import { settleClaim } from "../../../api/progress/settle-claim.ts";
import { confirmGroupMembers } from "../../../api/units/confirm-group-members.ts";
import { type ApiHouse, apiHouse } from "../../support/api.ts";
import { freshDatabase } from "../../support/database.ts";
import { CULTURE, haiAn, MONDAY, SERVICE_CENTRE } from "../../support/office.ts";
import { arrange, note, taskIdOf } from "../progress/progress-story.ts";

type Listed = {
  readonly id: string;
  readonly number: string;
  readonly leads: readonly { readonly name: string; readonly id: string; readonly kind: string }[];
  readonly statuses: readonly {
    readonly unit: string;
    readonly class: string;
    readonly overlays: readonly string[];
  }[];
};

let api: ApiHouse;
let culture: string;
beforeAll(async () => {
  api = await apiHouse(await haiAn(await freshDatabase()));
  const units = await api.call("list-units", { query: { limit: 200 } });
  culture = units.items.find(({ name }: { name: string }) => name === CULTURE).id;
  const { office } = api;
  const done = await note(office, office.as("head"), "2.4", "đã hoàn thành ngày 20/3");
  await office
    .at(MONDAY)
    .as(office.as("leader"))
    .do(settleClaim, { claimId: done.claim?.id ?? "", decision: "confirm" });
  await note(office, office.as("head"), "4.7", "đã hoàn thành ngày 30/8");
});

const list = async (query: Record<string, string | number> = {}): Promise<Listed[]> =>
  (await api.call("list-tasks", { query: { limit: 200, ...query } })).items;
const numbers = (items: readonly Listed[]): string[] => items.map(({ number }) => number);

describe("the office's tasks", () => {
  it("come page by page in the document's order, none twice and none left out", async () => {
    const all = await list();
    expect(all).toHaveLength(30);
    const paged: Listed[] = [];
    let cursor: string | null = null;
    do {
      const page = await api.call("list-tasks", {
        query: { limit: 7, ...(cursor === null ? {} : { cursor }) },
      });
      paged.push(...page.items);
      cursor = page.next_cursor;
    } while (cursor !== null);
    expect(paged).toEqual(all);
    expect(await api.refused("list-tasks", { query: { cursor: "abc" } })).toMatchObject({
      status: 400,
      code: "cursor_invalid",
    });
  });

  it("carry document, units, time frame, and the status as chats compute it", async () => {
    const one = (await list({ q: "2.4" })).find(({ number }) => number === "2.4");
    expect(one).toMatchObject({
      title: "Ban hành kế hoạch “Chính quyền thân thiện”",
      document: { kind: "decision", number: "673/QĐ-UBND" },
      leads: [{ kind: "unit", name: CULTURE, undetermined: false }],
      due_on: "2026-03-31",
      time_frame: "Quý I/2026",
      statuses: [{ unit: CULTURE, class: "done_on_time", done: true, overlays: [], working_days_left: null }],
      last_noted_on: "2026-09-07",
    });
    const counts = await api.call("count-units");
    const listed = await list({ unit_id: culture, role: "lead" });
    const mine = counts.units.find(({ unit_id }: { unit_id: string }) => unit_id === culture);
    expect(listed).toHaveLength(mine.lead);
    expect(await list({ unit_id: culture, role: "lead", overdue: "true" })).toHaveLength(mine.overdue);
    const chat = await api.call("list-unit-tasks", { params: { unit_id: culture } });
    expect(chat.counts).toMatchObject({ lead: mine.lead, overdue: mine.overdue });
    expect(
      Object.fromEntries(
        chat.items.map(({ number, status }: { number: string; status: { class: string } }) => [
          number,
          status.class,
        ]),
      ),
    ).toEqual(
      Object.fromEntries(
        listed.map(({ number, statuses }) => [number, statuses.find(({ unit }) => unit === CULTURE)?.class]),
      ),
    );
  });

  it("are filtered by status, day, words, catalogue and force, and each filter tells the truth", async () => {
    const all = await list();
    for (const status of ["done_on_time", "open_in_time", "open_overdue", "no_due_date"]) {
      const expected = all.filter(({ statuses }) => statuses.some((one) => one.class === status));
      expect(expected.length, status).toBeGreaterThan(0);
      expect(numbers(await list({ status })), status).toEqual(numbers(expected));
      const first = await api.call("list-tasks", { query: { status, limit: 1 } });
      expect(numbers(first.items)).toEqual(numbers(expected).slice(0, 1));
      expect(first.next_cursor === null).toBe(expected.length === 1);
    }
    // 4.7 was reported and waits for its confirmation: late by the document, not urged.
    expect(numbers(await list({ status: "open_overdue" }))).toContain("4.7");
    expect(numbers(await list({ overdue: "true" }))).not.toContain("4.7");
    expect((await list({ overdue: "true" })).length + (await list({ overdue: "false" })).length).toBe(30);

    const due = await list({ due_from: "2026-03-01", due_to: "2026-03-31" });
    expect(numbers(due)).toContain("2.4");
    expect(due.every((task) => JSON.stringify(task).includes('"due_on":"2026-03'))).toBe(true);

    expect(numbers(await list({ q: "chinh quyen than thien" }))).toContain("2.4");
    expect(numbers(await list({ q: "CHÍNH quyền thân" }))).toEqual(
      numbers(await list({ q: "quyen chinh than" })),
    );
    // "an" begins no word of it, though it stands inside many.
    expect(numbers(await list({ q: "hien than chinh quyen ke hoach uyen" }))).toEqual([]);
    expect(await list({ q: "!?" })).toEqual([]);

    const [catalogue] = (await api.call("list-catalogues")).items;
    expect(await list({ catalogue_id: catalogue.id, in_force: "true" })).toHaveLength(30);
    expect(await list({ in_force: "false" })).toEqual([]);
    expect(await list({ catalogue_id: culture })).toEqual([]);
    expect(await api.refused("list-tasks", { query: { role: "lead" } })).toMatchObject({
      code: "unit_required",
    });
    expect(await api.refused("list-tasks", { query: { due_from: "2026-02-30" } })).toMatchObject({
      status: 400,
      code: "request_invalid",
    });
  });

  it("of the policy “roll_forward” are late a working day later", async () => {
    const { office } = api;
    const [sunday] = await list({ status: "open_in_time" });
    // Sunday 06/09: as written it is late on Monday, rolled forward Monday is the last day in time.
    await arrange(office, sql`update task set due_on = '2026-09-06' where id = ${sunday?.id ?? ""}`);
    expect(numbers(await list({ overdue: "true" }))).toContain(sunday?.number);
    await arrange(
      office,
      sql`update organization set policy = policy || '{"lateness":"roll_forward"}' where id = ${office.organizationId}`,
    );
    expect(numbers(await list({ overdue: "true" }))).not.toContain(sunday?.number);
    expect(numbers(await list({ status: "open_in_time" }))).toContain(sunday?.number);
    await arrange(
      office,
      sql`update organization set policy = policy || '{"lateness":"as_written"}' where id = ${office.organizationId}`,
    );
  });

  it("are a unit's own for its head, whom nobody lets look into another's", async () => {
    const { office } = api;
    const head = api.in(office.as("head", SERVICE_CENTRE));
    const own = (await head.call("list-tasks", { query: { limit: 200 } })).items;
    expect(own.length).toBeGreaterThan(0);
    expect(own.length).toBeLessThan(30);
    expect(await head.refused("list-tasks", { query: { unit_id: culture } })).toMatchObject({
      status: 403,
      code: "not_allowed",
    });
    expect(await head.refused("list-unit-tasks", { params: { unit_id: culture } })).toMatchObject({
      code: "not_allowed",
    });
    expect(await head.refused("count-units")).toMatchObject({ code: "not_allowed" });
    const leader = (await api.in(office.as("leader")).call("list-tasks", { query: { limit: 200 } })).items;
    expect(leader).toHaveLength(30);
  });

  it("led through a group count their parts; each member sees its own, who oversees all of them", async () => {
    const { office } = api;
    const target = (await list()).find(({ leads }) => leads.length === 1 && leads[0]?.kind === "unit");
    const { groups } = await api.call("list-unassigned");
    const [group] = groups;
    if (target === undefined) throw new Error("a unit leads a task");
    await api.call("assign-task", {
      params: { task_id: target.id },
      body: { role: "lead", unit: group.id },
    });
    const unconfirmed = await api.call("show-task", { params: { task_id: target.id } });
    expect(unconfirmed.leads).toContainEqual(
      expect.objectContaining({ id: group.id, kind: "group", undetermined: true }),
    );
    const units = (await api.call("list-units", { query: { limit: 200 } })).items;
    const centre = units.find(({ name }: { name: string }) => name === SERVICE_CENTRE);
    await office
      .at(MONDAY)
      .as("operator")
      .do(confirmGroupMembers, { groupId: group.id, unitIds: [culture, centre.id] });
    const shown = await api.call("show-task", { params: { task_id: target.id } });
    expect(shown.parts).toMatchObject({ all: shown.statuses.length });
    expect(shown.statuses.map(({ unit_id }: { unit_id: string }) => unit_id)).toContain(centre.id);
    const seen = await api
      .in(office.as("head", SERVICE_CENTRE))
      .call("show-task", { params: { task_id: target.id } });
    expect(seen.statuses.map(({ unit_id }: { unit_id: string }) => unit_id)).toEqual([centre.id]);
    expect(seen.parts).toEqual(shown.parts);
  });
});

describe("one task", () => {
  it("tells wording, targets, statuses and the notes that the asker may see", async () => {
    const { office } = api;
    const params = { task_id: await taskIdOf(office, "2.4") };
    const shown = await api.call("show-task", { params });
    expect(shown).toMatchObject({
      number: "2.4",
      withdrawn: false,
      closed: false,
      own: null,
      statuses: [{ class: "done_on_time" }],
      history: [{ text: "đã hoàn thành ngày 20/3", mark: "standing" }],
    });
    const mine = await api.in(office.as("head")).call("show-task", { params });
    expect(mine.own).toMatchObject({ unit_id: culture, role: "lead", claim: { state: "confirmed" } });
    expect(await api.refused("show-task", { params: { task_id: culture } })).toMatchObject({
      status: 404,
      code: "task_not_found",
    });
  });

  it("is acknowledged in a post of the unit, twice like once, and by nobody else", async () => {
    const { office } = api;
    const waiting = (await list({ unit_id: culture, role: "lead" })).find(({ statuses }) =>
      statuses.some(({ unit, overlays }) => unit === CULTURE && overlays.includes("unacknowledged")),
    );
    const params = { task_id: waiting?.id ?? "" };
    expect(await api.refused("acknowledge-task", { params })).toMatchObject({ code: "post_required" });
    const head = api.in(office.as("head"));
    await head.call("acknowledge-task", { params });
    await head.call("acknowledge-task", { params });
    const shown = await api.call("show-task", { params });
    expect(shown.statuses.find(({ unit }: { unit: string }) => unit === CULTURE).overlays).not.toContain(
      "unacknowledged",
    );
    const reader = api.with(await api.key("read"));
    expect(await reader.refused("acknowledge-task", { params })).toMatchObject({ code: "scope_too_small" });
  });
});

describe("what combines rooms", () => {
  it("due dates and search answer a key for the whole office, a head for the unit", async () => {
    const { office } = api;
    const reader = api.with(await api.key("read"));
    const due = await reader.call("list-due-dates");
    expect(due.unit).toBeNull();
    expect(due.entries.length).toBeGreaterThan(0);
    expect((await api.in(office.as("head")).call("list-due-dates")).unit).toBe(CULTURE);
    const found = await reader.call("search-tasks", { query: { q: "chinh quyen than thien" } });
    expect(found.tasks.map(({ number }: { number: string }) => number)).toContain("2.4");
    expect(await reader.refused("search-tasks", { query: { q: "  " } })).toMatchObject({
      code: "query_empty",
    });
    expect(await reader.refused("list-unassigned")).toMatchObject({ code: "scope_too_small" });
    const waiting = await api.call("list-unassigned");
    expect(waiting.groups.length).toBeGreaterThan(0);
  });
});
