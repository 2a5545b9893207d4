import { beforeEach, describe, expect, it } from "vitest";
import { createOrganization } from "../../../api/organizations/create-organization.ts";
import { markInstallation } from "../../../api/shared/mark-installation.ts";
import type { Database } from "../../../db/scope.ts";
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

  it("is live where an operator made an office before any start: no demonstration is played in it", async () => {
    granted(await createOrganization(database, MONDAY, { code: "hai-an", name: "UBND phường Hải An" }));
    expect(await markInstallation(database, "demo", MONDAY)).toBe("live");
    expect(await markInstallation(database, "live", MONDAY)).toBe("live");
  });

  it("stays the demonstration's, although that has an office", async () => {
    await markInstallation(database, "demo", MONDAY);
    granted(await createOrganization(database, MONDAY, { code: "hai-an", name: "UBND phường Hải An" }));
    expect(await markInstallation(database, "demo", MONDAY)).toBe("demo");
  });
});
