import { sql } from "drizzle-orm";
import { beforeEach, describe, expect, it } from "vitest";
import { runTick } from "../../../api/jobs/run-tick.ts";
import { acknowledgeCatalogue } from "../../../api/progress/acknowledge-catalogue.ts";
import { acknowledgeTask } from "../../../api/progress/acknowledge-task.ts";
import { rows } from "../../../db/queries/rows.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  granted,
  haiAn,
  MONDAY,
  type Office,
  refusalOf,
  SERVICE_CENTRE,
  sampleOffice,
} from "../../support/office.ts";

let office: Office;
let catalogueId: string;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
  const [found] = await office.read((tx) => rows<{ id: string }>(tx, sql`select id from catalogue`));
  catalogueId = found?.id ?? "";
});

const acknowledge = (unitId: string | null = null, role: "head" | "leader" = "head", unit?: string) =>
  office.at(MONDAY).as(office.as(role, unit)).run(acknowledgeCatalogue, { catalogueId, unitId });
const unitIdOf = async (name: string): Promise<string> => {
  const [found] = await office.read((tx) =>
    rows<{ id: string }>(tx, sql`select id from unit where name = ${name}`),
  );
  return found?.id ?? "";
};
const acknowledged = async (): Promise<readonly string[]> =>
  (
    await office.read((tx) =>
      rows<{ number: string }>(
        tx,
        sql`select t.number from task_acknowledgement a join task t on t.id = a.task_id order by t.position`,
      ),
    )
  ).map(({ number }) => number);
const audited = async (): Promise<number> =>
  (
    await office.read((tx) =>
      rows<{ n: number }>(
        tx,
        sql`select count(*)::int as n from audit_entry where action = 'catalogue-acknowledged'`,
      ),
    )
  )[0]?.n ?? 0;

describe("“đã nhận” to a published catalogue", () => {
  it("acknowledges all that the unit leads, its groups' tasks included, once", async () => {
    const head = office.at(MONDAY).as(office.as("head"));
    const [task] = await office.read((tx) =>
      rows<{ id: string }>(tx, sql`select id from task where number = '2.4'`),
    );
    await head.do(acknowledgeTask, { taskId: task?.id ?? "" });
    expect(granted(await acknowledge(await unitIdOf(CULTURE)))).toEqual({
      catalogueId,
      unitId: await unitIdOf(CULTURE),
      document: { kind: "decision", number: "673/QĐ-UBND" },
      done: 16,
      before: 1,
    });
    const numbers = await acknowledged();
    expect(numbers).toHaveLength(17);
    expect(numbers).toEqual(expect.arrayContaining(["1.1", "2.4", "3.5.a"]));
    expect(numbers).not.toContain("3.5");
    expect(granted(await acknowledge())).toMatchObject({ done: 0, before: 17 });
    expect(await audited()).toBe(1);
  });

  it("is the word of the unit that was told, by the post that the chat speaks for", async () => {
    const centre = await unitIdOf(SERVICE_CENTRE);
    expect(refusalOf(await acknowledge(centre))).toBe("not_allowed");
    expect(refusalOf(await acknowledge(null, "leader"))).toBe("not_allowed");
    await office.database.asOwner((db) =>
      db.execute(
        sql`insert into appointment (organization_id, id, member_id, unit_id, role, from_on)
            values (${office.organizationId}, gen_random_uuid(), ${office.as("head").memberId}, ${centre}, 'deputy', '2026-09-01')`,
      ),
    );
    expect(await acknowledge(centre)).toMatchObject({
      ok: false,
      refusal: { code: "catalogue_of_other_post", args: { unit: SERVICE_CENTRE } },
    });
    expect(await acknowledged()).toEqual([]);
  });

  it("stops the word after two working days, for that unit alone", async () => {
    const reasons = (): Promise<readonly { role: string; unit: string }[]> =>
      office.read((tx) =>
        rows(
          tx,
          sql`select distinct u.name as unit, n.reason as role from nudge n join unit u on u.id = n.unit_id
               where n.subject_kind = 'assignment' and n.outcome in ('queued', 'planned', 'sent')`,
        ),
      );
    granted(await acknowledge());
    for (const day of ["07", "08", "09"])
      granted(await runTick(office.database, new Date(`2026-09-${day}T07:30:00+07:00`)));
    expect(await reasons()).toEqual([{ unit: SERVICE_CENTRE, role: "unacknowledged" }]);
  });

  it("is refused of a catalogue that is over, of one that is not there, of another office's", async () => {
    const past = await sampleOffice(office.database, "le-chan-2025");
    const unit = (
      await past.read((tx) =>
        rows<{ name: string }>(
          tx,
          sql`select name from unit where organization_id = ${past.organizationId}::uuid limit 1`,
        ),
      )
    )[0]?.name;
    const [theirs] = await past.read((tx) =>
      rows<{ id: string }>(
        tx,
        sql`select id from catalogue where organization_id = ${past.organizationId}::uuid`,
      ),
    );
    const head = await past.link("head", unit ?? "");
    const input = { catalogueId: theirs?.id ?? "", unitId: null };
    expect(refusalOf(await past.at(MONDAY).as(head).run(acknowledgeCatalogue, input))).toBe(
      "catalogue_closed",
    );
    const ours = office.at(MONDAY).as(office.as("head"));
    expect(refusalOf(await ours.run(acknowledgeCatalogue, input))).toBe("catalogue_not_found");
    expect(refusalOf(await ours.run(acknowledgeCatalogue, { catalogueId: "x", unitId: null }))).toBe(
      "request_invalid",
    );
  });
});
