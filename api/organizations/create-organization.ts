import { z } from "zod";
import { insertOrganization } from "../../db/queries/organization-queries.ts";
import { selectOrganizationByCode } from "../../db/queries/system-organization-queries.ts";
import { type BothTx, type Database, type TenantTx, tenantScope } from "../../db/scope.ts";
import { recordEntryWithoutWork } from "../audit/record-audit-entry.ts";
import { newId } from "../shared/ids.ts";
import { ok, type Result, refuse } from "../shared/result.ts";
import { officeSchema } from "./organization.ts";

const inputSchema = officeSchema.extend({ superior: z.string().optional() });
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
  if (!parsed.success) return refuse(refusalOf(parsed.error));
  const { superior, ...office } = parsed.data;

  return database.inBoth(async (both) => {
    const above = superior === undefined ? null : await selectOrganizationByCode(both.system, superior);
    if (superior !== undefined && above === null) return refuse("superior_not_found");
    const by = { actor: "operator", superiorId: above?.id ?? null, now };
    return beginOrganization(both, office, by, async (_, id) => ok({ id, code: office.code }));
  });
};

export const refusalOf = (error: z.ZodError): "organization_code_invalid" | "request_invalid" =>
  error.issues.some(({ path }) => path[0] === "code") ? "organization_code_invalid" : "request_invalid";

/** The office's first rows; `first` does what belongs to its beginning, in its own scope. */
export const beginOrganization = <T>(
  both: BothTx,
  { code, name, level }: z.output<typeof officeSchema>,
  by: { readonly actor: string; readonly superiorId: string | null; readonly now: Date },
  first: (tx: TenantTx, id: string) => Promise<Result<T>>,
): Promise<Result<T>> => {
  const id = newId(by.now);
  return both.asTenant(tenantScope(id), async (tx) => {
    const made = await insertOrganization(tx, {
      code,
      name,
      level,
      superiorId: by.superiorId,
      timeZone: HOME_ZONE,
      policy: {},
      createdAt: by.now,
    });
    if (!made) return refuse("organization_code_taken");
    await recordEntryWithoutWork(tx, {
      at: by.now,
      actor: by.actor,
      action: "organization-created",
      subjectKind: "organization",
      subjectId: id,
      details: { code },
    });
    return first(tx, id);
  });
};
