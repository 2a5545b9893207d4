import { selectOrganization } from "../../db/queries/organization-queries.ts";
import { may } from "../members/permissions.ts";
import { ok, refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { type OfficeLevel, type Policy, policySchema } from "./organization.ts";

export type ShownOrganization = {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly level: OfficeLevel;
  readonly superiorId: string | null;
  readonly timeZone: string;
  /** The first day on which somebody could be reminded; null until then. */
  readonly liveOn: string | null;
  /** As it works now: what the office never changed follows the product. */
  readonly policy: Policy;
  readonly createdAt: Date;
};

/** Refuses `not_allowed`. */
export const showOrganization: UseCase<Record<string, never>, ShownOrganization> = async (work) => {
  if (!may(work.actor, "see-documents")) return refuse("not_allowed");
  const row = await selectOrganization(work.tx);
  if (row === null) return refuse("organization_not_found");
  const { id, code, name, level, superiorId, timeZone, liveOn, policy, createdAt } = row;
  return ok({
    id,
    code,
    name,
    level,
    superiorId,
    timeZone,
    liveOn,
    policy: policySchema.parse(policy),
    createdAt,
  });
};
