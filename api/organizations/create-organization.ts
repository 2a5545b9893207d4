import { z } from "zod";
import { insertAuditEntry } from "../../db/queries/audit-queries.ts";
import { insertOrganization } from "../../db/queries/organization-queries.ts";
import { selectOrganizationByCode } from "../../db/queries/system-organization-queries.ts";
import { type Database, tenantScope } from "../../db/scope.ts";
import { newId } from "../shared/ids.ts";
import { ok, type Result, refuse } from "../shared/result.ts";

const inputSchema = z.strictObject({
  code: z.string().regex(/^[a-z0-9][a-z0-9-]{1,38}$/),
  name: z
    .string()
    .normalize("NFC")
    .trim()
    .min(1)
    .max(200)
    .regex(/^\P{Cc}*$/u),
  level: z.enum(["commune", "district", "province"]).default("commune"),
  superior: z.string().optional(),
});
export type CreateOrganizationInput = z.input<typeof inputSchema>;

const HOME_ZONE = "Asia/Ho_Chi_Minh";

/**
 * The operator's act: an office begins to exist, under a scope of its own from its first row on.
 * Refuses `organization_code_invalid`, `request_invalid`, `superior_not_found`, `organization_code_taken`.
 */
export const createOrganization = async (
  database: Database,
  now: Date,
  raw: CreateOrganizationInput,
): Promise<Result<{ readonly id: string; readonly code: string }>> => {
  const parsed = inputSchema.safeParse(raw);
  if (!parsed.success)
    return refuse(
      parsed.error.issues.some(({ path }) => path[0] === "code")
        ? "organization_code_invalid"
        : "request_invalid",
    );
  const { code, name, level, superior } = parsed.data;

  return database.inBoth(async (both) => {
    const above = superior === undefined ? null : await selectOrganizationByCode(both.system, superior);
    if (superior !== undefined && above === null) return refuse("superior_not_found");
    const id = newId(now);
    return both.asTenant(tenantScope(id), async (tx) => {
      const made = await insertOrganization(tx, {
        code,
        name,
        level,
        superiorId: above?.id ?? null,
        timeZone: HOME_ZONE,
        policy: {},
        createdAt: now,
      });
      if (!made) return refuse("organization_code_taken");
      await insertAuditEntry(tx, {
        at: now,
        actor: "operator",
        action: "organization-created",
        subjectKind: "organization",
        subjectId: id,
        details: { code },
      });
      return ok({ id, code });
    });
  });
};
