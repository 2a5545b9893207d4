import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { assignTask } from "../../../api/catalogues/assign-task.ts";
import { endAssignment } from "../../../api/catalogues/end-assignment.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  granted,
  haiAn,
  MONDAY,
  type Office,
  refusalOf,
  sampleOffice,
} from "../../support/office.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});

const taskId = async (number: string, of: Office = office): Promise<string> => {
  const [task] = await of.read((tx) =>
    rows<{ id: string }>(tx, sql`select id from task where number = ${number}`),
  );
  return task?.id ?? "";
};
const messages = () =>
  office.read((tx) =>
    rows<{ key: string; member_id: string }>(
      tx,
      sql`select message -> 'paragraphs' -> 0 -> 0 ->> 'key' as key, member_id from outbox_message`,
    ),
  );

describe("the administrator assigns in chat", () => {
  it("makes a new version and tells the unit's head", async () => {
    const assigned = await office
      .at(MONDAY)
      .as(office.as("admin"))
      .do(assignTask, { taskId: await taskId("1.3"), role: "lead", unit: "vhxh" });
    expect(assigned).toMatchObject({ role: "lead", version: 2, told: 1, unit: { name: CULTURE } });
    expect(await messages()).toEqual([
      { key: "notice-task-assigned", member_id: office.as("head").memberId },
    ]);
  });

  it("invites a body beside the UBND, and tells nobody where nobody is linked", async () => {
    const assigned = await office
      .at(MONDAY)
      .as("operator")
      .do(assignTask, { taskId: await taskId("2.2"), role: "coordinating", unit: "UBMTTQ" });
    expect(assigned).toMatchObject({ role: "invited", told: 0 });
    expect(await messages()).toEqual([]);
  });

  it("reaches every member of a confirmed group", async () => {
    const assigned = await office
      .at(MONDAY)
      .as(office.as("admin"))
      .do(assignTask, { taskId: await taskId("1.3"), role: "lead", unit: "ĐVSNCL" });
    expect(assigned).toMatchObject({ unit: { kind: "group" }, told: 1 });
  });

  it("ends an assignment, which leaves it in the history", async () => {
    const at = office.at("2026-09-08T09:00:00+07:00").as(office.as("admin"));
    const input = { taskId: await taskId("1.3"), role: "lead", unit: CULTURE } as const;
    await office.at(MONDAY).as(office.as("admin")).do(assignTask, input);
    expect(await at.do(endAssignment, input)).toEqual({ version: 3 });
    expect(refusalOf(await at.run(endAssignment, input))).toBe("assignment_not_found");
    const lines = await office.read((tx) =>
      rows<{ last: string }>(tx, sql`select to_on::text as last from assignment where to_on is not null`),
    );
    expect(lines).toEqual([{ last: "2026-09-07" }]);
  });
});

describe("refused, with nothing changed", () => {
  it("by who asks and by what is asked", async () => {
    const as = (role: "head" | "admin") => office.at(MONDAY).as(office.as(role));
    const id = await taskId("1.3");
    const input = { taskId: id, role: "lead", unit: CULTURE } as const;
    expect(refusalOf(await as("head").run(assignTask, input))).toBe("not_allowed");
    const admin = as("admin");
    expect(refusalOf(await admin.run(assignTask, { ...input, taskId: "1.3" }))).toBe("request_invalid");
    expect(refusalOf(await admin.run(assignTask, { ...input, taskId: crypto.randomUUID() }))).toBe(
      "task_not_found",
    );
    const unknown = await admin.run(assignTask, { ...input, unit: "Van hoa" });
    expect(unknown).toMatchObject({ refusal: { code: "unit_not_found", args: { candidates: CULTURE } } });
    granted(await admin.run(assignTask, input));
    expect(refusalOf(await admin.run(assignTask, input))).toBe("assignment_exists");
    const versions = await office.read((tx) =>
      rows<{ versions: number }>(tx, sql`select count(*)::int as versions from catalogue_version`),
    );
    expect(versions).toEqual([{ versions: 2 }]);
  });

  it("for a task of another organization; a past plan that names no lead may still be given one", async () => {
    const other = await sampleOffice(office.database, "lam-ha");
    const foreign = {
      taskId: await taskId("1.2", other),
      role: "lead",
      unit: "Văn phòng UBND phường",
    } as const;
    expect(refusalOf(await office.at(MONDAY).as(office.as("admin")).run(assignTask, foreign))).toBe(
      "task_not_found",
    );
    expect(await other.at(MONDAY).as("operator").do(assignTask, foreign)).toMatchObject({ version: 2 });
  });
});
