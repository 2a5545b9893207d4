import { z } from "zod";
import {
  lockOrganization,
  selectOrganization,
  updateOrganization,
} from "../../db/queries/organization-queries.ts";
import { recordAuditEntry } from "../audit/record-audit-entry.ts";
import { may } from "../members/permissions.ts";
import { refuse } from "../shared/result.ts";
import type { UseCase } from "../shared/work.ts";
import { officeNameSchema, policySchema } from "./organization.ts";
import { type ShownOrganization, showOrganization } from "./show-organization.ts";

const inputSchema = z.strictObject({
  name: officeNameSchema.optional(),
  /** What is absent stays; null follows the product's default again. */
  policy: z.record(z.string(), z.unknown()).optional(),
});
export type ChangeOrganizationInput = z.input<typeof inputSchema>;

const storedSchema = z.record(z.string(), z.unknown());

/** Another name, another policy; reminders follow from the next minute on. Refuses `not_allowed`, `request_invalid`. */
export const changeOrganization: UseCase<ChangeOrganizationInput, ShownOrganization> = async (work, raw) => {
  if (!may(work.actor, "change-office")) return refuse("not_allowed");
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success) return refuse("request_invalid");
  const { name, policy } = parsed.data;
  if (name === undefined && Object.keys(policy ?? {}).length === 0) return showOrganization(work, {});
  await lockOrganization(work.tx);
  const row = await selectOrganization(work.tx);
  if (row === null) return refuse("organization_not_found");

  const merged = Object.fromEntries(
    Object.entries({ ...storedSchema.parse(row.policy), ...policy }).filter(
      ([, value]) => value !== null && value !== undefined,
    ),
  );
  if (!policySchema.safeParse(merged).success) return refuse("request_invalid");
  await updateOrganization(work.tx, {
    ...(name === undefined ? {} : { name }),
    ...(policy === undefined ? {} : { policy: merged }),
  });
  await recordAuditEntry(
    work,
    "organization-changed",
    { kind: "organization", id: row.id },
    { fields: [...(name === undefined ? [] : ["name"]), ...Object.keys(policy ?? {})] },
  );
  return showOrganization(work, {});
};
