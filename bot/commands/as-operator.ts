import { findOrganization } from "../../api/organizations/find-organization.ts";
import { openWork } from "../../api/organizations/open-work.ts";
import type { Result } from "../../api/shared/result.ts";
import type { Work } from "../../api/shared/work.ts";
import { tenantScope } from "../../db/scope.ts";
import type { CommandCall } from "./command.ts";

/** Does the steps as the operator in the office named by `--organization`, in one transaction. */
export const asOperator = async <T>(
  call: CommandCall,
  steps: (work: Work) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const database = await call.database();
  const found = await findOrganization(database, call.needed("organization"));
  if (!found.ok) return found;
  return database.inTenant(tenantScope(found.value.id), async (tx) =>
    steps(await openWork(tx, { kind: "operator" }, call.now)),
  );
};
