import { beforeEach, describe, expect, it } from "vitest";
import { loadSamples } from "../../../api/catalogues/load-samples.ts";
import { inviteMember } from "../../../api/members/invite-member.ts";
import { createOrganization } from "../../../api/organizations/create-organization.ts";
import { openWork } from "../../../api/organizations/open-work.ts";
import { markInstallation } from "../../../api/shared/mark-installation.ts";
import { type Database, tenantScope } from "../../../db/scope.ts";
import { freshDatabase } from "../../support/database.ts";
import { granted, MONDAY } from "../../support/office.ts";

let database: Database;

beforeEach(async () => {
  database = await freshDatabase();
});

describe("what a database is marked as", () => {
  it("is what the first start was, whatever comes after", async () => {
    expect(await markInstallation(database, "demo", MONDAY)).toBe("demo");
    expect(await markInstallation(database, "live", MONDAY)).toBe("demo");
  });

  it("is live where an operator invited people before any start: no demonstration is played among them", async () => {
    const { id } = granted(
      await createOrganization(database, MONDAY, { code: "hai-an", name: "UBND phường Hải An" }),
    );
    await database.inTenant(tenantScope(id), async (tx) => {
      const work = await openWork(tx, { kind: "operator" }, MONDAY);
      granted(await inviteMember(work, { unitId: null, role: "admin", name: "Nguyễn Văn A" }));
    });
    expect(await markInstallation(database, "demo", MONDAY)).toBe("live");
    expect(await markInstallation(database, "live", MONDAY)).toBe("live");
  });

  it("is the demonstration's where the samples alone were loaded", async () => {
    granted(await loadSamples(database, MONDAY));
    expect(await markInstallation(database, "demo", MONDAY)).toBe("demo");
  });

  it("stays the demonstration's, although that has an office", async () => {
    await markInstallation(database, "demo", MONDAY);
    granted(await createOrganization(database, MONDAY, { code: "hai-an", name: "UBND phường Hải An" }));
    expect(await markInstallation(database, "demo", MONDAY)).toBe("demo");
  });
});
