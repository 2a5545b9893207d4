import { beforeEach, describe, expect, it } from "vitest";
import { addUnit } from "../../../api/units/add-unit.ts";
import { confirmGroupMembers } from "../../../api/units/confirm-group-members.ts";
import { findUnit, listUnits } from "../../../api/units/list-units.ts";
import { selectGroupMembersOn } from "../../../db/queries/unit-queries.ts";
import { freshDatabase } from "../../support/database.ts";
import {
  CULTURE,
  granted,
  haiAn,
  MONDAY,
  type Office,
  refusalOf,
  SERVICE_CENTRE,
} from "../../support/office.ts";

let office: Office;
beforeEach(async () => {
  office = await haiAn(await freshDatabase());
});
const operator = () => office.at(MONDAY).as("operator");
const idOf = (spelling: string) =>
  office.read(async (tx) => granted(await findUnit(tx, spelling, "units and groups")).id);

describe("adding a unit", () => {
  it("makes it known by every spelling", async () => {
    const { unitId } = await operator().do(addUnit, {
      name: "Công an phường",
      kind: "armed_force",
      aliases: ["CAP", "Công an"],
    });
    expect(await idOf("cong an")).toBe(unitId);
    const { units } = await office.read(listUnits);
    expect(units.at(-1)).toMatchObject({ name: "Công an phường", kind: "armed_force" });
  });

  it("refuses a name that is taken in any spelling, an unknown kind, an empty name", async () => {
    const run = (input: Parameters<typeof addUnit>[1]) => operator().run(addUnit, input);
    expect(refusalOf(await run({ name: "phong van hoa - xa hoi" }))).toBe("unit_name_taken");
    expect(refusalOf(await run({ name: "Đơn vị mới", aliases: ["ubmttq"] }))).toBe("unit_name_taken");
    expect(refusalOf(await run({ name: "Đơn vị mới", kind: "band" }))).toBe("unit_kind_invalid");
    for (const name of ["", "  ", "a\nb", "x".repeat(201)])
      expect(refusalOf(await run({ name }))).toBe("unit_name_invalid");
    const head = office.at(MONDAY).as(office.as("head"));
    expect(refusalOf(await head.run(addUnit, { name: "Đơn vị mới" }))).toBe("not_allowed");
  });
});

describe("confirming a group", () => {
  it("sets its units from today and keeps who was in it before", async () => {
    const groupId = await idOf("Các phòng, đơn vị trực thuộc phường");
    const unitIds = [await idOf(CULTURE), await idOf(SERVICE_CENTRE)];
    await office.at(MONDAY).as(office.as("admin")).do(confirmGroupMembers, { groupId, unitIds });
    const on = (day: string) => office.read((tx) => selectGroupMembersOn(tx, groupId, day));
    expect((await on("2026-09-07")).sort()).toEqual([...unitIds].sort());
    expect(await on("2026-09-06")).toHaveLength(4);
    await office.at(MONDAY).as(office.as("admin")).do(confirmGroupMembers, { groupId, unitIds });
    expect(await on("2026-09-07")).toHaveLength(2);
  });

  it("refuses what is not there", async () => {
    const run = (groupId: string, unitIds: string[]) =>
      operator().run(confirmGroupMembers, { groupId, unitIds });
    const unitId = await idOf(CULTURE);
    expect(refusalOf(await run(crypto.randomUUID(), [unitId]))).toBe("group_not_found");
    expect(refusalOf(await run(await idOf("TDP"), [crypto.randomUUID()]))).toBe("unit_not_found");
    expect(refusalOf(await run(await idOf("TDP"), []))).toBe("request_invalid");
  });
});
