import { beforeEach, expect, it } from "vitest";
import { createOrganization } from "../../../api/organizations/create-organization.ts";
import { findOrganization } from "../../../api/organizations/find-organization.ts";
import { openWork } from "../../../api/organizations/open-work.ts";
import { markInstallation, readInstallationMode } from "../../../api/shared/mark-installation.ts";
import { type Database, tenantScope } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, MONDAY, refusalOf } from "../../support/office.ts";

let database: Database;
beforeEach(async () => {
  database = await freshDatabase();
});
const create = (code: string, more: { name?: string; superior?: string } = {}) =>
  createOrganization(database, MONDAY, { name: "Ủy ban nhân dân phường", ...more, code });

it("creates an office under its superior, found by its code", async () => {
  granted(await create("hai-phong"));
  const { id } = granted(await create("hai-an", { superior: "hai-phong" }));
  expect(granted(await findOrganization(database, "hai-an")).id).toBe(id);
  const work = await database.inTenant(tenantScope(id), (tx) => openWork(tx, { kind: "operator" }, MONDAY));
  expect(work).toMatchObject({
    today: "2026-09-07",
    organization: { code: "hai-an", policy: { digestAt: "07:30", lateness: "as_written" } },
  });
});

it("refuses a taken or impossible code, an unknown superior, an empty name", async () => {
  granted(await create("hai-an"));
  expect(refusalOf(await create("hai-an"))).toBe("organization_code_taken");
  for (const code of ["", "a", "Hai-An", "hải-an", "-an", "a".repeat(40)])
    expect(refusalOf(await create(code))).toBe("organization_code_invalid");
  expect(refusalOf(await create("le-chan", { superior: "nowhere" }))).toBe("superior_not_found");
  expect(refusalOf(await create("le-chan", { name: " " }))).toBe("request_invalid");
  expect(refusalOf(await findOrganization(database, "le-chan"))).toBe("organization_not_found");
});

it("marks the installation once", async () => {
  expect(await readInstallationMode(database)).toBeNull();
  expect(await markInstallation(database, "demo", MONDAY)).toBe("demo");
  expect(await markInstallation(database, "live", MONDAY)).toBe("demo");
  expect(await readInstallationMode(database)).toBe("demo");
});
