import { selectOrganizationByCode } from "../../db/queries/system-organization-queries.ts";
import type { Database } from "../../db/scope.ts";
import { ok, type Result, refuse } from "../shared/result.ts";

/** The office with that code, for the operator's commands. Refuses `organization_not_found`. */
export const findOrganization = async (
  database: Database,
  code: string,
): Promise<Result<{ readonly id: string; readonly code: string; readonly name: string }>> => {
  const found = await database.inSystem((tx) => selectOrganizationByCode(tx, code));
  return found === null ? refuse("organization_not_found") : ok(found);
};
